#include "core/markdown/source/source_passes.h"
#include "tests/core/markdown/rendering.h"

#include <gtest/gtest.h>

namespace lectern::core {

namespace {

void expectUnchanged(const std::string &markdown)
{
    EXPECT_EQ(withTagWords(markdown), markdown);
}

} // namespace

TEST(TagWords, withTagWords_takesTagsOfASentenceForWords)
{
    EXPECT_EQ(withTagWords("use <script> here"), "use &lt;script> here");
    EXPECT_EQ(withTagWords("the <details> and <video> 标签"),
              "the &lt;details> and &lt;video> 标签");
    EXPECT_EQ(withTagWords("| <iframe> | a |"), "| &lt;iframe> | a |");
    EXPECT_EQ(withTagWords("- 用 <TextArea> 输入"), "- 用 &lt;TextArea> 输入");
    EXPECT_EQ(htmlOf("use <style> here\n\nand there"),
              "<p>use &lt;style&gt; here</p><p>and there</p>");
}

TEST(TagWords, withTagWords_letsNoOpenTagHideTheArticle)
{
    EXPECT_EQ(htmlOf("<script> 标签\n\n后文"), "<p>&lt;script&gt; 标签</p><p>后文</p>");
    EXPECT_EQ(htmlOf("<script>alert(1)</script>\n\na"), "<p>a</p>");
    EXPECT_EQ(htmlOf("a <script>alert(1)</script> b").find("alert"), std::string::npos);
}

TEST(TagWords, withTagWords_leavesTagsThatAreMeant)
{
    for (const char *const text :
         {"<details>\n<summary>T</summary>\na\n</details>", "a <span>b</span>", "a <br> b", "a<p>b",
          "<div>\n\na", "a <b>c", "a <video src=\"x.mp4\">", "`<script>` a",
          "```\nuse <script>\n```", "\\<script> a", "a < b > c", "<https://a.b> <tel:12>",
          "a <kbd>K</kbd>", "    use <script> here"}) {
        expectUnchanged(text);
    }
}

TEST(TagWords, withTagWords_leavesAddresses)
{
    for (const char *const text : {"[x](</my file.md>)", "![x](</pic.png>)", "[x]: </pic.png>",
                                   "[x](< /a.md>)", "[x]:\t</a> \"t\""}) {
        expectUnchanged(text);
    }
    EXPECT_EQ(withTagWords("[x] </pic.png>"), "[x] ");
    EXPECT_EQ(htmlOf("[x](</my file.md>)"), "<p><a href=\"/my%20file.md\">x</a></p>");
}

TEST(TagWords, withTagWords_dropsTheTagsOfComponents)
{
    EXPECT_EQ(withTagWords("<SimpleTab>\n**x**\n</SimpleTab>"), "\n**x**\n");
    EXPECT_EQ(withTagWords("<separator></separator>"), "");
    EXPECT_EQ(withTagWords("a <Badge text=\"b\" /> c"), "a  c");
    EXPECT_EQ(withTagWords("<el-button type=\"x\">OK</el-button>"), "OK");
    EXPECT_EQ(htmlOf("<CodeGroup>\n\n*a*\n\n</CodeGroup>"), "<p><em>a</em></p>");
}

TEST(TagWords, componentsOfBlogs_keepTheirText)
{
    EXPECT_EQ(htmlOf("<SimpleTab>\n\n**x**\n\n</SimpleTab>"), "<p><strong>x</strong></p>");
    EXPECT_EQ(htmlOf("<SimpleTab title=\"甲\">\n\nx\n\n</SimpleTab>"),
              "<p><strong>甲</strong></p><p>x</p>");
    EXPECT_EQ(htmlOf("a <MyWidget id=\"1\"/> b <x-note>c</x-note>"), "<p>a  b c</p>");
    EXPECT_EQ(htmlOf("`<SimpleTab>` 与 \\<SimpleTab>"),
              "<p><code>&lt;SimpleTab&gt;</code> 与 &lt;SimpleTab&gt;</p>");
}

TEST(TagWords, withTagWords_dropsTheTagsOfOffice)
{
    EXPECT_EQ(withTagWords("a<o:p></o:p> b"), "a b");
    EXPECT_EQ(withTagWords("<w:sdt>x</w:sdt>"), "x");
    EXPECT_EQ(withTagWords("<st1:place w:st=\"on\">Rome</st1:place>"), "Rome");
}

TEST(TagWords, withTagWords_leavesTypesAndPlaceholders)
{
    for (const char *const text : {"vector<int> and map<string, int>", "git checkout <branch>",
                                   "<your-name>", "<urn:x>", "<xmpp:a@b>", "a<b and c>d"}) {
        expectUnchanged(text);
    }
}

} // namespace lectern::core
