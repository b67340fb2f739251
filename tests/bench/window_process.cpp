#include "tests/bench/window_process.h"

#include "app/application.h"
#include "core/library/indexer.h"
#include "core/library/snapshot.h"
#include "tests/bench/rounds.h"
#include "tests/support/fake_reader_view.h"
#include "ui/list/article_list_view.h"

#include <QApplication>
#include <QEvent>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <optional>
#include <thread>
#include <utility>

namespace lectern::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 120'000;

/// Calls back after the first paint of \a view that shows rows.
class PaintWatch final : public QObject
{
public:
    PaintWatch(QAbstractItemView *view, std::function<void()> painted)
        : m_view(view)
        , m_painted(std::move(painted))
    {
        view->viewport()->installEventFilter(this);
    }

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && m_view->model()->rowCount() > 0 && m_painted) {
            // The filter comes before the painting; what is posted comes after it.
            QMetaObject::invokeMethod(
                this, [painted = std::exchange(m_painted, {})] { painted(); },
                Qt::QueuedConnection);
        }
        return false;
    }

private:
    QAbstractItemView *m_view;
    std::function<void()> m_painted;
};

} // namespace

ui::ReaderFactory noEngine()
{
    return [](QWidget *parent) { return new test::FakeReaderView(parent); };
}

int showWindow(const QStringList &arguments)
{
    app::prepareQt({});
    app::Application program({.zone = {},
                              .cacheFolder = arguments.value(3).toStdString(),
                              .stateFile = {},
                              .searchFile = {},
                              .readingFile = arguments.value(4).toStdString()},
                             noEngine());
    const PaintWatch watch(program.window().findChild<ui::ArticleListView *>(), [] {
        std::puts("painted");
        std::fflush(stdout);
    });
    program.open(arguments.value(2));
    std::jthread waiting([] {
        std::getchar();
        QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    });
    return QApplication::exec();
}

QStringList windowOf(const std::string &folder, const std::string &cache, const std::string &states)
{
    return {u"--show"_s, QString::fromStdString(folder), QString::fromStdString(cache),
            QString::fromStdString(states)};
}

OtherProcess::OtherProcess(const QStringList &arguments)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QCoreApplication::applicationFilePath(), arguments);
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(kPatienceMs)) {
            std::fputs("bench: a window did not show\n", stderr);
            std::exit(2);
        }
    }
}

OtherProcess::~OtherProcess()
{
    m_process.closeWriteChannel();
    m_process.waitForFinished(kPatienceMs);
}

double OtherProcess::pss() const
{
    std::ifstream rollup("/proc/" + std::to_string(m_process.processId()) + "/smaps_rollup");
    std::string line;
    while (std::getline(rollup, line)) {
        if (line.starts_with("Pss:")) {
            return std::stod(line.substr(4)) / 1024;
        }
    }
    return 0;
}

void keepSnapshot(const std::string &folder, const std::string &cache)
{
    const auto library = core::indexFolder(folder, nullptr, {});
    if (!library || !core::saveSnapshot(cache, *library.value())) {
        std::fprintf(stderr, "bench: %s cannot be indexed\n", folder.c_str());
        std::exit(2);
    }
}

double timeToList(const QStringList &arguments)
{
    std::optional<OtherProcess> window;
    return timeOnce([&] { window.emplace(arguments); });
}

} // namespace lectern::bench
