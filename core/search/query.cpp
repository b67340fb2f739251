#include "core/search/query.h"

#include "core/base/text.h"
#include "core/search/query_values.h"

#include <algorithm>
#include <array>
#include <climits>

namespace lectern::core {

namespace {

/// What a word before a colon does with what stands behind it.
enum class KeywordUse : std::uint8_t { Field, Before, After, Sort };

struct Keyword
{
    std::string_view name;
    QueryField field = QueryField::Text;
    KeywordUse use = KeywordUse::Field;
};

constexpr std::array kKeywords{
    Keyword{"tag", QueryField::Tag},
    Keyword{"category", QueryField::Category},
    Keyword{"lang", QueryField::Language},
    Keyword{"title", QueryField::Title},
    Keyword{"summary", QueryField::Summary},
    Keyword{"body", QueryField::Body},
    Keyword{"author", QueryField::Author},
    Keyword{"site", QueryField::Site},
    Keyword{"date", QueryField::Date},
    Keyword{"before", QueryField::Date, KeywordUse::Before},
    Keyword{"after", QueryField::Date, KeywordUse::After},
    Keyword{"has", QueryField::Has},
    Keyword{"is", QueryField::Is},
    Keyword{"len", QueryField::Length},
    Keyword{"sort", QueryField::Text, KeywordUse::Sort},
};

constexpr auto kKeywordNames = [] {
    std::array<std::string_view, kKeywords.size()> names;
    std::ranges::transform(kKeywords, names.begin(), &Keyword::name);
    return names;
}();

bool isBlank(char letter)
{
    return letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r';
}

bool isKeyLetter(char letter)
{
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z')
        || (letter >= '0' && letter <= '9') || letter == '_' || letter == '-' || letter == '.';
}

using MistakeKind = QueryMistake::Kind;

/// Reads a line from left to right; every character is consumed once.
class Parser final
{
public:
    explicit Parser(std::string_view line)
        : m_line(line)
    {}

    Query run()
    {
        m_query.root = readAll(0);
        return std::move(m_query);
    }

private:
    QueryNode readAll(int depth)
    {
        QueryNode all;
        for (skipBlanks(); m_position < m_line.size(); skipBlanks()) {
            if (m_line[m_position] == ')') {
                if (depth > 0) {
                    break;
                }
                report(MistakeKind::StrayParenthesis, m_position, m_position + 1);
                ++m_position;
            } else if (atOr()) {
                readOr(all, depth);
            } else if (auto unit = readUnit(depth)) {
                all.children.push_back(std::move(*unit));
            }
        }
        return all;
    }

    /// Joins what stands before an OR with what follows it.
    void readOr(QueryNode &all, int depth)
    {
        const std::size_t start = m_position;
        m_position += 2;
        skipBlanks();
        const bool hasRight = m_position < m_line.size() && m_line[m_position] != ')' && !atOr();
        std::optional<QueryNode> right = hasRight ? readUnit(depth) : std::nullopt;
        if (all.children.empty() || !right) {
            report(MistakeKind::DanglingOr, start, start + 2);
            if (right) {
                all.children.push_back(std::move(*right));
            }
            return;
        }
        QueryNode &left = all.children.back();
        if (left.kind != QueryNode::Kind::Any) {
            QueryNode any;
            any.kind = QueryNode::Kind::Any;
            any.start = left.start;
            any.children.push_back(std::move(left));
            left = std::move(any);
        }
        left.end = right->end;
        left.children.push_back(std::move(*right));
    }

    std::optional<QueryNode> readUnit(int depth)
    {
        const std::size_t start = m_position;
        const bool isExcluded = m_line[m_position] == '-' && m_position + 1 < m_line.size()
            && !isBlank(m_line[m_position + 1]);
        m_position += isExcluded ? 1 : 0;
        std::optional<QueryNode> unit
            = m_line[m_position] == '(' ? readGroup(depth) : readTerm(start);
        if (unit && isExcluded) {
            QueryNode negation;
            negation.kind = QueryNode::Kind::Not;
            negation.children.push_back(std::move(*unit));
            unit = std::move(negation);
        }
        if (unit) {
            unit->start = start;
            unit->end = m_position;
        }
        return unit;
    }

    std::optional<QueryNode> readGroup(int depth)
    {
        const std::size_t start = m_position++;
        if (depth + 1 >= kMaxQueryDepth) {
            report(MistakeKind::TooDeep, start, start + 1);
            return std::nullopt;
        }
        ++m_openGroups;
        QueryNode group = readAll(depth + 1);
        --m_openGroups;
        if (m_position < m_line.size()) {
            ++m_position;
        } else {
            report(MistakeKind::UnclosedParenthesis, start, m_line.size());
        }
        if (group.children.empty()) {
            return std::nullopt;
        }
        return group;
    }

