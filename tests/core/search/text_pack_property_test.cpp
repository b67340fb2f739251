#include "core/base/text.h"
#include "core/library/snapshot.h"
#include "core/markdown/markdown.h"
#include "core/search/body_search.h"
#include "core/search/text_pack.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <array>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <set>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xxhash.h>

namespace lectern::core {

namespace {

namespace fs = std::filesystem;
constexpr std::size_t kHeaderBytes = 32;

/// A folder whose articles change, what is known of them, and the pack that has to follow.
class ChangingPack : public testing::Test
{
protected:
    void write(const std::string &path, const std::string &body)
    {
        folder.writeLongAgo(path, body);
        bodies[path] = body;
    }

    void remove(const std::string &path)
    {
        fs::remove(folder.path(path));
        bodies.erase(path);
    }

    void update(unsigned threads = 2)
    {
        IndexOptions options;
        options.threads = threads;
        const auto indexed = indexFolder(folder.path(), library, options);
        ASSERT_TRUE(indexed);
        library = indexed.value();
        const auto updated = TextPack::update(cache.path(), *library, options);
        ASSERT_TRUE(updated) << updated.error().message;
        pack = updated.value();
    }

    std::set<std::string> found(std::string_view needle) const
    {
        RowSet rows(library->size(), RowSet::Fill::None);
        BodySearch(pack, *library).search(foldForSearch(needle), rows);
        std::set<std::string> paths;
        for (Row row = 0; row < library->size(); ++row) {
            if (rows.contains(row)) {
                paths.emplace(library->path(row));
            }
        }
        return paths;
    }

    std::set<std::string> expected(std::string_view needle) const
    {
        std::set<std::string> paths;
        for (const auto &[path, body] : bodies) {
            if (foldForSearch(visibleText(body)).find(foldForSearch(needle)) != std::string::npos) {
                paths.insert(path);
            }
        }
        return paths;
    }

    std::string file(std::string_view ending) const
    {
        return cacheFileOf(cache.path(), folder.path(), ending);
    }

