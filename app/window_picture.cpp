#include "app/window_picture.h"

#include <QApplication>
#include <QFile>
#include <QFileInfo>
#include <QPixmap>
#include <QTimer>

#include <chrono>
#include <cstdio>

namespace lectern::app {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kPatience = 90s; // the image fetcher gives up long before
constexpr auto kPaintTime = 250ms; // settled() comes before the last frame of the page

int fail(const QString &sentence)
{
    std::fprintf(stderr, "lectern: %s\n", qPrintable(sentence));
    return 2;
}

/// The article to show: the named one or the first of the list; empty when there is none such.
QByteArray chosenArticle(const ui::MainWindow &window, const core::Library &library,
                         const QString &name)
{
    if (name.isEmpty()) {
        return window.firstArticle();
    }
    const QByteArray path = QFile::encodeName(name);
    return library.findPath(path.toStdString()) ? path : QByteArray();
}

/// Runs the event loop until \a signal or the end of patience.
template <typename Sender, typename Signal>
bool waitFor(const Sender *sender, Signal signal)
{
    QEventLoop loop;
    QObject::connect(sender, signal, &loop, [&loop] { loop.exit(0); });
    QTimer::singleShot(kPatience, &loop, [&loop] { loop.exit(1); });
    return loop.exec() == 0;
}

void waitForPaint()
{
    QEventLoop loop;
    QTimer::singleShot(kPaintTime, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace

int runWindowPicture(Application &application, const CommandLine &line)
{
    ui::LibrarySession &session = application.session();
    ui::MainWindow &window = application.window();
    ui::WindowState state;
    state.theme = line.isDark ? ui::ThemeChoice::Dark : ui::ThemeChoice::Light;
    window.restore(state);
    window.resize(line.size);
    window.show();
    window.openPath(line.path);
    while (session.isBusy()) {
        if (!waitFor(&session, &ui::LibrarySession::stateChanged)) {
            return fail(u"reading %1 takes too long."_s.arg(line.path));
        }
    }
    if (session.state() == ui::LibrarySession::State::Failed) {
        return fail(QString::fromStdString(session.error().message));
    }
    const QByteArray article = chosenArticle(window, *session.library(), line.article);
    if (article.isEmpty() && !line.article.isEmpty()) {
        return fail(u"there is no article %1 in %2."_s.arg(line.article, line.path));
    }
    if (!article.isEmpty()) {
        window.showArticle(article);
        if (!waitFor(&window, &ui::MainWindow::articleSettled)) {
            return fail(u"the article takes too long to load."_s);
        }
    }
    waitForPaint();
    if (!window.grab().save(line.pictureFile, "PNG")) {
        return fail(u"%1 cannot be written."_s.arg(line.pictureFile));
    }
    return 0;
}

} // namespace lectern::app
