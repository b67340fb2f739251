#include "core/markdown/html/balanced_html.h"
#include "core/markdown/html/html_output.h"
#include "core/markdown/html/html_tree.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace lectern::core {

namespace {

enum Type { Paragraph, Quote, Raw, Strong, Emphasis, Image };

void openParagraph(BalancedHtml &html)
{
    html.openBlock(Paragraph, "<p>", "</p>");
}

void openStrong(BalancedHtml &html)
{
    html.openSpan(Strong, "<strong>", "</strong>");
}

void openEmphasis(BalancedHtml &html)
{
    html.openSpan(Emphasis, "<em>", "</em>");
}

/// The tags in \a html that do not close what is open, and those left open at its end; not counting
/// images and the author's <i>.
std::vector<std::string> unbalanced(const std::string &html)
{
    std::vector<std::string> open;
    std::vector<std::string> faults;
    for (std::size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
        const std::string name = html.substr(at + 1, html.find_first_of(" >", at) - at - 1);
        if (name == "i" || name == "img") {
            continue;
        }
        if (!name.starts_with('/')) {
            open.push_back(name);
        } else if (!open.empty() && "/" + open.back() == name) {
            open.pop_back();
        } else {
            faults.push_back(name);
        }
    }
    faults.insert(faults.end(), open.begin(), open.end());
    return faults;
}

} // namespace

TEST(BalancedHtml, closesWhatIsLeftOpen)
{
    BalancedHtml html(RawHtml::Clean);
    openParagraph(html);
    openStrong(html);
    html.appendText("a < b");

    EXPECT_EQ(html.take(), "<p><strong>a &lt; b</strong></p>");
}

TEST(BalancedHtml, closesSpansInside_whenAnOuterOneIsClosed)
{
    BalancedHtml html(RawHtml::Clean);
    openParagraph(html);
    openStrong(html);
    openEmphasis(html);
    html.appendText("a");
    html.closeSpan(Strong);
    html.closeSpan(Emphasis);
    html.appendText("b");
    html.closeBlock(Paragraph);

    EXPECT_EQ(html.take(), "<p><strong><em>a</em></strong>b</p>");
}

TEST(BalancedHtml, closeSpan_leavesSpansOfTheBlockAround)
{
    BalancedHtml html(RawHtml::Clean);
    openStrong(html);
    openParagraph(html);
    html.closeSpan(Strong);
    html.appendText("a");

    EXPECT_EQ(html.take(), "<strong><p>a</p></strong>");
}

TEST(BalancedHtml, closeBlock_ofAnotherType_closesNone)
{
    BalancedHtml html(RawHtml::Clean);
    openParagraph(html);
    openStrong(html);
    html.closeBlock(Quote);
    html.appendText("a");

    EXPECT_EQ(html.take(), "<p><strong></strong>a</p>");
}

TEST(BalancedHtml, imageHoldsTextAlone)
{
    BalancedHtml html(RawHtml::Clean);
    html.openImage(Image, "<img src=\"x\" alt=\"");
    openStrong(html);
    html.appendText("a\"");
    html.openImage(Image, "<img src=\"y\" alt=\"");
    html.appendRaw("<b>");
    html.appendText("b");
    html.closeSpan(Image);
    EXPECT_TRUE(html.isInImage());
    html.closeSpan(Strong);
    html.closeSpan(Image);
    EXPECT_FALSE(html.isInImage());

    EXPECT_EQ(html.take(), "<img src=\"x\" alt=\"a&quot;b\">");
}

TEST(BalancedHtml, rawElements_doNotOutliveTheirBlock)
{
    BalancedHtml html(RawHtml::Clean);
    html.openBlock(Quote, "<blockquote>", "</blockquote>");
    html.openRawBlock(Raw);
    html.appendRaw("<scr");
    html.appendRaw("ipt>");
    html.closeBlock(Raw);
    openParagraph(html);
    html.appendText("hidden");
    html.closeBlock(Paragraph);
    html.closeBlock(Quote);
    html.appendText("shown");

    EXPECT_EQ(html.take(), "<blockquote><p></p></blockquote>shown");
}

TEST(BalancedHtml, rawHtml_isCleanedOrKept)
{
    for (const auto &[mode, expected] :
         {std::pair(RawHtml::Clean, "ac"), std::pair(RawHtml::Keep, "a<script>b</script>c")}) {
        BalancedHtml html(mode);
        html.appendText("a");
        html.appendRaw("<script>");
        html.appendText("b");
        html.appendRaw("</script>");
        html.appendText("c");

        EXPECT_EQ(html.take(), expected);
    }
}

TEST(BalancedHtml, deepElements_areLeftOutAndTheirTextStays)
{
    BalancedHtml html(RawHtml::Clean);
    for (int depth = 0; depth < 1000; ++depth) {
        openParagraph(html);
        openStrong(html);
    }
    html.appendText("here");

    const std::string written = html.take();

    EXPECT_EQ(unbalanced(written), std::vector<std::string>{});
    EXPECT_NE(written.find("here"), std::string::npos);
    EXPECT_LE(std::ranges::count(written, '<'), 2 * 200);
}

TEST(BalancedHtml, isBalanced_whateverTheOrder)
{
    std::mt19937 random(7); // NOLINT(cert-msc51-cpp): the same events in every run
    for (int round = 0; round < 500; ++round) {
        BalancedHtml html(RawHtml::Clean);
        for (int event = 0; event < 60; ++event) {
            switch (random() % 8) {
            case 0:
                openParagraph(html);
                break;
            case 1:
                openStrong(html);
                break;
            case 2:
                openEmphasis(html);
                break;
            case 3:
                html.openImage(Image, "<img alt=\"");
                break;
            case 4:
                html.openRawBlock(Raw);
                html.appendRaw("<i>");
                break;
            case 5:
                html.closeBlock(static_cast<int>(random() % 3));
                break;
            case 6:
                html.closeSpan(Strong + static_cast<int>(random() % 3));
                break;
            default:
                html.appendText("<x>");
            }
        }

        const std::string written = html.take();

        EXPECT_EQ(unbalanced(written), std::vector<std::string>{}) << written;
    }
}

} // namespace lectern::core
