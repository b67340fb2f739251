#include "core/markdown/links/link_resolver.h"
#include "core/markdown/source/source_passes.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <string>

namespace lectern::core {

namespace {

using tests::TemporaryFolder;

/// What `![[n#part]]` shows of a note with \a content, without the line that names it.
std::string shown(std::string_view content, const std::string &part)
{
    const TemporaryFolder folder;
    folder.write(".obsidian/app.json", "{}");
    folder.write("n.md", content);
    const std::string link = "![[n" + part + "]]";
    const std::string result = withEmbeds(link + "\n", LinkResolver(folder.path(), "here.md"));
    const std::size_t start = result.find("\n>\n");
    return start == std::string::npos ? "" : result.substr(start + 3);
}

} // namespace

TEST(EmbedsCases, aSection_goesToTheNextOfItsLevel)
{
    constexpr const char *kNote = "# A\n\n## B\n\nb\n\n### C\n\nc\n\n## D\n\nd\n";

    EXPECT_EQ(shown(kNote, "#B"), "> ## B\n>\n> b\n>\n> ### C\n>\n> c\n");
    EXPECT_EQ(shown(kNote, "#D"), "> ## D\n>\n> d\n");
    EXPECT_EQ(shown(kNote, "# c"), "> ### C\n>\n> c\n") << "as headings are named";
}

TEST(EmbedsCases, headingsInCode_areNone)
{
    EXPECT_EQ(shown("```\n# A\n```\n\n# A\n\na\n", "#A"), "> # A\n>\n> a\n");
    EXPECT_EQ(shown("# A\n\n```\n# B\n```\n\na\n", "#A"),
              "> # A\n>\n> ```\n> # B\n> ```\n>\n> a\n");
}

TEST(EmbedsCases, moreThanSixMarks_areNoHeading)
{
    EXPECT_EQ(shown("####### A\n\na\n", "#A"), "");
    EXPECT_EQ(shown("#A\n\na\n", "#A"), "");
    EXPECT_EQ(shown("###### A\n\na\n", "#A"), "> ###### A\n>\n> a\n");
}

TEST(EmbedsCases, aBlock_isItsParagraph)
{
    EXPECT_EQ(shown("一 ^x\n", "#^x"), "> 一 ^x\n");
    EXPECT_EQ(shown("零\n\n一\n二 ^x\n三\n", "#^x"), "> 一\n> 二 ^x\n");
    EXPECT_EQ(shown("零\n\n一\n二\n\n\n^x\n", "#^x"), "> 一\n> 二\n");
}

TEST(EmbedsCases, aBlock_isAnItemWithWhatIsBelowIt)
{
    constexpr const char *kNote = "- a\n- b ^x\n\t- c\n\t  d\n- e\n";

    EXPECT_EQ(shown(kNote, "#^x"), "> - b ^x\n> \t- c\n> \t  d\n");
    EXPECT_EQ(shown("1. a ^x\n2. b\n", "#^x"), "> 1. a ^x\n");
    EXPECT_EQ(shown("* a ^x\n  b\n\n  c\n", "#^x"), "> * a ^x\n>   b\n");
}

TEST(EmbedsCases, aName_isThatOfTheBlockAlone)
{
    EXPECT_EQ(shown("a^x\n", "#^x"), "") << "glued to a word";
    EXPECT_EQ(shown("a ^xx\n\nb ^x\n", "#^x"), "> b ^x\n");
    EXPECT_EQ(shown("```\na ^x\n```\n", "#^x"), "");
    EXPECT_EQ(shown("^x\n", "#^x"), "> ^x\n") << "nothing stands above it";
}

TEST(EmbedsCases, aNoteOfTheOtherEnding_isShown)
{
    const TemporaryFolder folder;
    folder.write(".obsidian/app.json", "{}");
    folder.write("n.markdown", "水\n");
    const LinkResolver resolver(folder.path(), "here.md");

    EXPECT_EQ(withEmbeds("![[n.markdown]]\n", resolver), "> [[n.markdown|n.markdown]]\n>\n> 水\n");
}

TEST(EmbedsCases, aLineWithoutAnEnd_isShown)
{
    const TemporaryFolder folder;
    folder.write(".obsidian/app.json", "{}");
    folder.write("n.md", "水");
    const LinkResolver resolver(folder.path(), "here.md");

    EXPECT_EQ(withEmbeds("![[n]]", resolver), "> [[n|n]]\n>\n> 水\n");
    EXPECT_EQ(withEmbeds("  * ![[n|词]]", resolver), "  * > [[n|词]]\n    >\n    > 水\n");
}

TEST(EmbedsCases, theFrontMatterOfANote_isNotShown)
{
    EXPECT_EQ(shown("---\ntitle: T\n---\n\n水\n", ""), "> 水\n");
}

TEST(EmbedsCases, anEmptyNote_staysAsItIsWritten)
{
    EXPECT_EQ(shown("", ""), "");
    EXPECT_EQ(shown("---\ntitle: T\n---\n", ""), "");
}

TEST(EmbedsCases, theOwnHeading_isShown)
{
    const TemporaryFolder folder;
    folder.write(".obsidian/app.json", "{}");
    folder.write("here.md", "![[#B]]\n\n# B\n\nb\n");
    const LinkResolver resolver(folder.path(), "here.md");

    EXPECT_EQ(withEmbeds("![[#B]]\n", resolver), "> [[#B|B]]\n>\n> # B\n>\n> b\n");
}

} // namespace lectern::core
