#include "core/markdown/html/html_tree.h"
#include "core/markdown/links/link_resolver.h"
#include "core/markdown/source/source_passes.h"
#include "tests/core/markdown/rendering.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>

namespace lectern::core {

namespace {

using tests::TemporaryFolder;

/// A library with the articles `a`, `深度 学习`, `sub/b`, `x___y` and the picture `pic.png`.
class WikiLinksTest : public testing::Test
{
protected:
    explicit WikiLinksTest(bool isVault = true)
    {
        for (const char *const file :
             {"a.md", "深度 学习.md", "sub/b.md", "x___y.md", "pic.png", "图 1.png"}) {
            folder.write(file, "");
        }
        if (isVault) {
            folder.write(".obsidian/app.json", "{}");
        }
    }

    std::string read(std::string_view markdown) const
    {
        const auto find = [](std::string_view name, std::string_view) {
            return name == "b" ? std::optional<std::string>("sub/b.md") : std::nullopt;
        };
        return withWikiLinks(std::string(markdown), LinkResolver(folder.path(), "here.md", find));
    }

    TemporaryFolder folder;
};

class WikiLinksOutsideTest : public WikiLinksTest
{
protected:
    WikiLinksOutsideTest()
        : WikiLinksTest(false)
    {}
};

struct Case
{
    const char *written;
    const char *expected;
};

constexpr const char *kMissing = "<span class=\"missing\">";

} // namespace

TEST_F(WikiLinksTest, leadToTheArticleOfTheirName)
{
    constexpr Case cases[] = {
        {"[[a]]", "[a](</a.md>)"},
        {"see [[a]], [[a]].", "see [a](</a.md>), [a](</a.md>)."},
        {"见[[a]]。", "见[a](</a.md>)。"},
        {"[[a|words]]", "[words](</a.md>)"},
        {"[[ a | words ]]", "[words](</a.md>)"},
        {"[[深度 学习|词]]", "[词](</%E6%B7%B1%E5%BA%A6%20%E5%AD%A6%E4%B9%A0.md>)"},
        {"[[b]]", "[b](</sub/b.md>)"},
        {"[[sub/b|b]]", "[b](</sub/b.md>)"},
        {"| [[a\\|words]] |", "| [words](</a.md>) |"},
    };
    for (const Case &row : cases) {
        EXPECT_EQ(read(row.written), row.expected) << row.written;
    }
}

TEST_F(WikiLinksTest, leadToAHeading)
{
    constexpr Case cases[] = {
        {"[[a#Part One|p]]", "[p](</a.md#part-one>)"},
        {"[[a#章 节|p]]", "[p](</a.md#%E7%AB%A0-%E8%8A%82>)"},
        {"[[#Part One]]", "[Part One](<#part-one>)"},
        {"[[#章|here]]", "[here](<#%E7%AB%A0>)"},
        {"[[a#|p]]", "[p](</a.md>)"},
    };
    for (const Case &row : cases) {
        EXPECT_EQ(read(row.written), row.expected) << row.written;
    }
}

TEST_F(WikiLinksTest, findPagesBelowOthers)
{
    EXPECT_EQ(read("[[x/y|p]]"), "[p](</x___y.md>)");
    EXPECT_EQ(read("[[x/z|p]]"), std::string(kMissing) + "p</span>");
}

TEST_F(WikiLinksTest, sayWhatIsMissing_inAVault)
{
    EXPECT_EQ(read("[[nowhere]]"), std::string(kMissing) + "nowhere</span>");
    EXPECT_EQ(read("[[nowhere|词]]"), std::string(kMissing) + "词</span>");
    EXPECT_EQ(read("[[../../etc/passwd|p]]"), std::string(kMissing) + "p</span>");
}

TEST_F(WikiLinksTest, embedImages)
{
    constexpr Case cases[] = {
        {"![[pic.png]]", "![](<pic.png>)"},
        {"![[图 1.png]]", "![](<%E5%9B%BE%201.png>)"},
        {"![[pic.png|300]]", "![](<pic.png>){width=300}"},
        {"![[pic.png|300x200]]", "![](<pic.png>){width=300}"},
        {"![[pic.png|words]]", "![words](<pic.png>)"},
        {"![[PIC.PNG]]", "![](<PIC.PNG>)"},
        {"a![[pic.png]]b", "a![](<pic.png>)b"},
    };
    for (const Case &row : cases) {
        EXPECT_EQ(read(row.written), row.expected) << row.written;
    }
    EXPECT_EQ(read("![[a]]"), "[a](</a.md>)") << "an embedded article is a link";
}

TEST_F(WikiLinksTest, otherBrackets_stay)
{
    for (const char *const text :
         {"[[]]", "[[a]", "[a]]", "[[a\nb]]", "[[a[b]]", "\\[[a]]", "[[a]](https://b.c)", "[a](b)",
          "`[[a]]`", "```\n[[a]]\n```", "~~~\n![[pic.png]]\n~~~\n", "<!-- [[a]] -->", "x[1][[2"}) {
        EXPECT_EQ(read(text), text);
    }
    const std::string tooLong = "[[" + std::string(500, 'a') + "]]";
    EXPECT_EQ(read(tooLong), tooLong);
}

TEST_F(WikiLinksTest, comments_areLeftOut)
{
    constexpr Case cases[] = {
        {"a %%hidden%% b", "a  b"},
        {"a\n%%\nhidden [[a]]\n%%\nb", "a\n\nb"},
        {"%%一%%二%%三%%", "二"},
        {"100%% sure", "100%% sure"},
        {"`%%a%%`", "`%%a%%`"},
        {"a %%x `y` z%% b", "a  b"},
        {"%%\n```\na\n```\n%%\nb", "\nb"},
        {"a %%x `y`", "a %%x `y`"},
    };
    for (const Case &row : cases) {
        EXPECT_EQ(read(row.written), row.expected) << row.written;
    }
}

TEST_F(WikiLinksTest, labelsMeanThemselves)
{
    for (const char *const label : {"<b>x</b>", "a*b*c", "x_y_z", "&amp;", "a\"b"}) {
        RenderOptions options = eagerly();
        const LinkResolver resolver(folder.path(), "here.md");
        options.resolver = &resolver;
        const std::string written = "[[a|" + std::string(label) + "]]";

        const std::string html = renderBody(articleOf(written), options).html;

        EXPECT_EQ(textContent(*parseHtml(html)), label) << html;
        EXPECT_EQ(html.find("<b>"), std::string::npos) << html;
    }
}

TEST_F(WikiLinksOutsideTest, areText_whereNothingIsFound)
{
    for (const char *const text : {"[[nowhere]]", "[[nowhere|词]]", "![[nowhere.png]]", "a %%b%% c",
                                   "if [[ -f x ]]; then"}) {
        EXPECT_EQ(read(text), text);
    }
    EXPECT_EQ(read("[[a]]"), "[a](</a.md>)");
    EXPECT_EQ(read("![[pic.png]]"), "![](<pic.png>)");
    EXPECT_EQ(read("[[#Part]]"), "[Part](<#part>)");
}

TEST_F(WikiLinksTest, neverLeadOutOfTheLibrary_whateverIsWritten)
{
    constexpr std::array<std::string_view, 18> kPieces{
        "[[", "]]", "|",  "#",    "!",         "..", "/",  "a", "b",
        "\\", "%%", "\n", "sub/", "深度 学习", "<",  ">)", "`", "javascript:"};
    std::mt19937 random(74); // NOLINT(cert-msc51-cpp): the same texts in every run
    RenderOptions options = eagerly();
    const LinkResolver resolver(folder.path(), "here.md");
    options.resolver = &resolver;
    for (int round = 0; round < 1500; ++round) {
        std::string markdown;
        for (std::size_t count = random() % 14; count > 0; --count) {
            markdown += kPieces[random() % kPieces.size()];
        }
        const std::string html = renderBody(articleOf(markdown), options).html;

        ASSERT_EQ(html.find("href=\"/.."), std::string::npos) << markdown;
        ASSERT_EQ(html.find("href=\"javascript:"), std::string::npos) << markdown;
        ASSERT_LE(read(markdown).size(), 8 * markdown.size() + 200) << markdown;
    }
}

TEST_F(WikiLinksOutsideTest, macrosOfASite_areTheirWords)
{
    for (const auto &[written, expected] : {
             Case{"好。[[pro\\_promotion |升级至Pro，获取资讯]]该公司",
                  "好。升级至Pro，获取资讯该公司"},
             Case{"[[pro_promotion |Track it with Pro]]The", "Track it with ProThe"},
             Case{"[[pro_promotion |  \nTrack it\n]]  \nThe", "Track it  \nThe"},
         }) {
        EXPECT_EQ(read(written), expected);
    }
    for (const char *const text :
         {"[[ -f x_y || z ]]", "[[pro_promotion]]", "[[x_y |a\n\nb]]", "[[1_2 |a]]"}) {
        EXPECT_EQ(read(text), text);
    }
}

} // namespace lectern::core
