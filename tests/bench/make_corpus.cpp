#include "tests/bench/corpus.h"

#include <algorithm>
#include <charconv>
#include <iostream>
#include <optional>
#include <span>
#include <string_view>
#include <thread>

namespace {

std::optional<std::uint32_t> numberOf(std::string_view text)
{
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return number;
}

} // namespace

int main(int count, char **words)
{
    const std::span<char *> arguments(words, static_cast<std::size_t>(count));
    const auto articles = count >= 3 ? numberOf(arguments[2]) : std::nullopt;
    const auto seed = count == 4 ? numberOf(arguments[3]) : std::optional<std::uint32_t>(1);
    if (count > 4 || !articles || !seed) {
        std::cerr << "usage: make_corpus FOLDER ARTICLES [SEED]\n";
        return 2;
    }
    const lectern::bench::CorpusOptions options{
        .folder = arguments[1],
        .articles = *articles,
        .seed = *seed,
        .threads = std::max(1U, std::thread::hardware_concurrency()),
    };
    if (!lectern::bench::writeCorpus(options)) {
        std::cerr << "make_corpus: " << options.folder << " cannot be written\n";
        return 2;
    }
    return 0;
}
