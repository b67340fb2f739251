#include "core/state/state_rows.h"

#include <algorithm>
#include <limits>

namespace lectern::core {

namespace {

/// A column as a number of the type of its target, or the nearest to it.
template <typename Number>
Number within(std::int64_t value, Number largest = std::numeric_limits<Number>::max())
{
    return static_cast<Number>(
        std::clamp(value, std::int64_t{0}, static_cast<std::int64_t>(largest)));
}

/// Hashes fill all 64 bits, and a column is signed.
std::uint64_t hashOf(std::int64_t value)
{
    return static_cast<std::uint64_t>(value);
}

} // namespace

KnownArticle articleOf(const Statement &row)
{
    KnownArticle article;
    article.state = row.integer(0);
    ArticleKey &key = article.key;
    key.path = row.text(1);
    key.source = row.text(2);
    key.title = row.text(3);
    key.stamp.sizeBytes = within<std::uint32_t>(row.integer(4));
    key.stamp.modifiedNs = row.integer(5);
    key.print.version = within<std::uint32_t>(row.integer(6));
    key.print.hash = hashOf(row.integer(7));
    key.print.bytes = within<std::uint32_t>(row.integer(8));
    key.print.sketch = decodeSketch(row.text(9));
    return article;
}

ReadingState stateOf(const Statement &row)
{
    ReadingState state;
    state.id = row.integer(0);
    state.status = static_cast<ReadStatus>(within(row.integer(1), std::uint8_t{2}));
    state.openedAt = row.integer(2);
    state.readAt = row.integer(3);
    state.starredAt = row.integer(4);
    state.progress = within(row.integer(5), kWholeProgress);
    state.position = {within<std::uint32_t>(row.integer(6)), std::string(row.text(7))};
    state.readVersion = within<std::uint32_t>(row.integer(8));
    state.readHash = hashOf(row.integer(9));
    return state;
}

Highlight highlightOf(const Statement &row)
{
    Highlight highlight;
    highlight.id = row.integer(0);
    highlight.uid = row.text(1);
    highlight.article = row.integer(2);
    highlight.colour = static_cast<HighlightColour>(within(row.integer(3), std::uint8_t{3}));
    highlight.note = row.text(4);
    highlight.place.quote = row.text(5);
    highlight.place.prefix = row.text(6);
    highlight.place.suffix = row.text(7);
    highlight.place.start = hashOf(row.integer(8));
    highlight.place.textHash = hashOf(row.integer(9));
    highlight.place.isUnique = row.integer(10) != 0;
    highlight.createdAt = row.integer(11);
    highlight.changedAt = row.integer(12);
    return highlight;
}

ReadingDay dayOf(const Statement &row)
{
    return {row.integer(0), static_cast<std::int32_t>(row.integer(1)),
            within<std::uint32_t>(row.integer(2)), within<std::uint32_t>(row.integer(3))};
}

} // namespace lectern::core
