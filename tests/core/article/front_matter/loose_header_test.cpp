#include "core/article/article_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::core {

namespace {

using testing::ElementsAreArray;

struct HeaderCase
{
    std::string_view text;
    std::string_view title;
    std::string_view date; ///< as written
    std::vector<std::string> tags;
    std::string_view body;
};

void PrintTo(const HeaderCase &header, std::ostream *out)
{
    *out << testing::PrintToString(header.text);
}

class LooseHeaderTest : public testing::TestWithParam<HeaderCase>
{
};

const HeaderCase kUnopened[]{
    {"title: 集市\ndate: 2016-03-04 18:20:11\ntags:\n- 集市\n- 摄影\n---\n傍晚\n",
     "集市",
     "2016-03-04 18:20:11",
     {"集市", "摄影"},
     "傍晚\n"},
    {"\ntitle: T\ntags: [a, b]\n---\n\nBody\n", "T", "", {"a", "b"}, "\nBody\n"},
    {"title: Only one\n---\nBody\n", "Only one", "", {}, "Body\n"},
    {"title: A: B\ndate: 2020-01-02\n----\nBody\n", "A: B", "2020-01-02", {}, "Body\n"},
    {"layout: post\ntitle:  'T'\n-----\nBody\n", "T", "", {}, "Body\n"},
    {"title:集市\ndate:2016-03-04\n---\nBody\n", "集市", "2016-03-04", {}, "Body\n"},
};

const HeaderCase kMail[]{
    {"Title: T\nDate: 2020-01-02\nTags: a, b\n\nBody\n", "T", "2020-01-02", {"a", "b"}, "\nBody\n"},
    {"Title: 河岸：一\nAuthor: 李\n\n正文\n", "河岸：一", "", {}, "\n正文\n"},
    {"title: T\nsummary: one\n    two\ntags: x\n\nBody\n", "T", "", {"x"}, "\nBody\n"},
    {"Title: Alone\n\nBody\n", "Alone", "", {}, "\nBody\n"},
    {"Date: 2020-01-02\nTitle: \"Q\" and a: b\nStatus: draft\n\nBody\n",
     "\"Q\" and a: b",
     "2020-01-02",
     {},
     "\nBody\n"},
};

const HeaderCase kMarked[]{
    {"% T\n% A; B\n% 2020-01-02\n\nBody\n", "T", "2020-01-02", {}, "\nBody\n"},
    {"% A long\n  title\n\nBody\n", "A long title", "", {}, "\nBody\n"},
    {"#+TITLE: T\n#+DATE: <2020-01-02 Thu>\n#+FILETAGS: :a:b:\nBody\n",
     "T",
     "2020-01-02",
     {"a", "b"},
     "Body\n"},
    {"#+title: T\n#+hugo_tags: x, y\n\nBody\n", "T", "", {"x", "y"}, "\nBody\n"},
    {"<!--\n.. title: T\n.. date: 2020-01-02 10:00\n.. tags: a,b\n-->\nBody\n",
     "T",
     "2020-01-02 10:00",
     {"a", "b"},
     "Body\n"},
    {".. title: T\n.. slug: t\n\nBody\n", "T", "", {}, "\nBody\n"},
    {"[[!meta title=\"T\"]]\n[[!tag a b]]\nBody\n", "T", "", {"a", "b"}, "Body\n"},
    {"[[!tag 河]]\n[[!meta date=\"2020-01-02\"]]\n[[!meta title=\"T\"]]\n\nBody\n",
     "T",
     "2020-01-02",
     {"河"},
     "\nBody\n"},
    {"title:: T\ntags:: [[a]], [[b c]]\n\n- Body\n", "T", "", {"a", "b c"}, "\n- Body\n"},
    {"tags:: x\ntitle:: T\ntype:: note\nBody\n", "T", "", {"x"}, "Body\n"},
};

const HeaderCase kFences[]{
    {"---json\n{\"title\": \"T\", \"tags\": [\"a\"]}\n---\nBody\n", "T", "", {"a"}, "Body\n"},
    {"---toml\ntitle = \"T\"\ntags = [\"a\"]\n---\nBody\n", "T", "", {"a"}, "Body\n"},
    {"--- yaml\ntitle: T\ntags: [a]\n---\nBody\n", "T", "", {"a"}, "Body\n"},
    {";;;\n\"title\": \"T\",\n\"tags\": [\"a\"]\n;;;\nBody\n", "T", "", {"a"}, "Body\n"},
    {"----\ntitle: T\n----\nBody\n", "T", "", {}, "Body\n"},
    {"-----\ntitle: T\n---\nBody\n", "T", "", {}, "Body\n"},
    {"---\ntitle: T\n----\nBody\n", "T", "", {}, "Body\n"},
    {"  ---\n  title: T\n  tags: [a]\n  ---\nBody\n", "T", "", {"a"}, "Body\n"},
    {"---\n  title: T\n  tags: [a]\n---\nBody\n", "T", "", {"a"}, "Body\n"},
    {"\t---\n\ttitle: T\n\ttags: [a]\n\t---\nBody\n", "T", "", {"a"}, "Body\n"},
    {"\xEF\xBB\xBF\xEF\xBB\xBF---\ntitle: T\n---\nBody\n", "T", "", {}, "Body\n"},
};

const HeaderCase kGlued[]{
    {"---\ntitle:山里的一周\ndate: 2024-01-02\ntags: [山]\n---\nB\n",
     "山里的一周",
     "2024-01-02",
     {"山"},
     "B\n"},
    {"---\ntitle：山里的一周\ntags：\n  - 山\n---\nB\n", "山里的一周", "", {"山"}, "B\n"},
    {"---\ntitle:\"山\"\ndate:2024-01-02\ntags:[山]\n---\nB\n", "山", "2024-01-02", {"山"}, "B\n"},
    {"---\ntitle: T\ndate: 2024-01-02\ntags:游记\n---\nB\n", "T", "2024-01-02", {"游记"}, "B\n"},
};

} // namespace

