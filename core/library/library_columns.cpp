#include "core/library/library_columns.h"

#include "core/base/task.h"

#include <unicode/uversion.h>

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <xxhash.h>

namespace lectern::core {

namespace {

constexpr std::array<char, 8> kMagic{'L', 'e', 'c', 't', 'e', 'r', 'n', '\n'};
/// Another ICU folds and sorts otherwise, so that its index is not to be mixed with ours.
constexpr std::uint32_t kVersion = 11 * 1000 + U_ICU_VERSION_MAJOR_NUM;

struct Header
{
    std::array<char, 8> magic;
    std::uint32_t version;
    std::uint32_t sections;
    std::uint64_t sizeBytes;
    std::uint64_t checksum;
};

struct DirectoryEntry
{
    std::uint64_t offset;
    std::uint64_t sizeBytes;
};

constexpr std::size_t kDirectoryEnd = sizeof(Header) + kSections * sizeof(DirectoryEntry);

constexpr std::size_t aligned(std::size_t offset)
{
    return (offset + kColumnAlignment - 1) / kColumnAlignment * kColumnAlignment;
}

/// The checksum of the checksums of blocks, which all cores make.
std::uint64_t checksumOf(std::span<const std::byte> bytes)
{
    constexpr std::size_t kBlock = 1U << 20U;
    bytes = bytes.subspan(sizeof(Header));
    std::vector<std::uint64_t> blocks((bytes.size() + kBlock - 1) / kBlock);
    forEachIndex(blocks.size(), threadsFor(0), [&](unsigned, std::size_t index) {
        const auto block
            = bytes.subspan(index * kBlock, std::min(kBlock, bytes.size() - index * kBlock));
        blocks[index] = XXH3_64bits(block.data(), block.size());
    });
    return XXH3_64bits(blocks.data(), blocks.size() * sizeof(std::uint64_t));
}

/// \a offsets start at 0, ascend and end at \a end.
bool cutsExactly(std::span<const std::uint32_t> offsets, std::size_t end)
{
    return !offsets.empty() && offsets.front() == 0 && offsets.back() == end
        && std::ranges::is_sorted(offsets);
}

bool allBelow(std::span<const std::uint32_t> values, std::size_t limit)
{
    return std::ranges::all_of(values, [limit](std::uint32_t value) { return value < limit; });
}

bool isTextColumn(const LibraryColumns &columns, Section section, std::size_t count)
{
    const auto offsets = columns.column<std::uint32_t>(section);
    return offsets.size() == count + 1
        && cutsExactly(offsets, columns.bytesOf(next(section)).size());
}

template <typename T>
bool hasValueARow(const LibraryColumns &columns, Section section, std::size_t rows)
{
    return columns.bytesOf(section).size() == rows * sizeof(T);
}

bool isTaxonomySound(const LibraryColumns &columns, Taxonomy taxonomy, std::size_t rows)
{
    const auto column = [&](TaxonomyPart part) {
        return columns.column<std::uint32_t>(sectionOf(taxonomy, part));
    };
    const std::size_t terms = column(TaxonomyPart::ByName).size();
    const auto rowStarts = column(TaxonomyPart::RowStarts);
    const auto termStarts = column(TaxonomyPart::TermStarts);
    return isTextColumn(columns, sectionOf(taxonomy, TaxonomyPart::NameOffsets), terms)
        && allBelow(column(TaxonomyPart::ByName), terms) && rowStarts.size() == rows + 1
        && cutsExactly(rowStarts, column(TaxonomyPart::RowTerms).size())
        && allBelow(column(TaxonomyPart::RowTerms), terms) && termStarts.size() == terms + 1
        && cutsExactly(termStarts, column(TaxonomyPart::TermRows).size())
        && allBelow(column(TaxonomyPart::TermRows), rows);
}

/// Each title ends with NUL before its summary starts, each summary before the next title.
bool isSearchTextSound(const LibraryColumns &columns, std::size_t rows)
{
    const auto titles = columns.column<std::uint32_t>(Section::SearchTitles);
    const auto summaries = columns.column<std::uint32_t>(Section::SearchSummaries);
    const std::string_view bytes = columns.bytesOf(Section::SearchBytes);
    if (titles.size() != rows + 1 || summaries.size() != rows || !cutsExactly(titles, bytes.size())
        || columns.column<std::uint64_t>(Section::SearchHistogram).size() != 256) {
        return false;
    }
    for (std::size_t row = 0; row < rows; ++row) {
        if (summaries[row] <= titles[row] || summaries[row] >= titles[row + 1]
            || bytes[summaries[row] - 1] != '\0' || bytes[titles[row + 1] - 1] != '\0') {
            return false;
        }
    }
    return true;
}

bool isSound(const LibraryColumns &columns)
{
    const auto paths = columns.column<std::uint32_t>(Section::Paths);
    if (paths.empty()) {
        return false;
    }
    const std::size_t rows = paths.size() - 1;
    constexpr std::array kTextColumns{
        Section::Paths,   Section::Titles,  Section::Summaries, Section::Thumbnails,
        Section::Sources, Section::Authors, Section::Others,    Section::Problems,
    };
    return std::ranges::all_of(
               kTextColumns, [&](Section section) { return isTextColumn(columns, section, rows); })
        && hasValueARow<std::int64_t>(columns, Section::Instants, rows)
        && hasValueARow<std::int64_t>(columns, Section::WallSeconds, rows)
        && hasValueARow<std::int16_t>(columns, Section::ZoneOffsets, rows)
        && hasValueARow<std::uint8_t>(columns, Section::DateKinds, rows)
        && hasValueARow<std::uint8_t>(columns, Section::Flags, rows)
        && hasValueARow<std::uint32_t>(columns, Section::BodyLengths, rows)
        && hasValueARow<std::int64_t>(columns, Section::Weights, rows)
        && hasValueARow<FileStamp>(columns, Section::Stamps, rows)
        && hasValueARow<Row>(columns, Section::ByDate, rows)
        && allBelow(columns.column<Row>(Section::ByDate), rows)
        && (columns.bytesOf(Section::ByTitle).empty()
            || hasValueARow<Row>(columns, Section::ByTitle, rows))
        && allBelow(columns.column<Row>(Section::ByTitle), rows) && isSearchTextSound(columns, rows)
        && isTaxonomySound(columns, Taxonomy::Category, rows)
        && isTaxonomySound(columns, Taxonomy::Tag, rows)
        && isTaxonomySound(columns, Taxonomy::Language, rows);
}

Status checkHeader(std::span<const std::byte> bytes, const std::string &path)
{
    if (bytes.size() < kDirectoryEnd) {
        return Error{ErrorCode::Malformed, path + ": too short for an index"};
    }
    Header header{};
    std::memcpy(&header, bytes.data(), sizeof(header));
    if (header.magic != kMagic) {
        return Error{ErrorCode::Malformed, path + ": not an index of this program"};
    }
    if (header.version != kVersion || header.sections != kSections) {
        return Error{ErrorCode::Unsupported, path + ": an index of another version"};
    }
    if (header.sizeBytes != bytes.size() || header.checksum != checksumOf(bytes)) {
        return Error{ErrorCode::Malformed, path + ": the index is damaged"};
    }
    return Ok{};
}

} // namespace

Result<std::shared_ptr<const LibraryColumns>> LibraryColumns::map(const std::string &path)
{
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (descriptor < 0) {
        const ErrorCode code = errno == ENOENT ? ErrorCode::NotFound : ErrorCode::Unreadable;
        return Error{code, path + ": " + std::generic_category().message(errno)};
    }
    const std::shared_ptr<LibraryColumns> columns(new LibraryColumns);

    struct stat status
    {
    };

    const bool isFile = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode)
        && static_cast<std::size_t>(status.st_size) >= kDirectoryEnd;
    if (isFile) {
        columns->m_mappedBytes = static_cast<std::size_t>(status.st_size);
        columns->m_mapping
            = ::mmap(nullptr, columns->m_mappedBytes, PROT_READ, MAP_PRIVATE, descriptor, 0);
    }
    ::close(descriptor);
    if (!isFile || columns->m_mapping == MAP_FAILED) {
        columns->m_mapping = nullptr;
        return Error{ErrorCode::Malformed, path + ": not an index file"};
    }
    columns->m_bytes = {static_cast<const std::byte *>(columns->m_mapping), columns->m_mappedBytes};
    const Status header = checkHeader(columns->m_bytes, path);
    if (!header) {
        return header.error();
    }
    if (!columns->readDirectory() || !isSound(*columns)) {
        return Error{ErrorCode::Malformed, path + ": the index contradicts itself"};
    }
    // The check has touched every page; give them back, so that only what is shown stays resident.
    ::madvise(columns->m_mapping, columns->m_mappedBytes, MADV_DONTNEED);
    return std::shared_ptr<const LibraryColumns>(columns);
}

