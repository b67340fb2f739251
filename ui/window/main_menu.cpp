#include "ui/window/main_menu.h"

#include "ui/common/icons.h"
#include "ui/window/window_actions.h"

#include <QAction>
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

public:
    struct Title
    {
        Menu id;
        const char *text;
    };

    static constexpr Title kTitles[] = {
        {Menu::File, QT_TR_NOOP("&File")}, {Menu::Search, QT_TR_NOOP("&Search")},
        {Menu::View, QT_TR_NOOP("&View")}, {Menu::Article, QT_TR_NOOP("&Article")},
        {Menu::Go, QT_TR_NOOP("&Go")},     {Menu::Help, QT_TR_NOOP("&Help")},
    };
};

} // namespace

void fillMenuBar(QMenuBar *bar, const WindowActions &actions)
{
    for (const auto &[id, text] : Menus::kTitles) {
        QMenu *menu = bar->addMenu(Menus::tr(text));
        for (const ActionRow &row : actionTable()) {
            if (row.menu != id) {
                continue;
            }
            if (row.section == ActionRow::Section::New) {
                menu->addSeparator();
            }
            menu->addAction(actions[row.id]);
        }
    }
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
