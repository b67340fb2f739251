#include "core/library/indexer.h"
#include "core/library/library_columns.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <random>
#include <sys/stat.h>

namespace lectern::core {

namespace {

using tests::TemporaryFolder;

/// A folder whose files were written long ago, so that their stamps are trusted.
class IndexerTest : public testing::Test
{
protected:
    void write(const std::string &path, const std::string &text)
    {
        folder.writeLongAgo(path, text);
    }

    std::shared_ptr<const Library> index(const std::shared_ptr<const Library> &previous = nullptr)
    {
        const auto library = indexFolder(folder.path(), previous, {});
        EXPECT_TRUE(library);
        return library ? library.value() : nullptr;
    }

    TemporaryFolder folder;
};

bool areSame(const Library &left, const Library &right)
{
    return std::ranges::equal(left.columns().bytes(), right.columns().bytes());
}

} // namespace

TEST_F(IndexerTest, readsTitlesAndTermsOfAllArticles)
{
    write("one.md", "---\ntitle: One\ntags: [a, b]\ncategories: [c]\n---\nText\n");
    write("sub/two.md", "---\ntitle: \"二\"\ntags:\n  - a\n---\n![x](y.png)\n");

    const auto library = index();

    ASSERT_EQ(library->size(), 2U);
    EXPECT_EQ(library->title(0), "One");
    EXPECT_EQ(library->title(1), "二");
    EXPECT_EQ(library->rowsWith(Taxonomy::Tag, *library->findTerm(Taxonomy::Tag, "a")).size(), 2U);
    EXPECT_FALSE(library->flags(0).hasImage);
    EXPECT_TRUE(library->flags(1).hasImage);
}

TEST_F(IndexerTest, countsCharactersOfTheBody)
{
    write("a.md", "---\ntitle: A\n---\n中文ab");

    EXPECT_EQ(index()->bodyLength(0), 4U);
}

TEST_F(IndexerTest, keepsABrokenArticleAndItsNeighbours)
{
    write("bad.md", "---\ntitle: \"a \"b\" c\"\n---\n");
    write("good.md", "---\ntitle: Good\ndate: 2025-01-01\n---\n");

    const auto library = index();

    ASSERT_EQ(library->size(), 2U);
    EXPECT_TRUE(library->flags(0).isBroken);
    EXPECT_EQ(library->title(1), "Good");
    EXPECT_TRUE(library->problems(1).empty());
}

TEST_F(IndexerTest, listsAPipeAsAnArticleWithAProblem_withoutBlocking)
{
    ASSERT_EQ(::mkfifo(folder.path("pipe.md").c_str(), 0600), 0);

    const auto library = index();

    ASSERT_EQ(library->size(), 1U);
    ASSERT_FALSE(library->problems(0).empty());
    EXPECT_EQ(library->problems(0)[0].code, ProblemCode::FileNotRegular);
    EXPECT_EQ(library->title(0), "pipe");
}

TEST_F(IndexerTest, listsALinkThatLeavesTheFolder_withoutItsContent)
{
    std::filesystem::create_symlink("/etc/passwd", folder.path("secret.md"));

    const auto library = index();

    ASSERT_EQ(library->size(), 1U);
    ASSERT_FALSE(library->problems(0).empty());
    EXPECT_EQ(library->problems(0)[0].code, ProblemCode::FileOutside);
    EXPECT_EQ(library->bodyLength(0), 0U);
}

TEST_F(IndexerTest, returnsThePreviousLibrary_whenNothingChanged)
{
    write("a.md", "# A\n");
    ASSERT_EQ(::mkfifo(folder.path("pipe.md").c_str(), 0600), 0);
    const auto first = index();

    EXPECT_EQ(index(first), first);
}

TEST_F(IndexerTest, rereadsWhatChanged_andKeepsTheRest)
{
    write("gone.md", "# Gone\n");
    write("kept.md", "---\ntitle: Kept\ntags: [x]\n---\n");
    write("edited.md", "---\ntitle: Before\n---\n");
    const auto first = index();
    std::filesystem::remove(folder.path("gone.md"));
    write("edited.md", "---\ntitle: After1\n---\n");
    write("new.md", "# New\n");

    const auto second = index(first);

    ASSERT_EQ(second->size(), 3U);
    EXPECT_EQ(second->title(0), "After1");
    EXPECT_EQ(second->title(1), "Kept");
    EXPECT_EQ(second->title(2), "New");
    EXPECT_EQ(second->termName(Taxonomy::Tag, 0), "x");
}

TEST_F(IndexerTest, noticesAnEditInTheClockTickInWhichItRead)
{
    // A tick that is not over, however slow the machine is: this test takes longer than a real one.
    const auto time = std::filesystem::file_time_type::clock::now() + std::chrono::hours(1);
    folder.write("a.md", "---\ntitle: One\n---\n");
    std::filesystem::last_write_time(folder.path("a.md"), time);
    const auto first = index();
    folder.write("a.md", "---\ntitle: Two\n---\n");
    std::filesystem::last_write_time(folder.path("a.md"), time);

    EXPECT_EQ(index(first)->title(0), "Two");
}

TEST_F(IndexerTest, readsAgain_whenAnyPartOfTheStampDiffers_alsoBackwards)
{
    write("a.md", "---\ntitle: One\n---\n");
    auto library = index();
    const auto time = std::filesystem::last_write_time(folder.path("a.md"));

    // The same size, older than before: a clock that was set back, or a copy that keeps its time.
    folder.write("a.md", "---\ntitle: Two\n---\n");
    std::filesystem::last_write_time(folder.path("a.md"), time - std::chrono::hours(24));
    library = index(library);
    EXPECT_EQ(library->title(0), "Two");

    // The same size and time, another file.
    const auto older = std::filesystem::last_write_time(folder.path("a.md"));
    folder.write("b.tmp", "---\ntitle: Six\n---\n");
    std::filesystem::last_write_time(folder.path("b.tmp"), older);
    std::filesystem::rename(folder.path("b.tmp"), folder.path("a.md"));
    library = index(library);
    EXPECT_EQ(library->title(0), "Six");
}

TEST_F(IndexerTest, sortsDatesToCome_asTheyAreWritten)
{
    write("now.md", "---\ntitle: Now\ndate: 2025-01-01\n---\n");
    write("later.md", "---\ntitle: Later\ndate: 2999-12-31\n---\n");
    write("old.md", "---\ntitle: Old\ndate: 1200-01-01\n---\n");

    const auto library = index();

    std::string titles;
    for (const Row row : library->rowsByDate()) {
        titles += std::string(library->title(row)) + " ";
    }
    EXPECT_EQ(titles, "Later Now Old ");
}

TEST_F(IndexerTest, ignoresAPreviousLibraryOfAnotherFolder)
{
    const TemporaryFolder other;
    other.write("a.md", "# Other\n");
    write("a.md", "# Own\n");
    const auto previous = indexFolder(other.path(), nullptr, {});
    ASSERT_TRUE(previous);

    EXPECT_EQ(index(previous.value())->title(0), "Own");
}

TEST_F(IndexerTest, reportsProgressUpToTheEnd)
{
    for (int number = 0; number < 200; ++number) {
        write(std::to_string(number) + ".md", "text");
    }
    TaskProgress last;
    IndexOptions options;
    options.onProgress = [&](TaskProgress progress) { last = progress; };

    ASSERT_TRUE(indexFolder(folder.path(), nullptr, options));

    EXPECT_EQ(last.found, 200U);
    EXPECT_EQ(last.read, 200U);
}

TEST_F(IndexerTest, givesTheSameBytes_whateverTheNumberOfThreads)
{
    for (int number = 0; number < 300; ++number) {
        write(std::to_string(number) + ".md",
              "---\ntags: [t" + std::to_string(number % 7) + "]\n---\n");
    }
    IndexOptions alone;
    alone.threads = 1;
    IndexOptions many;
    many.threads = 8;

    const auto first = indexFolder(folder.path(), nullptr, alone);
    const auto second = indexFolder(folder.path(), nullptr, many);

    ASSERT_TRUE(first && second);
    EXPECT_TRUE(areSame(*first.value(), *second.value()));
}

TEST_F(IndexerTest, ordersDatesWithoutAZone_asTheZoneSays)
{
    write("local.md", "---\ndate: 2025-02-10 11:00:00\n---\n");
    write("utc.md", "---\ndate: 2025-02-10T06:00:00Z\n---\n");
    IndexOptions inChina;
    inChina.zone = "Asia/Shanghai"; // 03:00 in UTC
    IndexOptions inUtc;
    inUtc.zone = "UTC";

    const auto china = indexFolder(folder.path(), nullptr, inChina);
    const auto utc = indexFolder(folder.path(), nullptr, inUtc);

    ASSERT_TRUE(china && utc);
    EXPECT_EQ(china.value()->path(china.value()->rowsByDate()[0]), "utc.md");
    EXPECT_EQ(utc.value()->path(utc.value()->rowsByDate()[0]), "local.md");
}

TEST_F(IndexerTest, ordersDatesAnew_whenTheZoneIsAnother)
{
    write("local.md", "---\ndate: 2025-02-10 11:00:00\n---\n");
    write("utc.md", "---\ndate: 2025-02-10T06:00:00Z\n---\n");
    IndexOptions options;
    options.zone = "Asia/Shanghai";
    const auto china = indexFolder(folder.path(), nullptr, options);
    ASSERT_TRUE(china);
    options.zone = "UTC";

    const auto utc = indexFolder(folder.path(), china.value(), options);

    ASSERT_TRUE(utc);
    EXPECT_EQ(utc.value()->path(utc.value()->rowsByDate()[0]), "local.md");
}

TEST_F(IndexerTest, givesTheFieldsOfAFolder_toArticlesThatHaveNone)
{
    write("blog/_index.md",
          "---\ntitle: Blog\ncascade: {author: Ann, tags: [t], draft: true}\n---\n");
    write("blog/a.md", "---\ntitle: A\n---\n");
    write("blog/b.md", "---\ntitle: B\nauthor: Bob\ntags: [u]\ndraft: false\n---\n");
    write("c.md", "---\ntitle: C\n---\n");

    const auto library = index();

    EXPECT_EQ(library->author(1), "Ann");
    EXPECT_TRUE(library->flags(1).isDraft);
    EXPECT_EQ(library->author(2), "Bob");
    EXPECT_FALSE(library->flags(2).isDraft);
    EXPECT_EQ(library->author(3), "");
    EXPECT_EQ(library->rowsWith(Taxonomy::Tag, *library->findTerm(Taxonomy::Tag, "t")).size(), 2U);
}

TEST_F(IndexerTest, noticesWhenTheFieldsOfAFolderChange)
{
    write("_config.yml", "defaults: [{scope: {path: ''}, values: {author: Ann}}]\n");
    write("blog/_index.md", "---\ntitle: Blog\n---\n");
    write("blog/a.md", "---\ntitle: A\n---\n");
    const auto first = index();
    EXPECT_EQ(first->author(1), "Ann");
    EXPECT_EQ(index(first), first);

    write("_config.yml", "defaults: [{scope: {path: ''}, values: {author: Bea}}]\n");
    const auto second = index(first);
    EXPECT_EQ(second->author(1), "Bea");

    write("blog/_index.md", "---\ntitle: Blog\ncascade: {author: Cid}\n---\n");
    const auto third = index(second);
    EXPECT_EQ(third->author(1), "Cid");
    EXPECT_EQ(index(third), third);

    write("blog/_index.md", "---\ntitle: The blog\n---\n");
    EXPECT_EQ(index(third)->author(1), "Bea");
}

TEST_F(IndexerTest, saysThatSettingsCannotBeRead)
{
    write("_config.yml", "defaults: [\n");
    write("a.md", "---\ntitle: A\n---\n");

    const auto library = index();

    ASSERT_EQ(library->folderProblems().size(), 1U);
    EXPECT_EQ(library->folderProblems()[0].first, "_config.yml");
    EXPECT_EQ(index(library), library);
}

TEST_F(IndexerTest, takesTheTagsOfNotes_inAVaultAlone)
{
    write("a.md", "---\ntags: big lake\n---\n到 #河 边\n");
    const auto names = [](const Library &library) {
        std::string all;
        for (const TermId term : library.terms(Taxonomy::Tag, 0)) {
            all += std::string(library.termName(Taxonomy::Tag, term)) + ';';
        }
        return all;
    };
    const auto folderOfTexts = index();
    EXPECT_EQ(names(*folderOfTexts), "big lake;");

    write(".obsidian/app.json", "{}");

    EXPECT_EQ(names(*index(folderOfTexts)), "big;lake;河;");
}

TEST_F(IndexerTest, failsWithTheReason_whenThereIsNoFolderOrItIsCancelled)
{
    write("a.md", "");
    const std::atomic<bool> isCancelled = true;
    IndexOptions cancelled;
    cancelled.isCancelled = &isCancelled;

    const auto missing = indexFolder(folder.path("none"), nullptr, {});
    const auto stopped = indexFolder(folder.path(), nullptr, cancelled);

    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, ErrorCode::NotFound);
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, ErrorCode::Cancelled);
}

