#include "core/base/entity.h"

#include <gtest/gtest.h>

namespace lectern::core {

TEST(Entity, isTheCharacterOfItsNameOrNumber)
{
    EXPECT_EQ(commonEntity("&amp;"), "&");
    EXPECT_EQ(commonEntity("&nbsp;"), "\u00A0");
    EXPECT_EQ(commonEntity("&#8212;"), "\u2014");
    EXPECT_EQ(commonEntity("&#x4E2D;"), "中");
    EXPECT_EQ(commonEntity("&#X1F600;"), "\U0001F600");
}

TEST(Entity, isAReplacement_whenItsNumberIsNoCharacter)
{
    for (const std::string_view reference :
         {"&#0;", "&#55296;", "&#1114112;", "&#6666666646;", "&#xFFFFFFFFFF;"}) {
        EXPECT_EQ(commonEntity(reference), "\uFFFD") << reference;
    }
}

TEST(Entity, isNothing_whenItIsNotKnownHere)
{
    for (const std::string_view reference :
         {"", "&", "&;", "&#;", "&#x;", "&#12a;", "&#-1;", "&amp", "&AMP;", "&unknown;", "amp;"}) {
        EXPECT_EQ(commonEntity(reference), "") << reference;
    }
}

TEST(Entity, becomesItsCharacterInAText)
{
    EXPECT_EQ(withoutEntities("a &quot;b&quot; &amp;&#39;c&#39;"), "a \"b\" &'c'");
    EXPECT_EQ(withoutEntities("中&nbsp;文"), "中\u00A0文");
}

TEST(Entity, bringsNoControlCharactersIntoAText)
{
    EXPECT_EQ(withoutEntities("a&#10;b&#x1B;c&#127;d"), "a b c d");
}

TEST(Entity, isReadOnce)
{
    EXPECT_EQ(withoutEntities("&amp;lt;"), "&lt;");
}

TEST(Entity, leavesOtherTextAsItIs)
{
    for (const std::string_view text :
         {"", "AT&T; R&D", "a & b", "&", "&&", "&unknown; &amp", "a=1&b=2", "&#x;&;"}) {
        EXPECT_EQ(withoutEntities(text), text);
    }
}

} // namespace lectern::core
