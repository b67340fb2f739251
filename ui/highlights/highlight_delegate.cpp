#include "ui/highlights/highlight_delegate.h"

#include "ui/common/appearance.h"
#include "ui/common/clamped_text.h"
#include "ui/common/highlight_colour.h"
#include "ui/common/icons.h"
#include "ui/common/row_style.h"
#include "ui/highlights/highlight_list_model.h"

#include <QFontMetrics>
#include <QPainter>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLines = 3; ///< of the quote, or of it and the note
constexpr int kGap = 4;
constexpr int kBar = 4;
constexpr int kBehindBar = 12;
constexpr int kBehindTitle = 16;
constexpr int kMaxLanguages = 64; // an odd library may name thousands

/// At the left of \a area, which loses the width; as high as one line.
void paintIcon(QPainter *painter, const QString &name, const QWidget *widget, int line, QRect &area)
{
    const int side = line - 6;
    painter->setOpacity(0.6);
    icon(name, widget).paint(painter, {area.left(), area.top() + 3, side, side});
    painter->setOpacity(1);
    area.setLeft(area.left() + side + 2 * kGap);
}

MarkColors marksOf(const QPalette &palette)
{
    return {palette.color(QPalette::Text), markColor(palette)};
}

} // namespace

HighlightDelegate::Fonts HighlightDelegate::fontsFor(const QFont &base,
                                                     const QString &languageTag) const
{
    if (base != m_base || m_fonts.size() > kMaxLanguages) {
        m_fonts.clear();
        m_base = base;
    }
    const auto known = m_fonts.constFind(languageTag);
    if (known != m_fonts.constEnd()) {
        return *known;
    }
    Fonts fonts;
    fonts.quote = readableFont(base, languageTag);
    fonts.small = readableFont(scaledFont(base, 0.92), languageTag);
    fonts.quoteLine = lineHeightOf(fonts.quote);
    fonts.smallLine = lineHeightOf(fonts.small);
    m_fonts.insert(languageTag, fonts);
    return fonts;
}

QSize HighlightDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const Fonts fonts = fontsFor(option.font, {});
    return {200, kLines * fonts.quoteLine + kGap + fonts.smallLine + 2 * kRowPadding};
}

void HighlightDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    painter->save();
    paintRowBackground(painter, option);
    QRect area = option.rect.adjusted(kRowPadding, kRowPadding, -kRowPadding, -kRowPadding);
    const QPoint top = area.topLeft();
    area.setLeft(area.left() + kBar + kBehindBar);
    paintQuote(painter, option, index, area);
    paintNote(painter, option, index, area);
    const int marked = area.top() - top.y();
    area.setTop(area.top() + kGap);
    paintDetails(painter, option, index, area);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(highlightColour(
        static_cast<core::HighlightColour>(index.data(HighlightListModel::ColourRole).toInt())));
    painter->drawRoundedRect(QRectF(top.x(), top.y() + 2, kBar, marked - 4), 2, 2);
    painter->restore();
}

void HighlightDelegate::paintQuote(QPainter *painter, const QStyleOptionViewItem &option,
                                   const QModelIndex &index, QRect &area) const
{
    const Fonts fonts
        = fontsFor(option.font, index.data(HighlightListModel::LanguageRole).toString());
    const bool hasNote
        = !index.data(HighlightListModel::NoteRole).value<MarkedText>().text.isEmpty();
    QRect lines = area;
    lines.setHeight((hasNote ? kLines - 1 : kLines) * fonts.quoteLine);
    painter->setPen(option.palette.color(QPalette::Text));
    const int count = drawClamped(painter, fonts.quote, lines, fonts.quoteLine,
                                  index.data(HighlightListModel::QuoteRole).value<MarkedText>(),
                                  marksOf(option.palette));
    area.setTop(area.top() + count * fonts.quoteLine);
}

/// In the fonts of the window: a reader writes notes in a language of their own.
void HighlightDelegate::paintNote(QPainter *painter, const QStyleOptionViewItem &option,
                                  const QModelIndex &index, QRect &area) const
{
    const auto note = index.data(HighlightListModel::NoteRole).value<MarkedText>();
    if (note.text.isEmpty()) {
        return;
    }
    const Fonts fonts = fontsFor(option.font, {});
    QRect line = area;
    line.setHeight(fonts.quoteLine);
    paintIcon(painter, u"note"_s, option.widget, fonts.quoteLine, line);
    painter->setPen(option.palette.color(QPalette::Text));
    drawClamped(painter, fonts.small, line, fonts.quoteLine, note, marksOf(option.palette));
    area.setTop(area.top() + fonts.quoteLine);
}

void HighlightDelegate::paintDetails(QPainter *painter, const QStyleOptionViewItem &option,
                                     const QModelIndex &index, QRect &area) const
{
    const Fonts fonts = fontsFor(option.font, {});
    area.setHeight(fonts.smallLine);
    painter->setPen(quietText(option.palette));
    const QString date = index.data(HighlightListModel::DateRole).toString();
    const int width = QFontMetrics(fonts.small).horizontalAdvance(date) + 1;
    drawClamped(painter, fonts.small, {area.right() - width, area.top(), width + 1, area.height()},
                fonts.smallLine, date);
    area.setRight(area.right() - width - kBehindTitle);
    QString title = index.data(HighlightListModel::TitleRole).toString();
    if (index.data(HighlightListModel::UnplacedRole).toBool()) {
        paintIcon(painter, u"problem"_s, option.widget, fonts.smallLine, area);
        title = u"%1  ·  %2"_s.arg(tr("Unplaced"), title);
    }
    const QString language = index.data(HighlightListModel::LanguageRole).toString();
    drawClamped(painter, fontsFor(option.font, language).small, area, fonts.smallLine, title);
}

} // namespace lectern::ui
