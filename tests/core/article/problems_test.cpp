#include "core/article/article_file.h"
#include "core/article/problem_sentence.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>
#include <string>
#include <string_view>

namespace lectern::core {

namespace {

struct ProblemCase
{
    std::string path;
    std::string bytes;

    struct
    {
        ProblemCode code;
        std::uint32_t line;
        std::uint32_t column;
        std::string sentence;
        std::string valueUsed;
        std::string proposal;
    } problem;
};

void PrintTo(const ProblemCase &found, std::ostream *out)
{
    *out << problemName(found.problem.code);
}

class ArticleProblem : public testing::TestWithParam<ProblemCase>
{
};

const ProblemCase kProblems[]{
    {"a.md",
     "# T\n",
     {ProblemCode::FrontMatterMissing, 0, 0, "The file has no front matter.", "", ""}},
    {"a.md",
     "\n---\ntitle: T\n\nBody\n",
     {ProblemCode::FrontMatterUnclosed, 2, 1,
      "The front matter that begins here has no end; all of the file is shown as text.", "",
      "---\ntitle: T\n---\n"}},
    {"a.md",
     "+++\ntitle = \"T\"\n\nBody\n",
     {ProblemCode::FrontMatterUnclosed, 1, 1,
      "The front matter that begins here has no end; all of the file is shown as text.", "",
      "+++\ntitle = \"T\"\n+++\n"}},
    {"a.md",
     "{\"title\": \"T\"\nBody\n",
     {ProblemCode::FrontMatterUnclosed, 1, 1,
      "The front matter that begins here has no end; all of the file is shown as text.", "", ""}},
    {"a.md",
     "---\ntitle: x: y\n---\n",
     {ProblemCode::FrontMatterBroken, 2, 9,
      "The value of \"title\" has a colon before a blank at column 9.", "x: y", "title: \"x: y\""}},
    {"a.md",
     "---\ntitle: T\n标 stray\nslug: s\n---\n",
     {ProblemCode::FrontMatterBroken, 3, 1, "The line belongs to no key at column 1.", "",
      "# 标 stray"}},
    {"a.md",
     "---\ntitle: T\ntitle: U\n---\n",
     {ProblemCode::KeyDuplicate, 2, 1,
      "The key \"title\" stands again further down; the last one counts.", "U", "# title: T"}},
    {"a.md",
     "---\ntitle: T\nslug: {a: b}\n---\n",
     {ProblemCode::ValueUnexpected, 3, 7, "The value of \"slug\" is a map where text was expected.",
      "", ""}},
    {"a.md",
     "---\ndate: 2024-05-06\n---\n# Heading\n",
     {ProblemCode::TitleMissing, 0, 0, "The front matter has no title; the first heading is used.",
      "Heading", ""}},
    {"folder/my name.md",
     "---\ndate: 2024-05-06\n---\nBody\n",
     {ProblemCode::TitleMissing, 0, 0, "The article has no title; the name of its file is used.",
      "my name", ""}},
    {"a.md",
     "---\ntitle: C #1\n---\n",
     {ProblemCode::TitleCutByComment, 2, 10,
      "The title ends where \" #\" begins a comment; quotes would keep the rest.", "C",
      "title: \"C #1\""}},
    {"a.md",
     "---\ndate: soon\n---\n",
     {ProblemCode::DateUnreadable, 2, 7, "The date \"soon\" means no day.", "", ""}},
    {"2015-04-01-a.md",
     "---\ndate: soon\n---\n",
     {ProblemCode::DateUnreadable, 2, 7, "The date \"soon\" means no day.", "2015-04-01",
      "date: 2015-04-01"}},
    {"2015-04-01-a.md",
     "+++\ndate = \"soon\"\n+++\n",
     {ProblemCode::DateUnreadable, 2, 8, "The date \"soon\" means no day.", "2015-04-01", ""}},
    {"a.md",
     "---\ntitle: T\n---\n",
     {ProblemCode::DateMissing, 0, 0, "The article has no date.", "", ""}},
    {"a.md",
     "---\ntitle: 中\x01x\n---\n",
     {ProblemCode::ControlCharacters, 2, 9,
      "The front matter has control characters, which are read as blanks.", "", ""}},
    {"a\xFF.md",
     "Body\n",
     {ProblemCode::FileNameNotUtf8, 0, 0,
      "The name of the file is not UTF-8; it is shown with replacement characters.", "a\uFFFD.md",
      ""}},
};

std::string textOf(const auto &problem, const std::string &sentence)
{
    return std::to_string(problem.line) + ':' + std::to_string(problem.column) + ": "
        + std::string(problemName(problem.code)) + ": " + sentence + " <" + problem.valueUsed
        + "> <" + problem.proposal + '>';
}

} // namespace

TEST_P(ArticleProblem, saysWhatWhereAndWhatInstead)
{
    const ProblemCase &expected = GetParam();

    const Article article = parseArticle(expected.path, expected.bytes);

    const auto found = std::ranges::find(article.problems, expected.problem.code, &Problem::code);
    ASSERT_NE(found, article.problems.end());
    EXPECT_EQ(textOf(*found, problemSentence(*found)),
              textOf(expected.problem, expected.problem.sentence));
}

INSTANTIATE_TEST_SUITE_P(All, ArticleProblem, testing::ValuesIn(kProblems));

TEST(ArticleProblems, areNone_inAnArticleThatHasAll)
{
    const Article article = parseArticle("a.md", "---\ntitle: T\ndate: 2024-05-06\n---\nBody\n");

    EXPECT_TRUE(article.problems.empty());
}

TEST(ArticleProblems, countLinesOfTheFile_whateverItsLineEnds)
{
    for (const std::string_view end : {"\n", "\r\n", "\r"}) {
        std::string text;
        for (const std::string_view line : {"", "---", "title: T", "slug: @x", "---", "Body"}) {
            text.append(line).append(end);
        }

        const Article article = parseArticle("2015-04-01-a.md", text);

        ASSERT_EQ(article.problems.size(), 1U);
        EXPECT_EQ(article.problems[0].line, 4U);
        EXPECT_EQ(article.problems[0].column, 7U);
        EXPECT_EQ(article.bodyLine, 6U);
    }
}

} // namespace lectern::core
