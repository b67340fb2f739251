#pragma once

#include "core/state/listed_highlights.h"
#include "ui/highlights/highlight_file.h"
#include "ui/session/job_worker.h"

#include <QObject>
#include <QString>

#include <memory>
#include <vector>

class QWidget;

namespace lectern::ui {

/// Asks where highlights are to be written to, writes them off the GUI thread, and says what went
/// wrong. GUI thread only.
class HighlightExporter final : public QObject
{
    Q_OBJECT

public:
    /// What is written is as it was when it was chosen, whatever changes meanwhile.
    struct Choice
    {
        std::shared_ptr<const core::Library> library;
        std::shared_ptr<const core::StateSnapshot> states;
        std::vector<core::ListedHighlight> highlights;
    };

    /// Its dialogs are over \a window, whose child it is.
    explicit HighlightExporter(QWidget *window);

    void ask(const Choice &choice);

signals:
    void exported(const QString &file, int highlights);

private:
    void write(const QString &file, core::HighlightFormat format, const Choice &choice);
    void onWritten(const QString &file, const WrittenFile &written, int highlights);

    QWidget *m_window;
    JobWorker m_worker; ///< last: its job uses what stands above
};

} // namespace lectern::ui
