#include "app/cli/cli_arguments.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lectern::app {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

core::Result<CliArguments> parse(const std::vector<const char *> &words)
{
    return parseCliArguments(words);
}

CliArguments parsed(const std::vector<const char *> &words)
{
    const core::Result<CliArguments> arguments = parse(words);
    EXPECT_TRUE(arguments) << arguments.error().message;
    return arguments ? arguments.value() : CliArguments{};
}

std::string mistakeIn(const std::vector<const char *> &words)
{
    const core::Result<CliArguments> arguments = parse(words);
    EXPECT_FALSE(arguments) << "was accepted";
    if (arguments) {
        return "";
    }
    EXPECT_EQ(arguments.error().code, core::ErrorCode::Malformed);
    return arguments.error().message;
}

} // namespace

TEST(CliArguments, knowsEachCommand)
{
    EXPECT_EQ(parsed({"stats", "f"}).command, Command::Stats);
    EXPECT_EQ(parsed({"list", "f"}).command, Command::List);
    EXPECT_EQ(parsed({"render", "f"}).command, Command::Render);
    EXPECT_EQ(parsed({"check", "f"}).command, Command::Check);
    EXPECT_EQ(parsed({"--help"}).command, Command::Help);
    EXPECT_EQ(parsed({"-h"}).command, Command::Help);
    EXPECT_EQ(parsed({"--version"}).command, Command::Version);
}

TEST(CliArguments, knowsWhatToDoWithTheState)
{
    EXPECT_EQ(parsed({"state", "export"}).command, Command::State);
    EXPECT_EQ(parsed({"state", "export"}).action, StateAction::Export);
    EXPECT_EQ(parsed({"state", "export", "a.json"}).file, "a.json");
    EXPECT_EQ(parsed({"state", "import", "-"}).action, StateAction::Import);
    EXPECT_EQ(parsed({"state", "import", "-"}).file, "-");
    EXPECT_EQ(mistakeIn({"state", "import"}), "state import needs a file; see lectern-cli --help");
    EXPECT_EQ(mistakeIn({"state", "erase"}),
              "state takes export or import, not \"erase\"; see lectern-cli --help");
}

TEST(CliArguments, hasDefaults)
{
    const CliArguments arguments = parsed({"list", "文章"});

    EXPECT_EQ(arguments.target, "文章");
    EXPECT_EQ(arguments.root, "");
    EXPECT_EQ(arguments.query, "");
    EXPECT_THAT(arguments.tags, IsEmpty());
    EXPECT_THAT(arguments.categories, IsEmpty());
    EXPECT_EQ(arguments.sort,
              (core::SortOrder{core::SortKey::Date, core::SortDirection::Descending}));
    EXPECT_EQ(arguments.limit, SIZE_MAX);
    EXPECT_EQ(arguments.lowest, core::Severity::Note);
    EXPECT_FALSE(arguments.isJson);
    EXPECT_FALSE(arguments.isFragment);
    EXPECT_FALSE(arguments.isAsWritten);
}

TEST(CliArguments, takesOptions_beforeAndAfterTheTarget)
{
    const CliArguments arguments
        = parsed({"list", "--json", "folder", "--query", "缓存 -redis", "--limit", "20"});

    EXPECT_TRUE(arguments.isJson);
    EXPECT_EQ(arguments.target, "folder");
    EXPECT_EQ(arguments.query, "缓存 -redis");
    EXPECT_EQ(arguments.limit, 20U);
}

TEST(CliArguments, searchesTheText_whenTold)
{
    EXPECT_TRUE(parsed({"list", "f", "--text"}).isTextSearched);
    EXPECT_FALSE(parsed({"list", "f"}).isTextSearched);
}

TEST(CliArguments, takesTagsAndCategories_moreThanOnce)
{
    const CliArguments arguments = parsed({"list", "f", "--tag", "c#", "--category", "数据库",
                                           "--tag", "two words", "--category", "b"});

    EXPECT_THAT(arguments.tags, ElementsAre("c#", "two words"));
    EXPECT_THAT(arguments.categories, ElementsAre("数据库", "b"));
}

TEST(CliArguments, takesTheOptions_ofRender)
{
    const CliArguments arguments
        = parsed({"render", "a.md", "--root", "/articles", "--fragment", "--as-written"});

    EXPECT_EQ(arguments.root, "/articles");
    EXPECT_TRUE(arguments.isFragment);
    EXPECT_TRUE(arguments.isAsWritten);
}

TEST(CliArguments, takesTheDialects_ofRender)
{
    EXPECT_EQ(parsed({"render", "a.md"}).dialect, std::nullopt);
    EXPECT_EQ(parsed({"render", "a.md", "--dialect", "commonmark"}).dialect,
              core::Dialect::CommonMark);
    EXPECT_EQ(parsed({"render", "a.md", "--dialect", "gfm"}).dialect, core::Dialect::Gfm);
    EXPECT_EQ(mistakeIn({"render", "a.md", "--dialect", "GFM"}),
              "--dialect takes commonmark or gfm, not \"GFM\"; see lectern-cli --help");
}

TEST(CliArguments, takesEachSeverity)
{
    EXPECT_EQ(parsed({"check", "f", "--severity", "note"}).lowest, core::Severity::Note);
    EXPECT_EQ(parsed({"check", "f", "--severity", "warning"}).lowest, core::Severity::Warning);
    EXPECT_EQ(parsed({"check", "f", "--severity", "error"}).lowest, core::Severity::Error);
}

