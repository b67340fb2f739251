#include <QFile>
#include <QRegularExpression>

#include <gtest/gtest.h>

namespace {

QString readTranslations(const QString &language)
{
    QFile file(
        QStringLiteral(LECTERN_SOURCE_DIR "/resources/translations/lectern_%1.ts").arg(language));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

TEST(TranslationTest, chinese_isComplete)
{
    const QString text = readTranslations(QStringLiteral("zh_CN"));

    EXPECT_GT(text.count(QStringLiteral("<translation>")), 150);
    EXPECT_EQ(text.count(QStringLiteral("type=\"unfinished\"")), 0);
    EXPECT_EQ(text.count(QStringLiteral("<translation></translation>")), 0);
}

TEST(TranslationTest, chinese_keepsEveryPlaceholder)
{
    const QString text = readTranslations(QStringLiteral("zh_CN"));
    static const QRegularExpression message(
        QStringLiteral("<source>([^<]*)</source>\\s*"
                       "(?:<(?:extra)?comment>[^<]*</(?:extra)?comment>\\s*)*"
                       "<translation>(.*?)</translation>"),
        QRegularExpression::DotMatchesEverythingOption);

    for (const QRegularExpressionMatch &match : message.globalMatch(text)) {
        for (const QString &place : {QStringLiteral("%1"), QStringLiteral("%2"),
                                     QStringLiteral("%n"), QStringLiteral("%Ln")}) {
            EXPECT_EQ(match.captured(1).count(place), match.captured(2).count(place))
                << match.captured(1).toStdString();
        }
    }
}

TEST(TranslationTest, english_hasItsPlurals)
{
    const QString text = readTranslations(QStringLiteral("en"));

    EXPECT_TRUE(text.contains(QStringLiteral("<numerusform>%Ln article</numerusform>")));
    EXPECT_EQ(text.count(QStringLiteral("type=\"unfinished\"")), 0);
}

} // namespace
