#include "core/article/article_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::core {

// Every way in which tools write metadata, a test each: variants that say the same, and what only
// looks like it.

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

namespace {

ArticleMeta metaOf(std::string_view text)
{
    return parseArticle("a.md", text).meta;
}

void expectTitle(std::string_view title, std::initializer_list<std::string_view> texts)
{
    for (const std::string_view text : texts) {
        EXPECT_EQ(metaOf(text).title, title) << text;
        EXPECT_EQ(metaOf(text).titleOrigin, TitleOrigin::FrontMatter) << text;
    }
}

void expectBody(std::initializer_list<std::string_view> texts)
{
    for (const std::string_view text : texts) {
        EXPECT_EQ(parseArticle("a.md", text).body, text);
        EXPECT_EQ(metaOf(text).frontMatter, FrontMatterKind::None) << text;
    }
}

} // namespace

TEST(MetadataForm, pandocsTitleBlock)
{
    expectTitle("渡口",
                {"% 渡口\n\n正文\n", "% 渡口\n% 李雷; 韩梅\n% 2024-01-02\n\n正文\n",
                 "% 渡口\n%\n% 2024-01-02\n\n正文\n"});
    EXPECT_THAT(metaOf("% 渡口\n% 李雷; 韩梅\n\n").authors, ElementsAre("李雷", "韩梅"));
    expectBody({"% of all\nwere there\n", "%渡口\n\n正文\n", "100 % sure\n"});
}

TEST(MetadataForm, orgsKeywords)
{
    expectTitle("渡口",
                {"#+TITLE: 渡口\n\n正文\n", "#+title: 渡口\n#+date: <2024-01-02 Tue>\n正文\n",
                 "#+TITLE: 渡口\n#+HUGO_TAGS: a b\n#+FILETAGS: :x:\n正文\n"});
    expectBody({"#+BEGIN_QUOTE\n正文\n#+END_QUOTE\n", "#+1 for this\n", "#+caption: x\n\n正文\n"});
}

TEST(MetadataForm, nikolasComment)
{
    expectTitle("渡口",
                {"<!--\n.. title: 渡口\n.. tags: a\n-->\n正文\n", ".. title: 渡口\n\n正文\n",
                 "<!-- \n.. title: 渡口\n.. slug: x\n.. date: 2024-01-02\n-->\n\n正文\n"});
    expectBody({"<!--\nthe title: 渡口\n-->\n正文\n", "<!-- .. title: x -->\n正文\n",
                ".. note: x\n\n正文\n"});
}

TEST(MetadataForm, ikiwikisDirectives)
{
    expectTitle("渡口",
                {"[[!meta title=\"渡口\"]]\n正文\n", "[[!tag 河 船]]\n[[!meta title=\"渡口\"]]\n",
                 "[[!meta title=\"渡口\"]]\n[[!meta date=\"2024-01-02\"]]\n\n正文\n"});
    EXPECT_THAT(metaOf("[[!tag 河 船]]\n正文\n").tags, ElementsAre("河", "船"));
    expectBody({"[[!img a.png]]\n正文\n", "[[渡口]]\n正文\n", "[[!meta title=\"x\"]] and words\n"});
}

TEST(MetadataForm, zimsHeader)
{
    for (const std::string_view text :
         {"Content-Type: text/x-zim-wiki\nCreation-Date: 2024-01-02T03:04:05\n\n正文\n",
          "Content-Type: text/x-zim-wiki\nWiki-Format: zim 0.6\nCreation-Date: "
          "2024-01-02\n\n正文\n",
          "Content-Type: text/x-zim-wiki\nWiki-Format: zim 0.26\n"
          "Creation-Date: 2024-01-02T03:04:05+08:00\n\n正文\n"}) {
        EXPECT_EQ(parseArticle("a.md", text).body, "\n正文\n");
        EXPECT_EQ(metaOf(text).dateOrigin, DateOrigin::Created);
    }
    expectBody({"Content-Type: text/html\n\n正文\n", "Content-Type is text/x-zim-wiki\n\n正文\n"});
}

