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

} // namespace lectern::core
