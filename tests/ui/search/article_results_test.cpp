#include "core/search/query_edits.h"
#include "tests/support/sample_folder.h"
#include "ui/search/article_results.h"

#include <QSignalSpy>
#include <QTemporaryDir>

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

    m_results.setTermUse(core::QueryField::Category, QStringLiteral("city"),
                         core::TermUse::Included);

    EXPECT_EQ(m_results.line(), QStringLiteral("category:city stone"));
    EXPECT_EQ(paths(), QList<QByteArray>({"2025/bridges.md", "2025/lamps.md"}));
}

TEST_F(ArticleResultsTest, date_editsTheLine)
{
    m_results.setLine(QStringLiteral("stone date:2024"));

    m_results.setDate(QStringLiteral("2025-03"));
    EXPECT_EQ(m_results.line(), QStringLiteral("date:2025-03 stone"));
    m_results.setDate({});

    EXPECT_EQ(m_results.line(), QStringLiteral("stone"));
}

TEST_F(ArticleResultsTest, months_areThoseWithoutTheDate)
{
    m_results.setLine(QStringLiteral("tag:history"));
    const std::vector<core::MonthCount> expected{{2025, 3, 3}};
    EXPECT_EQ(m_results.months(), expected);

    m_results.setLine(QStringLiteral("tag:history date:2020"));

    EXPECT_TRUE(m_results.rows().empty());
    EXPECT_EQ(m_results.months(), expected);
}

TEST_F(ArticleResultsTest, count_tellsOfAnyLine)
{
    m_results.setLine(QStringLiteral("water"));

    EXPECT_EQ(m_results.count(QStringLiteral("tag:history")), 3);
    EXPECT_EQ(m_results.count({}), 6);
    m_results.setLibrary(nullptr);
    EXPECT_EQ(m_results.count({}), 0);
    EXPECT_TRUE(m_results.months().empty());
}

TEST_F(ArticleResultsTest, excludingCondition_namesThePart)
{
    m_results.setLine(QStringLiteral("stone tag:none"));
    EXPECT_EQ(m_results.excludingCondition(), QStringLiteral("tag:none"));

    m_results.setLine(QStringLiteral("stone"));

    EXPECT_EQ(m_results.excludingCondition(), QString());
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

class TextSearchTest : public ArticleResultsTest
{
protected:
    TextSearchTest()
    {
        m_folder.write(QStringLiteral("2025/walls.md"),
                       "---\ntitle: Walls\ndate: 2025-04-01\n---\n\nMade of Stone.\n");
        m_library = m_folder.library();
        const auto pack = core::TextPack::update(m_cache.path().toStdString(), *m_library, {});
        m_texts = std::make_shared<core::BodySearch>(pack.value(), *m_library);
    }

    QTemporaryDir m_cache;
    std::shared_ptr<const core::Library> m_library;
    std::shared_ptr<const core::BodySearch> m_texts;
};

TEST_F(TextSearchTest, switch_looksIntoTexts_andRanksThemLast)
{
    m_results.setLibrary(m_library, m_texts);
    m_results.setLine(QStringLiteral("stone"));
    EXPECT_EQ(paths(), QList<QByteArray>({"2025/bridges.md", "2025/lamps.md"}));

    m_results.setTextSearch(ui::TextSearch::On);

    EXPECT_EQ(paths(), QList<QByteArray>({"2025/bridges.md", "2025/lamps.md", "2025/walls.md"}));
}

TEST_F(TextSearchTest, switch_leavesAnOrderThatWasChosen)
{
    m_results.setLibrary(m_library, m_texts);
    m_results.setTextSearch(ui::TextSearch::On);
    m_results.setLine(QStringLiteral("stone"));

    m_results.setOrder({core::SortKey::Title, core::SortDirection::Descending});
    EXPECT_EQ(paths().first(), QByteArray("2025/walls.md"));
    m_results.setOrder({});
    m_results.setLine(QStringLiteral("stone sort:date"));

    EXPECT_EQ(paths().first(), QByteArray("2025/walls.md"));
}

TEST_F(TextSearchTest, bodyField_needsNoSwitch)
{
    m_results.setLibrary(m_library, m_texts);

    m_results.setLine(QStringLiteral("body:\"of stone\""));

    EXPECT_EQ(paths(), QList<QByteArray>({"2025/walls.md"}));
}

TEST_F(TextSearchTest, rowsFollow_whenTheTextsCome)
{
    m_results.setLibrary(m_library);
    m_results.setLine(QStringLiteral("body:stone"));
    EXPECT_TRUE(m_results.isWaitingForTexts());
    EXPECT_TRUE(paths().isEmpty());
    QSignalSpy changes(&m_results, &ui::ArticleResults::changed);

    m_results.setTexts(m_texts);

    EXPECT_FALSE(m_results.isWaitingForTexts());
    EXPECT_EQ(paths(), QList<QByteArray>({"2025/walls.md"}));
    ASSERT_EQ(changes.size(), 1);
    EXPECT_EQ(changes.at(0).at(0).value<Change>(), Change::Texts);
}

TEST_F(TextSearchTest, texts_leaveTheRows_whenTheyAreNotLookedInto)
{
    m_results.setLibrary(m_library);
    m_results.setLine(QStringLiteral("stone"));
    const QList<QByteArray> before = paths();

    m_results.setTexts(m_texts);

    EXPECT_EQ(paths(), before);
}

TEST_F(TextSearchTest, rowsStayTheSame_howeverOftenTheyAreAskedFor)
{
    m_results.setLibrary(m_library, m_texts);
    for (int round = 0; round < 3; ++round) {
        for (int number = 0; number < 20; ++number) {
            m_results.setLine(QStringLiteral("body:x%1").arg(number));
            EXPECT_TRUE(paths().isEmpty());
        }
        m_results.setLine(QStringLiteral("body:stone"));
        EXPECT_EQ(paths(), QList<QByteArray>({"2025/walls.md"}));
        m_results.setLine(QStringLiteral("-body:stone"));
        EXPECT_EQ(paths().size(), 6);
    }
}

} // namespace
} // namespace lectern
