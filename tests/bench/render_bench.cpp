// An article from its file to its finished page, beside cmark-gfm's bare HTML of the same body: the
// median of interleaved rounds for each article, then the spread over all articles. `--bodies
// FOLDER` also writes the bodies, as pages for hugo_pages.

#include "core/article/article_file.h"
#include "core/base/freed_memory.h"
#include "core/markdown/html/html_tree.h"
#include "core/markdown/links/link_resolver.h"
#include "core/markdown/markdown_parser.h"
#include "core/page/article_page.h"
#include "tests/bench/corpus.h"

#include <algorithm>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;
using namespace lectern;

constexpr int kRounds = 5;

/// Of this thread's time on a processor, so that other programs do not count; the files are in the
/// page cache.
double now()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) * 1e-6;
}

double millisecondsOf(const auto &work)
{
    const double start = now();
    work();
    return now() - start;
}

double quantile(std::vector<double> values, double share)
{
    if (values.empty()) {
        return 0;
    }
    const auto place = static_cast<std::size_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(place),
                     values.end());
    return values[place];
}

std::size_t bytesWritten = 0; ///< so that no work is optimised away

/// As a window does it, which asks once what site a library is a part of.
void makePage(const std::string &root, const std::string &path)
{
    static const core::Site site = core::siteAround(root);
    const core::Article article = core::readArticleFile(root, path).article;
    const core::LinkResolver resolver(root, path, {}, site);
    const core::RenderedBody body = core::renderBody(
        article, {.scriptMarks = core::ScriptMarks::Runs, .resolver = &resolver});
    bytesWritten += core::articlePage(article, body, {}).size();
}

void cmarkHtml(const std::string &markdown)
{
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_UNSAFE);
    for (const char *const name : {"table", "strikethrough", "autolink", "tasklist"}) {
        cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
    }
    cmark_parser_feed(parser, markdown.data(), markdown.size());
    cmark_node *document = cmark_parser_finish(parser);
    char *html
        = cmark_render_html(document, CMARK_OPT_UNSAFE, cmark_parser_get_syntax_extensions(parser));
    bytesWritten += std::string_view(html).size();
    std::free(html); // NOLINT(cppcoreguidelines-no-malloc): cmark's own allocator is malloc
    cmark_node_free(document);
    cmark_parser_free(parser);
}

/// Times of the stages of one page that can be run alone; what is left of the body is the passes.
struct Stages
{
    double read = 0;
    double parse = 0;
    double tree = 0;
    double body = 0;
    double page = 0;
};

Stages stagesOf(const std::string &root, const std::string &path)
{
    Stages stages;
    core::Article article;
    core::ParserOutput output;
    core::RenderedBody body;
    stages.read = millisecondsOf([&] { article = core::readArticleFile(root, path).article; });
    stages.parse
        = millisecondsOf([&] { output = core::parseMarkdown(article.body, core::RawHtml::Clean); });
    stages.tree = millisecondsOf([&] {
        const auto tidy = core::parseTidyHtml(output.html);
        bytesWritten
            += tidy ? tidy->children.size() : core::parseHtml(output.html)->children.size();
    });
    const core::LinkResolver resolver(root, path);
    stages.body = millisecondsOf([&] {
        body = core::renderBody(article,
                                {.scriptMarks = core::ScriptMarks::Runs, .resolver = &resolver});
    });
    stages.page
        = millisecondsOf([&] { bytesWritten += core::articlePage(article, body, {}).size(); });
    return stages;
}

