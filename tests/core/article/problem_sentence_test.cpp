#include "core/article/problem_sentence.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

namespace lectern::core {

namespace {

Problem saying(ProblemWording wording)
{
    Problem problem;
    problem.column = 9;
    problem.wording = std::move(wording);
    return problem;
}

bool isName(std::string_view name)
{
    return !name.empty() && std::ranges::all_of(name, [](char letter) {
        return (letter >= 'a' && letter <= 'z') || letter == '-' || letter == '8';
    });
}

} // namespace

TEST(ProblemSentence, hasARow_forEveryReason)
{
    std::set<std::string_view> names;
    for (int number = 0; number <= static_cast<int>(kLastProblemReason); ++number) {
        const ReasonText &text = reasonText(static_cast<ProblemReason>(number));

        EXPECT_EQ(static_cast<int>(text.reason), number) << text.name;
        EXPECT_TRUE(isName(text.name)) << text.name;
        EXPECT_TRUE(names.insert(text.name).second) << text.name;
        EXPECT_FALSE(text.english.empty()) << text.name;
    }
}

TEST(ProblemSentence, asksForItsValuesByNumber)
{
    for (int number = 0; number <= static_cast<int>(kLastProblemReason); ++number) {
        const ReasonText &text = reasonText(static_cast<ProblemReason>(number));
        for (std::size_t slot = 1; slot <= 3; ++slot) {
            const bool isThere = text.english.find('%' + std::to_string(slot)) != std::string::npos;

            EXPECT_EQ(isThere, slot <= text.values.size()) << text.name << ' ' << slot;
        }
    }
}

TEST(ProblemSentence, putsPartsIntoTheWhole)
{
    EXPECT_EQ(problemSentence(saying(worded(ProblemReason::ValueRefused, {"tags"},
                                            worded(ProblemReason::ItemRefused, {},
                                                   worded(ProblemReason::ReservedSign, {"@"}))))),
              "The value of \"tags\" has an item that begins with \"@\", which YAML keeps for "
              "itself at column 9.");
    EXPECT_EQ(problemSentence(
                  saying(worded(ProblemReason::LineRefused, {}, worded(ProblemReason::NoKey)))),
              "The line belongs to no key at column 9.");
}

TEST(ProblemSentence, leavesArgumentsAsTheyAre)
{
    EXPECT_EQ(problemSentence(saying(worded(ProblemReason::DateMeansNoDay, {"%1 %2 %"}))),
              "The date \"%1 %2 %\" means no day.");
}

TEST(ProblemSentence, isWholeWithoutItsArguments)
{
    EXPECT_EQ(problemSentence(saying(worded(ProblemReason::DateMeansNoDay))),
              "The date \"\" means no day.");
    EXPECT_EQ(problemSentence(saying(worded(ProblemReason::ValueRefused))),
              "The value of \"\"  at column 9.");
    EXPECT_EQ(problemSentence(Problem()), "");
}

} // namespace lectern::core
