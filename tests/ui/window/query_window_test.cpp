#include "core/search/query_edits.h"
#include "tests/support/fake_reader_view.h"
#include "tests/support/sample_folder.h"
#include "ui/search/timeline.h"
#include "ui/session/library_session.h"
#include "ui/session/reading_states.h"
#include "ui/sidebar/facet_model.h"
#include "ui/sidebar/facet_panel.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>

#include <gtest/gtest.h>

namespace lectern {
namespace {

using namespace Qt::StringLiterals;

constexpr int kPatienceMs = 20'000;

/// What the window does with the query line: words for it, suggestions, saved searches, timeline.
class QueryWindowTest : public testing::Test
{
protected:
    QueryWindowTest()
    {
        m_folder.writeSamples();
        m_window.show();
        (void)QTest::qWaitForWindowActive(&m_window);
        m_window.openPath(m_folder.path());
        if (!QTest::qWaitFor([this] { return m_session.library() && !m_session.isBusy(); },
                             kPatienceMs)) {
            ADD_FAILURE() << "the folder takes too long";
        }
    }

    template <typename Widget>
    Widget *find(const QString &name = {}) const
    {
        return m_window.findChild<Widget *>(name);
    }

    QLineEdit *field() const { return find<QLineEdit>(u"search"_s); }

    void search(const QString &line)
    {
        field()->setFocus();
        field()->selectAll();
        QTest::keyClicks(field(), line);
    }

    const ui::FacetModel *sidebar() const
    {
        return qobject_cast<const ui::FacetModel *>(find<ui::FacetPanel>()->model());
    }

    /// `name count` of each saved search in the sidebar.
    QStringList saved() const
    {
        QStringList rows;
        const QModelIndex section = sidebar()->searchSectionIndex();
        for (int row = 0; row < sidebar()->rowCount(section); ++row) {
            const QModelIndex index = sidebar()->index(row, 0, section);
            rows.append(index.data().toString() + u' '
                        + index.data(ui::FacetModel::CountRole).toString());
        }
        return rows;
    }

    bool waitForSaved(const QStringList &rows)
    {
        return QTest::qWaitFor([&] { return saved() == rows; }, kPatienceMs);
    }

    /// Accepts the dialog that asks for a name, with \a name instead of what it suggests.
    QString answerName(const QString &name)
    {
        auto *dialog = find<QInputDialog>(u"searchName"_s);
        if (dialog == nullptr) {
            return {};
        }
        const QString suggested = dialog->textValue();
        dialog->setTextValue(name);
        dialog->accept();
        return suggested;
    }

    void clickSaved(const QString &name)
    {
        auto *panel = find<ui::FacetPanel>();
        QTest::mouseClick(panel->viewport(), Qt::LeftButton, {},
                          panel->visualRect(sidebar()->searchIndex(name)).center());
    }

