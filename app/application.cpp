#include "app/application.h"

#include "app/saved_search_file.h"
#include "app/session_state.h"
#include "ui/common/appearance.h"
#include "ui/common/icons.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QLoggingCategory>
#include <QTranslator>

#include <utility>

namespace lectern::app {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(logState, "lectern.state")

void installTranslation(const QLocale &locale, const QString &name, const QString &folder)
{
    auto *translator = new QTranslator(QApplication::instance());
    if (translator->load(locale, name, u"_"_s, folder)) {
        QApplication::installTranslator(translator);
    }
}

} // namespace

Application::Application(const Options &options, ui::ReaderFactory makeReader)
    : m_options(options)
    , m_session(m_options.cacheFolder, m_options.zone)
    , m_states(m_options.readingFile)
    , m_window(m_session, m_states, std::move(makeReader))
{
    if (!m_options.stateFile.isEmpty()) {
        QObject::connect(&m_window, &ui::MainWindow::stateSettled, &m_window,
                         [this] { saveState(); });
    }
    if (!m_options.searchFile.isEmpty()) {
        ui::SavedSearches &searches = m_window.savedSearches();
        searches.restore(loadSavedSearches(m_options.searchFile));
        QObject::connect(&searches, &ui::SavedSearches::edited, &m_window,
                         [this] { saveSearches(); });
    }
}

void Application::open(const QString &path)
{
    ui::WindowState state;
    if (!m_options.stateFile.isEmpty()) {
        state = loadSessionState(m_options.stateFile);
    }
    const QString lastFolder = state.recentFolders.value(0);
    m_window.restore(state);
    m_window.show();
    if (!path.isEmpty()) {
        m_window.openPath(path);
    } else if (!lastFolder.isEmpty()) {
        m_window.openPath(lastFolder);
    }
}

void Application::saveState() const
{
    const core::Status status = saveSessionState(m_window.state(), m_options.stateFile);
    if (!status) {
        qCWarning(logState, "%s", status.error().message.c_str());
    }
}

void Application::saveSearches()
{
    const core::Status status
        = saveSavedSearches(m_window.savedSearches().list(), m_options.searchFile);
    if (!status) {
        qCWarning(logState, "%s", status.error().message.c_str());
    }
}

void prepareQt(const Settings &settings)
{
    QApplication::setApplicationName(u"lectern"_s);
    QApplication::setApplicationDisplayName(u"Lectern"_s);
    QApplication::setApplicationVersion(QStringLiteral(LECTERN_VERSION));
    QGuiApplication::setDesktopFileName(u"io.github.lectern_reader.Lectern"_s);
    QApplication::setFont(ui::readableFont(QApplication::font()));
    const QLocale locale = settings.language.isEmpty() ? QLocale() : QLocale(settings.language);
    QLocale::setDefault(locale);
    installTranslation(QLocale(QLocale::English), u"lectern"_s, u":/i18n"_s); // for its plurals
    installTranslation(locale, u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    installTranslation(locale, u"lectern"_s, u":/i18n"_s);
}

} // namespace lectern::app