TEST(MetadataForm, logseqsProperties)
{
    expectTitle("渡口",
                {"title:: 渡口\n\n- 正文\n", "title:: 渡口\ntags:: [[a]], b\n- 正文\n",
                 "- title:: 渡口\n- 正文\n"});
    EXPECT_THAT(metaOf("title:: T\ntags:: [[a b]], c\n").tags, ElementsAre("a b", "c"));
    expectBody({"std::vector is a class\n", "注:: 没有这样的键\n\n正文\n", "title::x\n"});
}

TEST(MetadataForm, logseqsPages_areCalledWhatTheirFilesAre)
{
    const auto titleAt = [](std::string_view path, std::string_view text) {
        return parseArticle(path, text).meta.title;
    };
    for (const std::string_view text :
         {"type:: [[Feature]]\n\n# Usage\n- a\n", "tags:: a, b\n# Usage\n\n正文\n",
          "alias:: 网格\n\n- # Usage\n# Usage\n"}) {
        EXPECT_EQ(titleAt("pages/Snap to grid.md", text), "Snap to grid") << text;
        EXPECT_EQ(titleAt("pages/Tool___Grid.md", text), "Tool/Grid") << text;
        EXPECT_EQ(titleAt("docs/Snap to grid.md", text), "Usage") << text;
    }
    EXPECT_EQ(titleAt("pages/Tool___Grid.md", "# Usage\n- a\n"), "Tool/Grid");
    EXPECT_EQ(titleAt("pages/Tool___Grid.md", "title:: 网格\n\n# Usage\n"), "网格");
    EXPECT_EQ(titleAt("pages/about.md", "# About us\n\ntext\n"), "About us");
    EXPECT_EQ(titleAt("pages/about.md", "Date: 2024-01-02\nTags: a\n\n# About us\n"), "About us");
    EXPECT_EQ(titleAt("pages/about.md", "---\ndate: 2024-01-02\n---\n# About us\n"), "About us");
}

TEST(MetadataForm, fencesThatNameTheirLanguage)
{
    expectTitle("渡口",
                {"---json\n{\"title\": \"渡口\"}\n---\n正文\n",
                 "---toml\ntitle = \"渡口\"\n---\n正文\n", "--- yaml\ntitle: 渡口\n---\n正文\n",
                 ";;;\n\"title\": \"渡口\"\n;;;\n正文\n", "---yaml\ntitle: 渡口\n---\n正文\n"});
    expectBody({"---python\ntitle: 渡口\n---\n正文\n", ";;;\n正文\n;;;\n", "---jsonx\n{}\n---\n"});
}

TEST(MetadataForm, fencesOfThreeToFiveDashes)
{
    expectTitle("渡口",
                {"----\ntitle: 渡口\n----\n正文\n", "-----\ntitle: 渡口\n-----\n正文\n",
                 "---\ntitle: 渡口\n-----\n正文\n"});
    expectBody({"------\ntitle: 渡口\n------\n正文\n", "--\ntitle: 渡口\n--\n正文\n"});
}

TEST(MetadataForm, aSecondBlockBelowTheFirst)
{
    for (const std::string_view text :
         {"---\ntitle: 渡口\n---\n---\ndate: 2024-01-02\n---\n正文\n",
          "---\ntitle: 渡口\n---\n\n---\ndate: 2024-01-02\n---\n正文\n",
          "---\ntitle: 渡口\n---\n---\ntitle: 别的\ndate: 2024-01-02\n"
          "---\n正文\n"}) {
        EXPECT_EQ(metaOf(text).title, "渡口") << text;
        EXPECT_EQ(metaOf(text).dateText, "2024-01-02") << text;
        EXPECT_EQ(parseArticle("a.md", text).body, "正文\n") << text;
    }
    EXPECT_EQ(parseArticle("a.md", "---\ntitle: 渡口\n---\n---\n正文\n---\n").body,
              "---\n正文\n---\n");
}

