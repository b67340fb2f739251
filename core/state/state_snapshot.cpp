#include "core/state/state_snapshot.h"

#include "core/base/text.h"
#include "core/library/row_matches.h"

#include <algorithm>

namespace lectern::core {

namespace {

/// The column \a values for rows that were others.
template <typename Value>
std::vector<Value> withRows(const std::vector<Value> &values, std::span<const Row> former)
{
    std::vector<Value> moved(former.size());
    for (std::size_t row = 0; row < former.size(); ++row) {
        moved[row] = former[row] < values.size() ? values[former[row]] : Value();
    }
    return moved;
}

} // namespace

std::span<const Row> copiesOf(const StateSnapshot &snapshot, Row row)
{
    if (!snapshot.has(row, StateFlag::IsCopy)) {
        return {};
    }
    const auto found = std::ranges::find_if(snapshot.copies, [row](const std::vector<Row> &rows) {
        return std::ranges::find(rows, row) != rows.end();
    });
    return found == snapshot.copies.end() ? std::span<const Row>() : *found;
}

bool hasNote(const StateSnapshot &snapshot, Row row, std::string_view needle)
{
    if (!snapshot.highlights || !snapshot.has(row, StateFlag::HasNote)) {
        return false;
    }
    const auto ofArticle = std::ranges::equal_range(*snapshot.highlights, snapshot.article[row], {},
                                                    &Highlight::article);
    return std::ranges::any_of(ofArticle, [needle](const Highlight &highlight) {
        return !highlight.note.empty()
            && foldForSearch(highlight.note).find(needle) != std::string::npos;
    });
}

StateSnapshot withRows(const StateSnapshot &snapshot, std::span<const Row> former)
{
    StateSnapshot moved{.root = snapshot.root,
                        .article = withRows(snapshot.article, former),
                        .status = withRows(snapshot.status, former),
                        .flags = withRows(snapshot.flags, former),
                        .progress = withRows(snapshot.progress, former),
                        .openedAt = withRows(snapshot.openedAt, former),
                        .readAt = withRows(snapshot.readAt, former),
                        .starredAt = withRows(snapshot.starredAt, former),
                        .labelStarts = {0},
                        .labelIds = {},
                        .labels = snapshot.labels,
                        .unplaced = snapshot.unplaced,
                        .unplacedArticles = snapshot.unplacedArticles,
                        .copies = {},
                        .highlights = snapshot.highlights};
    for (UnplacedState &lost : moved.unplaced) {
        lost.candidates.clear();
    }
    for (const Row row : former) {
        if (row < snapshot.size()) {
            const std::span<const LabelId> labels = snapshot.labelsOf(row);
            moved.labelIds.insert(moved.labelIds.end(), labels.begin(), labels.end());
        }
        moved.labelStarts.push_back(static_cast<std::uint32_t>(moved.labelIds.size()));
    }
    return moved;
}

} // namespace lectern::core