    std::optional<QueryNode> readTerm(std::size_t start)
    {
        QueryNode node;
        node.kind = QueryNode::Kind::Term;
        QueryTerm &term = node.term;
        QueryPiece piece;
        piece.start = m_position;
        const std::string key = takeKey();
        piece.valueStart = m_position;
        const std::size_t mistakes = m_query.mistakes.size();
        term.value = takeValue();
        piece.isOpen = m_query.mistakes.size() > mistakes;
        piece.end = m_position;
        m_query.pieces.push_back(piece);
        term.start = start;
        term.end = m_position;
        if (!understand(key, term)) {
            return std::nullopt;
        }
        term.folded = foldForSearch(term.value);
        return node;
    }

    /// A key before `:`; the scheme of an address and the hour of a time are no keys.
    std::string takeKey()
    {
        std::size_t end = m_position;
        while (end < m_line.size() && isKeyLetter(m_line[end])) {
            ++end;
        }
        const bool isKey = end > m_position && end < m_line.size() && m_line[end] == ':'
            && !m_line.substr(end).starts_with("://")
            && !(m_line[m_position] >= '0' && m_line[m_position] <= '9');
        if (!isKey) {
            return {};
        }
        const std::string key(m_line.substr(m_position, end - m_position));
        m_position = end + 1;
        return key;
    }

    /// A word up to a blank or the end of its group, or a phrase in quotes with `\"` and `\\`
    /// inside.
    std::string takeValue()
    {
        if (m_position < m_line.size() && m_line[m_position] == '"') {
            return takePhrase();
        }
        const std::size_t start = m_position;
        int open = m_openGroups > 0 ? 0 : INT_MAX / 2;
        for (; m_position < m_line.size() && !isBlank(m_line[m_position]); ++m_position) {
            open += m_line[m_position] == '(' ? 1 : 0;
            open -= m_line[m_position] == ')' ? 1 : 0;
            if (open < 0) {
                break;
            }
        }
        return std::string(m_line.substr(start, m_position - start));
    }

    std::string takePhrase()
    {
        const std::size_t start = m_position++;
        std::string phrase;
        while (m_position < m_line.size() && m_line[m_position] != '"') {
            const bool isEscape = m_line[m_position] == '\\' && m_position + 1 < m_line.size();
            m_position += isEscape ? 1 : 0;
            phrase += m_line[m_position++];
        }
        if (m_position < m_line.size()) {
            ++m_position;
        } else {
            report(MistakeKind::UnclosedQuote, start, m_line.size());
        }
        return phrase;
    }

    /// Gives \a term its meaning; false when it holds no condition.
    bool understand(const std::string &key, QueryTerm &term)
    {
        if (term.value.empty()) {
            if (!key.empty()) {
                report(MistakeKind::MissingValue, term.start, term.end);
            }
            return false;
        }
        if (key.empty()) {
            return true;
        }
        const auto *const keyword
            = std::ranges::find(kKeywords, foldForSearch(key), &Keyword::name);
        if (keyword == kKeywords.end()) {
            term.field = QueryField::Key;
            term.key = key;
            return true;
        }
        term.field = keyword->field;
        switch (keyword->use) {
        case KeywordUse::Sort:
            return understandSort(term);
        case KeywordUse::Before:
            return understandDate(term, "<" + term.value);
        case KeywordUse::After:
            return understandDate(term, ">" + term.value);
        case KeywordUse::Field:
            break;
        }
        return understandValue(term);
    }

    bool understandValue(QueryTerm &term)
    {
        switch (term.field) {
        case QueryField::Date:
            return understandDate(term, term.value);
        case QueryField::Length:
            return understandLength(term);
        case QueryField::Has:
        case QueryField::Is:
            return understandState(term);
        default:
            return true;
        }
    }

    bool understandDate(QueryTerm &term, std::string_view value)
    {
        const std::optional<QueryRange> range = parseDateRange(value);
        term.range = range.value_or(QueryRange{});
        return range || reject(MistakeKind::BadDate, term);
    }

    bool understandLength(QueryTerm &term)
    {
        const std::optional<QueryRange> range = parseLengthRange(term.value);
        term.range = range.value_or(QueryRange{});
        return range || reject(MistakeKind::BadLength, term);
    }

    bool understandState(QueryTerm &term)
    {
        const std::optional<QueryState> state = parseState(term.field, term.value);
        term.state = state.value_or(QueryState::Image);
        return state || reject(MistakeKind::BadState, term);
    }

    /// An order is no condition: it goes to the query as a whole.
    bool understandSort(const QueryTerm &term)
    {
        const std::optional<SortOrder> order = parseSort(term.value);
        if (!order) {
            return reject(MistakeKind::BadSort, term);
        }
        m_query.sort = order;
        return false;
    }

    bool reject(MistakeKind kind, const QueryTerm &term)
    {
        report(kind, term.start, term.end);
        return false;
    }

    bool atOr() const
    {
        return m_line.substr(m_position).starts_with("OR")
            && (m_position + 2 == m_line.size() || isBlank(m_line[m_position + 2])
                || m_line[m_position + 2] == '(');
    }

