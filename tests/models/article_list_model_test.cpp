#include "tests/support/sample_folder.h"
#include "ui/models/article_list_model.h"
#include "ui/models/article_roles.h"

#include <QAbstractItemModelTester>
#include <QLocale>

#include <gtest/gtest.h>

namespace lectern {
namespace {

using ui::ArticleListModel;

class ArticleListModelTest : public testing::Test
{
protected:
    ArticleListModelTest()
    {
        QLocale::setDefault(QLocale::c());
        m_folder.writeSamples();
        m_library = m_folder.library();
    }

    std::vector<core::Row> newestFirst() const
    {
        const auto rows = m_library->rowsByDate();
        return {rows.begin(), rows.end()};
    }

    test::SampleFolder m_folder;
    std::shared_ptr<const core::Library> m_library;
    ArticleListModel m_model;
    QAbstractItemModelTester m_tester{&m_model,
                                      QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(ArticleListModelTest, data_tellsWhatTheFrontMatterSays)
{
    m_model.setRows(m_library, newestFirst());

    const QModelIndex first = m_model.index(0);

    EXPECT_EQ(first.data().toString(), QStringLiteral("Bridges of the old town"));
    EXPECT_EQ(first.data(ui::SummaryRole).toString(), QStringLiteral("How stone carries weight."));
    EXPECT_EQ(first.data(ui::DateRole).toString(), QStringLiteral("5 Mar 2025"));
    EXPECT_EQ(first.data(ui::CategoriesRole).toString(), QStringLiteral("city"));
    EXPECT_EQ(first.data(ui::LanguageRole).toString(), QStringLiteral("en"));
    EXPECT_EQ(first.data(ui::PathRole).toByteArray(), QByteArray("2025/bridges.md"));
    EXPECT_FALSE(first.data(ui::BrokenRole).toBool());
}

TEST_F(ArticleListModelTest, date_isMarked_whenOnlyTheFileHasOne)
{
    m_folder.write(QStringLiteral("plain.md"), "# Plain\n");
    m_library = m_folder.library();
    m_model.setRows(m_library, newestFirst());

    const QString date = m_model.indexOf("plain.md").data(ui::DateRole).toString();

    EXPECT_TRUE(date.endsWith(QStringLiteral(" (time of the file)"))) << date.toStdString();
}

TEST_F(ArticleListModelTest, data_marksBrokenArticles)
{
    m_model.setRows(m_library, newestFirst());

    const QModelIndex broken = m_model.indexOf("broken.md");

    ASSERT_TRUE(broken.isValid());
    EXPECT_TRUE(broken.data(ui::BrokenRole).toBool());
    EXPECT_TRUE(
        broken.data(Qt::AccessibleTextRole).toString().endsWith(QStringLiteral("has a problem")));
}

TEST_F(ArticleListModelTest, accessibleText_readsTitleDateAndCategory)
{
    m_model.setRows(m_library, newestFirst());

    EXPECT_EQ(m_model.index(1).data(Qt::AccessibleTextRole).toString(),
              QStringLiteral("The river in spring, 4 Mar 2025, nature"));
}

TEST_F(ArticleListModelTest, indexOf_isInvalid_whenTheRowsLackTheArticle)
{
    m_model.setRows(m_library, {newestFirst().front()});

    EXPECT_TRUE(m_model.indexOf("2025/bridges.md").isValid());
    EXPECT_FALSE(m_model.indexOf("kexue.md").isValid());
    EXPECT_FALSE(m_model.indexOf("absent.md").isValid());
    EXPECT_FALSE(m_model.indexOf({}).isValid());
}

TEST_F(ArticleListModelTest, setRows_replacesEverything)
{
    m_model.setRows(m_library, newestFirst());

    m_model.setRows(m_library, {});

    EXPECT_EQ(m_model.rowCount(), 0);
}

TEST_F(ArticleListModelTest, setRows_takesNoLibrary)
{
    m_model.setRows(m_library, newestFirst());

    m_model.setRows(nullptr, {});

    EXPECT_EQ(m_model.rowCount(), 0);
    EXPECT_FALSE(m_model.indexOf("kexue.md").isValid());
}

} // namespace
} // namespace lectern
