#include "core/markdown/html/html_tree.h"
#include "core/markdown/tree/passes.h"
#include "tests/core/markdown/rendering.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace lectern::core {

namespace {

std::vector<std::string> anchorsOf(const std::string &body)
{
    std::vector<std::string> anchors;
    for (const OutlineEntry &entry : renderBody(articleOf(body)).outline) {
        anchors.push_back(entry.anchor);
    }
    return anchors;
}

} // namespace

using testing::ElementsAre;

TEST(HeadingSlug, isWhatGitHubMakes)
{
    struct Row
    {
        const char *text;
        const char *slug;
    };

    constexpr Row rows[] = {
        {"Hello World", "hello-world"},
        {"What's new?", "whats-new"},
        {"C++ & C#", "c--c"},
        {"a_b-c", "a_b-c"},
        {"1.2.3 Release", "123-release"},
        {"中文 标题", "中文-标题"},
        {"中文，标题！", "中文标题"},
        {"Über ÄÖ", "über-äö"},
        {"日本語のタイトル", "日本語のタイトル"},
        {"ΑΒΓ", "αβγ"},
        {"  two  blanks ", "--two--blanks-"},
        {"😀 emoji", "-emoji"},
        {"e\u0301", "e\u0301"},
        {"", ""},
        {"!?", ""},
        {"Ⅳ", "ⅳ"},
    };
    for (const Row &row : rows) {
        EXPECT_EQ(headingSlug(row.text), row.slug) << row.text;
    }
    EXPECT_EQ(headingSlug("a\xFF\x80 b"), "a-b") << "ill-formed bytes are no letters";
}

TEST(IsImageWord, knowsWhatConvertersWrite)
{
    for (const char *const word : {"图片", "图像", "圖片", "image", "Image", " img ", "picture"}) {
        EXPECT_TRUE(isImageWord(word)) << word;
    }
    for (const char *const word : {"", "images", "图片一", "the image", "IMAGE OF A CAT"}) {
        EXPECT_FALSE(isImageWord(word)) << word;
    }
}

TEST(Headings, haveAnAnchorEach_whateverTheyAreCalled)
{
    EXPECT_THAT(anchorsOf("# A\n\n## A\n\n### A\n\n# a-1\n\n# A"),
                ElementsAre("a", "a-1", "a-2", "a-1-1", "a-3"));
    EXPECT_THAT(anchorsOf("# !!!\n\n# ???\n\n# 一"), ElementsAre("section", "section-1", "一"));
}

TEST(Headings, takeTheAnchorThatIsWritten)
{
    const RenderedBody body = renderBody(articleOf("## Intro {#start}\n\n## 二 {#two .big}\n"));

    ASSERT_EQ(body.outline.size(), 2U);
    EXPECT_EQ(body.outline[0].text, "Intro");
    EXPECT_EQ(body.outline[0].anchor, "start");
    EXPECT_EQ(body.outline[1].anchor, "two");
    EXPECT_EQ(body.html.find('{'), std::string::npos) << body.html;
}

TEST(Headings, keepBraces_thatAreNoAnchor)
{
    for (const char *const heading : {"## f {x}", "## set {1, 2}", "## {}", "## a }"}) {
        const RenderedBody body = renderBody(articleOf(heading));
        ASSERT_EQ(body.outline.size(), 1U) << heading;
        EXPECT_EQ(body.outline[0].text, std::string(heading).substr(3)) << heading;
    }
}

TEST(Headings, loseLeadingDashes_unlessShownAsWritten)
{
    const Article article = articleOf("## --- 一、开始\n\ntext");

    const RenderedBody repaired = renderBody(article);

    ASSERT_EQ(repaired.outline.size(), 1U);
    EXPECT_EQ(repaired.outline[0].text, "一、开始");
    EXPECT_EQ(repaired.repairs[Repair::Headings], 1U);
    EXPECT_EQ(renderBody(article, eagerly(Repairs::none())).outline.at(0).text, "--- 一、开始");
    EXPECT_EQ(renderBody(articleOf("## --flag of a program")).outline.at(0).text,
              "--flag of a program");
}

