#pragma once

#include "core/article/article.h"
#include "core/base/disk.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lectern::core {

class LibraryColumns;
class LibraryLookups;

/// Position of an article in one Library; means nothing in another.
using Row = std::uint32_t;
/// Position of a term in one taxonomy of one Library; terms are sorted by count, largest first.
using TermId = std::uint32_t;

enum class Taxonomy : std::uint8_t { Category, Tag, Language };
inline constexpr std::size_t kTaxonomies = 3;

/// What is known of an article's date: \c instant sorts, the rest is for showing.
struct ArticleDate
{
    std::int64_t instant = 0; ///< seconds since the epoch
    Timestamp written;
    DateOrigin origin = DateOrigin::None;
};

struct ArticleFlags
{
    PageKind page = PageKind::Single;
    bool isDraft = false;
    bool isBroken = false; ///< carries a Problem of severity Warning or Error
    bool hasImage = false;
    bool hasMath = false;
    bool isLanguageGuessed = false;
};

/// Whether a library is made with the order of its titles, which takes a twentieth of the time of a
/// first index and is seldom looked at.
enum class TitleOrdering { Now, WhenAsked };

/// All articles of a folder at one moment: an immutable snapshot that any thread may read without
/// locks. Views returned here live as long as the Library.
class Library final
{
public:
    explicit Library(std::shared_ptr<const LibraryColumns> columns);

    /// The folder, absolute, raw bytes.
    std::string_view root() const;
    Row size() const;

    std::string_view path(Row row) const; ///< relative, raw bytes
    std::string_view title(Row row) const;
    std::string_view summary(Row row) const;
    std::string_view thumbnail(Row row) const;
    std::string_view source(Row row) const;
    std::string_view author(Row row) const; ///< several are joined by `, `
    std::optional<ArticleDate> date(Row row) const;
    ArticleFlags flags(Row row) const;
    std::uint32_t bodyLength(Row row) const; ///< characters of Markdown
    /// Where the article stands among its neighbours, the lightest first, as Hugo orders them; 0
    /// where it does not say.
    std::int64_t weight(Row row) const;
    FileStamp stamp(Row row) const;
    std::vector<Problem> problems(Row row) const;
    /// Front-matter keys that have no column of their own (menu, slug, ... and unknown ones), with
    /// their values as text; lists are joined by `, `.
    std::vector<std::pair<std::string_view, std::string_view>> others(Row row) const;

    /// The row of \a path, by binary search. O(log n).
    std::optional<Row> findPath(std::string_view path) const;
    /// Rows ordered by path, the order of Row itself.
    TermId termCount(Taxonomy taxonomy) const;
    std::string_view termName(Taxonomy taxonomy, TermId term) const;
    std::optional<TermId> findTerm(Taxonomy taxonomy, std::string_view name) const;
    /// Terms of one article, in the order it lists them.
    std::span<const TermId> terms(Taxonomy taxonomy, Row row) const;
    /// Rows that carry a term, ascending.
    std::span<const Row> rowsWith(Taxonomy taxonomy, TermId term) const;

    /// Whether the article itself says when it is from; the time of its file says when it was
    /// copied.
    bool isDated(Row row) const;
    /// Rows from the newest date to the oldest, then the undated ones by the time of their file;
    /// ties by path.
    std::span<const Row> rowsByDate() const;
    /// Rows by title, ascending (see TitleOrder). Where the library was made without this order,
    /// the first call makes it: O(n log n).
    std::span<const Row> rowsByTitle() const;

    /// Findings that belong to no article: folders that cannot be read, loops. Path and Problem.
    std::vector<std::pair<std::string, Problem>> folderProblems() const;

    const LibraryColumns &columns() const { return *m_columns; }

    const LibraryLookups &lookups() const { return *m_lookups; }

private:
    std::shared_ptr<const LibraryColumns> m_columns;
    std::shared_ptr<const LibraryLookups> m_lookups;
};

} // namespace lectern::core
