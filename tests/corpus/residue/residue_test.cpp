#include "core/article/article_file.h"
#include "core/base/text.h"
#include "core/markdown/html/html_tree.h"
#include "core/markdown/links/link_resolver.h"
#include "core/markdown/markdown.h"
#include "tests/corpus/residue/residue.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <map>
#include <string>
#include <thread>
#include <vector>

namespace lectern::tests {

namespace {

namespace fs = std::filesystem;

const fs::path kShared = LECTERN_SHARED_DIR;

/// Paths of all articles below \a folder, sorted.
std::vector<std::string> articlePaths(const fs::path &folder)
{
    std::vector<std::string> paths;
    for (const auto &entry : fs::recursive_directory_iterator(folder)) {
        const fs::path &path = entry.path();
        if (entry.is_regular_file() && (path.extension() == ".md" || path.extension() == ".mdx")) {
            paths.push_back(fs::relative(path, folder).string());
        }
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

/// Finds articles by the name of their file, as a library does.
core::FindArticle finderOf(const std::vector<std::string> &paths)
{
    std::map<std::string, std::string> byName;
    for (const std::string &path : paths) {
        byName.emplace(core::foldForSearch(fs::path(path).stem().string()), path);
    }
    return [byName](std::string_view name, std::string_view) -> std::optional<std::string> {
        const auto found = byName.find(core::foldForSearch(name));
        return found == byName.end() ? std::nullopt : std::optional(found->second);
    };
}

/// What a reader of the article sees of its markup, as `mark in: text around it`.
std::string residueOf(const std::string &root, const std::string &path,
                      const core::FindArticle &findArticle)
{
    const core::LinkResolver resolver(root, path, findArticle);
    const core::Article article = core::readArticleFile(root, path).article;
    const core::RenderedBody body = core::renderBody(article, {.resolver = &resolver});
    const auto tree = core::parseHtml(body.html);
    const Residue residue = tree ? visibleMarkup(*tree) : Residue{};
    // Stars with backslashes are text.
    const bool isText = residue.mark == "**" && article.body.find("\\*") != std::string::npos;
    return residue.mark.empty() || isText ? "" : residue.mark + " in: " + residue.around;
}

/// The residue of each of \a paths, found by all processors.
std::vector<std::string> residues(const std::string &root, const std::vector<std::string> &paths)
{
    const core::FindArticle findArticle = finderOf(paths);
    std::vector<std::string> found(paths.size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < paths.size(); i = next++) {
            found[i] = residueOf(root, paths[i], findArticle);
        }
    };
    std::vector<std::thread> threads;
    for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i) {
        threads.emplace_back(work);
    }
    std::for_each(threads.begin(), threads.end(), [](std::thread &thread) { thread.join(); });
    return found;
}

struct Folder
{
    std::string path; ///< below the shared data
    double maxPercent = 0;
};

void PrintTo(const Folder &folder, std::ostream *out)
{
    *out << folder.path;
}

/// The folder's path as a name that a test may have.
std::string nameOfFolder(const testing::TestParamInfo<Folder> &parameter)
{
    std::string name = parameter.param.path;
    std::replace_if(
        name.begin(), name.end(), [](char c) { return c == '/' || c == '-'; }, '_');
    return name;
}

} // namespace

class ResidueOf : public testing::TestWithParam<Folder>
{
};

TEST_P(ResidueOf, articles_staysBelowItsShare)
{
    const fs::path root = kShared / GetParam().path;
    if (!fs::exists(root)) {
        GTEST_SKIP() << "no articles at " << root;
    }
    const std::vector<std::string> paths = articlePaths(root);

    const std::vector<std::string> found = residues(root.string(), paths);

    std::string list;
    double count = 0;
    for (std::size_t i = 0; i < paths.size(); ++i) {
        count += found[i].empty() ? 0 : 1;
        list += found[i].empty() ? "" : paths[i] + ": " + found[i] + "\n";
    }
    EXPECT_LE(100 * count / static_cast<double>(paths.size()), GetParam().maxPercent) << list;
}

// Of the articles, those that are left are code which a converter wrote as prose, texts about
// templates, stars that grade and bold text that the author began or ended only once.
INSTANTIATE_TEST_SUITE_P(Folders, ResidueOf,
                         testing::Values(Folder{"articles", 0.5}, Folder{"ecosystems/eleventy", 2},
                                         Folder{"ecosystems/hexo-fightinggg", 2},
                                         Folder{"ecosystems/hugo-dapr", 2},
                                         Folder{"ecosystems/jekyll-mzlogin", 2},
                                         Folder{"ecosystems/logseq", 2},
                                         Folder{"ecosystems/mkdocs-material", 2},
                                         Folder{"ecosystems/vuepress-javaguide", 2}),
                         nameOfFolder);

} // namespace lectern::tests
