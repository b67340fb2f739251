#include "core/base/text.h"
#include "core/search/query_fields.h"
#include "core/search/query_parser.h"
#include "core/search/query_values.h"
#include "core/search/select.h"
#include "tests/core/library/sample_records.h"
#include "tests/support/query_operators.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace lectern::core {

namespace {

std::shared_ptr<const Library> operatorLibrary()
{
    ArticleRecord bridge = makeRecord("Notes/a b/1.md", "Stone bridge");
    setDate(bridge, "2025-03-02");
    bridge.meta.summary = "A walk over old arches";
    bridge.meta.tags = {"ai", "stone"};
    bridge.meta.categories = {"city"};
    bridge.meta.languages = {"en"};
    bridge.meta.authors = {"Ada"};
    bridge.meta.source = "https://www.example.org/a";
    bridge.meta.others = {{"Layout", "Post"}};
    bridge.bodyLength = 4000;
    bridge.hasImage = true;

    ArticleRecord science = makeRecord("Notes/科/2.md", "科学");
    setDate(science, "2025-02-10 11:43:17");
    science.meta.summary = "关于星星";
    science.meta.tags = {"人工智能", "AI"};
    science.meta.categories = {"nature", "技术/前端"};
    science.meta.languages = {"zh-CN"};
    science.meta.authors = {"李雷"};
    science.meta.source = "https://new.qq.com/x";
    science.bodyLength = 100;
    science.meta.weight = 20;
    science.hasMath = true;

    ArticleRecord diary = makeRecord("Notes/科技.md", "Old diary");
    setDate(diary, "2024-06-01");
    diary.meta.tags = {"deep learning", "学科/物理/光学"};
    diary.meta.languages = {"en-GB"};
    diary.meta.isDraft = true;
    diary.meta.weight = 10;
    diary.problems
        = {{ProblemCode::FrontMatterBroken, 2, 1, worded(ProblemReason::NoKeys), "", ""}};
    diary.bodyLength = 500;

    ArticleRecord undated = makeRecord("Notes2/4.md", "Undated");
    undated.meta.summary = "stone";
    return buildLibrary("/r", {bridge, science, diary, undated}, {});
}

ArticleReading readingOf(Row row)
{
    using Status = ArticleReading::Status;
    const auto at = [](const char *text) { return toInstant(*parseTimestamp(text)); };
    switch (row) { // by path
    case 1:
        return {.status = Status::Reading,
                .hasHighlight = true,
                .percent = 40,
                .openedAt = at("2025-03-03")};
    case 2:
        return {.status = Status::Read,
                .isStarred = true,
                .percent = 100,
                .openedAt = at("2024-03-01"),
                .readAt = at("2025-03-01")};
    case 3:
        return {.status = Status::Read,
                .isChanged = true,
                .hasHighlight = true,
                .hasNote = true,
                .percent = 90,
                .openedAt = at("2024-05-05"),
                .readAt = at("2024-05-05")};
    default:
        return {};
    }
}

std::string found(std::string_view line)
{
    const auto library = operatorLibrary();
    SelectContext context;
    context.searchBodies = [](std::string_view needle, RowSet &rows) {
        if (needle == "moss") {
            rows.add(0);
        }
    };
    context.readingOf = readingOf;
    context.hasLabel
        = [](Row row, std::string_view folded) { return row == 2 && folded == "cite"; };
    context.hasNote = [](Row row, std::string_view needle) {
        const std::string note = foldForSearch("Ask Ada: \u771F\u7684 \u4F1A?");
        return row == 3 && note.find(needle) != std::string::npos;
    };
    context.now = toInstant(*parseTimestamp("2025-03-04 12:00:00"));
    std::string titles;
    for (const Row row : select(*library, parseQuery(line), {}, context)) {
        titles += (titles.empty() ? "" : ", ") + std::string(library->title(row));
    }
    return titles;
}

/// Names in a table; a new enumerator does not compile until it is named here.
const char *nameOf(QueryMistake::Kind kind)
{
    using Kind = QueryMistake::Kind;
    switch (kind) {
    case Kind::UnclosedQuote:
        return "UnclosedQuote";
    case Kind::UnclosedParenthesis:
        return "UnclosedParenthesis";
    case Kind::StrayParenthesis:
        return "StrayParenthesis";
    case Kind::DanglingOr:
        return "DanglingOr";
    case Kind::MissingValue:
        return "MissingValue";
    case Kind::BadDate:
        return "BadDate";
    case Kind::BadLength:
        return "BadLength";
    case Kind::BadShare:
        return "BadShare";
    case Kind::BadState:
        return "BadState";
    case Kind::BadSort:
        return "BadSort";
    case Kind::TooDeep:
        return "TooDeep";
    }
    return nullptr;
}

std::set<std::string_view> operatorNames()
{
    std::set<std::string_view> names;
    for (const test::OperatorRow &row : test::operatorRows()) {
        names.insert(row.name);
    }
    return names;
}

bool hasOperatorLine(std::string_view name, std::string_view part)
{
    return std::ranges::any_of(test::operatorRows(), [&](const test::OperatorRow &row) {
        return row.name == name && row.line.find(part) != std::string_view::npos;
    });
}

} // namespace

