#include "app/cli/cli_arguments.h"

#include "core/base/wall_clock.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

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

Options
  --json                      JSON instead of text: one object, for list one object a line
  --query Q                   list: only what the query matches, as in the program's search field
  --tag T, --category C       list: only articles with this tag or category; may be repeated
  --text                      list: words match in the text too, not only in title and summary
  --sort date|title           list: newest first (the default), or by title
  --limit N                   list: at most N articles
  --zone Z                    list: the zone of dates without one (Asia/Shanghai), else the local one
  --root FOLDER               render: the folder that the file's links and images belong to
  --fragment                  render: the HTML of the body alone
  --dialect commonmark|gfm    render: the bare HTML that this specification asks for, safe or not
  --as-written                render: without the repairs of what crawlers break
  --severity note|warning|error   check: report only problems this severe or worse
  --help, --version

Exit codes: 0 fine, 1 problems found (check), 2 it could not be done; the reason is on standard error.
)";

struct CommandName
{
    std::string_view name;
    Command command;
};

constexpr std::array kCommands{
    CommandName{"stats", Command::Stats},       CommandName{"list", Command::List},
    CommandName{"render", Command::Render},     CommandName{"check", Command::Check},
    CommandName{"--help", Command::Help},       CommandName{"-h", Command::Help},
    CommandName{"--version", Command::Version},
};

Error mistake(std::string text)
{
    return {ErrorCode::Malformed, std::move(text) + "; see lectern-cli --help"};
}

std::optional<std::size_t> numberOf(std::string_view text)
{
    std::size_t number = 0;
    const char *const end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc() || stopped != end) {
        return std::nullopt;
    }
    return number;
}

/// Reads the words after the command, one option at a time.
class OptionReader final
{
public:
    OptionReader(std::span<const char *const> words, CliArguments &arguments)
        : m_words(words)
        , m_arguments(arguments)
    {}

    core::Status run()
    {
        while (m_next < m_words.size()) {
            const std::string_view word = m_words[m_next++];
            core::Status read = isOption(word) ? readOption(word) : readTarget(word);
            if (!read) {
                return read;
            }
        }
        return core::Ok{};
    }

private:
    bool isOption(std::string_view word)
    {
        if (m_areOptionsOver || word == "-") {
            return false;
        }
        return word.starts_with('-');
    }

    core::Status readTarget(std::string_view word)
    {
        if (!m_arguments.target.empty()) {
            return mistake("only one folder or file can be given, not also \"" + std::string(word)
                           + "\"");
        }
        m_arguments.target = word;
        return core::Ok{};
    }

    core::Status readOption(std::string_view word)
    {
        if (word == "--") {
            m_areOptionsOver = true;
            return core::Ok{};
        }
        if (bool *const flag = flagOf(word)) {
            *flag = true;
            return core::Ok{};
        }
        constexpr std::array<std::string_view, 9> kWithValue{
            "--query", "--tag",      "--category", "--sort",    "--limit",
            "--root",  "--severity", "--zone",     "--dialect",
        };
        if (std::ranges::find(kWithValue, word) == kWithValue.end()) {
            return mistake("unknown option \"" + std::string(word) + "\"");
        }
        if (m_next == m_words.size()) {
            return mistake("\"" + std::string(word) + "\" needs a value");
        }
        return readValue(word, m_words[m_next++]);
    }

    bool *flagOf(std::string_view word)
    {
        if (word == "--json") {
            return &m_arguments.isJson;
        }
        if (word == "--fragment") {
            return &m_arguments.isFragment;
        }
        if (word == "--text") {
            return &m_arguments.isTextSearched;
        }
        return word == "--as-written" ? &m_arguments.isAsWritten : nullptr;
    }

    core::Status readValue(std::string_view word, const std::string &value)
    {
        if (word == "--query") {
            m_arguments.query = value;
        } else if (word == "--tag") {
            m_arguments.tags.push_back(value);
        } else if (word == "--category") {
            m_arguments.categories.push_back(value);
        } else if (word == "--root") {
            m_arguments.root = value;
        } else if (word == "--sort") {
            return readSort(value);
        } else if (word == "--severity") {
            return readSeverity(value);
        } else if (word == "--zone") {
            return readZone(value);
        } else if (word == "--dialect") {
            return readDialect(value);
        } else {
            return readLimit(value);
        }
        return core::Ok{};
    }

    core::Status readSort(const std::string &value)
    {
        if (value == "title") {
            m_arguments.sort = {core::SortKey::Title, core::SortDirection::Ascending};
        } else if (value == "date") {
            m_arguments.sort = {core::SortKey::Date, core::SortDirection::Descending};
        } else {
            return mistake("--sort takes date or title, not \"" + value + "\"");
        }
        return core::Ok{};
    }

    core::Status readZone(const std::string &value)
    {
        if (!core::isKnownZone(value)) {
            return mistake("--zone takes a zone such as Asia/Shanghai, not \"" + value + "\"");
        }
        m_arguments.zone = value;
        return core::Ok{};
    }

    core::Status readDialect(const std::string &value)
    {
        if (value != "commonmark" && value != "gfm") {
            return mistake("--dialect takes commonmark or gfm, not \"" + value + "\"");
        }
        m_arguments.dialect = value == "gfm" ? core::Dialect::Gfm : core::Dialect::CommonMark;
        return core::Ok{};
    }

    core::Status readSeverity(const std::string &value)
    {
        constexpr std::array<std::string_view, 3> kNames{"note", "warning", "error"};
        const auto *const found = std::ranges::find(kNames, value);
        if (found == kNames.end()) {
            return mistake("--severity takes note, warning or error, not \"" + value + "\"");
        }
        m_arguments.lowest = static_cast<core::Severity>(found - kNames.begin());
        return core::Ok{};
    }

    core::Status readLimit(const std::string &value)
    {
        const std::optional<std::size_t> number = numberOf(value);
        if (!number) {
            return mistake("--limit takes a number, not \"" + value + "\"");
        }
        m_arguments.limit = *number;
        return core::Ok{};
    }

    std::span<const char *const> m_words;
    CliArguments &m_arguments;
    std::size_t m_next = 0;
    bool m_areOptionsOver = false;
};

bool needsTarget(Command command)
{
    return command != Command::Help && command != Command::Version;
}

} // namespace

core::Result<CliArguments> parseCliArguments(std::span<const char *const> words)
{
    if (words.empty()) {
        return mistake("a command is missing");
    }
    const std::string_view name = words.front();
    const auto *const command = std::ranges::find(kCommands, name, &CommandName::name);
    if (command == kCommands.end()) {
        return mistake("unknown command \"" + std::string(name) + "\"");
    }
    CliArguments arguments;
    arguments.command = command->command;
    const core::Status read = OptionReader(words.subspan(1), arguments).run();
    if (!read) {
        return read.error();
    }
    if (needsTarget(arguments.command) && arguments.target.empty()) {
        return mistake("\"" + std::string(name) + "\" needs a folder or file");
    }
    return arguments;
}

std::string_view cliHelp()
{
    return kHelp;
}

} // namespace lectern::app
