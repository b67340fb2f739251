#pragma once

#include "core/article/article.h"
#include "core/base/disk.h"
#include "core/base/wall_clock.h"
#include "core/library/library.h"
#include "core/library/library_columns.h"

#include <array>
#include <cstdint>
#include <memory_resource>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::core {

/// What the index keeps of one article, where it lies.
struct ArticleFacts
{
    std::string_view path;
    const ArticleMeta &meta;
    std::span<const Problem> problems;
    FileStamp stamp;
    std::uint32_t bodyLength = 0; ///< characters of Markdown
    bool hasImage = false;
    bool hasMath = false;
};

/// The same with memory of its own.
struct ArticleRecord
{
    std::string path;
    ArticleMeta meta;
    std::vector<Problem> problems;
    FileStamp stamp;
    std::uint32_t bodyLength = 0; ///< characters of Markdown
    bool hasImage = false;
    bool hasMath = false;

    ArticleFacts facts() const
    {
        return {path, meta, problems, stamp, bodyLength, hasImage, hasMath};
    }
};

/// A text column while it grows.
struct TextColumn
{
    explicit TextColumn(std::pmr::memory_resource *memory)
        : offsets(1, 0U, memory)
        , bytes(memory)
    {}

    void add(std::string_view text)
    {
        bytes += text;
        endText();
    }

    void reserveLike(const TextColumn &other)
    {
        offsets.reserve(other.offsets.size());
        bytes.reserve(other.bytes.size() + other.bytes.size() / 8);
    }

    std::string_view text(std::size_t index) const
    {
        return std::string_view(bytes).substr(offsets[index], offsets[index + 1] - offsets[index]);
    }

    /// Ends a text that was appended to \c bytes in pieces.
    void endText() { offsets.push_back(static_cast<std::uint32_t>(bytes.size())); }

    std::pmr::vector<std::uint32_t> offsets;
    std::pmr::string bytes;
};

/// The terms of some articles in one taxonomy, numbered as they come.
class TermColumn final
{
public:
    explicit TermColumn(std::pmr::memory_resource *memory)
        : m_slots(kFirstSlots, memory)
        , m_names(memory)
        , m_rowStarts(1, 0U, memory)
        , m_rowTerms(memory)
    {}

    /// \a names may repeat each other.
    void addRow(const std::vector<std::string> &names);
    void setSections(Sections &sections, Taxonomy taxonomy) const;
    void reserveLike(const TermColumn &other);

private:
    /// A place in the table of names; several names may want one, then the next is taken.
    struct Slot
    {
        std::uint32_t hash = 0;
        TermId term = kNoTerm;
    };

    static constexpr TermId kNoTerm = UINT32_MAX;
    static constexpr std::size_t kFirstSlots = 256;

    TermId idOf(std::string_view name);
    Slot &slotOf(std::string_view name, std::uint32_t hash);
    void growTable();

    std::pmr::vector<Slot> m_slots; ///< a power of two, at most half full
    TextColumn m_names;
    std::pmr::vector<std::uint32_t> m_rowStarts;
    std::pmr::vector<TermId> m_rowTerms;
};

/// What a library keeps of some articles, in the sections of its columns, while they are read: all
/// that does not depend on other articles. One thread at a time.
class RowColumns final
{
public:
    /// \a clock and \a memory must outlive it.
    explicit RowColumns(const WallClock &clock,
                        std::pmr::memory_resource *memory = std::pmr::get_default_resource());

    /// Takes the memory that as many rows as \a other has are likely to need: columns that grow
    /// are moved again and again, to memory that is new each time.
    void reserveLike(const RowColumns &other);

    void add(const ArticleFacts &facts);

    Row size() const { return static_cast<Row>(m_flags.size()); }

    /// The text columns, the columns with a value a row, the search text and, of each taxonomy,
    /// names, row starts and row terms; the others are empty. Valid until the next add().
    Sections sections() const;

private:
    void addSearchText(std::string_view text);
    void addDate(const ArticleMeta &meta);

    const WallClock *m_clock;
    TextColumn m_paths, m_titles, m_summaries, m_thumbnails, m_sources, m_authors, m_others;
    TextColumn m_problems;
    std::pmr::vector<std::uint32_t> m_searchTitles;
    std::pmr::vector<std::uint32_t> m_searchSummaries;
    std::pmr::string m_searchBytes; ///< each part ended by NUL so that no match reaches over an end
    std::pmr::vector<std::int64_t> m_instants;
    std::pmr::vector<std::int64_t> m_wallSeconds;
    std::pmr::vector<std::int16_t> m_zoneOffsets;
    std::pmr::vector<std::uint8_t> m_dateKinds;
    std::pmr::vector<std::uint8_t> m_flags;
    std::pmr::vector<std::uint32_t> m_bodyLengths;
    std::pmr::vector<std::int64_t> m_weights;
    std::pmr::vector<FileStamp> m_stamps;
    std::array<TermColumn, kTaxonomies> m_terms;
};

} // namespace lectern::core
