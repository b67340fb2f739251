#include "ui/window/main_menu.h"

#include "ui/common/icons.h"
#include "ui/window/window_actions.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

struct Menus
{
    Q_DECLARE_TR_FUNCTIONS(lectern::ui::Menus)
};

} // namespace

void fillMenuBar(QMenuBar *bar, const WindowActions &actions, QMenu *recentFolders)
{
    QMenu *file = bar->addMenu(Menus::tr("&File"));
    file->addAction(actions.openFolder);
    file->addMenu(recentFolders);
    file->addAction(actions.refresh);
    file->addAction(actions.cancel);
    file->addSeparator();
    file->addAction(actions.quit);

    QMenu *search = bar->addMenu(Menus::tr("&Search"));
    search->addActions({actions.search, actions.textSearch, actions.clear, actions.saveSearch});
    search->addSeparator();
    search->addActions({actions.find, actions.findNext, actions.findPrevious});

    QMenu *view = bar->addMenu(Menus::tr("&View"));
    view->addActions({actions.sidebar, actions.fullScreen});
    view->addSeparator();
    view->addActions({actions.zoomIn, actions.zoomOut, actions.zoomReset});
    view->addSeparator();
    view->addMenu(Menus::tr("&Colours"))->addActions(actions.themes->actions());
    view->addMenu(Menus::tr("S&ort"))->addActions(actions.orders->actions());
    view->addMenu(Menus::tr("&Repairs"))->addActions(actions.repairs->actions());
    view->addActions({actions.asWritten, actions.problems});

    QMenu *go = bar->addMenu(Menus::tr("&Go"));
    go->addActions({actions.back, actions.forward});
    go->addSeparator();
    go->addActions({actions.nextArticle, actions.previousArticle});

    bar->addMenu(Menus::tr("&Help"))->addAction(actions.about);
}

void showAbout(QWidget *window)
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, Menus::tr("About Lectern"),
                                u"Lectern %1"_s.arg(QCoreApplication::applicationVersion()),
                                QMessageBox::Close, window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(
        Menus::tr("A reader for a folder of Markdown articles. The folder is never changed."));
    box->setIconPixmap(programIcon().pixmap(64));
    box->open();
}

} // namespace lectern::ui
