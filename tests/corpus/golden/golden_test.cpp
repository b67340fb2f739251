#include "core/article/article.h"
#include "core/markdown/html/html_output.h"
#include "core/markdown/html/html_tree.h"
#include "core/markdown/markdown.h"
#include "core/markdown/markdown_parser.h"
#include "tests/corpus/residue/residue.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <ostream>
#include <string>
#include <vector>

namespace lectern::tests {

namespace {

struct GoldenCase
{
    std::string name;
    core::ArticleMeta meta;
    std::string markdown;
    std::string html;
};

void PrintTo(const GoldenCase &golden, std::ostream *stream)
{
    *stream << golden.name;
}

/// `@mathjax`, `@source ADDRESS`, `@category NAME`: front matter of a case.
void addField(core::ArticleMeta &meta, const std::string &line)
{
    const std::string value = line.substr(std::min(line.find(' ') + 1, line.size()));
    if (line.starts_with("@mathjax")) {
        meta.mathjax = true;
    } else if (line.starts_with("@source ")) {
        meta.source = value;
    } else if (line.starts_with("@category ")) {
        meta.categories.push_back(value);
    }
}

/// The cases of one file; emphasis.txt says how they are written.
std::vector<GoldenCase> readCases(const std::filesystem::path &file)
{
    std::vector<GoldenCase> cases;
    std::ifstream stream(file);
    GoldenCase current;
    bool isHtml = false;
    for (std::string line; std::getline(stream, line);) {
        if (line == "===") {
            current.html.pop_back();
            cases.push_back(std::exchange(current, {}));
            isHtml = false;
        } else if (current.name.empty()) {
            current.name = line.starts_with("#") ? "" : line;
        } else if (line.starts_with("@") && current.markdown.empty() && !isHtml) {
            addField(current.meta, line);
        } else if (line == "----" && !isHtml) {
            isHtml = true;
        } else {
            (isHtml ? current.html : current.markdown) += line + "\n";
        }
    }
    return cases;
}

std::vector<GoldenCase> casesOf(const std::vector<std::string> &files)
{
    const std::filesystem::path folder
        = std::filesystem::path(LECTERN_SOURCE_DIR) / "tests/corpus/golden";
    std::vector<GoldenCase> cases;
    for (const std::string &file : files) {
        const std::vector<GoldenCase> more = readCases(folder / file);
        cases.insert(cases.end(), more.begin(), more.end());
    }
    return cases;
}

} // namespace

class Golden : public testing::TestWithParam<GoldenCase>
{
};

TEST_P(Golden, body_looksAsItsAuthorMeant)
{
    core::Article article;
    article.path = "a.md";
    article.meta = GetParam().meta;
    article.meta.title = "Title";
    article.body = GetParam().markdown;

    EXPECT_EQ(core::renderBody(article).html, GetParam().html) << GetParam().name;
}

/// Cases of which no mark is meant to be seen as it is written.
class GoldenOfADialect : public Golden
{
};

TEST_P(GoldenOfADialect, body_showsNoMarkup)
{
    core::Article article;
    article.meta = GetParam().meta;
    article.body = GetParam().markdown;
    const auto tree = core::parseHtml(core::renderBody(article).html);
    ASSERT_TRUE(tree.has_value());
    const Residue residue = visibleMarkup(*tree);

    EXPECT_EQ(residue.mark, "") << residue.around;
}

TEST_P(Golden, body_isTheSame_belowBlankLines)
{
    core::Article article;
    article.meta = GetParam().meta;
    article.body = GetParam().markdown;
    core::Article shifted = article;
    shifted.body.insert(0, 252, '\n');

    EXPECT_EQ(core::renderBody(article).html, core::renderBody(shifted).html);
}

TEST_P(Golden, bothReaders_makeTheSameTree)
{
    const core::ParserOutput output
        = core::parseMarkdown(GetParam().markdown, core::RawHtml::Clean);
    const auto tidy = core::parseTidyHtml(output.html);
    if (!tidy) {
        GTEST_SKIP() << "needs the HTML parser";
    }

    const auto tree = core::parseHtml(output.html);
    ASSERT_TRUE(tree.has_value());
    EXPECT_EQ(core::writeHtml(*tidy, 1U << 20U).html, core::writeHtml(*tree, 1U << 20U).html);
}

INSTANTIATE_TEST_SUITE_P(All, Golden,
                         testing::ValuesIn(casesOf({"emphasis.txt", "links.txt", "blocks.txt",
                                                    "pandoc.txt", "docusaurus.txt"})));
INSTANTIATE_TEST_SUITE_P(All, GoldenOfADialect,
                         testing::ValuesIn(casesOf({"pandoc.txt", "docusaurus.txt"})));

} // namespace lectern::tests
