#include "ui/search/saved_search_dialogs.h"

#include "ui/search/saved_searches.h"

#include <QCoreApplication>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

struct SearchDialogs
{
    Q_DECLARE_TR_FUNCTIONS(lectern::ui::SearchDialogs)
};

/// Asks for a name and calls \a onName with it.
template <typename OnName>
void askForName(QWidget *window, SavedSearches &searches, const QString &title,
                const QString &suggested, OnName onName)
{
    auto *dialog = new QInputDialog(window);
    dialog->setObjectName(u"searchName"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(SearchDialogs::tr("Name in the sidebar:"));
    dialog->setTextValue(suggested);
    dialog->setOkButtonText(SearchDialogs::tr("Save"));
    dialog->setCancelButtonText(SearchDialogs::tr("Cancel"));
    dialog->resize(420, dialog->sizeHint().height());
    QObject::connect(dialog, &QInputDialog::textValueSelected, &searches, onName);
    dialog->open();
}

} // namespace

void askForSearchName(QWidget *window, SavedSearches &searches, const QString &line)
{
    askForName(window, searches, SearchDialogs::tr("Save This Search"), line,
               [&searches, line](const QString &name) { searches.add(name, line); });
}

void askForNewSearchName(QWidget *window, SavedSearches &searches, const QString &name)
{
    askForName(window, searches, SearchDialogs::tr("Rename Saved Search"), name,
               [&searches, name](const QString &newName) { searches.rename(name, newName); });
}

void askToDeleteSearch(QWidget *window, SavedSearches &searches, const QString &name)
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, SearchDialogs::tr("Delete Saved Search"),
                                SearchDialogs::tr("Delete the saved search “%1”?").arg(name),
                                QMessageBox::Cancel, window);
    box->setObjectName(u"deleteSearch"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(SearchDialogs::tr("No article is deleted."));
    box->button(QMessageBox::Cancel)->setText(SearchDialogs::tr("Cancel"));
    const QPushButton *yes
        = box->addButton(SearchDialogs::tr("Delete"), QMessageBox::DestructiveRole);
    QObject::connect(yes, &QPushButton::clicked, &searches,
                     [&searches, name] { searches.remove(name); });
    box->open();
}

} // namespace lectern::ui
