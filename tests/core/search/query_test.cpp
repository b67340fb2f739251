#include "core/search/query.h"
#include "core/search/query_edits.h"
#include "core/search/query_fields.h"
#include "core/search/query_parser.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lectern::core {

namespace {

const char *nameOf(QueryNode::Kind kind)
{
    switch (kind) {
    case QueryNode::Kind::All:
        return "all";
    case QueryNode::Kind::Any:
        return "any";
    case QueryNode::Kind::Not:
        return "not";
    case QueryNode::Kind::Term:
        break;
    }
    return "";
}

/// The tree as text: `all(word tag:x not(any(a b)))`.
std::string textOf(const QueryNode &node)
{
    if (node.kind == QueryNode::Kind::Term) {
        const std::string field = node.term.field == QueryField::Key
            ? "key " + node.term.key
            : std::string(queryFieldName(node.term.field));
        return field + (field.empty() ? "" : ":") + node.term.value;
    }
    std::string text;
    for (const QueryNode &child : node.children) {
        text += (text.empty() ? "" : " ") + textOf(child);
    }
    return std::string(nameOf(node.kind)) + "(" + text + ")";
}

std::string parsed(std::string_view line)
{
    return textOf(parseQuery(line).root);
}

std::vector<QueryMistake::Kind> mistakesOf(std::string_view line)
{
    std::vector<QueryMistake::Kind> kinds;
    for (const QueryMistake &mistake : parseQuery(line).mistakes) {
        kinds.push_back(mistake.kind);
    }
    return kinds;
}

} // namespace

using testing::ElementsAre;
using testing::IsEmpty;
using Kind = QueryMistake::Kind;

TEST(Query, requiresEveryWordAndPhrase)
{
    EXPECT_EQ(parsed("机器 \"deep learning\" x"), "all(机器 deep learning x)");
    EXPECT_EQ(parsed("  "), "all()");
    EXPECT_TRUE(parseQuery("").isEmpty());
}

