#include "ui/window/session_text.h"

#include "ui/common/qt_text.h"
#include "ui/session/library_session.h"
#include "ui/window/window_actions.h"

#include <QCoreApplication>
#include <QDir>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

struct SessionText
{
    Q_DECLARE_TR_FUNCTIONS(lectern::ui::SessionText)
};

QString reasonOf(const core::Error &error)
{
    switch (error.code) {
    case core::ErrorCode::NotFound:
        return SessionText::tr(
            "There is no such folder. It may have been moved, or its disk is not there.");
    case core::ErrorCode::Unreadable:
        return SessionText::tr(
            "You may not read this folder. Change its permissions, or open another.");
    case core::ErrorCode::NotRegular:
        return SessionText::tr("This is not a folder. Open the folder that holds the articles.");
    default:
        return SessionText::tr("The disk reported an error: %1").arg(toQString(error.message));
    }
}

} // namespace

StateText sessionText(const LibrarySession &session, const WindowActions &actions)
{
    const QString folder = readableFolder(session.folder());
    switch (session.state()) {
    case LibrarySession::State::Closed:
        break;
    case LibrarySession::State::Loading:
        return {.icon = u"folder"_s,
                .title = SessionText::tr("Reading %1").arg(folder),
                .text = SessionText::tr("Looking for articles…"),
                .actions = {actions[Action::Cancel]}};
    case LibrarySession::State::Refreshing: // Its status is in the status bar.
    case LibrarySession::State::Ready:
        return {.icon = u"folder"_s,
                .title = SessionText::tr("No articles in %1").arg(folder),
                .text = SessionText::tr("There is no .md or .markdown file in this folder or "
                                        "below. Open another folder, or add files and read it "
                                        "again."),
                .actions = {actions[Action::OpenFolder], actions[Action::Refresh]}};
    case LibrarySession::State::Cancelled:
        return {.icon = u"folder"_s,
                .title = SessionText::tr("Reading was stopped"),
                .text = SessionText::tr("%1 was not read to its end.").arg(folder),
                .actions = {actions[Action::Refresh], actions[Action::OpenFolder]}};
    case LibrarySession::State::Failed:
        return {.icon = u"problem"_s,
                .title = SessionText::tr("%1 cannot be opened").arg(folder),
                .text = reasonOf(session.error()),
                .actions = {actions[Action::OpenFolder], actions[Action::Refresh]}};
    }
    return {.icon = u"book"_s,
            .title = SessionText::tr("Open a folder of articles"),
            .text = SessionText::tr("Lectern reads the Markdown files in a folder and in the "
                                    "folders below. You can also drop a folder here. Nothing in "
                                    "it is changed."),
            .actions = {actions[Action::OpenFolder]}};
}

QString titleText(const LibrarySession &session, const QByteArray &article)
{
    const auto library = session.library();
    if (!library) {
        return u"Lectern"_s;
    }
    const QString folder = QDir(session.folder()).dirName();
    const auto row = library->findPath(toView(article));
    return row ? SessionText::tr("%1 – %2 – Lectern").arg(toQString(library->title(*row)), folder)
               : SessionText::tr("%1 – Lectern").arg(folder);
}

QString readableFolder(const QString &folder)
{
    const QString home = QDir::homePath();
    return folder.startsWith(home + u'/') ? u"~"_s + folder.mid(home.size()) : folder;
}

} // namespace lectern::ui
