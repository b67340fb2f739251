#include "core/article/article_file.h"
#include "core/markdown/html/html_output.h"
#include "core/markdown/html/html_tree.h"
#include "core/markdown/markdown.h"
#include "core/markdown/markdown_parser.h"
#include "tests/corpus/articles/source_text.h"
#include "tests/support/thread_time.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

namespace lectern::tests {

namespace {

namespace fs = std::filesystem;

const fs::path kArticles = fs::path(LECTERN_SHARED_DIR) / "articles";

/// Paths of all articles below the folder, sorted.
std::vector<std::string> articlePaths()
{
    std::vector<std::string> paths;
    for (const auto &entry : fs::recursive_directory_iterator(kArticles)) {
        if (entry.is_regular_file() && entry.path().extension() == ".md"
            && entry.path().parent_path() != kArticles) {
            paths.push_back(fs::relative(entry.path(), kArticles).string());
        }
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

core::Article read(const std::string &path)
{
    return core::readArticleFile(kArticles.string(), path).article;
}

bool isCode(const core::HtmlNode &node)
{
    return node.is("code") || node.is("pre") || node.attribute("class").starts_with("formula");
}

void appendProse(const core::HtmlNode &node, std::string &text)
{
    text += node.text;
    for (const core::HtmlNode &child : node.children) {
        if (!isCode(child)) {
            appendProse(child, text);
        }
    }
}

/// What stands around the first `**` that a reader of \a path sees outside code; empty when there
/// is none.
std::string visibleStars(const std::string &path)
{
    std::string text;
    appendProse(core::parseHtml(core::renderBody(read(path)).html).value_or(core::HtmlNode{}),
                text);
    const std::size_t at = text.find("**");
    return at == std::string::npos ? "" : text.substr(at < 30 ? 0 : at - 30, 90);
}

double renderingMs(const core::Article &article)
{
    const double start = threadMs();
    core::renderBody(article);
    return threadMs() - start;
}

/// An article that is read without shortcodes, so that another reader of Markdown understands it.
bool isPlainMarkdown(const core::Article &article)
{
    return article.body.find("{{") == std::string::npos
        && article.body.find("{%") == std::string::npos;
}

} // namespace

class Articles : public testing::Test
{
protected:
    void SetUp() override
    {
        if (!fs::exists(kArticles)) {
            GTEST_SKIP() << "no articles at " << kArticles;
        }
    }
};

TEST_F(Articles, stars_areNotLeftVisible)
{
    std::vector<std::string> left;
    for (const std::string &path : articlePaths()) {
        if (const std::string stars = visibleStars(path); !stars.empty()) {
            left.push_back(path);
        }
    }

    // 3 hold code in HTML blocks; 9 number equations or mark significance with stars; 5 open what
    // they never close; 2 escape them.
    EXPECT_EQ(left.size(), 19U) << testing::PrintToString(left);
}

TEST_F(Articles, everyCharacterOfTheSource_isOnThePage)
{
    std::size_t count = 0;
    for (const std::string &path : articlePaths()) {
        const core::Article article = read(path);
        if (!isPlainMarkdown(article)) {
            continue;
        }
        ++count;
        const core::RenderedBody body
            = core::renderBody(article, {.repairs = core::Repairs::none()});
        const auto tree = core::parseHtml(body.html);
        ASSERT_TRUE(tree.has_value());
        EXPECT_EQ(missingLetters(sourceText(article.body), core::textContent(*tree)), "") << path;
    }
    EXPECT_GE(count, 1000U);
}

TEST_F(Articles, renderedHtml_isBoundedByTheBody)
{
    for (const std::string &path : articlePaths()) {
        const core::Article article = read(path);
        EXPECT_LE(core::renderBody(article).html.size(), 16 * article.body.size() + (64U << 10U))
            << path;
    }
}

// Against the folder's own pace in the same run, so that a slow machine or a sanitizer fails
// nothing.
TEST_F(Articles, noArticle_rendersFarSlowerThanTheOthers)
{
    constexpr std::size_t kFixedCost = 8U << 10U; // bytes that a page of nothing is worth
    constexpr double kMaxTimesThePace = 40; // the slowest of 3,900 real ones takes 7
    double milliseconds = 0;
    std::size_t bytes = 0;
    for (const std::string &path : articlePaths()) {
        const core::Article article = read(path);
        bytes += article.body.size() + kFixedCost;
        milliseconds += renderingMs(article);
    }
    const double pace = milliseconds / static_cast<double>(bytes);
    double worst = 0;
    for (const std::string &path : articlePaths()) {
        const core::Article article = read(path);
        const double allowed
            = kMaxTimesThePace * pace * static_cast<double>(article.body.size() + kFixedCost);
        double took = renderingMs(article);
        for (int again = 0; again < 3 && took > allowed; ++again) {
            took = std::min(took, renderingMs(article));
        }
        EXPECT_LE(took, allowed) << path;
        worst = std::max(worst, kMaxTimesThePace * took / allowed);
    }
    std::cout << "the slowest took " << worst << " times the folder's pace\n";
}

TEST_F(Articles, bothReaders_makeTheSameTree)
{
    std::size_t tidy = 0;
    for (const std::string &path : articlePaths()) {
        const std::string html = core::parseMarkdown(read(path).body, core::RawHtml::Clean).html;
        const bool hasControls = html.find_first_of("\b\x1B\x7F") != std::string::npos;
        if (const auto tree = core::parseTidyHtml(html); tree && !hasControls) {
            ++tidy;
            EXPECT_EQ(core::writeHtml(*tree, SIZE_MAX).html,
                      core::writeHtml(core::parseHtml(html).value(), SIZE_MAX).html)
                << path;
        }
    }
    EXPECT_GE(tidy, articlePaths().size() * 9 / 10);
}

TEST_F(Articles, rendering_isTheSame_belowBlankLines)
{
    for (const std::string &path : articlePaths()) {
        const core::Article article = read(path);
        core::Article shifted = article;
        shifted.body.insert(0, 252, '\n');
        EXPECT_EQ(core::renderBody(article).html, core::renderBody(shifted).html) << path;
    }
}

} // namespace lectern::tests
