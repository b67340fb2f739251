#include "ui/reading/find_bar.h"

#include "ui/common/icons.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>

namespace lectern::ui {

using namespace Qt::StringLiterals;

FindBar::FindBar(QAction *previous, QAction *next, QWidget *parent)
    : QWidget(parent)
    , m_field(new QLineEdit)
    , m_result(new QLabel)
{
    m_field->setObjectName(u"find"_s);
    m_field->setPlaceholderText(tr("Find in this article"));
    m_field->setAccessibleName(tr("Find in this article"));
    m_field->setMaximumWidth(320);
    m_field->setMinimumHeight(30);
    m_result->setObjectName(u"findResult"_s);
    m_result->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 12, 6);
    layout->setSpacing(6);
    layout->addWidget(m_field, 1);
    for (QAction *action : {previous, next}) {
        auto *button = new QToolButton;
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        button->setAccessibleName(action->text());
        layout->addWidget(button);
    }
    layout->addWidget(m_result);
    layout->addStretch(1);
    auto *closeButton = new QToolButton;
    closeButton->setIcon(icon(u"close"_s, closeButton));
    closeButton->setAutoRaise(true);
    closeButton->setToolTip(tr("Close (Esc)"));
    closeButton->setAccessibleName(tr("Close"));
    layout->addWidget(closeButton);
    connect(closeButton, &QToolButton::clicked, this, &FindBar::close);
    connect(m_field, &QLineEdit::textEdited, this, [this](const QString &text) {
        emit findRequested(text, ReaderView::FindDirection::Forward);
    });
    hide();
}

void FindBar::open()
{
    show();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
    if (!m_field->text().isEmpty()) {
        emit findRequested(m_field->text(), ReaderView::FindDirection::Forward);
    }
}

void FindBar::close()
{
    if (isHidden()) {
        return;
    }
    hide();
    m_result->clear();
    emit findRequested({}, ReaderView::FindDirection::Forward);
    emit closed();
}

QString FindBar::text() const
{
    return m_field->text();
}

void FindBar::showResult(int found, int total)
{
    if (m_field->text().isEmpty()) {
        m_result->clear();
        return;
    }
    const QLocale locale;
    m_result->setText(total == 0
                          ? tr("Not in this article")
                          : tr("%1 of %2").arg(locale.toString(found), locale.toString(total)));
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        emit findRequested(m_field->text(),
                           event->modifiers().testFlag(Qt::ShiftModifier)
                               ? ReaderView::FindDirection::Backward
                               : ReaderView::FindDirection::Forward);
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace lectern::ui
