#include "core/base/text.h"
#include "core/search/query.h"
#include "core/search/query_edits.h"
#include "core/search/query_fields.h"
#include "core/search/query_parser.h"
#include "core/search/query_values.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <span>
#include <string>
#include <vector>

namespace lectern::core {

namespace {

/// A line as a person types it, and the tree that the grammar in query.h gives it, as text.
struct Line
{
    std::string text;
    std::string tree;
};

/// Writes lines by the grammar, without looking at the parser.
class RandomLines final
{
public:
    explicit RandomLines(unsigned seed)
        : m_random(seed)
    {}

    std::size_t below(std::size_t limit) { return m_random() % limit; }

    Line all(int depth)
    {
        Line line{blanks(), "all("};
        for (std::size_t parts = 1 + below(4); parts > 0; --parts) {
            const Line part = any(depth);
            line.text += part.text + (parts > 1 ? " " + blanks() : "");
            line.tree += (line.tree == "all(" ? "" : " ") + part.tree;
        }
        line.tree += ")";
        return line;
    }

    /// Pieces of lines in no order.
    std::string garbage()
    {
        constexpr std::array<std::string_view, 22> kPieces{
            " ",  "OR",     "OR ",        "-",    "(",       ")",         "\"",        "\\",
            ":",  "tag:",   "a",          "科学", "tag:x",   "-tag:x",    "tag:\"x\"", "date:2025",
            "\t", "date:x", "sort:title", "is:",  "author:", "http://a.b"};
        std::string text;
        for (std::size_t count = below(10); count > 0; --count) {
            text += kPieces[below(kPieces.size())];
        }
        return text;
    }

private:
    std::string blanks()
    {
        constexpr std::array<std::string_view, 4> kBlanks{"", "", " ", "\t "};
        return std::string(kBlanks[below(kBlanks.size())]);
    }

    Line any(int depth)
    {
        Line line = unit(depth);
        const std::size_t more = below(4) == 0 ? 1 + below(2) : 0;
        for (std::size_t count = more; count > 0; --count) {
            const Line next = unit(depth);
            line.text += " OR " + blanks() + next.text;
            line.tree += " " + next.tree;
        }
        line.tree = more > 0 ? "any(" + line.tree + ")" : line.tree;
        return line;
    }

    Line unit(int depth)
    {
        const bool isExcluded = below(4) == 0;
        Line line = depth > 0 && below(4) == 0 ? group(depth) : term();
        if (isExcluded) {
            line = {"-" + line.text, "not(" + line.tree + ")"};
        }
        return line;
    }

    Line group(int depth)
    {
        const Line inner = all(depth - 1);
        return {"(" + inner.text + ")", inner.tree};
    }

    Line term()
    {
        constexpr std::array<std::string_view, 10> kFields{
            "", "", "", "title:", "summary:", "tag:", "category:", "lang:", "author:", "site:"};
        const std::string field(kFields[below(kFields.size())]);
        constexpr std::array<std::string_view, 8> kWords{"a",  "科学",  "b-c",  "C++",
                                                         "or", "x.y/z", "f(x)", "'s"};
        constexpr std::array<Line (*)(), 4> kPhrases{
            [] {
                return Line{"\"a b\"", "a b"};
            },
            [] {
                return Line{R"("say \"hi\"")", R"(say "hi")"};
            },
            [] {
                return Line{R"("back\\slash")", R"(back\slash)"};
            },
            [] {
                return Line{"\"(OR) -x tag:y\"", "(OR) -x tag:y"};
            },
        };
        const std::string word(kWords[below(kWords.size())]);
        const Line value = below(4) == 0 ? kPhrases[below(kPhrases.size())]() : Line{word, word};
        return {field + value.text, field + value.tree};
    }

