#include "tests/core/markdown/rendering.h"

#include <gtest/gtest.h>

namespace lectern::core {

TEST(LineEndPass, joinLines_leavesNothingBetweenChineseLines)
{
    EXPECT_EQ(htmlOf("折断了，\n下一行\n不应该"), "<p>折断了，下一行不应该</p>");
    EXPECT_EQ(htmlOf("日本語\nです"), "<p>日本語です</p>");
}

TEST(LineEndPass, joinLines_keepsTheBlankOfOtherScripts)
{
    EXPECT_EQ(htmlOf("Latin words\nwrap"), "<p>Latin words\nwrap</p>");
    EXPECT_EQ(htmlOf("中文\nEnglish\n混排"), "<p>中文\nEnglish\n混排</p>");
    EXPECT_EQ(htmlOf("한국어\n문장"), "<p>한국어\n문장</p>");
}

TEST(LineEndPass, joinLines_goesThroughElementsOfALine)
{
    EXPECT_EQ(htmlOf("**加粗**\n后面"), "<p><strong>加粗</strong>后面</p>");
    EXPECT_EQ(htmlOf("前面\n**加粗**"), "<p>前面<strong>加粗</strong></p>");
    EXPECT_EQ(htmlOf("`代码`\n后面"), "<p><code>代码</code>后面</p>");
    EXPECT_EQ(htmlOf("前面\n`code`"), "<p>前面\n<code>code</code></p>");
    EXPECT_EQ(htmlOf("[链接](a.md)\n后面"), "<p><a href=\"a.md\">链接</a>后面</p>");
    EXPECT_EQ(htmlOf("**一\n二**\n*三*"), "<p><strong>一二</strong><em>三</em></p>");
}

TEST(LineEndPass, joinLines_worksInEveryBlock)
{
    EXPECT_EQ(htmlOf("标题在\n两行\n==="), "<h1 id=\"标题在两行\">标题在两行</h1>");
    EXPECT_EQ(htmlOf("- 海边有一座灯\n  塔"), "<ul><li>海边有一座灯塔</li></ul>");
    EXPECT_EQ(htmlOf("> 引用\n> 两行"), "<blockquote><p>引用两行</p></blockquote>");
}

TEST(LineEndPass, joinLines_worksInNotesAndCaptions)
{
    EXPECT_NE(htmlOf("a[^1]\n\n[^1]: 注释在\n    两行\n").find("注释在两行"), std::string::npos);
    EXPECT_EQ(htmlOf("![](a.png \"说明在\n两行\")"),
              "<figure class=\"image\"><img src=\"a.png\" alt=\"\" decoding=\"async\">"
              "<figcaption>说明在两行</figcaption></figure>");
}

TEST(LineEndPass, joinLines_leavesCodeAndBreaksAlone)
{
    EXPECT_EQ(htmlOf("```\n中文\n下行\n```"), "<pre><code>中文\n下行\n</code></pre>");
    EXPECT_EQ(htmlOf("<pre>中文\n下行</pre>"), "<pre>中文\n下行</pre>");
    EXPECT_EQ(htmlOf("中文  \n下行"), "<p>中文<br>\n下行</p>");
    EXPECT_EQ(htmlOf("中文\n\n下行"), "<p>中文</p><p>下行</p>");
}

TEST(LineEndPass, joinLines_takesBlanksAwayBesideBreaks)
{
    EXPECT_EQ(htmlOf("甲 <br> 乙"), "<p>甲<br>乙</p>");
    EXPECT_EQ(htmlOf("a *b*\t<br/> \t**c**"), "<p>a <em>b</em><br><strong>c</strong></p>");
    EXPECT_EQ(htmlOf("> a <br>b"), "<blockquote><p>a<br>b</p></blockquote>");
    EXPECT_EQ(htmlOf("`a ` <br> ` b`"), "<p><code>a </code><br><code> b</code></p>");
    EXPECT_EQ(htmlOf("`a <br> b` c"), "<p><code>a &lt;br&gt; b</code> c</p>");
    EXPECT_EQ(htmlOf("<pre>a <br> b</pre>"), "<pre>a <br> b</pre>");
    EXPECT_EQ(htmlOf("a  b"), "<p>a  b</p>");
}

TEST(LineEndPass, joinLines_joinsNoBlocks)
{
    EXPECT_EQ(htmlOf("- 一\n- 二"), "<ul><li>一</li><li>二</li></ul>");
    EXPECT_EQ(htmlOf("[!注] 是文\n正文"), "<p>[!注] 是文正文</p>");
    EXPECT_EQ(htmlOf("> [!note] 题\n> 正文"),
              "<aside class=\"callout callout-note\"><p class=\"callout-title\">题</p>"
              "<p>正文</p></aside>");
    EXPECT_EQ(htmlOf("词\n: 解释"), "<dl><dt>词</dt><dd>解释</dd></dl>");
}

TEST(LineEndPass, visibleText_hasTheSameBlanks)
{
    EXPECT_EQ(visibleText("神经\n网络\n\nold light\nhouse"), "神经网络\nold light house\n");
    EXPECT_EQ(visibleText("- 海边有一座灯\n  塔"), "海边有一座灯塔\n");
    EXPECT_EQ(visibleText("> quoted words over\n> two lines"), "quoted words over two lines\n");
    EXPECT_EQ(visibleText("**加粗**\n后面 `码`\nb"), "加粗后面 码 b\n");
    EXPECT_EQ(visibleText("into<br>cerulean"), "into cerulean\n");
    EXPECT_EQ(visibleText("into  \ncerulean"), "into cerulean\n");
    EXPECT_EQ(visibleText("| a | b |\n| --- | --- |\n| 中 | 文 |"), "a\nb\n中\n文\n");
    EXPECT_EQ(visibleText("```\n中\n文\n```"), "中\n文\n");
    EXPECT_EQ(visibleText("in<b>to</b>"), "into\n");
}

} // namespace lectern::core
