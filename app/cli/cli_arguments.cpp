#include "app/cli/cli_arguments.h"

#include "core/base/wall_clock.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <iterator>

namespace lectern::app {

namespace {

using core::Error;
using core::ErrorCode;

constexpr std::string_view kHelp = R"(Usage: lectern-cli COMMAND [OPTION]... TARGET

Commands
  stats FOLDER     articles, problems, and how many articles each tag, category and language has
  list FOLDER      the articles, one a line
  render FILE      the article as an HTML page; - reads standard input
  check FOLDER     every problem found, one a line
  state export [FILE]  what was read, starred and highlighted, as JSON
  state import FILE    adds such a file to what is kept; - is standard input

Options
  --json                      JSON instead of text: one object, for list one object a line
  --explain                   stats: what the cache has of the folder, or why it is made anew
  --query Q                   list: only what the query matches, as in the program's search field
  --tag T, --category C       list: only articles with this tag or category; may be repeated
  --text                      list: words match in the text too, not only in title and summary
  --sort date|title|weight    list: newest first (the default), by title or by weight
  --limit N                   list: at most N articles
  --zone Z                    list: the zone of dates without one (Asia/Shanghai), else the local one
  --root FOLDER               render: the folder that the file's links and images belong to
  --fragment                  render: the HTML of the body alone
  --dialect commonmark|gfm    render: the bare HTML that this specification asks for, safe or not
  --as-written                render: without the repairs of what crawlers break
  --highlights markdown|csv|json  state export: the highlights alone, each with its sentence
  --severity note|warning|error   check: report only problems this severe or worse
  --help, --version

Exit codes: 0 fine, 1 problems found (check), 2 it could not be done; the reason is on standard error.
)";

template <typename Value>
struct Choice
{
    std::string_view name;
    Value value;
};

constexpr Choice<Command> kCommands[] = {
    {"stats", Command::Stats}, {"list", Command::List},   {"render", Command::Render},
    {"check", Command::Check}, {"state", Command::State},
};

constexpr Choice<StateAction> kActions[] = {
    {"export", StateAction::Export},
    {"import", StateAction::Import},
};

constexpr Choice<core::SortOrder> kOrders[] = {
    {"date", {core::SortKey::Date, core::SortDirection::Descending}},
    {"title", {core::SortKey::Title, core::SortDirection::Ascending}},
    {"weight", {core::SortKey::Weight, core::SortDirection::Ascending}},
};

constexpr Choice<core::Severity> kSeverities[] = {
    {"note", core::Severity::Note},
    {"warning", core::Severity::Warning},
    {"error", core::Severity::Error},
};

constexpr Choice<core::HighlightFormat> kHighlightFormats[] = {
    {"markdown", core::HighlightFormat::Markdown},
    {"csv", core::HighlightFormat::Csv},
    {"json", core::HighlightFormat::Json},
};

constexpr Choice<core::Dialect> kDialects[] = {
    {"commonmark", core::Dialect::CommonMark},
    {"gfm", core::Dialect::Gfm},
};

Error mistake(std::string text)
{
    return {ErrorCode::Malformed, std::move(text) + "; see lectern-cli --help"};
}

std::string inQuotes(std::string_view word)
{
    return '"' + std::string(word) + '"';
}

/// As the library's own checks do; \a text goes to the person.
[[noreturn]] void refuse(std::string text)
{
    throw CLI::ValidationError(std::move(text));
}

/// `a or b`, `a, b or c`
template <typename Choices>
std::string listed(const Choices &choices)
{
    std::string text;
    const std::size_t count = std::size(choices);
    for (std::size_t at = 0; at < count; ++at) {
        text += at == 0 ? "" : at + 1 == count ? " or " : ", ";
        text += choices[at].name;
    }
    return text;
}

template <typename Choices, typename Target>
void addChoice(CLI::App &app, const std::string &option, const Choices &choices, Target &target)
{
    const auto take = [&choices, &target, option](const std::string &value) {
        const auto found = std::ranges::find_if(
            choices, [&value](const auto &choice) { return choice.name == value; });
        if (found == std::end(choices)) {
            refuse(option + " takes " + listed(choices) + ", not " + inQuotes(value));
        }
        target = found->value;
    };
    app.add_option_function<std::string>(option, take)->take_last();
}

void addLimit(CLI::App &app, std::size_t &target)
{
    const auto take = [&target](const std::string &value) {
        const char *const end = value.data() + value.size();
        const auto [stopped, error] = std::from_chars(value.data(), end, target);
        if (error != std::errc() || stopped != end) {
            refuse("--limit takes a number, not " + inQuotes(value));
        }
    };
    app.add_option_function<std::string>("--limit", take)->take_last();
}

void addZone(CLI::App &app, std::string &target)
{
    const auto take = [&target](const std::string &value) {
        if (!core::isKnownZone(value)) {
            refuse("--zone takes a zone such as Asia/Shanghai, not " + inQuotes(value));
        }
        target = value;
    };
    app.add_option_function<std::string>("--zone", take)->take_last();
}

/// Each command takes all of them, and the ones that it has no use for mean nothing to it.
void addOptions(CLI::App &app, CliArguments &arguments)
{
    app.add_option("target", arguments.target);
    app.add_option("file", arguments.file);
    app.add_option("--query", arguments.query)->take_last();
    app.add_option("--root", arguments.root)->take_last();
    // Without this a list takes every word that follows, the folder too.
    app.add_option("--tag", arguments.tags)->allow_extra_args(false);
    app.add_option("--category", arguments.categories)->allow_extra_args(false);
    app.add_flag("--json", arguments.isJson);
    app.add_flag("--explain", arguments.isExplained);
    app.add_flag("--text", arguments.isTextSearched);
    app.add_flag("--fragment", arguments.isFragment);
    app.add_flag("--as-written", arguments.isAsWritten);
    addChoice(app, "--sort", kOrders, arguments.sort);
    addChoice(app, "--severity", kSeverities, arguments.lowest);
    addChoice(app, "--dialect", kDialects, arguments.dialect);
    addChoice(app, "--highlights", kHighlightFormats, arguments.highlights);
    addLimit(app, arguments.limit);
    addZone(app, arguments.zone);
}

/// What the parser did not know what to do with.
core::Status refuseExtras(const std::vector<std::string> &extras)
{
    const auto word = std::ranges::find_if(
        extras, [](const std::string &extra) { return extra != "--" && !extra.empty(); });
    if (word == extras.end()) {
        return core::Ok{};
    }
    return mistake(word->starts_with('-')
                       ? "unknown option " + inQuotes(*word)
                       : "only one folder or file can be given, not also " + inQuotes(*word));
}

/// The last word is for `state` alone, whose target is no folder.
core::Status readState(CliArguments &arguments)
{
    if (arguments.command != Command::State) {
        return refuseExtras({arguments.file});
    }
    const auto *const found
        = std::ranges::find(kActions, arguments.target, &Choice<StateAction>::name);
    if (found == std::end(kActions)) {
        return mistake("state takes " + listed(kActions) + ", not " + inQuotes(arguments.target));
    }
    arguments.action = found->value;
    if (arguments.action == StateAction::Import && arguments.file.empty()) {
        return mistake("state import needs a file");
    }
    return core::Ok{};
}

core::Status parseWith(CLI::App &app, std::span<const char *const> words)
{
    try {
        app.parse(std::vector<std::string>(words.rbegin(), words.rend())); // it pops from the end
    } catch (const CLI::ArgumentMismatch &error) { // `--tag: 1 required TEXT missing`
        const std::string text = error.what();
        return mistake(inQuotes(text.substr(0, text.find(':'))) + " needs a value");
    } catch (const CLI::ParseError &error) {
        return mistake(error.what());
    }
    return core::Ok{};
}

core::Status readCommand(const CLI::Option &option, const std::string &name, Command &command)
{
    const auto *const found = std::ranges::find(kCommands, name, &Choice<Command>::name);
    if (found == std::end(kCommands)) {
        return mistake(option.count() == 0 ? "a command is missing"
                                           : "unknown command " + inQuotes(name));
    }
    command = found->value;
    return core::Ok{};
}

} // namespace

