#include "core/article/front_matter/article_meta.h"
#include "core/article/front_matter/block_fields.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lectern::core {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

struct Tagged
{
    std::vector<std::string> tags;
    std::vector<Problem> problems;
};

/// The tags of \a block, with what is said of their comments.
Tagged tagged(std::string_view block, FrontMatterKind kind = FrontMatterKind::Yaml)
{
    ArticleMeta meta;
    std::vector<Problem> all;
    fillMeta(std::get<FieldTree>(parseBlock(block, kind)), {block, 2, kind}, meta, all);
    Tagged tagged{meta.tags, {}};
    for (const Problem &problem : all) {
        if (problem.wording == worded(ProblemReason::NamesInComment)) {
            tagged.problems.push_back(problem);
        }
    }
    return tagged;
}

} // namespace

TEST(CommentedTerms, areNames_whereAListHasNothingElse)
{
    const Tagged found = tagged("title: A\ntags: #河 #湖\n");

    EXPECT_THAT(found.tags, ElementsAre("河", "湖"));
    ASSERT_THAT(found.problems, SizeIs(1));
    EXPECT_EQ(found.problems[0].code, ProblemCode::ValueUnexpected);
    EXPECT_EQ(found.problems[0].line, 3U);
    EXPECT_EQ(found.problems[0].valueUsed, "湖");
    EXPECT_NE(found.problems[0].proposal, "");
}

TEST(CommentedTerms, areNames_inItemsToo)
{
    const Tagged found = tagged("tags:\n- #river\n- lake\n- #sea\n");

    EXPECT_THAT(found.tags, testing::UnorderedElementsAre("river", "lake", "sea"));
    ASSERT_THAT(found.problems, SizeIs(2));
    EXPECT_EQ(found.problems[0].line, 3U);
    EXPECT_EQ(found.problems[0].proposal, ""); // an item has no key to write it with
    EXPECT_EQ(found.problems[1].line, 5U);
}

TEST(CommentedTerms, mayHaveCommasBetween)
{
    EXPECT_THAT(tagged("tags: #a, #b,#c\n").tags, ElementsAre("a", "b", "c"));
    EXPECT_THAT(tagged("tags: a, #b\n").tags, ElementsAre("a", "b"));
}

TEST(CommentedTerms, takeTheLastLineWithoutAnEnd)
{
    EXPECT_THAT(tagged("tags: #河").tags, ElementsAre("河"));
}

TEST(CommentedTerms, areAddedOnce)
{
    EXPECT_THAT(tagged("tags: #a #a #b\n").tags, ElementsAre("a", "b"));
}

TEST(CommentedTerms, areNone_whereACommentIsOne)
{
    for (const char *const block :
         {"tags: # to be done\n", "tags: ## a\n", "tags: #! a\n", "tags:\n", "tags: #\n"}) {
        EXPECT_THAT(tagged(block).tags, IsEmpty()) << block;
        EXPECT_THAT(tagged(block).problems, IsEmpty()) << block;
    }
    EXPECT_THAT(tagged("tags: a #b\n").tags, ElementsAre("a"));
    EXPECT_THAT(tagged("tags: \"a,\" #b\n").tags, ElementsAre("a"));
    EXPECT_THAT(tagged("tags: [a] #b\n").tags, ElementsAre("a"));
}

TEST(CommentedTerms, areNone_inTomlAndJson)
{
    EXPECT_THAT(tagged("tags = [\"a\"] #b\n", FrontMatterKind::Toml).tags, ElementsAre("a"));
    EXPECT_THAT(tagged("{\"tags\": null}", FrontMatterKind::Json).tags, IsEmpty());
}

} // namespace lectern::core
