#include "core/base/text_scan.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::core {

namespace {

TextScan scanFor(std::string_view needle, std::string_view haystack, ScanKind kind)
{
    return {needle, histogramOf(haystack), kind};
}

std::vector<std::size_t> everyOccurrence(std::string_view haystack, std::string_view needle)
{
    std::vector<std::size_t> offsets;
    for (std::size_t hit = haystack.find(needle); hit != std::string_view::npos;
         hit = haystack.find(needle, hit + 1)) {
        offsets.push_back(hit);
    }
    return offsets;
}

/// A few letters, so that needles occur often, overlap and nearly fit.
std::string randomText(std::mt19937 &random, std::size_t length)
{
    std::string text;
    for (std::size_t index = 0; index < length; ++index) {
        text += static_cast<char>('a' + std::uniform_int_distribution<int>(0, 2)(random));
    }
    return text;
}

} // namespace

class TextScanOfKind : public testing::TestWithParam<ScanKind>
{
};

INSTANTIATE_TEST_SUITE_P(Kinds, TextScanOfKind, testing::ValuesIn(availableScans()),
                         [](const auto &kind) {
                             switch (kind.param) {
                             case ScanKind::Portable:
                                 return "Portable";
                             case ScanKind::Sse2:
                                 return "Sse2";
                             case ScanKind::Neon:
                                 return "Neon";
                             case ScanKind::Avx2:
                                 return "Avx2";
                             }
                             return "Unknown";
                         });

TEST_P(TextScanOfKind, findsOverlappingOccurrences)
{
    const std::string text(100, 'a');

    const auto hits = scanFor("aaa", text, GetParam()).findAll(text);

    ASSERT_EQ(hits.size(), 98U);
    EXPECT_EQ(hits.front(), 0U);
    EXPECT_EQ(hits.back(), 97U);
}

TEST_P(TextScanOfKind, findsChinese_whereverItStarts)
{
    const std::string_view text = "天空为什么是蓝的，科学小品；自然科学";

    const auto hits = scanFor("科学", text, GetParam()).findAll(text);

    EXPECT_EQ(hits, (std::vector<std::size_t>{27, 48}));
}

TEST_P(TextScanOfKind, findsNothing_whenNeedleIsLonger)
{
    EXPECT_EQ(scanFor("abcd", "abc", GetParam()).find("abc"), TextScan::kNotFound);
    EXPECT_EQ(scanFor("a", "", GetParam()).find(""), TextScan::kNotFound);
}

TEST_P(TextScanOfKind, findsTheEmptyNeedleWhereItLooks_asStringViewDoes)
{
    const TextScan scan = scanFor("", "abc", GetParam());

    EXPECT_EQ(scan.find("abc", 1), 1U);
    EXPECT_EQ(scan.find("abc", 3), 3U);
    EXPECT_EQ(scan.find("abc", 4), TextScan::kNotFound);
}

TEST_P(TextScanOfKind, findsZeroBytes)
{
    const std::string text("a\0b\0c", 5);

    EXPECT_EQ(scanFor(std::string_view("\0c", 2), text, GetParam()).find(text), 3U);
}

TEST_P(TextScanOfKind, agreesWithStringView_onRandomTexts)
{
    std::mt19937 random(5);
    for (int round = 0; round < 4'000; ++round) {
        const std::size_t length = std::uniform_int_distribution<std::size_t>(0, 300)(random);
        const std::string text = randomText(random, length);
        const std::string needle
            = randomText(random, std::uniform_int_distribution<std::size_t>(1, 9)(random));

        ASSERT_EQ(scanFor(needle, text, GetParam()).findAll(text), everyOccurrence(text, needle))
            << needle << " in " << text;
    }
}

TEST_P(TextScanOfKind, findsTheOnlyOccurrence_atEveryAlignmentAndDistanceFromTheEnd)
{
    constexpr std::size_t kLongest = 170;
    // Exactly as large as the text, so that AddressSanitizer sees a read beyond either end.
    for (std::size_t length = 1; length <= kLongest; ++length) {
        for (const std::string_view needle :
             {"x", "xy", "xzzzzy", "xzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzy"}) {
            for (std::size_t at = 0; at + needle.size() <= length; ++at) {
                const auto bytes = std::make_unique<char[]>(length);
                std::fill_n(bytes.get(), length, '.');
                std::ranges::copy(needle, bytes.get() + at);
                const std::string_view text(bytes.get(), length);
                const TextScan scan = scanFor(needle, text, GetParam());

                ASSERT_EQ(scan.find(text), at);
                ASSERT_EQ(scan.find(text, at), at);
                ASSERT_EQ(scan.find(text, at + 1), TextScan::kNotFound);
            }
        }
    }
}

TEST_P(TextScanOfKind, findsTheSame_whenTheHistogramIsWrong)
{
    const std::string_view text
        = "the quick brown fox jumps over the lazy dog, the end of the story";

    const TextScan scan("the", ByteHistogram{}, GetParam());

    EXPECT_EQ(scan.findAll(text), (std::vector<std::size_t>{0, 31, 45, 56}));
}

TEST_P(TextScanOfKind, namesEachArticleOnce)
{
    const std::string buffer("sky sky.\0moon.\0.\0the sky\0", 25);
    const std::vector<std::uint32_t> starts{0, 9, 15, 17, 25};

    const auto articles = scanFor("sky", buffer, GetParam()).findArticles(buffer, starts);

    EXPECT_EQ(articles, (std::vector<std::uint32_t>{0, 3}));
}

TEST_P(TextScanOfKind, namesNoArticle_whenThereIsNone)
{
    const TextScan scan = scanFor("sky", "", GetParam());

    EXPECT_TRUE(scan.findArticles("", {}).empty());
    EXPECT_TRUE(scan.findArticles("", std::vector<std::uint32_t>{0}).empty());
    EXPECT_TRUE(scan.findArticles("sky", std::vector<std::uint32_t>{0, 0, 0}).empty());
}

TEST_P(TextScanOfKind, namesTheArticlesOfEveryHit_onRandomTexts)
{
    std::mt19937 random(11);
    for (int round = 0; round < 2'000; ++round) {
        const std::string text = randomText(random, 200);
        const std::string needle
            = randomText(random, std::uniform_int_distribution<std::size_t>(1, 5)(random));
        std::vector<std::uint32_t> starts{0};
        while (starts.back() < text.size()) {
            const auto length = std::uniform_int_distribution<std::uint32_t>(0, 40)(random);
            starts.push_back(
                std::min(starts.back() + length, static_cast<std::uint32_t>(text.size())));
        }
        std::vector<std::uint32_t> expected;
        for (std::uint32_t article = 0; article + 1 < starts.size(); ++article) {
            const std::size_t hit = text.find(needle, starts[article]);
            if (hit < starts[article + 1]) {
                expected.push_back(article);
            }
        }

        ASSERT_EQ(scanFor(needle, text, GetParam()).findArticles(text, starts), expected);
    }
}

} // namespace lectern::core
