#include "ui/common/clamped_text.h"

#include <QImage>
#include <QPainter>

#include <gtest/gtest.h>

namespace lectern {
namespace {

using ui::MarkedText;

class ClampedTextTest : public testing::Test
{
protected:
    ClampedTextTest()
    {
        m_image.fill(Qt::white);
        m_font.setPixelSize(14);
    }

    int draw(const MarkedText &text, const QRect &area)
    {
        QPainter painter(&m_image);
        return ui::drawClamped(&painter, m_font, area, 20, text, {Qt::black, Qt::yellow});
    }

    /// The box around everything yellow.
    QRect marked() const
    {
        QRect box;
        for (int y = 0; y < m_image.height(); ++y) {
            for (int x = 0; x < m_image.width(); ++x) {
                if (m_image.pixelColor(x, y) == QColor(Qt::yellow)) {
                    box |= QRect(x, y, 1, 1);
                }
            }
        }
        return box;
    }

    QImage m_image{300, 100, QImage::Format_RGB32};
    QFont m_font;
};

TEST_F(ClampedTextTest, marksAreBehindTheirWords)
{
    EXPECT_EQ(draw({QStringLiteral("one two three"), {{4, 3}}}, {0, 0, 300, 20}), 1);

    EXPECT_GT(marked().left(), 15);
    EXPECT_LT(marked().right(), 80);
    EXPECT_LE(marked().bottom(), 20);
}

TEST_F(ClampedTextTest, nothingIsMarked_withoutMarks)
{
    (void)draw({QStringLiteral("one two three"), {}}, {0, 0, 300, 20});

    EXPECT_TRUE(marked().isNull());
}

TEST_F(ClampedTextTest, marksReachIntoTheLineThatIsCut)
{
    const QString text = QStringLiteral("aaaa bbbb cccc dddd eeee ffff gggg hhhh iiii jjjj kkkk");

    EXPECT_EQ(draw({text, {{0, 4}, {20, 4}}}, {0, 0, 150, 40}), 2);

    EXPECT_EQ(marked().left(), 0);
    EXPECT_GT(marked().bottom(), 22);
    EXPECT_LT(marked().right(), 150);
}

TEST_F(ClampedTextTest, marksBeyondTheCutAreLeftOut)
{
    const QString text = QStringLiteral("aaaa bbbb cccc dddd eeee ffff gggg hhhh iiii jjjj kkkk");

    (void)draw({text, {{50, 4}, {400, 4}}}, {0, 0, 120, 40});

    EXPECT_TRUE(marked().isNull());
}

} // namespace
} // namespace lectern