LibraryColumns::~LibraryColumns()
{
    if (m_mapping != nullptr) {
        ::munmap(m_mapping, m_mappedBytes);
    }
}

bool LibraryColumns::isSameAs(const LibraryColumns &other) const
{
    // Not the headers, which may lack their checksums.
    return m_bytes.size() == other.m_bytes.size()
        && std::memcmp(m_bytes.data() + sizeof(Header), other.m_bytes.data() + sizeof(Header),
                       m_bytes.size() - sizeof(Header))
        == 0;
}

std::span<const std::byte> LibraryColumns::bytes() const
{
    std::call_once(m_sealed, [this] {
        if (m_owned) {
            const std::uint64_t checksum = checksumOf(m_bytes);
            std::memcpy(m_owned.get() + offsetof(Header, checksum), &checksum, sizeof(checksum));
        }
    });
    return m_bytes;
}

bool LibraryColumns::readDirectory()
{
    std::size_t end = kDirectoryEnd;
    for (std::size_t index = 0; index < kSections; ++index) {
        DirectoryEntry entry{};
        std::memcpy(&entry, m_bytes.data() + sizeof(Header) + index * sizeof(entry), sizeof(entry));
        if (entry.offset < end || entry.offset % kColumnAlignment != 0
            || entry.offset > m_bytes.size() || entry.sizeBytes > m_bytes.size() - entry.offset) {
            return false;
        }
        m_sections.set(static_cast<Section>(index), m_bytes.subspan(entry.offset, entry.sizeBytes));
        end = entry.offset + entry.sizeBytes;
    }
    return true;
}

