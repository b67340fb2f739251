#include "core/markdown/links/vault_writing.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <string>

namespace lectern::core {

namespace {

using tests::TemporaryFolder;

/// A folder of \a linked notes with a link and of \a plain ones.
VaultWriting writingOf(int linked, int plain, std::string_view text = "[[a]]\n")
{
    const TemporaryFolder folder;
    for (int note = 0; note < linked + plain; ++note) {
        folder.write(std::to_string(note) + ".md", note < linked ? text : "words\n");
    }
    return vaultWritingIn(folder.path());
}

} // namespace

TEST(VaultWritingCases, threeNotes_areTheFewest)
{
    EXPECT_TRUE(writingOf(3, 0).isVault);
    EXPECT_FALSE(writingOf(2, 0).isVault);
    EXPECT_FALSE(writingOf(2, 1).isVault);
    EXPECT_FALSE(writingOf(0, 0).isVault);
}

TEST(VaultWritingCases, aQuarterOfTheNotes_isEnough)
{
    EXPECT_TRUE(writingOf(3, 9).isVault);
    EXPECT_FALSE(writingOf(3, 10).isVault);
}

TEST(VaultWritingCases, embeds_areSeenInAVaultAlone)
{
    EXPECT_TRUE(writingOf(3, 0, "![[a]]\n").hasEmbeds);
    EXPECT_FALSE(writingOf(2, 0, "![[a]]\n").hasEmbeds);
    EXPECT_FALSE(writingOf(3, 0, "! [[a]]\n").hasEmbeds);
}

TEST(VaultWritingCases, theBeginningOfANote_isLookedAt)
{
    EXPECT_TRUE(writingOf(3, 0, std::string(8000, 'x') + " [[a]]\n").isVault);
    EXPECT_FALSE(writingOf(3, 0, std::string(8192, 'x') + " [[a]]\n").isVault);
}

TEST(VaultWritingCases, bracketsThatAreNoNames_areNotSeen)
{
    for (const std::string_view text :
         {"[[]]\n", "[[ a]]\n", "[[a\nb]]\n", "[[a](b)]\n", "[[目录\n", "[[toc]]\n", "[[[a]]]\n",
          "[[a]](b)\n", "[[", "[[a]"}) {
        EXPECT_FALSE(writingOf(3, 0, text).isVault) << text;
    }
}

TEST(VaultWritingCases, otherFilesAndHiddenFolders_areNotCounted)
{
    const TemporaryFolder folder;
    for (const char *const name : {"1.md", "sub/2.md", "sub/deep/3.md"}) {
        folder.write(name, "[[河]]\n");
    }
    for (int file = 0; file < 40; ++file) {
        folder.write(".git/" + std::to_string(file) + ".md", "words\n");
        folder.write(std::to_string(file) + ".txt", "words\n");
    }

    EXPECT_TRUE(vaultWritingIn(folder.path()).isVault);
}

} // namespace lectern::core
