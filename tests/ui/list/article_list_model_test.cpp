#include "core/search/query_parser.h"
#include "tests/support/sample_folder.h"
#include "ui/common/marked_text.h"
#include "ui/list/article_list_model.h"
#include "ui/list/article_roles.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

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

TEST_F(ArticleListModelTest, titleAndSummary_markWhatIsLookedFor)
{
    m_model.setRows(m_library, newestFirst(),
                    ui::searchWords(core::parseQuery("town STONE"), ui::TextSearch::Off));

    const auto title = m_model.index(0).data(ui::MarkedTitleRole).value<ui::MarkedText>();
    const auto excerpt = m_model.index(0).data(ui::ExcerptRole).value<ui::MarkedText>();

    EXPECT_EQ(title.marks, (QList<ui::MarkedText::Mark>{{19, 4}}));
    EXPECT_EQ(excerpt.text, QStringLiteral("How stone carries weight."));
    EXPECT_EQ(excerpt.marks, (QList<ui::MarkedText::Mark>{{4, 5}}));
}

TEST_F(ArticleListModelTest, excerpt_isFromTheText_whenOnlyThatHoldsAWord)
{
    m_model.setRows(m_library, newestFirst(),
                    ui::searchWords(core::parseQuery("river"), ui::TextSearch::On));
    QSignalSpy changes(&m_model, &ArticleListModel::dataChanged);
    const auto excerpt = [this](const char *path) {
        return m_model.indexOf(path).data(ui::ExcerptRole).value<ui::MarkedText>();
    };

    EXPECT_EQ(excerpt("2025/bridges.md").text, QString());
    ASSERT_TRUE(changes.wait(20'000));

    EXPECT_EQ(changes.at(0).at(0).toModelIndex(), m_model.indexOf("2025/bridges.md"));
    EXPECT_EQ(excerpt("2025/bridges.md").text, QStringLiteral("See the river."));
    EXPECT_EQ(excerpt("2025/bridges.md").marks, (QList<ui::MarkedText::Mark>{{8, 5}}));
    EXPECT_EQ(excerpt("2025/river.md").text, QStringLiteral("High water and low boats."));
}

TEST_F(ArticleListModelTest, excerpt_isHowTheTextBegins_whereThereIsNoSummary)
{
    m_folder.write(QStringLiteral("bare.md"),
                   "---\ntitle: Bare\n---\n\n# Bare\n\nNo summary here.\n");
    const auto library = m_folder.library();
    m_model.setRows(library, {library->rowsByDate().begin(), library->rowsByDate().end()});
    const auto excerpt = [this](const char *path) {
        return m_model.indexOf(path).data(ui::ExcerptRole).value<ui::MarkedText>().text;
    };

    EXPECT_EQ(excerpt("bare.md"), QString());
    ASSERT_TRUE(QTest::qWaitFor([&] { return !excerpt("bare.md").isEmpty(); }, 20'000));

    EXPECT_EQ(excerpt("bare.md"), QStringLiteral("No summary here."));
    EXPECT_EQ(excerpt("2025/river.md"), QStringLiteral("High water and low boats."));
}

TEST_F(ArticleListModelTest, excerpt_isTheSummary_whenTheTextDoesNotHoldTheWordEither)
{
    m_model.setRows(m_library, newestFirst(),
                    ui::searchWords(core::parseQuery("body:river OR stone"), ui::TextSearch::Off));
    const auto excerpt = [this] {
        return m_model.indexOf("2025/lamps.md").data(ui::ExcerptRole).value<ui::MarkedText>();
    };

    ASSERT_TRUE(QTest::qWaitFor([&] { return !excerpt().text.isEmpty(); }, 20'000));

    EXPECT_EQ(excerpt().text, QStringLiteral("Light on wet stone."));
}

} // namespace
} // namespace lectern