    test::SampleFolder m_folder;
    ui::LibrarySession m_session{std::string()};
    ui::ReadingStates m_states{std::string()};
    ui::MainWindow m_window{m_session, m_states,
                            [](QWidget *parent) { return new test::FakeReaderView(parent); }};
};

TEST_F(QueryWindowTest, explanation_isShown_whenTheLineIsMoreThanWords)
{
    const auto *explanation = find<QLabel>(u"searchExplanation"_s);

    search(u"stone"_s);
    EXPECT_FALSE(explanation->isVisible());
    search(u"tag:history -stone"_s);
    EXPECT_TRUE(explanation->isVisible());
    EXPECT_EQ(explanation->text(), u"tagged “history”, without “stone”"_s);
    EXPECT_TRUE(explanation->toolTip().contains(explanation->text()));
    search(u"tag:history date:so"_s);

    EXPECT_EQ(explanation->text(), u"tagged “history”"_s);
    EXPECT_TRUE(find<QLabel>(u"searchHint"_s)->isVisible());
}

TEST_F(QueryWindowTest, explanation_keepsToTwoLines)
{
    const auto *explanation = find<QLabel>(u"searchExplanation"_s);
    search(u"tag:history"_s);
    const int one = explanation->heightForWidth(1000);

    search(u"-aaaaaaa -bbbbbbbb -cccccccc -dddddddd -eeeeeeee -ffffffff -gggggggg -hhhhhhhh"_s);

    EXPECT_EQ(explanation->heightForWidth(100), 2 * one);
    EXPECT_FALSE(m_window.grab().isNull());
}

TEST_F(QueryWindowTest, suggestion_isTakenIntoTheSearch)
{
    search(u"tag:hist"_s);
    const auto *list = find<QListView>(u"suggestions"_s);
    ASSERT_TRUE(list && list->isVisible());
    QTest::keyClick(field(), Qt::Key_Down);
    EXPECT_TRUE(field()->hasFocus());
    QTest::keyClick(field(), Qt::Key_Return);

    EXPECT_EQ(field()->text(), u"tag:history "_s);
    EXPECT_FALSE(list->isVisible());
    EXPECT_EQ(find<QLabel>(u"hits"_s)->text(), u"3 of 6 article(s)"_s);
}

TEST_F(QueryWindowTest, savedSearch_appearsWithItsCount_andIsAppliedByAClick)
{
    auto *save = find<QAction>(u"saveSearch"_s);
    EXPECT_FALSE(save->isEnabled());
    search(u"tag:history"_s);

    QTest::keyClick(field(), Qt::Key_D, Qt::ControlModifier);
    EXPECT_EQ(answerName(u"Old things"_s), u"tag:history"_s);
    ASSERT_TRUE(waitForSaved({u"Old things 3"_s}));
    search(u"stone"_s);
    clickSaved(u"Old things"_s);
    EXPECT_EQ(field()->text(), u"tag:history"_s);
    EXPECT_EQ(sidebar()->searchIndex(u"Old things"_s).data(ui::FacetModel::UseRole).toInt(),
              static_cast<int>(core::TermUse::Included));
    clickSaved(u"Old things"_s);

    EXPECT_EQ(field()->text(), QString());
}

TEST_F(QueryWindowTest, savedSearch_countsFollowTheFolder)
{
    m_window.savedSearches().add(u"Stones"_s, u"stone"_s);
    ASSERT_TRUE(waitForSaved({u"Stones 2"_s}));

    m_folder.write(u"new.md"_s, "---\ntitle: A stone\n---\n\nText.\n");
    m_session.refresh();

    EXPECT_TRUE(waitForSaved({u"Stones 3"_s}));
}

TEST_F(QueryWindowTest, savedSearch_isRenamedReplacedAndDeletedByKeysAndMenu)
{
    m_window.savedSearches().add(u"Stones"_s, u"stone"_s);
    auto *panel = find<ui::FacetPanel>();
    panel->setFocus();
    panel->setCurrentIndex(sidebar()->searchIndex(u"Stones"_s));

    QTest::keyClick(panel, Qt::Key_F2);
    EXPECT_EQ(answerName(u"Rocks"_s), u"Stones"_s);
    ASSERT_TRUE(waitForSaved({u"Rocks 2"_s}));
    search(u"tag:water"_s);
    panel->setFocus();
    panel->setCurrentIndex(sidebar()->searchIndex(u"Rocks"_s));
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QCoreApplication::sendEvent(panel->viewport(), &event);
    const auto *menu = panel->findChild<QMenu *>();
    ASSERT_TRUE(menu && menu->actions().size() == 3);
    menu->actions().at(1)->trigger();
    EXPECT_TRUE(waitForSaved({u"Rocks 2"_s}));
    EXPECT_EQ(m_window.savedSearches().list().value(0).line, u"tag:water"_s);

    panel->setCurrentIndex(sidebar()->searchIndex(u"Rocks"_s));
    QTest::keyClick(panel, Qt::Key_Delete);
    const auto *box = find<QMessageBox>(u"deleteSearch"_s);
    ASSERT_TRUE(box);
    for (QAbstractButton *button : box->buttons()) {
        if (box->buttonRole(button) == QMessageBox::DestructiveRole) {
            QTest::mouseClick(button, Qt::LeftButton);
        }
    }

    EXPECT_EQ(saved(), QStringList());
    EXPECT_TRUE(panel->isRowHidden(sidebar()->searchSectionIndex().row(), {}));
}

TEST_F(QueryWindowTest, bookmarkInTheField_savesTheSearch)
{
    const auto visible = [this] {
        return std::ranges::count_if(field()->actions(),
                                     [](const QAction *action) { return action->isVisible(); });
    };
    const auto before = visible();
    search(u"stone"_s);
    EXPECT_EQ(visible(), before + 1);

    for (QAction *action : field()->actions()) {
        if (action->toolTip() == find<QAction>(u"saveSearch"_s)->toolTip()) {
            action->trigger();
        }
    }

    EXPECT_EQ(answerName(u"Stones"_s), u"stone"_s);
    EXPECT_TRUE(waitForSaved({u"Stones 2"_s}));
}

TEST_F(QueryWindowTest, timeline_writesTheQueryLine)
{
    auto *timeline = find<ui::Timeline>();
    ASSERT_TRUE(timeline->isVisible());
    ASSERT_EQ(timeline->bars().size(), 2U); // February and March 2025
    search(u"stone"_s);

    QTest::mouseClick(timeline, Qt::LeftButton, {},
                      timeline->barArea(static_cast<int>(timeline->bars().size()) - 1).center());

    EXPECT_EQ(field()->text(), u"date:2025-03 stone"_s);
    EXPECT_EQ(find<QLabel>(u"searchExplanation"_s)->text(), u"from March 2025, with “stone”"_s);
}

} // namespace
} // namespace lectern
