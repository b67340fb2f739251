#include "core/article/article.h"
#include "core/markdown/markdown.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace lectern::core {

namespace {

/// What one repair makes of an article, and what is shown without it.
struct RepairCase
{
    Repair kind;
    std::string body;
    std::string repaired; ///< with this repair alone
    std::string written; ///< without any
};

const RepairCase kCases[]{
    {Repair::Headings, "1. Why\n------\n\na", "<h2 id=\"1-why\">1. Why</h2><p>a</p>",
     "<ol><li>Why</li></ol><hr><p>a</p>"},
    {Repair::Headings, "#标题\n\na", "<h1 id=\"标题\">标题</h1><p>a</p>", "<p>#标题</p><p>a</p>"},
    {Repair::EmptyHeadings, "a\n\n## \n\nb", "<p>a</p><p>b</p>",
     "<p>a</p><h2 id=\"section\"></h2><p>b</p>"},
    {Repair::Images, "![x](a b.png)",
     "<figure class=\"image\"><img src=\"a%20b.png\" alt=\"x\" decoding=\"async\"></figure>",
     "<p>![x](a b.png)</p>"},
    {Repair::Emphasis, "一****二", "<p>一二</p>", "<p>一****二</p>"},
    {Repair::Tables, "a\n| b |\n| - |\n| c |",
     "<p>a</p><div class=\"scroll\"><table><thead><tr><th>b</th></tr></thead><tbody><tr><td>c</td>"
     "</tr></tbody></table></div>",
     "<p>a\n| b |\n| --- |\n| c |</p>"},
    {Repair::OpenTags, "<h3>a\n\n*b*", "<h3 id=\"a\">a</h3><p><em>b</em></p>",
     "<h3 id=\"ab\">a<p><em>b</em></p></h3>"},
};

RenderedBody rendered(const std::string &body, Repairs repairs)
{
    Article article;
    article.meta.title = "Title";
    article.body = body;
    return renderBody(article, {.repairs = repairs, .imageLoading = ImageLoading::Eager});
}

/// The parser's releases differ in the line end behind HTML that nothing closes.
std::string linesJoined(std::string html)
{
    std::erase(html, '\n');
    return html;
}

} // namespace

TEST(Repairs, areMadeAndCounted_whenTheyAreAskedFor)
{
    for (const RepairCase &repair : kCases) {
        const RenderedBody body = rendered(repair.body, Repairs::none().with(repair.kind));

        EXPECT_EQ(body.html, repair.repaired) << repair.body;
        EXPECT_EQ(body.repairs[repair.kind], 1U) << repair.body;
        EXPECT_EQ(body.repairs.total(), 1U) << repair.body;
    }
}

TEST(Repairs, areNotMade_whenTheyAreNotAskedFor)
{
    for (const RepairCase &repair : kCases) {
        const RenderedBody body = rendered(repair.body, Repairs::none());

        EXPECT_EQ(linesJoined(body.html), linesJoined(repair.written)) << repair.body;
        EXPECT_EQ(body.repairs.total(), 0U) << repair.body;
        EXPECT_EQ(rendered(repair.body, Repairs::all().without(repair.kind)).repairs[repair.kind],
                  0U)
            << repair.body;
    }
}

TEST(Repairs, haveNamesOfTheirOwn)
{
    std::set<std::string_view> names;
    for (const RepairRow &row : kRepairTable) {
        names.insert(row.name);
    }

    EXPECT_EQ(names.size(), kRepairKinds);
    EXPECT_FALSE(names.contains(""));
}

TEST(Repairs, keepTheirNumbers)
{
    for (const RepairRow &row : kRepairTable) {
        const Repairs one = Repairs::none().with(row.kind);

        EXPECT_EQ(one.toNumber(), 1U << static_cast<unsigned>(row.kind));
        EXPECT_EQ(Repairs::fromNumber(one.toNumber()), one);
        EXPECT_EQ(one.without(row.kind), Repairs::none());
    }
    EXPECT_EQ(Repairs::fromNumber(~0U), Repairs::all());
}

TEST(Repairs, haveACaseEach)
{
    // Those that look at more than the body are in image_pass_test, link_pass_test and
    // markdown_test.
    std::set<Repair> kinds{Repair::ImageTexts, Repair::Links, Repair::SourceLine,
                           Repair::Repetitions};
    for (const RepairCase &repair : kCases) {
        kinds.insert(repair.kind);
    }

    EXPECT_EQ(kinds.size(), kRepairKinds);
}

} // namespace lectern::core
