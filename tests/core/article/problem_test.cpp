#include "core/article/problem.h"
#include "core/article/problem_sentence.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <string_view>

namespace lectern::core {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// By their numbers, which are in kept indexes. What is new stands at the end.
constexpr std::array<std::string_view, 74> kReasons{"value-refused",
                                                    "line-refused",
                                                    "list-for-text",
                                                    "map-for-text",
                                                    "map-for-list",
                                                    "key-stands-again",
                                                    "title-is-no-text",
                                                    "title-ends-at-comment",
                                                    "names-in-comment",
                                                    "date-means-no-day",
                                                    "no-date",
                                                    "title-from-heading",
                                                    "title-from-file-name",
                                                    "no-front-matter",
                                                    "no-closing-fence",
                                                    "block-refused",
                                                    "no-keys",
                                                    "block-too-large",
                                                    "controls-read-as-blanks",
                                                    "read-as-encoding",
                                                    "bytes-of-no-encoding",
                                                    "name-not-utf8",
                                                    "file-forbidden",
                                                    "file-gone",
                                                    "file-refused",
                                                    "file-cut",
                                                    "file-unsteady",
                                                    "folder-refused",
                                                    "link-leads-up",
                                                    "link-leads-outside",
                                                    "item-refused",
                                                    "item-unmarked",
                                                    "unreadable-as",
                                                    "unreadable",
                                                    "no-key",
                                                    "indent-odd",
                                                    "too-many-broken",
                                                    "escape-of-nothing",
                                                    "quote-opened",
                                                    "quote-unescaped",
                                                    "words-after-quote",
                                                    "list-opened",
                                                    "map-opened",
                                                    "words-after-bracket",
                                                    "reserved-sign",
                                                    "dash-at-start",
                                                    "colon-before-blank",
                                                    "colon-without-blank",
                                                    "tab",
                                                    "text-unquoted",
                                                    "value-without-end",
                                                    "quote-not-closed",
                                                    "parser-says",
                                                    "not-a-map",
                                                    "not-an-object",
                                                    "too-many-values",
                                                    "key-too-deep",
                                                    "map-end-missing",
                                                    "flow-map-end-missing",
                                                    "list-end-missing",
                                                    "flow-list-end-missing",
                                                    "tag-end-missing",
                                                    "flow-end-unexpected",
                                                    "item-unexpected",
                                                    "key-unexpected",
                                                    "map-value-unexpected",
                                                    "token-unknown",
                                                    "anchor-unknown",
                                                    "alias-without-name",
                                                    "escape-unknown",
                                                    "unicode-invalid",
                                                    "tab-in-indent",
                                                    "fence-in-text",
                                                    "text-without-end"};

} // namespace

TEST(ProblemReasons, keepTheirNumbersAndNames)
{
    ASSERT_EQ(static_cast<std::size_t>(kLastProblemReason) + 1, kReasons.size());
    for (std::size_t number = 0; number < kReasons.size(); ++number) {
        EXPECT_EQ(reasonText(static_cast<ProblemReason>(number)).name, kReasons.at(number));
    }
}

TEST(ProblemWordings, goFromTheWholeToItsParts)
{
    const ProblemWording part
        = worded(ProblemReason::ItemRefused, {"inner"}, worded(ProblemReason::Tab, {"innermost"}));

    const ProblemWording whole = worded(ProblemReason::ValueRefused, {"outer", "second"}, part);

    EXPECT_THAT(
        whole.reasons,
        ElementsAre(ProblemReason::ValueRefused, ProblemReason::ItemRefused, ProblemReason::Tab));
    EXPECT_THAT(whole.arguments, ElementsAre("outer", "second", "inner", "innermost"));
    EXPECT_THAT(worded(ProblemReason::NoKey).arguments, IsEmpty());
}

} // namespace lectern::core
