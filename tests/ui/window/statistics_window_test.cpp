#include "core/state/state_store.h"
#include "tests/ui/window/state_reader.h"
#include "ui/statistics/calendar_squares.h"

#include <QDialog>
#include <QLocale>
#include <QStackedWidget>
#include <QTreeWidget>

namespace lectern {
namespace {

using namespace Qt::StringLiterals;
using test::Reader;

class StatisticsWindowTest : public test::ReaderTest
{
protected:
    static QDialog *open(const Reader &reader)
    {
        reader.press(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        auto *dialog = reader.window.findChild<QDialog *>(u"statistics"_s);
        EXPECT_NE(dialog, nullptr);
        return dialog;
    }

    static QString textOf(const QDialog *dialog, const QString &name)
    {
        return dialog->findChild<QLabel *>(name)->text();
    }

    static bool isEmpty(const QDialog *dialog)
    {
        return dialog->findChild<QStackedWidget *>()->currentIndex() == 0;
    }
};

TEST_F(StatisticsWindowTest, saySo_whenNothingWasRead)
{
    const auto reader = start();

    EXPECT_TRUE(isEmpty(open(*reader)));
}

TEST_F(StatisticsWindowTest, count_overARestart_andFollowWhatIsRead)
{
    {
        const auto reader = start();
        reader->states().addReading(0, 130, 4'000);
        reader->states().addReading(0, 10, 200);
        reader->click(0);
        reader->press(Qt::Key_M);
        ASSERT_TRUE(Reader::waitFor([&] { return reader->isRead(0); }));
    }
    const auto reader = start();
    const QString characters = QLocale().toString(4'200);
    const QDialog *dialog = open(*reader);
    ASSERT_TRUE(Reader::waitFor([&] { return !isEmpty(dialog); }));
    EXPECT_EQ(textOf(dialog, u"allRead"_s),
              u"Read in this folder: 1 article(s), %1 characters, 3 min"_s.arg(characters));
    EXPECT_TRUE(textOf(dialog, u"dayRead"_s).endsWith(u"%1 characters, 3 min"_s.arg(characters)));
    auto *calendar = dialog->findChild<ui::CalendarSquares *>();
    EXPECT_TRUE(calendar->accessibleName().contains(characters));
    QTest::keyClick(calendar, Qt::Key_Up);
    EXPECT_TRUE(textOf(dialog, u"dayRead"_s).contains(u"0 characters"_s));

    reader->click(1);
    reader->action(u"markRead"_s)->trigger();

    EXPECT_TRUE(
        Reader::waitFor([&] { return textOf(dialog, u"allRead"_s).contains(u"2 article(s)"_s); }));
}

TEST_F(StatisticsWindowTest, count_whatWasOnScreen_notWhatWasPassedBy)
{
    {
        const auto reader = start();
        reader->click(0);
        ASSERT_TRUE(Reader::waitFor([&] { return reader->opened(0); }));
        reader->page()->scroll({.position = {.paragraph = 3, .anchor = {}}, .progress = 500});
        QTest::qWait(4'500); // a glance has less than three seconds
        reader->click(1);
        ASSERT_TRUE(Reader::waitFor([&] { return reader->opened(1); }));
    }

    const auto store = core::StateStore::open(file().toStdString());
    ASSERT_TRUE(store);
    const std::vector<core::ReadingDay> days = store.value().readingDays().value();
    ASSERT_EQ(days.size(), 1U);
    EXPECT_GE(days.front().seconds, 3U);
    EXPECT_LE(days.front().seconds, 30U);
    EXPECT_GT(days.front().characters, 0U);
}

} // namespace
} // namespace lectern
