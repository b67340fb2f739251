#include "core/base/text.h"
#include "core/library/library_lookups.h"
#include "core/search/excluding_condition.h"
#include "core/search/facet_counts.h"
#include "core/search/query_fields.h"
#include "core/search/query_parser.h"
#include "core/search/select.h"
#include "tests/core/library/random_records.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace lectern::core {

namespace {

/// A condition as a person types it, and what it means, worked out from the record alone.
struct Condition
{
    std::string text;
    std::function<bool(const ArticleRecord &)> holds;
};

bool contains(std::string_view text, std::string_view needle)
{
    return foldForSearch(text).find(foldForSearch(needle)) != std::string::npos;
}

/// Whether one of \a names is \a wanted or lies in it.
bool hasName(const std::vector<std::string> &names, const std::string &wanted)
{
    return std::ranges::any_of(names, [&](const std::string &name) {
        return (foldForSearch(name) + "/").starts_with(wanted + "/");
    });
}

bool isDated(const ArticleRecord &record)
{
    return record.meta.date && record.meta.dateOrigin != DateOrigin::FileTime
        && record.meta.dateOrigin != DateOrigin::None;
}

/// The day that was written, or nothing.
std::string dayOf(const ArticleRecord &record)
{
    return isDated(record) ? toIso8601(*record.meta.date).substr(0, 10) : "";
}

bool isBroken(const ArticleRecord &record)
{
    return std::ranges::any_of(record.problems, [](const Problem &problem) {
        return severityOf(problem.code) != Severity::Note;
    });
}

/// Makes conditions of every kind, alone and joined.
class RandomConditions final
{
public:
    explicit RandomConditions(RandomRecords &draw)
        : m_draw(draw)
    {}

    Condition any(int depth)
    {
        switch (depth == 0 ? 0 : m_draw.below(5)) {
        case 1:
            return all(any(depth - 1), any(depth - 1));
        case 2:
            return either(any(depth - 1), any(depth - 1));
        case 3:
            return negated(any(depth - 1));
        default:
            return single();
        }
    }

    Condition single()
    {
        switch (m_draw.below(10)) {
        case 0:
            return textCondition();
        case 1:
            return termCondition();
        case 2:
            return languageCondition();
        case 3:
            return dateCondition();
        case 4:
            return lengthCondition();
        case 5:
            return stateCondition();
        case 6:
            return siteCondition();
        case 7:
            return authorOrKeyCondition();
        case 8:
            return placeCondition();
        default:
            return wordCondition();
        }
    }

private:
    static Condition all(const Condition &left, const Condition &right)
    {
        return {"(" + left.text + " " + right.text + ")", [=](const ArticleRecord &record) {
                    return left.holds(record) && right.holds(record);
                }};
    }

    static Condition either(const Condition &left, const Condition &right)
    {
        return {"(" + left.text + " OR " + right.text + ")", [=](const ArticleRecord &record) {
                    return left.holds(record) || right.holds(record);
                }};
    }

    static Condition negated(const Condition &inner)
    {
        if (inner.text.starts_with('-')) { // `--x` is the word `-x`, left out.
            return inner;
        }
        return {"-" + inner.text,
                [=](const ArticleRecord &record) { return !inner.holds(record); }};
    }

    Condition wordCondition()
    {
        const std::string word = m_draw.word();
        return {word, [=](const ArticleRecord &record) {
                    return contains(record.meta.title, word) || contains(record.meta.summary, word);
                }};
    }

    Condition textCondition()
    {
        const std::string phrase = m_draw.word() + " " + m_draw.word();
        const bool isTitle = m_draw.oneIn(2);
        return {(isTitle ? "title:\"" : "summary:\"") + phrase + "\"",
                [=](const ArticleRecord &record) {
                    return contains(isTitle ? record.meta.title : record.meta.summary, phrase);
                }};
    }

    Condition termCondition()
    {
        const std::string name = m_draw.name();
        const bool isTag = m_draw.oneIn(2);
        return {queryTermText(isTag ? QueryField::Tag : QueryField::Category, name),
                [=, folded = foldForSearch(name)](const ArticleRecord &record) {
                    return hasName(isTag ? record.meta.tags : record.meta.categories, folded);
                }};
    }

    Condition languageCondition()
    {
        const std::string wanted = m_draw.language();
        return {"lang:" + wanted, [folded = foldForSearch(wanted)](const ArticleRecord &record) {
                    return std::ranges::any_of(
                        record.meta.languages, [&](const std::string &language) {
                            const std::string name = foldForSearch(language);
                            return name == folded || name.starts_with(folded + "-");
                        });
                }};
    }