TEST_P(LooseHeaderTest, givesItsFields_andLeavesTheBody)
{
    const HeaderCase &expected = GetParam();

    const Article article = parseArticle("a.md", expected.text);

    EXPECT_EQ(article.meta.title, expected.title);
    EXPECT_EQ(article.meta.titleOrigin, TitleOrigin::FrontMatter);
    EXPECT_EQ(article.meta.dateText, expected.date);
    EXPECT_THAT(article.meta.tags, ElementsAreArray(expected.tags));
    EXPECT_EQ(article.body, expected.body);
}

INSTANTIATE_TEST_SUITE_P(Unopened, LooseHeaderTest, testing::ValuesIn(kUnopened));
INSTANTIATE_TEST_SUITE_P(Mail, LooseHeaderTest, testing::ValuesIn(kMail));
INSTANTIATE_TEST_SUITE_P(Marked, LooseHeaderTest, testing::ValuesIn(kMarked));
INSTANTIATE_TEST_SUITE_P(Fences, LooseHeaderTest, testing::ValuesIn(kFences));
INSTANTIATE_TEST_SUITE_P(Glued, LooseHeaderTest, testing::ValuesIn(kGlued));

TEST(LooseHeader, ofZim_isKeptOutOfTheBody)
{
    const Article article = parseArticle("a.md",
                                         "Content-Type: text/x-zim-wiki\nWiki-Format: zim 0.6\n"
                                         "Creation-Date: 2020-01-02T10:00:00+08:00\n\n# T\n");

    EXPECT_EQ(article.meta.title, "T");
    EXPECT_EQ(article.meta.dateOrigin, DateOrigin::Created);
    EXPECT_EQ(article.body, "\n# T\n");
}

TEST(LooseHeader, hasTheAuthorsOfPandoc)
{
    const Article article = parseArticle("a.md", "% T\n% 李雷\n  Han Meimei\n\nBody\n");

    EXPECT_THAT(article.meta.authors, testing::ElementsAre("李雷", "Han Meimei"));
}

/// What only looks like a header is the author's text.
TEST(LooseHeader, isNotMadeOfProse)
{
    for (const std::string_view text : {
             "Note: this is prose\n---\nBody\n",
             "Note: this is prose\n\nBody\n",
             "http://example.org/title: x\n---\n",
             "10:30 we met\n\nBody\n",
             "See also: the second part\nTags: none\nand so on\n",
             "Summary: one line of prose\n---\nBody\n",
             "Date: it was late\n\nBody\n",
             "Subtitle: one line of prose\n\nBody\n",
             "副标题：写在前面的话\n---\nBody\n",
             "---\nprose between rules\n---\nBody\n",
             "-------\ntitle: T\n-------\nBody\n",
             "std:: vector is a class\n\nBody\n",
             "% of all\nwere there\n",
             "#+BEGIN_SRC c\nint a;\n#+END_SRC\n",
             "[[!img a.png]]\nBody\n",
             "---python\ntitle: T\n---\nBody\n",
         }) {
        const Article article = parseArticle("a.md", text);

        EXPECT_EQ(article.meta.frontMatter, FrontMatterKind::None) << text;
        EXPECT_EQ(article.body, text);
    }
}

} // namespace lectern::core