TEST(MetadataForm, indentedFencesAndKeys)
{
    expectTitle("渡口",
                {"  ---\n  title: 渡口\n  ---\n正文\n", "---\n\ttitle: 渡口\n---\n正文\n",
                 "\t---\n\ttitle: 渡口\n\t---\n正文\n",
                 "---\n   title: 渡口\n   tags: [a]\n---\n"});
    expectBody({"    code\n    title: 渡口\n"});
}

TEST(MetadataForm, twoByteOrderMarks)
{
    expectTitle("渡口",
                {"\uFEFF---\ntitle: 渡口\n---\n", "\uFEFF\uFEFF---\ntitle: 渡口\n---\n",
                 "\uFEFF\uFEFFtitle: 渡口\ndate: 2024-01-02\n---\n"});
    EXPECT_EQ(metaOf("渡\uFEFF\uFEFF口\n").frontMatter, FrontMatterKind::None);
}

TEST(MetadataForm, colonsWithoutABlank_areReadAndReported)
{
    for (const std::string_view text :
         {"---\ntitle:山里\ndate: 2024-01-02\n---\n正文\n",
          "---\ntitle：山里\ndate: 2024-01-02\n---\n正文\n",
          "---\ndate: 2024-01-02\ntitle:山里\ntags: [a]\n---\n正文\n"}) {
        const Article article = parseArticle("a.md", text);

        EXPECT_EQ(article.meta.title, "山里") << text;
        EXPECT_EQ(article.meta.dateText, "2024-01-02") << text;
        EXPECT_THAT(article.problems,
                    Contains(testing::Field(&Problem::code, ProblemCode::FrontMatterBroken)));
    }
    EXPECT_EQ(metaOf("---\ntitle: a:b\n---\n").title, "a:b");
    EXPECT_EQ(metaOf("---\ntitle: 山：里\n---\n").title, "山：里");
}

TEST(MetadataForm, nestedCategories)
{
    for (const std::string_view text :
         {"---\ncategories: [[旅行, 日本]]\n---\n", "---\ncategories:\n- [旅行, 日本]\n---\n",
          "---\ncategories:\n- - 旅行\n  - 日本\n---\n"}) {
        EXPECT_THAT(metaOf(text).categories, ElementsAre("旅行", "日本")) << text;
    }
    EXPECT_THAT(metaOf("---\ncategories: ['[旅行, 日本]']\n---\n").categories,
                ElementsAre("[旅行, 日本]"));
}

TEST(MetadataForm, tagsAsObsidianWritesThem)
{
    for (const std::string_view text :
         {"---\ntags: #河 #湖\n---\n", "---\ntags: [\"#河\", 湖]\n---\n",
          "---\ntags: \"#河 #湖\"\n---\n"}) {
        EXPECT_THAT(metaOf(text).tags, ElementsAre("河", "湖")) << text;
    }
    EXPECT_THAT(metaOf("---\ntags: [C#, '# 河']\n---\n").tags, ElementsAre("C#", "# 河"));
}

TEST(MetadataForm, linksOfObsidianInValues)
{
    for (const std::string_view text :
         {"---\nauthor: \"[[Li Lei]]\"\n---\n", "---\nauthors: [\"[[people/li|Li Lei]]\"]\n---\n",
          "---\nauthor:\n- \"[[Li Lei]]\"\n---\n"}) {
        EXPECT_THAT(metaOf(text).authors, ElementsAre("Li Lei")) << text;
    }
    EXPECT_THAT(metaOf("---\nauthor: \"[Li Lei]\"\n---\n").authors, ElementsAre("[Li Lei]"));
}

TEST(MetadataForm, tagsOfMaps)
{
    for (const std::string_view text :
         {"---\ntags: [{label: 河}]\n---\n", "---\ntopics: [河]\n---\n",
          "---\ntags:\n- name: 河\n---\n"}) {
        EXPECT_THAT(metaOf(text).tags, ElementsAre("河")) << text;
    }
    EXPECT_THAT(metaOf("---\nlabel: 河\ntopic_count: 3\n---\n").tags, IsEmpty());
}