    Condition dateCondition()
    {
        const std::string day = m_draw.day();
        const std::string month = day.substr(0, 7);
        switch (m_draw.below(5)) {
        case 0:
            return {"date:" + month,
                    [=](const ArticleRecord &record) { return dayOf(record).starts_with(month); }};
        case 1:
            return {"date:" + month.substr(0, 4), [=](const ArticleRecord &record) {
                        return dayOf(record).starts_with(month.substr(0, 4));
                    }};
        case 2:
            return {"before:" + day, [=](const ArticleRecord &record) {
                        return isDated(record) && dayOf(record) < day;
                    }};
        case 3:
            return {"after:" + day, [=](const ArticleRecord &record) {
                        return isDated(record) && dayOf(record) > day;
                    }};
        default:
            return {"date:" + month + ".." + day, [=](const ArticleRecord &record) {
                        return isDated(record) && dayOf(record) >= month + "-01"
                            && dayOf(record) <= day;
                    }};
        }
    }

    Condition lengthCondition()
    {
        const std::uint32_t length = static_cast<std::uint32_t>(m_draw.below(10));
        const std::string text = std::to_string(length);
        return m_draw.oneIn(2)
            ? Condition{"len:" + text,
                        [=](const ArticleRecord &record) { return record.bodyLength >= length; }}
            : Condition{"len:<" + text,
                        [=](const ArticleRecord &record) { return record.bodyLength < length; }};
    }

    Condition stateCondition()
    {
        const std::array<Condition, 4> states{
            Condition{"has:image", [](const ArticleRecord &record) { return record.hasImage; }},
            Condition{"has:math", [](const ArticleRecord &record) { return record.hasMath; }},
            Condition{"is:draft", [](const ArticleRecord &record) { return record.meta.isDraft; }},
            Condition{"is:broken", isBroken},
        };
        return m_draw.oneOf(states);
    }

    Condition siteCondition()
    {
        return {"site:example.org", [](const ArticleRecord &record) {
                    const std::string &source = record.meta.source;
                    return source.find("/example.") != std::string::npos
                        || source.find(".example.") != std::string::npos
                        || source.find(".Example.") != std::string::npos;
                }};
    }

    Condition authorOrKeyCondition()
    {
        const std::string word = m_draw.word();
        if (m_draw.oneIn(2)) {
            return {"colour:" + word, [=](const ArticleRecord &record) {
                        return !record.meta.others.empty()
                            && contains(record.meta.others.front().second, word);
                    }};
        }
        return {"author:" + word, [=](const ArticleRecord &record) {
                    return std::ranges::any_of(record.meta.authors, [&](const std::string &author) {
                        return contains(author, word);
                    });
                }};
    }

    Condition placeCondition()
    {
        const std::string word = m_draw.word();
        if (m_draw.oneIn(2)) {
            return {"folder:" + word, [folded = foldForSearch(word)](const ArticleRecord &record) {
                        return foldForSearch(record.path).starts_with(folded + "/");
                    }};
        }
        return {"path:" + word + "/",
                [=](const ArticleRecord &record) { return contains(record.path, word + "/"); }};
    }

    RandomRecords &m_draw;
};

std::set<std::string> pathsFound(const Library &library, const std::vector<Row> &rows)
{
    std::set<std::string> paths;
    for (const Row row : rows) {
        paths.emplace(library.path(row));
    }
    return paths;
}

template <typename Holds>
std::set<std::string> pathsWhere(const std::vector<ArticleRecord> &records, const Holds &holds)
{
    std::set<std::string> paths;
    for (const ArticleRecord &record : records) {
        if (holds(record)) {
            paths.insert(record.path);
        }
    }
    return paths;
}

std::vector<Row> allRows(const Library &library)
{
    return select(library, parseQuery(""), {});
}

} // namespace

TEST(SelectProperty, givesWhatALookAtEveryRecordGives_whateverIsAsked)
{
    for (unsigned seed = 1; seed <= 30; ++seed) {
        RandomRecords draw(seed);
        const std::vector<ArticleRecord> records = draw.records(1 + draw.below(150));
        const auto library = buildLibrary("/r", records, {});
        RandomConditions conditions(draw);
        for (int round = 0; round < 40; ++round) {
            const Condition asked = conditions.any(3);
            const Query query = parseQuery(asked.text);

            const std::vector<Row> rows = select(*library, query, {});

            EXPECT_TRUE(query.mistakes.empty()) << asked.text;
            EXPECT_EQ(pathsFound(*library, rows), pathsWhere(records, asked.holds))
                << asked.text << " with seed " << seed;
        }
    }
}

