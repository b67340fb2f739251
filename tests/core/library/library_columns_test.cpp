#include "core/library/library_columns.h"
#include "tests/core/library/column_seal.h"
#include "tests/core/library/sample_records.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <cstring>
#include <random>

namespace lectern::core {

namespace {

std::string bytesOf(const Library &library)
{
    const auto bytes = library.columns().bytes();
    return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
}

Result<std::shared_ptr<const LibraryColumns>> mapped(std::string_view bytes)
{
    static const tests::TemporaryFolder folder;
    folder.write("index", bytes);
    return LibraryColumns::map(folder.path("index"));
}

/// Touches everything a library can be asked for; returns how much there was.
std::size_t readEverything(const Library &library)
{
    std::size_t seen = library.folderProblems().size();
    for (Row row = 0; row < library.size(); ++row) {
        seen += library.path(row).size() + library.title(row).size() + library.summary(row).size()
            + library.author(row).size() + library.problems(row).size() + library.others(row).size()
            + library.terms(Taxonomy::Tag, row).size() + (library.date(row) ? 1 : 0);
    }
    for (TermId term = 0; term < library.termCount(Taxonomy::Tag); ++term) {
        seen += library.rowsWith(Taxonomy::Tag, term).size();
    }
    return seen;
}

} // namespace

TEST(LibraryColumns, givesTheSameLibrary_whenMappedFromAFile)
{
    const auto built = sampleLibrary();

    const auto columns = mapped(bytesOf(*built));

    ASSERT_TRUE(columns);
    const Library library(columns.value());
    EXPECT_EQ(bytesOf(library), bytesOf(*built));
    EXPECT_EQ(library.title(3), "数据库索引入门");
}

TEST(LibraryColumns, saysNotFound_whenThereIsNoFile)
{
    const tests::TemporaryFolder folder;

    const auto columns = LibraryColumns::map(folder.path("none"));

    ASSERT_FALSE(columns);
    EXPECT_EQ(columns.error().code, ErrorCode::NotFound);
}

TEST(LibraryColumns, isRefused_whenAFolderStandsInItsPlace)
{
    const tests::TemporaryFolder folder;

    EXPECT_FALSE(LibraryColumns::map(folder.path()));
}

TEST(LibraryColumns, isRefused_whenAnyByteOfHeaderOrDirectoryDiffers)
{
    const std::string good = bytesOf(*sampleLibrary());

    for (std::size_t position = 0; position < 32 + kSections * 16; ++position) {
        std::string bytes = good;
        bytes[position] = static_cast<char>(bytes[position] ^ 0x5A);
        EXPECT_FALSE(mapped(bytes)) << "byte " << position;
    }
}

TEST(LibraryColumns, isRefusedOrHarmless_whenAnyDirectoryFieldLies)
{
    const std::string good = bytesOf(*sampleLibrary());
    std::size_t refused = 0;

    for (std::size_t position = 32; position < 32 + kSections * 16; position += 8) {
        for (const std::uint64_t lie : {std::uint64_t{1}, UINT64_MAX, std::uint64_t{1} << 63}) {
            std::string bytes = good;
            std::memcpy(bytes.data() + position, &lie, sizeof(lie));
            resealColumns(bytes);
            const auto columns = mapped(bytes);
            if (columns) { // A shorter root or list of folder problems contradicts nothing.
                EXPECT_GT(readEverything(Library(columns.value())), 0U);
            } else {
                ++refused;
            }
        }
    }

    EXPECT_GT(refused, kSections * 6 - 6);
}

TEST(LibraryColumns, isRefused_whenCutAnywhere)
{
    const std::string good = bytesOf(*sampleLibrary());

    for (std::size_t length = 0; length < good.size(); length += 37) {
        EXPECT_FALSE(mapped(good.substr(0, length))) << length << " bytes";
    }
}

TEST(LibraryColumns, isRefused_whenALargeOneIsCutAtAnyPage)
{
    std::vector<ArticleRecord> records;
    for (int number = 0; number < 500; ++number) {
        records.push_back(makeRecord(std::to_string(number) + ".md", std::string(100, 'x')));
    }
    const std::string good = bytesOf(*buildLibrary("/r", records, {}));
    ASSERT_GT(good.size(), 100'000U);

    for (std::size_t length = 0; length < good.size(); length += 4096) {
        EXPECT_FALSE(mapped(good.substr(0, length))) << length << " bytes";
    }
}

TEST(LibraryColumns, saysUnsupported_whenTheVersionIsNewer)
{
    std::string bytes = bytesOf(*sampleLibrary());
    bytes[8] = 99;

    const auto columns = mapped(bytes);

    ASSERT_FALSE(columns);
    EXPECT_EQ(columns.error().code, ErrorCode::Unsupported);
}

TEST(LibraryColumns, isRefusedOrHarmless_whenBytesChangeUnderARightChecksum)
{
    const std::string good = bytesOf(*sampleLibrary());
    std::mt19937 random(7); // NOLINT(cert-msc51-cpp): the same changes in every run
    std::size_t refused = 0;

    for (int round = 0; round < 2000; ++round) {
        std::string bytes = good;
        for (int change = 0; change < 1 + round % 3; ++change) {
            bytes[32 + random() % (bytes.size() - 32)] = static_cast<char>(random());
        }
        resealColumns(bytes);
        const auto columns = mapped(bytes);
        if (columns) {
            EXPECT_GT(readEverything(Library(columns.value())), 0U);
        } else {
            ++refused;
        }
    }

    EXPECT_GT(refused, 200U);
}

} // namespace lectern::core
