// The window over a large library: how soon its list is painted, after the start and after a
// keystroke, and what memory it takes.
//   window_bench WORK_FOLDER [ARTICLES]
// WORK_FOLDER keeps the generated articles from one run to the next. Exit code 1: a figure misses
// what it must be.

#include "app/application.h"
#include "core/base/freed_memory.h"
#include "tests/bench/ready_corpus.h"
#include "tests/bench/rounds.h"
#include "tests/bench/window_process.h"
#include "ui/list/article_list_view.h"

#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QMainWindow>
#include <QSortFilterProxyModel>
#include <QTemporaryDir>

#include <cstdio>
#include <functional>
#include <string>
#include <thread>
#include <vector>

namespace {

using namespace lectern;
using namespace Qt::StringLiterals;

int showBareWindow()
{
    QMainWindow window;
    window.resize(1280, 800);
    window.show();
    QMetaObject::invokeMethod(
        qApp,
        [] {
            std::puts("painted");
            std::fflush(stdout);
        },
        Qt::QueuedConnection);
    std::jthread waiting([] {
        std::getchar();
        QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    });
    return QApplication::exec();
}

bool benchStart(const std::string &large, const std::string &small, const std::string &cache)
{
    std::vector<double> floors;
    std::vector<double> subjects;
    constexpr int kRounds = 9;
    for (int round = 0; round <= kRounds; ++round) {
        const double floor = bench::timeToList(bench::windowOf(small, cache));
        const double subject = bench::timeToList(bench::windowOf(large, cache));
        if (round > 0) {
            floors.push_back(floor);
            subjects.push_back(subject);
        }
    }
    return bench::report(bench::ratioFigure("process start to list painted / the same with 40 rows",
                                            bench::comparisonOf(floors, subjects), 1.5, 1.1));
}

bool benchMemory(const std::string &folder, const std::string &cache)
{
    const bench::OtherProcess bare({u"--bare"_s});
    const bench::OtherProcess window(bench::windowOf(folder, cache));
    return bench::report({.what = "memory of the list over a bare window (PSS)",
                          .value = window.pss() - bare.pss(),
                          .must = 80,
                          .aim = 30,
                          .unit = "MB",
                          .detail = {}});
}

/// The rows of the model as a QSortFilterProxyModel sees them: titles with summaries.
class PeerModel final : public QAbstractListModel
{
public:
    explicit PeerModel(const core::Library &library)
    {
        for (const core::Row row : library.rowsByDate()) {
            m_texts.append(
                QString::fromUtf8(library.title(row).data(),
                                  static_cast<qsizetype>(library.title(row).size()))
                % u'\n'
                % QString::fromUtf8(library.summary(row).data(),
                                    static_cast<qsizetype>(library.summary(row).size())));
        }
    }

    int rowCount(const QModelIndex &parent) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_texts.size());
    }

    QVariant data(const QModelIndex &index, int role) const override
    {
        return role == Qt::DisplayRole ? m_texts[index.row()] : QVariant();
    }

private:
    QStringList m_texts;
};

QStringList keystrokes()
{
    return {u"学"_s, u"学习"_s, u"t"_s,     u"th"_s,   u"the"_s, u"the r"_s, u"了"_s,
            u"桥"_s, u"zzz"_s,  u"patie"_s, u"2025"_s, u"月"_s,  u"月亮"_s};
}

/// What \a type takes for each keystroke, in milliseconds.
std::vector<double> times(const std::function<void(const QString &)> &type)
{
    std::vector<double> times;
    for (const QString &line : keystrokes()) {
        times.push_back(bench::timeOnce([&] { type(line); }));
    }
    return times;
}

bool benchKeystrokes(const std::string &folder, const std::string &cache)
{
    app::Application program(
        {.zone = {}, .cacheFolder = cache, .stateFile = {}, .searchFile = {}, .readingFile = {}},
        bench::noEngine());
    program.window().resize(1280, 800);
    program.open(QString::fromStdString(folder));
    // The texts are read on all cores; what typing takes beside that is another question.
    while (!program.session().library() || program.session().isBusy()
           || program.session().textState() == ui::LibrarySession::TextState::Reading) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    auto *list = program.window().findChild<ui::ArticleListView *>();
    auto *field = program.window().findChild<QLineEdit *>(u"search"_s);

    PeerModel rows(*program.session().library());
    QSortFilterProxyModel filter;
    filter.setSourceModel(&rows);
    filter.setFilterCaseSensitivity(Qt::CaseInsensitive);
    QListView peer;
    peer.setUniformItemSizes(true);
    peer.setModel(&filter);
    peer.resize(400, 700);
    peer.show();

    const auto typeHere = [&](const QString &line) {
        field->setText(line);
        emit field->textEdited(line);
        list->viewport()->repaint();
    };
    const auto typeThere = [&](const QString &line) {
        filter.setFilterFixedString(line);
        peer.viewport()->repaint();
    };
    std::vector<double> here;
    std::vector<double> there;
    constexpr int kRounds = 12;
    for (int round = 0; round <= kRounds; ++round) {
        const std::vector<double> subject = times(typeHere);
        const std::vector<double> floor = times(typeThere);
        QCoreApplication::processEvents();
        if (round > 0) {
            here.insert(here.end(), subject.begin(), subject.end());
            there.insert(there.end(), floor.begin(), floor.end());
        }
    }
    const auto figure = [&](double share, double must, double aim) {
        bench::Comparison comparison{.floorMs = bench::quantile(there, share),
                                     .subjectMs = bench::quantile(here, share)};
        comparison.ratio = comparison.subjectMs / comparison.floorMs;
        return bench::report(
            bench::ratioFigure(std::string("keystroke to painted list / QSortFilterProxyModel, ")
                                   + (share > 0.9 ? "p99" : "p50"),
                               comparison, must, aim));
    };
    const bool isMedianFast = figure(0.5, 1.0 / 5, 1.0 / 10);
    return figure(0.99, 1.0 / 15, 1.0 / 100) && isMedianFast;
}

} // namespace

int main(int count, char **words)
{
    core::keepFreedMemory(); // as the program does
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication qt(count, words);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--show"_s) {
        return bench::showWindow(arguments);
    }
    if (arguments.value(1) == u"--bare"_s) {
        return showBareWindow();
    }
    if (count < 2 || count > 3) {
        std::fputs("usage: window_bench WORK_FOLDER [ARTICLES]\n", stderr);
        return 2;
    }
    const std::string work = arguments[1].toStdString();
    const std::uint32_t articles = count == 3 ? arguments[2].toUInt() : 100'000;
    const QTemporaryDir cacheFolder;
    const std::string cache = cacheFolder.path().toStdString();
    const std::string large = bench::readyCorpus(work, articles);
    const std::string small = bench::readyCorpus(work, 40);
    bench::keepSnapshot(large, cache);
    bench::keepSnapshot(small, cache);

    bool holds = benchStart(large, small, cache);
    holds = benchMemory(large, cache) && holds;
    holds = benchKeystrokes(large, cache) && holds;
    return holds ? 0 : 1;
}
