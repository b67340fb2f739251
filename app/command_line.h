#pragma once

#include "core/base/result.h"

#include <QSize>
#include <QString>
#include <QStringList>

namespace lectern::app {

/// What `lectern` was asked to do.
struct CommandLine
{
    enum class Task { Window, Picture, Help, Version };

    Task task = Task::Window;
    QString path; ///< a folder or an article; may be empty
    QString pictureFile; ///< where the picture goes
    QString article; ///< relative to the folder; empty: the first
    QSize size = {1280, 800};
    bool isDark = false;
};

/// Reads the arguments after the program's name. Needs no QApplication, because a picture chooses
/// the platform before there is one. Fails with Malformed and a sentence for standard error.
core::Result<CommandLine> parseCommandLine(const QStringList &arguments);

/// The text of --help.
QString helpText();

} // namespace lectern::app
