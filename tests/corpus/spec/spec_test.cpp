#include "core/render/markdown_parser.h"
#include "core/render/text_passes.h"
#include "tests/corpus/spec/spec_examples.h"

#include <gtest/gtest.h>

#include <set>

namespace lectern::tests {

namespace {

const std::filesystem::path kSpecs = std::filesystem::path(LECTERN_SHARED_DIR) / "spec";

/// Numbers of the examples in \a name whose HTML is not what the specification says.
std::set<int> failures(const std::string &name)
{
    std::set<int> numbers;
    for (const SpecExample &example : readSpecExamples(kSpecs / name)) {
        core::HtmlNode tree
            = treeOf(core::parseMarkdown(example.markdown, core::RawHtml::Keep).html);
        if (example.hasBareLinks) {
            core::linkifyText(tree);
        }
        if (normalized(tree) != normalized(treeOf(example.html))) {
            numbers.insert(example.number);
        }
    }
    return numbers;
}

} // namespace

class Spec : public testing::Test
{
protected:
    void SetUp() override
    {
        if (!std::filesystem::exists(kSpecs)) {
            GTEST_SKIP() << "no specification examples at " << kSpecs;
        }
    }
};

TEST_F(Spec, commonMark_holds)
{
    EXPECT_EQ(readSpecExamples(kSpecs / "commonmark-0.31.2.txt").size(), 652U);
    // 171: textarea as a block came after 0.30. 625, 626: comments with `--` inside.
    EXPECT_EQ(failures("commonmark-0.31.2.txt"), (std::set<int>{171, 625, 626}));
}

TEST_F(Spec, gfm_holds)
{
    // 203: md4c takes a delimiter row that is shorter than the header. 628: ftp is never linked.
    // 653: what is shown of dangerous HTML is decided by RawHtmlFilter.
    EXPECT_EQ(failures("gfm-0.29.txt"), (std::set<int>{203, 628, 653}));
}

TEST_F(Spec, cjkFriendly_holds)
{
    std::size_t examples = 0;
    for (const auto &entry : std::filesystem::directory_iterator(kSpecs / "cjk-friendly")) {
        const std::string name = "cjk-friendly/" + entry.path().filename().string();
        examples += readSpecExamples(kSpecs / name).size();
        EXPECT_EQ(failures(name), (std::set<int>{})) << name;
    }
    EXPECT_EQ(examples, 126U);
}

} // namespace lectern::tests