TEST(CliArguments, takesEachOrder)
{
    const core::SortOrder byTitle{core::SortKey::Title, core::SortDirection::Ascending};
    const core::SortOrder byDate{core::SortKey::Date, core::SortDirection::Descending};

    EXPECT_EQ(parsed({"list", "f", "--sort", "title"}).sort, byTitle);
    EXPECT_EQ(parsed({"list", "f", "--sort", "date"}).sort, byDate);
}

TEST(CliArguments, takesTheLastOrder_whenThereAreTwo)
{
    EXPECT_EQ(parsed({"list", "f", "--sort", "title", "--sort", "date"}).sort,
              (core::SortOrder{core::SortKey::Date, core::SortDirection::Descending}));
}

TEST(CliArguments, takesStandardInput_asATarget)
{
    EXPECT_EQ(parsed({"render", "-"}).target, "-");
}

TEST(CliArguments, takesNamesThatLookLikeOptions_afterTwoDashes)
{
    EXPECT_EQ(parsed({"render", "--json", "--", "--odd.md"}).target, "--odd.md");
    EXPECT_EQ(parsed({"list", "f", "--tag", "--odd"}).tags.front(), "--odd");
}

TEST(CliArguments, takesValues_afterAnEqualsSign)
{
    EXPECT_THAT(parsed({"list", "f", "--tag=c=d"}).tags, ElementsAre("c=d"));
}

TEST(CliArguments, takesValues_asTheyAre)
{
    const CliArguments arguments
        = parsed({"list", "--tag", "[a,b]", "--query", "\"[x] \\y\"", "--tag", "", "stats"});

    EXPECT_THAT(arguments.tags, ElementsAre("[a,b]", ""));
    EXPECT_EQ(arguments.query, "\"[x] \\y\"");
    EXPECT_EQ(arguments.target, "stats");
}

TEST(CliArguments, takesFlags_moreThanOnce)
{
    EXPECT_TRUE(parsed({"list", "f", "--json", "--json"}).isJson);
    EXPECT_EQ(parsed({"list", "f", "--query", "a", "--query", "b"}).query, "b");
}

TEST(CliArguments, explainsItself_whateverElseIsAsked)
{
    EXPECT_EQ(parsed({"list", "f", "--help"}).command, Command::Help);
    EXPECT_EQ(parsed({"lits", "-h"}).command, Command::Help);
}

TEST(CliArguments, refusesMissingCommands)
{
    EXPECT_EQ(mistakeIn({}), "a command is missing; see lectern-cli --help");
}

TEST(CliArguments, refusesUnknownCommands)
{
    EXPECT_EQ(mistakeIn({"lits", "f"}), "unknown command \"lits\"; see lectern-cli --help");
    EXPECT_EQ(mistakeIn({""}), "unknown command \"\"; see lectern-cli --help");
}

TEST(CliArguments, refusesMissingTargets)
{
    EXPECT_EQ(mistakeIn({"state"}), "state needs export or import; see lectern-cli --help");
    EXPECT_EQ(mistakeIn({"stats"}), "\"stats\" needs a folder or file; see lectern-cli --help");
    EXPECT_EQ(mistakeIn({"list", ""}), "\"list\" needs a folder or file; see lectern-cli --help");
    EXPECT_EQ(mistakeIn({"render", "--json"}),
              "\"render\" needs a folder or file; see lectern-cli --help");
}

TEST(CliArguments, refusesASecondTarget)
{
    EXPECT_EQ(mistakeIn({"check", "a", "b"}),
              "only one folder or file can be given, not also \"b\"; see lectern-cli --help");
}

TEST(CliArguments, refusesUnknownOptions)
{
    EXPECT_EQ(mistakeIn({"list", "f", "--limt", "3"}),
              "unknown option \"--limt\"; see lectern-cli --help");
    EXPECT_EQ(mistakeIn({"list", "f", "-x"}), "unknown option \"-x\"; see lectern-cli --help");
}

TEST(CliArguments, refusesMissingValues)
{
    for (const char *const option :
         {"--query", "--tag", "--category", "--sort", "--limit", "--root", "--severity"}) {
        EXPECT_EQ(mistakeIn({"list", "f", option}),
                  "\"" + std::string(option) + "\" needs a value; see lectern-cli --help");
    }
}

TEST(CliArguments, refusesUnknownOrders)
{
    EXPECT_EQ(mistakeIn({"list", "f", "--sort", "size"}),
              "--sort takes date, title or weight, not \"size\"; see lectern-cli --help");
}

TEST(CliArguments, takesAZone_thatIsKnown)
{
    EXPECT_EQ(parsed({"list", "--zone", "Asia/Shanghai", "a"}).zone, "Asia/Shanghai");
    EXPECT_THAT(mistakeIn({"list", "--zone", "Nowhere", "a"}), HasSubstr("Nowhere"));
}

TEST(CliArguments, refusesUnknownSeverities)
{
    EXPECT_EQ(mistakeIn({"check", "f", "--severity", "Error"}),
              "--severity takes note, warning or error, not \"Error\"; see lectern-cli --help");
}

TEST(CliArguments, refusesLimits_thatAreNoNumbers)
{
    for (const char *const value : {"", "-1", "ten", "3x", " 3", "99999999999999999999"}) {
        EXPECT_EQ(mistakeIn({"list", "f", "--limit", value}),
                  "--limit takes a number, not \"" + std::string(value)
                      + "\"; see lectern-cli --help");
    }
}

TEST(CliArguments, explainsEveryOption)
{
    for (const char *const word :
         {"stats", "list", "render", "check", "--json", "--explain", "--query", "--tag",
          "--category", "--sort", "--limit", "--root", "--fragment", "--dialect", "--as-written",
          "--severity", "--help", "--version"}) {
        EXPECT_THAT(std::string(cliHelp()), HasSubstr(word));
    }
}

} // namespace lectern::app
