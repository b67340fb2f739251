// The index, the searches and the peers that do the same, on a generated library:
//   library_bench WORK_FOLDER [ARTICLES [PART...]]
// WORK_FOLDER keeps the generated articles from one run to the next; PART is one of cold, pack,
// hugo, refresh, keys, text, facets, million, and without any all are run. Exit code 1: a figure
// misses what it must be.

#include "core/library/indexer.h"
#include "core/library/library_builder.h"
#include "core/library/library_columns.h"
#include "core/library/snapshot.h"
#include "core/search/body_search.h"
#include "core/search/facet_counts.h"
#include "core/search/query_parser.h"
#include "core/search/select.h"
#include "core/search/text_pack.h"
#include "tests/bench/floors.h"
#include "tests/bench/peers.h"
#include "tests/bench/ready_corpus.h"
#include "tests/bench/rounds.h"
#include "tests/support/record_of.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using namespace lectern;

using LibraryPointer = std::shared_ptr<const core::Library>;

volatile std::uint64_t g_sink; // What keeps the compiler from leaving a floor out.

LibraryPointer indexed(const std::string &folder, const LibraryPointer &previous)
{
    return core::indexFolder(folder, previous, {}).value();
}

/// What the window asks for at first: list, facets and search.
LibraryPointer indexedForWindow(const std::string &folder)
{
    core::IndexOptions options;
    options.titles = core::TitleOrdering::WhenAsked;
    return core::indexFolder(folder, nullptr, options).value();
}

bool benchColdIndex(const std::string &folder)
{
    const std::vector<std::string> files = bench::filesBelow(folder);
    return bench::report(
        bench::ratioFigure("cold index / 2-thread open+read",
                           bench::compare([&] { g_sink = bench::readAll(files); },
                                          [&] { g_sink = indexedForWindow(folder)->size(); }),
                           2.0, 1.3));
}

bool benchTextPack(const std::string &folder, const std::string &cache)
{
    const std::vector<std::string> files = bench::filesBelow(folder);
    const LibraryPointer library = indexed(folder, nullptr);
    return bench::report(bench::ratioFigure(
        "text pack built / 2-thread open+read",
        bench::compare(
            [&] { g_sink = bench::readAll(files); },
            [&] { g_sink = core::TextPack::update(cache, *library, {}).value()->entries().size(); },
            [&] { std::filesystem::remove_all(cache + "/libraries"); }),
        6, 4));
}

/// Writes every hundredth file anew, so that its stamp changes.
void touchSome(const std::vector<std::string> &files)
{
    for (std::size_t index = 0; index < files.size(); index += 100) {
        std::ofstream(files[index], std::ios::app) << '\n';
    }
}

bool benchRefresh(const std::string &folder)
{
    const std::vector<std::string> files = bench::filesBelow(folder);
    const LibraryPointer library = indexed(folder, nullptr);
    const auto floor = [&] { g_sink = bench::statAll(folder); };
    const bool isUnchangedFast = bench::report(bench::ratioFigure(
        "refresh, nothing changed / 2-thread stat walk",
        bench::compare(floor, [&] { g_sink = indexed(folder, library)->size(); }), 1.5, 1.15));
    const auto changed = bench::compare(
        floor, [&] { g_sink = indexed(folder, library)->size(); }, [&] { touchSome(files); });
    return bench::report(
               bench::ratioFigure("refresh, 1% changed / 2-thread stat walk", changed, 1.6, 1.25))
        && isUnchangedFast;
}

/// What people type, letter by letter.
std::vector<std::string> keystrokes()
{
    return {"学",     "学习", "学习的", "t",    "th",      "the",          "the r",
            "the ri", "了",   "桥",     "桥梁", "zzz",     "图书馆里没有", "patient",
            "2025",   "N4",   "月",     "月亮", "narrow b"};
}

std::vector<double> keystrokeTimes(const core::Library &library, int rounds)
{
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        for (const std::string &line : keystrokes()) {
            times.push_back(bench::timeOnce(
                [&] { g_sink = core::select(library, core::parseQuery(line), {}).size(); }));
        }
    }
    return times;
}

bool benchKeystrokes(const core::Library &library, const char *name, double mustP99Ms,
                     double aimP99Ms)
{
    const std::string_view bytes = library.columns().bytesOf(core::Section::SearchBytes);
    std::size_t next = 0;
    const std::vector<std::string> lines = keystrokes();
    const auto ratio = bench::compare(
        [&] {
            for (std::size_t count = 0; count < lines.size(); ++count) {
                g_sink = bench::xorAll(bytes);
            }
        },
        [&] {
            for (std::size_t count = 0; count < lines.size(); ++count) {
                const auto &line = lines[next++ % lines.size()];
                g_sink = core::select(library, core::parseQuery(line), {}).size();
            }
        },
        {}, 21);
    const bool isFast = bench::report(bench::ratioFigure(
        std::string("keystroke to rows / XOR of the buffer") + name, ratio, 4, 2.5));
    const double p99 = bench::quantile(keystrokeTimes(library, 60), 0.99);
    return bench::report({.what = std::string("keystroke to rows, p99") + name,
                          .value = p99,
                          .must = mustP99Ms,
                          .aim = aimP99Ms,
                          .unit = "ms",
                          .detail = {}})
        && isFast;
}

bool benchFacets(const core::Library &library)
{
    std::vector<double> times;
    for (int round = 0; round < 40; ++round) {
        for (const std::string &line : keystrokes()) {
            const auto rows = core::select(library, core::parseQuery(line), {});
            times.push_back(bench::timeOnce([&] {
                for (std::size_t taxonomy = 0; taxonomy < core::kTaxonomies; ++taxonomy) {
                    g_sink = core::countTerms(library, static_cast<core::Taxonomy>(taxonomy), rows)
                                 .size();
                }
                g_sink = core::countMonths(library, rows).size();
            }));
        }
    }
    return bench::report({.what = "facet counts after a filter, p99",
                          .value = bench::quantile(times, 0.99),
                          .must = 4,
                          .aim = 1,
                          .unit = "ms",
                          .detail = {}});
}

