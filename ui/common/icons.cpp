#include "ui/common/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmap>
#include <QPointer>
#include <QSvgRenderer>
#include <QWidget>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

QColor colorFor(QIcon::Mode mode, const QPalette &palette)
{
    switch (mode) {
    case QIcon::Disabled:
        return palette.color(QPalette::Disabled, QPalette::WindowText);
    case QIcon::Selected:
        return palette.color(QPalette::HighlightedText);
    default:
        return palette.color(QPalette::WindowText);
    }
}

class ThemedIconEngine final : public QIconEngine
{
public:
    ThemedIconEngine(QByteArray svg, const QWidget *owner)
        : m_svg(std::move(svg))
        , m_owner(owner)
    {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        QByteArray svg = m_svg;
        const QPalette palette = m_owner ? m_owner->palette() : QGuiApplication::palette();
        svg.replace("currentColor", colorFor(mode, palette).name().toLatin1());
        QSvgRenderer(svg).render(painter, QRectF(rect));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect({}, size), mode, state);
        return pixmap;
    }

    QIconEngine *clone() const override { return new ThemedIconEngine(*this); }

private:
    QByteArray m_svg;
    QPointer<const QWidget> m_owner;
};

} // namespace

QIcon icon(const QString &name, const QWidget *owner)
{
    QFile file(u":/icons/%1.svg"_s.arg(name));
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen);
    return QIcon(new ThemedIconEngine(isOpen ? file.readAll() : QByteArray(), owner));
}

QIcon programIcon()
{
    return QIcon(u":/icons/lectern.svg"_s);
}

} // namespace lectern::ui