TEST(SelectProperty, requiresAll_whenConditionsStandSideBySide)
{
    RandomRecords draw(77);
    const std::vector<ArticleRecord> records = draw.records(200);
    const auto library = buildLibrary("/r", records, {});
    RandomConditions conditions(draw);
    for (int round = 0; round < 200; ++round) {
        const Condition first = conditions.single();
        const Condition second = conditions.single();
        const Condition third = conditions.single();

        const auto rows = select(
            *library, parseQuery(first.text + "  " + second.text + " OR " + third.text + " "), {});

        EXPECT_EQ(pathsFound(*library, rows),
                  pathsWhere(records,
                             [&](const ArticleRecord &record) {
                                 return first.holds(record)
                                     && (second.holds(record) || third.holds(record));
                             }))
            << first.text << "  " << second.text << " OR " << third.text;
    }
}

TEST(SelectProperty, splitsTheLibrary_byAConditionAndItsOpposite)
{
    RandomRecords draw(5);
    const auto library = buildLibrary("/r", draw.records(129), {});
    RandomConditions conditions(draw);
    for (int round = 0; round < 200; ++round) {
        const std::string text = "(" + conditions.any(2).text + ")";

        const auto with = select(*library, parseQuery(text), {});
        const auto without = select(*library, parseQuery("-" + text), {});

        EXPECT_EQ(with.size() + without.size(), library->size()) << text;
        std::set<std::string> both = pathsFound(*library, with);
        both.merge(pathsFound(*library, without));
        EXPECT_EQ(both.size(), library->size()) << text;
    }
}

TEST(SelectProperty, ordersByInstant_withTheUndatedLastBothWays)
{
    RandomRecords draw(9);
    const auto library = buildLibrary("/r", draw.records(300), {});
    for (const SortDirection direction : {SortDirection::Descending, SortDirection::Ascending}) {
        const std::vector<Row> rows = select(*library, parseQuery(""), {SortKey::Date, direction});

        ASSERT_EQ(rows.size(), library->size());
        for (std::size_t index = 1; index < rows.size(); ++index) {
            const Row left = rows[index - 1];
            const Row right = rows[index];
            EXPECT_GE(library->isDated(left), library->isDated(right));
            if (library->isDated(left) && library->isDated(right)) {
                const std::int64_t later = library->date(left)->instant;
                const std::int64_t earlier = library->date(right)->instant;
                EXPECT_TRUE(direction == SortDirection::Descending ? later >= earlier
                                                                   : later <= earlier);
            }
        }
    }
}

TEST(SelectProperty, reversesTitles_whenTheOrderIsReversed)
{
    RandomRecords draw(10);
    const auto library = buildLibrary("/r", draw.records(100), {});

    const auto forward = select(*library, parseQuery("sort:title-asc"), {});
    auto backward = select(*library, parseQuery("sort:title-desc"), {});

    std::ranges::reverse(backward);
    EXPECT_EQ(forward, backward);
    EXPECT_TRUE(std::ranges::equal(forward, library->rowsByTitle()));
}

TEST(SelectProperty, ranksInThreeTiers_eachNewestFirst)
{
    RandomRecords draw(12);
    const auto library = buildLibrary("/r", draw.records(200), {});
    SelectContext context;
    context.alsoSearchBodies = true;
    context.searchBodies = [](std::string_view, RowSet &rows) {
        for (Row row = 0; row < 200; row += 2) {
            rows.add(row);
        }
    };
    const auto tierOf = [&](Row row) {
        const bool isInTitle = contains(library->title(row), "garden");
        return isInTitle ? 0 : contains(library->summary(row), "garden") ? 1 : 2;
    };

    const auto rows = select(*library, parseQuery("garden sort:relevance"), {}, context);

    const auto byDate = select(*library, parseQuery("garden"), {}, context);
    std::vector<Row> expected;
    for (const int tier : {0, 1, 2}) {
        std::ranges::copy_if(byDate, std::back_inserter(expected),
                             [&](Row row) { return tierOf(row) == tier; });
    }
    EXPECT_EQ(rows, expected);
    EXPECT_EQ(tierOf(rows.front()), 0);
    EXPECT_EQ(tierOf(rows.back()), 2);
}

TEST(CountTermsProperty, countsAsOneByOne)
{
    RandomRecords draw(21);
    const auto library = buildLibrary("/r", draw.records(250), {});
    const std::vector<Row> rows = select(*library, parseQuery("a"), {});
    ASSERT_FALSE(rows.empty());
    for (const Taxonomy taxonomy : {Taxonomy::Category, Taxonomy::Tag, Taxonomy::Language}) {
        const auto counts = countTerms(*library, taxonomy, rows);

        ASSERT_EQ(counts.size(), library->termCount(taxonomy));
        for (TermId term = 0; term < counts.size(); ++term) {
            const std::string name = foldForSearch(library->termName(taxonomy, term));
            const auto carries = [&](Row row) {
                return std::ranges::any_of(library->terms(taxonomy, row), [&](TermId other) {
                    const std::string folded = foldForSearch(library->termName(taxonomy, other));
                    return other == term || folded.starts_with(name + "/");
                });
            };
            const auto expected = std::ranges::count_if(rows, carries);
            EXPECT_EQ(counts[term], static_cast<std::uint32_t>(expected));
        }
    }
}

