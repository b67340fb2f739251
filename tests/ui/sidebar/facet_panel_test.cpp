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

/// The same with nested tags.
class TagPanelTest : public FolderPanelTest
{
protected:
    TagPanelTest()
    {
        tagged(u"1.md"_s, "科学/物理/光");
        tagged(u"2.md"_s, "科学/化学");
        tagged(u"3.md"_s, "旅行");
        m_results.setLibrary(m_folder.library());
    }

    void tagged(const QString &path, const std::string &tag) const
    {
        m_folder.write(path, "---\ntitle: A\ntags: [" + tag + "]\n---\n\nText.\n");
    }

    QModelIndex tag(const QString &name) const
    {
        return static_cast<ui::FacetModel *>(m_panel.model())->termIndex(QueryField::Tag, name);
    }

    bool isTagShown(const QString &name) const { return !m_panel.visualRect(tag(name)).isEmpty(); }

    void clickTagArrow(const QString &name)
    {
        const QModelIndex index = tag(name);
        click(ui::FacetDelegate::arrowArea(index, m_panel.visualRect(index)).center());
    }
};

TEST_F(TagPanelTest, aTagAboveOthers_opensByItsArrow_andFiltersToAllOfThem)
{
    EXPECT_FALSE(isTagShown(u"科学/物理"_s));
    clickTagArrow(u"科学"_s);
    EXPECT_TRUE(isTagShown(u"科学/物理"_s));
    EXPECT_EQ(m_results.line(), QString());

    click(m_panel.visualRect(tag(u"科学"_s)).center());
    EXPECT_EQ(m_results.line(), u"tag:科学"_s);
    EXPECT_EQ(m_results.rows().size(), 2U);
    EXPECT_TRUE(isTagShown(u"科学/物理"_s));
    click(m_panel.visualRect(tag(u"科学/化学"_s)).center());
    EXPECT_EQ(m_results.rows().size(), 1U);
    click(m_panel.visualRect(tag(u"科学/化学"_s)).center());
    click(m_panel.visualRect(tag(u"科学"_s)).center(), Qt::AltModifier);
    EXPECT_EQ(m_results.line(), u"-tag:科学"_s);
}

TEST_F(TagPanelTest, keys_openAndFilterTags)
{
    m_panel.setCurrentIndex(tag(u"科学"_s));

    QTest::keyClick(&m_panel, Qt::Key_Right);
    QTest::keyClick(&m_panel, Qt::Key_Down);
    const QString first = m_panel.currentIndex().data(ui::FacetModel::NameRole).toString();
    EXPECT_TRUE(first.startsWith(u"科学/"_s)) << first.toStdString();
    QTest::keyClick(&m_panel, Qt::Key_Return);
    EXPECT_EQ(m_results.line(), u"tag:"_s + first);
    EXPECT_EQ(m_panel.currentIndex(), tag(first));
    QTest::keyClick(&m_panel, Qt::Key_Left);
    QTest::keyClick(&m_panel, Qt::Key_Left);

    EXPECT_FALSE(isTagShown(first));
}

TEST_F(TagPanelTest, openTags_stayOpen_whenRowsAreMadeAnew)
{
    clickTagArrow(u"科学"_s);
    clickTagArrow(u"科学/物理"_s);
    m_results.setLine(u"tag:旅行"_s);
    m_results.setLine({});
    EXPECT_TRUE(isTagShown(u"科学/物理/光"_s));
    clickTagArrow(u"科学"_s);
    m_results.setLine(u"tag:旅行"_s);
    m_results.setLine({});

    EXPECT_FALSE(isTagShown(u"科学/物理"_s));
    EXPECT_TRUE(isShown(u"a"_s));
}

TEST_F(FolderPanelTest, sectionsWithoutTerms_areHidden)
{
    const auto *model = static_cast<ui::FacetModel *>(m_panel.model());
    const auto isHidden = [&](QueryField field) {
        return m_panel.isRowHidden(model->sectionIndex(field).row(), {});
    };
    EXPECT_TRUE(isHidden(QueryField::Tag));
    EXPECT_TRUE(isHidden(QueryField::Category));
    EXPECT_FALSE(isHidden(QueryField::Folder));

    m_folder.write(u"a/5.md"_s, "---\ntags: [one]\n---\n");
    m_results.setLibrary(m_folder.library());
    EXPECT_FALSE(isHidden(QueryField::Tag));
    EXPECT_TRUE(isHidden(QueryField::Category));
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
