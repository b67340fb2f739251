#include "core/article/article_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lectern::core {

namespace {

using testing::ElementsAre;

} // namespace

TEST(ArticleFile, readsTheFields_whenFrontMatterIsYaml)
{
    const Article article = parseArticle("a.md",
                                         "---\n"
                                         "title: \"Two words\"\n"
                                         "date: 2025-02-10 11:43:17\n"
                                         "tags: [a, \"b c\"]\n"
                                         "categories:\n- news\n-\n"
                                         "draft: true\n"
                                         "colour: blue\n"
                                         "---\n"
                                         "Body\n");

    EXPECT_EQ(article.meta.title, "Two words");
    EXPECT_EQ(toIso8601(article.meta.date.value()), "2025-02-10T11:43:17");
    EXPECT_THAT(article.meta.tags, ElementsAre("a", "b c"));
    EXPECT_THAT(article.meta.categories, ElementsAre("news"));
    EXPECT_TRUE(article.meta.isDraft);
    EXPECT_THAT(article.meta.others, ElementsAre(std::pair("colour", "blue")));
    EXPECT_EQ(article.body, "Body\n");
    EXPECT_EQ(article.bodyLine, 11U);
    EXPECT_TRUE(article.problems.empty());
}

TEST(ArticleFile, takesTheFirstHeading_whenThereIsNoFrontMatter)
{
    const Article article = parseArticle("a.md", "Hello\n\n# The **title**\n");

    EXPECT_EQ(article.meta.title, "The title");
    EXPECT_EQ(article.meta.titleOrigin, TitleOrigin::Heading);
    EXPECT_EQ(article.body, "Hello\n\n# The **title**\n");
}

TEST(ArticleFile, takesTheFileName_whenThereIsNoHeading)
{
    const Article article = parseArticle("x/2015-04-01-ZMap%20scan.md", "text\n");

    EXPECT_EQ(article.meta.title, "ZMap scan");
    EXPECT_EQ(article.meta.titleOrigin, TitleOrigin::FileName);
}

} // namespace lectern::core
