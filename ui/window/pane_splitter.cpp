#include "ui/window/pane_splitter.h"

#include <algorithm>
#include <utility>

namespace lectern::ui {

PaneSplitter::PaneSplitter(QWidget *sidebar, QWidget *list, QWidget *reader, QWidget *parent)
    : QSplitter(parent)
{
    addWidget(sidebar);
    addWidget(list);
    addWidget(reader);
    setHandleWidth(1);
    setChildrenCollapsible(false);
    setStretchFactor(0, 0);
    setStretchFactor(1, 0);
    setStretchFactor(2, 1);
    sidebar->setMinimumWidth(160);
    list->setMinimumWidth(220);
    reader->setMinimumWidth(260);
}

void PaneSplitter::restore(const QList<int> &widths)
{
    if (widths.size() == count()
        && std::ranges::all_of(widths, [](int width) { return width >= 0 && width < 10'000; })
        && widths.constLast() > 0) {
        setSizes(widths);
        m_hasWidths = true;
    }
}

void PaneSplitter::shareOnce(int width)
{
    if (!std::exchange(m_hasWidths, true)) {
        const int sidebar = std::clamp(width / 6, 180, 240);
        const int list = std::clamp(width * 2 / 7, 240, 420);
        setSizes({sidebar, list, width - sidebar - list});
    }
}

} // namespace lectern::ui
