#include "core/search/query_parser.h"

#include "core/base/text.h"
#include "core/search/query_fields.h"
#include "core/search/query_values.h"

#include <algorithm>
#include <climits>
#include <optional>
#include <utility>

namespace lectern::core {

namespace {

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
        m_query.line = m_line;
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
        const std::string_view value = term.value;
        term.folded = foldedName(term.field, value.substr(term.isExact ? 1 : 0));
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
        const QueryKeyword *const keyword = findKeyword(foldForSearch(key));
        if (keyword == nullptr) {
            term.field = QueryField::Key;
            term.key = key;
            return true;
        }
        term.field = keyword->field;
        return understandValue(keyword->value, term);
    }

    bool understandValue(QueryValue value, QueryTerm &term)
    {
        switch (value) {
        case QueryValue::Text:
        case QueryValue::Folder:
        case QueryValue::Label:
            break;
        case QueryValue::Term:
            term.isExact = isExactTerm(value, term.value);
            break;
        case QueryValue::Date:
            return understandDate(term, term.value);
        case QueryValue::DateBefore:
            return understandDate(term, "<" + term.value);
        case QueryValue::DateAfter:
            return understandDate(term, ">" + term.value);
        case QueryValue::Length:
            return understandLength(term);
        case QueryValue::Share:
            return understandShare(term);
        case QueryValue::State:
            return understandState(term);
        case QueryValue::Order:
            return understandSort(term);
        }
        return true;
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

    bool understandShare(QueryTerm &term)
    {
        const std::optional<QueryRange> range = parseShareRange(term.value);
        term.range = range.value_or(QueryRange{});
        return range || reject(MistakeKind::BadShare, term);
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

} // namespace

Query parseQuery(std::string_view line)
{
    return Parser(line).run();
}

} // namespace lectern::core
