#include "core/search/query_edits.h"

#include "core/base/text.h"
#include "core/search/query_fields.h"
#include "core/search/query_values.h"

#include <algorithm>

namespace lectern::core {

namespace {

/// The condition that stands at the line's own level; null for a group or an OR.
const QueryTerm *ownTerm(const QueryNode &child)
{
    const QueryNode &node = child.kind == QueryNode::Kind::Not ? child.children.front() : child;
    return node.kind == QueryNode::Kind::Term ? &node.term : nullptr;
}

/// Those that give way when \a field uses \a name in a new way: an article carries many tags and
/// lies in one folder.
std::vector<OwnTerm> termsInTheWay(const Query &query, QueryField field, std::string_view name,
                                   TermUse use)
{
    std::vector<OwnTerm> terms = ownTerms(query);
    const bool isAlone = field == QueryField::Folder && use == TermUse::Included;
    std::erase_if(terms, [&, folded = foldedName(field, name)](const OwnTerm &found) {
        return found.term->field != field
            || (found.term->folded != folded && !(isAlone && found.use == TermUse::Included));
    });
    return terms;
}

bool isDateWanted(const QueryNode &child)
{
    return child.kind == QueryNode::Kind::Term && child.term.field == QueryField::Date;
}

/// Those that state when articles are from.
std::vector<OwnTerm> datesWanted(const Query &query)
{
    std::vector<OwnTerm> terms;
    for (const QueryNode &child : query.root.children) {
        if (isDateWanted(child)) {
            terms.push_back({&child.term, TermUse::Included});
        }
    }
    return terms;
}

/// The line without \a terms.
std::string without(std::string_view line, const std::vector<OwnTerm> &terms)
{
    std::string rest;
    std::size_t copied = 0;
    const auto append = [&rest](std::string_view part) {
        rest += rest.empty() || part.empty() ? "" : " ";
        rest += part;
    };
    for (const OwnTerm &found : terms) {
        append(trimmed(line.substr(copied, found.term->start - copied)));
        copied = found.term->end;
    }
    append(trimmed(line.substr(copied)));
    return rest;
}

/// In front, so that a quote, a group or an OR still being typed at the end cannot swallow it.
std::string inFront(const std::string &term, const std::string &rest)
{
    return term + (rest.empty() ? "" : " ") + rest;
}

} // namespace

std::vector<OwnTerm> ownTerms(const Query &query)
{
    std::vector<OwnTerm> terms;
    for (const QueryNode &child : query.root.children) {
        const QueryTerm *const term = ownTerm(child);
        const bool isExcluded = child.kind == QueryNode::Kind::Not;
        if (term != nullptr) {
            terms.push_back({term, isExcluded ? TermUse::Excluded : TermUse::Included});
        }
    }
    return terms;
}

TermUse termUse(const Query &query, QueryField field, std::string_view name)
{
    TermUse use = TermUse::Ignored;
    const std::string folded = foldedName(field, name);
    for (const OwnTerm &own : ownTerms(query)) {
        if (own.term->field == field && own.term->folded == folded) {
            use = own.use;
        }
    }
    return use;
}

std::string withTerm(const Query &query, QueryField field, std::string_view name, TermUse use)
{
    const std::string rest = without(query.line, termsInTheWay(query, field, name, use));
    if (use == TermUse::Ignored) {
        return rest;
    }
    const std::string sign = use == TermUse::Excluded ? "-" : "";
    return inFront(sign + queryTermText(field, name), rest);
}

std::optional<QueryRange> datesInUse(const Query &query)
{
    std::optional<QueryRange> dates;
    for (const OwnTerm &found : datesWanted(query)) {
        const QueryRange &range = found.term->range;
        if (!range.isAge) {
            const QueryRange before = dates.value_or(QueryRange{});
            dates = QueryRange{std::max(before.first, range.first),
                               std::min(before.last, range.last)};
        }
    }
    return dates;
}

std::string withDate(const Query &query, std::string_view value)
{
    const std::string rest = without(query.line, datesWanted(query));
    return value.empty() ? rest : inFront(queryTermText(QueryField::Date, value), rest);
}

std::optional<Query> withoutDates(const Query &query)
{
    if (std::ranges::none_of(query.root.children, isDateWanted)) {
        return std::nullopt;
    }
    Query rest = query;
    std::erase_if(rest.root.children, isDateWanted);
    return rest;
}

} // namespace lectern::core