TEST(MetadataForm, datesUnderOtherNames)
{
    for (const std::string_view text :
         {"---\npubDatetime: 2024-01-02\n---\n",
          "---\ndate: {created: 2024-01-02, updated: 2024-03-04}\n---\n",
          "---\ndate: \"[[2024-01-02]]\"\n---\n", "---\ndate_created: 2024-01-02\n---\n"}) {
        EXPECT_EQ(metaOf(text).dateText, "2024-01-02") << text;
    }
    EXPECT_EQ(metaOf("---\nupdate: 2024-01-02\ndatetime_format: 2024-01-02\n---\n").dateOrigin,
              DateOrigin::None);
}

TEST(MetadataForm, picturesUnderOtherNames)
{
    for (const std::string_view key : {"coverImage", "heroImage", "cover_image", "feature_image",
                                       "banner", "cover", "featured_image"}) {
        EXPECT_EQ(metaOf("---\n" + std::string(key) + ": a.png\n---\n").thumbnail, "a.png") << key;
    }
    EXPECT_EQ(metaOf("---\nimageAlt: a.png\nbannerText: b\n---\n").thumbnail, "");
}

TEST(MetadataForm, datesInFileNames)
{
    for (const std::string_view path : {"20210814 Name.md", "2021-08-14-name.md",
                                        "2021.08.14 name.md", "journals/2021_08_14.md"}) {
        const ArticleMeta meta = parseArticle(path, "正文\n").meta;

        ASSERT_TRUE(meta.date) << path;
        EXPECT_EQ(toIso8601(*meta.date), "2021-08-14") << path;
        EXPECT_EQ(meta.dateOrigin, DateOrigin::FileName) << path;
    }
    EXPECT_FALSE(parseArticle("20219914 Name.md", "正文\n").meta.date);
    EXPECT_FALSE(parseArticle("v2021.8.md", "正文\n").meta.date);
}

TEST(MetadataForm, entitiesAndMarkdownInTitlesAndSummaries)
{
    for (const std::string_view written : {"A\\_B &amp; x", "`A_B` &#38; x", "~~A_B~~ &amp; x"}) {
        const ArticleMeta meta = metaOf("---\ntitle: '" + std::string(written) + "'\nsummary: '"
                                        + std::string(written) + "'\n---\n");
        EXPECT_EQ(meta.title, "A_B & x") << written;
        EXPECT_EQ(meta.summary, "A_B & x") << written;
    }
    EXPECT_EQ(metaOf("# <a id=\"x\"></a>Q&amp;A\n").title, "Q&A");
    EXPECT_EQ(metaOf("---\nexcerpt: '<p>One</p>'\n---\n").summary, "One");
    EXPECT_EQ(metaOf("---\ntitle: 'a < b && c_d'\n---\n").title, "a < b && c_d");
}

TEST(MetadataForm, theSameKeyTwice_lastWins)
{
    expectTitle("渡口",
                {"---\ntitle: 旧\ntitle: 渡口\n---\n",
                 "---\ntitle: 旧\ntags: [a]\ntitle: 渡口\n---\n",
                 "{\"title\": \"旧\", \"title\": \"渡口\"}\n"});
    expectTitle("渡口", {"---\ntitle: 渡口\nother: {title: 别的}\n---\n"});
}

TEST(MetadataForm, wordsAreTags_inJekyllsPosts)
{
    for (const std::string_view path : {"_posts/a.md", "blog/_posts/2024/a.md", "_drafts/a.md"}) {
        const ArticleMeta meta
            = parseArticle(path, "---\ntags: 河 湖\ncategories: 旅行 日本\ncategory: a b\n---\n")
                  .meta;

        EXPECT_THAT(meta.tags, ElementsAre("河", "湖")) << path;
        EXPECT_THAT(meta.categories, ElementsAre("旅行", "日本")) << path;
    }
    const auto post = [](std::string_view block) {
        return parseArticle("_posts/a.md", "---\n" + std::string(block) + "\n---\n").meta;
    };
    EXPECT_THAT(post("tags: big lake, river").tags, ElementsAre("big lake", "river"));
    EXPECT_THAT(post("tags: [big lake]").tags, ElementsAre("big lake"));
    EXPECT_THAT(post("category: big lake").categories, ElementsAre("big lake"));
    EXPECT_THAT(metaOf("---\ntags: big lake\n---\n").tags, ElementsAre("big lake"));
    EXPECT_THAT(parseArticle("x_posts/a.md", "---\ntags: big lake\n---\n").meta.tags,
                ElementsAre("big lake"));
}

