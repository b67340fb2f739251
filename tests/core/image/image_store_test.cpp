#include "core/image/image_store.h"
#include "tests/support/image_samples.h"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

namespace lectern::core {

namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using lectern::test::pngHeader;

constexpr std::string_view kUrl = "https://example.org/a/0";

/// A store in a folder of its own, with a clock that the test moves.
class ImageStoreTest : public testing::Test
{
protected:
    ImageStoreTest()
        : m_folder(fs::path(testing::TempDir())
                   / ("image-store-"
                      + std::string(testing::UnitTest::GetInstance()->current_test_info()->name())))
    {
        fs::remove_all(m_folder);
    }

    ~ImageStoreTest() override { fs::remove_all(m_folder); }

    ImageStore makeStore(std::uint64_t budgetBytes = 1U << 20U)
    {
        return ImageStore(m_folder.string(),
                          {.budgetBytes = budgetBytes, .now = [this] { return m_now; }});
    }

    std::vector<fs::path> filesIn(const std::string &name) const
    {
        std::vector<fs::path> files;
        if (!fs::exists(m_folder / name)) {
            return files;
        }
        for (const auto &entry : fs::recursive_directory_iterator(m_folder / name)) {
            if (entry.is_regular_file()) {
                files.push_back(entry.path());
            }
        }
        return files;
    }

