#include "ui/statistics/calendar_squares.h"

#include <QImage>
#include <QTest>
#include <QVBoxLayout>

#include <gtest/gtest.h>

namespace lectern::ui {
namespace {

const QDate kToday(2026, 3, 18);

std::int32_t numberOf(QDate day)
{
    return static_cast<std::int32_t>(QDate(1970, 1, 1).daysTo(day));
}

class CalendarSquaresTest : public testing::Test
{
protected:
    CalendarSquaresTest()
    {
        calendar.resize(calendar.sizeHint());
        calendar.setDays({{numberOf(kToday.addDays(-1)), {3, 100, 60}},
                          {numberOf(kToday.addDays(-8)), {1, 900, 60}}},
                         kToday);
        calendar.show();
    }

    CalendarSquares calendar;
};

TEST_F(CalendarSquaresTest, keys_goFromDayToDay_andNoFurtherThanToday)
{
    EXPECT_EQ(calendar.current(), kToday);
    QTest::keyClick(&calendar, Qt::Key_Down);
    EXPECT_EQ(calendar.current(), kToday);
    QTest::keyClick(&calendar, Qt::Key_Up);
    EXPECT_EQ(calendar.amountOf(calendar.current()), (core::ReadingAmount{3, 100, 60}));
    QTest::keyClick(&calendar, Qt::Key_Left);
    EXPECT_EQ(calendar.current(), kToday.addDays(-8));
    QTest::keyClick(&calendar, Qt::Key_Home);
    EXPECT_GE(calendar.current().daysTo(kToday), 364);
    EXPECT_LE(calendar.current().daysTo(kToday), 370);
    QTest::keyClick(&calendar, Qt::Key_End);
    EXPECT_EQ(calendar.current(), kToday);
}

TEST_F(CalendarSquaresTest, narrowOne_hasFewerWeeks)
{
    calendar.resize(200, calendar.height());

    QTest::keyClick(&calendar, Qt::Key_Home);

    EXPECT_LT(calendar.current().daysTo(kToday), 200);
    EXPECT_GT(calendar.current().daysTo(kToday), 60);
}

TEST_F(CalendarSquaresTest, isAsHighAsItsSquares_howeverNarrow)
{
    for (const int width : {300, 420, 560, 700, 940}) {
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        column->setContentsMargins({});
        auto *squares = new CalendarSquares;
        squares->setDays({}, kToday);
        column->addWidget(squares);
        column->addWidget(new QWidget, 1);
        window.resize(width, 400);
        window.show();

        const QImage image = squares->grab().toImage();

        int lowest = image.height() - 1;
        const auto isEmpty = [&](int y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixel(x, y) != image.pixel(0, 0)) {
                    return false;
                }
            }
            return true;
        };
        while (lowest > 0 && isEmpty(lowest)) {
            --lowest;
        }
        EXPECT_EQ(squares->width(), width);
        EXPECT_LE(image.height() - 1 - lowest, 6) << width;
        EXPECT_GT(lowest, 7 * 8) << width; // all days of the week
    }
}

TEST_F(CalendarSquaresTest, measure_changesTheSquares)
{
    const QImage articles = calendar.grab().toImage();

    calendar.setMeasure(CalendarSquares::Measure::Characters);

    EXPECT_NE(calendar.grab().toImage(), articles);
}

TEST_F(CalendarSquaresTest, chosenDay_staysWhenTheNumbersChange_andTodayFollows)
{
    calendar.setDays({}, kToday.addDays(1));
    EXPECT_EQ(calendar.current(), kToday.addDays(1));
    QTest::keyClick(&calendar, Qt::Key_Up);

    calendar.setDays({}, kToday.addDays(2));

    EXPECT_EQ(calendar.current(), kToday);
}

} // namespace
} // namespace lectern::ui
