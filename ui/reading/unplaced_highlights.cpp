#include "ui/reading/unplaced_highlights.h"

#include "ui/common/highlight_colour.h"

#include <QAction>
#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

#include <utility>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostLines = 4;

QString lineOf(const core::Highlight &highlight)
{
    const QString quote = QString::fromStdString(highlight.place.quote).simplified();
    const QString note = QString::fromStdString(highlight.note).simplified();
    return note.isEmpty() ? quote : UnplacedHighlights::tr("%1 — %2").arg(quote, note);
}

} // namespace

UnplacedHighlights::UnplacedHighlights(QWidget *parent)
    : QFrame(parent)
    , m_title(new QLabel)
    , m_list(new QListWidget)
{
    setObjectName(u"unplacedHighlights"_s);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    m_title->setWordWrap(true);
    m_list->setObjectName(u"unplacedQuotes"_s);
    m_list->setAccessibleName(tr("Highlights that are not found"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *remove = new QAction(tr("&Delete Highlight"), m_list);
    remove->setObjectName(u"deleteUnplaced"_s);
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    connect(remove, &QAction::triggered, this, &UnplacedHighlights::deleteChosen);
    m_list->addAction(remove);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 8, 14, 8);
    layout->setSpacing(6);
    layout->addWidget(m_title);
    layout->addWidget(m_list);
    hide();
}

void UnplacedHighlights::showHighlights(std::vector<core::Highlight> highlights)
{
    m_highlights = std::move(highlights);
    const int count = static_cast<int>(m_highlights.size());
    m_title->setText(tr("%Ln highlight(s) not found in the text as it is now", nullptr, count));
    m_list->clear();
    for (const core::Highlight &highlight : m_highlights) {
        auto *item = new QListWidgetItem(highlightDot(highlight.colour), lineOf(highlight), m_list);
        item->setToolTip(QString::fromStdString(highlight.place.quote).toHtmlEscaped());
    }
    const int lines = std::min(count, kMostLines);
    m_list->setFixedHeight(lines * std::max(m_list->sizeHintForRow(0), 16) + 4);
    setVisible(count > 0);
}

void UnplacedHighlights::deleteChosen()
{
    const int row = m_list->currentRow();
    if (row >= 0 && row < static_cast<int>(m_highlights.size())) {
        emit deleteRequested(m_highlights[static_cast<std::size_t>(row)]);
    }
}

} // namespace lectern::ui