core::Result<CliArguments> parseCliArguments(std::span<const char *const> words)
{
    CliArguments arguments;
    std::string name;
    bool isHelpWanted = false;
    bool isVersionWanted = false;
    CLI::App app;
    app.set_help_flag();
    app.allow_extras();
    const CLI::Option *const command = app.add_option("command", name);
    app.add_flag("-h,--help", isHelpWanted);
    app.add_flag("--version", isVersionWanted);
    addOptions(app, arguments);

    if (const core::Status parsed = parseWith(app, words); !parsed) {
        return parsed.error();
    }
    if (isHelpWanted || isVersionWanted) {
        arguments.command = isHelpWanted ? Command::Help : Command::Version;
        return arguments;
    }
    if (const core::Status read = readCommand(*command, name, arguments.command); !read) {
        return read.error();
    }
    if (const core::Status refused = refuseExtras(app.remaining()); !refused) {
        return refused.error();
    }
    if (arguments.target.empty()) {
        return mistake(arguments.command == Command::State
                           ? "state needs " + listed(kActions)
                           : inQuotes(name) + " needs a folder or file");
    }
    if (const core::Status read = readState(arguments); !read) {
        return read.error();
    }
    return arguments;
}

std::string_view cliHelp()
{
    return kHelp;
}

} // namespace lectern::app
