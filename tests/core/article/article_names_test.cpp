#include "core/article/article_names.h"

#include <gtest/gtest.h>

namespace lectern::core {

TEST(ArticleNames, areTheEndingsOfMarkdown)
{
    EXPECT_TRUE(isArticleName("a.md"));
    EXPECT_TRUE(isArticleName("a.b.MarkDown"));
    EXPECT_FALSE(isArticleName("md"));
    EXPECT_FALSE(isArticleName(".md"));
    EXPECT_FALSE(isArticleName("a.mdx"));
    EXPECT_FALSE(isArticleName("a.png"));
    EXPECT_FALSE(isArticleName(""));
}

TEST(ArticleNames, areTheSame_behindFolders)
{
    EXPECT_TRUE(isArticleName("a.b/C.MD"));
    EXPECT_TRUE(isArticleName("/home/._a/文.markdown"));
    EXPECT_FALSE(isArticleName("a/.md"));
    EXPECT_FALSE(isArticleName("a.md/"));
    EXPECT_FALSE(isArticleName("a.md/b.png"));
}

TEST(ArticleNames, areNotWhatAMacKeepsBesideThem)
{
    EXPECT_FALSE(isArticleName("._a.md"));
    EXPECT_FALSE(isArticleName("posts/._a.md"));
    EXPECT_TRUE(isArticleName("posts/_a.md"));
}

TEST(ArticleNames, isWalkedFolderName_leavesOutHiddenOnes)
{
    EXPECT_TRUE(isWalkedFolderName("2025"));
    EXPECT_FALSE(isWalkedFolderName(".git"));
    EXPECT_FALSE(isWalkedFolderName("node_modules"));
}

TEST(ArticleNames, articleNameOf_isTheFolder_forAnIndex)
{
    EXPECT_EQ(articleNameOf("a/b.md"), "b");
    EXPECT_EQ(articleNameOf("a/b.c.md"), "b.c");
    EXPECT_EQ(articleNameOf("a/b/index.md"), "b");
    EXPECT_EQ(articleNameOf("a/b.c/_index.md"), "b.c");
    EXPECT_EQ(articleNameOf("index.md"), "index");
}

} // namespace lectern::core
