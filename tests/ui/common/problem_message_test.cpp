#include "core/article/article_file.h"
#include "core/library/folder_scanner.h"
#include "tests/support/temporary_folder.h"
#include "ui/common/problem_message.h"

#include <QCoreApplication>
#include <QTranslator>

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <string_view>

namespace lectern {
namespace {

using core::ProblemCode;

/// Puts every sentence that is known into marks, so that a test sees what a translator could reach.
class MarkingTranslator final : public QTranslator
{
public:
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        const bool isOurs = qstrcmp(context, "lectern::ui::ProblemMessage") == 0;
        return isOurs ? QStringLiteral("«") + QString::fromUtf8(source) + QStringLiteral("»")
                      : QString();
    }

    bool isEmpty() const override { return false; }
};

class ProblemMessageTest : public testing::Test
{
protected:
    ProblemMessageTest() { QCoreApplication::installTranslator(&m_translator); }

    ~ProblemMessageTest() override { QCoreApplication::removeTranslator(&m_translator); }

    static std::string messageOf(std::string_view message)
    {
        core::Problem problem;
        problem.message = message;
        return ui::problemMessage(problem).toStdString();
    }

    static void expectKnown(const core::Article &article)
    {
        EXPECT_FALSE(article.problems.empty());
        for (const core::Problem &problem : article.problems) {
            const QString message = ui::problemMessage(problem);
            EXPECT_TRUE(message.startsWith(QStringLiteral("«"))) << problem.message;
            const bool hasReason = problem.code == ProblemCode::FrontMatterBroken;
            EXPECT_EQ(message.count(QStringLiteral("«")) > 1, hasReason) << problem.message;
        }
    }

private:
    MarkingTranslator m_translator;
};

TEST_F(ProblemMessageTest, sentence_keepsWhatItQuotes)
{
    EXPECT_EQ(messageOf("The value of \"title\" has an unescaped quote at column 12."),
              "«The value of \"title\" «has an unescaped quote» at column 12.»");
    EXPECT_EQ(messageOf("The value of \"a %1 b\" begins with \"@\", which YAML keeps for itself at "
                        "column 3."),
              "«The value of \"a %1 b\" «begins with \"@\", which YAML keeps for itself» at "
              "column 3.»");
    EXPECT_EQ(messageOf("The value of \"tags\" has an item that has a tab at column 9."),
              "«The value of \"tags\" «has an item that «has a tab»» at column 9.»");
    EXPECT_EQ(messageOf("The date \"has a tab\" means no day."),
              "«The date \"has a tab\" means no day.»");
}

TEST_F(ProblemMessageTest, unknownSentence_isLeftAsItIs)
{
    for (const char *sentence : {"", "Something new.", "The value of \"title\"", "The date \""}) {
        EXPECT_EQ(messageOf(sentence), sentence);
    }
}

TEST_F(ProblemMessageTest, whatCoreSaysOfAText_isKnown)
{
    for (const std::string_view lines : {
             "x: y: z\n",
             "x: @y\n",
             "x: - y\n",
             "x: \"a\" b\n",
             "x: \"a \"b\" c\"\n",
             "x: \"\\q\"\n",
             "x: \"y\n",
             "x: [y] z\n",
             "x: [y\n",
             "x: {y\n",
             "x: 1\n  y: 2\n",
             "x:\n- @y\n",
             "x:\n  - y\n  -z\n",
             "stray\nx: 1\n",
             "x: \"\\ud800\"\n",
             "x: !<y\n",
             "x: \"\n y: 1\nz: 2\n",
         }) {
        expectKnown(core::parseArticle("2024-05-06-a.md",
                                       std::string("---\ntitle: T\n").append(lines) + "---\n"));
    }
}

TEST_F(ProblemMessageTest, whatCoreSaysOfAWholeArticle_isKnown)
{
    const std::string large = "---\nx: " + std::string(70'000, 'x') + "\n---\n";
    for (const std::string_view text :
         {std::string_view("text"), std::string_view("---\nx: 1\n"),
          std::string_view("---\n- x: 1\n---\n"), std::string_view(large),
          std::string_view("---\ntitle: T\ntitle: U\n---\n"),
          std::string_view("---\ntitle: T #1\nslug: {a: b}\nsummary: {c: d}\ntags: {a: b}\n---\n"),
          std::string_view("---\ntitle:\n- a\nslug: [[a]]\ndate: soon\n---\n"),
          std::string_view("---\ntitle: [a]\n---\n"),
          std::string_view("---\nlead: x\x01\n---\n# A\n"),
          std::string_view("---\ntitle: T\n---\n\xFF text\n"),
          std::string_view(
              "\xB4\xBA\xCC\xEC\xB5\xC4\xCF\xFB\xCF\xA2\xA3\xAC\xBD\xF1\xCC\xEC\xCC\xEC"
              "\xC6\xF8\xBA\xDC\xBA\xC3\xA1\xA3")}) {
        expectKnown(core::parseArticle("caf\xE9.md", text));
    }
}

TEST_F(ProblemMessageTest, whatCoreSaysOfFilesAndFolders_isKnown)
{
    const tests::TemporaryFolder folder;
    folder.write("huge.md", "# A\n");
    std::filesystem::resize_file(folder.path("huge.md"), 17U << 20U);
    std::filesystem::create_directory_symlink("..", folder.path("up"));
    std::filesystem::create_directory_symlink("/etc", folder.path("etc"));

    expectKnown(core::readArticleFile(folder.path(), "huge.md").article);
    expectKnown(core::readArticleFile(folder.path(), "gone.md").article);
    const auto scan = core::scanFolder(folder.path());

    ASSERT_EQ(scan.value().problems.size(), 2U);
    for (const auto &[path, problem] : scan.value().problems) {
        EXPECT_TRUE(ui::problemMessage(problem).startsWith(QStringLiteral("«"))) << path;
    }
    EXPECT_EQ(messageOf("The folder cannot be read: No such file or directory."),
              "«The folder cannot be read: No such file or directory.»");
}

} // namespace
} // namespace lectern
