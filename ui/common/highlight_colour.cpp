#include "ui/common/highlight_colour.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPixmap>

namespace lectern::ui {

namespace {

struct HighlightWords
{
    Q_DECLARE_TR_FUNCTIONS(lectern::ui::HighlightWords)
};

} // namespace

QString highlightColourName(core::HighlightColour colour)
{
    switch (colour) {
    case core::HighlightColour::Yellow:
        return HighlightWords::tr("Yellow");
    case core::HighlightColour::Green:
        return HighlightWords::tr("Green");
    case core::HighlightColour::Blue:
        return HighlightWords::tr("Blue");
    case core::HighlightColour::Red:
        return HighlightWords::tr("Red");
    }
    return {};
}

QColor highlightColour(core::HighlightColour colour)
{
    static constexpr std::array<QRgb, kHighlightColours.size()> kColours{0xe0b400, 0x47a85a,
                                                                         0x3f8fdd, 0xdb5560};
    return QColor::fromRgb(kColours.at(static_cast<std::size_t>(colour)));
}

QIcon highlightDot(core::HighlightColour colour)
{
    constexpr int kSize = 64; // scaled down where it is shown
    QPixmap dot(kSize, kSize);
    dot.fill(Qt::transparent);
    QPainter painter(&dot);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(highlightColour(colour));
    painter.drawEllipse(4, 4, kSize - 8, kSize - 8);
    return dot;
}

} // namespace lectern::ui
