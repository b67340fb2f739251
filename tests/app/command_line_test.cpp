#include "app/command_line.h"

#include <gtest/gtest.h>

namespace lectern {
namespace {

using app::CommandLine;

core::Result<CommandLine> parse(const QString &line)
{
    return app::parseCommandLine(line.split(QLatin1Char(' '), Qt::SkipEmptyParts));
}

TEST(CommandLineTest, nothing_opensTheWindow)
{
    const auto line = parse({});

    ASSERT_TRUE(line);
    EXPECT_EQ(line.value().task, CommandLine::Task::Window);
    EXPECT_TRUE(line.value().path.isEmpty());
}

TEST(CommandLineTest, path_isOpened)
{
    EXPECT_EQ(parse(QStringLiteral("some/folder")).value().path, QStringLiteral("some/folder"));
    EXPECT_EQ(parse(QStringLiteral("-- -odd")).value().path, QStringLiteral("-odd"));
}

TEST(CommandLineTest, picture_takesAllItsOptions)
{
    const auto line
        = parse(QStringLiteral("--snapshot o.png --article=a/b.md --size 900x600 --dark folder"));

    ASSERT_TRUE(line);
    EXPECT_EQ(line.value().task, CommandLine::Task::Picture);
    EXPECT_EQ(line.value().pictureFile, QStringLiteral("o.png"));
    EXPECT_EQ(line.value().article, QStringLiteral("a/b.md"));
    EXPECT_EQ(line.value().size, QSize(900, 600));
    EXPECT_TRUE(line.value().isDark);
    EXPECT_EQ(line.value().path, QStringLiteral("folder"));
}

TEST(CommandLineTest, helpAndVersion_needNothingElse)
{
    EXPECT_EQ(parse(QStringLiteral("--help")).value().task, CommandLine::Task::Help);
    EXPECT_EQ(parse(QStringLiteral("-v")).value().task, CommandLine::Task::Version);
}

TEST(CommandLineTest, lastValue_counts)
{
    EXPECT_EQ(parse(QStringLiteral("--snapshot a --snapshot=b f")).value().pictureFile,
              QStringLiteral("b"));
}

class BadCommandLineTest : public testing::TestWithParam<const char *>
{
};

TEST_P(BadCommandLineTest, isRefused_withASentence)
{
    const auto line = parse(QString::fromLatin1(GetParam()));

    ASSERT_FALSE(line);
    EXPECT_EQ(line.error().code, core::ErrorCode::Malformed);
    EXPECT_TRUE(line.error().message.ends_with('.'));
}

INSTANTIATE_TEST_SUITE_P(
    All, BadCommandLineTest,
    testing::Values("--unknown", "--snapshot", "--snapshot o.png", "--snapshot o.png --size 1x1 f",
                    "--snapshot o.png --size wide f", "--snapshot o.png --size= f", "-dark f",
                    "--dark=yes --snapshot o.png f", "--snapshot o.png --size 99999x800 f",
                    "one two", "--dark folder", "--article a.md folder"));

} // namespace
} // namespace lectern