TEST_F(IndexerTest, refreshesToWhatAFreshIndexSays_whateverChanged)
{
    std::mt19937 random(11); // NOLINT(cert-msc51-cpp): the same changes in every run
    const auto path = [&] {
        return "d" + std::to_string(random() % 3) + "/" + std::to_string(random() % 8) + ".md";
    };
    const auto text = [&] {
        return "---\ntitle: T" + std::to_string(random() % 10) + "\ndate: 2025-01-0"
            + std::to_string(1 + random() % 9) + "\ntags: [t" + std::to_string(random() % 5)
            + "]\n---\nbody\n";
    };
    auto library = index();

    for (int round = 0; round < 60; ++round) {
        for (unsigned change = 0; change < 1 + random() % 4; ++change) {
            const std::string chosen = path();
            const bool isThere = std::filesystem::exists(folder.path(chosen));
            switch (isThere ? random() % 4 : 0) {
            case 1:
                std::filesystem::remove(folder.path(chosen));
                break;
            case 2:
                std::filesystem::rename(folder.path(chosen), folder.path("d0/renamed.md"));
                break;
            default:
                std::filesystem::create_directories(folder.path("d0"));
                write(chosen, text());
                break;
            }
        }
        library = index(library);
        ASSERT_TRUE(areSame(*library, *index())) << "round " << round;
    }
}

} // namespace lectern::core
