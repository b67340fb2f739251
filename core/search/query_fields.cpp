#include "core/search/query_fields.h"

#include <algorithm>

namespace lectern::core {

namespace {

std::string quoted(std::string_view name)
{
    std::string text = "\"";
    for (const char letter : name) {
        text += letter == '"' || letter == '\\' ? "\\" : "";
        text += letter;
    }
    return text + '"';
}

/// The first keyword of \a field; null where it has none.
const QueryKeyword *keywordOf(QueryField field)
{
    const auto *const found = std::ranges::find_if(kQueryKeywords, [&](const auto &keyword) {
        return keyword.field == field && keyword.value != QueryValue::Order;
    });
    return found == kQueryKeywords.end() ? nullptr : found;
}

} // namespace

const QueryKeyword *findKeyword(std::string_view folded)
{
    const auto *const found = std::ranges::find(kQueryKeywords, folded, &QueryKeyword::name);
    return found == kQueryKeywords.end() ? nullptr : found;
}

std::vector<std::string_view> queryKeywords()
{
    std::vector<std::string_view> names;
    for (const QueryKeyword &keyword : kQueryKeywords) {
        names.push_back(keyword.name);
    }
    return names;
}

std::string_view queryFieldName(QueryField field)
{
    const QueryKeyword *const keyword = keywordOf(field);
    return keyword == nullptr ? std::string_view() : keyword->name;
}

QueryField queryFieldOf(Taxonomy taxonomy)
{
    const auto *const found
        = std::ranges::find(kQueryKeywords, std::optional(taxonomy), &QueryKeyword::taxonomy);
    return found == kQueryKeywords.end() ? QueryField::Text : found->field;
}

std::optional<Taxonomy> taxonomyOf(QueryField field)
{
    const QueryKeyword *const keyword = keywordOf(field);
    return keyword == nullptr ? std::nullopt : keyword->taxonomy;
}

std::string queryTermText(QueryField field, std::string_view name)
{
    const bool needsQuotes
        = name.empty() || name.find_first_of(" \t\n\r\"()\\") != std::string_view::npos;
    std::string text(queryFieldName(field));
    text += text.empty() ? "" : ":";
    // A term whose name begins like the sign for terms without those in them.
    const std::string spelled
        = (taxonomyOf(field) && name.starts_with('=') ? "=" : "") + std::string(name);
    return text + (needsQuotes ? quoted(spelled) : spelled);
}

} // namespace lectern::core
