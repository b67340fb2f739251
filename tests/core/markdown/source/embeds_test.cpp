#include "core/article/article.h"
#include "core/markdown/links/link_resolver.h"
#include "core/markdown/markdown.h"
#include "core/markdown/source/source_passes.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace lectern::core {

namespace {

using tests::TemporaryFolder;

/// A vault with a note of sections and blocks.
class EmbedsTest : public testing::Test
{
protected:
    EmbedsTest()
    {
        folder.write(".obsidian/app.json", "{}");
        folder.write("河.md",
                     "---\ntags: [a]\n---\n# 上游\n\n山里\n\n## 源头\n\n泉水\n\n# 下游\n\n"
                     "- 船 ^boat\n  - 桨\n- 桥\n\n两行的\n一段 ^para\n\n> 引文\n\n^quote\n");
    }

    std::string read(std::string_view markdown, const std::string &path = "here.md") const
    {
        return withEmbeds(std::string(markdown), LinkResolver(folder.path(), path));
    }

    TemporaryFolder folder;
};

} // namespace

TEST_F(EmbedsTest, showASectionOfAnotherNote)
{
    EXPECT_EQ(read("![[河#源头]]\n"), "> [[河#源头|河 › 源头]]\n>\n> ## 源头\n>\n> 泉水\n");
    EXPECT_EQ(read("![[河#上游#源头]]\n"), "> [[河#源头|河 › 源头]]\n>\n> ## 源头\n>\n> 泉水\n");
    EXPECT_EQ(read("![[河#上游|词]]\n"),
              "> [[河#上游|词]]\n>\n> # 上游\n>\n> 山里\n>\n> ## 源头\n>\n> 泉水\n");
}

TEST_F(EmbedsTest, showABlockOfAnotherNote)
{
    EXPECT_EQ(read("![[河#^boat]]\n"), "> [[河#^boat|河]]\n>\n> - 船 ^boat\n>   - 桨\n");
    EXPECT_EQ(read("![[河#^para]]\n"), "> [[河#^para|河]]\n>\n> 两行的\n> 一段 ^para\n");
    EXPECT_EQ(read("![[河#^quote]]\n"), "> [[河#^quote|河]]\n>\n> > 引文\n");
}

TEST_F(EmbedsTest, showAWholeNote_whereverTheyStand)
{
    folder.write("短.md", "一\n\n二\n");

    EXPECT_EQ(read("![[短]]\n"), "> [[短|短]]\n>\n> 一\n>\n> 二\n");
    EXPECT_EQ(read("{{embed [[短]]}}\n"), "> [[短|短]]\n>\n> 一\n>\n> 二\n");
    EXPECT_EQ(read("- ![[短]]\n- x\n"), "- > [[短|短]]\n  >\n  > 一\n  >\n  > 二\n- x\n");
    EXPECT_EQ(read("> ![[短]]\n"), "> > [[短|短]]\n> >\n> > 一\n> >\n> > 二\n");
    EXPECT_EQ(read("![[短]]\n下文\n"), "> [[短|短]]\n>\n> 一\n>\n> 二\n\n下文\n");
}

TEST_F(EmbedsTest, stay_whereThereIsNothingToShow)
{
    for (const std::string_view text :
         {"![[没有]]\n", "![[河#没有]]\n", "![[河#^none]]\n", "句子 ![[河]] 里\n", "`![[河]]`\n",
          "```\n![[河]]\n```\n", "[[河]]\n", "![[here]]\n", "![[]]\n", "![[pic.png]]\n"}) {
        EXPECT_EQ(read(text), text);
    }
    const TemporaryFolder plain;
    plain.write("河.md", "水\n");
    EXPECT_EQ(withEmbeds("![[河]]\n", LinkResolver(plain.path(), "here.md")), "![[河]]\n");
}

TEST_F(EmbedsTest, end_whereNotesShowEachOther)
{
    folder.write("a.md", "A\n\n![[b]]\n");
    folder.write("b.md", "B\n\n![[a]]\n");
    folder.write("self.md", "# S\n\n![[#S]]\n");

    EXPECT_EQ(read("A\n\n![[b]]\n", "a.md"), "A\n\n> [[b|b]]\n>\n> B\n>\n> ![[a]]\n");
    EXPECT_EQ(read("![[a]]\n"), "> [[a|a]]\n>\n> A\n>\n> > [[b|b]]\n> >\n> > B\n> >\n> > ![[a]]\n");
    EXPECT_LE(read("# S\n\n![[#S]]\n", "self.md").size(), 200U);
}

TEST_F(EmbedsTest, areBounded)
{
    for (int note = 0; note < 8; ++note) {
        const std::string next = "![[n" + std::to_string(note + 1) + "]]\n";
        folder.write("n" + std::to_string(note) + ".md", next + "\n" + next + "\n" + next);
    }
    folder.write("n8.md", std::string(40'000, 'x'));
    folder.write("huge.md", std::string(200'000, 'x'));
    std::string many;
    for (int embed = 0; embed < 500; ++embed) {
        many += "![[n8]]\n\n";
    }

    EXPECT_LE(read("![[n0]]\n").size(), 20'000U);
    EXPECT_EQ(read("![[huge]]\n"), "![[huge]]\n");
    EXPECT_LE(read(many).size(), 700'000U);
}

TEST_F(EmbedsTest, areShownOnThePage)
{
    const LinkResolver resolver(folder.path(), "here.md");
    RenderOptions options;
    options.resolver = &resolver;
    Article article;
    article.path = "here.md";
    article.body = "![[河#^boat]]\n";

    const std::string html = renderBody(article, options).html;

    EXPECT_NE(html.find("<blockquote>"), std::string::npos) << html;
    EXPECT_NE(html.find("桨"), std::string::npos) << html;
    EXPECT_EQ(html.find("^boat"), std::string::npos) << html;
}

} // namespace lectern::core
