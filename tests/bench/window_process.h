#pragma once

#include "ui/reading/reader_pane.h"

#include <QProcess>
#include <QStringList>

#include <string>

namespace lectern::bench {

/// Pages without a web engine.
ui::ReaderFactory noEngine();

/// Opens a folder from its snapshot as a process of its own, says `painted` when the list is there
/// and ends when its input does. \a arguments are those of windowOf().
int showWindow(const QStringList &arguments);

/// What a process is called with to show \a folder from its snapshot in \a cache; \a states is the
/// file of what was read, empty for none.
QStringList windowOf(const std::string &folder, const std::string &cache,
                     const std::string &states = {});

/// A window in a process of its own.
class OtherProcess final
{
public:
    /// Returns when the list is painted.
    explicit OtherProcess(const QStringList &arguments);
    ~OtherProcess();

    /// Proportional set size in MB.
    double pss() const;

private:
    QProcess m_process;
};

/// Makes the snapshot of \a folder in \a cache.
void keepSnapshot(const std::string &folder, const std::string &cache);

/// Milliseconds from the start of a process with \a arguments to its painted list; its end is not
/// timed.
double timeToList(const QStringList &arguments);

} // namespace lectern::bench
