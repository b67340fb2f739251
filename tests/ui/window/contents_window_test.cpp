#include "tests/ui/window/state_reader.h"

#include <QHeaderView>
#include <QToolButton>
#include <QTreeWidget>

namespace lectern {
namespace {

using namespace Qt::StringLiterals;
using test::Reader;

/// Headings of an article as `level text`; the anchor is the text in lower case.
core::PageFacts factsOf(const std::vector<std::pair<int, std::string>> &headings)
{
    core::PageFacts facts;
    for (const auto &[level, text] : headings) {
        const QString anchor = QString::fromStdString(text).toLower();
        facts.outline.push_back({level, text, anchor.toStdString()});
    }
    return facts;
}

const std::vector<std::pair<int, std::string>> kHeadings
    = {{2, "Start"}, {4, "Deep"}, {3, "Flat"}, {2, "中间"}, {3, "End"}};

class ContentsWindowTest : public test::ReaderTest
{
protected:
    std::unique_ptr<Reader> startWith(const core::PageFacts &facts) const
    {
        auto reader = start();
        reader->page()->setFacts(facts);
        reader->click(0);
        return reader;
    }

    static QTreeWidget *tree(const Reader &reader)
    {
        return reader.window.findChild<QTreeWidget *>(u"contentsTree"_s);
    }

    static QWidget *contents(const Reader &reader)
    {
        return reader.window.findChild<QWidget *>(u"contents"_s);
    }

    /// Each with a `>` for every heading that it stands below.
    static QStringList rows(const Reader &reader)
    {
        QStringList rows;
        QTreeWidgetItemIterator item(tree(reader));
        for (; *item; ++item) {
            int depth = 0;
            for (const QTreeWidgetItem *above = (*item)->parent(); above; above = above->parent()) {
                ++depth;
            }
            rows.append(QString(depth, u'>') + (*item)->text(0));
        }
        return rows;
    }

    static void click(const Reader &reader, const QString &text)
    {
        QTreeWidget *all = tree(reader);
        const auto found = all->findItems(text, Qt::MatchExactly | Qt::MatchRecursive);
        ASSERT_EQ(found.size(), 1) << text.toStdString();
        QTest::mouseClick(all->viewport(), Qt::LeftButton, {},
                          all->visualItemRect(found.first()).center());
    }

