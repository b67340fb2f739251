#include "core/article/front_matter/fences.h"
#include "core/article/front_matter/yaml_subset.h"
#include "core/base/disk.h"
#include "tests/core/article/front_matter/yaml_agreement.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <string_view>

namespace lectern::core {

namespace {

constexpr std::string_view kAnswered[]{
    "",
    "# only a comment\n\n",
    "title: T\n",
    "title: T",
    "title:   a  b   \n",
    "title: a#b # comment\n",
    "title: 中文：标题\n",
    "title: https://a.com/x?y=1#z\n",
    "title: \"a: \\\"b\\\" \\\\ \\n \\/\" # c\n",
    "title: 'it''s'\n",
    "title: ''\nsummary: \"\"\n",
    "a: ~\nb: null\nc:\nd: Null # x\n",
    "tags: []\nx: 1\n",
    "tags: [a, \"b c\", 'd', 2024]\n",
    "tags: [ a , b ]  # c\n",
    "tags:\n- a\n-\n- \"b\"\nx: 1\n",
    "tags:\n  - a\n  # between\n  - b\n\nx: 1\n",
    "params:\n  a: 1\n  b:\n    - x\n    - y\n  c: [d]\nx: 1\n",
    "params:\n  a:\n    b:\n      c: d\nx: 1\n",
    "text: |\n  one\n    two\n\n  three\nx: 1\n",
    "text: |-\n  one\n  two\n\n\nx: 1\n",
    "text: >\n  one\n  two\n\n  three\nx: 1\n",
    "text: >-\n  one\n  two\n",
    "text: |\n  last",
    "x: -1\ny: -a\n",
    "x: a, b\ny: a]b\n",
    "x: a\n# c\n\ny: b\n",
    "a: &x 1\nb: *x\n",
    "a: &x-1.y [p, \"q\"] # c\nb: 2\nc:   *x-1.y  # c\n",
    "a: &x ~\nb: *x\na: &x \"s\"\nc: *x\nd:\n  - *x\n  - &y t\n  - *y\ne: *y\n",
    "a:\n  b: &x 1\nc: *x\n",
    "a: !!str 1\nb: !!str \"x\" # c\nc: !!str   'y'\nd:\n- !!str z\n",
    "{}\n",
    "{ } # c\n\n# c\n",
    "# c\n{a: x, b: \"y, }\" , c: [p, 'q'],d: ~, e: x y }\n",
    "{a: 中文, b: 2024-01-02}",
};

constexpr std::string_view kLeftToTheParser[]{
    "\"title\": T\n",     "title: a: b\n",  "title: \"open\n",  "title: \"\\x41\"\n",
    "title: a\n  b\n",    "title: @x\n",    "title: \"a\" b\n", "tags: [a, [b]]\n",
    "tags: [a,\n  b]\n",  "tags: [a, b\n",  "a: &x\n  b: 1\n",  "a: !!int 1\n",
    "a: {b: c}\n",        "- a\n- b\n",     "just text\n",      "a:\n\t- b\n",
    "? a\n: b\n",         "a: |+\n  b\n",   "a: |2\n    b\n",   "a:b\n",
    "tags:\n- k: v\n",    "tags:\n- - a\n", "  a: 1\nb: 2\n",   "a: 1\n  b: 2\n",
    "a: 1\n--- \nb: 2\n", "null: 1\n",      "a: [b: c]\n",      "a: \n  b\n",
};

} // namespace

TEST(YamlSubset, agreesWithYamlCpp_onWhatItAnswers)
{
    for (const std::string_view block : kAnswered) {
        EXPECT_TRUE(parseYamlSubset(block)) << block;
        const auto disagreement = findDisagreement(block);
        EXPECT_FALSE(disagreement) << block << "subset:\n"
                                   << disagreement->subset << "yaml-cpp:\n"
                                   << disagreement->reference;
    }
}

TEST(YamlSubset, refusesWhatYamlCppRefuses_withTheSameWords)
{
    for (const std::string_view block : {
             "title: \"a \"b\" c\"\n",
             "title: \"a \"b\" c\"\ndate: 2025-01-01\ntags: [\"x\"]\n",
             "date: 2025-01-01\ntitle: 'it's so'\ntags:\n  - x\n",
             "title: \"a\" b # c\n",
             "title: \"a\"   中文\n  more\n",
             "a:\n  - x\nb: \"\" x",
             "a: \"x\" y\n--- z\n",
         }) {
        TreeWriter writer;
        BlockError error;
        EXPECT_EQ(parseYamlSubset(block, writer, error), SubsetAnswer::Error) << block;
        const auto disagreement = findDisagreement(block);
        EXPECT_FALSE(disagreement) << block << "subset:\n"
                                   << disagreement->subset << "yaml-cpp:\n"
                                   << disagreement->reference;
    }
    for (const std::string_view block : {"a: \"x\" : y\n", "a: \"x\" y: z\n", "a: \"x\" @\n",
                                         "a:\n  b: \"x\" y\n", "a: [\"x\" y]\n"}) {
        TreeWriter writer;
        BlockError error;
        EXPECT_EQ(parseYamlSubset(block, writer, error), SubsetAnswer::Unknown) << block;
    }
}

TEST(YamlSubset, leavesTheRestToTheParser)
{
    for (const std::string_view block : kLeftToTheParser) {
        EXPECT_FALSE(parseYamlSubset(block)) << block;
    }
}

TEST(YamlSubset, agreesWithYamlCpp_onRealArticles)
{
    const std::string root = std::string(LECTERN_SHARED_DIR) + "/articles";
    if (!std::filesystem::is_directory(root)) {
        GTEST_SKIP() << "needs the folder of real articles";
    }
    std::size_t blocks = 0;
    std::size_t answered = 0;

    for (const auto &entry : std::filesystem::recursive_directory_iterator(root)) {
        if (entry.path().extension() != ".md") {
            continue;
        }
        const auto file = readFileBelow(root, entry.path().lexically_relative(root).string(),
                                        std::size_t{1} << 20U);
        ASSERT_TRUE(file);
        const FenceSplit split = splitFrontMatter(file.value().bytes);
        if (split.kind != FrontMatterKind::Yaml || split.state != FenceState::Closed) {
            continue;
        }
        ++blocks;
        answered += parseYamlSubset(split.block) ? 1 : 0;
        const auto disagreement = findDisagreement(split.block);
        EXPECT_FALSE(disagreement) << entry.path() << "\nsubset:\n"
                                   << disagreement->subset << "yaml-cpp:\n"
                                   << disagreement->reference;
    }

    RecordProperty("blocks", static_cast<int>(blocks));
    RecordProperty("answered", static_cast<int>(answered));
    EXPECT_GE(static_cast<double>(answered), 0.97 * static_cast<double>(blocks))
        << answered << " of " << blocks;
}

} // namespace lectern::core