TEST(CountTermsProperty, addsUpToTheTermsOwnCounts_whenAllRowsAreGiven)
{
    RandomRecords draw(22);
    const auto library = buildLibrary("/r", draw.records(64), {});

    const auto counts = countTerms(*library, Taxonomy::Tag, allRows(*library));

    for (TermId term = 0; term < counts.size(); ++term) {
        const bool isParent = std::ranges::any_of(
            library->lookups().nestedTerms(Taxonomy::Tag).parents, [&](const ParentTerm &parent) {
                return parent.folded == foldForSearch(library->termName(Taxonomy::Tag, term));
            });
        EXPECT_EQ(counts[term] > library->rowsWith(Taxonomy::Tag, term).size(), isParent);
    }
}

TEST(CountMonthsProperty, groupsAsTheWrittenDatesRead)
{
    for (unsigned seed = 31; seed < 41; ++seed) {
        RandomRecords draw(seed);
        const std::vector<ArticleRecord> records = draw.records(200);
        const auto library = buildLibrary("/r", records, {});
        std::map<std::string, std::uint32_t> expected;
        for (const ArticleRecord &record : records) {
            if (isDated(record)) {
                ++expected[dayOf(record).substr(0, 7)];
            }
        }

        const std::vector<MonthCount> months = countMonths(*library, allRows(*library));

        ASSERT_EQ(months.size(), expected.size());
        auto wanted = expected.begin();
        for (const MonthCount &month : months) {
            const std::string name = std::to_string(month.year) + (month.month < 10 ? "-0" : "-")
                + std::to_string(month.month);
            EXPECT_EQ(name, wanted->first);
            EXPECT_EQ(month.articles, wanted->second) << name;
            ++wanted;
        }
    }
}

TEST(CountMonths, takesTheLastSecondOfAYearForThatYear)
{
    std::vector<ArticleRecord> records;
    for (const char *const date : {"1969-12-31T23:59:59", "1970-01-01T00:00:00",
                                   "1999-12-31T23:59:59-12:00", "2000-02-29", "0001-01-01"}) {
        records.push_back(makeRecord(std::to_string(records.size()) + ".md", "t"));
        setDate(records.back(), date);
    }
    const auto library = buildLibrary("/r", records, {});

    const auto months = countMonths(*library, allRows(*library));

    EXPECT_THAT(months,
                testing::IsSupersetOf({MonthCount{1969, 12, 1}, MonthCount{1970, 1, 1},
                                       MonthCount{1999, 12, 1}, MonthCount{2000, 2, 1}}));
}

TEST(ExcludingConditionProperty, namesWhatANaiveLookNames)
{
    RandomRecords draw(55);
    const std::vector<ArticleRecord> records = draw.records(25);
    const auto library = buildLibrary("/r", records, {});
    RandomConditions conditions(draw);
    int empty = 0;
    for (int round = 0; round < 600; ++round) {
        std::vector<Condition> parts;
        std::string line;
        for (std::size_t count = 1 + draw.below(4); count > 0; --count) {
            parts.push_back(conditions.single());
            line += (line.empty() ? "" : " ") + parts.back().text;
        }
        const auto holdsWithout = [&](const Condition *left, const ArticleRecord &record) {
            return std::ranges::all_of(
                parts, [&](const Condition &part) { return &part == left || part.holds(record); });
        };
        const auto someHold
            = [&](const auto &predicate) { return std::ranges::any_of(records, predicate); };
        if (someHold([&](const ArticleRecord &one) { return holdsWithout(nullptr, one); })) {
            continue;
        }
        ++empty;
        const auto blamed = std::ranges::find_if(parts, [&](const Condition &part) {
            return someHold([&](const ArticleRecord &one) { return holdsWithout(&part, one); });
        });
        const auto barren = std::ranges::find_if(
            parts, [&](const Condition &part) { return !someHold(part.holds); });
        const auto expected = blamed != parts.end() ? blamed : barren;

        const auto named = excludingCondition(*library, parseQuery(line));

        EXPECT_EQ(named, expected == parts.end() ? std::nullopt : std::optional(expected->text))
            << line;
    }
    EXPECT_GT(empty, 50);
}

} // namespace lectern::core