    fs::path m_folder;
    std::chrono::system_clock::time_point m_now{std::chrono::seconds(1'800'000'000)};
};

/// A picture of \a sizeBytes that is unlike those of other widths.
std::string picture(std::uint32_t width, std::size_t sizeBytes = 64)
{
    std::string bytes = pngHeader(width, 1);
    bytes.resize(sizeBytes, 'x');
    return bytes;
}

void overwrite(const fs::path &path, std::string_view bytes)
{
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file << bytes;
}

std::string bytesOf(const StoreAnswer &answer)
{
    const auto *image = std::get_if<StoredImage>(&answer);
    return image != nullptr ? image->bytes : "";
}

bool isUnknown(const StoreAnswer &answer)
{
    return std::holds_alternative<std::monostate>(answer);
}

} // namespace

TEST_F(ImageStoreTest, find_knowsNothing_whenNothingWasKept)
{
    EXPECT_TRUE(isUnknown(makeStore().find(kUrl)));
}

TEST_F(ImageStoreTest, find_givesWhatWasKept_toAnotherStoreOnTheSameFolder)
{
    ASSERT_TRUE(makeStore().keep(kUrl, picture(7)).isOk());

    const StoreAnswer answer = makeStore().find(kUrl);

    EXPECT_EQ(bytesOf(answer), picture(7));
    EXPECT_EQ(std::get<StoredImage>(answer).info, (ImageInfo{ImageType::Png, 7, 1}));
}

TEST_F(ImageStoreTest, keep_storesTheSameBytesOnce)
{
    ImageStore store = makeStore();

    ASSERT_TRUE(store.keep("https://example.org/1", picture(7)).isOk());
    ASSERT_TRUE(store.keep("https://example.org/2", picture(7)).isOk());

    EXPECT_EQ(filesIn("objects").size(), 1U);
    EXPECT_EQ(bytesOf(store.find("https://example.org/1")), picture(7));
    EXPECT_EQ(bytesOf(store.find("https://example.org/2")), picture(7));
}

TEST_F(ImageStoreTest, keep_replacesAnEarlierImageAndFailure)
{
    ImageStore store = makeStore();
    store.rememberFailure(kUrl, ImageFailure::NotFound);
    ASSERT_TRUE(store.keep(kUrl, picture(1)).isOk());

    ASSERT_TRUE(store.keep(kUrl, picture(2)).isOk());

    EXPECT_EQ(bytesOf(store.find(kUrl)), picture(2));
}

TEST_F(ImageStoreTest, keep_refusesWhatIsNoImage)
{
    ImageStore store = makeStore();

    EXPECT_EQ(store.keep(kUrl, "<html>").error().code, ErrorCode::Unsupported);
    EXPECT_EQ(store.keep(kUrl, pngHeader(90'000, 90'000)).error().code, ErrorCode::TooLarge);
    EXPECT_TRUE(filesIn("objects").empty());
}

TEST_F(ImageStoreTest, keep_refusesAnImageLargerThanTheBudget)
{
    EXPECT_EQ(makeStore(100).keep(kUrl, picture(1, 101)).error().code, ErrorCode::TooLarge);
}

TEST_F(ImageStoreTest, keep_failsWithoutACrash_whenTheFolderCannotBeMade)
{
    overwrite(m_folder, "a file where the folder should be");

    const Status kept = makeStore().keep(kUrl, picture(1));

    EXPECT_FALSE(kept.isOk());
    EXPECT_TRUE(isUnknown(makeStore().find(kUrl)));
}

TEST_F(ImageStoreTest, keep_dropsWhatWasNotUsedLongest)
{
    ImageStore store = makeStore(1000);
    for (std::uint32_t width = 1; width <= 3; ++width) {
        ASSERT_TRUE(
            store.keep("https://example.org/" + std::to_string(width), picture(width, 300)).isOk());
        m_now += 1s;
    }
    (void)store.find("https://example.org/1"); // used again, so 2 is the oldest now
    m_now += 1s;

    ASSERT_TRUE(store.keep("https://example.org/4", picture(4, 300)).isOk());

    EXPECT_TRUE(isUnknown(store.find("https://example.org/2")));
    EXPECT_FALSE(isUnknown(store.find("https://example.org/1")));
    EXPECT_FALSE(isUnknown(store.find("https://example.org/4")));
    EXPECT_LE(store.usedBytes(), 1000U);
}

TEST_F(ImageStoreTest, keep_staysBelowTheBudgetHoweverMuchPasses)
{
    ImageStore store = makeStore(5000);

    for (std::uint32_t width = 1; width <= 200; ++width) {
        ASSERT_TRUE(
            store.keep("https://example.org/" + std::to_string(width), picture(width, 400)).isOk());
        m_now += 1s;
    }

    std::uint64_t total = 0;
    for (const fs::path &file : filesIn("objects")) {
        total += fs::file_size(file);
    }
    EXPECT_LE(total, 5000U);
    EXPECT_LE(filesIn("urls").size(), 12U) << "records of dropped images were left behind";
}

TEST_F(ImageStoreTest, usedBytes_countsWhatAnEarlierProgramLeft)
{
    ASSERT_TRUE(makeStore().keep(kUrl, picture(1, 500)).isOk());

    EXPECT_EQ(makeStore().usedBytes(), 500U);
}

TEST_F(ImageStoreTest, failure_isBelievedForItsTimeOnly)
{
    ImageStore store = makeStore();
    store.rememberFailure(kUrl, ImageFailure::NotFound);

    m_now += 23h;
    const StoreAnswer before = makeStore().find(kUrl);
    m_now += 2h;
    const StoreAnswer after = makeStore().find(kUrl);

    ASSERT_TRUE(std::holds_alternative<ImageFailure>(before));
    EXPECT_EQ(std::get<ImageFailure>(before), ImageFailure::NotFound);
    EXPECT_TRUE(isUnknown(after));
}

TEST_F(ImageStoreTest, failure_thatIsNoPropertyOfTheAddressIsNotRemembered)
{
    ImageStore store = makeStore();

    store.rememberFailure(kUrl, ImageFailure::FetchingOff);
    store.rememberFailure(kUrl, ImageFailure::ForbiddenAddress);

    EXPECT_TRUE(isUnknown(store.find(kUrl)));
}

TEST_F(ImageStoreTest, forget_makesAFailedAddressUnknown)
{
    ImageStore store = makeStore();
    store.rememberFailure(kUrl, ImageFailure::TooLarge);

    store.forget(kUrl);

    EXPECT_TRUE(isUnknown(store.find(kUrl)));
}

TEST_F(ImageStoreTest, addressWithALineBreak_isNotStored)
{
    ImageStore store = makeStore();
    const std::string url = "https://example.org/\nobject 00";

    EXPECT_EQ(store.keep(url, picture(1)).error().code, ErrorCode::Unsupported);
    store.rememberFailure(url, ImageFailure::NotFound);

    EXPECT_TRUE(isUnknown(store.find(url)));
}

// Damage: each kind must cost a fetch and nothing else.

TEST_F(ImageStoreTest, damagedObject_isDroppedAndCanBeKeptAgain)
{
    for (const std::string &damage :
         {std::string(), std::string("not an image"), picture(1).substr(0, 40), picture(2),
          picture(1) + "!", std::string(64, '\0')}) {
        ImageStore store = makeStore();
        ASSERT_TRUE(store.keep(kUrl, picture(1)).isOk());
        overwrite(filesIn("objects").at(0), damage);

        EXPECT_TRUE(isUnknown(store.find(kUrl))) << damage.size();
        EXPECT_TRUE(filesIn("objects").empty());

        ASSERT_TRUE(store.keep(kUrl, picture(1)).isOk());
        EXPECT_EQ(bytesOf(store.find(kUrl)), picture(1));
    }
}

TEST_F(ImageStoreTest, damagedRecord_isAnUnknownAddress)
{
    const std::string line = "url " + std::string(kUrl) + "\n";
    const std::string start = "lectern-image 1\n" + line;
    const std::string hash(64, 'a');
    for (const std::string &damage :
         {std::string(), std::string("lectern-image 1"), "lectern-image 2\n" + line, start,
          start + "object ../../../../etc/passwd\n", start + "object " + hash,
          start + "object " + hash + "\n", start + "failure\n", start + "failure not-found\n",
          start + "failure not-found 99x\n", start + "failure bored 9999999999\n",
          start + "failure not-found 99999999999999999999999\n",
          std::string("lectern-image 1\nurl https://example.org/other\nfailure not-found "
                      "9999999999\n"),
          std::string(200'000, '\n')}) {
        ImageStore store = makeStore();
        ASSERT_TRUE(store.keep(kUrl, picture(1)).isOk());
        overwrite(filesIn("urls").at(0), damage);

        EXPECT_TRUE(isUnknown(store.find(kUrl))) << damage.substr(0, 100);
    }
}

TEST_F(ImageStoreTest, foldersWhereFilesBelong_areSurvived)
{
    ImageStore store = makeStore();
    ASSERT_TRUE(store.keep(kUrl, picture(1)).isOk());
    const fs::path object = filesIn("objects").at(0);
    fs::remove(object);
    fs::create_directories(object / "below");

    EXPECT_TRUE(isUnknown(store.find(kUrl)));
    EXPECT_FALSE(store.keep(kUrl, picture(1)).isOk());
}

TEST_F(ImageStoreTest, leftOverTemporaryFiles_areEvictedLikeImages)
{
    ImageStore store = makeStore(1000);
    ASSERT_TRUE(store.keep(kUrl, picture(1, 300)).isOk());
    const fs::path leftOver = filesIn("objects").at(0).string() + ".Ab3xYz";
    overwrite(leftOver, std::string(900, 'x'));
    fs::last_write_time(leftOver, fs::file_time_type::min());

    ImageStore later = makeStore(1000);
    ASSERT_TRUE(later.keep("https://example.org/2", picture(2, 300)).isOk());

    EXPECT_FALSE(fs::exists(leftOver));
    EXPECT_EQ(bytesOf(later.find(kUrl)), picture(1, 300));
}

TEST_F(ImageStoreTest, manyThreads_keepAndFindAtOnce)
{
    ImageStore store = makeStore(20'000);
    std::vector<std::thread> threads;

    for (std::uint32_t thread = 0; thread < 4; ++thread) {
        threads.emplace_back([&store, thread] {
            for (std::uint32_t index = 0; index < 50; ++index) {
                const std::string url = "https://example.org/" + std::to_string(index);
                const StoreAnswer answer = store.find(url);
                EXPECT_TRUE(isUnknown(answer) || bytesOf(answer) == picture(index + 1, 900));
                if (index % 4 == thread) {
                    EXPECT_TRUE(store.keep(url, picture(index + 1, 900)).isOk());
                }
            }
        });
    }
    for (std::thread &thread : threads) {
        thread.join();
    }

    EXPECT_LE(store.usedBytes(), 20'000U);
}

TEST(ImageFailure, names_goBothWays)
{
    EXPECT_EQ(failureName(ImageFailure::NotFound), "not-found");
    EXPECT_EQ(failureName(ImageFailure::FetchingOff), "fetching-off");
    EXPECT_EQ(failureFromName("timed-out"), ImageFailure::TimedOut);
    EXPECT_EQ(failureFromName("no-such-failure"), std::nullopt);
}

} // namespace lectern::core
