#include "app/application.h"
#include "app/command_line.h"
#include "app/saved_search_file.h"
#include "app/session_state.h"
#include "app/settings.h"
#include "app/startup_checks.h"
#include "app/window_picture.h"
#include "core/base/freed_memory.h"
#include "core/library/snapshot.h"
#include "core/state/state_file.h"
#include "ui/reading/reader_view.h"

#include <QApplication>
#include <QFile>
#include <QStandardPaths>

#include <cstdio>

namespace {

using namespace Qt::StringLiterals;
namespace app = lectern::app;
namespace ui = lectern::ui;

constexpr int kCannot = 2;

int refuse(const QString &reason)
{
    std::fprintf(stderr, "lectern: %s\n", qPrintable(reason));
    return kCannot;
}

/// Leaves out what Qt and its web engine say about drawing without a screen; our own words and
/// whatever is critical stay.
void writeMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const bool isOurs = QLatin1StringView(context.category).startsWith("lectern"_L1);
    if (isOurs || type == QtCriticalMsg || type == QtFatalMsg) {
        std::fprintf(stderr, "lectern: %s\n", qPrintable(message));
    }
}

int run(int argc, char **argv, const app::CommandLine &line)
{
    const bool isPicture = line.task == app::CommandLine::Task::Picture;
    if (isPicture) {
        qInstallMessageHandler(writeMessage);
        qputenv("QT_QPA_PLATFORM", "offscreen");
        QApplication::setDesktopSettingsAware(false); // the same picture on every machine
    }
    for (const QString &problem : {app::sandboxProblem(), app::displayProblem()}) {
        if (!problem.isEmpty()) {
            return refuse(problem);
        }
    }
    ui::registerReaderSchemes();
    QApplication::setAttribute(Qt::AA_ShareOpenGLContexts); // the web engine wants it
    const QApplication qt(argc, argv);
    if (isPicture) {
        QFont font = QApplication::font();
        font.setPointSizeF(10); // what desktops use; without one Qt takes 9
        QApplication::setFont(font);
    }
    const app::Settings settings = app::loadSettings(app::settingsFile());
    app::prepareQt(settings);

    app::Application::Options options;
    ui::ReaderViewOptions readerOptions;
    readerOptions.imageCacheFolder
        = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation)
        + u"/lectern/images"_s;
    options.zone = settings.zone.toStdString();
    options.cacheFolder = lectern::core::userCacheFolder();
    if (!options.zone.empty()) { // an index in the order of one zone is wrong in another
        options.cacheFolder += "/zones/" + options.zone;
    }
    readerOptions.mayFetchImages = settings.mayFetchImages;
    options.searchFile = isPicture ? QString() : app::savedSearchFile();
    options.stateFile = isPicture ? QString() : app::sessionStateFile();
    options.readingFile = isPicture ? std::string() : lectern::core::stateFilePath();
    app::Application application(options, [&readerOptions](QWidget *parent) {
        return ui::createReaderView(readerOptions, parent);
    });
    application.states().setReadRule(settings.readRule);
    if (isPicture) {
        return app::runWindowPicture(application, line);
    }
    application.open(line.path);
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    lectern::core::keepFreedMemory();
    QStringList arguments;
    for (int i = 1; i < argc; ++i) {
        arguments.append(QFile::decodeName(argv[i]));
    }
    const lectern::core::Result<app::CommandLine> line = app::parseCommandLine(arguments);
    if (!line) {
        return refuse(QString::fromStdString(line.error().message) + u"\nTry: lectern --help"_s);
    }
    switch (line.value().task) {
    case app::CommandLine::Task::Help:
        std::fputs(qPrintable(app::helpText()), stdout);
        return 0;
    case app::CommandLine::Task::Version:
        std::puts("lectern " LECTERN_VERSION);
        return 0;
    default:
        return run(argc, argv, line.value());
    }
}