TEST(Query, readsEscapesInPhrases)
{
    EXPECT_EQ(parsed(R"("a \"b\" \\ c")"), R"(all(a "b" \ c))");
}

TEST(Query, excludesWithAMinus_butNotInsideAWord)
{
    EXPECT_EQ(parsed("-a b-c - d"), "all(not(a) b-c - d)");
    EXPECT_EQ(parsed("-tag:x -\"p q\""), "all(not(tag:x) not(p q))");
}

TEST(Query, bindsOrTighterThanTheBlank)
{
    EXPECT_EQ(parsed("a b OR c d"), "all(a any(b c) d)");
    EXPECT_EQ(parsed("a OR b OR c"), "all(any(a b c))");
    EXPECT_EQ(parsed("a or b ORB"), "all(a or b ORB)");
}

TEST(Query, groupsWithParentheses)
{
    EXPECT_EQ(parsed("(a b) OR c"), "all(any(all(a b) c))");
    EXPECT_EQ(parsed("-(a OR b) x"), "all(not(all(any(a b))) x)");
    EXPECT_EQ(parsed("f(x) y"), "all(f(x) y)");
    EXPECT_EQ(parsed("(f(x) y)"), "all(all(f(x) y))");
    EXPECT_EQ(parsed("()"), "all()");
}

TEST(Query, knowsItsFields)
{
    EXPECT_EQ(
        parsed("tag:\"a b\" category:c lang:zh author:李 site:qq.com title:t summary:s body:b"),
        "all(tag:a b category:c lang:zh author:李 site:qq.com title:t summary:s body:b)");
    EXPECT_EQ(parsed("layout:post"), "all(key layout:post)");
    EXPECT_EQ(parsed("Tag:x"), "all(tag:x)");
}

TEST(Query, takesAddressesAndTimesForWords)
{
    EXPECT_EQ(parsed("https://a.org/x 12:30 中:文"), "all(https://a.org/x 12:30 中:文)");
}

TEST(Query, searchesOn_whenTheLineIsHalfTyped)
{
    EXPECT_EQ(parsed("a \"b c"), "all(a b c)");
    EXPECT_EQ(parsed("a (b"), "all(a all(b))");
    EXPECT_EQ(parsed("a OR"), "all(a)");
    EXPECT_EQ(parsed("OR a"), "all(a)");
    EXPECT_EQ(parsed("a )"), "all(a)");
    EXPECT_EQ(parsed("a tag:"), "all(a)");
    EXPECT_EQ(parsed("a -"), "all(a -)");
}

TEST(Query, namesItsMistakes)
{
    EXPECT_THAT(mistakesOf("a \"b c"), ElementsAre(Kind::UnclosedQuote));
    EXPECT_THAT(mistakesOf("(a"), ElementsAre(Kind::UnclosedParenthesis));
    EXPECT_THAT(mistakesOf("a )"), ElementsAre(Kind::StrayParenthesis));
    EXPECT_THAT(mistakesOf("a OR"), ElementsAre(Kind::DanglingOr));
    EXPECT_THAT(mistakesOf("OR a"), ElementsAre(Kind::DanglingOr));
    EXPECT_THAT(mistakesOf("tag:"), ElementsAre(Kind::MissingValue));
    EXPECT_THAT(mistakesOf("date:soon"), ElementsAre(Kind::BadDate));
    EXPECT_THAT(mistakesOf("len:many"), ElementsAre(Kind::BadLength));
    EXPECT_THAT(mistakesOf("has:video is:nice"), ElementsAre(Kind::BadState, Kind::BadState));
    EXPECT_THAT(mistakesOf("sort:size"), ElementsAre(Kind::BadSort));
    EXPECT_THAT(mistakesOf("a -b (c OR d) tag:e date:2025"), IsEmpty());
}

TEST(Query, saysWhichPartIsWrong)
{
    const Query query = parseQuery("a -date:soon b");

    ASSERT_EQ(query.mistakes.size(), 1U);
    EXPECT_EQ(query.mistakes[0].text, "-date:soon");
    EXPECT_EQ(textOf(query.root), "all(a b)");
}

TEST(Query, staysShallow_whenParenthesesPileUp)
{
    const std::string line = std::string(100'000, '(') + "a";

    const Query query = parseQuery(line);

    EXPECT_FALSE(query.mistakes.empty());
    int depth = 0;
    for (const QueryNode *node = &query.root; !node->children.empty(); node = &node->children[0]) {
        ++depth;
    }
    EXPECT_LE(depth, kMaxQueryDepth);
}

TEST(Query, takesTheOrderOutOfTheLine)
{
    const Query byTitle = parseQuery("a sort:title");
    const Query oldest = parseQuery("sort:date-asc");

    ASSERT_TRUE(byTitle.sort && oldest.sort);
    EXPECT_EQ(*byTitle.sort, (SortOrder{SortKey::Title, SortDirection::Ascending}));
    EXPECT_EQ(*oldest.sort, (SortOrder{SortKey::Date, SortDirection::Ascending}));
    EXPECT_EQ(textOf(byTitle.root), "all(a)");
    EXPECT_TRUE(oldest.isEmpty());
}

TEST(QueryLine, addsChangesAndRemovesAFacet)
{
    const std::string line = "科学 \"a b\"";

    const std::string added = withTerm(parseQuery(line), QueryField::Tag, "x", TermUse::Included);
    const std::string excluded
        = withTerm(parseQuery(added), QueryField::Tag, "x", TermUse::Excluded);
    const std::string removed
        = withTerm(parseQuery(excluded), QueryField::Tag, "x", TermUse::Ignored);

    EXPECT_EQ(added, "tag:x 科学 \"a b\"");
    EXPECT_EQ(excluded, "-tag:x 科学 \"a b\"");
    EXPECT_EQ(removed, line);
}

TEST(QueryLine, quotesFacetsThatNeedIt)
{
    for (const std::string name :
         {"a b", "say \"hi\"", "(x)", "back\\slash", "OR", "C++", "中 文", "-x"}) {
        const std::string line
            = withTerm(parseQuery(""), QueryField::Category, name, TermUse::Included);

        EXPECT_EQ(termUse(parseQuery(line), QueryField::Category, name), TermUse::Included) << line;
        EXPECT_EQ(termUse(parseQuery(line), QueryField::Tag, name), TermUse::Ignored) << line;
        EXPECT_EQ(withTerm(parseQuery(line), QueryField::Category, name, TermUse::Ignored), "")
            << line;
    }
}

TEST(QueryLine, keepsWhatIsBeingTyped_whenAFacetIsClicked)
{
    EXPECT_EQ(withTerm(parseQuery("\"half a phr"), QueryField::Tag, "x", TermUse::Included),
              "tag:x \"half a phr");
    EXPECT_EQ(withTerm(parseQuery("a OR"), QueryField::Tag, "x", TermUse::Included), "tag:x a OR");
    EXPECT_EQ(termUse(parseQuery("tag:x a OR"), QueryField::Tag, "x"), TermUse::Included);
}

TEST(QueryLine, readsAFacetsUse)
{
    EXPECT_EQ(termUse(parseQuery("tag:x -tag:y"), QueryField::Tag, "x"), TermUse::Included);
    EXPECT_EQ(termUse(parseQuery("tag:x -tag:y"), QueryField::Tag, "y"), TermUse::Excluded);
    EXPECT_EQ(termUse(parseQuery("tag:X"), QueryField::Tag, "x"), TermUse::Included);
    EXPECT_EQ(termUse(parseQuery("category:x"), QueryField::Tag, "x"), TermUse::Ignored);
    EXPECT_EQ(termUse(parseQuery("tag:x OR tag:y"), QueryField::Tag, "x"), TermUse::Ignored);
}

TEST(QueryLine, namesATermThatBeginsLikeTheSignForItself)
{
    const std::string line = withTerm(parseQuery(""), QueryField::Tag, "=x", TermUse::Included);

    EXPECT_EQ(line, "tag:==x");
    EXPECT_EQ(parseQuery(line).root.children.front().term.folded, "=x");
    EXPECT_EQ(termUse(parseQuery(line), QueryField::Tag, "=x"), TermUse::Included);
    EXPECT_EQ(withTerm(parseQuery("tag:=x"), QueryField::Tag, "x", TermUse::Ignored), "");
    EXPECT_EQ(parseQuery("tag:=").root.children.front().term.folded, "=");
    EXPECT_EQ(parseQuery("title:=x").root.children.front().term.folded, "=x");
}

TEST(QueryLine, oneFolderTakesThePlaceOfAnother)
{
    const auto with = [](std::string_view line, std::string_view folder, TermUse use) {
        return withTerm(parseQuery(line), QueryField::Folder, folder, use);
    };

    EXPECT_EQ(with("folder:a stone", "b c", TermUse::Included), "folder:\"b c\" stone");
    EXPECT_EQ(with("folder:a/ -folder:a/x", "a/b", TermUse::Included), "folder:a/b -folder:a/x");
    EXPECT_EQ(with("folder:a", "a/b", TermUse::Excluded), "-folder:a/b folder:a");
    EXPECT_EQ(with("folder:./A/ x", "a", TermUse::Ignored), "x");
    EXPECT_EQ(with("folder:a OR folder:b", "c", TermUse::Included),
              "folder:c folder:a OR folder:b");
    EXPECT_EQ(termUse(parseQuery("folder:/a/"), QueryField::Folder, "A"), TermUse::Included);
}

TEST(QueryLine, replacesItsDates)
{
    EXPECT_EQ(withDate(parseQuery("stone"), "2025"), "date:2025 stone");
    EXPECT_EQ(withDate(parseQuery("a date:2024 b after:2020 c"), "2025-02"), "date:2025-02 a b c");
    EXPECT_EQ(withDate(parseQuery("date:<7d stone"), ""), "stone");
    EXPECT_EQ(withDate(parseQuery("-date:2024 (date:2023) a"), "2025"),
              "date:2025 -date:2024 (date:2023) a");
    EXPECT_EQ(withDate(parseQuery("a OR"), "2025"), "date:2025 a OR");
}

TEST(QueryLine, tellsItsDates)
{
    const auto dates = [](std::string_view line) { return datesInUse(parseQuery(line)); };
    const auto february = parseQuery("date:2025-02").root.children.front().term.range;

    EXPECT_EQ(dates("a date:2025-02"), february);
    EXPECT_EQ(dates("after:2025-01 before:2025-03"), february);
    EXPECT_EQ(dates("a -date:2025 date:<7d"), std::nullopt);
}

TEST(QueryPieces, standWhereTheyWereTyped)
{
    const Query query = parseQuery(R"(-tag:x ("a b" is:nice) y "z)");

    ASSERT_EQ(query.pieces.size(), 5U);
    EXPECT_EQ(query.pieces[0].start, 1U);
    EXPECT_EQ(query.pieces[0].valueStart, 5U);
    EXPECT_EQ(query.pieces[0].end, 6U);
    EXPECT_EQ(query.pieces[1].start, 8U);
    EXPECT_EQ(query.pieces[1].valueStart, 8U);
    EXPECT_EQ(query.pieces[2].end, 21U);
    EXPECT_FALSE(query.pieces[3].isOpen);
    EXPECT_TRUE(query.pieces[4].isOpen);
}

} // namespace lectern::core
