#include "tests/support/sample_folder.h"
#include "ui/search/article_results.h"
#include "ui/search/timeline.h"

#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <gtest/gtest.h>

namespace lectern {
namespace {

using namespace Qt::StringLiterals;

/// A timeline that writes into the query line, as in the window.
class TimelineTest : public testing::Test
{
protected:
    TimelineTest()
    {
        for (const char *date : {"2019-04-01", "2024-01-05", "2024-03-06", "2024-03-07"}) {
            m_folder.write(QString::fromLatin1(date) + u".md"_s,
                           "---\ntitle: A\ndate: " + std::string(date) + "\n---\n\nText.\n");
        }
        m_folder.write(u"note.md"_s, "---\ntitle: Undated note\n---\n\nText.\n");
        QObject::connect(&m_timeline, &ui::Timeline::dateRequested, &m_results,
                         &ui::ArticleResults::setDate);
        QObject::connect(&m_results, &ui::ArticleResults::changed, &m_timeline,
                         [this] { m_timeline.showResults(m_results); });
        m_timeline.resize(300, m_timeline.sizeHint().height());
        m_results.setLibrary(m_folder.library());
    }

    QPoint centre(int bar) const { return m_timeline.barArea(bar).center(); }

    void click(int bar) { QTest::mouseClick(&m_timeline, Qt::LeftButton, {}, centre(bar)); }

    void turnWheel(int angle)
    {
        QWheelEvent event(centre(0), centre(0), {}, {0, angle}, {}, {}, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&m_timeline, &event);
    }

    test::SampleFolder m_folder;
    ui::ArticleResults m_results;
    ui::Timeline m_timeline;
};

TEST_F(TimelineTest, click_asksForAYear_thenAMonth_thenForNone)
{
    ASSERT_EQ(m_timeline.bars().size(), 6U);

    click(5);
    EXPECT_EQ(m_results.line(), u"date:2024"_s);
    ASSERT_EQ(m_timeline.bars().size(), 12U);
    click(2);
    EXPECT_EQ(m_results.line(), u"date:2024-03"_s);
    EXPECT_EQ(m_results.rows().size(), 2U);
    click(2);

    EXPECT_EQ(m_results.line(), QString());
    EXPECT_EQ(m_timeline.bars().size(), 6U);
}

TEST_F(TimelineTest, drag_asksForARange_inEitherDirection)
{
    QTest::mousePress(&m_timeline, Qt::LeftButton, {}, centre(3));
    QTest::mouseMove(&m_timeline, centre(1));
    QTest::mouseMove(&m_timeline, centre(0));
    QTest::mouseRelease(&m_timeline, Qt::LeftButton, {}, centre(0));

    EXPECT_EQ(m_results.line(), u"date:2019..2022"_s);
}

TEST_F(TimelineTest, counts_followTheFilter_butNotItsDate)
{
    m_results.setLine(u"date:2019 note"_s);
    EXPECT_TRUE(m_timeline.bars().empty());
    EXPECT_FALSE(m_timeline.isHidden());
    m_results.setLine(u"date:2019"_s);

    ASSERT_EQ(m_timeline.bars().size(), 12U);
    EXPECT_EQ(m_timeline.bars()[3].articles, 1U);
    m_results.setLine(u"date:2024-01"_s);
    EXPECT_EQ(m_timeline.bars()[2].articles, 2U);
}

TEST_F(TimelineTest, hover_saysTimeAndCount)
{
    QTest::mouseMove(&m_timeline, centre(5));
    EXPECT_EQ(m_timeline.accessibleDescription(), u"3 article(s) from 2024"_s);

    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(&m_timeline, &leave);

    EXPECT_EQ(m_timeline.accessibleDescription(), QString());
}

TEST_F(TimelineTest, keys_moveExtendPickAndClear)
{
    QTest::keyClick(&m_timeline, Qt::Key_Home);
    QTest::keyClick(&m_timeline, Qt::Key_Right);
    EXPECT_EQ(m_timeline.accessibleDescription(), u"0 article(s) from 2020"_s);
    QTest::keyClick(&m_timeline, Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(&m_timeline, Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(&m_timeline, Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(&m_timeline, Qt::Key_Return);
    EXPECT_EQ(m_results.line(), u"date:2020..2023"_s);
    QTest::keyClick(&m_timeline, Qt::Key_Delete);
    EXPECT_EQ(m_results.line(), QString());
    QTest::keyClick(&m_timeline, Qt::Key_End);
    QTest::keyClick(&m_timeline, Qt::Key_Space);

    EXPECT_EQ(m_results.line(), u"date:2024"_s);
}

TEST_F(TimelineTest, wheel_stepsThroughTime_andStopsAtTheEnds)
{
    turnWheel(120);
    EXPECT_EQ(m_results.line(), QString());
    m_results.setLine(u"date:2024-02 text"_s);
    m_results.setLine(u"date:2024-02"_s);

    turnWheel(60);
    EXPECT_EQ(m_results.line(), u"date:2024-02"_s);
    turnWheel(60);
    EXPECT_EQ(m_results.line(), u"date:2024-01"_s);
    turnWheel(-240);
    EXPECT_EQ(m_results.line(), u"date:2024-03"_s);
    turnWheel(-120);

    EXPECT_EQ(m_results.line(), u"date:2024-03"_s);
}

TEST_F(TimelineTest, undatedLibrary_hidesIt)
{
    EXPECT_FALSE(m_timeline.isHidden());
    test::SampleFolder undated;
    undated.write(u"note.md"_s, "---\ntitle: Undated note\n---\n\nText.\n");

    m_results.setLibrary(undated.library());
    EXPECT_TRUE(m_timeline.isHidden());
    m_results.setLibrary(nullptr);

    EXPECT_TRUE(m_timeline.isHidden());
}

TEST_F(TimelineTest, narrowWidget_hasFewerBars_andDrawsThem)
{
    m_folder.write(u"old.md"_s, "---\ntitle: Old\ndate: 1850-01-01\n---\n\nText.\n");
    m_results.setLibrary(m_folder.library());
    m_timeline.show();
    m_timeline.resize(120, m_timeline.height());

    EXPECT_LE(m_timeline.bars().size(), 32U);
    EXPECT_GE(m_timeline.barArea(0).width(), 3);
    EXPECT_FALSE(m_timeline.grab().isNull());
}

} // namespace
} // namespace lectern
