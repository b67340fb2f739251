#include "ui/highlights/highlight_exporter.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>

#include <algorithm>
#include <array>
#include <utility>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kFormats{core::HighlightFormat::Markdown, core::HighlightFormat::Csv,
                              core::HighlightFormat::Json};

QString filterOf(core::HighlightFormat format)
{
    switch (format) {
    case core::HighlightFormat::Markdown:
        return HighlightExporter::tr("Markdown (*.md)");
    case core::HighlightFormat::Csv:
        return HighlightExporter::tr("Table (*.csv)");
    case core::HighlightFormat::Json:
        return HighlightExporter::tr("JSON, W3C Web Annotation (*.json)");
    }
    return {};
}

core::HighlightFormat formatOfFilter(const QString &filter)
{
    const auto *const found = std::ranges::find(kFormats, filter, filterOf);
    return found == kFormats.end() ? core::HighlightFormat::Markdown : *found;
}

/// What is the matter, and what to do.
QString failureText(const QString &file, const WrittenFile &written)
{
    const QString name = QDir::toNativeSeparators(file);
    switch (written.outcome) {
    case WrittenFile::Outcome::Written:
        break;
    case WrittenFile::Outcome::InFolder:
        return HighlightExporter::tr("“%1” would lie in the folder that is open, which Lectern "
                                     "never changes. Choose a place outside of it.")
            .arg(name);
    case WrittenFile::Outcome::NoFolder:
        return HighlightExporter::tr("There is no folder for “%1”. Choose another place.")
            .arg(name);
    case WrittenFile::Outcome::NotWritten:
        return HighlightExporter::tr("“%1” could not be written. Make room on the disk, or choose "
                                     "a folder that you may write to. (%2)")
            .arg(name, written.reason);
    }
    return {};
}

void chooseName(QFileDialog *dialog, const QString &name, const QString &filter)
{
    const QString suffix = suffixOf(formatOfFilter(filter));
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(name + u'.' + suffix);
}

/// Without its end. A dialog of the desktop may not tell the name before it is done.
QString nameIn(const QFileDialog *dialog)
{
    const QFileInfo file(dialog->selectedFiles().value(0));
    return file.completeBaseName().isEmpty() || file.isDir() ? HighlightExporter::tr("highlights")
                                                             : file.completeBaseName();
}

} // namespace

HighlightExporter::HighlightExporter(QWidget *window)
    : QObject(window)
    , m_window(window)
{}

void HighlightExporter::ask(const Choice &choice)
{
    auto *dialog
        = new QFileDialog(m_window, tr("Export Highlights"),
                          QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setObjectName(u"exportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    QStringList filters;
    for (const core::HighlightFormat format : kFormats) {
        filters.append(filterOf(format));
    }
    dialog->setNameFilters(filters);
    chooseName(dialog, tr("highlights"), filters.constFirst());
    connect(dialog, &QFileDialog::filterSelected, dialog,
            [dialog](const QString &filter) { chooseName(dialog, nameIn(dialog), filter); });
    connect(dialog, &QFileDialog::fileSelected, this, [this, dialog, choice](const QString &file) {
        write(file, formatOf(file, formatOfFilter(dialog->selectedNameFilter())), choice);
    });
    dialog->open();
}

void HighlightExporter::write(const QString &file, core::HighlightFormat format,
                              const Choice &choice)
{
    m_worker.start(
        [this, file, format, choice](const std::atomic<bool> &isCancelled) {
            const auto exported
                = core::exportedHighlights(*choice.library, *choice.states, choice.highlights,
                                           [&isCancelled] { return isCancelled.load(); });
            if (exported.size() < choice.highlights.size()) {
                return; // the program ends
            }
            const WrittenFile written = writeOutside(choice.library->root(), file,
                                                     core::exportHighlights(exported, format));
            // The destructor waits for the worker, so that this is still there.
            QMetaObject::invokeMethod(
                this,
                [this, file, written, count = static_cast<int>(exported.size())] {
                    onWritten(file, written, count);
                },
                Qt::QueuedConnection);
        },
        JobWorker::Before::Finished);
}

void HighlightExporter::onWritten(const QString &file, const WrittenFile &written, int highlights)
{
    if (written.outcome == WrittenFile::Outcome::Written) {
        emit exported(file, highlights);
        return;
    }
    auto *box
        = new QMessageBox(QMessageBox::NoIcon, tr("Export Highlights"),
                          tr("The highlights were not exported."), QMessageBox::Close, m_window);
    box->setObjectName(u"exportFailed"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(failureText(file, written));
    box->button(QMessageBox::Close)->setText(tr("Close"));
    box->open();
}

} // namespace lectern::ui
