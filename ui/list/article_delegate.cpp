#include "ui/list/article_delegate.h"

#include "core/state/reading_state.h"
#include "ui/common/appearance.h"
#include "ui/common/clamped_text.h"
#include "ui/common/icons.h"
#include "ui/common/marked_text.h"
#include "ui/common/row_style.h"
#include "ui/list/article_roles.h"

#include <QPainter>

#include <optional>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kGap = 3;
constexpr int kTitleLines = 2;
constexpr int kExcerptLines = 2;
constexpr int kDot = 6;
constexpr int kLabel = 8;
constexpr int kProgressLine = 2;
constexpr int kMaxLanguages = 64; // an odd library may name thousands

/// None where no reading state is known.
std::optional<core::ReadStatus> statusOf(const QModelIndex &index)
{
    const QVariant status = index.data(ReadStatusRole);
    return status.isValid() ? std::optional(static_cast<core::ReadStatus>(status.toInt()))
                            : std::nullopt;
}

QString joinedDetails(const QModelIndex &index)
{
    QStringList parts = {index.data(DateRole).toString(), index.data(CategoriesRole).toString()};
    if (index.data(ChangedRole).toBool()) {
        parts.prepend(ArticleDelegate::tr("Changed"));
    }
    if (index.data(DraftRole).toBool()) {
        parts.append(ArticleDelegate::tr("Draft"));
    }
    if (const int copies = index.data(CopiesRole).toInt(); copies > 1) {
        //: How many files of the folder are this article; two or more.
        parts.append(ArticleDelegate::tr("In %n files", nullptr, copies));
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
    fonts.title = readableFont(scaledFont(base, 1.05), languageTag);
    fonts.title.setWeight(QFont::DemiBold);
    fonts.readTitle = fonts.title;
    fonts.readTitle.setWeight(QFont::Normal);
    fonts.small = readableFont(scaledFont(base, 0.92), languageTag);
    fonts.titleLine = lineHeightOf(fonts.title);
    fonts.smallLine = lineHeightOf(fonts.small);
    m_fonts.insert(languageTag, fonts);
    return fonts;
}

QSize ArticleDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const Fonts fonts = fontsFor(option.font, {});
    const int facts = kTitleLines * fonts.titleLine + kGap + fonts.smallLine;
    const int excerpt = kGap + kExcerptLines * fonts.smallLine;
    return {200, facts + excerpt + 2 * kRowPadding};
}

void ArticleDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    painter->save();
    paintRowBackground(painter, option);
    paintProgress(painter, option, index);
    const Fonts fonts = fontsFor(option.font, index.data(LanguageRole).toString());
    QRect area = option.rect.adjusted(kRowPadding, kRowPadding, -kRowPadding, -kRowPadding);

    const int titleLines = paintTitle(painter, option, index, fonts, area);
    area.setTop(area.top() + titleLines * fonts.titleLine + kGap);

    painter->setPen(quietText(option.palette));
    paintDetails(painter, option, index, fonts, area);
    area.setTop(area.top() + fonts.smallLine + kGap);
    const MarkColors marks{option.palette.color(QPalette::Text), markColor(option.palette)};
    drawClamped(painter, fonts.small, area, fonts.smallLine,
                index.data(ExcerptRole).value<MarkedText>(), marks);
    painter->restore();
}

/// How many lines it took.
int ArticleDelegate::paintTitle(QPainter *painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index, const Fonts &fonts, QRect area) const
{
    const std::optional<core::ReadStatus> status = statusOf(index);
    if (status == core::ReadStatus::Unread) {
        const QPoint middle(option.rect.left() + kRowPadding / 2 + 1,
                            area.top() + fonts.titleLine / 2);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(option.palette.color(QPalette::Highlight));
        painter->drawEllipse(
            QRectF(0, 0, kDot, kDot).translated(middle - QPointF(kDot / 2.0, kDot / 2.0)));
    }
    const bool isNew = status.value_or(core::ReadStatus::Unread) == core::ReadStatus::Unread;
    const QColor ink = status == core::ReadStatus::Read ? quietText(option.palette)
                                                        : option.palette.color(QPalette::Text);
    painter->setPen(ink);
    area.setHeight(kTitleLines * fonts.titleLine);
    return drawClamped(painter, isNew ? fonts.title : fonts.readTitle, area, fonts.titleLine,
                       index.data(MarkedTitleRole).value<MarkedText>(),
                       {ink, markColor(option.palette)});
}

void ArticleDelegate::paintProgress(QPainter *painter, const QStyleOptionViewItem &option,
                                    const QModelIndex &index) const
{
    const int progress = index.data(ProgressRole).toInt();
    if (statusOf(index) == core::ReadStatus::Reading && progress > 0) {
        const QRect row = option.rect.adjusted(kRowPadding, 0, -kRowPadding, 0);
        painter->fillRect(row.left(), row.bottom() - kProgressLine + 1,
                          row.width() * progress / core::kWholeProgress, kProgressLine,
                          option.palette.color(QPalette::Highlight));
    }
}

QRect ArticleDelegate::paintMarks(QPainter *painter, const QStyleOptionViewItem &option,
                                  const QModelIndex &index, QRect area) const
{
    const auto mark = [&](const QString &name, bool isShown) {
        if (isShown) {
            const int side = area.height() - 4;
            const QRect place(area.right() - side, area.top() + 2, side, side);
            icon(name, option.widget).paint(painter, place);
            area.setRight(place.left() - kGap);
        }
    };
    painter->setOpacity(0.6);
    mark(u"problem"_s, index.data(BrokenRole).toBool());
    mark(u"star"_s, index.data(StarredRole).toBool());
    painter->setOpacity(1);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    for (const QColor &colour : index.data(LabelColoursRole).value<QList<QColor>>()) {
        area.setRight(area.right() - kLabel - kGap);
        painter->setBrush(colour);
        painter->drawEllipse(
            QRectF(area.right() + kGap, area.center().y() - kLabel / 2.0 + 0.5, kLabel, kLabel));
    }
    return area;
}

void ArticleDelegate::paintDetails(QPainter *painter, const QStyleOptionViewItem &option,
                                   const QModelIndex &index, const Fonts &fonts, QRect area) const
{
    area.setHeight(fonts.smallLine);
    painter->save();
    area = paintMarks(painter, option, index, area);
    painter->restore();
    // The date is in the language of the window, whatever the article is written in.
    drawClamped(painter, fontsFor(option.font, {}).small, area, fonts.smallLine,
                joinedDetails(index));
}

} // namespace lectern::ui
