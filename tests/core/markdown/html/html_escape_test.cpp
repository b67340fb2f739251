#include "core/markdown/html/html_escape.h"

#include <gtest/gtest.h>

namespace lectern::core {

TEST(HtmlEscape, escaped_writesReferences_whenCharactersAreMarkup)
{
    EXPECT_EQ(escaped("<a href=\"x\">&amp;"), "&lt;a href=&quot;x&quot;&gt;&amp;amp;");
    EXPECT_EQ(escaped("中文 'q'"), "中文 'q'");
    EXPECT_EQ(escaped(""), "");
}

TEST(HtmlEscape, appendEscaped_keepsWhatIsThere)
{
    std::string html = "<p>";

    appendEscaped(html, "a<b");

    EXPECT_EQ(html, "<p>a&lt;b");
}

TEST(HtmlEscape, escapedAttribute_isEmpty_withoutAValue)
{
    EXPECT_EQ(escapedAttribute("title", "a\"<b>"), " title=\"a&quot;&lt;b&gt;\"");
    EXPECT_EQ(escapedAttribute("title", ""), "");
}

TEST(HtmlEscape, escapedUrlAttribute_writesWhatNoAddressHasByItsNumber)
{
    EXPECT_EQ(escapedUrlAttribute("href", "a?b=1&c#d"), " href=\"a?b=1&amp;c#d\"");
    EXPECT_EQ(escapedUrlAttribute("href", "中 \"<\\"), " href=\"%E4%B8%AD%20%22%3C%5C\"");
    EXPECT_EQ(escapedUrlAttribute("src", ""), " src=\"\"");
}

} // namespace lectern::core
