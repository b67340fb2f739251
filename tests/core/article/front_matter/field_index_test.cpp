#include "core/article/front_matter/block_fields.h"
#include "core/article/front_matter/field_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace lectern::core {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;
using testing::SizeIs;

/// A block with the index of its fields.
class Indexed final
{
public:
    explicit Indexed(std::string block, FrontMatterKind kind = FrontMatterKind::Yaml)
        : m_block(std::move(block))
        , m_tree(std::get<FieldTree>(parseBlock(m_block, kind)))
        , m_place{m_block, 2, kind}
        , m_index(m_tree, m_place, m_problems)
    {}

    Indexed(const Indexed &) = delete;
    Indexed &operator=(const Indexed &) = delete;

    FieldIndex &index() { return m_index; }

    const std::vector<Problem> &problems() const { return m_problems; }

    /// The value of \a field; `-` where there is none.
    std::string valueOf(Field field) const
    {
        const std::size_t at = m_index.placeOf(field);
        return at == FieldIndex::kAbsent ? "-" : flowText(m_tree, at, 100);
    }

    std::vector<std::pair<std::string, std::string>> others() const
    {
        std::vector<std::pair<std::string, std::string>> others;
        m_index.keepOthers(others);
        return others;
    }

private:
    std::string m_block;
    FieldTree m_tree;
    BlockPlace m_place;
    std::vector<Problem> m_problems;
    FieldIndex m_index;
};

std::string manyKeys(int count)
{
    std::string block;
    for (int key = 0; key < count; ++key) {
        block += "k" + std::to_string(key) + ": " + std::to_string(key) + "\n";
    }
    return block;
}

} // namespace

TEST(FieldIndex, findsAField_howeverItIsWritten)
{
    for (const char *const key : {"publishDate", "publishdate", "publish_date", "Publish-Date"}) {
        EXPECT_EQ(Indexed(std::string(key) + ": 2024\n").valueOf(Field::PublishDate), "2024")
            << key;
    }
    EXPECT_EQ(Indexed("titled: A\n").valueOf(Field::Title), "-");
    EXPECT_EQ(Indexed("").valueOf(Field::Title), "-");
}

TEST(FieldIndex, takesTheFirstSpelling_andTheLastOfOneKey)
{
    EXPECT_EQ(Indexed("title: A\nTitle: B\n").valueOf(Field::Title), "A");
    EXPECT_EQ(Indexed("title: A\ntitle: B\n").valueOf(Field::Title), "B");
}

TEST(FieldIndex, findsFieldsInContainers_behindThoseAbove)
{
    EXPECT_EQ(Indexed("params:\n  toc: yes\n").valueOf(Field::Toc), "yes");
    EXPECT_EQ(Indexed("extra:\n  toc: yes\ntoc: no\n").valueOf(Field::Toc), "no");
    EXPECT_EQ(Indexed("params:\n  toc: a\nextra:\n  toc: b\n").valueOf(Field::Toc), "a");
    EXPECT_EQ(Indexed("mood:\n  toc: yes\n").valueOf(Field::Toc), "-");
    EXPECT_EQ(Indexed("params:\n  deep:\n    toc: yes\n").valueOf(Field::Toc), "-");
}

TEST(FieldIndex, reportsAKeyThatStandsTwice)
{
    const Indexed indexed("title: A\ndate: 2024\ntitle: B\n");

    ASSERT_THAT(indexed.problems(), SizeIs(1));
    const Problem &problem = indexed.problems()[0];
    EXPECT_EQ(problem.code, ProblemCode::KeyDuplicate);
    EXPECT_EQ(problem.line, 2U); // of the one that does not count
    EXPECT_EQ(problem.column, 1U);
    EXPECT_EQ(problem.valueUsed, "B");
    EXPECT_EQ(problem.proposal, "# title: A");
    EXPECT_EQ(problem.wording, worded(ProblemReason::KeyStandsAgain, {"title"}));
}

