#include "ui/common/state_page.h"

#include "ui/common/icons.h"

#include <QAction>
#include <QEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kIconSize = 48;
constexpr int kTextWidth = 420;

QLabel *centredLabel()
{
    auto *label = new QLabel;
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    label->setMaximumWidth(kTextWidth);
    label->setTextFormat(Qt::PlainText); // it may hold names from the folder
    return label;
}

} // namespace

StatePage::StatePage(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel)
    , m_title(centredLabel())
    , m_text(centredLabel())
    , m_bar(new QProgressBar)
    , m_buttons(new QVBoxLayout)
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    QFont font = m_title->font();
    font.setPointSizeF(font.pointSizeF() * 1.35);
    font.setWeight(QFont::DemiBold);
    m_title->setFont(font);
    m_title->setObjectName(u"stateTitle"_s);
    m_text->setObjectName(u"stateText"_s);
    m_text->setForegroundRole(QPalette::PlaceholderText);
    m_bar->setRange(0, 0);
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(240, 6);
    m_bar->setAccessibleName(tr("Progress"));
    m_buttons->setSpacing(8);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(32, 32, 32, 32);
    layout->setSpacing(12);
    layout->addStretch(2);
    layout->addWidget(m_icon, 0, Qt::AlignHCenter);
    for (QWidget *label : {m_title, m_text}) {
        auto *line = new QHBoxLayout;
        line->addStretch(1);
        line->addWidget(label, 100);
        line->addStretch(1);
        layout->addLayout(line);
    }
    layout->addWidget(m_bar, 0, Qt::AlignHCenter);
    layout->addSpacing(8);
    layout->addLayout(m_buttons);
    layout->addStretch(3);
}

void StatePage::show(const StateText &text, Busy busy)
{
    m_iconName = text.icon;
    drawIcon();
    m_title->setText(text.title);
    setText(text.text);
    m_bar->setVisible(busy == Busy::Yes);
    setAccessibleName(text.title);
    showButtons(text.actions);
}

void StatePage::drawIcon()
{
    if (!m_iconName.isEmpty()) {
        m_icon->setPixmap(
            icon(m_iconName, this)
                .pixmap(QSize(kIconSize, kIconSize), devicePixelRatioF(), QIcon::Disabled));
    }
}

void StatePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        drawIcon();
    }
}

void StatePage::setText(const QString &text)
{
    m_text->setText(text);
    setAccessibleDescription(text);
}

void StatePage::showButtons(const QList<QAction *> &actions)
{
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (QAction *action : actions) {
        auto *button = new QPushButton(action->icon(), action->text().remove(u'&'));
        button->setToolTip(action->toolTip());
        button->setMinimumWidth(180);
        button->setMinimumHeight(34);
        button->setDefault(action == actions.constFirst());
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        m_buttons->addWidget(button, 0, Qt::AlignHCenter);
    }
}

} // namespace lectern::ui