bool benchFullText(const std::string &folder, const std::string &cache)
{
    const LibraryPointer library = indexed(folder, nullptr);
    const auto pack = core::TextPack::update(cache, *library, {}).value();
    const core::BodySearch bodies(pack, *library);
    core::SelectContext context;
    context.searchBodies
        = [&](std::string_view needle, core::RowSet &rows) { bodies.search(needle, rows); };
    bool holds = true;
    for (const std::string needle : {"桥梁", "patient", "N413"}) {
        // It also looks at the front matter. An ignore file above the work folder must not hide it.
        const std::string list = "rg --no-ignore -c -i -F '" + needle + "' '" + folder + "'";
        const std::string peer = list + " >/dev/null 2>&1 || true";
        const core::Query query = core::parseQuery("body:" + needle);
        const std::size_t found = core::select(*library, query, {}, context).size();
        if (!bench::didTheWork("rg " + needle, found, bench::countLines(list))) {
            holds = false;
            continue;
        }
        const auto figure = bench::compare(
            [&] { g_sink = static_cast<std::uint64_t>(std::system(peer.c_str())); },
            [&] { g_sink = core::select(*library, query, {}, context).size(); });
        holds = bench::report(bench::ratioFigure("full text of " + needle + " / rg -c -i -F",
                                                 figure, 1.0 / 15, 1.0 / 30))
            && holds;
    }
    return holds;
}

bool benchHugo(const std::string &work)
{
    constexpr std::uint32_t kArticles = 10'000;
    // Hugo stops at the first article whose front matter is broken.
    const std::string folder = bench::readyCorpus(work, kArticles, bench::Broken::None);
    const std::string site = work + "/site";
    std::filesystem::create_directories(site);
    std::ofstream(site + "/config.toml") << "title = 'Site'\ncontentDir = '" << folder << "'\n";
    const std::string list = "hugo list all -s '" + site + "'";
    const std::string peer = list + " >/dev/null 2>&1";
    const std::size_t lines = bench::countLines(list);
    // The first line names the columns.
    if (!bench::didTheWork("hugo", indexedForWindow(folder)->size(),
                           lines - std::min(lines, 1UL))) {
        return false;
    }
    const auto figure
        = bench::compare([&] { g_sink = static_cast<std::uint64_t>(std::system(peer.c_str())); },
                         [&] { g_sink = indexedForWindow(folder)->size(); });
    return bench::report(bench::ratioFigure("cold index / hugo list all, 10,000 articles", figure,
                                            1.0 / 15, 1.0 / 40));
}

/// The library of \a folder over and over, until it has a million articles.
LibraryPointer million(const LibraryPointer &library)
{
    constexpr std::uint32_t kArticles = 1'000'000;
    std::vector<core::ArticleRecord> records;
    records.reserve(kArticles);
    for (std::uint32_t number = 0; number < kArticles; ++number) {
        records.push_back(tests::recordOf(*library, number % library->size()));
        records.back().path = std::to_string(number / library->size()) + "/" + records.back().path;
    }
    return core::buildLibrary(library->root(), std::move(records), {});
}

bool benchMillion(const LibraryPointer &library, const std::string &cache)
{
    const LibraryPointer large = million(library);
    bool holds = benchKeystrokes(*large, ", 1,000,000", 25, 15);
    if (!core::saveSnapshot(cache, *large)) {
        return false;
    }
    std::vector<double> times;
    for (int round = 0; round < 7; ++round) {
        times.push_back(bench::timeOnce([&] {
            const auto kept = core::loadSnapshot(cache, large->root()).value();
            g_sink = core::select(*kept, core::parseQuery(""), {}).size();
        }));
    }
    return bench::report({.what = "list open from the snapshot, 1,000,000",
                          .value = bench::quantile(times, 0.5),
                          .must = 500,
                          .aim = 250,
                          .unit = "ms",
                          .detail = {}})
        && holds;
}

} // namespace

int main(int count, char **words)
{
    const std::span<char *> arguments(words, static_cast<std::size_t>(count));
    if (count < 2) {
        std::fputs("usage: library_bench WORK_FOLDER [ARTICLES [PART...]]\n", stderr);
        return 2;
    }
    std::uint32_t articles = 100'000;
    if (count >= 3) {
        const std::string_view text = arguments[2];
        std::from_chars(text.data(), text.data() + text.size(), articles);
    }
    const std::string work = arguments[1];
    const std::string cache = work + "/cache";
    const std::string folder = bench::readyCorpus(work, articles);
    const LibraryPointer library = indexed(folder, nullptr);

    const std::vector<std::pair<std::string_view, std::function<bool()>>> parts{
        {"cold", [&] { return benchColdIndex(folder); }},
        {"pack", [&] { return benchTextPack(folder, cache); }},
        {"hugo", [&] { return benchHugo(work); }},
        {"refresh", [&] { return benchRefresh(folder); }},
        {"keys", [&] { return benchKeystrokes(*library, "", 3, 2); }},
        {"text", [&] { return benchFullText(folder, cache); }},
        {"facets", [&] { return benchFacets(*library); }},
        {"million", [&] { return benchMillion(library, cache); }},
    };
    bool holds = true;
    for (const auto &[name, run] : parts) {
        const bool isWanted
            = count <= 3 || std::ranges::find(arguments.subspan(3), name) != arguments.end();
        holds = (!isWanted || run()) && holds;
    }
    return holds ? 0 : 1;
}
