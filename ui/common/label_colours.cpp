#include "ui/common/label_colours.h"

#include <QColor>
#include <QCoreApplication>
#include <QPainter>
#include <QPixmap>

namespace lectern::ui {

namespace {

struct Names
{
    Q_DECLARE_TR_FUNCTIONS(lectern::ui::LabelColours)
};

} // namespace

std::vector<LabelColour> labelColours()
{
    return {{0x3b82c4, Names::tr("Blue")},   {0xc4563b, Names::tr("Red")},
            {0x4f9d5b, Names::tr("Green")},  {0xb08a1e, Names::tr("Ochre")},
            {0x8a5fb8, Names::tr("Violet")}, {0x2f9c95, Names::tr("Teal")},
            {0xc0568f, Names::tr("Pink")},   {0x7a7f87, Names::tr("Grey")}};
}

QIcon labelDot(std::uint32_t rgb)
{
    QPixmap dot(16, 16);
    dot.fill(Qt::transparent);
    QPainter painter(&dot);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor::fromRgb(rgb));
    painter.drawEllipse(3, 3, 10, 10);
    return dot;
}

} // namespace lectern::ui
