#pragma once

#include "core/state/page_highlights.h"
#include "ui/reading/reader_view.h"
#include "ui/session/reading_states.h"

#include <QByteArray>
#include <QObject>
#include <QPointer>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace lectern::ui {

class ArticleResults;
class HighlightStrip;
class HighlightsView;
class ReaderPane;
class UndoNotice;
class WindowActions;

/// The highlights of the article on screen: makes, changes and deletes them, and has them painted
/// where core finds their words. GUI thread.
class HighlightCommands final : public QObject
{
    Q_OBJECT

public:
    /// What the commands are about. All outlive them.
    struct Parts
    {
        ReadingStates &states;
        const WindowActions &actions;
        const ArticleResults &results;
        ReaderPane &reader;
        UndoNotice &notice;
    };

    HighlightCommands(const Parts &parts, QObject *parent);

    /// Of the next highlight: the one that was chosen last.
    core::HighlightColour colour() const { return m_colour; }

    void setColour(core::HighlightColour colour) { m_colour = colour; }

    /// Scrolls to it as soon as it is painted, in the article on screen or the one that comes.
    void goTo(core::HighlightId id);

private:
    void onReaderMade(ReaderView *view);
    void onArticleShown();
    void onSelectionChanged(const QRect &box);
    void onHighlightClicked(core::HighlightId id, const QRect &box);
    void onColourPicked(core::HighlightColour colour);
    void updateActions();
    void showAll();
    void refresh();
    void place();
    void show(std::vector<core::PlacedHighlight> placed);
    void highlightSelection(std::function<void(core::Highlight)> then);
    void annotate();
    void editNote(const core::Highlight &highlight);
    void copyCitation();
    void copyCitationOf(const std::string &quote);
    void remove(const core::Highlight &highlight);
    void forgetChosen();
    std::optional<core::Row> row() const;

    Parts m_parts;
    ReaderView *m_view = nullptr; ///< made late
    HighlightStrip *m_strip = nullptr;
    HighlightsView *m_all = nullptr; ///< made when it is first asked for
    core::HighlightColour m_colour = core::HighlightColour::Yellow;

    QString m_words; ///< of the page on screen; empty: not known
    bool m_areWordsAsked = false;
    std::vector<core::PlacedHighlight> m_placed; ///< in these
    std::optional<core::Highlight> m_chosen; ///< was clicked on
    bool m_hasSelection = false;
    core::HighlightId m_wanted = 0; ///< to scroll to
    quint64 m_page = 0; ///< counts; what was asked about another is dropped
};

} // namespace lectern::ui