    static std::string bytesOf(const std::string &path)
    {
        std::ifstream stream(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }

    tests::TemporaryFolder folder;
    tests::TemporaryFolder cache;
    std::map<std::string, std::string> bodies;
    std::shared_ptr<const Library> library;
    std::shared_ptr<const TextPack> pack;
};

constexpr std::array<std::string_view, 14> kWords{"river",  "River ", "科学", "學",   "学 ",
                                                  "bridge", "**b**",  "`c`",  "\n\n", "ＡＢ",
                                                  "ss",     "ß",      "a",    "- "};

std::string randomBody(std::mt19937 &random)
{
    std::string body;
    for (std::size_t count = random() % 20; count > 0; --count) {
        body += kWords[random() % kWords.size()];
    }
    return body;
}

void reseal(std::string &index)
{
    const std::uint64_t checksum
        = XXH3_64bits(index.data() + kHeaderBytes, index.size() - kHeaderBytes);
    std::memcpy(index.data() + 24, &checksum, sizeof(checksum));
}

} // namespace

TEST_F(ChangingPack, findsWhatALookAtEveryBodyFinds_howeverTheFolderChanges)
{
    std::mt19937 random(51); // NOLINT(cert-msc51-cpp): the same changes in every run
    for (int round = 0; round < 25; ++round) {
        for (std::size_t changes = random() % 12; changes > 0; --changes) {
            const std::string path
                = "f" + std::to_string(random() % 3) + "/" + std::to_string(random() % 15) + ".md";
            if (random() % 4 == 0) {
                remove(path);
            } else {
                write(path, randomBody(random));
            }
        }
        update(1 + random() % 4);

        for (const char *const needle :
             {"river", "科学", "学", "bridge", "bc", "ab", "ss", "a", "nowhere", "riverriver"}) {
            ASSERT_EQ(found(needle), expected(needle)) << needle << " in round " << round;
        }
        ASSERT_EQ(pack->entries().size(), bodies.size());
    }
}

TEST_F(ChangingPack, keepsAsManyBytesAsItsTextsNeed_orAFifthMore)
{
    std::mt19937 random(52); // NOLINT(cert-msc51-cpp)
    for (int number = 0; number < 30; ++number) {
        write(std::to_string(number) + ".md", randomBody(random) + std::string(500, 'x'));
    }
    for (int round = 0; round < 10; ++round) {
        update();
        std::uint64_t live = 0;
        for (const TextPackEntry &entry : pack->entries()) {
            live += entry.sizeBytes + 1;
        }
        ASSERT_GE(live, pack->allText().size() - pack->allText().size() / 5 - 600) << round;
        ASSERT_EQ(pack->allText().size(), fs::file_size(file(".text"))) << round;
        for (int changes = 0; changes < 3; ++changes) {
            write(std::to_string(random() % 30) + ".md",
                  randomBody(random) + std::string(500, 'y'));
        }
    }
}

TEST_F(ChangingPack, isRefused_whenAnyFieldOfItsHeaderOrEntriesLies)
{
    for (int number = 0; number < 5; ++number) {
        write(std::to_string(number) + ".md", "text number " + std::to_string(number));
    }
    update();
    const std::string good = bytesOf(file(".textindex"));
    int refused = 0;
    int accepted = 0;
    for (std::size_t position = 0; position + 8 <= kHeaderBytes + 5 * sizeof(TextPackEntry);
         position += 4) {
        for (const std::uint64_t lie : {std::uint64_t{0}, UINT64_MAX, std::uint64_t{1} << 40U}) {
            std::string bytes = good;
            std::memcpy(bytes.data() + position, &lie, sizeof(lie));
            if (bytes == good) {
                continue;
            }
            if (position >= kHeaderBytes) {
                reseal(bytes);
            }
            ASSERT_TRUE(writeFileAtomically(file(".textindex"), bytes));

            const auto opened = TextPack::open(cache.path(), folder.path());

            refused += opened ? 0 : 1;
            accepted += opened ? 1 : 0;
            ASSERT_TRUE(!opened || position >= kHeaderBytes) << "header, byte " << position;
            for (std::size_t entry = 0; opened && entry < opened.value()->entries().size();
                 ++entry) {
                ASSERT_LE(opened.value()->text(entry).size(), opened.value()->allText().size());
            }
        }
    }
    EXPECT_GT(refused, 20);
    EXPECT_GT(accepted, 0) << "stamps and checksums of texts are no matter of their places";
    // Whatever was accepted, an update gives back the truth.
    update();
    EXPECT_EQ(found("number 3"), std::set<std::string>{"3.md"});
}

TEST_F(ChangingPack, isMended_whateverHappensToItsTexts)
{
    std::mt19937 random(53); // NOLINT(cert-msc51-cpp)
    for (int number = 0; number < 20; ++number) {
        write(std::to_string(number) + ".md", "river " + randomBody(random));
    }
    update();
    const std::string good = bytesOf(file(".text"));
    for (int round = 0; round < 30; ++round) {
        pack.reset();
        std::string bytes = good;
        switch (random() % 4) {
        case 0:
            bytes.resize(random() % bytes.size());
            break;
        case 1:
            bytes[random() % bytes.size()] = static_cast<char>(random());
            break;
        case 2:
            std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(random() % (bytes.size() / 2)),
                        bytes.size() / 3, '\0');
            break;
        default:
            bytes.clear();
        }
        ASSERT_TRUE(writeFileAtomically(file(".text"), bytes));

        update();

        for (const char *const needle : {"river", "科学", "a"}) {
            ASSERT_EQ(found(needle), expected(needle)) << needle << " in round " << round;
        }
    }
}

TEST_F(ChangingPack, isBuiltAnew_whenSomethingElseStandsInTheWay)
{
    write("a.md", "river");
    update();
    for (const char *const ending : {".text", ".textindex"}) {
        pack.reset();
        fs::remove(file(ending));
        ASSERT_EQ(::mkfifo(file(ending).c_str(), 0600), 0);
        EXPECT_FALSE(TextPack::open(cache.path(), folder.path())) << ending;

        update();

        EXPECT_EQ(found("river"), std::set<std::string>{"a.md"}) << ending;
    }
}

TEST_F(ChangingPack, isRefused_whenItIsAnotherFolders)
{
    write("a.md", "river");
    update();
    const std::string other = folder.path() + "/other";
    for (const char *const ending : {".text", ".textindex"}) {
        fs::copy_file(file(ending), cacheFileOf(cache.path(), other, ending));
    }

    const auto opened = TextPack::open(cache.path(), other);

    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, ErrorCode::Malformed);
    EXPECT_NE(opened.error().message.find("another folder"), std::string::npos);
}

