#include "ui/window/highlight_commands.h"

#include "core/state/citation.h"
#include "ui/common/qt_text.h"
#include "ui/highlights/highlights_view.h"
#include "ui/reading/highlight_strip.h"
#include "ui/reading/reader_pane.h"
#include "ui/reading/unplaced_highlights.h"
#include "ui/search/article_results.h"
#include "ui/window/note_dialog.h"
#include "ui/window/undo_notice.h"
#include "ui/window/window_actions.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>
#include <map>
#include <utility>

namespace lectern::ui {

namespace {

/// The places in \a words, in its own units, of those in its UTF-8.
std::map<std::size_t, qsizetype> placesIn(const QString &words,
                                          const std::vector<core::PlacedHighlight> &placed)
{
    std::map<std::size_t, qsizetype> places;
    for (const core::PlacedHighlight &highlight : placed) {
        if (highlight.place) {
            places[highlight.place->start] = 0;
            places[highlight.place->end] = 0;
        }
    }
    const std::string bytes = words.toStdString();
    std::size_t done = 0;
    qsizetype length = 0;
    for (auto &[place, unit] : places) {
        const std::size_t end = std::min(place, bytes.size());
        length += QString::fromUtf8(bytes.data() + done, static_cast<qsizetype>(end - done)).size();
        done = end;
        unit = length;
    }
    return places;
}

std::vector<PaintedHighlight> paintedIn(const QString &words,
                                        const std::vector<core::PlacedHighlight> &placed)
{
    const std::map<std::size_t, qsizetype> places = placesIn(words, placed);
    std::vector<PaintedHighlight> painted;
    for (const auto &[highlight, place] : placed) {
        if (place) {
            painted.push_back({highlight.id, highlight.colour, !highlight.note.empty(),
                               places.at(place->start), places.at(place->end)});
        }
    }
    return painted;
}

core::TextRange bytesOf(const PageSelection &selection)
{
    const auto bytesBefore = [&](qsizetype place) {
        return static_cast<std::size_t>(selection.words.left(place).toUtf8().size());
    };
    return {bytesBefore(selection.start), bytesBefore(selection.end)};
}

} // namespace

HighlightCommands::HighlightCommands(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    const auto on = [this](Action action, auto slot) {
        connect(m_parts.actions[action], &QAction::triggered, this, slot);
    };
    on(Action::Highlight, [this] { highlightSelection({}); });
    on(Action::Note, [this] { annotate(); });
    on(Action::CopyCitation, [this] { copyCitation(); });
    on(Action::Highlights, [this] { showAll(); });
    connect(&m_parts.reader, &ReaderPane::readerMade, this, &HighlightCommands::onReaderMade);
    connect(&m_parts.reader, &ReaderPane::articleShown, this, &HighlightCommands::onArticleShown);
    connect(m_parts.reader.unplaced(), &UnplacedHighlights::deleteRequested, this,
            &HighlightCommands::remove);
    connect(&m_parts.states, &ReadingStates::changed, this, &HighlightCommands::refresh);
    connect(&m_parts.states, &ReadingStates::notHighlighted, this,
            [this] { m_parts.notice.showNotHighlighted(); });
}

void HighlightCommands::onReaderMade(ReaderView *view)
{
    m_view = view;
    const WindowActions &actions = m_parts.actions;
    m_view->setSelectionActions(
        {actions[Action::Highlight], actions[Action::Note], actions[Action::CopyCitation]});
    m_strip = new HighlightStrip(actions[Action::Note], actions[Action::CopyCitation], m_view);
    connect(m_view, &ReaderView::selectionChanged, this, &HighlightCommands::onSelectionChanged);
    connect(m_view, &ReaderView::highlightClicked, this, &HighlightCommands::onHighlightClicked);
    connect(m_strip, &HighlightStrip::colourPicked, this, &HighlightCommands::onColourPicked);
    connect(m_strip, &HighlightStrip::deleteRequested, this, [this] {
        if (m_chosen) {
            remove(*m_chosen);
        }
    });
}

std::optional<core::Row> HighlightCommands::row() const
{
    const auto library = m_parts.results.library();
    return library ? library->findPath(toView(m_parts.reader.shownArticle())) : std::nullopt;
}

void HighlightCommands::onArticleShown()
{
    ++m_page;
    m_words.clear();
    m_areWordsAsked = false;
    m_placed.clear();
    m_hasSelection = false;
    m_parts.reader.unplaced()->showHighlights({});
    forgetChosen();
    refresh();
}

void HighlightCommands::forgetChosen()
{
    m_chosen.reset();
    if (m_strip) {
        m_strip->hide();
    }
    updateActions();
}

void HighlightCommands::updateActions()
{
    const bool canKeep = m_parts.states.isKept() && row().has_value();
    m_parts.actions[Action::Highlight]->setEnabled(canKeep && m_hasSelection);
    m_parts.actions[Action::Note]->setEnabled(canKeep && (m_hasSelection || m_chosen));
    m_parts.actions[Action::CopyCitation]->setEnabled(m_hasSelection || m_chosen);
}

void HighlightCommands::onSelectionChanged(const QRect &box)
{
    m_hasSelection = !box.isNull();
    forgetChosen();
    if (m_parts.states.isKept() && m_view->rect().intersects(box)) {
        m_strip->showForSelection(box);
    }
}

void HighlightCommands::onHighlightClicked(core::HighlightId id, const QRect &box)
{
    const auto found = std::ranges::find(
        m_placed, id, [](const core::PlacedHighlight &placed) { return placed.highlight.id; });
    if (found != m_placed.end()) {
        m_chosen = found->highlight;
        m_strip->showForHighlight(*m_chosen, box);
        updateActions();
    }
}

void HighlightCommands::onColourPicked(core::HighlightColour colour)
{
    m_colour = colour;
    if (!m_chosen) {
        highlightSelection({});
        return;
    }
    core::Highlight changed = *m_chosen;
    changed.colour = colour;
    m_parts.states.changeHighlight(changed);
    forgetChosen();
}

/// Asks for the words of the page only where there is something to find in them.
void HighlightCommands::refresh()
{
    updateActions();
    const std::optional<core::Row> row = this->row();
    const auto snapshot = m_parts.states.snapshot();
    const bool hasAny = row && snapshot && *row < snapshot->size()
        && snapshot->has(*row, core::StateFlag::HasHighlight);
    if (!m_view || !row || (!hasAny && m_placed.empty())) {
        return;
    }
    if (!m_words.isEmpty()) {
        place();
    } else if (!std::exchange(m_areWordsAsked, true)) {
        m_view->readWords([this, page = m_page](const QString &words) {
            if (page == m_page) {
                m_words = words;
                place();
            }
        });
    }
}

void HighlightCommands::place()
{
    const std::optional<core::Row> row = this->row();
    if (!row) {
        return;
    }
    std::vector<core::Highlight> known;
    for (const core::PlacedHighlight &placed : m_placed) {
        known.push_back(placed.highlight);
    }
    m_parts.states.placeHighlights(
        *row, m_words, std::move(known), this,
        [this, page = m_page](std::vector<core::PlacedHighlight> placed) {
            if (page == m_page) {
                show(std::move(placed));
            }
        });
}

void HighlightCommands::show(std::vector<core::PlacedHighlight> placed)
{
    m_placed = std::move(placed);
    m_view->paintHighlights(paintedIn(m_words, m_placed));
    std::vector<core::Highlight> unplaced;
    for (const core::PlacedHighlight &highlight : m_placed) {
        if (!highlight.place) {
            unplaced.push_back(highlight.highlight);
        }
    }
    m_parts.reader.unplaced()->showHighlights(std::move(unplaced));
    if (m_wanted != 0) {
        goTo(std::exchange(m_wanted, 0));
    }
}

void HighlightCommands::goTo(core::HighlightId id)
{
    const bool isPainted = std::ranges::any_of(
        m_placed, [id](const core::PlacedHighlight &placed) { return placed.highlight.id == id; });
    if (isPainted) {
        m_view->goToHighlight(id);
    } else {
        m_wanted = id;
    }
}

void HighlightCommands::showAll()
{
    if (m_all == nullptr) {
        m_all = new HighlightsView(m_parts.states, m_parts.actions[Action::Undo],
                                   m_parts.reader.window());
        connect(m_all, &HighlightsView::highlightRequested, this,
                [this](const QByteArray &path, core::HighlightId id) {
                    m_parts.reader.showArticle(path);
                    goTo(id);
                });
        const QWidget *window = m_parts.reader.window();
        m_all->move(window->mapToGlobal(QPoint(0, 0)).x(), // beside the article, if it may
                    m_parts.reader.mapToGlobal(QPoint(0, 0)).y());
    }
    m_all->show();
    m_all->raise();
    m_all->activateWindow();
}

void HighlightCommands::highlightSelection(std::function<void(core::Highlight)> then)
{
    if (!m_view) {
        return;
    }
    m_view->readSelection(
        [this, page = m_page, then = std::move(then)](const PageSelection &selection) {
            const std::optional<core::Row> row = this->row();
            if (page != m_page || !row) {
                return;
            }
            if (selection.isEmpty()) {
                m_parts.notice.showNotHighlighted();
                return;
            }
            core::Highlight highlight;
            highlight.colour = m_colour;
            m_parts.states.addHighlight(*row, selection.words, bytesOf(selection), highlight, this,
                                        [then](const core::Highlight &kept) {
                                            if (then) {
                                                then(kept);
                                            }
                                        });
            m_view->unselect();
            m_hasSelection = false;
            forgetChosen();
        });
}

void HighlightCommands::annotate()
{
    if (m_chosen) {
        editNote(*m_chosen);
    } else {
        highlightSelection([this](const core::Highlight &kept) { editNote(kept); });
    }
}

void HighlightCommands::editNote(const core::Highlight &highlight)
{
    auto *dialog = new NoteDialog(toQString(highlight.place.quote), toQString(highlight.note),
                                  m_parts.reader.window());
    connect(dialog, &QDialog::accepted, this, [this, dialog, highlight] {
        core::Highlight changed = highlight;
        changed.note = dialog->note().toStdString();
        if (changed.note != highlight.note) {
            m_parts.states.changeHighlight(changed);
        }
    });
    forgetChosen();
    dialog->open();
}

void HighlightCommands::copyCitation()
{
    if (m_chosen) {
        copyCitationOf(m_chosen->place.quote);
    } else if (m_view) {
        m_view->readSelection([this](const PageSelection &selection) {
            if (!selection.isEmpty()) {
                copyCitationOf(selection.words.mid(selection.start, selection.end - selection.start)
                                   .toStdString());
            }
        });
    }
}

void HighlightCommands::copyCitationOf(const std::string &quote)
{
    if (const std::optional<core::Row> row = this->row()) {
        const core::CitedArticle article = core::citedArticle(*m_parts.results.library(), *row);
        QGuiApplication::clipboard()->setText(toQString(core::citationOf(quote, article)));
    }
}

void HighlightCommands::remove(const core::Highlight &highlight)
{
    m_parts.states.removeHighlights({highlight});
    forgetChosen();
}

} // namespace lectern::ui
