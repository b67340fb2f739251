#pragma once

#include "core/article/article.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::core {

/// What a person means by a value that a parser refused: \a raw without the quotes around all of
/// it, escapes undone; `"a" b "c"` and `[AI] news` stay as they are.
std::string meantText(std::string_view raw);

/// Whether \a raw is a list in brackets, perhaps without the closing one, and nothing after it.
bool isMeantAsList(std::string_view raw);

/// The items of such a list.
std::vector<std::string> meantItems(std::string_view raw);

/// Why a parser refuses \a raw as a value ("has an unescaped quote") and the byte of \a raw at
/// fault; no reason when the value itself gives none.
struct ValueFault
{
    std::size_t offset = 0;
    ProblemWording reason;

    bool isFound() const { return !reason.reasons.empty(); }
};

ValueFault findFault(FrontMatterKind kind, std::string_view raw);

/// \a text in double quotes, escaped so that YAML, TOML and JSON read it back.
std::string quoted(std::string_view text);

/// `key: "value"` or `key = "value"` as \a kind writes it.
std::string fieldLine(FrontMatterKind kind, std::string_view key, std::string_view text);
std::string fieldLine(FrontMatterKind kind, std::string_view key,
                      const std::vector<std::string> &items);

} // namespace lectern::core