    void skipBlanks()
    {
        while (m_position < m_line.size() && isBlank(m_line[m_position])) {
            ++m_position;
        }
    }

    void report(MistakeKind kind, std::size_t start, std::size_t end)
    {
        m_query.mistakes.push_back({kind, std::string(m_line.substr(start, end - start))});
    }

    std::string_view m_line;
    std::size_t m_position = 0;
    int m_openGroups = 0;
    Query m_query;
};

QueryField fieldOf(Taxonomy taxonomy)
{
    switch (taxonomy) {
    case Taxonomy::Category:
        return QueryField::Category;
    case Taxonomy::Tag:
        return QueryField::Tag;
    case Taxonomy::Language:
        break;
    }
    return QueryField::Language;
}

struct FoundTerm
{
    const QueryTerm *term;
    TermUse use;
};

/// The conditions of the line's own level.
std::vector<FoundTerm> ownTerms(const Query &query)
{
    std::vector<FoundTerm> terms;
    for (const QueryNode &child : query.root.children) {
        const bool isExcluded = child.kind == QueryNode::Kind::Not;
        const QueryNode &node = isExcluded ? child.children.front() : child;
        if (node.kind == QueryNode::Kind::Term) {
            terms.push_back({&node.term, isExcluded ? TermUse::Excluded : TermUse::Included});
        }
    }
    return terms;
}

/// Those that name a term of a taxonomy.
std::vector<FoundTerm> termsNaming(const Query &query, QueryField field, std::string_view name)
{
    std::vector<FoundTerm> terms = ownTerms(query);
    std::erase_if(terms, [&, folded = foldForSearch(name)](const FoundTerm &found) {
        return found.term->field != field || found.term->folded != folded;
    });
    return terms;
}

/// Those that state when articles are from.
std::vector<FoundTerm> datesWanted(const Query &query)
{
    std::vector<FoundTerm> terms = ownTerms(query);
    std::erase_if(terms, [](const FoundTerm &found) {
        return found.term->field != QueryField::Date || found.use == TermUse::Excluded;
    });
    return terms;
}

std::string without(std::string_view line, const std::vector<FoundTerm> &terms)
{
    std::string rest;
    std::size_t copied = 0;
    const auto append = [&rest](std::string_view part) {
        rest += rest.empty() || part.empty() ? "" : " ";
        rest += part;
    };
    for (const FoundTerm &found : terms) {
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

std::string quoted(std::string_view name)
{
    std::string text = "\"";
    for (const char letter : name) {
        text += letter == '"' || letter == '\\' ? "\\" : "";
        text += letter;
    }
    return text + '"';
}

} // namespace

Query parseQuery(std::string_view line)
{
    return Parser(line).run();
}

std::span<const std::string_view> queryKeywords()
{
    return kKeywordNames;
}

std::string_view queryFieldName(QueryField field)
{
    const auto *const found = std::ranges::find_if(kKeywords, [field](const Keyword &keyword) {
        return keyword.field == field && keyword.use == KeywordUse::Field;
    });
    return found == kKeywords.end() ? std::string_view() : found->name;
}

std::string queryTermText(QueryField field, std::string_view name)
{
    const bool needsQuotes
        = name.empty() || name.find_first_of(" \t\n\r\"()\\") != std::string_view::npos;
    std::string text(queryFieldName(field));
    text += text.empty() ? "" : ":";
    return text + (needsQuotes ? quoted(name) : std::string(name));
}

TermUse termUse(std::string_view line, Taxonomy taxonomy, std::string_view name)
{
    const Query query = parseQuery(line);
    const std::vector<FoundTerm> found = termsNaming(query, fieldOf(taxonomy), name);
    return found.empty() ? TermUse::Ignored : found.back().use;
}

std::string withTerm(std::string_view line, Taxonomy taxonomy, std::string_view name, TermUse use)
{
    const Query query = parseQuery(line);
    const std::string rest = without(line, termsNaming(query, fieldOf(taxonomy), name));
    if (use == TermUse::Ignored) {
        return rest;
    }
    const std::string sign = use == TermUse::Excluded ? "-" : "";
    return inFront(sign + queryTermText(fieldOf(taxonomy), name), rest);
}

std::optional<QueryRange> datesInUse(const Query &query)
{
    std::optional<QueryRange> dates;
    for (const FoundTerm &found : datesWanted(query)) {
        const QueryRange &range = found.term->range;
        if (!range.isAge) {
            const QueryRange before = dates.value_or(QueryRange{});
            dates = QueryRange{std::max(before.first, range.first),
                               std::min(before.last, range.last)};
        }
    }
    return dates;
}

std::string withDate(std::string_view line, std::string_view value)
{
    const std::string rest = without(line, datesWanted(parseQuery(line)));
    return value.empty() ? rest : inFront(queryTermText(QueryField::Date, value), rest);
}

} // namespace lectern::core
