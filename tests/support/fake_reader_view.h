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

    const std::vector<std::string> &marks() const { return m_marks; }

    void stepMark(FindDirection direction) override
    {
        m_markSteps += direction == FindDirection::Forward ? 1 : -1;
        emit marksChanged(m_markSteps, 5);
    }

    int markSteps() const { return m_markSteps; }

    bool canGoBack() const override { return m_position > 1; }

    bool canGoForward() const override { return m_position + 1 < m_history.size(); }

    void goBack() override { move(-1); }

    void goForward() override { move(1); }

    void setTheme(core::Theme theme) override { m_theme = theme; }

    core::Theme theme() const { return m_theme; }

    void setRepairs(core::Repairs repairs) override { m_repairs = repairs; }

    core::Repairs repairs() const { return m_repairs; }

    void setZoomFactor(double factor) override { m_zoom = factor; }

    double zoomFactor() const override { return m_zoom; }

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
        emit articleShown(shownArticle());
        emit historyChanged();
        emit settled();
    }

    std::shared_ptr<const core::Library> m_library;
    QList<QByteArray> m_history = {QByteArray()};
    qsizetype m_position = 0;
    core::Theme m_theme = core::Theme::Light;
    core::Repairs m_repairs = core::Repairs::all();
    double m_zoom = 1;
    QString m_foundText;
    int m_findSteps = 0;
    int m_reloads = 0;
    std::vector<std::string> m_marks;
    int m_markSteps = 0;
};

} // namespace lectern::test
