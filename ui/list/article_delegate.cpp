#include "ui/list/article_delegate.h"

#include "ui/common/appearance.h"
#include "ui/common/clamped_text.h"
#include "ui/common/icons.h"
#include "ui/common/marked_text.h"
#include "ui/list/article_roles.h"

#include <QFontInfo>
#include <QPainter>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPadding = 14;
constexpr int kGap = 3;
constexpr int kTitleLines = 2;
constexpr int kExcerptLines = 2;
constexpr int kMaxLanguages = 64; // an odd library may name thousands

// Noto Sans CJK wants 1.45 of its size, the Latin fonts beside it less.
int lineHeightOf(const QFont &font)
{
    return qRound(QFontInfo(font).pixelSize() * 1.45);
}

QFont scaled(QFont font, double factor)
{
    font.setPointSizeF(font.pointSizeF() * factor);
    return font;
}

QString joinedDetails(const QModelIndex &index)
{
    QStringList parts = {index.data(DateRole).toString(), index.data(CategoriesRole).toString()};
    if (index.data(DraftRole).toBool()) {
        parts.append(ArticleDelegate::tr("Draft"));
    }
    parts.removeAll({});
    return parts.join(u"  ·  "_s);
}

} // namespace

ArticleDelegate::Fonts ArticleDelegate::fontsFor(const QFont &base,
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
    fonts.title = readableFont(scaled(base, 1.05), languageTag);
    fonts.title.setWeight(QFont::DemiBold);
    fonts.small = readableFont(scaled(base, 0.92), languageTag);
    fonts.titleLine = lineHeightOf(fonts.title);
    fonts.smallLine = lineHeightOf(fonts.small);
    m_fonts.insert(languageTag, fonts);
    return fonts;
}

QSize ArticleDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const Fonts fonts = fontsFor(option.font, {});
    const int facts = kTitleLines * fonts.titleLine + kGap + fonts.smallLine;
    const int excerpt = m_hasExcerpts ? kGap + kExcerptLines * fonts.smallLine : 0;
    return {200, facts + excerpt + 2 * kPadding};
}

void ArticleDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    painter->save();
    paintBackground(painter, option);
    const Fonts fonts = fontsFor(option.font, index.data(LanguageRole).toString());
    QRect area = option.rect.adjusted(kPadding, kPadding, -kPadding, -kPadding);

    const MarkColors marks{option.palette.color(QPalette::Text), markColor(option.palette)};
    painter->setPen(option.palette.color(QPalette::Text));
    QRect titleArea = area;
    titleArea.setHeight(kTitleLines * fonts.titleLine);
    const int titleLines = drawClamped(painter, fonts.title, titleArea, fonts.titleLine,
                                       index.data(MarkedTitleRole).value<MarkedText>(), marks);
    area.setTop(area.top() + titleLines * fonts.titleLine + kGap);

    painter->setPen(quietText(option.palette));
    paintDetails(painter, option, index, fonts, area);
    area.setTop(area.top() + fonts.smallLine + kGap);
    drawClamped(painter, fonts.small, area, fonts.smallLine,
                index.data(ExcerptRole).value<MarkedText>(), marks);
    painter->restore();
}

void ArticleDelegate::paintBackground(QPainter *painter, const QStyleOptionViewItem &option) const
{
    const QRect rect = option.rect;
    const QColor accent = option.palette.color(QPalette::Highlight);
    QColor tint = accent;
    if (option.state.testFlag(QStyle::State_Selected)) {
        tint.setAlphaF(0.16F);
        painter->fillRect(rect, tint);
        painter->fillRect(QRect(rect.topLeft(), QSize(3, rect.height())), accent);
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        tint.setAlphaF(0.06F);
        painter->fillRect(rect, tint);
    }
    painter->setPen(hairline(option.palette));
    painter->drawLine(rect.bottomLeft() + QPoint(kPadding, 0),
                      rect.bottomRight() - QPoint(kPadding, 0));
    if (option.state.testFlag(QStyle::State_HasFocus)
        && option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
        painter->setPen(accent);
        painter->drawRect(rect.adjusted(0, 0, -1, -1));
    }
}

void ArticleDelegate::paintDetails(QPainter *painter, const QStyleOptionViewItem &option,
                                   const QModelIndex &index, const Fonts &fonts, QRect area) const
{
    area.setHeight(fonts.smallLine);
    if (index.data(BrokenRole).toBool()) {
        const int side = fonts.smallLine - 4;
        const QRect mark(area.right() - side, area.top() + 2, side, side);
        painter->setOpacity(0.6);
        icon(u"problem"_s).paint(painter, mark);
        painter->setOpacity(1);
        area.setRight(mark.left() - kGap);
    }
    // The date is in the language of the window, whatever the article is written in.
    drawClamped(painter, fontsFor(option.font, {}).small, area, fonts.smallLine,
                joinedDetails(index));
}

} // namespace lectern::ui
