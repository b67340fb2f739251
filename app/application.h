#pragma once

#include "app/command_line.h"
#include "app/settings.h"
#include "ui/session/library_session.h"
#include "ui/session/reading_states.h"
#include "ui/window/main_window.h"

#include <QString>

#include <string>

namespace lectern::app {

/// The composition root: it makes the session and the window, hands each what it needs, and keeps
/// the window's state in \a stateFile. Wants a QApplication.
class Application final
{
public:
    struct Options
    {
        std::string zone; ///< of dates written without one; empty: the local one
        std::string cacheFolder; ///< of the index; empty: none is kept
        QString stateFile; ///< empty: nothing is restored or kept
        QString searchFile; ///< of the saved searches; empty: none are restored or kept
        std::string readingFile; ///< of what was read; empty: nothing is known or kept
    };

    Application(const Options &options, ui::ReaderFactory makeReader);

    ui::MainWindow &window() { return m_window; }

    ui::LibrarySession &session() { return m_session; }

    ui::ReadingStates &states() { return m_states; }

    /// Shows the window as it was left, with \a path or else the folder that was open.
    void open(const QString &path);

private:
    void saveState() const;
    void saveSearches();

    const Options m_options;
    ui::LibrarySession m_session;
    ui::ReadingStates m_states;
    ui::MainWindow m_window;
};

/// Families, name, version, translation: what every window of the program needs. Once, after
/// QApplication is made.
void prepareQt(const Settings &settings);

} // namespace lectern::app