TEST(MetadataForm, languagesAreOneTag)
{
    for (const std::string_view text :
         {"---\nlang: zh_CN\n---\n", "---\nlanguages: [zh-cn, zh-CN]\n---\n",
          "---\nlanguage: ZH-CN\n---\n"}) {
        EXPECT_THAT(metaOf(text).languages, ElementsAre("zh-CN")) << text;
    }
    EXPECT_THAT(metaOf("---\nlanguages: [Go, Chinese]\n---\n").languages,
                ElementsAre("Go", "Chinese"));
}

TEST(MetadataForm, aReferenceHeaderAboveAChineseTitle)
{
    const std::string header = "[#]: subject: (The ferry)\n[#]: author: (Ann https://a.org)\n\n";
    for (const std::string_view title : {"渡口\n====\n", "# 渡口\n", "\n渡口\n======\n"}) {
        const ArticleMeta meta = metaOf(header + std::string(title) + "\n正文\n");

        EXPECT_EQ(meta.title, "渡口") << title;
        EXPECT_EQ(meta.titleOrigin, TitleOrigin::Heading) << title;
        EXPECT_THAT(meta.others, Contains(testing::Pair("subject", "The ferry"))) << title;
    }
    for (const std::string_view body : {"The boat\n====\n", "正文\n\n# 渡口\n", "## 渡口\n"}) {
        const ArticleMeta meta = metaOf(header + std::string(body));

        EXPECT_EQ(meta.title, "The ferry") << body;
        EXPECT_THAT(meta.others, Not(Contains(testing::Pair("subject", "The ferry")))) << body;
    }
}

TEST(MetadataForm, juejinsTheme)
{
    for (const std::string_view text :
         {"---\ntheme: smartblue\nhighlight: a11y-dark\n---\n\n# 渡口\n\n正文\n",
          "---\ntheme: cyanosis\n---\n# 渡口\n\n正文\n",
          "---\nhighlight: a11y-dark\ntheme: channing-cyan\n\n---\n渡口\n===\n\n正文\n",
          "---\ntitle: 渡口\n---\n\n---\ntheme: smartblue\n---\n正文\n"}) {
        const Article article = parseArticle("a.md", text);

        EXPECT_EQ(article.meta.title, "渡口") << text;
        EXPECT_EQ(article.body.find("theme:"), std::string::npos) << text;
    }
    EXPECT_THAT(metaOf("---\ntheme: smartblue\n---\n").others,
                ElementsAre(testing::Pair("theme", "smartblue")));
    expectBody({"---\n\ntheme: smartblue\n\n---\n\n正文\n", "theme: smartblue\n\n正文\n",
                "正文\n\n---\ntheme: smartblue\n---\n"});
}

TEST(MetadataForm, punctuationThatPandocEscapes)
{
    EXPECT_EQ(metaOf("% \\[file\\_name\\] and \\*x\\*\n% Li\\_Lei; B\n\n正文\n").title,
              "[file_name] and *x*");
    EXPECT_EQ(metaOf("---\ntitle: \"\\\\[a\\\\] \\\\*b\\\\*\"\n---\n").title, "[a] *b*");
    EXPECT_EQ(metaOf("---\ntitle: \\[a\\] 与 \\_b\\_\n---\n").title, "[a] 与 _b_");
    EXPECT_EQ(metaOf("---\ntitle: T\nabstract: |\n  a \\* b\n---\n").summary, "a * b");
    EXPECT_EQ(metaOf("---\ntitle: C:\\dir\\name\n---\n").title, "C:\\dir\\name");
    EXPECT_EQ(metaOf("---\ntitle: a \\ b \\\\ c\n---\n").title, "a \\ b \\ c");
}

} // namespace lectern::core
