#include "app/cli/cli_commands.h"

#include "app/cli/kept_states.h"
#include "app/cli/query_mistakes.h"
#include "app/cli/render_command.h"
#include "app/cli/state_command.h"
#include "core/article/problem_sentence.h"
#include "core/base/text.h"
#include "core/library/indexer.h"
#include "core/library/snapshot.h"
#include "core/search/body_search.h"
#include "core/search/cache_report.h"
#include "core/search/query_edits.h"
#include "core/search/query_parser.h"
#include "core/search/select.h"
#include "core/search/text_pack.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cstdio>
#include <iostream>
#include <optional>

namespace lectern::app {

namespace {

using core::Library;
using core::Row;
using core::Taxonomy;
using Json = nlohmann::ordered_json;

constexpr std::string_view kVersion = LECTERN_VERSION;
constexpr std::array<std::string_view, 3> kSeverityNames{"note", "warning", "error"};

/// File names may be any bytes; what leaves here is UTF-8.
std::string shown(std::string_view bytes)
{
    return core::isValidUtf8(bytes) ? std::string(bytes) : core::repairUtf8(bytes);
}

void print(const std::string &line)
{
    std::fwrite(line.data(), 1, line.size(), stdout);
    std::fputc('\n', stdout);
}

void print(const Json &json)
{
    print(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

ExitCode fail(const core::Error &error)
{
    std::cerr << "lectern-cli: " << shown(error.message) << '\n';
    return CannotDoIt;
}

core::Result<std::shared_ptr<const Library>> open(const CliArguments &arguments)
{
    core::IndexOptions options;
    options.zone = arguments.zone;
    return core::indexFolder(arguments.target, nullptr, options);
}

Json namesOf(const Library &library, Taxonomy taxonomy, Row row)
{
    Json names = Json::array();
    for (const core::TermId term : library.terms(taxonomy, row)) {
        names.push_back(shown(library.termName(taxonomy, term)));
    }
    return names;
}

Json namesOf(const std::vector<core::ProblemReason> &reasons)
{
    Json names = Json::array();
    for (const core::ProblemReason reason : reasons) {
        names.push_back(core::reasonText(reason).name);
    }
    return names;
}

Json jsonOf(const core::Problem &problem)
{
    Json json{
        {"code", core::problemName(problem.code)},
        {"severity", kSeverityNames[static_cast<std::size_t>(core::severityOf(problem.code))]},
        {"line", problem.line},
        {"column", problem.column},
        {"message", core::problemSentence(problem)},
        {"reasons", namesOf(problem.wording.reasons)},
        {"arguments", problem.wording.arguments}};
    if (!problem.valueUsed.empty()) {
        json["valueUsed"] = problem.valueUsed;
    }
    if (!problem.proposal.empty()) {
        json["proposal"] = problem.proposal;
    }
    return json;
}

/// Null for a date that was not written anywhere: the file's time says when it was copied, no more.
Json dateOf(const Library &library, Row row)
{
    const auto date = library.date(row);
    if (!date || date->origin == core::DateOrigin::FileTime) {
        return nullptr;
    }
    return core::toIso8601(date->written);
}

Json jsonOf(const Library &library, Row row)
{
    Json problems = Json::array();
    for (const core::Problem &problem : library.problems(row)) {
        problems.push_back(jsonOf(problem));
    }
    return Json{{"path", shown(library.path(row))},
                {"title", library.title(row)},
                {"date", dateOf(library, row)},
                {"summary", library.summary(row)},
                {"categories", namesOf(library, Taxonomy::Category, row)},
                {"tags", namesOf(library, Taxonomy::Tag, row)},
                {"lang", namesOf(library, Taxonomy::Language, row)},
                {"thumbnail", library.thumbnail(row)},
                {"source", library.source(row)},
                {"problems", std::move(problems)}};
}

Json jsonOf(const KeptStates &states, Row row)
{
    Json labels = Json::array();
    for (const std::string &label : states.labels(row)) {
        labels.push_back(shown(label));
    }
    return Json{{"read", states.status(row)},
                {"starred", states.isStarred(row)},
                {"progress", states.percent(row)},
                {"labels", std::move(labels)}};
}

Json termCounts(const Library &library, Taxonomy taxonomy)
{
    Json counts = Json::object();
    for (core::TermId term = 0; term < library.termCount(taxonomy); ++term) {
        counts[shown(library.termName(taxonomy, term))] = library.rowsWith(taxonomy, term).size();
    }
    return counts;
}

Json statsOf(const Library &library)
{
    std::size_t problems = library.folderProblems().size();
    for (Row row = 0; row < library.size(); ++row) {
        problems += library.problems(row).size();
    }
    return Json{{"articles", library.size()},
                {"problems", problems},
                {"tags", termCounts(library, Taxonomy::Tag)},
                {"categories", termCounts(library, Taxonomy::Category)},
                {"languages", termCounts(library, Taxonomy::Language)}};
}

/// What the window would find kept when it opens the folder.
Json cacheOf(const Library &library)
{
    const std::string folder = core::userCacheFolder();
    return Json{
        {"index", shown(core::explainIndex(core::loadSnapshot(folder, library.root()), library))},
        {"texts",
         shown(core::explainTexts(core::TextPack::open(folder, library.root()), library))}};
}

void printStats(const Json &stats)
{
    print(std::to_string(stats["articles"].get<std::size_t>()) + " articles, "
          + std::to_string(stats["problems"].get<std::size_t>()) + " problems");
    for (const char *const name : {"categories", "tags", "languages"}) {
        print(std::string(name) + ": " + std::to_string(stats[name].size()));
        for (const auto &[term, count] : stats[name].items()) {
            print("  " + std::to_string(count.get<std::size_t>()) + "\t" + term);
        }
    }
    const Json cache = stats.value("cache", Json::object());
    for (const auto &[name, use] : cache.items()) {
        print(name + " " + use.get<std::string>());
    }
}

ExitCode stats(const CliArguments &arguments)
{
    const auto library = open(arguments);
    if (!library) {
        return fail(library.error());
    }
    Json stats = statsOf(*library.value());
    if (arguments.isExplained) {
        stats["cache"] = cacheOf(*library.value());
    }
    if (arguments.isJson) {
        print(stats);
    } else {
        printStats(stats);
    }
    return Fine;
}

core::Query queryOf(const CliArguments &arguments)
{
    core::Query query = core::parseQuery(arguments.query);
    const auto include = [&query](core::QueryField field, const std::vector<std::string> &names) {
        for (const std::string &name : names) {
            query = core::parseQuery(core::withTerm(query, field, name, core::TermUse::Included));
        }
    };
    include(core::QueryField::Tag, arguments.tags);
    include(core::QueryField::Category, arguments.categories);
    return query;
}

bool hasBodyTerm(const core::Query &query)
{
    bool isFound = false;
    core::forEachTerm(query.root, [&](const core::QueryTerm &term, bool) {
        isFound = isFound || term.field == core::QueryField::Body;
    });
    return isFound;
}

core::Result<std::vector<Row>> selectRows(const Library &library, const core::Query &query,
                                          const CliArguments &arguments,
                                          core::SelectContext context)
{
    context.alsoSearchBodies = arguments.isTextSearched;
    if (!arguments.isTextSearched && !hasBodyTerm(query)) {
        return core::select(library, query, arguments.sort, context);
    }
    const auto pack = core::TextPack::update(core::userCacheFolder(), library, {});
    if (!pack) {
        return pack.error();
    }
    const core::BodySearch bodies(pack.value(), library);
    context.searchBodies
        = [&](std::string_view needle, core::RowSet &rows) { bodies.search(needle, rows); };
    return core::select(library, query, arguments.sort, context);
}

ExitCode list(const CliArguments &arguments)
{
    const auto opened = open(arguments);
    if (!opened) {
        return fail(opened.error());
    }
    const Library &library = *opened.value();
    const core::Query query = queryOf(arguments);
    for (const core::QueryMistake &mistake : query.mistakes) {
        std::cerr << "lectern-cli: " << shown(sentenceOf(mistake)) << '\n';
    }
    std::optional<KeptStates> states; // only for who asks
    core::SelectContext context;
    if (arguments.isJson || core::asksForReading(query)) {
        core::Result<KeptStates> kept = KeptStates::of(opened.value());
        if (!kept) {
            return fail(kept.error());
        }
        states = std::move(kept).value();
        states->answer(context);
    }
    core::Result<std::vector<Row>> selected
        = selectRows(library, query, arguments, std::move(context));
    if (!selected) {
        return fail(selected.error());
    }
    std::vector<Row> rows = std::move(selected).value();
    rows.resize(std::min(rows.size(), arguments.limit));
    for (const Row row : rows) {
        if (arguments.isJson) {
            Json json = jsonOf(library, row);
            json.update(jsonOf(*states, row));
            print(json);
            continue;
        }
        const Json date = dateOf(library, row);
        print((date.is_null() ? std::string("-") : date.get<std::string>()) + "\t"
              + std::string(library.title(row)) + "\t" + shown(library.path(row)));
    }
    return Fine;
}

/// Writes what a command gave, as it is.
ExitCode write(const core::Result<std::string> &text)
{
    if (!text) {
        return fail(text.error());
    }
    std::fwrite(text.value().data(), 1, text.value().size(), stdout);
    return Fine;
}

/// Prints problems the way compilers do, so that editors and CI find the place.
class ProblemPrinter final
{
public:
    explicit ProblemPrinter(const CliArguments &arguments)
        : m_arguments(arguments)
    {}

    void add(std::string_view path, const core::Problem &problem)
    {
        if (core::severityOf(problem.code) < m_arguments.lowest) {
            return;
        }
        Json json{{"path", shown(path)}};
        json.update(jsonOf(problem));
        if (m_arguments.isJson) {
            m_problems.push_back(std::move(json));
        } else {
            print(json["path"].get<std::string>() + ":" + std::to_string(problem.line) + ":"
                  + std::to_string(problem.column) + ": " + json["severity"].get<std::string>()
                  + ": " + json["message"].get<std::string>() + " ["
                  + json["code"].get<std::string>() + "]");
        }
        ++m_count;
    }

    ExitCode finish(const Library &library) const
    {
        if (m_arguments.isJson) {
            print(Json{{"articles", library.size()}, {"problems", m_problems}});
        } else {
            print(std::to_string(m_count) + " problems in " + std::to_string(library.size())
                  + " articles");
        }
        return m_count == 0 ? Fine : ProblemsFound;
    }

private:
    const CliArguments &m_arguments;
    Json m_problems = Json::array();
    std::size_t m_count = 0;
};

ExitCode check(const CliArguments &arguments)
{
    const auto opened = open(arguments);
    if (!opened) {
        return fail(opened.error());
    }
    const Library &library = *opened.value();
    ProblemPrinter printer(arguments);
    for (const auto &[path, problem] : library.folderProblems()) {
        printer.add(path, problem);
    }
    for (Row row = 0; row < library.size(); ++row) {
        for (const core::Problem &problem : library.problems(row)) {
            printer.add(library.path(row), problem);
        }
    }
    return printer.finish(library);
}

} // namespace

ExitCode runCommand(const CliArguments &arguments)
{
    switch (arguments.command) {
    case Command::Stats:
        return stats(arguments);
    case Command::List:
        return list(arguments);
    case Command::Render:
        return write(runRender(arguments));
    case Command::Check:
        return check(arguments);
    case Command::State:
        return write(runState(arguments));
    case Command::Version:
        print("lectern-cli " + std::string(kVersion));
        return Fine;
    case Command::Help:
        break;
    }
    print(std::string(cliHelp()));
    return Fine;
}

} // namespace lectern::app