TEST_F(ChangingPack, saysWhatIsWrong_whenTheCacheCannotBeWritten)
{
    write("a.md", "river");
    library = indexFolder(folder.path(), nullptr, {}).value();
    const std::string file = cache.write("file", "");

    const auto updated = TextPack::update(file, *library, {});

    ASSERT_FALSE(updated);
    EXPECT_EQ(updated.error().code, ErrorCode::Io);
    EXPECT_NE(updated.error().message.find(file), std::string::npos) << updated.error().message;
}

TEST_F(ChangingPack, saysWhatIsWrong_whenTheDiskIsFull_andKeepsWhatItHad)
{
    write("a.md", "river");
    update();
    write("b.md", "bridge " + std::string(200'000, 'x'));
    library = indexFolder(folder.path(), library, {}).value();
    rlimit before{};
    ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{4096, before.rlim_max};
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);

    const auto updated = TextPack::update(cache.path(), *library, {});

    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &before), 0);
    ASSERT_FALSE(updated);
    EXPECT_EQ(updated.error().code, ErrorCode::Io);
    EXPECT_TRUE(TextPack::open(cache.path(), folder.path()));
    update();
    EXPECT_EQ(found("bridge"), std::set<std::string>{"b.md"});
    EXPECT_EQ(found("river"), std::set<std::string>{"a.md"});
}

TEST_F(ChangingPack, isTrueOrAbsent_wheneverTheProgramIsKilledWhileItUpdates)
{
    std::mt19937 random(58); // NOLINT(cert-msc51-cpp)
    for (int round = 0; round < 40; ++round) {
        for (int number = 0; number < 30; ++number) {
            write(std::to_string(number) + ".md", "river " + randomBody(random));
        }
        IndexOptions options;
        options.threads = 1;
        library = indexFolder(folder.path(), library, options).value();
        const pid_t child = ::fork();
        ASSERT_GE(child, 0);
        if (child == 0) {
            static_cast<void>(TextPack::update(cache.path(), *library, options).isOk());
            ::_exit(0);
        }
        ::usleep(static_cast<useconds_t>(random() % 6000));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);

        update(1);

        for (const char *const needle : {"river", "科学", "bridge"}) {
            ASSERT_EQ(found(needle), expected(needle)) << needle << " in round " << round;
        }
    }
}

TEST_F(ChangingPack, staysAsItWas_forWhoeverReadsTheOldOne)
{
    for (int number = 0; number < 10; ++number) {
        write(std::to_string(number) + ".md", "old river " + std::string(100, 'x'));
    }
    update();
    const auto oldPack = pack;
    const auto oldLibrary = library;
    for (int number = 0; number < 10; ++number) {
        write(std::to_string(number) + ".md", "new bridge " + std::string(100, 'y'));
    }

    update();

    RowSet rows(oldLibrary->size(), RowSet::Fill::None);
    BodySearch(oldPack, *oldLibrary).search("old river", rows);
    EXPECT_EQ(rows.count(), 10U);
    EXPECT_EQ(found("new bridge").size(), 10U);
    EXPECT_TRUE(found("old river").empty());
}

TEST_F(ChangingPack, isEmpty_whenTheFolderIs)
{
    update();

    EXPECT_TRUE(pack->entries().empty());
    EXPECT_TRUE(found("a").empty());
    EXPECT_TRUE(TextPack::open(cache.path(), folder.path()));
}

} // namespace lectern::core
