#include "ui/reading/highlight_strip.h"

#include "ui/common/highlight_colour.h"
#include "ui/common/icons.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kGap = 6; ///< between it and what it is for
constexpr int kNoteWidth = 280;

QToolButton *addButton(QHBoxLayout *layout, const QString &name)
{
    auto *button = new QToolButton;
    button->setAutoRaise(true);
    button->setIconSize({18, 18});
    button->setMinimumSize(30, 30);
    button->setToolTip(name);
    button->setAccessibleName(name);
    layout->addWidget(button);
    return button;
}

void addActionButton(QHBoxLayout *layout, QAction *action)
{
    QToolButton *button = addButton(layout, action->text().remove(u'&').remove(u'…'));
    button->setDefaultAction(action);
}

} // namespace

HighlightStrip::HighlightStrip(QAction *note, QAction *copy, QWidget *page)
    : QFrame(page)
    , m_delete(nullptr)
    , m_note(new QLabel)
{
    setObjectName(u"highlightStrip"_s);
    setAccessibleName(tr("Highlight"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(2);
    for (const core::HighlightColour colour : kHighlightColours) {
        QToolButton *button = addButton(buttons, highlightColourName(colour));
        button->setObjectName(u"highlightColour%1"_s.arg(static_cast<int>(colour)));
        button->setIcon(highlightDot(colour));
        button->setCheckable(true);
        connect(button, &QToolButton::clicked, this, [this, colour] { emit colourPicked(colour); });
        m_colours.append(button);
    }
    addActionButton(buttons, note);
    addActionButton(buttons, copy);
    m_delete = addButton(buttons, tr("Delete highlight"));
    m_delete->setObjectName(u"deleteHighlight"_s);
    m_delete->setIcon(icon(u"delete"_s, this));
    connect(m_delete, &QToolButton::clicked, this, &HighlightStrip::deleteRequested);
    m_note->setObjectName(u"highlightNote"_s);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setMaximumWidth(kNoteWidth);
    m_note->setContentsMargins(4, 2, 4, 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->setSpacing(2);
    layout->addLayout(buttons);
    layout->addWidget(m_note);
    hide();
}

void HighlightStrip::showForSelection(const QRect &box)
{
    for (QToolButton *button : std::as_const(m_colours)) {
        button->setChecked(false);
    }
    m_delete->hide();
    m_note->hide();
    showAt(box);
}

void HighlightStrip::showForHighlight(const core::Highlight &highlight, const QRect &box)
{
    for (qsizetype number = 0; number < m_colours.size(); ++number) {
        m_colours.at(number)->setChecked(number == static_cast<qsizetype>(highlight.colour));
    }
    constexpr qsizetype kMaxNote = 400; // the rest is in its dialog
    const QString note = QString::fromStdString(highlight.note);
    m_note->setText(note.size() > kMaxNote ? note.left(kMaxNote) + u'…' : note);
    m_note->setVisible(!note.isEmpty());
    m_delete->show();
    showAt(box);
}

void HighlightStrip::showAt(const QRect &box)
{
    layout()->invalidate();
    setMinimumWidth(m_note->isHidden() ? 0 : kNoteWidth);
    adjustSize();
    const QRect page = parentWidget()->rect();
    const int above = box.top() - kGap - height();
    const int below = box.bottom() + kGap;
    const int left = std::clamp(box.center().x() - width() / 2, kGap,
                                std::max(kGap, page.width() - width() - kGap));
    const int lowest = std::max(kGap, page.height() - height() - kGap);
    move(left, above >= kGap ? above : std::min(below, lowest));
    show();
    raise();
}

} // namespace lectern::ui