TEST(QueryOperators, findWhatTheyMean)
{
    for (const test::OperatorRow &row : test::operatorRows()) {
        EXPECT_EQ(found(row.line), row.found) << row.line;
        EXPECT_TRUE(parseQuery(row.line).mistakes.empty()) << row.line;
    }
}

TEST(QueryOperators, searchOn_whenTheyAreMistaken)
{
    for (const test::MistakeRow &row : test::mistakeRows()) {
        const Query query = parseQuery(row.line);

        ASSERT_FALSE(query.mistakes.empty()) << row.line;
        EXPECT_EQ(query.mistakes.front().kind, row.kind) << row.line;
        EXPECT_EQ(found(row.line), row.found) << row.line;
    }
}

TEST(QueryOperators, allHaveRowsForMeaningAndMistakes)
{
    std::set<std::string_view> expected{"word", "phrase", "-", "OR", "()", "key"};
    for (const std::string_view keyword : queryKeywords()) {
        expected.insert(keyword);
    }

    EXPECT_EQ(operatorNames(), expected);
    expected.erase("word"); // whatever is typed is a word, also a lone minus
    expected.erase("-");
    std::set<std::string_view> mistaken;
    for (const test::MistakeRow &row : test::mistakeRows()) {
        mistaken.insert(row.name);
    }
    EXPECT_EQ(mistaken, expected);
}

TEST(QueryOperators, haveRowsPlainAndExcluded)
{
    for (const std::string_view keyword : queryKeywords()) {
        const std::string colon = std::string(keyword) + ":";
        EXPECT_TRUE(hasOperatorLine(keyword, colon)) << keyword;
        EXPECT_TRUE(keyword == "sort" || hasOperatorLine(keyword, "-" + colon)) << keyword;
    }
}

TEST(QueryOperators, haveARowForEachWordTheyTake)
{
    for (const std::string_view word : stateWords(QueryField::Has)) {
        EXPECT_TRUE(hasOperatorLine("has", "has:" + std::string(word))) << word;
    }
    for (const std::string_view word : stateWords(QueryField::Is)) {
        EXPECT_TRUE(hasOperatorLine("is", "is:" + std::string(word))) << word;
    }
    for (const std::string_view word : sortWords()) {
        EXPECT_TRUE(hasOperatorLine("sort", "sort:" + std::string(word))) << word;
    }
}

TEST(QueryOperators, haveARowForEachMistake)
{
    std::set<std::string> expected;
    for (int number = 0; number < 256; ++number) {
        const char *name = nameOf(static_cast<QueryMistake::Kind>(number));
        if (name != nullptr) {
            expected.insert(name);
        }
    }
    std::set<std::string> covered;
    for (const test::MistakeRow &row : test::mistakeRows()) {
        covered.insert(nameOf(row.kind));
    }

    EXPECT_EQ(covered, expected);
}

} // namespace lectern::core
