#include "core/base/text.h"
#include "core/search/snippet.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <vector>

namespace lectern::core {

namespace {

constexpr std::array<std::string_view, 14> kPieces{"river ", "Bridge", "科学",   "學", "。",
                                                   "\n",     "  ",     "\t",     "ß",  "e\u0301",
                                                   "ＡＢ",   "long",   "，中文", "x"};

std::string randomText(std::mt19937 &random, std::size_t most)
{
    std::string text;
    for (std::size_t count = random() % (most + 1); count > 0; --count) {
        text += kPieces[random() % kPieces.size()];
    }
    return text;
}

/// Columns that \a text takes in a list: a Chinese character takes two.
std::size_t columnsOf(std::string_view text)
{
    std::size_t columns = 0;
    for (const char byte : text) {
        const auto value = static_cast<unsigned char>(byte);
        columns += (value & 0xC0U) == 0x80U ? 0 : value < 0xE0 ? 1 : 2;
    }
    return columns;
}

bool isCharacterStart(std::string_view text, std::size_t at)
{
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

} // namespace

TEST(SnippetProperty, showsAHit_exactlyWhenTheTextHoldsAWord)
{
    std::mt19937 random(54); // NOLINT(cert-msc51-cpp): the same texts in every run
    int shown = 0;
    for (int round = 0; round < 3000; ++round) {
        const std::string text = randomText(random, 400);
        std::vector<std::string> needles;
        for (std::size_t count = random() % 3; count > 0; --count) {
            needles.push_back(foldForSearch(randomText(random, 2)));
        }
        bool isThere = false;
        for (const std::string &needle : needles) {
            isThere |= !needle.empty() && foldForSearch(text).find(needle) != std::string::npos;
        }

        const Snippet snippet = snippetOf(text, needles);

        ASSERT_EQ(!snippet.text.empty(), isThere) << text;
        shown += isThere ? 1 : 0;
    }
    EXPECT_GT(shown, 500);
}

TEST(SnippetProperty, isOneShortLineOfWholeCharacters)
{
    std::mt19937 random(55); // NOLINT(cert-msc51-cpp)
    for (int round = 0; round < 2000; ++round) {
        const std::string text = randomText(random, 600);
        const std::vector<std::string> needles{foldForSearch("river"), foldForSearch("学")};

        const Snippet snippet = snippetOf(text, needles);

        ASSERT_TRUE(isValidUtf8(snippet.text)) << text;
        ASSERT_EQ(snippet.text.find_first_of("\n\t\r"), std::string::npos) << snippet.text;
        ASSERT_EQ(snippet.text.find("  "), std::string::npos) << snippet.text;
        ASSERT_LE(columnsOf(snippet.text), 400U) << "about three lines";
        std::size_t end = 0;
        for (const TextRange &hit : snippet.hits) {
            ASSERT_GE(hit.start, end);
            ASSERT_LT(hit.start, hit.end);
            ASSERT_LE(hit.end, snippet.text.size());
            ASSERT_TRUE(isCharacterStart(snippet.text, hit.start));
            ASSERT_TRUE(isCharacterStart(snippet.text, hit.end));
            const std::string folded
                = foldForSearch(snippet.text.substr(hit.start, hit.end - hit.start));
            ASSERT_TRUE(folded.find(needles[0]) != std::string::npos
                        || folded.find(needles[1]) != std::string::npos)
                << folded;
            end = hit.end;
        }
    }
}

TEST(SnippetProperty, marksTheFirstHitNearItsBeginning)
{
    std::mt19937 random(56); // NOLINT(cert-msc51-cpp)
    int found = 0;
    for (int round = 0; round < 1000; ++round) {
        const std::string text = randomText(random, 300) + "needle" + randomText(random, 300);

        const Snippet snippet = snippetOf(text, std::vector<std::string>{"needle"});

        ASSERT_FALSE(snippet.hits.empty()) << text;
        ASSERT_LE(columnsOf(snippet.text.substr(0, snippet.hits[0].start)), 40U) << snippet.text;
        ASSERT_EQ(snippet.text.substr(snippet.hits[0].start, 6), "needle");
        found += snippet.text.starts_with("…") ? 1 : 0;
    }
    EXPECT_GT(found, 500) << "most begin in the middle of the text";
}

TEST(SnippetProperty, isTheWholeText_whenThatIsShort)
{
    for (const char *const text : {"river", "a river here", "河上的科学 river。"}) {
        EXPECT_EQ(snippetOf(text, std::vector<std::string>{"river"}).text, text);
    }
}

TEST(SnippetProperty, survivesWhateverBytes)
{
    std::mt19937 random(57); // NOLINT(cert-msc51-cpp)
    for (int round = 0; round < 3000; ++round) {
        std::string text = randomText(random, 60);
        for (int faults = 0; faults < 4 && !text.empty(); ++faults) {
            text[random() % text.size()] = static_cast<char>(random());
        }
        const Snippet snippet = snippetOf(text, std::vector<std::string>{"x", "学"});
        for (const TextRange &hit : snippet.hits) {
            ASSERT_LT(hit.start, hit.end);
            ASSERT_LE(hit.end, snippet.text.size());
        }
    }
}

} // namespace lectern::core
