#include "core/library/snapshot.h"
#include "core/search/body_search.h"
#include "core/search/text_pack.h"
#include "tests/support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace lectern::core {

namespace {

using tests::TemporaryFolder;

/// A folder of articles with its library and pack.
class TextPackTest : public testing::Test
{
protected:
    /// Writes an article that was last changed long ago, so that its stamp is trusted.
    void write(const std::string &path, const std::string &text)
    {
        folder.writeLongAgo(path, text);
    }

    void update()
    {
        const auto indexed = indexFolder(folder.path(), library, {});
        ASSERT_TRUE(indexed);
        library = indexed.value();
        const auto updated = TextPack::update(cache.path(), *library, {});
        ASSERT_TRUE(updated) << updated.error().message;
        pack = updated.value();
    }

    std::vector<std::string> found(std::string_view needle) const
    {
        RowSet rows(library->size(), RowSet::Fill::None);
        BodySearch(pack, *library).search(needle, rows);
        std::vector<std::string> paths;
        for (Row row = 0; row < library->size(); ++row) {
            if (rows.contains(row)) {
                paths.emplace_back(library->path(row));
            }
        }
        return paths;
    }

    std::string textFile() const { return cacheFileOf(cache.path(), library->root(), ".text"); }

    std::string indexFile() const
    {
        return cacheFileOf(cache.path(), library->root(), ".textindex");
    }

    TemporaryFolder folder;
    TemporaryFolder cache;
    std::shared_ptr<const Library> library;
    std::shared_ptr<const TextPack> pack;
};

} // namespace

using testing::ElementsAre;
using testing::IsEmpty;

TEST_F(TextPackTest, findsWordsOfAnyLengthInBodies)
{
    write("a.md", "---\ntitle: T\n---\n**机器**学习 and Worms\n");
    write("b.md", "[link text](https://hidden.example/) 学\n");

    update();

    EXPECT_THAT(found("学"), ElementsAre("a.md", "b.md"));
    EXPECT_THAT(found("机器学习"), ElementsAre("a.md"));
    EXPECT_THAT(found("worms"), ElementsAre("a.md"));
    EXPECT_THAT(found("hidden.example"), IsEmpty());
    EXPECT_THAT(found("title"), IsEmpty());
    EXPECT_THAT(found(""), IsEmpty());
}

TEST_F(TextPackTest, doesNotMatchAcrossArticles)
{
    write("a.md", "one\n");
    write("b.md", "two\n");

    update();

    EXPECT_THAT(found("onetwo"), IsEmpty());
    EXPECT_THAT(found("one two"), IsEmpty());
}

TEST_F(TextPackTest, findsWordsAtBothEndsOfEachBody_whenSeveralThreadsSearch)
{
    constexpr int kArticles = 24; // of 1 MB: what several threads share
    const std::string line = std::string(1023, 'x') + '\n';
    std::string filler;
    for (int number = 0; number < 1024; ++number) {
        filler += line;
    }
    std::vector<std::string> odd;
    for (int number = 10; number < 10 + kArticles; ++number) {
        const std::string path = std::to_string(number) + ".md";
        write(path, number % 2 == 0 ? "first" + filler + "last\n" : "odd" + filler + "odd\n");
        if (number % 2 != 0) {
            odd.push_back(path);
        }
    }

    update();

    EXPECT_EQ(found("odd"), odd);
    EXPECT_EQ(found("first").size(), kArticles / 2U);
    EXPECT_EQ(found("last").size(), kArticles / 2U);
    EXPECT_EQ(found("x").size(), std::size_t{kArticles});
    EXPECT_THAT(found("lastfirst"), IsEmpty());
}

TEST_F(TextPackTest, isReadFromTheCache_whenNothingChanged)
{
    write("a.md", "worm\n");
    update();
    const auto before = std::filesystem::last_write_time(indexFile());

    update();

    EXPECT_EQ(std::filesystem::last_write_time(indexFile()), before);
    EXPECT_THAT(found("worm"), ElementsAre("a.md"));
}

TEST_F(TextPackTest, followsAddedEditedAndRemovedArticles)
{
    for (int number = 0; number < 20; ++number) {
        write(std::to_string(number) + ".md", "same " + std::string(50, 'x') + "\n");
    }
    update();
    write("3.md", "edited now\n");
    write("new.md", "fresh\n");
    std::filesystem::remove(folder.path("5.md"));

    update();

    EXPECT_EQ(found("same").size(), 18U);
    EXPECT_THAT(found("edited"), ElementsAre("3.md"));
    EXPECT_THAT(found("fresh"), ElementsAre("new.md"));
}

TEST_F(TextPackTest, isWrittenAnew_whenMoreThanAFifthIsDead)
{
    for (int number = 0; number < 10; ++number) {
        write(std::to_string(number) + ".md", std::string(1000, 'x') + "\n");
    }
    update();
    const auto full = std::filesystem::file_size(textFile());
    for (int number = 0; number < 5; ++number) {
        std::filesystem::remove(folder.path(std::to_string(number) + ".md"));
    }

    update();

    EXPECT_EQ(std::filesystem::file_size(textFile()), full / 2);
    EXPECT_EQ(found("xxx").size(), 5U);
}

TEST_F(TextPackTest, mendsATextThatWasDamaged)
{
    write("a.md", "aaaa\n");
    write("b.md", "bbbb\n");
    update();
    pack.reset();
    std::fstream file(textFile(), std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(1);
    file.put('?');
    file.close();

    update();

    EXPECT_THAT(found("aaaa"), ElementsAre("a.md"));
    EXPECT_THAT(found("bbbb"), ElementsAre("b.md"));
}

TEST_F(TextPackTest, isRebuilt_whenAnyByteOfItsIndexDiffersOrIsMissing)
{
    write("a.md", "aaaa\n");
    update();
    std::ifstream input(indexFile(), std::ios::binary);
    const std::string good(std::istreambuf_iterator<char>(input), {});

    for (std::size_t position = 0; position < good.size(); ++position) {
        std::string bytes = good;
        bytes[position] = static_cast<char>(bytes[position] ^ 0x41);
        ASSERT_TRUE(writeFileAtomically(indexFile(), bytes));
        EXPECT_FALSE(TextPack::open(cache.path(), library->root())) << "byte " << position;
        ASSERT_TRUE(writeFileAtomically(indexFile(), good.substr(0, position)));
        EXPECT_FALSE(TextPack::open(cache.path(), library->root())) << position << " bytes";
    }
    update();

    EXPECT_THAT(found("aaaa"), ElementsAre("a.md"));
}

TEST_F(TextPackTest, isRefused_whenTheTextsAreCut)
{
    write("a.md", "aaaa\n");
    update();
    std::filesystem::resize_file(textFile(), 2);

    EXPECT_FALSE(TextPack::open(cache.path(), library->root()));
}

TEST_F(TextPackTest, handsOutTheTextOfARow)
{
    write("a.md", "# Ａ Title\n\nBody\n");
    update();

    const BodySearch bodies(pack, *library);

    EXPECT_NE(bodies.text(0).find("a title"), std::string_view::npos);
}

TEST_F(TextPackTest, stops_whenCancelled)
{
    write("a.md", "aaaa\n");
    const std::atomic<bool> isCancelled = true;
    IndexOptions options;
    options.isCancelled = &isCancelled;
    library = indexFolder(folder.path(), nullptr, {}).value();

    const auto updated = TextPack::update(cache.path(), *library, options);

    ASSERT_FALSE(updated);
    EXPECT_EQ(updated.error().code, ErrorCode::Cancelled);
}

} // namespace lectern::core
