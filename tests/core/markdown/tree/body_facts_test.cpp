#include "tests/core/markdown/rendering.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <random>
#include <string>

namespace lectern::core {

namespace {

TextLength lengthOf(std::string body)
{
    return renderBody(articleOf(std::move(body)), eagerly()).length;
}

struct Measured
{
    const char *markdown;
    std::uint32_t characters;
    std::uint32_t ideographs;
    std::uint32_t words;
};

void expectLength(const Measured &row)
{
    const TextLength length = lengthOf(row.markdown);
    EXPECT_EQ(length.characters, row.characters) << row.markdown;
    EXPECT_EQ(length.ideographs, row.ideographs) << row.markdown;
    EXPECT_EQ(length.words, row.words) << row.markdown;
}

std::vector<PageImage> imagesOf(std::string body)
{
    return renderBody(articleOf(std::move(body)), eagerly()).images;
}

} // namespace

TEST(BodyFacts, wordsAreCounted_whereBlanksSetThemApart)
{
    constexpr Measured rows[] = {
        {"", 0, 0, 0},
        {"one", 3, 0, 1},
        {"one two", 6, 0, 2},
        {"one\ntwo", 6, 0, 2},
        {"one, two. Three!", 14, 0, 3},
        {"don't", 5, 0, 1},
        {"don’t", 5, 0, 1},
        {"state-of-the-art", 16, 0, 1},
        {"snake_case", 10, 0, 1},
        {"a/b", 3, 0, 2},
        {"3.14", 4, 0, 2},
        {"C++ 20", 5, 0, 2},
        {"Straße über Öl", 12, 0, 3},
        {"привет мир", 9, 0, 2},
        {"— … !", 3, 0, 0},
    };
    for (const Measured &row : rows) {
        expectLength(row);
    }
}

TEST(BodyFacts, ideographsAreCountedOneByOne)
{
    constexpr Measured rows[] = {
        {"深度学习", 4, 4, 0},   {"深度，学习。", 6, 4, 0}, {"ひらがな", 4, 4, 0},
        {"カタカナ", 4, 4, 0},   {"한국어 말", 4, 0, 2},    {"𠮷野家", 3, 3, 0},
        {"用Qt写程序", 6, 4, 1}, {"Qt写Qt", 5, 1, 2},       {"第 3 章", 3, 2, 1},
        {"第3章", 3, 2, 1},      {"「引用」", 4, 2, 0},     {"ＡＢＣ", 3, 0, 1},
    };
    for (const Measured &row : rows) {
        expectLength(row);
    }
}

TEST(BodyFacts, aMarkInsideAWord_doesNotEndIt)
{
    constexpr Measured rows[] = {
        {"un**believ**able", 12, 0, 1}, {"*a*b", 2, 0, 1},
        {"un`code`d", 7, 0, 1},         {"H<sub>2</sub>O", 3, 0, 1},
        {"e\u0301te\u0301", 5, 0, 1},
    };
    for (const Measured &row : rows) {
        expectLength(row);
    }
}

TEST(BodyFacts, blocksAndBreaks_endAWord)
{
    for (const char *const markdown : {"one\n\ntwo", "# one\n\ntwo", "- one\n- two", "one<br>two",
                                       "| one | two |\n| - | - |", "> one\n\ntwo"}) {
        EXPECT_EQ(lengthOf(markdown).words, 2U) << markdown;
    }
}

TEST(BodyFacts, numbersOfNotes_areNotRead)
{
    const RenderedBody body = renderBody(articleOf("a[^1] b[^x]\n\n[^1]: one\n[^x]: 二三\n"));

    EXPECT_EQ(body.footnotes, 2U);
    EXPECT_EQ(body.length.words, 3U);
    EXPECT_EQ(body.length.ideographs, 2U);
    EXPECT_EQ(body.length.characters, 7U);
}

TEST(BodyFacts, footnotesAreTheNotes_notTheirUses)
{
    EXPECT_EQ(renderBody(articleOf("a[^1] b[^1]\n\n[^1]: one")).footnotes, 1U);
    EXPECT_EQ(renderBody(articleOf("a\n\n[^1]: never used")).footnotes, 1U);
    EXPECT_EQ(renderBody(articleOf("a[^1] without a note")).footnotes, 0U);
    EXPECT_EQ(renderBody(articleOf("1. an item\n2. another")).footnotes, 0U);
}

TEST(BodyFacts, imagesAreListedInTheirOrder)
{
    const auto images = imagesOf("![甲](https://a.b/1.png)\n\n![two](https://a.b/2.png)\n\n"
                                 "> ![](https://a.b/1.png)\n");

    ASSERT_EQ(images.size(), 3U);
    EXPECT_EQ(images[0].address, "https://a.b/1.png");
    EXPECT_EQ(images[0].alt, "甲");
    EXPECT_EQ(images[1].address, "https://a.b/2.png");
    EXPECT_EQ(images[1].alt, "two");
    EXPECT_EQ(images[2].address, "https://a.b/1.png");
    EXPECT_EQ(images[2].alt, "");
}

TEST(BodyFacts, aSizeIsKnown_whereItIsInPixels)
{
    struct Row
    {
        const char *attributes;
        std::uint32_t width;
        std::uint32_t height;
    };

    constexpr Row rows[] = {
        {"width=\"640\" height=\"480\"", 640, 480},
        {"width=640", 640, 0},
        {"height='48'", 0, 48},
        {"width=\"50%\"", 0, 0},
        {"width=\"auto\"", 0, 0},
        {"width=\"-5\"", 0, 0},
        {"width=\"99999999999\"", 0, 0},
        {"", 0, 0},
    };
    for (const Row &row : rows) {
        const auto images
            = imagesOf("<img src=\"https://a.b/c.png\" " + std::string(row.attributes) + ">");
        ASSERT_EQ(images.size(), 1U) << row.attributes;
        EXPECT_EQ(images[0].width, row.width) << row.attributes;
        EXPECT_EQ(images[0].height, row.height) << row.attributes;
    }
}

TEST(BodyFacts, codeAndFormulas_areSaidToBeThere)
{
    struct Row
    {
        const char *markdown;
        bool hasCode;
        bool hasMath;
    };

    constexpr Row rows[] = {
        {"```\na\n```", true, false},   {"a\n\n    b", true, false}, {"`a`", false, false},
        {"$$\nx^2\n$$", false, true},   {"`$PATH`", false, false},   {"五元 $5", false, false},
        {"<pre>a</pre>", false, false},
    };
    for (const Row &row : rows) {
        const RenderedBody body = renderBody(articleOf(row.markdown));
        EXPECT_EQ(body.hasCode, row.hasCode) << row.markdown;
        EXPECT_EQ(body.hasMath, row.hasMath) << row.markdown;
    }
}

TEST(BodyFactsProperty, aTextIsAsLongAsItsParts_whateverTheyAre)
{
    constexpr std::array<Measured, 9> kParts{{{"river", 5, 0, 1},
                                              {"深度学习", 4, 4, 0},
                                              {"**bold words**", 9, 0, 2},
                                              {"水。", 2, 1, 0},
                                              {"`code`", 4, 0, 1},
                                              {"[链接](https://a.b)", 2, 2, 0},
                                              {"![图](https://a.b/c.png)", 0, 0, 0},
                                              {"1984", 4, 0, 1},
                                              {"……", 2, 0, 0}}};
    std::mt19937 random(71); // NOLINT(cert-msc51-cpp): the same texts in every run
    for (int round = 0; round < 300; ++round) {
        Measured sum{"", 0, 0, 0};
        std::string body;
        for (std::size_t count = random() % 20; count > 0; --count) {
            const Measured &part = kParts[random() % kParts.size()];
            body.append(part.markdown).append(random() % 3 == 0 ? "\n\n" : " ");
            sum.characters += part.characters;
            sum.ideographs += part.ideographs;
            sum.words += part.words;
        }
        sum.markdown = body.c_str();
        expectLength(sum);
    }
}

} // namespace lectern::core
