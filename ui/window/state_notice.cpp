#include "ui/window/state_notice.h"

#include "ui/common/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

QString troubleText(StateTrouble trouble, const QString &file)
{
    switch (trouble) {
    case StateTrouble::None:
        return {};
    case StateTrouble::Newer:
        return StateNotice::tr("What you read, star and mark is not kept: a newer version of "
                               "Lectern made %1. Use that version, or move the file away to begin "
                               "anew.")
            .arg(file);
    case StateTrouble::CannotOpen:
        return StateNotice::tr("What you read, star and mark is not kept: %1 cannot be opened. See "
                               "that its folder may be written and the disk is not full, then "
                               "start Lectern again.")
            .arg(file);
    case StateTrouble::CannotWrite:
        return StateNotice::tr("What you read, star and mark from now on is not kept: %1 cannot be "
                               "written. Make it writable, then start Lectern again.")
            .arg(file);
    case StateTrouble::Salvaged:
        return StateNotice::tr("The file of what you read, starred and marked was damaged. All of "
                               "it could be saved. The damaged file is kept as %1.")
            .arg(file);
    case StateTrouble::PartlySalvaged:
        return StateNotice::tr("The file of what you read, starred and marked was damaged. Not all "
                               "of it could be saved. The damaged file is kept as %1.")
            .arg(file);
    case StateTrouble::Damaged:
        return StateNotice::tr("The file of what you read, starred and marked is damaged: %1. "
                               "Start Lectern again to save what can be read.")
            .arg(file);
    }
    return {};
}

} // namespace

StateNotice::StateNotice(const ReadingStates &states, QWidget *parent)
    : QWidget(parent)
    , m_states(states)
    , m_text(new QLabel)
{
    setObjectName(u"stateNotice"_s);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    m_text->setObjectName(u"stateNoticeText"_s);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *close = new QToolButton;
    close->setIcon(icon(u"close"_s, close));
    close->setAutoRaise(true);
    close->setToolTip(tr("Close"));
    close->setAccessibleName(tr("Close"));
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 6, 8, 6);
    layout->addWidget(m_text, 1);
    layout->addWidget(close);
    hide();
    connect(&m_states, &ReadingStates::troubled, this, &StateNotice::showTrouble);
    showTrouble();
}

void StateNotice::showTrouble()
{
    const QString text = troubleText(m_states.trouble(), m_states.troubledFile());
    m_text->setText(text);
    setVisible(!text.isEmpty());
}

} // namespace lectern::ui
