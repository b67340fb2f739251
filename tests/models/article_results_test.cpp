#include "tests/support/sample_folder.h"
#include "ui/models/article_results.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

namespace lectern {
namespace {

using Change = ui::ArticleResults::Change;

class ArticleResultsTest : public testing::Test
{
protected:
    ArticleResultsTest()
    {
        m_folder.writeSamples();
        m_results.setLibrary(m_folder.library());
    }

    QList<QByteArray> paths() const
    {
        QList<QByteArray> paths;
        for (const core::Row row : m_results.rows()) {
            paths.append(QByteArray::fromStdString(std::string(m_results.library()->path(row))));
        }
        return paths;
    }

    test::SampleFolder m_folder;
    ui::ArticleResults m_results;
};

TEST_F(ArticleResultsTest, line_selectsRows)
{
    m_results.setLine(QStringLiteral("科学"));

    EXPECT_EQ(paths(), QList<QByteArray>({"kexue.md"}));
    EXPECT_EQ(m_results.total(), 6);
}

TEST_F(ArticleResultsTest, termUse_editsTheLine)
{
    m_results.setLine(QStringLiteral("stone"));

    m_results.setTermUse(core::Taxonomy::Category, QStringLiteral("city"), core::TermUse::Included);

    EXPECT_EQ(m_results.line(), QStringLiteral("category:city stone"));
    EXPECT_EQ(paths(), QList<QByteArray>({"2025/bridges.md", "2025/lamps.md"}));
}

TEST_F(ArticleResultsTest, order_turnsTheRowsRound)
{
    m_results.setLine(QStringLiteral("category:nature"));

    m_results.setOrder({core::SortKey::Date, core::SortDirection::Ascending});

    EXPECT_EQ(paths(), QList<QByteArray>({"kexue.md", "2025/river.md"}));
}

TEST_F(ArticleResultsTest, sameLine_isNoChange)
{
    m_results.setLine(QStringLiteral("stone"));
    const QSignalSpy changes(&m_results, &ui::ArticleResults::changed);

    m_results.setLine(QStringLiteral("stone"));

    EXPECT_EQ(changes.size(), 0);
}

TEST_F(ArticleResultsTest, changed_saysWhatChanged)
{
    QSignalSpy changes(&m_results, &ui::ArticleResults::changed);

    m_results.setLine(QStringLiteral("x"));
    m_results.setLibrary(nullptr);

    ASSERT_EQ(changes.size(), 2);
    EXPECT_EQ(changes.at(0).at(0).value<Change>(), Change::Line);
    EXPECT_EQ(changes.at(1).at(0).value<Change>(), Change::Library);
    EXPECT_EQ(m_results.total(), 0);
}

} // namespace
} // namespace lectern