    std::mt19937 m_random; // NOLINT(cert-msc51-cpp): the same lines in every run
};

std::string textOf(const QueryNode &node)
{
    if (node.kind == QueryNode::Kind::Term) {
        const std::string field(queryFieldName(node.term.field));
        return field + (field.empty() ? "" : ":") + node.term.value;
    }
    std::string text;
    for (const QueryNode &child : node.children) {
        text += (text.empty() ? "" : " ") + textOf(child);
    }
    switch (node.kind) {
    case QueryNode::Kind::Any:
        return "any(" + text + ")";
    case QueryNode::Kind::Not:
        return "not(" + text + ")";
    default:
        return "all(" + text + ")";
    }
}

int depthOf(const QueryNode &node)
{
    int deepest = 0;
    for (const QueryNode &child : node.children) {
        deepest = std::max(deepest, depthOf(child));
    }
    return deepest + 1;
}

void expectWellFormed(const QueryNode &node, const std::string &line)
{
    switch (node.kind) {
    case QueryNode::Kind::Not:
        ASSERT_EQ(node.children.size(), 1U) << line;
        break;
    case QueryNode::Kind::Any:
        ASSERT_GE(node.children.size(), 2U) << line;
        break;
    case QueryNode::Kind::Term:
        ASSERT_TRUE(node.children.empty()) << line;
        ASSERT_FALSE(node.term.value.empty()) << line;
        ASSERT_EQ(node.term.folded, foldForSearch(node.term.value)) << line;
        ASSERT_LT(node.term.start, node.term.end) << line;
        ASSERT_LE(node.term.end, line.size()) << line;
        break;
    case QueryNode::Kind::All:
        break;
    }
    for (const QueryNode &child : node.children) {
        ASSERT_TRUE(child.kind != QueryNode::Kind::All || !child.children.empty()) << line;
        expectWellFormed(child, line);
    }
}

constexpr std::array kUses{TermUse::Included, TermUse::Excluded, TermUse::Ignored};

} // namespace

TEST(QueryProperty, readsEveryLineOfTheGrammar)
{
    RandomLines lines(44);
    for (int round = 0; round < 5000; ++round) {
        const Line line = lines.all(3);

        const Query query = parseQuery(line.text);

        ASSERT_EQ(textOf(query.root), line.tree) << line.text;
        ASSERT_TRUE(query.mistakes.empty()) << line.text << ": " << query.mistakes[0].text;
        ASSERT_FALSE(query.sort) << line.text;
        expectWellFormed(query.root, line.text);
    }
}

TEST(QueryProperty, isWellFormed_whateverIsTyped)
{
    RandomLines lines(45);
    for (int round = 0; round < 20'000; ++round) {
        const std::string line = lines.garbage();

        const Query query = parseQuery(line);

        expectWellFormed(query.root, line);
        ASSERT_LE(depthOf(query.root), 2 * kMaxQueryDepth + 2) << line;
        for (const QueryMistake &mistake : query.mistakes) {
            ASSERT_NE(line.find(mistake.text), std::string::npos) << line << ": " << mistake.text;
        }
    }
}

TEST(QueryProperty, namesItsTermsInOrder_whereTheyStand)
{
    RandomLines lines(46);
    for (int round = 0; round < 2000; ++round) {
        const std::string line = lines.all(3).text;
        std::size_t end = 0;

        forEachTerm(parseQuery(line).root, [&](const QueryTerm &term, bool) {
            ASSERT_GE(term.start, end) << line;
            end = term.end;
            // Alone it is the same term.
            const Query alone = parseQuery(line.substr(term.start, term.end - term.start));
            ASSERT_EQ(alone.root.children.size(), 1U) << line;
            const QueryNode *node = &alone.root.children[0];
            node = node->kind == QueryNode::Kind::Not ? &node->children[0] : node;
            ASSERT_EQ(node->term.value, term.value) << line;
            ASSERT_EQ(node->term.field, term.field) << line;
        });
    }
}

TEST(QueryProperty, tellsWhetherATermIsExcluded)
{
    std::string seen;
    const auto note = [&seen](const QueryTerm &term, bool isExcluded) {
        seen += (isExcluded ? "-" : "+") + term.value + " ";
    };

    forEachTerm(parseQuery("a -b -(c -d) e OR -f -(-(g))").root, note);

    EXPECT_EQ(seen, "+a -b -c +d +e -f +g ");
}

TEST(QueryLineProperty, usesATermAsAsked_andLeavesTheRestAsItWas)
{
    RandomLines lines(47);
    for (int round = 0; round < 800; ++round) {
        const Line line = lines.all(2);
        const std::string plain
            = withTerm(parseQuery(line.text), QueryField::Tag, "some name", TermUse::Ignored);
        ASSERT_EQ(textOf(parseQuery(plain).root), line.tree) << line.text;
        for (const TermUse use : kUses) {
            const std::string changed
                = withTerm(parseQuery(line.text), QueryField::Tag, "some name", use);

            ASSERT_EQ(termUse(parseQuery(changed), QueryField::Tag, "some name"), use) << changed;
            ASSERT_EQ(termUse(parseQuery(changed), QueryField::Category, "some name"),
                      TermUse::Ignored);
            ASSERT_EQ(termUse(parseQuery(changed), QueryField::Tag, "a"),
                      termUse(parseQuery(line.text), QueryField::Tag, "a"))
                << changed;
            // And back again.
            ASSERT_EQ(withTerm(parseQuery(changed), QueryField::Tag, "some name", TermUse::Ignored),
                      plain);
        }
    }
}

TEST(QueryLineProperty, usesATermAsAsked_whateverElseIsTyped)
{
    RandomLines lines(48);
    for (int round = 0; round < 8000; ++round) {
        const std::string line = lines.garbage();
        const auto mistakes = parseQuery(line).mistakes;
        const bool hasLooseOr = std::ranges::any_of(mistakes, [](const QueryMistake &mistake) {
            return mistake.kind == QueryMistake::Kind::DanglingOr;
        });
        for (const TermUse use : hasLooseOr ? std::span<const TermUse>() : std::span(kUses)) {
            const std::string changed = withTerm(parseQuery(line), QueryField::Tag, "X", use);

            ASSERT_EQ(termUse(parseQuery(changed), QueryField::Tag, "x"), use)
                << "[" << line << "] became [" << changed << "]";
        }
    }
}

TEST(QueryLineProperty, holdsEveryNameAsATerm)
{
    constexpr std::array<std::string_view, 12> kPieces{"a",  " ", "\"", "\\", "(", ")",
                                                       "OR", "-", ":",  "科", "+", "\t"};
    std::mt19937 random(49); // NOLINT(cert-msc51-cpp)
    for (int round = 0; round < 5000; ++round) {
        std::string name;
        for (std::size_t count = 1 + random() % 6; count > 0; --count) {
            name += kPieces[random() % kPieces.size()];
        }
        for (const QueryField field : {QueryField::Tag, QueryField::Category, QueryField::Language,
                                       QueryField::Author, QueryField::Title}) {
            const std::string text = queryTermText(field, name);
            const Query query = parseQuery(text + " other");

            ASSERT_EQ(query.root.children.size(), 2U) << text;
            ASSERT_EQ(query.root.children[0].term.value, name) << text;
            ASSERT_EQ(query.root.children[0].term.field, field) << text;
            ASSERT_TRUE(query.mistakes.empty()) << text;
        }
    }
}

TEST(QueryFieldName, isReadBackAsItsField)
{
    for (int number = 0; number <= static_cast<int>(QueryField::Key); ++number) {
        const auto field = static_cast<QueryField>(number);
        const std::string_view name = queryFieldName(field);
        const bool hasName = field != QueryField::Text && field != QueryField::Key;
        EXPECT_EQ(!name.empty(), hasName) << number;
        const bool takesAnyWord = hasName && field != QueryField::Date && field != QueryField::Has
            && field != QueryField::Is && field != QueryField::Length && field != QueryField::Read
            && field != QueryField::Progress;
        if (takesAnyWord) {
            const Query query = parseQuery(std::string(name) + ":word");
            ASSERT_EQ(query.root.children.size(), 1U) << name;
            EXPECT_EQ(query.root.children[0].term.field, field) << name;
        }
    }
}

TEST(ParseState, knowsItsWords_underTheirOwnFieldOnly)
{
    struct Choice
    {
        QueryField field;
        const char *word;
        std::optional<QueryState> state;
    };

    constexpr Choice kChoices[] = {
        {QueryField::Has, "image", QueryState::Image},
        {QueryField::Has, "images", QueryState::Image},
        {QueryField::Has, "math", QueryState::Math},
        {QueryField::Is, "broken", QueryState::Broken},
        {QueryField::Is, "draft", QueryState::Draft},
        {QueryField::Is, "unread", QueryState::Unread},
        {QueryField::Is, "starred", QueryState::Starred},
        {QueryField::Has, "note", QueryState::Note},
        {QueryField::Is, "note", std::nullopt},
        {QueryField::Is, "image", std::nullopt},
        {QueryField::Has, "draft", std::nullopt},
        {QueryField::Has, "", std::nullopt},
        {QueryField::Is, "Draft", std::nullopt},
        {QueryField::Tag, "draft", std::nullopt},
    };
    for (const Choice &choice : kChoices) {
        EXPECT_EQ(parseState(choice.field, choice.word), choice.state) << choice.word;
    }
}

TEST(ParseSort, readsKeyAndDirection)
{
    struct Choice
    {
        const char *text;
        std::optional<SortOrder> order;
    };

    constexpr SortOrder kNewest{SortKey::Date, SortDirection::Descending};
    constexpr SortOrder kOldest{SortKey::Date, SortDirection::Ascending};
    constexpr SortOrder kFromA{SortKey::Title, SortDirection::Ascending};
    constexpr SortOrder kFromZ{SortKey::Title, SortDirection::Descending};
    constexpr SortOrder kBest{SortKey::Relevance, SortDirection::Descending};
    const Choice choices[] = {
        {"date", kNewest},       {"date-desc", kNewest},
        {"date-asc", kOldest},   {"title", kFromA},
        {"title-asc", kFromA},   {"title-desc", kFromZ},
        {"relevance", kBest},    {"", std::nullopt},
        {"-asc", std::nullopt},  {"name", std::nullopt},
        {"date-", std::nullopt}, {"date-up", std::nullopt},
        {"Title", std::nullopt}, {"date-asc-asc", std::nullopt},
    };
    for (const Choice &choice : choices) {
        EXPECT_EQ(parseSort(choice.text), choice.order) << choice.text;
    }
}

TEST(DateRangeProperty, holdsExactlyTheDaysThatBeginAsTyped)
{
    for (const int year : {1999, 2000, 2023, 2024}) {
        for (int month = 1; month <= 12; ++month) {
            const std::string text
                = std::to_string(year) + (month < 10 ? "-0" : "-") + std::to_string(month);
            const auto range = parseDateRange(text);
            ASSERT_TRUE(range) << text;
            for (int day = 1; day <= 31; ++day) {
                const std::string date = text + (day < 10 ? "-0" : "-") + std::to_string(day);
                const auto timestamp = parseTimestamp(date);
                const auto oneDay = parseDateRange(date);
                ASSERT_EQ(timestamp.has_value(), oneDay.has_value()) << date;
                if (timestamp) {
                    EXPECT_EQ(oneDay->first, timestamp->wallSeconds) << date;
                    EXPECT_EQ(oneDay->last - oneDay->first, 86'400) << date;
                    EXPECT_LE(range->first, oneDay->first) << date;
                    EXPECT_GE(range->last, oneDay->last) << date;
                }
            }
        }
    }
}

TEST(DateRangeProperty, cutsTimeInTwo_atEachComparison)
{
    for (const char *const date : {"2025", "2025-02", "2025-02-10", "2024-02-29"}) {
        const std::string text = date;
        const auto whole = parseDateRange(text);
        const auto below = parseDateRange("<" + text);
        const auto atLeast = parseDateRange(">=" + text);
        const auto atMost = parseDateRange("<=" + text);
        const auto above = parseDateRange(">" + text);
        ASSERT_TRUE(whole && below && atLeast && atMost && above) << date;

        EXPECT_EQ(below->last, whole->first);
        EXPECT_EQ(atLeast->first, whole->first);
        EXPECT_EQ(atMost->last, whole->last);
        EXPECT_EQ(above->first, whole->last);
        EXPECT_EQ(below->first, INT64_MIN);
        EXPECT_EQ(above->last, INT64_MAX);
        EXPECT_FALSE(whole->isAge);
    }
}

TEST(DateRangeProperty, countsAgesInEachUnit)
{
    constexpr std::int64_t kDay = 86'400;
    const std::array<std::pair<char, std::int64_t>, 4> units{
        {{'d', 1}, {'w', 7}, {'m', 30}, {'y', 365}}};
    for (const auto &[letter, days] : units) {
        for (const std::int64_t count : {0, 1, 7, 100, 36'500}) {
            const std::string age = std::to_string(count) + letter;
            const std::int64_t seconds = count * days * kDay;

            EXPECT_EQ(parseDateRange("<" + age), (QueryRange{INT64_MIN, seconds, true})) << age;
            EXPECT_EQ(parseDateRange(">" + age), (QueryRange{seconds, INT64_MAX, true})) << age;
        }
    }
    for (const char *const value : {"36501d", "-1d", "d", "1dd", "1 d", "99999999999999d", "1h"}) {
        EXPECT_FALSE(parseDateRange(value)) << value;
    }
}

TEST(RangeProperty, isReadOrRefused_whateverIsTyped)
{
    constexpr std::array<std::string_view, 16> kPieces{"2025",  "02", "-", "/",          ".", "..",
                                                       "<",     "<=", ">", ">=",         "0", "d",
                                                       "today", "x",  " ", "99999999999"};
    std::mt19937 random(50); // NOLINT(cert-msc51-cpp)
    for (int round = 0; round < 50'000; ++round) {
        std::string value;
        for (std::size_t count = random() % 6; count > 0; --count) {
            value += kPieces[random() % kPieces.size()];
        }
        const auto date = parseDateRange(value);
        const auto length = parseLengthRange(value);
        if (date && !date->isAge && value.find("..") == std::string::npos) {
            ASSERT_LT(date->first, date->last) << value;
        }
        if (length && value.find("..") == std::string::npos) {
            ASSERT_LE(length->first, length->last) << value;
        }
        ASSERT_FALSE(date && value.empty());
        ASSERT_FALSE(length && value.empty());
    }
}

} // namespace lectern::core
