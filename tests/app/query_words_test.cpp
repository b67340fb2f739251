#include "core/search/query_parser.h"
#include "tests/support/query_operators.h"
#include "ui/search/query_explanation.h"
#include "ui/search/query_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

#include <gtest/gtest.h>

namespace lectern {
namespace {

/// Speaks one language of the window, from the translations as the program has them.
class QueryWordsTest : public testing::Test
{
protected:
    ~QueryWordsTest() override
    {
        QCoreApplication::removeTranslator(&m_translator);
        QLocale::setDefault(m_before);
    }

    void speak(const QLocale &locale)
    {
        QLocale::setDefault(locale);
        ASSERT_TRUE(m_translator.load(locale, QStringLiteral("lectern"), QStringLiteral("_"),
                                      QStringLiteral(LECTERN_TRANSLATIONS)));
        QCoreApplication::installTranslator(&m_translator);
    }

private:
    const QLocale m_before;
    QTranslator m_translator;
};

TEST_F(QueryWordsTest, everyOperator_isExplainedInEnglish)
{
    speak(QLocale(QLocale::English, QLocale::UnitedStates));

    for (const test::OperatorRow &row : test::operatorRows()) {
        EXPECT_EQ(ui::queryExplanation(core::parseQuery(row.line)).toStdString(), row.english)
            << row.line;
    }
}

TEST_F(QueryWordsTest, everyOperator_isExplainedInChinese)
{
    speak(QLocale(QLocale::Chinese, QLocale::China));

    for (const test::OperatorRow &row : test::operatorRows()) {
        EXPECT_EQ(ui::queryExplanation(core::parseQuery(row.line)).toStdString(), row.chinese)
            << row.line;
    }
}

TEST_F(QueryWordsTest, everyMistake_isNamedInEnglish)
{
    speak(QLocale(QLocale::English, QLocale::UnitedStates));

    for (const test::MistakeRow &row : test::mistakeRows()) {
        EXPECT_EQ(ui::queryHint(core::parseQuery(row.line)).toStdString(), row.english);
    }
}

TEST_F(QueryWordsTest, everyMistake_isNamedInChinese)
{
    speak(QLocale(QLocale::Chinese, QLocale::China));

    for (const test::MistakeRow &row : test::mistakeRows()) {
        EXPECT_EQ(ui::queryHint(core::parseQuery(row.line)).toStdString(), row.chinese);
    }
}

TEST_F(QueryWordsTest, plainWords_needNoExplanation)
{
    EXPECT_EQ(ui::queryExplanation(core::parseQuery("stone 科学 \"word\"")), QString());
    EXPECT_EQ(ui::queryExplanation(core::parseQuery("")), QString());
}

TEST_F(QueryWordsTest, mistakes_areExplainedByWhatIsLeft)
{
    const core::Query query = core::parseQuery("stone date:soon");

    EXPECT_EQ(ui::queryExplanation(query), QStringLiteral("with “stone”"));
}

TEST_F(QueryWordsTest, placeholders_inTheLine_stayAsTyped)
{
    const core::Query query = core::parseQuery("tag:%1 tag:%2 -%1%2%n sort:date");

    EXPECT_EQ(ui::queryExplanation(query),
              QStringLiteral("tagged “%1”, “%2”, without “%1%2%n”, newest first"));
}

} // namespace
} // namespace lectern
