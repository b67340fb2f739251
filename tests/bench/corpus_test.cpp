#include "core/article/article_file.h"
#include "tests/bench/corpus.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>

namespace lectern::bench {

TEST(Corpus, isTheSame_whenTheSeedIs)
{
    EXPECT_EQ(corpusArticle(1, 42), corpusArticle(1, 42));
    EXPECT_NE(corpusArticle(1, 42), corpusArticle(2, 42));
    EXPECT_NE(corpusArticle(1, 42), corpusArticle(1, 43));
}

TEST(Corpus, hasArticlesOfAboutFiveAndAHalfKilobytes)
{
    std::size_t bytes = 0;
    for (std::uint32_t number = 0; number < 200; ++number) {
        bytes += corpusArticle(1, number).size();
    }

    EXPECT_NEAR(static_cast<double>(bytes) / 200, 5500, 300);
}

TEST(Corpus, isUnderstood_exceptForTheFewThatAreNoYaml)
{
    std::size_t broken = 0;
    std::set<std::string> languages;
    for (std::uint32_t number = 0; number < 2000; ++number) {
        const core::Article article
            = core::parseArticle(corpusPath(number), corpusArticle(1, number));
        broken += std::ranges::any_of(article.problems, [](const core::Problem &problem) {
            return problem.code == core::ProblemCode::FrontMatterBroken;
        });
        languages.insert(article.meta.languages.begin(), article.meta.languages.end());
        ASSERT_TRUE(article.meta.date) << article.path;
        ASSERT_FALSE(article.meta.categories.empty()) << article.path;
    }

    EXPECT_GT(broken, 0U);
    EXPECT_LT(broken, 40U);
    EXPECT_EQ(languages, (std::set<std::string>{"en", "zh-CN"}));
}

TEST(Corpus, hasNothingBroken_whereOthersReadItToo)
{
    for (std::uint32_t number = 0; number < 2000; ++number) {
        const core::Article article
            = core::parseArticle(corpusPath(number), corpusArticle(1, number, Broken::None));
        ASSERT_FALSE(std::ranges::any_of(article.problems, [](const core::Problem &problem) {
            return problem.code == core::ProblemCode::FrontMatterBroken;
        })) << number;
    }
}

TEST(Corpus, isWrittenIntoNestedFolders)
{
    const tests::TemporaryFolder folder;

    const bool isWritten = writeCorpus({.folder = folder.path("corpus"), .articles = 600});

    ASSERT_TRUE(isWritten);
    for (std::uint32_t number = 0; number < 600; ++number) {
        const std::string path = folder.path("corpus/" + corpusPath(number));
        ASSERT_EQ(std::filesystem::file_size(path), corpusArticle(1, number).size()) << path;
    }
    EXPECT_EQ(corpusPath(599), "part-0/group-2/article-599.md");
}

TEST(Corpus, saysSo_whenItCannotWrite)
{
    const tests::TemporaryFolder folder;
    folder.write("file", "in the way");

    EXPECT_FALSE(writeCorpus({.folder = folder.path("file"), .articles = 1}));
}

} // namespace lectern::bench
