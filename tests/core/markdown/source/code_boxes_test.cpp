#include "core/markdown/html/html_tree.h"
#include "core/markdown/source/source_passes.h"
#include "tests/core/markdown/rendering.h"

#include <gtest/gtest.h>

#include <string>

namespace lectern::core {

namespace {

std::string codeOf(const HtmlNode &node)
{
    std::string code = node.is("pre") ? "[" + textContent(node) + "]" : "";
    for (const HtmlNode &child : node.children) {
        code += codeOf(child);
    }
    return code;
}

std::string boxed(const std::string &markdown)
{
    RepairCounts counts;
    return withCodeBoxes(std::string(markdown), counts);
}

/// What the boxes of \a html show as code, each in brackets.
std::string shown(const std::string &html)
{
    return codeOf(*parseHtml(boxed(html)));
}

std::string box(const std::string &html)
{
    return "<div class=\"cnblogs_code\">" + html + "</div>";
}

} // namespace

TEST(CodeBoxes, withCodeBoxes_keepsTheLinesOfCode)
{
    EXPECT_EQ(
        shown(box("<span>void</span>&nbsp;f()\n<br />\n{\n<br />\n&nbsp;&nbsp;x;\n<br />\n}")),
        "[void f()\n{\n  x;\n}]");
    EXPECT_EQ(shown(box("<div><span>a</span></div><div>b</div>")), "[a\nb]");
    EXPECT_EQ(shown(box("a\n\n&nbsp;b")), "[a\n\n b]");
    EXPECT_EQ(shown(box("<span>c.name\n</span><span>print</span>&nbsp;c\n<br />\nd")),
              "[c.name\nprint c\n\nd]");
    EXPECT_EQ(shown(box("a<br>b\nc")), "[a\nb\nc]");
    EXPECT_EQ(shown(box("<span>{</span><span>%</span> include &lt;x&gt; %}")),
              "[{% include <x> %}]");
}

TEST(CodeBoxes, withCodeBoxes_leavesNoMarksToTheParser)
{
    const std::string markdown
        = boxed(box("int main(char** a, char** b)<br>x[[1]] == `y` ![](z) $a$"));

    EXPECT_EQ(markdown.find_first_of("*[]`$\\"), std::string::npos) << markdown;
    EXPECT_EQ(shown(box("char** a")), "[char** a]");
}

TEST(CodeBoxes, withCodeBoxes_writesTheDotsOfTheSite)
{
    const std::string icons = "![](http://www.cnblogs.com/Images/";

    EXPECT_EQ(shown(box("a { " + icons + "dot.gif) }")), "[a { ... }]");
    EXPECT_EQ(shown(box(icons + "OutliningIndicators/None.gif)a")), "[a]");
    EXPECT_EQ(shown(box("![](b.gif) !x")), "[![](b.gif) !x]");
    EXPECT_EQ(shown(box("![](http://images.cnblogs.com/OutliningIndicators/ContractedBlock.gif)a")),
              "[a]");
    EXPECT_EQ(shown(box("![](http://example.org/OutliningIndicators/None.gif)")),
              "[![](http://example.org/OutliningIndicators/None.gif)]");
}

TEST(CodeBoxes, withCodeBoxes_showsBoldWordsWithoutStars)
{
    EXPECT_EQ(shown(box("<span>**Given**</span> some")), "[Given some]");
    EXPECT_EQ(shown(box("win32gui.**SendMessage**(a)")), "[win32gui.SendMessage(a)]");
    EXPECT_EQ(shown(box("**假如** x")), "[假如 x]");
    for (const std::string code :
         {"a ** b ** c", "2**3**4", "f(**a, **b)", "char **a, **b;", "x = **p;", "/** a **/"}) {
        EXPECT_EQ(shown(box(code)), "[" + code + "]");
    }
}

TEST(CodeBoxes, withCodeBoxes_keepsOtherHtml)
{
    for (const std::string &text :
         {std::string("<div class=\"note\">a<br>b</div>"), box("<pre>a</pre>"),
          std::string("<div class=\"cnblogs_code\">a"), std::string("a **b** c"),
          "```html\n" + box("a") + "\n```\n"}) {
        EXPECT_EQ(boxed(text), text);
    }
}

TEST(CodeBoxes, renderBody_keepsABox_whereImagesAreNotMended)
{
    EXPECT_EQ(codeOf(*parseHtml(htmlOf(box("a"), Repairs::none()))), "");
    EXPECT_EQ(codeOf(*parseHtml(htmlOf(box("a")))), "[a]");
}

TEST(CodeBoxes, renderBody_readsMarkdownBehindABox)
{
    const std::string html = htmlOf(
        box("x") + "\n<br />\n&nbsp;\n<br />\n### 五\n<br />\n1. 见[a](http://b/)\n<br />\n乙\n");

    EXPECT_NE(html.find("五</h3>"), std::string::npos) << html;
    EXPECT_NE(html.find("<a href=\"http://b/\""), std::string::npos) << html;
    EXPECT_NE(html.find("<br>"), std::string::npos) << html;
}

TEST(CodeBoxes, renderBody_showsABoxInAList_andTextAround)
{
    const std::string html
        = htmlOf("1. 甲\n\n   " + box("a**<br>\n\n**b") + "\n\n   乙\n\n文" + box("c"));

    EXPECT_NE(html.find("<ol>"), std::string::npos) << html;
    EXPECT_EQ(codeOf(*parseHtml(html)), "[a**\n**b][c]") << html;
    EXPECT_NE(html.find("乙"), std::string::npos) << html;
}

} // namespace lectern::core