void LibraryColumnsWriter::layOut()
{
    std::array<DirectoryEntry, kSections> directory{};
    std::size_t end = kDirectoryEnd;
    for (std::size_t index = 0; index < kSections; ++index) {
        directory[index] = {aligned(end), m_sizes[index]};
        end = directory[index].offset + directory[index].sizeBytes;
    }
    m_size = aligned(end);
    m_bytes = {static_cast<std::byte *>(largePages().allocate(m_size, kColumnAlignment)),
               FreeBytes{m_size}};
    const std::span<std::byte> bytes(m_bytes.get(), m_size);
    std::memcpy(bytes.data() + sizeof(Header), directory.data(), sizeof(directory));
    std::size_t filled = kDirectoryEnd;
    for (std::size_t index = 0; index < kSections; ++index) {
        const auto [offset, size] = directory[index];
        std::ranges::fill(bytes.subspan(filled, offset - filled), std::byte{0});
        m_places[index] = bytes.subspan(offset, size);
        filled = offset + size;
    }
    std::ranges::fill(bytes.subspan(filled), std::byte{0});
}

std::shared_ptr<const LibraryColumns> LibraryColumnsWriter::finish()
{
    const std::shared_ptr<LibraryColumns> columns(new LibraryColumns);
    const std::span<std::byte> bytes(m_bytes.get(), m_size);
    const Header header{kMagic, kVersion, kSections, m_size, 0};
    std::memcpy(bytes.data(), &header, sizeof(header));
    columns->m_owned = std::move(m_bytes);
    columns->m_bytes = bytes;
    [[maybe_unused]] const bool isReadable = columns->readDirectory();
    assert(isReadable);
    return columns;
}

} // namespace lectern::core
