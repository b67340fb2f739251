#pragma once

#include "core/article/article.h"
#include "core/base/disk.h"
#include "core/base/wall_clock.h"
#include "core/library/library.h"
#include "core/library/library_image.h"

#include <array>
#include <cstdint>
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
    std::vector<std::uint32_t> offsets{0};
    std::string bytes;

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
};

/// The terms of some articles in one taxonomy, numbered as they come.
class TermColumn final
{
public:
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

    TermId idOf(std::string_view name);
    Slot &slotOf(std::string_view name, std::uint32_t hash);
    void growTable();

    std::vector<Slot> m_slots = std::vector<Slot>(256); ///< a power of two, at most half full
    TextColumn m_names;
    std::vector<std::uint32_t> m_rowStarts{0};
    std::vector<TermId> m_rowTerms;
};

/// What a library keeps of some articles, in the sections of its image, while they are read: all
/// that does not depend on other articles. One thread at a time.
class RowColumns final
{
public:
    /// \a clock must outlive it.
    explicit RowColumns(const WallClock &clock)
        : m_clock(&clock)
    {}

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
    std::vector<std::uint32_t> m_searchTitles{0};
    std::vector<std::uint32_t> m_searchSummaries;
    std::string m_searchBytes; ///< each part ended by NUL so that no match reaches over an end
    std::vector<std::int64_t> m_instants;
    std::vector<std::int64_t> m_wallSeconds;
    std::vector<std::int16_t> m_zoneOffsets;
    std::vector<std::uint8_t> m_dateKinds;
    std::vector<std::uint8_t> m_flags;
    std::vector<std::uint32_t> m_bodyLengths;
    std::vector<FileStamp> m_stamps;
    std::array<TermColumn, kTaxonomies> m_terms;
};

} // namespace lectern::core
