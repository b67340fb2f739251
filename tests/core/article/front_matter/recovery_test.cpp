#include "core/article/article_file.h"
#include "core/article/problem_sentence.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <string_view>

namespace lectern::core {

namespace {

using testing::ElementsAre;

Article parseBlockOf(std::string_view lines, std::string_view fence = "---\n")
{
    return parseArticle("name.md",
                        std::string(fence).append(lines).append("date: 2024-05-06\n").append(fence)
                            + "Body\n");
}

struct TitleCase
{
    std::string_view line;
    std::string_view title;
    std::uint32_t column; ///< where the Problem points, on line 2
    std::string_view message;
    std::string_view proposal;
};

void PrintTo(const TitleCase &title, std::ostream *out)
{
    *out << title.line;
}

class BrokenTitle : public testing::TestWithParam<TitleCase>
{
};

/// Front matter that people write and yaml-cpp refuses.
const TitleCase kBrokenTitles[]{
    {"title: cache: a, b", "cache: a, b", 13,
     "The value of \"title\" has a colon before a blank at column 13.", "title: \"cache: a, b\""},
    {"title: `?? x", "`?? x", 8,
     "The value of \"title\" begins with \"`\", which YAML keeps for itself at column 8.",
     "title: \"`?? x\""},
    {"title: @x", "@x", 8,
     "The value of \"title\" begins with \"@\", which YAML keeps for itself at column 8.",
     "title: \"@x\""},
    {"title: *x", "*x", 8,
     "The value of \"title\" begins with \"*\", which YAML keeps for itself at column 8.",
     "title: \"*x\""},
    {"title: % x", "% x", 8,
     "The value of \"title\" begins with \"%\", which YAML keeps for itself at column 8.",
     "title: \"% x\""},
    {"title: - x", "- x", 8,
     "The value of \"title\" begins with \"- \", which YAML reads as a list at column 8.",
     "title: \"- x\""},
    {"title: [AI] news", "[AI] news", 13,
     "The value of \"title\" goes on after a closing \"]\" at column 13.", "title: \"[AI] news\""},
    {"title: {AI} news", "{AI} news", 13,
     "The value of \"title\" goes on after a closing \"}\" at column 13.", "title: \"{AI} news\""},
    {"title: \"a\" b", "\"a\" b", 12,
     "The value of \"title\" goes on after its closing quote at column 12.",
     "title: \"\\\"a\\\" b\""},
    {"title: \"a\" b \"c\"", "\"a\" b \"c\"", 12,
     "The value of \"title\" goes on after its closing quote at column 12.",
     "title: \"\\\"a\\\" b \\\"c\\\"\""},
    {"title: \"A \"q\" B\"", "A \"q\" B", 11,
     "The value of \"title\" has an unescaped quote at column 11.", "title: \"A \\\"q\\\" B\""},
    {"title: \"他说\"你好\"吧\"", "他说\"你好\"吧", 11,
     "The value of \"title\" has an unescaped quote at column 11.",
     "title: \"他说\\\"你好\\\"吧\""},
    {"title: 'it's'", "it's", 11, "The value of \"title\" has an unescaped quote at column 11.",
     "title: \"it's\""},
    {"title: \"C:\\path\"", "C:\\path", 11,
     "The value of \"title\" has a backslash that escapes nothing at column 11.",
     "title: \"C:\\\\path\""},
    {"title: \"no end", "no end", 8,
     "The value of \"title\" opens a quote that is not closed at column 8.", "title: \"no end\""},
    {"title: 'no end", "no end", 8,
     "The value of \"title\" opens a quote that is not closed at column 8.", "title: \"no end\""},
};

} // namespace

TEST_P(BrokenTitle, isTakenAsMeant)
{
    const TitleCase &expected = GetParam();

    const Article article = parseBlockOf(std::string(expected.line) + "\ntags: [a]\n");

    EXPECT_EQ(article.meta.title, expected.title);
    EXPECT_EQ(article.meta.dateText, "2024-05-06");
    EXPECT_THAT(article.meta.tags, ElementsAre("a"));
    EXPECT_EQ(article.body, "Body\n");
    ASSERT_EQ(article.problems.size(), 1U);
    const Problem &problem = article.problems.front();
    EXPECT_EQ(problem.code, ProblemCode::FrontMatterBroken);
    EXPECT_EQ(problem.line, 2U);
    EXPECT_EQ(problem.column, expected.column);
    EXPECT_EQ(problemSentence(problem), expected.message);
    EXPECT_EQ(problem.valueUsed, expected.title);
    EXPECT_EQ(problem.proposal, expected.proposal);
}

TEST_P(BrokenTitle, isCleanOnceTheProposalIsFollowed)
{
    const TitleCase &expected = GetParam();

    const Article article = parseBlockOf(std::string(expected.proposal) + "\ntags: [a]\n");

    EXPECT_EQ(article.meta.title, expected.title);
    EXPECT_TRUE(article.problems.empty());
}

INSTANTIATE_TEST_SUITE_P(All, BrokenTitle, testing::ValuesIn(kBrokenTitles));

TEST(Recovery, closesTheList_whenItsBracketIsMissing)
{
    const Article article = parseBlockOf("title: T\ntags: [a, \"b c\"\n");

    EXPECT_THAT(article.meta.tags, ElementsAre("a", "b c"));
    ASSERT_EQ(article.problems.size(), 1U);
    EXPECT_EQ(article.problems.front().line, 3U);
    EXPECT_EQ(article.problems.front().proposal, "tags: [\"a\", \"b c\"]");
}

TEST(Recovery, namesTheItem_whenOneOfABlockListIsBroken)
{
    const Article article = parseBlockOf("title: T\ntags:\n  - a\n  - @b\n  -c\n  - \"d\"\n");

    EXPECT_EQ(article.meta.title, "T");
    EXPECT_THAT(article.meta.tags, ElementsAre("a", "@b", "c", "d"));
    ASSERT_EQ(article.problems.size(), 2U);
    EXPECT_EQ(article.problems[0].line, 5U);
    EXPECT_EQ(article.problems[0].column, 5U);
    EXPECT_EQ(article.problems[0].proposal, "- \"@b\"");
    EXPECT_EQ(article.problems[1].line, 6U);
    EXPECT_EQ(problemSentence(article.problems[1]),
              "The value of \"tags\" has an item without \"- \" in front at column 4.");
}

TEST(Recovery, keepsTheRest_whenALineBelongsToNoKey)
{
    const Article article = parseBlockOf("title: T\nstray words\ntags: [a]\n");

    EXPECT_EQ(article.meta.title, "T");
    EXPECT_THAT(article.meta.tags, ElementsAre("a"));
    ASSERT_EQ(article.problems.size(), 1U);
    EXPECT_EQ(article.problems.front().line, 3U);
    EXPECT_EQ(problemSentence(article.problems.front()), "The line belongs to no key at column 1.");
    EXPECT_EQ(article.problems.front().proposal, "# stray words");
}

TEST(Recovery, keepsTheFieldsBelow_whenAMapHoldsABrokenOne)
{
    const Article article
        = parseBlockOf("params:\n  title: \"A \"q\" B\"\n  tags: [a]\n  summary: s\n");

    EXPECT_EQ(article.meta.title, "A \"q\" B");
    EXPECT_THAT(article.meta.tags, ElementsAre("a"));
    EXPECT_EQ(article.meta.summary, "s");
    ASSERT_EQ(article.problems.size(), 1U);
    EXPECT_EQ(article.problems.front().line, 3U);
    EXPECT_EQ(article.problems.front().column, 13U);
}

TEST(Recovery, readsTheText_whenABlockIsIndentedWithTabs)
{
    const Article article = parseBlockOf("title: T\nsummary: |\n\tone\n\ttwo\n");

    EXPECT_EQ(article.meta.summary, "one\ntwo");
    ASSERT_EQ(article.problems.size(), 1U);
}

TEST(Recovery, noticesTheKey_whenAnOpenQuoteSwallowsIt)
{
    const Article article = parseBlockOf("title: \"T\nsummary: ends here\"\ntags: [a]\n");

    EXPECT_EQ(article.meta.title, "T");
    EXPECT_EQ(article.meta.summary, "ends here\"");
    EXPECT_THAT(article.meta.tags, ElementsAre("a"));
    ASSERT_FALSE(article.problems.empty());
    EXPECT_EQ(article.problems.front().line, 2U);
}

TEST(Recovery, takesTheFileName_whenTheTitleIsATemplate)
{
    const Article article = parseBlockOf("title: \"{{ replace .Name \"-\" \" \" }}\"\n");

    EXPECT_EQ(article.meta.title, "name");
    EXPECT_EQ(article.meta.titleOrigin, TitleOrigin::FileName);
}

TEST(Recovery, readsTheOtherKeys_whenOneLineOfTomlIsBroken)
{
    const Article article = parseArticle("name.md",
                                         "+++\n"
                                         "title = \"A \"q\" B\"\n"
                                         "date = 2015-02-02T02:20:38Z\n"
                                         "draft = true\n"
                                         "[taxonomies]\n"
                                         "tags = [\"a\", \"b\"]\n"
                                         "+++\n"
                                         "Body\n");

    EXPECT_EQ(article.meta.title, "A \"q\" B");
    EXPECT_EQ(toIso8601(article.meta.date.value()), "2015-02-02T02:20:38Z");
    EXPECT_THAT(article.meta.tags, ElementsAre("a", "b"));
    EXPECT_TRUE(article.meta.isDraft);
    ASSERT_EQ(article.problems.size(), 1U);
    EXPECT_EQ(article.problems.front().line, 2U);
    EXPECT_EQ(article.problems.front().proposal, "title = \"A \\\"q\\\" B\"");
}

TEST(Recovery, readsTheOtherKeys_whenOneLineOfJsonIsBroken)
{
    const Article article = parseArticle("name.md",
                                         "{\n"
                                         "  \"title\": \"C:\\path\",\n"
                                         "  \"date\": \"2015-02-02\",\n"
                                         "  \"tags\": [\"a\", \"b\"],\n"
                                         "}\n"
                                         "Body\n");

    EXPECT_EQ(article.meta.title, "C:\\path");
    EXPECT_EQ(article.meta.dateText, "2015-02-02");
    EXPECT_THAT(article.meta.tags, ElementsAre("a", "b"));
    ASSERT_EQ(article.problems.size(), 1U);
    EXPECT_EQ(article.problems.front().line, 2U);
    EXPECT_EQ(article.problems.front().proposal, "\"title\": \"C:\\\\path\",");
}

} // namespace lectern::core
