#include "tests/support/sample_folder.h"
#include "ui/search/article_results.h"
#include "ui/search/saved_searches.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

namespace lectern {
namespace {

using namespace Qt::StringLiterals;
using ui::SavedSearches;

class SavedSearchesTest : public testing::Test
{
protected:
    SavedSearchesTest()
    {
        m_folder.writeSamples();
        m_results.setLibrary(m_folder.library());
    }

    /// `name = line` of each.
    QStringList list() const
    {
        QStringList list;
        for (const ui::SavedSearch &search : m_searches.list()) {
            list.append(search.name + u" = "_s + search.line);
        }
        return list;
    }

    QList<int> counts() const
    {
        QList<int> counts;
        for (const SavedSearches::Entry &entry : m_searches.entries()) {
            counts.append(entry.count);
        }
        return counts;
    }

    bool waitForCounts(const QList<int> &expected)
    {
        return QTest::qWaitFor([&] { return counts() == expected; }, 20'000);
    }

    test::SampleFolder m_folder;
    ui::ArticleResults m_results;
    SavedSearches m_searches{m_results};
};

TEST_F(SavedSearchesTest, add_keepsTheOrder_andGivesTakenNamesANumber)
{
    m_searches.add(u"  Stones  "_s, u"stone "_s);
    m_searches.add(u"Stones"_s, u"tag:stone"_s);

    EXPECT_EQ(list(), QStringList({u"Stones = stone"_s, u"Stones (2) = tag:stone"_s}));
}

TEST_F(SavedSearchesTest, add_wantsANameAndALine)
{
    m_searches.add(u" "_s, u"stone"_s);
    m_searches.add(u"Stones"_s, u"  "_s);

    EXPECT_EQ(list(), QStringList());
}

TEST_F(SavedSearchesTest, edits_areTold_butRestoringIsNot)
{
    const QSignalSpy edited(&m_searches, &SavedSearches::edited);

    m_searches.restore({{u"a"_s, u"stone"_s}, {u"b"_s, u"water"_s}});
    EXPECT_EQ(edited.size(), 0);
    m_searches.rename(u"a"_s, u"c"_s);
    m_searches.setLine(u"b"_s, u"is:broken"_s);
    m_searches.rename(u"c"_s, u"b"_s);
    EXPECT_EQ(list(), QStringList({u"b (2) = stone"_s, u"b = is:broken"_s}));
    m_searches.remove(u"b"_s);

    EXPECT_EQ(edited.size(), 4);
    EXPECT_EQ(list(), QStringList({u"b (2) = stone"_s}));
}

TEST_F(SavedSearchesTest, edits_ofUnknownNames_changeNothing)
{
    m_searches.add(u"a"_s, u"stone"_s);
    const QSignalSpy edited(&m_searches, &SavedSearches::edited);

    m_searches.rename(u"x"_s, u"y"_s);
    m_searches.setLine(u"x"_s, u"y"_s);
    m_searches.remove(u"x"_s);
    m_searches.rename(u"a"_s, u"a"_s);
    m_searches.rename(u"a"_s, u" "_s);

    EXPECT_EQ(edited.size(), 0);
    EXPECT_EQ(list(), QStringList({u"a = stone"_s}));
}

TEST_F(SavedSearchesTest, counts_comeByAndBy)
{
    m_searches.restore({{u"a"_s, u"stone"_s}, {u"b"_s, u"tag:history"_s}});
    EXPECT_EQ(counts(), QList<int>({SavedSearches::kUnknown, SavedSearches::kUnknown}));

    EXPECT_TRUE(waitForCounts({2, 3}));
}

TEST_F(SavedSearchesTest, counts_followTheLibrary_notTheLine)
{
    const QSignalSpy changed(&m_searches, &SavedSearches::changed);
    m_searches.restore({{u"a"_s, u"stone"_s}});
    ASSERT_TRUE(QTest::qWaitFor([&] { return changed.size() == 2; }, 20'000)); // and counted
    EXPECT_EQ(counts(), QList<int>({2}));

    m_results.setLine(u"water"_s);
    QCoreApplication::processEvents();
    EXPECT_EQ(changed.size(), 2);
    m_folder.write(u"new.md"_s, "---\ntitle: A stone\n---\n\nText.\n");
    m_results.setLibrary(m_folder.library());

    EXPECT_TRUE(waitForCounts({3}));
}

TEST_F(SavedSearchesTest, counts_followTheTexts)
{
    m_folder.write(u"walls.md"_s, "---\ntitle: Walls\n---\n\nMade of slate.\n");
    const auto library = m_folder.library();
    const QTemporaryDir cache;
    const auto pack = core::TextPack::update(cache.path().toStdString(), *library, {});
    m_results.setLibrary(library);
    m_searches.restore({{u"a"_s, u"body:slate"_s}, {u"b"_s, u"slate"_s}});
    ASSERT_TRUE(waitForCounts({0, 0}));

    m_results.setTexts(std::make_shared<core::BodySearch>(pack.value(), *library));
    EXPECT_TRUE(waitForCounts({1, 0}));
    m_results.setTextSearch(ui::TextSearch::On);

    EXPECT_TRUE(waitForCounts({1, 1}));
}

} // namespace
} // namespace lectern
