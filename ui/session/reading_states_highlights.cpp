#include "ui/session/reading_states.h"

#include <QDateTime>

#include <algorithm>
#include <utility>

// The highlights of ReadingStates.

namespace lectern::ui {

namespace {

core::Result<std::vector<core::Highlight>> highlightsOf(core::PlacedStates &states, core::Row row)
{
    const std::vector<core::StateId> &articles = states.snapshot()->article;
    return states.store().highlights(row < articles.size() ? articles[row] : 0);
}

/// \a highlight as it is kept now; its number is another where it was removed and put back, and its
/// article where the states of two were joined.
core::Result<core::Highlight> keptNow(core::PlacedStates &states, const core::Highlight &highlight)
{
    const auto all = states.store().allHighlights();
    if (!all) {
        return all.error();
    }
    const auto found = std::ranges::find(all.value(), highlight.uid, &core::Highlight::uid);
    return found == all.value().end() ? core::Result<core::Highlight>(
               core::Error{core::ErrorCode::NotFound, "the highlight is gone"})
                                      : *found;
}

core::Status removeNow(core::PlacedStates &states, const core::Highlight &highlight)
{
    const auto kept = keptNow(states, highlight);
    const auto removed = kept ? states.removeHighlight(kept.value().id) : kept;
    return removed ? core::Status(core::Ok{}) : removed.error();
}

/// As \a highlight is, whether it is there or not.
core::Status putBack(core::PlacedStates &states, core::Highlight highlight)
{
    const auto kept = keptNow(states, highlight);
    highlight.id = kept ? kept.value().id : 0;
    highlight.article = kept ? kept.value().article : highlight.article;
    const auto article = states.store().states({&highlight.article, 1});
    if (!article || article.value().empty()) {
        return article ? core::Error{core::ErrorCode::NotFound, "the article's state is gone"}
                       : article.error();
    }
    const auto saved = states.saveHighlight(highlight);
    return saved ? core::Status(core::Ok{}) : saved.error();
}

/// The number that \a highlight has now; 0: it is gone. Of many the store would be asked too long.
core::HighlightId idNow(const core::PlacedStates &states, const core::Highlight &highlight)
{
    const auto &all = states.snapshot()->highlights;
    if (!all) {
        return 0;
    }
    const auto ofArticle
        = std::ranges::equal_range(*all, highlight.article, {}, &core::Highlight::article);
    const auto found = std::ranges::find(ofArticle, highlight.uid, &core::Highlight::uid);
    return found == ofArticle.end() ? 0 : found->id;
}

core::Status putBackAll(core::PlacedStates &states, std::vector<core::Highlight> highlights)
{
    for (core::Highlight &highlight : highlights) {
        highlight.id = idNow(states, highlight);
    }
    return states.saveHighlights(highlights);
}

} // namespace

void ReadingStates::placeHighlights(core::Row row, QString pageText,
                                    std::vector<core::Highlight> known, QObject *context,
                                    std::function<void(std::vector<core::PlacedHighlight>)> take)
{
    run([this, library = m_library, row, pageText = std::move(pageText), known = std::move(known),
         context = QPointer(context), take = std::move(take),
         generation = m_generation](core::PlacedStates &states) -> core::Status {
        auto highlights = highlightsOf(states, row);
        if (!highlights) {
            return highlights.error();
        }
        if (highlights.value() != known) {
            give(context, generation, take,
                 core::placedOnPage(std::move(highlights).value(), visibleTextOf(*library, row),
                                    pageText.toStdString()));
        }
        return core::Ok{};
    });
}

void ReadingStates::addHighlight(core::Row row, QString pageText, core::TextRange selection,
                                 core::Highlight highlight, QObject *context,
                                 std::function<void(core::Highlight)> take)
{
    highlight.createdAt = QDateTime::currentSecsSinceEpoch();
    highlight.changedAt = highlight.createdAt;
    run([this, library = m_library, row, pageText = std::move(pageText), selection,
         highlight = std::move(highlight), context = QPointer(context), take = std::move(take),
         generation = m_generation](core::PlacedStates &states) -> core::Status {
        const auto place
            = core::selectorOnPage(visibleTextOf(*library, row), pageText.toStdString(), selection);
        if (!place) {
            inWindow([this] { emit notHighlighted(); });
            return core::Ok{};
        }
        core::Highlight whole = highlight;
        whole.place = *place;
        const auto saved = states.saveHighlight(row, whole);
        if (!saved) {
            return saved.error();
        }
        noteDone({StateDeed::Kind::Highlighted, 1, {}},
                 [made = saved.value()](core::PlacedStates &now) { return removeNow(now, made); });
        give(context, generation, take, saved.value());
        return core::Ok{};
    });
}

void ReadingStates::changeHighlight(const core::Highlight &highlight)
{
    run([this, highlight](core::PlacedStates &states) -> core::Status {
        const auto former = keptNow(states, highlight);
        if (!former) {
            return former.error();
        }
        core::Highlight changed = former.value();
        changed.colour = highlight.colour;
        changed.note = highlight.note;
        changed.changedAt = QDateTime::currentSecsSinceEpoch();
        const auto saved = states.saveHighlight(changed);
        if (!saved) {
            return saved.error();
        }
        noteDone({StateDeed::Kind::HighlightChanged, 1, {}},
                 [was = former.value()](core::PlacedStates &now) { return putBack(now, was); });
        return core::Ok{};
    });
}

void ReadingStates::removeHighlights(std::vector<core::Highlight> highlights)
{
    run([this, highlights = std::move(highlights)](core::PlacedStates &states) -> core::Status {
        std::vector<core::HighlightId> ids;
        for (const core::Highlight &highlight : highlights) {
            ids.push_back(idNow(states, highlight));
        }
        const auto removed = states.removeHighlights(ids);
        if (!removed) {
            return removed.error();
        }
        if (!removed.value().empty()) {
            const int count = static_cast<int>(removed.value().size());
            noteDone(
                {StateDeed::Kind::HighlightRemoved, count, {}},
                [was = removed.value()](core::PlacedStates &now) { return putBackAll(now, was); });
        }
        return core::Ok{};
    });
}

} // namespace lectern::ui
