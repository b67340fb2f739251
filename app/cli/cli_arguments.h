#pragma once

#include "core/article/article.h"
#include "core/base/result.h"
#include "core/markdown/markdown.h"
#include "core/search/query.h"
#include "core/state/highlight_export.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::app {

enum class Command { Help, Version, Stats, List, Render, Check, State };

/// What `state` is to do.
enum class StateAction { Export, Import };

/// What one call of lectern-cli asks for.
struct CliArguments
{
    Command command = Command::Help;
    std::string target; ///< the folder or file; `-` is standard input for render
    StateAction action = StateAction::Export; ///< state
    std::string file; ///< state: `-` and empty are standard output and input
    std::optional<core::HighlightFormat> highlights; ///< state export: these alone
    std::string root; ///< render: the folder that the file belongs to; empty: the file's own
    std::string query;
    std::vector<std::string> tags;
    std::vector<std::string> categories;
    core::SortOrder sort;
    std::string zone; ///< list: of dates without one; empty: the local one
    std::size_t limit = SIZE_MAX;
    core::Severity lowest = core::Severity::Note; ///< check: what is reported
    std::optional<core::Dialect> dialect; ///< render: what a specification says, and no more
    bool isJson = false;
    bool isExplained = false; ///< stats: with what the cache keeps, and why not
    bool isTextSearched = false; ///< list: words match in the text too
    bool isFragment = false;
    bool isAsWritten = false;
};

/// Fails with Malformed; the message says which word is wrong.
core::Result<CliArguments> parseCliArguments(std::span<const char *const> words);

std::string_view cliHelp();

} // namespace lectern::app