TEST(FieldIndex, reportsEachOfThree)
{
    const Indexed indexed("心情: 1\n心情: 2\n心情: 3\n");

    ASSERT_THAT(indexed.problems(), SizeIs(2));
    EXPECT_EQ(indexed.problems()[0].line, 2U);
    EXPECT_EQ(indexed.problems()[0].valueUsed, "2");
    EXPECT_EQ(indexed.problems()[1].line, 3U);
    EXPECT_EQ(indexed.problems()[1].valueUsed, "3");
}

TEST(FieldIndex, reportsNothing_whereKeysOnlyLookAlike)
{
    for (const char *const block :
         {"title: A\nTitle: B\n", "a1: x\na2: y\n", "x:\n  a: 1\ny:\n  a: 2\n",
          "params:\n  title: A\ntitle: B\n", "桥: 1\n水: 2\n"}) {
        EXPECT_THAT(Indexed(block).problems(), IsEmpty()) << block;
    }
}

TEST(FieldIndex, reportsTheSame_ofFewKeysAndOfMany)
{
    for (const int count : {46, 47, 48, 63, 64, 65, 200}) {
        const Indexed indexed(manyKeys(count) + "k3: again\n");

        ASSERT_THAT(indexed.problems(), SizeIs(1)) << count;
        EXPECT_EQ(indexed.problems()[0].line, 5U) << count;
        EXPECT_EQ(indexed.problems()[0].valueUsed, "again") << count;
        EXPECT_THAT(Indexed(manyKeys(count)).problems(), IsEmpty()) << count;
    }
}

TEST(FieldIndex, reportsNoMoreThanAPersonReads)
{
    std::string block;
    for (int line = 0; line < 100; ++line) {
        block += "same: " + std::to_string(line) + "\n";
    }

    EXPECT_THAT(Indexed(block).problems(), SizeIs(21));
}

TEST(FieldIndex, proposesNothing_forJson_whichHasNoComments)
{
    const Indexed indexed("{\"mood\": 1,\n\"mood\": 2}", FrontMatterKind::Json);

    for (const Problem &problem : indexed.problems()) {
        EXPECT_EQ(problem.proposal, "");
    }
}

TEST(FieldIndex, keepsWhatWasNotAskedFor)
{
    Indexed indexed("title: A\nmood: good\ntoc: yes\n心情: [好, 坏]\n");
    indexed.index().use(Field::Title);

    EXPECT_THAT(indexed.others(),
                ElementsAre(Pair("mood", "good"), Pair("toc", "yes"), Pair("心情", "[好, 坏]")));

    indexed.index().use(Field::Toc);
    EXPECT_THAT(indexed.others(), SizeIs(2));
    indexed.index().setUsed(Field::Toc, false); // its value was of no use
    EXPECT_THAT(indexed.others(), SizeIs(3));
}

TEST(FieldIndex, keepsFieldsBehindTheFirst64Too)
{
    Indexed indexed(manyKeys(70) + "title: A\nmood: good\n");
    EXPECT_EQ(indexed.valueOf(Field::Title), "A");
    indexed.index().use(Field::Title);

    const auto others = indexed.others();

    ASSERT_THAT(others, SizeIs(71));
    EXPECT_THAT(others.back(), Pair("mood", "good"));
}

TEST(FieldIndex, keepsValuesUpToTheirLimits)
{
    EXPECT_EQ(Indexed("mood: " + std::string(4'096, 'x') + "\n").others().at(0).second.size(),
              4'096U);
    EXPECT_LE(Indexed("mood: " + std::string(9'000, 'x') + "\n").others().at(0).second.size(),
              4'096U);
    std::string block;
    for (int key = 0; key < 30; ++key) {
        block += "k" + std::to_string(key) + ": " + std::string(4'000, 'x') + "\n";
    }
    std::size_t bytes = 0;
    for (const auto &[key, value] : Indexed(block).others()) {
        bytes += value.size();
    }
    EXPECT_LE(bytes, std::size_t{64} << 10U);
    EXPECT_GT(bytes, std::size_t{60} << 10U);
}

} // namespace lectern::core
