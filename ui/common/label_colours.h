#pragma once

#include <QIcon>
#include <QString>

#include <cstdint>
#include <vector>

namespace lectern::ui {

/// One of the colours that a reader's labels can have.
struct LabelColour
{
    std::uint32_t rgb = 0; ///< 0xRRGGBB
    QString name; ///< translated
};

/// In the order in which new labels get them.
std::vector<LabelColour> labelColours();

/// A dot of the colour, as it stands before a label.
QIcon labelDot(std::uint32_t rgb);

} // namespace lectern::ui
