#include "ui/window/undo_notice.h"

#include "ui/common/qt_text.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kNoticeMs = 12'000;

QString deedText(const StateDeed &deed)
{
    using Kind = StateDeed::Kind;
    switch (deed.kind) {
    case Kind::Read:
        return UndoNotice::tr("%Ln article(s) marked as read", nullptr, deed.articles);
    case Kind::Unread:
        return UndoNotice::tr("%Ln article(s) marked as unread", nullptr, deed.articles);
    case Kind::Starred:
        return UndoNotice::tr("%Ln article(s) starred", nullptr, deed.articles);
    case Kind::Unstarred:
        return UndoNotice::tr("Star taken from %Ln article(s)", nullptr, deed.articles);
    case Kind::Labels:
        return UndoNotice::tr("Labels of %Ln article(s) changed", nullptr, deed.articles);
    case Kind::LabelEdited:
        return UndoNotice::tr("Label “%1” changed").arg(toQString(deed.name));
    case Kind::LabelRemoved:
        return UndoNotice::tr("Label “%1” deleted, which %Ln article(s) had", nullptr,
                              deed.articles)
            .arg(toQString(deed.name));
    case Kind::Placed:
        return UndoNotice::tr("What was kept of “%1” is placed").arg(toQString(deed.name));
    case Kind::Discarded:
        return UndoNotice::tr("What was kept of %Ln article(s) is discarded", nullptr,
                              deed.articles);
    case Kind::Highlighted:
        return UndoNotice::tr("Highlighted");
    case Kind::HighlightChanged:
        return UndoNotice::tr("Highlight changed");
    case Kind::HighlightRemoved:
        return deed.articles > 1
            ? UndoNotice::tr("%Ln highlight(s) deleted", nullptr, deed.articles)
            : UndoNotice::tr("Highlight deleted");
    }
    return {};
}

} // namespace

UndoNotice::UndoNotice(QAction *undo, QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel)
    , m_button(nullptr)
{
    setObjectName(u"undoNotice"_s);
    m_text->setObjectName(u"undoText"_s);
    auto *button = new QToolButton;
    button->setObjectName(u"undoButton"_s);
    button->setDefaultAction(undo);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setAutoRaise(true);
    m_button = button;
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 0, 0, 0);
    layout->addWidget(m_text);
    layout->addWidget(button);
    hide();
    m_end.setSingleShot(true);
    m_end.setInterval(kNoticeMs);
    connect(&m_end, &QTimer::timeout, this, &QWidget::hide);
}

void UndoNotice::showDone(const StateDeed &deed)
{
    showText(deedText(deed), true);
}

void UndoNotice::showUndone(const StateDeed &deed)
{
    showText(tr("Undone: %1").arg(deedText(deed)), false);
}

void UndoNotice::showNotUndone(const StateDeed &deed)
{
    showText(tr("Not undone, since it was changed elsewhere meanwhile: %1").arg(deedText(deed)),
             false);
}

void UndoNotice::showGone()
{
    showText(tr("Nothing was changed, since it was removed elsewhere meanwhile"), false);
}

void UndoNotice::showNameTaken(const QString &name)
{
    showText(tr("Another label is called “%1” now. Nothing was changed.").arg(name), false);
}

void UndoNotice::showNotKept()
{
    showText(tr("This could not be kept. Is the disk full, or may its folder not be written?"),
             false);
}

void UndoNotice::showNotHighlighted()
{
    showText(tr("Only words of the article can be highlighted"), false);
}

void UndoNotice::showText(const QString &text, bool canUndo)
{
    m_text->setText(text);
    m_button->setVisible(canUndo);
    show();
    m_end.start();
}

} // namespace lectern::ui
