#include "core/state/quote_anchor.h"
#include "tests/support/sample_folder.h"
#include "ui/common/marked_text.h"
#include "ui/highlights/highlight_list_model.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include <algorithm>

namespace lectern {
namespace {

using namespace Qt::StringLiterals;
using core::HighlightColour;
using ui::HighlightListModel;
using ui::HighlightOrder;

constexpr core::StateId kLost = 99;

// Rows of the samples, by path; the article of a row has its number and one more.
constexpr core::Row kBridges = 0;
constexpr core::Row kKexue = 4;

core::Highlight highlight(core::HighlightId id, core::StateId article, std::string quote,
                          std::string note = {}, HighlightColour colour = HighlightColour::Yellow)
{
    core::Highlight made;
    made.id = id;
    made.article = article;
    made.colour = colour;
    made.note = std::move(note);
    made.place.quote = std::move(quote);
    made.place.start = static_cast<std::uint64_t>(100 - id);
    made.createdAt = 1'740'830'400 + id; // 1 March 2025
    return made;
}

std::vector<core::Highlight> samples()
{
    return {highlight(1, kBridges + 1, "stone carries weight", "Is it so?"),
            highlight(2, kBridges + 1, "arches", {}, HighlightColour::Green),
            highlight(3, kKexue + 1, "星星的科學", "真的", HighlightColour::Green),
            highlight(4, kLost, "a lost sentence", "stone?")};
}

class HighlightListModelTest : public testing::Test
{
protected:
    HighlightListModelTest()
    {
        m_folder.writeSamples();
        m_library = m_folder.library();
    }

    std::shared_ptr<core::StateSnapshot> statesOf(std::vector<core::Highlight> highlights) const
    {
        auto states = std::make_shared<core::StateSnapshot>();
        const core::Row rows = m_library->size();
        for (core::Row row = 0; row < rows; ++row) {
            states->article.push_back(row + 1);
        }
        states->status.assign(rows, core::ReadStatus::Unread);
        states->flags.assign(rows, static_cast<std::uint8_t>(core::StateFlag::HasHighlight));
        states->unplaced = {{kLost, {}}};
        states->unplacedArticles = {{kLost, {}}};
        states->unplacedArticles.front().key.title = "Gone";
        std::ranges::stable_sort(highlights, {}, &core::Highlight::article);
        states->highlights
            = std::make_shared<const std::vector<core::Highlight>>(std::move(highlights));
        return states;
    }

    void show(std::vector<core::Highlight> highlights)
    {
        m_model.setStates(m_library, statesOf(std::move(highlights)));
    }

    QVariant at(int row, int role) const { return m_model.index(row).data(role); }

    /// The numbers of the highlights that are listed.
    std::vector<int> listed() const
    {
        std::vector<int> ids;
        for (int row = 0; row < m_model.rowCount(); ++row) {
            ids.push_back(at(row, HighlightListModel::IdRole).toInt());
        }
        return ids;
    }

    std::vector<int> found(const ui::HighlightFilter &filter)
    {
        m_model.setFilter(filter);
        return listed();
    }