TEST(Headings, areParagraphs_whenAConverterMadeThemOfSentences)
{
    const RenderedBody sentence = renderBody(articleOf("###### 这是导语，不是标题。\n\ntext"));
    const RenderedBody longText
        = renderBody(articleOf("##### " + std::string(80, 'x') + "\n\ntext"));
    const RenderedBody heading = renderBody(articleOf("## 这也是标题。\n\ntext"));

    EXPECT_TRUE(sentence.outline.empty());
    EXPECT_NE(sentence.html.find("class=\"lead\""), std::string::npos) << sentence.html;
    EXPECT_TRUE(longText.outline.empty());
    EXPECT_EQ(heading.outline.size(), 1U);
}

TEST(Headings, areDropped_whenTheySayNothing)
{
    for (const char *const text :
         {"##\n\ntext", "## 图片\n\n![](a.png)", "## 图片\n\n![](a.png \"题\")\n\ntext", "## image",
          "# Title\n\ntext"}) {
        const std::string heading = text;
        const RenderedBody body = renderBody(articleOf(heading));
        EXPECT_TRUE(body.outline.empty()) << heading << ": " << body.html;
    }
    EXPECT_EQ(renderBody(articleOf("## Title of another kind\n\ntext")).outline.size(), 1U);
}

TEST(Headings, stayAboveText_whenTheySayImage)
{
    for (const char *const heading : {"### 图片", "## image", "## Photo"}) {
        for (const char *const text : {"\n\ntext", "\n\n- a", "\n\n> a\n", "\n\n|a|\n|---|\n"}) {
            EXPECT_EQ(renderBody(articleOf(heading + std::string(text))).outline.size(), 1U)
                << heading << text;
        }
    }
    EXPECT_EQ(renderBody(articleOf("## 图片\n\n## B\n\ntext")).outline.size(), 1U);
}

TEST(Headings, areFoundByTheNamesThatSitesGiveThem)
{
    for (const auto &[heading, link] : std::vector<std::pair<std::string, std::string>>{
             {"1. 开始", "_1-开始"},
             {"① 安装", "_1-安装"},
             {"2.1 版", "_2-1-版"},
             {"Ⅳ 章", "iv-章"},
             {"一、标题（上）", "一、标题-上"},
             {"甲·乙", "甲·乙"},
             {"Node.js", "node-js"},
             {"什么是……？", "什么是"},
             {"ガイド", "カ\u3099イト\u3099"},
             {"Café au lait", "cafe-au-lait"},
             {"A_B", "a-b"},
         }) {
        const RenderedBody body = renderBody(articleOf("[x](#" + link + ")\n\n## " + heading));
        EXPECT_NE(body.html.find("href=\"#" + body.outline.at(0).anchor + "\""), std::string::npos)
            << heading << ": " << body.html;
    }
}

TEST(Headings, areNotFoundByOtherNames)
{
    for (const char *const link : {"_2-开始", "开始-1", "other", "_1", ""}) {
        const std::string html = htmlOf("[x](#" + std::string(link) + ")\n\n## 1. 开始");
        EXPECT_EQ(html.find("\"#1-开始\""), std::string::npos) << html;
    }
}

TEST(Headings, dropAFirstParagraphThatIsTheTitle)
{
    const RenderedBody body = renderBody(articleOf("Title\n\ntext"));

    EXPECT_EQ(body.html, "<p>text</p>");
    EXPECT_EQ(body.repairs[Repair::Repetitions], 1U);
    EXPECT_EQ(htmlOf("text\n\nTitle"), "<p>text</p><p>Title</p>");
    EXPECT_EQ(htmlOf("Title\n\ntext", Repairs::none()), "<p>Title</p><p>text</p>");
}

TEST(Headings, areFoundInsideQuotationsAndLists)
{
    EXPECT_THAT(anchorsOf("> ## In a quotation\n\n- ### In a list"),
                ElementsAre("in-a-quotation", "in-a-list"));
}

} // namespace lectern::core
