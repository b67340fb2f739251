#pragma once

#include "ui/reading/reader_view.h"

#include <QList>

namespace lectern::test {

/// A reading view without a web engine: it remembers what it was asked and has a history.
class FakeReaderView final : public ui::ReaderView
{
    Q_OBJECT

public:
    using ui::ReaderView::ReaderView;

    void setLibrary(std::shared_ptr<const core::Library> library) override
    {
        m_library = std::move(library);
    }

    void showArticle(const QByteArray &path) override
    {
        if (path == shownArticle()) {
            return;
        }
        m_history.resize(m_position + 1);
        m_history.append(path);
        ++m_position;
        tell();
    }

    QByteArray shownArticle() const override { return m_history.value(m_position); }

    void reload() override { ++m_reloads; }

    int reloads() const { return m_reloads; }

    void setMarks(const std::vector<std::string> &words) override
    {
        m_marks = words;
        emit marksChanged(0, words.empty() ? 0 : 5);
    }

    void goTo(const core::ReadingPosition &position) override { m_place = position; }

    void goToHeading(const QString &anchor) override { m_heading = anchor; }

    const QString &heading() const { return m_heading; }

    /// The next articles that are shown have these facts.
    void setFacts(const core::PageFacts &facts) { m_facts = facts; }

    const core::ReadingPosition &place() const { return m_place; }

    /// The page was scrolled.
    void scroll(const ui::ReadingPlace &place)
    {
        m_place = place.position;
        emit placeChanged(shownArticle(), place);
    }

    const std::vector<std::string> &marks() const { return m_marks; }

    void stepMark(FindDirection direction) override
    {
        m_markSteps += direction == FindDirection::Forward ? 1 : -1;
        emit marksChanged(m_markSteps, 5);
    }

    int markSteps() const { return m_markSteps; }

    /// What the page says of the article; the test knows.
    void setWords(const QString &words) { m_words = words; }

    /// As a person does with the mouse; no words take the selection away.
    void select(const QString &words)
    {
        m_selection = {m_words, m_words.indexOf(words), 0};
        m_selection.end = m_selection.start + words.size();
        emit selectionChanged(words.isEmpty() ? QRect() : QRect(40, 80, 120, 20));
    }

    void clickHighlight(core::HighlightId id) { emit highlightClicked(id, {40, 80, 120, 20}); }

    void readWords(std::function<void(QString)> take) override { take(m_words); }

    void readSelection(std::function<void(ui::PageSelection)> take) override { take(m_selection); }

    void unselect() override { select({}); }

    void paintHighlights(const std::vector<ui::PaintedHighlight> &highlights) override
    {
        m_painted = highlights;
    }

    /// What is painted, as it is written, in the order it was told.
    QStringList painted() const
    {
        QStringList parts;
        for (const ui::PaintedHighlight &highlight : m_painted) {
            parts.append(m_words.mid(highlight.start, highlight.end - highlight.start));
        }
        return parts;
    }

    const std::vector<ui::PaintedHighlight> &highlights() const { return m_painted; }

    void goToHighlight(core::HighlightId id) override { m_highlight = id; }

    core::HighlightId highlight() const { return m_highlight; }

    void setSelectionActions(const QList<QAction *> &actions) override { m_actions = actions; }

    const QList<QAction *> &selectionActions() const { return m_actions; }

    bool canGoBack() const override { return m_position > 1; }

    bool canGoForward() const override { return m_position + 1 < m_history.size(); }

    void goBack() override { move(-1); }

    void goForward() override { move(1); }

    void setPageStyle(const core::PageStyle &style) override { m_style = style; }

    const core::PageStyle &pageStyle() const { return m_style; }

    void setRepairs(core::Repairs repairs) override { m_repairs = repairs; }

    core::Repairs repairs() const { return m_repairs; }

    void findText(const QString &text, FindDirection direction) override
    {
        m_foundText = text;
        m_findSteps += direction == FindDirection::Forward ? 1 : -1;
        emit findResult(1, text.isEmpty() ? 0 : 3);
    }

    QString foundText() const { return m_foundText; }

    int findSteps() const { return m_findSteps; }

private:
    void move(qsizetype steps)
    {
        m_position += steps;
        tell();
    }

    void tell()
    {
        m_place = {};
        m_painted.clear();
        emit articleShown(shownArticle());
        emit factsRead(m_facts);
        emit historyChanged();
        emit settled();
    }

    std::shared_ptr<const core::Library> m_library;
    core::PageFacts m_facts;
    QString m_heading;
    core::ReadingPosition m_place; ///< of the page on screen
    QList<QByteArray> m_history = {QByteArray()};
    qsizetype m_position = 0;
    core::PageStyle m_style;
    core::Repairs m_repairs = core::Repairs::all();
    QString m_foundText;
    int m_findSteps = 0;
    int m_reloads = 0;
    QString m_words;
    ui::PageSelection m_selection;
    std::vector<ui::PaintedHighlight> m_painted;
    core::HighlightId m_highlight = 0;
    QList<QAction *> m_actions;
    std::vector<std::string> m_marks;
    int m_markSteps = 0;
};

} // namespace lectern::test
