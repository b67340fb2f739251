// The search primitive against the floor: reading the same buffer once. `hits` says how many of the
// 100,000 articles hold the needle.

#include "core/base/text.h"
#include "core/base/text_scan.h"
#include "tests/bench/corpus.h"
#include "tests/bench/floors.h"

#include <benchmark/benchmark.h>

#include <string>
#include <vector>

namespace {

using namespace lectern;

/// As many bytes as the titles and summaries of 100,000 articles have.
struct Buffer
{
    std::string bytes;
    std::vector<std::uint32_t> starts{0};
    core::ByteHistogram histogram{};
};

const Buffer &buffer()
{
    constexpr std::uint32_t kArticles = 100'000;
    constexpr std::size_t kBytesAnArticle = 200;
    static const Buffer kBuffer = [] {
        Buffer made;
        for (std::uint32_t number = 0; number < kArticles; ++number) {
            const std::string article = bench::corpusArticle(1, number);
            const std::size_t body = article.find("---\n\n") + 5;
            made.bytes += core::foldForSearch(
                core::wholeCharacters(std::string_view(article).substr(body), kBytesAnArticle));
            made.bytes += '\0';
            made.starts.push_back(static_cast<std::uint32_t>(made.bytes.size()));
        }
        made.histogram = core::histogramOf(made.bytes);
        return made;
    }();
    return kBuffer;
}

void setThroughput(benchmark::State &state)
{
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(buffer().bytes.size()));
}

void floorXor(benchmark::State &state)
{
    const Buffer &searched = buffer();
    for (auto iteration : state) {
        benchmark::DoNotOptimize(bench::xorAll(searched.bytes));
    }
    setThroughput(state);
}

void articlesWith(benchmark::State &state, const std::string &needle)
{
    const Buffer &searched = buffer();
    std::size_t hits = 0;
    for (auto iteration : state) {
        const core::TextScan scan(needle, searched.histogram);
        const auto articles = scan.findArticles(searched.bytes, searched.starts);
        hits = articles.size();
        benchmark::DoNotOptimize(articles.data());
    }
    setThroughput(state);
    state.counters["hits"] = static_cast<double>(hits);
}

void fold(benchmark::State &state)
{
    const std::string &text = buffer().bytes;
    for (auto iteration : state) {
        benchmark::DoNotOptimize(core::foldForSearch(text));
    }
    setThroughput(state);
}

BENCHMARK(floorXor)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(articlesWith, oneRareWord, "n4711")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(articlesWith, science, "科学")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(articlesWith, oneCharacter, "学")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(articlesWith, oneLetter, "e")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(articlesWith, twoLetters, "th")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(articlesWith, word, "the ")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(articlesWith, nothing, "zebra")->Unit(benchmark::kMillisecond);
BENCHMARK(fold)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
