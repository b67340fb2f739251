#include "ui/reading/page_with_contents.h"

#include "ui/reading/contents_panel.h"

#include <QStyle>

#include <algorithm>

namespace lectern::ui {

namespace {

/// Widths of Chinese characters that a page must keep beside the contents.
constexpr int kFewestCharacters = 22;

} // namespace

PageWithContents::PageWithContents(QWidget *page, QWidget *parent)
    : QWidget(parent)
    , m_page(page)
    , m_contents(new ContentsPanel(this))
{
    m_page->setParent(this);
    m_contents->hide();
}

void PageWithContents::setContentsShown(bool areShown)
{
    m_areShown = areShown;
    m_contents->setVisible(areShown);
    arrange();
}

bool PageWithContents::areContentsOverPage() const
{
    const int fewest = fontMetrics().height() * kFewestCharacters;
    return width() < m_contents->sizeHint().width() + fewest;
}

QSize PageWithContents::minimumSizeHint() const
{
    return m_page->minimumSizeHint();
}

void PageWithContents::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void PageWithContents::arrange()
{
    const int panel = std::min(m_contents->sizeHint().width(), width() * 4 / 5);
    const bool isBeside = m_areShown && !areContentsOverPage();
    const QRect place
        = QStyle::visualRect(layoutDirection(), rect(), {width() - panel, 0, panel, height()});
    m_page->setGeometry(QStyle::visualRect(layoutDirection(), rect(),
                                           {0, 0, width() - (isBeside ? panel : 0), height()}));
    m_contents->setGeometry(place);
    m_contents->raise();
}

} // namespace lectern::ui
