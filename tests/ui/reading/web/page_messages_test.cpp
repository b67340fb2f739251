#include "ui/reading/web/page_messages.h"

#include <QJsonObject>

#include <gtest/gtest.h>

namespace lectern::test {

using namespace Qt::StringLiterals;

TEST(PageMessages, pageMessage_readsWhatAPageSays)
{
    const auto message = ui::pageMessage({{u"kind"_s, u"failed"_s},
                                          {u"page"_s, u"lectern://library/%E5%9B%BE.md"_s},
                                          {u"image"_s, 7},
                                          {u"address"_s, u"https://example.org/a%20b.png"_s}});

    ASSERT_TRUE(message);
    EXPECT_EQ(message->kind, ui::PageMessage::Kind::ImageFailed);
    EXPECT_EQ(message->page.toEncoded(), "lectern://library/%E5%9B%BE.md");
    EXPECT_EQ(message->image, 7);
    EXPECT_EQ(message->address.toEncoded(), "https://example.org/a%20b.png");
}

TEST(PageMessages, pageMessage_isNone_whenItsKindIsUnknown)
{
    EXPECT_FALSE(ui::pageMessage({}));
    EXPECT_FALSE(ui::pageMessage({{u"kind"_s, u"shutdown"_s}}));
    EXPECT_FALSE(ui::pageMessage({{u"kind"_s, 1}}));
}

TEST(PageMessages, calls_quoteWhatTheySay)
{
    EXPECT_EQ(ui::explainCall(3, u"\"%1\" \\ </script>\n"_s),
              u"lectern.explain(3, \"\\\"%1\\\" \\\\ </script>\\n\")"_s);
    EXPECT_EQ(ui::styleCall({.theme = core::Theme::Dark, .latinFont = "A\");x(\""}),
              u"globalThis.lectern?.setStyle(\"dark\", \"--latin-font:\\\"A );x( \\\",;\")"_s);
}

} // namespace lectern::test
