#include "core/article/problem_sentence.h"
#include "ui/common/problem_message.h"

#include <QCoreApplication>
#include <QFile>
#include <QHash>
#include <QTranslator>
#include <QXmlStreamReader>

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace lectern {
namespace {

using core::ProblemReason;

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

    static std::string messageOf(core::ProblemWording wording)
    {
        core::Problem problem;
        problem.column = 12;
        problem.wording = std::move(wording);
        return ui::problemMessage(problem).toStdString();
    }

private:
    MarkingTranslator m_translator;
};

TEST_F(ProblemMessageTest, everyPart_isTranslated_andArgumentsAreKept)
{
    EXPECT_EQ(messageOf({{ProblemReason::ValueRefused, ProblemReason::QuoteUnescaped}, {"title"}}),
              "«The value of \"title\" «has an unescaped quote» at column 12.»");
    EXPECT_EQ(
        messageOf({{ProblemReason::ValueRefused, ProblemReason::ReservedSign}, {"a %1 b", "@"}}),
        "«The value of \"a %1 b\" «begins with \"@\", which YAML keeps for itself» at "
        "column 12.»");
    EXPECT_EQ(
        messageOf({{ProblemReason::ValueRefused, ProblemReason::ItemRefused, ProblemReason::Tab},
                   {"tags"}}),
        "«The value of \"tags\" «has an item that «has a tab»» at column 12.»");
    EXPECT_EQ(messageOf({{ProblemReason::DateMeansNoDay}, {"has a tab"}}),
              "«The date \"has a tab\" means no day.»");
}

TEST_F(ProblemMessageTest, everyReason_isSaidInTheWindowAsOnTheCommandLine)
{
    for (int number = 0; number <= static_cast<int>(core::kLastProblemReason); ++number) {
        const auto reason = static_cast<ProblemReason>(number);

        EXPECT_EQ(ui::problemPattern(reason), core::reasonText(reason).english);
    }
}

/// The Chinese of each source of the context of problems, by its source.
QHash<QString, QString> chineseSentences()
{
    QFile file(QStringLiteral(LECTERN_SOURCE_DIR "/resources/translations/lectern_zh_CN.ts"));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    QHash<QString, QString> sentences;
    QString source;
    bool isOurs = false;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement()) {
            continue;
        }
        if (xml.name() == QLatin1String("name")) {
            isOurs = xml.readElementText() == QStringLiteral("lectern::ui::ProblemMessage");
        } else if (isOurs && xml.name() == QLatin1String("source")) {
            source = xml.readElementText();
        } else if (isOurs && xml.name() == QLatin1String("translation")) {
            sentences.insert(source, xml.readElementText());
        }
    }
    return sentences;
}

TEST_F(ProblemMessageTest, everyReason_hasChinese_withTheSameArguments)
{
    const QHash<QString, QString> chinese = chineseSentences();
    for (int number = 0; number <= static_cast<int>(core::kLastProblemReason); ++number) {
        const core::ReasonText &text = core::reasonText(static_cast<ProblemReason>(number));
        const QString said = chinese.value(QString::fromUtf8(text.english));

        EXPECT_FALSE(said.isEmpty()) << text.english;
        for (std::size_t slot = 1; slot <= 3; ++slot) {
            const QString place = QStringLiteral("%") + QString::number(slot);
            const bool isAsked = slot <= text.values.size();
            EXPECT_EQ(said.count(place), isAsked ? 1 : 0) << text.english;
            EXPECT_EQ(QString::fromUtf8(text.english).count(place), isAsked ? 1 : 0)
                << text.english;
        }
    }
}

} // namespace
} // namespace lectern
