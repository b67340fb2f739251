#include "core/markdown/emoji_names.h"
#include "tests/core/markdown/rendering.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace lectern::core {

TEST(EmojiNames, emojiByName_knowsTheFirstAndTheLastName)
{
    EXPECT_EQ(emojiByName("+1"), "👍");
    EXPECT_EQ(emojiByName("bug"), "🐛");
    EXPECT_EQ(emojiByName("zzz"), "💤");
}

TEST(EmojiNames, emojiByName_isEmpty_whenTheWordIsNoName)
{
    EXPECT_EQ(emojiByName(""), "");
    EXPECT_EQ(emojiByName("bu"), "");
    EXPECT_EQ(emojiByName("BUG"), "");
    EXPECT_EQ(emojiByName("zzzz"), "");
    EXPECT_EQ(emojiByName(":bug:"), "");
    EXPECT_EQ(emojiByName("笑"), "");
    EXPECT_EQ(emojiByName("bug "), "");
}

TEST(EmojiNames, emojiByName_knowsWhatCommitsAndNotesUse)
{
    struct Row
    {
        const char *name;
        const char *emoji;
    };

    constexpr Row rows[] = {
        {"tada", "🎉"},
        {"warning", "⚠️"},
        {"white_check_mark", "✅"},
        {"x", "❌"},
        {"bulb", "💡"},
        {"books", "📚"},
        {"thinking", "🤔"},
        {"100", "💯"},
        {"thumbsup", "👍"},
        {"-1", "👎"},
        {"zap", "⚡"},
        {"art", "🎨"},
        {"construction", "🚧"},
    };
    for (const Row &row : rows) {
        EXPECT_EQ(emojiByName(row.name), row.emoji);
    }
    EXPECT_EQ(emojiByName("+1"), emojiByName("thumbsup"));
    EXPECT_EQ(emojiByName("-1"), emojiByName("thumbsdown"));
}

TEST(EmojiNames, areShownInText_andNowhereElse)
{
    EXPECT_EQ(htmlOf("好 :tada:！"), "<p>好 🎉！</p>");
    EXPECT_EQ(htmlOf("# :tada: 完成"), "<h1 id=\"-完成\">🎉 完成</h1>");
    EXPECT_EQ(htmlOf("**:x:** no"), "<p><strong>❌</strong> no</p>");
    EXPECT_EQ(htmlOf("`:x:`"), "<p><code>:x:</code></p>");
    EXPECT_EQ(htmlOf("10:x:30"), "<p>10:x:30</p>");
    EXPECT_EQ(htmlOf(":nothing:"), "<p>:nothing:</p>");
}

} // namespace lectern::core
