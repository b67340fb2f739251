#pragma once

#include "core/base/large_pages.h"
#include "core/base/result.h"
#include "core/library/library.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::core {

// The library's columns as one flat run of bytes: the same in memory and in the snapshot file, so
// that opening a snapshot is a mapping and a check, not a conversion (2.4 ms instead of 100 ms for
// 100,000 rows in SQLite). Little-endian, this machine's alignment; a file from elsewhere is simply
// rebuilt.
//
//   header     magic, version, section count, size of the whole, checksum: XXH3 of the XXH3 of each
//              block of 1 MB behind the header
//   directory  offset and size in bytes of each Section, in order
//   sections   each aligned to 64 bytes, zeros between
//
// Rows are ordered by path. A text column is two sections: N+1 offsets (std::uint32_t, first 0,
// ascending) and the bytes they cut. A list column is the same with N+1 starts and the values.
enum class Section : std::uint32_t {
    Root, ///< bytes of the folder's path
    Zone, ///< name of the zone that times without one were read in
    Conventions, ///< what settings beside the articles said of them, as a short sum
    Paths,
    Titles = Paths + 2,
    Summaries = Titles + 2,
    Thumbnails = Summaries + 2,
    Sources = Thumbnails + 2,
    Authors = Sources + 2,
    Others = Authors + 2, ///< key NUL value NUL, repeated
    Problems = Others + 2, ///< see problem_codec.h
    FolderProblems = Problems + 2, ///< path NUL, then one encoded problem, repeated
    SearchTitles, ///< N+1 offsets into SearchBytes where an article's folded title and its other
                  ///< names start
    SearchSummaries, ///< N offsets where its folded summary starts; each part ends with NUL
    SearchBytes,
    SearchHistogram, ///< 256 std::uint64_t: how often each byte occurs in SearchBytes
    Instants, ///< std::int64_t a row
    WallSeconds, ///< std::int64_t a row
    ZoneOffsets, ///< std::int16_t a row; kNoZone where none was written
    DateKinds, ///< std::uint8_t a row: DateOrigin in the low half, Precision in the high half
    Flags, ///< std::uint8_t a row, see RowFlag
    BodyLengths, ///< std::uint32_t a row
    Weights, ///< std::int64_t a row; 0 where none was written
    Stamps, ///< FileStamp a row
    ByDate, ///< Row a row
    ByTitle, ///< Row a row, or nothing: then LibraryLookups has it
    Taxonomies, ///< kTaxonomies times the sections of TaxonomyPart
    End = Taxonomies + 7 * kTaxonomies,
};

enum class TaxonomyPart : std::uint32_t {
    NameOffsets,
    NameBytes,
    ByName, ///< TermIds ordered by name
    RowStarts, ///< N+1 starts into RowTerms
    RowTerms,
    TermStarts, ///< T+1 starts into TermRows
    TermRows,
};

inline constexpr std::size_t kSections = static_cast<std::size_t>(Section::End);
inline constexpr std::int16_t kNoZone = INT16_MIN;

constexpr Section sectionOf(Taxonomy taxonomy, TaxonomyPart part)
{
    return static_cast<Section>(static_cast<std::uint32_t>(Section::Taxonomies)
                                + 7 * static_cast<std::uint32_t>(taxonomy)
                                + static_cast<std::uint32_t>(part));
}

constexpr Section next(Section section)
{
    return static_cast<Section>(static_cast<std::uint32_t>(section) + 1);
}

/// Whether a value of the DateKinds column is that of an article that says when it is from.
constexpr bool statesDate(std::uint8_t dateKind)
{
    const auto origin = static_cast<DateOrigin>(dateKind & 0x0FU);
    return origin != DateOrigin::None && origin != DateOrigin::FileTime;
}

/// Bits of the Flags column; the two lowest hold PageKind.
enum class RowFlag : std::uint8_t {
    Draft = 4,
    Broken = 8,
    HasImage = 16,
    HasMath = 32,
    LanguageGuessed = 64,
};

