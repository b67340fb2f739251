// A page in the web engine that shows it: how much longer it takes with 50 highlights.
//   page_bench
// Exit code 1: a figure misses what it must be.

#include "core/library/indexer.h"
#include "tests/bench/corpus.h"
#include "tests/bench/rounds.h"
#include "ui/reading/web/page_messages.h"
#include "ui/reading/web/reader_page.h"
#include "ui/reading/web/web_reader_view.h"

#include <QApplication>
#include <QCoreApplication>
#include <QEventLoop>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QWebEngineScript>

#include <cstdio>
#include <fstream>
#include <string>
#include <unistd.h>
#include <vector>

namespace {

using namespace lectern;
using namespace Qt::StringLiterals;

constexpr int kRounds = 41;
constexpr int kPollMs = 5;
constexpr qsizetype kHighlights = 50;
// Of the 2 ms that highlights may cost; the rest is for finding them.
constexpr double kHighlightsMs = 1.6;

/// Runs the event loop until \a start has called what it was given.
template <typename Start>
void wait(const Start &start)
{
    QEventLoop loop;
    start([&loop] { loop.quit(); });
    loop.exec();
}

/// One page of a long article on screen.
class Page final
{
public:
    Page()
        : m_view(ui::ReaderViewOptions{.imageCacheFolder = {}, .mayFetchImages = false}, {},
                 nullptr)
    {
        std::ofstream(m_folder.filePath(u"a.md"_s).toStdString(), std::ios::binary)
            << bench::longArticle();
        m_view.resize(800, 900);
        m_view.show();
        m_view.setLibrary(core::indexFolder(m_folder.path().toStdString(), nullptr, {}).value());
        wait([this](auto done) {
            QObject::connect(&m_view, &ui::ReaderView::settled, &m_view, done);
            m_view.showArticle("a.md");
        });
        wait([this](auto done) {
            m_view.readWords([this, done](const QString &words) {
                m_words = words;
                done();
            });
        });
    }

    /// Marks of 30 to 130 characters all over the article.
    std::vector<ui::PaintedHighlight> highlights() const
    {
        std::vector<ui::PaintedHighlight> highlights;
        for (qsizetype number = 0; number < kHighlights; ++number) {
            const qsizetype start = m_words.size() * number / kHighlights;
            highlights.push_back({number + 1, core::HighlightColour::Yellow, number % 5 == 0, start,
                                  std::min(start + 30 + number * 2, m_words.size())});
        }
        return highlights;
    }

    /// What reading the words of a page without highlights and painting these takes until what is
    /// on screen has its new layout, as the page tells itself; returns once all are there.
    double paint(const std::vector<ui::PaintedHighlight> &highlights)
    {
        const double ms = inPage(u"{ lectern.paint([]); document.body.offsetHeight;"
                                 "const start = performance.now(); %1; document.body.offsetHeight;"
                                 "performance.now() - start }"_s.arg(
                                     (highlights.empty() ? QString() : u"lectern.articleText(); "_s)
                                     + ui::paintCall(highlights)));
        while (paintedCount() < highlights.size()) {
            QCoreApplication::processEvents(QEventLoop::AllEvents, kPollMs);
        }
        return ms;
    }

private:
    std::size_t paintedCount()
    {
        return static_cast<std::size_t>(
            inPage(u"new Set([...document.querySelectorAll('.lectern-highlight')]"
                   ".flatMap((e) => e.dataset.highlights.split(' '))).size"_s));
    }

    double inPage(const QString &expression)
    {
        double number = 0;
        wait([&](auto done) {
            m_view.page()->runJavaScript(expression, QWebEngineScript::ApplicationWorld,
                                         [&number, done](const QVariant &answer) {
                                             number = answer.toDouble();
                                             done();
                                         });
        });
        return number;
    }

    QTemporaryDir m_folder;
    ui::WebReaderView m_view;
    QString m_words;
};

bool benchHighlights()
{
    Page page;
    const std::vector<ui::PaintedHighlight> highlights = page.highlights();
    std::vector<double> floors;
    std::vector<double> subjects;
    for (int round = 0; round < kRounds; ++round) {
        floors.push_back(page.paint({}));
        subjects.push_back(page.paint(highlights));
    }
    const bench::Comparison comparison = bench::comparisonOf(floors, subjects);
    bench::Figure figure = bench::ratioFigure({}, comparison, 0, 0);
    figure.what = std::to_string(highlights.size()) + " highlights painted in a page of "
        + std::to_string(bench::longArticle().size() / 1000) + " KB: more than none";
    figure.value = comparison.subjectMs - comparison.floorMs;
    figure.must = kHighlightsMs;
    figure.aim = kHighlightsMs / 2;
    figure.unit = "ms";
    figure.isSteady = true; // the floor is hardly more than the page's clock can tell
    return bench::report(figure);
}

} // namespace

int main(int count, char **words)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
    if (::geteuid() == 0) {
        qputenv("QTWEBENGINE_DISABLE_SANDBOX", "1"); // as root there is none
    }
    QStandardPaths::setTestModeEnabled(true);
    ui::registerReaderSchemes();
    const QApplication application(count, words);
    return benchHighlights() ? 0 : 1;
}
