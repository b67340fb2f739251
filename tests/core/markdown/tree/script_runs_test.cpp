#include "core/article/article.h"
#include "core/markdown/markdown.h"
#include "core/page/article_page.h"

#include <gtest/gtest.h>

#include <string>

namespace lectern::core {

namespace {

std::string marked(std::string body, const std::string &language)
{
    Article article;
    article.meta.title = "Title";
    article.body = std::move(body);
    if (!language.empty()) {
        article.meta.languages = {language};
    }
    return renderBody(article, {.scriptMarks = ScriptMarks::Runs}).html;
}

} // namespace

TEST(ScriptRuns, chineseAndLatin_areSetApart)
{
    EXPECT_EQ(marked("用Qt写程序", "zh-CN"),
              "<p><span class=\"gap\">用</span>Q<span class=\"gap\">t</span>写程序</p>");
    EXPECT_EQ(marked("共3个", "zh-CN"),
              "<p><span class=\"gap\">共</span><span class=\"gap\">3</span>个</p>");
}

TEST(ScriptRuns, chineseAndLatin_stayAsTheyAre_whenABlankOrPunctuationIsBetween)
{
    EXPECT_EQ(marked("用 Qt 写，a。b", "zh-CN"), "<p>用 Qt 写，a。b</p>");
}

TEST(ScriptRuns, chineseAndLatin_areSetApart_acrossInlineElements)
{
    EXPECT_EQ(
        marked("用**Qt**写", "zh-CN"),
        "<p><span class=\"gap\">用</span><strong>Q<span class=\"gap\">t</span></strong>写</p>");
}

TEST(ScriptRuns, nothingIsMarked_acrossBlocksCodeAndFootnotes)
{
    EXPECT_EQ(marked("中\n\nab", "zh-CN"), "<p>中</p><p>ab</p>");
    EXPECT_EQ(marked("中`a`中", "zh-CN"), "<p>中<code>a</code>中</p>");
    EXPECT_EQ(marked("中<sup>2</sup>", "zh-CN"), "<p>中<sup>2</sup></p>");
    EXPECT_EQ(marked("```\n中a\n```", "zh-CN"), "<pre><code>中a\n</code></pre>");
}

TEST(ScriptRuns, anAccent_belongsToItsLetter)
{
    EXPECT_EQ(marked("e\u0301中", "zh-CN"), "<p><span class=\"gap\">e\u0301</span>中</p>");
}

TEST(ScriptRuns, otherLanguages_areNamed)
{
    EXPECT_EQ(marked("叫做 リンク 的", "zh-CN"), "<p>叫做 <span lang=\"ja\">リンク</span> 的</p>");
    EXPECT_EQ(marked("叫做 한국 的", "zh-CN"), "<p>叫做 <span lang=\"ko\">한국</span> 的</p>");
    EXPECT_EQ(marked("says 我们 here", "en"), "<p>says <span lang=\"zh-CN\">我们</span> here</p>");
    EXPECT_EQ(marked("says 我們說 here", "en"),
              "<p>says <span lang=\"zh-TW\">我們說</span> here</p>");
    EXPECT_EQ(marked("says これは here", "en"), "<p>says <span lang=\"ja\">これは</span> here</p>");
}

TEST(ScriptRuns, theLanguageOfThePage_isNotNamedAgain)
{
    EXPECT_EQ(marked("これは 漢字", "ja"), "<p>これは 漢字</p>");
    EXPECT_EQ(marked("喜欢の东西", "zh-CN"), "<p>喜欢の东西</p>");
    EXPECT_EQ(marked("한국 漢字", "ko"), "<p>한국 漢字</p>");
}

TEST(ScriptRuns, aRunBeforeLatin_isNamedAndSetApart)
{
    EXPECT_EQ(marked("リンクabc", "zh-CN"),
              "<p><span lang=\"ja\">リン</span><span class=\"gap\" lang=\"ja\">ク</span>abc</p>");
    EXPECT_EQ(marked("漢abc", "en"), "<p><span class=\"gap\" lang=\"zh-CN\">漢</span>abc</p>");
}

TEST(ScriptRuns, emphasisWithoutDots_isMarked)
{
    EXPECT_EQ(marked("中 *Title* 文", "zh-CN"), "<p>中 <em lang=\"en\">Title</em> 文</p>");
    EXPECT_EQ(marked("*重点*", "zh-CN"), "<p><em>重点</em></p>");
    EXPECT_NE(marked("*这是一个完整的句子，它比一个词长得多，所以下面不应该有点。*", "zh-CN")
                  .find("<em class=\"long\">"),
              std::string::npos);
}

TEST(ScriptRuns, aWrongLanguage_isCorrected)
{
    Article article;
    article.meta.languages = {"zh-CN"};
    for (int i = 0; i < 40; ++i) {
        article.body += "words and ";
    }

    const RenderedBody body = renderBody(article, {.scriptMarks = ScriptMarks::Runs});

    EXPECT_EQ(body.language, "en");
    EXPECT_NE(articlePage(article, body, {}).find("<html lang=\"en\""), std::string::npos);
}

TEST(ScriptRuns, aChineseTextTakenForEnglish_isChinese)
{
    Article article;
    article.meta.languages = {"en"};
    article.body = "PyCharm是由JetBrains打造的一款IDE，它有什么吸引人的特点呢？";

    EXPECT_EQ(renderBody(article, {.scriptMarks = ScriptMarks::Runs}).language, "zh-CN");

    article.body = "The word 你好 means hello, and nothing else.";
    EXPECT_EQ(renderBody(article, {.scriptMarks = ScriptMarks::Runs}).language, "");
}

TEST(ScriptRuns, nothingIsMarked_unlessItIsAsked)
{
    Article article;
    article.body = "用Qt";

    EXPECT_EQ(renderBody(article).html, "<p>用Qt</p>");
}

} // namespace lectern::core
