#include "tests/support/sample_folder.h"
#include "ui/common/problem_text.h"
#include "ui/problems/problem_export.h"
#include "ui/problems/problem_model.h"

#include <QAbstractItemModelTester>

#include <gtest/gtest.h>

namespace lectern {
namespace {

using core::ProblemCode;
using core::ProblemReason;
using ui::Finding;

Finding finding(const char *path, ProblemCode code, std::uint32_t line,
                core::ProblemWording wording)
{
    core::Problem problem;
    problem.code = code;
    problem.line = line;
    problem.wording = std::move(wording);
    return {.path = path, .problem = problem};
}

std::vector<Finding> samples()
{
    return {finding("a.md", ProblemCode::FrontMatterBroken, 2,
                    core::worded(ProblemReason::ParserSays, {"An unescaped quote."})),
            finding("文.md", ProblemCode::FrontMatterBroken, 3,
                    core::worded(ProblemReason::ParserSays, {"A tab."})),
            finding("=c,\"d\".md", ProblemCode::DateUnreadable, 0,
                    core::worded(ProblemReason::ParserSays, {"\"soon\" is no date."}))};
}

class ProblemModelTest : public testing::Test
{
protected:
    ui::ProblemModel m_model;
    QAbstractItemModelTester m_tester{&m_model,
                                      QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(ProblemModelTest, findings_areGroupedByKind_withCounts)
{
    m_model.setFindings(samples());

    ASSERT_EQ(m_model.rowCount(), 2);
    EXPECT_EQ(m_model.index(0, 0).data().toString(),
              QStringLiteral("The front matter is broken (2)"));
    EXPECT_EQ(m_model.index(1, 0).data().toString(), QStringLiteral("The date cannot be read (1)"));
    EXPECT_EQ(m_model.index(1, 0, m_model.index(0, 0)).data().toString(),
              QStringLiteral("文.md · line 3"));
}

TEST_F(ProblemModelTest, filter_looksAtPathKindAndMessage)
{
    m_model.setFindings(samples());

    m_model.setFilter(QStringLiteral("文"));
    EXPECT_EQ(m_model.shown().size(), 1U);
    m_model.setFilter(QStringLiteral("DATE CANNOT"));
    EXPECT_EQ(m_model.shown().size(), 1U);
    m_model.setFilter(QStringLiteral("quote"));
    EXPECT_EQ(m_model.shown().size(), 1U);
    m_model.setFilter(QStringLiteral("absent"));
    EXPECT_EQ(m_model.rowCount(), 0);
    m_model.setFilter({});

    EXPECT_EQ(m_model.shown().size(), 3U);
}

TEST_F(ProblemModelTest, findingsOf_listsEveryProblemOfTheLibrary)
{
    test::SampleFolder folder;
    folder.writeSamples();

    const std::vector<Finding> findings = ui::findingsOf(*folder.library());

    ASSERT_FALSE(findings.empty());
    EXPECT_EQ(findings.front().path, QByteArray("broken.md"));
}

TEST(ProblemTextTest, everyKind_hasWords)
{
    for (int code = 0; code <= static_cast<int>(core::kLastProblemCode); ++code) {
        EXPECT_FALSE(ui::problemKindText(static_cast<ProblemCode>(code)).isEmpty()) << code;
    }
}

TEST(ProblemTextTest, sentence_tellsPlaceAndValue)
{
    core::Problem problem;
    problem.code = ProblemCode::DateUnreadable;
    problem.wording = core::worded(ProblemReason::DateMeansNoDay, {"soon"});
    EXPECT_EQ(ui::problemSentence(problem), QStringLiteral("The date \"soon\" means no day."));

    problem.line = 3;
    problem.column = 7;
    problem.valueUsed = "2025-01-01";

    EXPECT_EQ(ui::problemSentence(problem),
              QStringLiteral("Line 3: The date \"soon\" means no day. Used instead: 2025-01-01"));
}

TEST(ProblemTextTest, valueUsed_isOneShortLine)
{
    core::Problem problem;
    problem.valueUsed = "a\n b " + std::string(200, 'x');

    const QString used = ui::valueUsed(problem);

    EXPECT_TRUE(used.startsWith(QStringLiteral("a b xxx")));
    EXPECT_EQ(used.size(), 121);
    EXPECT_TRUE(used.endsWith(QStringLiteral("…")));
}

TEST_F(ProblemModelTest, detail_tellsWhatToWriteInstead)
{
    Finding broken = finding("a.md", ProblemCode::FrontMatterBroken, 2,
                             core::worded(ProblemReason::ParserSays, {"An unescaped quote."}));
    broken.problem.column = 9;
    broken.problem.valueUsed = "A \"q\" B";
    broken.problem.proposal = "title: \"A \\\"q\\\" B\"";
    m_model.setFindings({broken});

    EXPECT_EQ(m_model.index(0, 0, m_model.index(0, 0))
                  .data(ui::ProblemModel::DetailRole)
                  .toString()
                  .toStdString(),
              "a.md · line 2, column 9\n"
              "An unescaped quote.\n"
              "Used instead: A \"q\" B\n"
              "\n"
              "To mend it, write:\n"
              "title: \"A \\\"q\\\" B\"");
}

TEST(ProblemExportTest, markdown_isAListByKind)
{
    EXPECT_EQ(ui::exportProblems(samples(), ui::ProblemFormat::Markdown).toStdString(),
              "## The front matter is broken\n\n"
              "- a.md, line 2: An unescaped quote.\n"
              "- 文.md, line 3: A tab.\n"
              "\n## The date cannot be read\n\n"
              "- =c,\"d\".md: \"soon\" is no date.\n");
}

TEST(ProblemExportTest, markdown_escapesNames)
{
    const std::vector<Finding> odd = {finding("[x](y)*.md", ProblemCode::DateMissing, 0,
                                              core::worded(ProblemReason::ParserSays, {"None."}))};

    EXPECT_EQ(ui::exportProblems(odd, ui::ProblemFormat::Markdown).toStdString(),
              "## There is no date\n\n- \\[x\\]\\(y\\)\\*.md: None.\n");
}

TEST(ProblemExportTest, csv_quotesAndDisarms)
{
    EXPECT_EQ(ui::exportProblems(samples(), ui::ProblemFormat::Csv).toStdString(),
              "path,code,line,column,message,used\r\n"
              "\"a.md\",\"front-matter-broken\",2,0,\"An unescaped quote.\",\"\"\r\n"
              "\"文.md\",\"front-matter-broken\",3,0,\"A tab.\",\"\"\r\n"
              "\"'=c,\"\"d\"\".md\",\"date-unreadable\",0,0,\"\"\"soon\"\" is no date.\",\"\"\r\n");
}

TEST(ProblemExportTest, json_isAnArrayOfObjects)
{
    const std::vector<Finding> one = {samples().front()};

    EXPECT_EQ(ui::exportProblems(one, ui::ProblemFormat::Json).simplified().toStdString(),
              "[ { \"code\": \"front-matter-broken\", \"column\": 0, \"line\": 2, "
              "\"message\": \"An unescaped quote.\", \"path\": \"a.md\", \"proposal\": \"\", "
              "\"used\": \"\" } ]");
}

} // namespace
} // namespace lectern
