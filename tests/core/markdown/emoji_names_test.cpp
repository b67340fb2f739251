#include "core/markdown/emoji_names.h"

#include <gtest/gtest.h>

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
}

} // namespace lectern::core
