#include "core/article/article_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>

namespace lectern::core {

namespace {

using testing::ElementsAre;

/// A value that people write and a YAML parser refuses, and the text that is meant.
struct Innocent
{
    std::string_view written;
    std::string_view meant;
};

constexpr std::array<Innocent, 16> kInnocents{{
    {"A: B", "A: B"},
    {"[AI] news", "[AI] news"},
    {"\"a\" b", "\"a\" b"},
    {"@x", "@x"},
    {"*x", "*x"},
    {"`x", "`x"},
    {"% x", "% x"},
    {"- x", "- x"},
    {"\"C:\\path\"", "C:\\path"},
    {"\"A \"q\" B\"", "A \"q\" B"},
    {"{AI} news", "{AI} news"},
    {"'it's'", "it's"},
    {"标题：副标题: 更多", "标题：副标题: 更多"},
    {"\"他说\"你好\"吧\"", "他说\"你好\"吧"},
    {"\"no end", "no end"},
    {"%百分比", "%百分比"},
}};

Article parsed(const std::string &block)
{
    return parseArticle("name.md", "---\n" + block + "---\nBody\n");
}

std::string line(std::string_view key, std::string_view value)
{
    return std::string(key) + ": " + std::string(value) + "\n";
}

const std::string kRest = "date: 2024-05-06 07:08:09\ntags: [a, b]\ncategories:\n  - c\n";

void expectTheRest(const Article &article, const std::string &block)
{
    EXPECT_EQ(toIso8601(article.meta.date.value_or(Timestamp{})), "2024-05-06T07:08:09") << block;
    EXPECT_THAT(article.meta.tags, ElementsAre("a", "b")) << block;
    EXPECT_THAT(article.meta.categories, ElementsAre("c")) << block;
    EXPECT_EQ(article.body, "Body\n") << block;
}

enum class Order { LittleEndian, BigEndian };

/// \a text, of characters below U+10000, in units of \a bytes.
std::string wide(std::u16string_view text, std::size_t bytes, Order order)
{
    std::string encoded;
    for (const char16_t unit : text) {
        for (std::size_t byte = 0; byte < bytes; ++byte) {
            const std::size_t place = order == Order::LittleEndian ? byte : bytes - 1 - byte;
            encoded += place > 1 ? '\0' : static_cast<char>(unit >> (8 * place) & 0xFF);
        }
    }
    return encoded;
}

} // namespace

TEST(InnocentFrontMatter, keepsEveryField_whicheverHoldsTheValue)
{
    for (const Innocent &innocent : kInnocents) {
        const std::string titled = line("title", innocent.written) + line("summary", "s") + kRest;
        const Article withTitle = parsed(titled);
        EXPECT_EQ(withTitle.meta.title, innocent.meant) << titled;
        EXPECT_EQ(withTitle.meta.summary, "s") << titled;
        expectTheRest(withTitle, titled);

        const std::string summarised
            = kRest + line("summary", innocent.written) + line("title", "t");
        const Article withSummary = parsed(summarised);
        EXPECT_EQ(withSummary.meta.title, "t") << summarised;
        EXPECT_EQ(withSummary.meta.summary, innocent.meant) << summarised;
        expectTheRest(withSummary, summarised);
    }
}

TEST(InnocentFrontMatter, keepsEveryField_whenTwoHoldSuchValues)
{
    for (const Innocent &first : kInnocents) {
        for (const Innocent &second : kInnocents) {
            if (first.written == "\"no end") {
                continue; // A quote that stays open may take the next line with it.
            }
            const std::string block
                = line("title", first.written) + kRest + line("summary", second.written);
            const Article article = parsed(block);
            EXPECT_EQ(article.meta.title, first.meant) << block;
            EXPECT_EQ(article.meta.summary, second.meant) << block;
            expectTheRest(article, block);
        }
    }
}

TEST(InnocentFrontMatter, namesTheLineThatIsBroken)
{
    for (const Innocent &innocent : kInnocents) {
        const Article article = parsed(kRest + line("title", innocent.written));

        ASSERT_FALSE(article.problems.empty()) << innocent.written;
        EXPECT_EQ(article.problems.front().code, ProblemCode::FrontMatterBroken)
            << innocent.written;
        EXPECT_EQ(article.problems.front().line, 6U) << innocent.written;
        EXPECT_EQ(article.problems.front().valueUsed, innocent.meant);
    }
}

TEST(InnocentFrontMatter, keepsTheDate_whenAListIsNotClosed)
{
    const Article article = parsed("title: T\ntags: [a, b\ndate: 2024-05-06 07:08:09\n");

    EXPECT_EQ(article.meta.title, "T");
    EXPECT_THAT(article.meta.tags, ElementsAre("a", "b"));
    EXPECT_EQ(toIso8601(article.meta.date.value_or(Timestamp{})), "2024-05-06T07:08:09");
}

TEST(FrontMatterEncodings, areReadAlike_withAndWithoutAMark)
{
    const std::u16string text
        = u"---\ntitle: 春天 spring\ndate: 2024-05-06\ntags: [天气]\n---\nBody "
          u"text of an article, long enough to be told by its zeros.\n";
    for (const std::size_t bytes : {2U, 4U}) {
        for (const Order order : {Order::LittleEndian, Order::BigEndian}) {
            const std::string encoded = wide(text, bytes, order);
            const std::string mark = wide(u"\uFEFF", bytes, order);
            for (const std::string &file : {encoded, mark + encoded}) {
                const Article article = parseArticle("name.md", file);

                EXPECT_EQ(article.meta.title, "春天 spring") << bytes;
                EXPECT_EQ(toIso8601(article.meta.date.value_or(Timestamp{})), "2024-05-06");
                EXPECT_THAT(article.meta.tags, ElementsAre("天气"));
                EXPECT_EQ(article.body,
                          "Body text of an article, long enough to be told by its zeros.\n");
            }
        }
    }
}

TEST(FrontMatterEncodings, replaceWhatMeansNothing_andSayWhere)
{
    for (const std::string_view bytes :
         {"\xFF", "\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\x80"}) {
        const Article article = parsed("title: spring " + std::string(bytes)
                                       + " 春天的消息到了，大家都很高兴\n" + kRest);

        EXPECT_TRUE(article.meta.title.starts_with("spring \uFFFD")) << article.meta.title;
        EXPECT_TRUE(article.meta.title.ends_with(" 春天的消息到了，大家都很高兴"));
        expectTheRest(article, article.meta.title);
        ASSERT_FALSE(article.problems.empty());
        EXPECT_EQ(article.problems.front().code, ProblemCode::EncodingInvalid);
        EXPECT_EQ(article.problems.front().line, 2U);
        EXPECT_EQ(article.problems.front().column, 15U);
    }
}

TEST(FrontMatterAnchors, takeTheLastOfTheirName)
{
    const Article article = parsed("a: &x one\nb: &x two\ntitle: *x\n" + kRest);

    EXPECT_EQ(article.meta.title, "two");
    expectTheRest(article, "anchors");
}

TEST(FrontMatterDocuments, endWithTheFirst)
{
    const Article article
        = parseArticle("name.md", "---\ntitle: one\n---\ntitle: two\n---\nBody\n");

    EXPECT_EQ(article.meta.title, "one");
    EXPECT_EQ(article.body, "title: two\n---\nBody\n");
}

TEST(CrawledArticle, isReadWithEveryFieldItHas)
{
    const Article article = parseArticle("a-1.md", R"(---
title: "一座桥的故事：从石头到水"
date: "2025-02-10 11:43:17"
summary: "清晨，河面上起了薄雾，老人推开窗..."
categories:
  - "qq"
lang:
  - "zh-CN"
translations:
  - "zh-CN"
tags:
  - "qq"
menu: ""
thumbnail: "https://example.org/om_bt/0/641"
lead: ""
comments: false
authorbox: false
pager: true
toc: false
mathjax: false
sidebar: "right"
widgets:
  - "search"
  - "recent"
---

清晨，河面上起了薄雾，老人推开窗，看见了那座桥。

[qq](https://new.example.org/rain/a/1)
)");

    EXPECT_EQ(article.meta.title, "一座桥的故事：从石头到水");
    ASSERT_TRUE(article.meta.date);
    EXPECT_EQ(toIso8601(*article.meta.date), "2025-02-10T11:43:17");
    EXPECT_FALSE(article.meta.date->offsetMinutes) << "the wall clock, in no zone";
    EXPECT_THAT(article.meta.tags, ElementsAre("qq"));
    EXPECT_THAT(article.meta.categories, ElementsAre("qq"));
    EXPECT_THAT(article.meta.languages, ElementsAre("zh-CN"));
    EXPECT_THAT(article.meta.translations, ElementsAre("zh-CN"));
    EXPECT_THAT(article.meta.widgets, ElementsAre("search", "recent"));
    EXPECT_EQ(article.meta.thumbnail, "https://example.org/om_bt/0/641");
    EXPECT_EQ(article.meta.sidebar, "right");
    EXPECT_EQ(article.meta.comments, false);
    EXPECT_EQ(article.meta.pager, true);
    EXPECT_EQ(article.meta.mathjax, false);
    EXPECT_EQ(article.meta.source, "https://new.example.org/rain/a/1");
    EXPECT_TRUE(article.problems.empty());
}

} // namespace lectern::core