    test::SampleFolder m_folder;
    std::shared_ptr<const core::Library> m_library;
    HighlightListModel m_model;
    QAbstractItemModelTester m_tester{&m_model,
                                      QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(HighlightListModelTest, isOrderedByDate_orByArticleAndPlace)
{
    show(samples());
    EXPECT_EQ(listed(), (std::vector{4, 3, 2, 1}));

    m_model.setOrder(HighlightOrder::Article);
    EXPECT_EQ(listed(), (std::vector{2, 1, 3, 4})); // those of no article are the last

    m_model.setOrder(HighlightOrder::Date);
    EXPECT_EQ(listed(), (std::vector{4, 3, 2, 1}));
}

TEST_F(HighlightListModelTest, showsWhatTheHighlightAndItsArticleSay)
{
    show(samples());

    EXPECT_EQ(at(1, HighlightListModel::QuoteRole).value<ui::MarkedText>().text, u"星星的科學"_s);
    EXPECT_EQ(at(1, HighlightListModel::NoteRole).value<ui::MarkedText>().text, u"真的"_s);
    EXPECT_EQ(at(1, HighlightListModel::TitleRole).toString(), u"科学的春天"_s);
    EXPECT_EQ(at(1, HighlightListModel::LanguageRole).toString(), u"zh-CN"_s);
    EXPECT_EQ(at(1, HighlightListModel::DateRole).toString(), u"1 Mar 2025"_s);
    EXPECT_EQ(at(1, HighlightListModel::ColourRole).toInt(), 1);
    EXPECT_EQ(at(1, HighlightListModel::PathRole).toByteArray(), "kexue.md");
    EXPECT_TRUE(at(3, Qt::AccessibleTextRole)
                    .toString()
                    .startsWith(u"Yellow, stone carries weight, Is it so?, Bridges"_s));
}

TEST_F(HighlightListModelTest, quoteOfManyLines_isOneLineAndCut)
{
    show({highlight(1, 1, "one\n\n  two" + std::string(100'000, 'x')),
          highlight(2, 1, "线\n" + std::string(2000, 'y'))});

    const QString quote = at(1, HighlightListModel::QuoteRole).value<ui::MarkedText>().text;
    EXPECT_TRUE(quote.startsWith(u"one two"_s));
    EXPECT_LE(quote.size(), 600);
    EXPECT_TRUE(at(0, Qt::DisplayRole).toString().startsWith(u"线 yy"_s));
}

TEST_F(HighlightListModelTest, words_areLookedForInQuoteNoteAndTitle_folded)
{
    show(samples());

    EXPECT_EQ(found({.words = u"STONE"_s}), (std::vector{4, 1}));
    EXPECT_EQ(found({.words = u"old  ARCHES"_s}), (std::vector{2})); // title and quote
    EXPECT_EQ(found({.words = u"科学"_s}), (std::vector{3}));
    EXPECT_EQ(found({.words = u"ｉｓ it"_s}), (std::vector{1}));
    EXPECT_EQ(found({.words = u"gone"_s}), (std::vector{4}));
    EXPECT_EQ(found({.words = u"stones"_s}), (std::vector<int>{}));
    EXPECT_EQ(found({.words = u" "_s}), (std::vector{4, 3, 2, 1}));
}

TEST_F(HighlightListModelTest, wordsThatWereFound_areMarked)
{
    show(samples());
    m_model.setFilter({.words = u"carries"_s});

    const auto quote = at(0, HighlightListModel::QuoteRole).value<ui::MarkedText>();

    ASSERT_EQ(quote.marks.size(), 1);
    EXPECT_EQ(quote.marks.front(), (ui::MarkedText::Mark{6, 7}));
}

TEST_F(HighlightListModelTest, colourAndArticle_filterTogetherWithWords)
{
    show(samples());

    EXPECT_EQ(found({.colour = HighlightColour::Green}), (std::vector{3, 2}));
    EXPECT_EQ(found({.article = kBridges + 1}), (std::vector{2, 1}));
    EXPECT_EQ(found({.colour = HighlightColour::Green, .article = kBridges + 1}), (std::vector{2}));
    EXPECT_EQ(found({.words = u"stone"_s, .article = kLost}), (std::vector{4}));
    EXPECT_EQ(found({.colour = HighlightColour::Red}), (std::vector<int>{}));
    EXPECT_EQ(m_model.all().size(), 4U);
}

TEST_F(HighlightListModelTest, articles_areThoseWithHighlights_byTitle)
{
    show(samples());
    m_model.setFilter({.words = u"nothing"_s});

    const std::vector<HighlightListModel::Article> articles = m_model.articles();

    ASSERT_EQ(articles.size(), 3U);
    EXPECT_EQ(articles[0], (HighlightListModel::Article{1, u"Bridges of the old town"_s, 2}));
    EXPECT_EQ(articles[1], (HighlightListModel::Article{kLost, u"Gone"_s, 1}));
    EXPECT_EQ(articles[2].highlights, 1);
}

TEST_F(HighlightListModelTest, whatStaysListed_keepsItsRow_whenOthersComeAndGo)
{
    show(samples());
    const QPersistentModelIndex lost = m_model.index(0);
    const QPersistentModelIndex first = m_model.index(3);
    QSignalSpy resets(&m_model, &QAbstractItemModel::modelReset);

    std::vector<core::Highlight> others = samples();
    others.erase(others.begin() + 1); // the third row
    show(others);
    EXPECT_EQ(listed(), (std::vector{4, 3, 1}));
    EXPECT_TRUE(lost.isValid());
    EXPECT_EQ(first.row(), 2);

    others.push_back(highlight(7, kBridges + 1, "newest"));
    show(others);
    EXPECT_EQ(listed(), (std::vector{7, 4, 3, 1}));
    EXPECT_EQ(lost.row(), 1);
    EXPECT_EQ(resets.count(), 0);

    others.front().note = "Another note";
    show(others);
    EXPECT_EQ(first.data(HighlightListModel::NoteRole).value<ui::MarkedText>().text,
              u"Another note"_s);
    show({});
    EXPECT_EQ(m_model.rowCount(), 0);
    EXPECT_FALSE(first.isValid());
}

TEST_F(HighlightListModelTest, otherStatesOfTheSameHighlights_changeNothing)
{
    const auto states = statesOf(samples());
    m_model.setStates(m_library, states);
    QSignalSpy changes(&m_model, &QAbstractItemModel::dataChanged);
    const auto read = std::make_shared<core::StateSnapshot>(*states);
    read->status[0] = core::ReadStatus::Read;

    m_model.setStates(m_library, read);

    EXPECT_EQ(changes.count(), 0);
    m_model.setStates(nullptr, nullptr);
    EXPECT_EQ(m_model.rowCount(), 0);
}

TEST_F(HighlightListModelTest, unplaced_isWhatHasNoArticle_orIsNotInIt)
{
    const std::string text = "See the river.";
    core::Highlight there = highlight(5, kBridges + 1, {});
    there.place = *core::selectorOf(text, {4, 13});
    core::Highlight gone = highlight(6, kBridges + 1, {});
    gone.place = *core::selectorOf("A sentence that nobody says any more.", {2, 10});
    show({there, gone, samples().back()});
    const QSignalSpy changes(&m_model, &QAbstractItemModel::dataChanged);
    EXPECT_FALSE(at(0, HighlightListModel::UnplacedRole).toBool()); // not known yet
    EXPECT_FALSE(at(1, HighlightListModel::UnplacedRole).toBool());
    EXPECT_TRUE(at(2, HighlightListModel::UnplacedRole).toBool());

    ASSERT_TRUE(QTest::qWaitFor([&] { return at(0, HighlightListModel::UnplacedRole).toBool(); }));

    EXPECT_EQ(at(0, HighlightListModel::IdRole).toInt(), 6);
    EXPECT_FALSE(at(1, HighlightListModel::UnplacedRole).toBool());
    EXPECT_GE(changes.count(), 1);
    EXPECT_TRUE(at(0, Qt::AccessibleTextRole).toString().endsWith(u"unplaced"_s));
}

TEST_F(HighlightListModelTest, tenThousand_askForTheFilesOfThoseAlone_thatAreShown)
{
    std::vector<core::Highlight> many;
    for (int number = 1; number <= 10'000; ++number) {
        many.push_back(highlight(number, 1 + number % 6, "quote " + std::to_string(number)));
    }
    show(many);
    QSignalSpy changes(&m_model, &QAbstractItemModel::dataChanged);

    EXPECT_EQ(found({.words = u"quote 777"_s}).size(), 19U);
    m_model.setFilter({});
    m_model.setOrder(HighlightOrder::Article);
    EXPECT_EQ(m_model.rowCount(), 10'000);
    changes.clear();
    QTest::qWait(50);
    EXPECT_EQ(changes.count(), 0); // nothing was looked for

    (void)at(0, HighlightListModel::UnplacedRole);
    EXPECT_TRUE(changes.wait());
    EXPECT_EQ(changes.count(), 1);
}

} // namespace
} // namespace lectern
