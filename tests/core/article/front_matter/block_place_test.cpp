#include "core/article/front_matter/block_place.h"

#include <gtest/gtest.h>

namespace lectern::core {

namespace {

/// `LINE:COLUMN` of the first \a words in \a text, which starts at \a line of its file.
std::string placeOf(std::string_view text, std::string_view words, std::uint32_t line = 1)
{
    const BlockPlace block{text, line};
    const Problem problem = problemAt(block, text.find(words), ProblemCode::KeyDuplicate);
    EXPECT_EQ(problem.code, ProblemCode::KeyDuplicate);
    return std::to_string(problem.line) + ":" + std::to_string(problem.column);
}

} // namespace

TEST(BlockPlace, countsFromOne)
{
    EXPECT_EQ(placeOf("title: A\n", "title"), "1:1");
    EXPECT_EQ(placeOf("title: A\n", "A"), "1:8");
    EXPECT_EQ(placeOf("title: A\ndate: B\n", "date"), "2:1");
}

TEST(BlockPlace, countsFromTheLineOfTheBlock)
{
    EXPECT_EQ(placeOf("title: A\n", "A", 2), "2:8");
    EXPECT_EQ(placeOf("a\n\n\nb\n", "b", 9), "12:1");
}

TEST(BlockPlace, countsCharacters_notBytes)
{
    EXPECT_EQ(placeOf("标题: 桥\n", "桥"), "1:5");
    EXPECT_EQ(placeOf("标题：桥\n", "桥"), "1:4");
    EXPECT_EQ(placeOf("é😀x\n", "x"), "1:3");
    EXPECT_EQ(placeOf("桥\na: b\n", "b"), "2:4");
}

TEST(BlockPlace, takesTheEnd_andWhatIsBehindIt)
{
    const BlockPlace block{"a: 1\nb", 1};

    for (const std::size_t offset : {std::size_t{6}, std::size_t{7}, SIZE_MAX}) {
        EXPECT_EQ(problemAt(block, offset, ProblemCode::KeyDuplicate).line, 2U);
        EXPECT_EQ(problemAt(block, offset, ProblemCode::KeyDuplicate).column, 2U);
    }
    EXPECT_EQ(problemAt({"a\n", 1}, 2, ProblemCode::KeyDuplicate).line, 2U);
    EXPECT_EQ(problemAt({"", 4}, 0, ProblemCode::KeyDuplicate).line, 4U);
}

} // namespace lectern::core
