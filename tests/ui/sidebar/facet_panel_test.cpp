#include "tests/support/sample_folder.h"
#include "ui/search/article_results.h"
#include "ui/sidebar/facet_delegate.h"
#include "ui/sidebar/facet_model.h"
#include "ui/sidebar/facet_panel.h"

#include <QTest>

#include <gtest/gtest.h>

namespace lectern {
namespace {

using namespace Qt::StringLiterals;
using core::QueryField;

/// The sidebar and the line that it writes, as in the window.
class FolderPanelTest : public testing::Test
{
protected:
    FolderPanelTest()
    {
        for (const char *path : {"a/b/1.md", "a/b/c/2.md", "a/3.md", "d e/4.md"}) {
            article(QString::fromLatin1(path));
        }
        QObject::connect(&m_panel, &ui::FacetPanel::termUseRequested, &m_results,
                         &ui::ArticleResults::setTermUse);
        QObject::connect(&m_results, &ui::ArticleResults::changed, &m_panel,
                         [this] { m_panel.showResults(m_results); });
        m_panel.resize(260, 500);
        m_panel.show();
        m_results.setLibrary(m_folder.library());
    }

    void article(const QString &path) const
    {
        m_folder.write(path, "---\ntitle: A\n---\n\nText.\n");
    }

    QModelIndex folder(const QString &path) const
    {
        return static_cast<ui::FacetModel *>(m_panel.model())->termIndex(QueryField::Folder, path);
    }

    bool isShown(const QString &path) const { return !m_panel.visualRect(folder(path)).isEmpty(); }

    void click(const QPoint &place, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::mouseClick(m_panel.viewport(), Qt::LeftButton, modifiers, place);
    }

    void clickArrow(const QString &path)
    {
        const QModelIndex index = folder(path);
        click(ui::FacetDelegate::arrowArea(index, m_panel.visualRect(index)).center());
    }

    test::SampleFolder m_folder;
    ui::ArticleResults m_results;
    ui::FacetPanel m_panel;
};

TEST_F(FolderPanelTest, firstLevel_isOpen_andTheRestIsNot)
{
    EXPECT_TRUE(isShown(u"a"_s));
    EXPECT_TRUE(isShown(u"d e"_s));
    EXPECT_FALSE(isShown(u"a/b"_s));
    EXPECT_FALSE(m_panel.grab().isNull());
}

TEST_F(FolderPanelTest, arrow_opensAndCloses_withoutFiltering)
{
    clickArrow(u"a"_s);
    EXPECT_TRUE(isShown(u"a/b"_s));
    EXPECT_FALSE(isShown(u"a/b/c"_s));
    clickArrow(u"a/b"_s);
    EXPECT_TRUE(isShown(u"a/b/c"_s));
    EXPECT_TRUE(ui::FacetDelegate::arrowArea(folder(u"d e"_s), QRect(0, 0, 200, 20)).isEmpty());
    clickArrow(u"a"_s);

    EXPECT_FALSE(isShown(u"a/b"_s));
    EXPECT_EQ(m_results.line(), QString());
}

TEST_F(FolderPanelTest, click_filtersByTheFolder_andAgainNot)
{
    click(m_panel.visualRect(folder(u"d e"_s)).center());
    EXPECT_EQ(m_results.line(), u"folder:\"d e\""_s);
    EXPECT_EQ(m_results.rows().size(), 1U);
    click(m_panel.visualRect(folder(u"a"_s)).center());
    EXPECT_EQ(m_results.line(), u"folder:a"_s);
    EXPECT_EQ(m_results.rows().size(), 3U);
    click(m_panel.visualRect(folder(u"a"_s)).center());
    EXPECT_EQ(m_results.line(), QString());
    click(m_panel.visualRect(folder(u"a"_s)).center(), Qt::AltModifier);

    EXPECT_EQ(m_results.line(), u"-folder:a"_s);
}

TEST_F(FolderPanelTest, keys_openAndFilter)
{
    m_panel.setCurrentIndex(folder(u"a"_s));

    QTest::keyClick(&m_panel, Qt::Key_Right);
    QTest::keyClick(&m_panel, Qt::Key_Down);
    EXPECT_EQ(m_panel.currentIndex(), folder(u"a/b"_s));
    QTest::keyClick(&m_panel, Qt::Key_Return);
    EXPECT_EQ(m_results.line(), u"folder:a/b"_s);
    EXPECT_EQ(m_panel.currentIndex(), folder(u"a/b"_s));
    QTest::keyClick(&m_panel, Qt::Key_Left);
    QTest::keyClick(&m_panel, Qt::Key_Left);

    EXPECT_FALSE(isShown(u"a/b"_s));
}

TEST_F(FolderPanelTest, openFolders_stayOpen_whenFoldersCome)
{
    clickArrow(u"a"_s);
    clickArrow(u"a/b"_s);
    m_results.setLine(u"nothing"_s);
    EXPECT_TRUE(isShown(u"a/b/c"_s));
    article(u"new/5.md"_s);

    m_results.setLibrary(m_folder.library());

    EXPECT_TRUE(isShown(u"new"_s));
    EXPECT_TRUE(isShown(u"a/b/c"_s));
}

TEST_F(FolderPanelTest, section_isHidden_whereThereIsNothingToChoose)
{
    const test::SampleFolder flat;
    flat.write(u"1.md"_s, "---\ntitle: A\n---\n\nText.\n");
    const auto section
        = static_cast<ui::FacetModel *>(m_panel.model())->sectionIndex(QueryField::Folder);
    EXPECT_FALSE(m_panel.isRowHidden(section.row(), {}));

    m_results.setLibrary(flat.library());

    EXPECT_TRUE(m_panel.isRowHidden(section.row(), {}));
}

} // namespace
} // namespace lectern