    static QString current(const Reader &reader)
    {
        const QTreeWidgetItem *item = tree(reader)->currentItem();
        return item ? item->text(0) : QString();
    }
};

TEST_F(ContentsWindowTest, key_showsAndHidesThem)
{
    const auto reader = startWith(factsOf(kHeadings));
    ASSERT_FALSE(contents(*reader)->isVisible());

    reader->press(Qt::Key_T);
    EXPECT_TRUE(contents(*reader)->isVisible());
    EXPECT_EQ(rows(*reader),
              QStringList({u"Start"_s, u">Deep"_s, u">Flat"_s, u"中间"_s, u">End"_s}));

    reader->press(Qt::Key_T);
    EXPECT_FALSE(contents(*reader)->isVisible());
}

TEST_F(ContentsWindowTest, contents_standBesideThePage_whereBothHaveRoom)
{
    const auto reader = startWith(factsOf(kHeadings));
    const int before = reader->page()->width();

    reader->press(Qt::Key_T);

    EXPECT_EQ(reader->page()->width(), before - contents(*reader)->width());
    EXPECT_GT(contents(*reader)->width(), 150);
}

TEST_F(ContentsWindowTest, click_goesToTheHeading)
{
    const auto reader = startWith(factsOf(kHeadings));
    reader->press(Qt::Key_T);

    click(*reader, u"中间"_s);

    EXPECT_EQ(reader->page()->heading(), u"中间"_s);
    EXPECT_TRUE(contents(*reader)->isVisible());
}

TEST_F(ContentsWindowTest, keys_goToTheHeading)
{
    const auto reader = startWith(factsOf(kHeadings));
    reader->press(Qt::Key_T);

    tree(*reader)->setFocus();
    tree(*reader)->setCurrentItem(tree(*reader)->topLevelItem(0));
    QTest::keyClick(tree(*reader), Qt::Key_Down);
    QTest::keyClick(tree(*reader), Qt::Key_Return);

    EXPECT_EQ(reader->page()->heading(), u"deep"_s);
}

TEST_F(ContentsWindowTest, reading_isFollowed)
{
    const auto reader = startWith(factsOf(kHeadings));
    reader->press(Qt::Key_T);

    reader->page()->scroll({.position = {}, .progress = 500, .isEnd = false, .heading = u"flat"_s});
    EXPECT_EQ(current(*reader), u"Flat"_s);
    EXPECT_TRUE(reader->page()->heading().isEmpty()); // following asks for nothing

    reader->page()->scroll({.position = {}, .progress = 0, .isEnd = false, .heading = {}});
    EXPECT_EQ(current(*reader), QString());
}

TEST_F(ContentsWindowTest, articleThatAsksForThem_opensThem_andTheNextDoesNot)
{
    core::PageFacts facts = factsOf(kHeadings);
    facts.opensContents = true;
    const auto reader = startWith(facts);
    EXPECT_TRUE(contents(*reader)->isVisible());
    EXPECT_TRUE(reader->action(u"contents"_s)->isChecked());

    reader->page()->setFacts(factsOf(kHeadings));
    reader->click(1);
    EXPECT_FALSE(contents(*reader)->isVisible());
    EXPECT_FALSE(reader->action(u"contents"_s)->isChecked());
}

TEST_F(ContentsWindowTest, choice_staysForTheNextArticle_andOverARestart)
{
    ui::WindowState state;
    {
        const auto reader = startWith(factsOf(kHeadings));
        reader->press(Qt::Key_T);
        reader->click(1);
        EXPECT_TRUE(contents(*reader)->isVisible());
        state = reader->window.state();
    }
    EXPECT_TRUE(state.areContentsShown);

    const auto reader = start();
    reader->window.restore(state);
    reader->window.resize(1280, 800); // it is restored no wider than the screen
    reader->page()->setFacts(factsOf(kHeadings));
    reader->click(0);
    EXPECT_TRUE(contents(*reader)->isVisible());
}

TEST_F(ContentsWindowTest, inANarrowWindow_theyLieOverThePage_untilAHeadingIsPicked)
{
    const auto reader = startWith(factsOf(kHeadings));
    reader->window.resize(720, 600);
    const int before = reader->page()->width();

    reader->press(Qt::Key_T);
    ASSERT_TRUE(contents(*reader)->isVisible());
    EXPECT_EQ(reader->page()->width(), before);
    click(*reader, u"Flat"_s);

    EXPECT_FALSE(contents(*reader)->isVisible());
    EXPECT_EQ(reader->page()->heading(), u"flat"_s);
}

TEST_F(ContentsWindowTest, escape_closesThemOverThePage_andLeavesThemBesideIt)
{
    const auto reader = startWith(factsOf(kHeadings));
    reader->press(Qt::Key_T);
    reader->press(Qt::Key_Escape);
    EXPECT_TRUE(contents(*reader)->isVisible());

    reader->window.resize(720, 600);
    reader->press(Qt::Key_Escape);
    EXPECT_FALSE(contents(*reader)->isVisible());
}

TEST_F(ContentsWindowTest, articleWithoutHeadings_saysSo)
{
    const auto reader = startWith({});
    reader->press(Qt::Key_T);

    EXPECT_FALSE(tree(*reader)->isVisible());
    QStringList texts;
    for (const QLabel *label : contents(*reader)->findChildren<QLabel *>()) {
        texts.append(label->isVisible() ? label->text() : QString());
    }
    EXPECT_TRUE(texts.contains(u"This article has no headings."_s));
}

} // namespace
} // namespace lectern
