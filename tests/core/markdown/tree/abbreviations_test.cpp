#include "tests/core/markdown/rendering.h"

#include <gtest/gtest.h>

namespace lectern::core {

TEST(Abbreviations, areExplained_whereTheyStandAsWords)
{
    EXPECT_EQ(htmlOf("The HTML *HTML5 HTML*.\n\n*[HTML]: Hyper Text\n"),
              "<p>The <abbr title=\"Hyper Text\">HTML</abbr> <em>HTML5 "
              "<abbr title=\"Hyper Text\">HTML</abbr></em>.</p>");
    EXPECT_EQ(htmlOf("*[HTML]: a \"b\"\n\n用HTML写，見世博。\n\n*[世博]: 世界博览会\n"),
              "<p>用<abbr title=\"a &quot;b&quot;\">HTML</abbr>写，見<abbr "
              "title=\"世界博览会\">世博</abbr>。</p>");
    EXPECT_EQ(htmlOf("- W3C\n- W3C HTML C++\n\n*[W3C]: w\n*[W3C HTML]: both\n*[C++]:c\n"),
              "<ul><li><abbr title=\"w\">W3C</abbr></li><li><abbr title=\"both\">W3C HTML</abbr> "
              "<abbr title=\"c\">C++</abbr></li></ul>");
}

TEST(Abbreviations, areLeftAlone_inCodeAndLongerWords)
{
    EXPECT_EQ(htmlOf("`HTML` XHTML HTMLs naïveHTML _HTML\n\n*[HTML]: x\n"),
              "<p><code>HTML</code> XHTML HTMLs naïveHTML _HTML</p>");
    EXPECT_EQ(htmlOf("```\n*[HTML]: x\n```\n\nHTML\n"),
              "<pre><code>*[HTML]: x\n</code></pre><p>HTML</p>");
    EXPECT_EQ(htmlOf("a *[HTML]: x* HTML\n"), "<p>a <em>[HTML]: x</em> HTML</p>");
    EXPECT_EQ(htmlOf("*[a](u): b*\n"), "<p><em><a href=\"u\">a</a>: b</em></p>");
}

TEST(Abbreviations, withoutAMeaning_areHidden)
{
    EXPECT_EQ(htmlOf("HTML\n\n*[HTML]:\n"), "<p>HTML</p>");
}

} // namespace lectern::core
