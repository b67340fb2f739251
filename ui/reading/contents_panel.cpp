#include "ui/reading/contents_panel.h"

#include <QHeaderView>
#include <QLabel>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <utility>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kAnchorRole = Qt::UserRole;

/// The item that a heading of \a level stands below; a level that is skipped is no step. \a open
/// has the items that are not closed yet with their levels, the deepest last.
QTreeWidgetItem *parentFor(int level, std::vector<std::pair<int, QTreeWidgetItem *>> &open)
{
    while (!open.empty() && open.back().first >= level) {
        open.pop_back();
    }
    return open.empty() ? nullptr : open.back().second;
}

QTreeWidget *makeTree()
{
    auto *tree = new QTreeWidget;
    tree->setObjectName(u"contentsTree"_s);
    tree->setAccessibleName(ContentsPanel::tr("Contents"));
    tree->setHeaderHidden(true);
    tree->setFrameShape(QFrame::NoFrame);
    tree->setIndentation(14);
    tree->setUniformRowHeights(true);
    tree->setTextElideMode(Qt::ElideRight);
    tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    tree->setExpandsOnDoubleClick(false);
    tree->viewport()->setAutoFillBackground(false); // the panel's own ground is behind it
    return tree;
}

} // namespace

ContentsPanel::ContentsPanel(QWidget *parent)
    : QWidget(parent)
    , m_tree(makeTree())
    , m_nothing(new QLabel(tr("This article has no headings.")))
{
    setObjectName(u"contents"_s);
    setAutoFillBackground(true);
    auto *title = new QLabel(tr("Contents"));
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    title->setContentsMargins(12, 10, 12, 6);
    m_nothing->setWordWrap(true);
    m_nothing->setContentsMargins(12, 0, 12, 12);
    m_nothing->setEnabled(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(title);
    layout->addWidget(m_nothing);
    layout->addWidget(m_tree, 1);
    layout->addStretch(0);
    connect(m_tree, &QTreeWidget::itemClicked, this, [this](const QTreeWidgetItem *item) {
        emit headingPicked(item->data(0, kAnchorRole).toString());
    });
    connect(m_tree, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem *item) {
        emit headingPicked(item->data(0, kAnchorRole).toString());
    });
    setOutline({});
}

QSize ContentsPanel::sizeHint() const
{
    return {fontMetrics().height() * 13, 0};
}

void ContentsPanel::setOutline(const std::vector<core::OutlineEntry> &outline)
{
    const QSignalBlocker quiet(m_tree);
    m_tree->clear();
    m_items.clear();
    std::vector<std::pair<int, QTreeWidgetItem *>> open;
    for (const core::OutlineEntry &heading : outline) {
        QTreeWidgetItem *parent = parentFor(heading.level, open);
        auto *item = new QTreeWidgetItem(parent ? parent : m_tree->invisibleRootItem());
        const QString text = QString::fromStdString(heading.text).simplified();
        const QString anchor = QString::fromStdString(heading.anchor);
        item->setText(0, text);
        item->setToolTip(0, text);
        item->setData(0, kAnchorRole, anchor);
        item->setSizeHint(0, {0, fontMetrics().height() + 8});
        m_items.insert(anchor, item);
        open.emplace_back(heading.level, item);
    }
    m_tree->expandAll();
    m_tree->setVisible(!outline.empty());
    m_nothing->setVisible(outline.empty());
}

void ContentsPanel::follow(const QString &anchor)
{
    const QSignalBlocker quiet(m_tree);
    QTreeWidgetItem *item = m_items.value(anchor);
    m_tree->setCurrentItem(item);
    if (item) {
        m_tree->scrollToItem(item);
    }
}

} // namespace lectern::ui
