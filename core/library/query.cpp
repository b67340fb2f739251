#include "core/library/query.h"

#include "core/base/text.h"
#include "core/library/library_image.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>

namespace lectern::core {

namespace {

struct FieldName
{
    std::string_view name;
    QueryTerm::Field field;
};

constexpr std::array kFieldNames{
    FieldName{"title", QueryTerm::Field::Title},
    FieldName{"summary", QueryTerm::Field::Summary},
    FieldName{"category", QueryTerm::Field::Category},
    FieldName{"tag", QueryTerm::Field::Tag},
    FieldName{"lang", QueryTerm::Field::Language},
};

/// A term and the part of the line it was read from.
struct Token
{
    std::size_t start = 0;
    std::size_t end = 0;
    QueryTerm term;
};

bool isBlank(char letter)
{
    return letter == ' ' || letter == '\t' || letter == '\n';
}

std::optional<QueryTerm::Field> takeField(std::string_view line, std::size_t &position)
{
    for (const FieldName &field : kFieldNames) {
        const std::string_view rest = line.substr(position);
        if (rest.starts_with(field.name) && rest.substr(field.name.size()).starts_with(':')) {
            position += field.name.size() + 1;
            return field.field;
        }
    }
    return std::nullopt;
}

/// A word up to the next blank, or a phrase in quotes; a quote that is not closed reaches to the
/// end.
std::string takeValue(std::string_view line, std::size_t &position)
{
    const bool isQuoted = position < line.size() && line[position] == '"';
    position += isQuoted ? 1 : 0;
    std::string value;
    while (position < line.size()
           && (isQuoted ? line[position] != '"' : !isBlank(line[position]))) {
        const bool isEscape = isQuoted && line[position] == '\\' && position + 1 < line.size();
        position += isEscape ? 1 : 0;
        value += line[position++];
    }
    position += isQuoted && position < line.size() ? 1 : 0;
    return value;
}

std::vector<Token> tokensOf(std::string_view line)
{
    std::vector<Token> tokens;
    std::size_t position = 0;
    while (position < line.size()) {
        if (isBlank(line[position])) {
            ++position;
            continue;
        }
        Token token;
        token.start = position;
        if (line[position] == '-' && position + 1 < line.size() && !isBlank(line[position + 1])) {
            token.term.isExcluded = true;
            ++position;
        }
        token.term.field = takeField(line, position).value_or(QueryTerm::Field::Text);
        token.term.value = takeValue(line, position);
        token.term.folded = foldForSearch(token.term.value);
        token.end = position;
        tokens.push_back(token);
    }
    return tokens;
}

QueryTerm::Field fieldOf(Taxonomy taxonomy)
{
    switch (taxonomy) {
    case Taxonomy::Category:
        return QueryTerm::Field::Category;
    case Taxonomy::Tag:
        return QueryTerm::Field::Tag;
    case Taxonomy::Language:
        break;
    }
    return QueryTerm::Field::Language;
}

std::optional<Taxonomy> taxonomyOf(QueryTerm::Field field)
{
    switch (field) {
    case QueryTerm::Field::Category:
        return Taxonomy::Category;
    case QueryTerm::Field::Tag:
        return Taxonomy::Tag;
    case QueryTerm::Field::Language:
        return Taxonomy::Language;
    default:
        return std::nullopt;
    }
}

std::string quoted(std::string_view name)
{
    std::string text = "\"";
    for (const char letter : name) {
        text += letter == '"' || letter == '\\' ? "\\" : "";
        text += letter;
    }
    return text + '"';
}

std::string termText(Taxonomy taxonomy, std::string_view name, TermUse use)
{
    const auto *const field = std::ranges::find(kFieldNames, fieldOf(taxonomy), &FieldName::field);
    const bool needsQuotes = name.empty() || name.find_first_of(" \t\n\"()") != std::string::npos;
    std::string text = use == TermUse::Excluded ? "-" : "";
    text.append(field->name).append(1, ':');
    return text + (needsQuotes ? quoted(name) : std::string(name));
}

using RowMask = std::vector<std::uint8_t>;

RowMask rowsWithTerm(const Library &library, Taxonomy taxonomy, const QueryTerm &term)
{
    RowMask mask(library.size());
    for (TermId id = 0; id < library.termCount(taxonomy); ++id) {
        const std::string_view name = library.termName(taxonomy, id);
        if (name != term.value && foldForSearch(name) != term.folded) {
            continue;
        }
        for (const Row row : library.rowsWith(taxonomy, id)) {
            mask[row] = 1;
        }
    }
    return mask;
}

bool isInField(QueryTerm::Field field, std::size_t hit, std::size_t summaryStart)
{
    return field == QueryTerm::Field::Text
        || (field == QueryTerm::Field::Summary) == (hit >= summaryStart);
}

RowMask rowsWithText(const Library &library, const QueryTerm &term)
{
    RowMask mask(library.size());
    const auto titles = library.image().column<std::uint32_t>(Section::SearchTitles);
    const auto summaries = library.image().column<std::uint32_t>(Section::SearchSummaries);
    const std::string_view bytes = library.image().bytesOf(Section::SearchBytes);
    Row row = 0;
    std::size_t from = 0;
    while (const void *found = ::memmem(bytes.data() + from, bytes.size() - from,
                                        term.folded.data(), term.folded.size())) {
        const auto hit = static_cast<std::size_t>(static_cast<const char *>(found) - bytes.data());
        while (titles[row + 1] <= hit) {
            ++row;
        }
        if (isInField(term.field, hit, summaries[row])) {
            mask[row] = 1;
            from = titles[row + 1];
        } else {
            from = term.field == QueryTerm::Field::Summary ? summaries[row] : titles[row + 1];
        }
    }
    return mask;
}

RowMask rowsMatching(const Library &library, const QueryTerm &term)
{
    const std::optional<Taxonomy> taxonomy = taxonomyOf(term.field);
    if (taxonomy) {
        return rowsWithTerm(library, *taxonomy, term);
    }
    if (term.folded.empty()) {
        return RowMask(library.size(), 1);
    }
    return rowsWithText(library, term);
}

std::vector<Row> inOrder(const Library &library, const RowMask &mask, SortOrder order)
{
    const auto all = order.key == SortKey::Date ? library.rowsByDate() : library.rowsByTitle();
    std::vector<Row> rows;
    std::ranges::copy_if(all, std::back_inserter(rows), [&](Row row) { return mask[row] != 0; });
    const bool isStoredDescending = order.key == SortKey::Date;
    if ((order.direction == SortDirection::Descending) == isStoredDescending) {
        return rows;
    }
    std::ranges::reverse(rows);
    if (order.key == SortKey::Date) {
        const auto dated
            = std::ranges::find_if(rows, [&](Row row) { return library.date(row).has_value(); });
        std::ranges::rotate(rows, dated);
    }
    return rows;
}

} // namespace

Query parseQuery(std::string_view line)
{
    Query query;
    for (Token &token : tokensOf(line)) {
        query.terms.push_back(std::move(token.term));
    }
    return query;
}

TermUse termUse(std::string_view line, Taxonomy taxonomy, std::string_view name)
{
    for (const Token &token : tokensOf(line)) {
        if (token.term.field == fieldOf(taxonomy) && token.term.value == name) {
            return token.term.isExcluded ? TermUse::Excluded : TermUse::Included;
        }
    }
    return TermUse::Ignored;
}

std::string withTerm(std::string_view line, Taxonomy taxonomy, std::string_view name, TermUse use)
{
    std::string changed;
    std::size_t copied = 0;
    for (const Token &token : tokensOf(line)) {
        if (token.term.field == fieldOf(taxonomy) && token.term.value == name) {
            changed += line.substr(copied, token.start - copied);
            copied = token.end;
        }
    }
    changed = trimmed(changed + std::string(line.substr(copied)));
    if (use == TermUse::Ignored) {
        return changed;
    }
    return changed + (changed.empty() ? "" : " ") + termText(taxonomy, name, use);
}

std::vector<Row> select(const Library &library, const Query &query, SortOrder order)
{
    RowMask mask(library.size(), 1);
    for (const QueryTerm &term : query.terms) {
        const RowMask matching = rowsMatching(library, term);
        for (Row row = 0; row < library.size(); ++row) {
            mask[row] &= static_cast<std::uint8_t>(matching[row] != 0)
                ^ static_cast<std::uint8_t>(term.isExcluded);
        }
    }
    return inOrder(library, mask, order);
}

std::vector<std::uint32_t> countTerms(const Library &library, Taxonomy taxonomy,
                                      const std::vector<Row> &rows)
{
    std::vector<std::uint32_t> counts(library.termCount(taxonomy));
    for (const Row row : rows) {
        for (const TermId term : library.terms(taxonomy, row)) {
            ++counts[term];
        }
    }
    return counts;
}

} // namespace lectern::core