std::vector<std::string> articlesBelow(const fs::path &root)
{
    std::vector<std::string> paths;
    for (const auto &entry : fs::recursive_directory_iterator(root)) {
        if (entry.is_regular_file() && entry.path().extension() == ".md") {
            paths.push_back(fs::relative(entry.path(), root).string());
        }
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

void writeBodies(const std::string &root, const std::vector<std::string> &paths,
                 const fs::path &folder)
{
    fs::create_directories(folder);
    for (std::size_t i = 0; i < paths.size(); ++i) {
        std::string body = core::readArticleFile(root, paths[i]).article.body;
        // Shortcodes of other sites would stop Hugo; to it they are text.
        for (std::size_t at = body.find("{{"); at != std::string::npos; at = body.find("{{", at)) {
            body.replace(at, 2, "((");
        }
        std::ofstream(folder / (std::to_string(i) + ".md"), std::ios::binary)
            << "---\ntitle: \"" << i << "\"\n---\n"
            << body;
    }
}

void printRow(const char *name, const std::vector<double> &times)
{
    double sum = 0;
    for (const double time : times) {
        sum += time;
    }
    std::printf("%-22s %8.3f %8.3f %8.3f %8.3f\n", name, quantile(times, 0.5),
                quantile(times, 0.99), quantile(times, 1.0),
                sum / static_cast<double>(times.size()));
}

void measure(const std::string &root, const std::vector<std::string> &paths)
{
    std::vector<double> pages;
    std::vector<double> bare;
    std::vector<double> ratios;
    std::vector<double> read;
    std::vector<double> parse;
    std::vector<double> tree;
    std::vector<double> passes;
    std::vector<double> page;
    std::pair<double, std::string> slowest;
    for (const std::string &path : paths) {
        const std::string body = core::readArticleFile(root, path).article.body;
        std::vector<double> own;
        std::vector<double> other;
        for (int round = 0; round < kRounds; ++round) {
            own.push_back(millisecondsOf([&] { makePage(root, path); }));
            other.push_back(millisecondsOf([&] { cmarkHtml(body); }));
        }
        pages.push_back(quantile(own, 0.5));
        bare.push_back(quantile(other, 0.5));
        ratios.push_back(pages.back() / bare.back());
        slowest = std::max(slowest, {pages.back(), path});
        const Stages stages = stagesOf(root, path);
        read.push_back(stages.read);
        parse.push_back(stages.parse);
        tree.push_back(stages.tree);
        passes.push_back(std::max(0.0, stages.body - stages.parse - stages.tree));
        page.push_back(stages.page);
    }
    std::printf("%zu articles, milliseconds\n%-22s %8s %8s %8s %8s\n", paths.size(), "", "p50",
                "p99", "max", "mean");
    printRow("file to page", pages);
    printRow("cmark-gfm, bare HTML", bare);
    printRow("  read the file", read);
    printRow("  md4c to HTML", parse);
    printRow("  HTML to tree", tree);
    printRow("  passes and writing", passes);
    printRow("  header and page", page);
    std::printf("p50 / cmark-gfm's p50: %.1f; median of the ratios: %.1f\nslowest: %.1f ms %s\n",
                quantile(pages, 0.5) / quantile(bare, 0.5), quantile(ratios, 0.5), slowest.first,
                slowest.second.c_str());
}

} // namespace

int main(int count, char **words)
{
    core::keepFreedMemory(); // as the program does
    const std::span<char *> arguments(words, static_cast<std::size_t>(count));
    fs::path root = fs::path(LECTERN_SHARED_DIR) / "articles";
    if (!fs::exists(root)) {
        std::cout << "no articles at " << root.string() << "; taking generated ones\n";
        root = fs::temp_directory_path() / "lectern-render-bench";
        if (!bench::writeCorpus({.folder = root.string(), .articles = 2000})) {
            std::cerr << "render_bench: cannot write " << root.string() << '\n';
            return 2;
        }
    }
    const std::vector<std::string> paths = articlesBelow(root);
    if (count == 3 && std::string_view(arguments[1]) == "--bodies") {
        writeBodies(root.string(), paths, arguments[2]);
        return 0;
    }
    cmark_gfm_core_extensions_ensure_registered();
    measure(root.string(), paths);
    return bytesWritten == 0 ? 2 : 0;
}
