#include "core/library/library_columns.h"
#include "core/library/snapshot.h"
#include "tests/core/library/column_seal.h"
#include "tests/core/library/random_records.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <atomic>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace lectern::core {

namespace {

namespace fs = std::filesystem;
using tests::TemporaryFolder;

constexpr const char *kRoot = "/home/reader/文章";
constexpr std::size_t kHeaderBytes = 32;

struct HeaderField
{
    const char *name;
    std::size_t start;
    std::size_t bytes;
    ErrorCode refusedWith;
};

constexpr HeaderField kHeaderFields[] = {
    {"magic", 0, 8, ErrorCode::Malformed},
    {"version", 8, 4, ErrorCode::Unsupported},
    {"section count", 12, 4, ErrorCode::Unsupported},
    {"size", 16, 8, ErrorCode::Malformed},
    {"checksum", 24, 8, ErrorCode::Malformed},
};

/// A saved snapshot of some hundred articles, and ways to put other bytes in its place.
class DamagedSnapshot : public testing::Test
{
protected:
    void SetUp() override
    {
        RandomRecords draw(4);
        library = buildLibrary(kRoot, draw.records(300), {});
        ASSERT_TRUE(saveSnapshot(cache.path(), *library));
        std::ifstream stream(file, std::ios::binary);
        good.assign(std::istreambuf_iterator<char>(stream), {});
        ASSERT_GT(good.size(), 16'384U);
    }

    Result<std::shared_ptr<const Library>> loaded(std::string_view bytes) const
    {
        std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
        return loadSnapshot(cache.path(), kRoot);
    }

    TemporaryFolder cache;
    std::string file = cacheFileOf(cache.path(), kRoot, ".index");
    std::shared_ptr<const Library> library;
    std::string good;
};

} // namespace

TEST_F(DamagedSnapshot, isRefusedWithItsReason_whenAnyFieldOfTheHeaderDiffers)
{
    for (const HeaderField &field : kHeaderFields) {
        for (std::size_t byte = 0; byte < field.bytes; ++byte) {
            for (const int change : {0x01, 0x80, 0xFF}) {
                std::string bytes = good;
                bytes[field.start + byte] = static_cast<char>(bytes[field.start + byte] ^ change);

                const auto read = loaded(bytes);

                ASSERT_FALSE(read) << field.name;
                EXPECT_EQ(read.error().code, field.refusedWith) << field.name;
                EXPECT_NE(read.error().message.find(file), std::string::npos) << field.name;
            }
        }
    }
}

TEST_F(DamagedSnapshot, isRefused_whenItIsOfANewerVersionThatIsSoundInItself)
{
    for (const std::uint32_t version : {0U, 1U, 3U, 4U, 1000U, UINT32_MAX}) {
        std::string bytes = good;
        std::memcpy(bytes.data() + 8, &version, sizeof(version));
        resealColumns(bytes);

        const auto read = loaded(bytes);

        ASSERT_FALSE(read) << version;
        EXPECT_EQ(read.error().code, ErrorCode::Unsupported) << version;
    }
}

TEST_F(DamagedSnapshot, isRefused_whenCutAtAnyPageOrJustBeforeItsEnd)
{
    std::vector<std::size_t> lengths{0, 1, kHeaderBytes - 1, kHeaderBytes, good.size() - 1};
    for (std::size_t length = 4096; length < good.size(); length += 4096) {
        lengths.insert(lengths.end(), {length - 1, length, length + 1});
    }
    for (const std::size_t length : lengths) {
        const auto read = loaded(std::string_view(good).substr(0, length));

        ASSERT_FALSE(read) << length;
        EXPECT_EQ(read.error().code, ErrorCode::Malformed) << length;
    }
}

TEST_F(DamagedSnapshot, isRefused_whenMoreBytesFollow)
{
    for (const std::size_t more : {1U, 64U, 4096U}) {
        EXPECT_FALSE(loaded(good + std::string(more, '\0'))) << more;
        EXPECT_FALSE(loaded(good + std::string(more, 'x'))) << more;
    }
    EXPECT_FALSE(loaded(good + good));
}

TEST_F(DamagedSnapshot, isRefused_whenAPageIsZeroOrHoldsAnotherPage)
{
    for (std::size_t page = 0; page + 4096 < good.size(); page += 4096) {
        std::string zeroed = good;
        zeroed.replace(page, 4096, 4096, '\0');
        EXPECT_FALSE(loaded(zeroed)) << page;

        std::string swapped = good;
        swapped.replace(page, 4096, good, good.size() - 4096, 4096);
        EXPECT_FALSE(loaded(swapped)) << page;
    }
}

TEST_F(DamagedSnapshot, isRefused_whenAnySingleBitTurns)
{
    RandomRecords draw(6);
    for (int round = 0; round < 600; ++round) {
        std::string bytes = good;
        const std::size_t position = draw.below(bytes.size());
        bytes[position] = static_cast<char>(bytes[position] ^ (1U << draw.below(8)));

        EXPECT_FALSE(loaded(bytes)) << "byte " << position;
    }
}

TEST_F(DamagedSnapshot, isRefused_whenItIsNoSnapshotAtAll)
{
    RandomRecords draw(7);
    std::string noise(200'000, '\0');
    for (char &byte : noise) {
        byte = static_cast<char>(draw.below(256));
    }
    EXPECT_FALSE(loaded(noise));
    EXPECT_FALSE(loaded(good.substr(0, 8) + noise));
    EXPECT_FALSE(loaded(good.substr(0, kHeaderBytes) + noise));
    EXPECT_FALSE(loaded(std::string(200'000, '\0')));
    EXPECT_FALSE(loaded(std::string(200'000, '\xFF')));
    EXPECT_FALSE(loaded("SQLite format 3"));
}

TEST_F(DamagedSnapshot, isRefused_whenItIsAnotherFoldersSound)
{
    for (const char *const other : {"/home/reader/文", "/home/reader/文章/", "/home/reader", ""}) {
        RandomRecords draw(8);
        const auto another = buildLibrary(other, draw.records(50), {});
        const auto bytes = another->columns().bytes();

        const auto read = loaded({reinterpret_cast<const char *>(bytes.data()), bytes.size()});

        ASSERT_FALSE(read) << other;
        EXPECT_EQ(read.error().code, ErrorCode::Malformed);
        EXPECT_NE(read.error().message.find("another folder"), std::string::npos);
    }
}

TEST_F(DamagedSnapshot, isRefusedWithoutWaiting_whenSomethingElseStandsInItsPlace)
{
    fs::remove(file);
    ASSERT_EQ(::mkfifo(file.c_str(), 0600), 0);
    EXPECT_FALSE(loadSnapshot(cache.path(), kRoot));

    fs::remove(file);
    fs::create_symlink("/dev/zero", file);
    EXPECT_FALSE(loadSnapshot(cache.path(), kRoot));

    fs::remove(file);
    fs::create_symlink(file, file);
    EXPECT_FALSE(loadSnapshot(cache.path(), kRoot));

    fs::remove(file);
    fs::create_directory(file);
    EXPECT_FALSE(loadSnapshot(cache.path(), kRoot));
}

TEST_F(DamagedSnapshot, isReplacedByAWholeOne_whateverStoodThere)
{
    for (const std::string &bytes : {std::string(), std::string("x"), good.substr(0, 5000)}) {
        ASSERT_FALSE(loaded(bytes));

        ASSERT_TRUE(saveSnapshot(cache.path(), *library));

        const auto again = loadSnapshot(cache.path(), kRoot);
        ASSERT_TRUE(again);
        EXPECT_EQ(again.value()->size(), library->size());
    }
}

TEST_F(DamagedSnapshot, leavesTheOldMapping_whenItIsReplaced)
{
    const auto old = loadSnapshot(cache.path(), kRoot);
    ASSERT_TRUE(old);
    const std::string title(old.value()->title(0));

    ASSERT_TRUE(saveSnapshot(cache.path(), *buildLibrary(kRoot, {makeRecord("a.md", "new")}, {})));

    EXPECT_EQ(old.value()->title(0), title);
    EXPECT_EQ(old.value()->size(), library->size());
    EXPECT_EQ(loadSnapshot(cache.path(), kRoot).value()->size(), 1U);
}

TEST_F(DamagedSnapshot, neverGivesARowOutOfPlace_whenNumbersLieUnderARightChecksum)
{
    RandomRecords draw(9);
    int refused = 0;
    for (int round = 0; round < 800; ++round) {
        std::string bytes = good;
        const std::uint32_t lie
            = draw.oneIn(2) ? UINT32_MAX : static_cast<std::uint32_t>(draw.below(1000));
        const std::size_t position = kHeaderBytes + draw.below((bytes.size() - 64) / 4) * 4;
        std::memcpy(bytes.data() + position, &lie, sizeof(lie));
        resealColumns(bytes);

        const auto read = loaded(bytes);

        if (!read) {
            ++refused;
            continue;
        }
        const Library &changed = *read.value();
        for (const auto rows : {changed.rowsByDate(), changed.rowsByTitle()}) {
            for (const Row row : rows) {
                ASSERT_LT(row, changed.size());
                ASSERT_LE(changed.title(row).size(), bytes.size());
            }
        }
        for (TermId term = 0; term < changed.termCount(Taxonomy::Tag); ++term) {
            for (const Row row : changed.rowsWith(Taxonomy::Tag, term)) {
                ASSERT_LT(row, changed.size());
            }
        }
    }
    EXPECT_GT(refused, 100);
}

TEST_F(DamagedSnapshot, isWhole_wheneverTheProgramIsKilledWhileItSaves)
{
    RandomRecords draw(10);
    const auto other = buildLibrary(kRoot, draw.records(200), {});
    int seen[2] = {0, 0};
    for (int round = 0; round < 200; ++round) {
        const pid_t child = ::fork();
        ASSERT_GE(child, 0);
        if (child == 0) {
            for (;;) { // until it is killed
                static_cast<void>(saveSnapshot(cache.path(), *other).isOk());
                static_cast<void>(saveSnapshot(cache.path(), *library).isOk());
            }
        }
        ::usleep(static_cast<useconds_t>(draw.below(4000)));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);

        const auto read = loadSnapshot(cache.path(), kRoot);

        ASSERT_TRUE(read) << "round " << round << ": " << read.error().message;
        const Library &loaded = *read.value();
        ASSERT_TRUE(loaded.size() == library->size() || loaded.size() == other->size());
        ++seen[loaded.size() == other->size() ? 1 : 0];
    }
    EXPECT_GT(seen[0] + seen[1], 0);
}

TEST_F(DamagedSnapshot, isOneOrTheOther_whenTwoProgramsSaveAtOnce)
{
    RandomRecords draw(11);
    const auto other = buildLibrary(kRoot, draw.records(200), {});
    std::atomic<bool> isDone = false;
    std::vector<std::thread> savers;
    for (const auto &saved : {library, other}) {
        savers.emplace_back([&isDone, saved, this] {
            while (!isDone) {
                EXPECT_TRUE(saveSnapshot(cache.path(), *saved));
            }
        });
    }

    for (int round = 0; round < 100; ++round) {
        const auto read = loadSnapshot(cache.path(), kRoot);
        EXPECT_TRUE(read);
        if (read) {
            EXPECT_TRUE(read.value()->size() == library->size()
                        || read.value()->size() == other->size());
        }
    }
    isDone = true;
    for (std::thread &saver : savers) {
        saver.join();
    }
}

TEST_F(DamagedSnapshot, keepsTheOldOne_whenTheDiskIsFull)
{
    rlimit before{};
    ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{1024, before.rlim_max};
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);

    const Status saved
        = saveSnapshot(cache.path(), *buildLibrary(kRoot, {makeRecord("a.md", "new")}, {}));

    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &before), 0);
    EXPECT_FALSE(saved);
    const auto read = loadSnapshot(cache.path(), kRoot);
    ASSERT_TRUE(read);
    EXPECT_EQ(read.value()->size(), library->size());
}

TEST(CacheFileOf, isStable_becauseCachesOutliveTheProgram)
{
    EXPECT_EQ(cacheFileOf("/c", "/articles", ".index"), cacheFileOf("/c", "/articles", ".index"));
    EXPECT_EQ(cacheFileOf("/c", "", ".index"),
              "/c/libraries/99aa06d3014798d86001c324468d497f.index");
}

TEST(CacheFileOf, keepsFoldersApart_thatDifferInAByte)
{
    const std::string one = cacheFileOf("/c", "/articles", ".text");

    for (const char *const other : {"/articles/", "/article", "/Articles", "/articlet"}) {
        EXPECT_NE(cacheFileOf("/c", other, ".text"), one) << other;
    }
    EXPECT_NE(cacheFileOf("/d", "/articles", ".text"), one);
    EXPECT_TRUE(one.ends_with(".text"));
}

namespace {

/// Sets a variable of the environment, or takes it away, and puts the old value back at the end.
class Environment final
{
public:
    Environment(const char *name, const char *value)
        : m_name(name)
    {
        const char *const old = std::getenv(name);
        m_hadOld = old != nullptr;
        m_old = m_hadOld ? old : "";
        set(value);
    }

    ~Environment() { set(m_hadOld ? m_old.c_str() : nullptr); }

    Environment(const Environment &) = delete;
    Environment &operator=(const Environment &) = delete;

private:
    void set(const char *value) const
    {
        if (value != nullptr) {
            ::setenv(m_name, value, 1);
        } else {
            ::unsetenv(m_name);
        }
    }

    const char *m_name;
    std::string m_old;
    bool m_hadOld = false;
};

} // namespace

TEST(UserCacheFolder, followsXdg_thenHome)
{
    struct Choice
    {
        const char *xdg;
        const char *home;
        const char *expected;
    };

    constexpr Choice kChoices[] = {
        {"/xdg", "/home/a", "/xdg/lectern"},
        {nullptr, "/home/a", "/home/a/.cache/lectern"},
        {"", "/home/a", "/home/a/.cache/lectern"},
        {"relative", "/home/a", "/home/a/.cache/lectern"}, // the specification: ignore it
    };
    for (const Choice &choice : kChoices) {
        const Environment xdg("XDG_CACHE_HOME", choice.xdg);
        const Environment home("HOME", choice.home);

        EXPECT_EQ(userCacheFolder(), choice.expected);
    }
}

} // namespace lectern::core