/// Where the bytes of each section are.
class Sections final
{
public:
    void set(Section section, std::span<const std::byte> bytes)
    {
        m_bytes[static_cast<std::size_t>(section)] = bytes;
    }

    template <typename T>
    void set(Section section, const std::pmr::vector<T> &values)
    {
        set(section, std::as_bytes(std::span(values)));
    }

    void set(Section section, std::string_view bytes)
    {
        set(section, std::as_bytes(std::span(bytes)));
    }

    template <typename T>
    std::span<const T> column(Section section) const
    {
        const auto bytes = m_bytes[static_cast<std::size_t>(section)];
        return {reinterpret_cast<const T *>(bytes.data()), bytes.size() / sizeof(T)};
    }

    std::string_view bytesOf(Section section) const
    {
        const auto bytes = m_bytes[static_cast<std::size_t>(section)];
        return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
    }

    /// Text \a index of the text column that starts at \a section.
    std::string_view text(Section section, std::size_t index) const
    {
        const auto offsets = column<std::uint32_t>(section);
        return bytesOf(next(section)).substr(offsets[index], offsets[index + 1] - offsets[index]);
    }

private:
    std::array<std::span<const std::byte>, kSections> m_bytes;
};

inline constexpr std::size_t kColumnAlignment = 64;

struct FreeBytes
{
    void operator()(std::byte *bytes) const
    {
        largePages().deallocate(bytes, size, kColumnAlignment);
    }

    std::size_t size = 0;
};

using ColumnBytes = std::unique_ptr<std::byte[], FreeBytes>;

/// The bytes of a whole library and where its sections are. Immutable; any thread.
class LibraryColumns final
{
public:
    /// Maps the file at \a path and checks it: magic, version, size, checksum, every offset and
    /// every row and term number. Fails with NotFound, Unreadable, Unsupported or Malformed. O(size
    /// of the file).
    static Result<std::shared_ptr<const LibraryColumns>> map(const std::string &path);

    ~LibraryColumns();
    LibraryColumns(const LibraryColumns &) = delete;
    LibraryColumns &operator=(const LibraryColumns &) = delete;

    /// As the snapshot file holds them, with the checksum, which the first call makes where the
    /// columns are new ones: O(size).
    std::span<const std::byte> bytes() const;

    const Sections &sections() const { return m_sections; }

    /// Compares all bytes. O(size) where they are the same.
    bool isSameAs(const LibraryColumns &other) const;

    template <typename T>
    std::span<const T> column(Section section) const
    {
        return m_sections.column<T>(section);
    }

    std::string_view bytesOf(Section section) const { return m_sections.bytesOf(section); }

    std::string_view text(Section section, std::size_t index) const
    {
        return m_sections.text(section, index);
    }

private:
    friend class LibraryColumnsWriter;

    LibraryColumns() = default;

    bool readDirectory();

    mutable std::once_flag m_sealed;
    ColumnBytes m_owned;
    void *m_mapping = nullptr;
    std::size_t m_mappedBytes = 0;
    std::span<const std::byte> m_bytes;
    Sections m_sections;
};

/// Makes columns whose sections are filled in place: reserve() them all, layOut(), fill, finish().
/// Different sections may be filled by different threads.
class LibraryColumnsWriter final
{
public:
    template <typename T>
    void reserve(Section section, std::size_t count)
    {
        m_sizes[static_cast<std::size_t>(section)] = count * sizeof(T);
    }

    void layOut();

    template <typename T>
    std::span<T> column(Section section)
    {
        const auto place = m_places[static_cast<std::size_t>(section)];
        return {reinterpret_cast<T *>(place.data()), place.size() / sizeof(T)};
    }

    std::shared_ptr<const LibraryColumns> finish();

private:
    std::array<std::size_t, kSections> m_sizes{};
    std::array<std::span<std::byte>, kSections> m_places;
    ColumnBytes m_bytes;
    std::size_t m_size = 0;
};

} // namespace lectern::core
