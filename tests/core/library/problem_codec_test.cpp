#include "core/library/problem_codec.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lectern::core {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const Problem kCut{ProblemCode::TitleCutByComment,
                   2,
                   7,
                   {{ProblemReason::TitleEndsAtComment, ProblemReason::Tab}, {"a", ""}},
                   "入门",
                   "title: \"入门 # 1\"\ndate: 2025-02-10"};
const Problem kMissing{ProblemCode::FrontMatterMissing, 0, 0, {}, "", ""};

std::string encoded(const Problem &problem)
{
    std::pmr::string bytes;
    encodeProblem(problem, bytes);
    return std::string(bytes);
}

} // namespace

TEST(ProblemCodec, writesTheDescribedBytes)
{
    const Problem problem{ProblemCode::FrontMatterBroken,
                          0x0102,
                          3,
                          {{ProblemReason::LineRefused, ProblemReason::NoKey}, {"m"}},
                          "v",
                          "p"};

    EXPECT_EQ(encoded(problem),
              std::string("\x02\x02\x01\0\0\x03\0\0\0\x02\x01\x01\x22m\0v\0p\0", 19));
}

TEST(ProblemCodec, givesBack_whatItWasGiven)
{
    EXPECT_THAT(decodeProblems(encoded(kCut)), ElementsAre(kCut));
    EXPECT_THAT(decodeProblems(encoded(kMissing)), ElementsAre(kMissing));
    EXPECT_THAT(decodeProblems(encoded(kMissing) + encoded(kCut) + encoded(kMissing)),
                ElementsAre(kMissing, kCut, kMissing));
}

TEST(ProblemCodec, givesBack_everyCode)
{
    for (int number = 0; number <= static_cast<int>(kLastProblemCode); ++number) {
        Problem problem = kCut;
        problem.code = static_cast<ProblemCode>(number);

        EXPECT_THAT(decodeProblems(encoded(problem)), ElementsAre(problem)) << number;
    }
}

TEST(ProblemCodec, givesBack_theLargestPlace)
{
    Problem problem = kCut;
    problem.line = UINT32_MAX;
    problem.column = UINT32_MAX - 1;

    EXPECT_THAT(decodeProblems(encoded(problem)), ElementsAre(problem));
}

TEST(ProblemCodec, writesNulAsBlank_soThatTextsStayApart)
{
    Problem problem = kCut;
    problem.wording.arguments[0] = std::string("a\0b", 3);

    const std::vector<Problem> decoded = decodeProblems(encoded(problem));

    ASSERT_EQ(decoded.size(), 1U);
    EXPECT_EQ(decoded[0].wording.arguments[0], "a b");
    EXPECT_EQ(decoded[0].valueUsed, "入门");
}

TEST(ProblemCodec, takesOnlyOneProblem_fromTheFront)
{
    const std::string bytes = encoded(kCut) + encoded(kMissing);
    std::string_view rest = bytes;
    Problem problem;

    ASSERT_TRUE(decodeProblem(rest, problem));

    EXPECT_EQ(problem, kCut);
    EXPECT_EQ(rest, encoded(kMissing));
}

TEST(ProblemCodec, refusesAProblem_cutAtAnyByte)
{
    const std::string bytes = encoded(kCut);
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        const std::string cut = bytes.substr(0, length); // its own bytes, so that asan sees the end
        std::string_view rest = cut;
        Problem problem;

        EXPECT_FALSE(decodeProblem(rest, problem)) << length;
        EXPECT_EQ(rest, cut) << length;
    }
}

TEST(ProblemCodec, keepsWholeProblems_whenTheLastIsCut)
{
    const std::string first = encoded(kMissing);
    const std::string bytes = first + encoded(kCut);
    for (std::size_t length = first.size(); length < bytes.size(); ++length) {
        EXPECT_THAT(decodeProblems(std::string_view(bytes).substr(0, length)),
                    ElementsAre(kMissing))
            << length;
    }
}

TEST(ProblemCodec, refusesAProblem_ofUnknownCode)
{
    std::string bytes = encoded(kCut);
    bytes[0] = static_cast<char>(static_cast<int>(kLastProblemCode) + 1);
    EXPECT_THAT(decodeProblems(bytes), IsEmpty());

    bytes[0] = '\xFF';
    EXPECT_THAT(decodeProblems(bytes), IsEmpty());
}

TEST(ProblemCodec, refusesAProblem_ofUnknownReason)
{
    std::string bytes = encoded(kCut);
    bytes[11] = static_cast<char>(static_cast<int>(kLastProblemReason) + 1);
    EXPECT_THAT(decodeProblems(bytes), IsEmpty());

    bytes[11] = '\xFF';
    EXPECT_THAT(decodeProblems(bytes), IsEmpty());
}

TEST(ProblemCodec, takesTextUpToNul_andTheNul)
{
    std::string_view bytes("ab\0\0c", 5);

    EXPECT_EQ(takeUntilNul(bytes), "ab");
    EXPECT_EQ(takeUntilNul(bytes), "");
    EXPECT_EQ(takeUntilNul(bytes), "c");
    EXPECT_EQ(takeUntilNul(bytes), "");
    EXPECT_TRUE(bytes.empty());
}

} // namespace lectern::core
