#include "core/markdown/links/files_by_name.h"
#include "core/markdown/links/link_resolver.h"
#include "core/markdown/links/vault_writing.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>

namespace lectern::core {

namespace {

using tests::TemporaryFolder;

std::string withNotes(const TemporaryFolder &folder, std::string_view text, int plain = 0)
{
    for (int note = 0; note < 4; ++note) {
        folder.write("n" + std::to_string(note) + ".md", text);
    }
    for (int note = 0; note < plain; ++note) {
        folder.write("plain/" + std::to_string(note) + ".md", "words\n");
    }
    return folder.path();
}

} // namespace

TEST(VaultWriting, isKnownByItsLinks)
{
    for (const std::string_view text :
         {"see [[河]]\n", "[[a|b]] and [[c#d]]\n", "- [[2024-01-02]]\n", "![[p.png]]\n"}) {
        const TemporaryFolder folder;

        EXPECT_TRUE(vaultWritingIn(withNotes(folder, text)).isVault) << text;
        EXPECT_EQ(vaultWritingIn(folder.path()).hasEmbeds, text.starts_with('!')) << text;
    }
}

TEST(VaultWriting, isNotSeenInOtherBrackets)
{
    for (const std::string_view text :
         {"words\n", "if [[ -f x ]]; then\n", "```\n[[a]]\n```\n", "`[[nodiscard]]`\n", "[[TOC]]\n",
          "[[!meta title=\"x\"]]\n", "[[1]](#a)\n", "[[_TOC_]]\n", "[[open\n"}) {
        const TemporaryFolder folder;

        EXPECT_FALSE(vaultWritingIn(withNotes(folder, text)).isVault) << text;
    }
    const TemporaryFolder folder;
    EXPECT_FALSE(vaultWritingIn(withNotes(folder, "[[a]]\n", 40)).isVault) << "few of many";
    EXPECT_FALSE(vaultWritingIn("/no/such/folder").isVault);
}

TEST(VaultWriting, makesAFolderAVault_unlessASiteIsAroundIt)
{
    const TemporaryFolder folder;
    withNotes(folder, "[[a]] ![[b]]\n");

    EXPECT_TRUE(siteAround(folder.path()).isVault);
    EXPECT_TRUE(siteAround(folder.path()).showsLineEnds);

    folder.write("hugo.toml", "");
    EXPECT_FALSE(siteAround(folder.path()).isVault);
}

TEST(FilesByName, findThemAnywhere_theNearestFirst)
{
    const TemporaryFolder folder;
    for (const char *const file :
         {"p.png", "a/p.png", "a/b/图.PNG", "note.md", ".git/q.png", "c/d.pdf"}) {
        folder.write(file, "");
    }
    const FilesByName files(folder.path());

    EXPECT_EQ(files.find("p.png", "a/x.md"), "a/p.png");
    EXPECT_EQ(files.find("p.png", "z.md"), "p.png");
    EXPECT_EQ(files.find("图.png", "z.md"), "a/b/图.PNG");
    EXPECT_EQ(files.find("b/图.png", "z.md"), "a/b/图.PNG");
    EXPECT_EQ(files.find("d.pdf", "z.md"), "c/d.pdf");
    EXPECT_EQ(files.find("x/图.png", "z.md"), std::nullopt);
    EXPECT_EQ(files.find("q.png", "z.md"), std::nullopt);
    EXPECT_EQ(files.find("note.md", "z.md"), std::nullopt);
    EXPECT_EQ(files.find("", "z.md"), std::nullopt);
}

TEST(PicturesOfAVault, areFoundByName_alsoAboveAPartThatIsOpen)
{
    const TemporaryFolder vault;
    vault.write(".obsidian/app.json", "{}");
    vault.write("pictures/deep/p.png", "");
    vault.write("notes/own/q.png", "");
    vault.write("notes/a.md", "");

    const LinkResolver whole(vault.path(), "notes/a.md");
    EXPECT_EQ(whole.imageAddress("p.png"), "/pictures/deep/p.png");
    EXPECT_EQ(whole.imageAddress("q.png"), "/notes/own/q.png");
    EXPECT_EQ(whole.imageAddress("none.png"), std::nullopt);

    const LinkResolver part(vault.path("notes"), "a.md");
    EXPECT_EQ(part.imageAddress("p.png"), "lectern://site/pictures/deep/p.png");
    EXPECT_EQ(part.imageAddress("q.png"), "/own/q.png");
}

TEST(PicturesOfAVault, areNotLookedFor_elsewhere)
{
    const TemporaryFolder folder;
    folder.write("pictures/deep/p.png", "");

    EXPECT_EQ(LinkResolver(folder.path(), "a.md").imageAddress("p.png"), std::nullopt);
}

} // namespace lectern::core
