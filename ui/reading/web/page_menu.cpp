#include "ui/reading/web/page_menu.h"

#include "ui/reading/web/navigation.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMenu>
#include <QWebEngineContextMenuRequest>
#include <QWebEngineView>

namespace lectern::ui {

namespace {

struct PageMenu
{
    Q_DECLARE_TR_FUNCTIONS(lectern::ui::PageMenu)
};

} // namespace

void showPageMenu(QWebEngineView *view, Navigation *navigation, const QList<QAction *> &ofSelection)
{
    const QWebEngineContextMenuRequest *request = view->lastContextMenuRequest();
    if (request == nullptr) {
        return;
    }
    QMenu menu(view);
    QWebEnginePage *page = view->page();
    if (!request->selectedText().isEmpty()) {
        menu.addAction(PageMenu::tr("&Copy"), page,
                       [page] { page->triggerAction(QWebEnginePage::Copy); });
        menu.addActions(ofSelection);
        menu.addSeparator();
    }
    if (const QUrl link = request->linkUrl(); !link.isEmpty()) {
        menu.addAction(PageMenu::tr("&Open Link"), navigation,
                       [navigation, link] { navigation->follow(link); });
        menu.addAction(PageMenu::tr("Copy &Link Address"), page, [link] {
            QGuiApplication::clipboard()->setText(link.toString(QUrl::FullyEncoded));
        });
    }
    menu.addAction(PageMenu::tr("Select &All"), page,
                   [page] { page->triggerAction(QWebEnginePage::SelectAll); });
    menu.exec(view->mapToGlobal(request->position()));
}

} // namespace lectern::ui
