#include "core/article/plain_text.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace lectern::core {

namespace {

struct Case
{
    const char *written;
    const char *plain;
};

class PlainText : public testing::TestWithParam<Case>
{
};

class PlainTextAsItIs : public testing::TestWithParam<const char *>
{
};

} // namespace

TEST_P(PlainText, isWhatAPersonReads)
{
    EXPECT_EQ(plainText(GetParam().written), GetParam().plain);
    EXPECT_TRUE(mayHoldMarkup(GetParam().written));
}

INSTANTIATE_TEST_SUITE_P(References, PlainText,
                         testing::Values(Case{"Ham &amp; eggs", "Ham & eggs"},
                                         Case{"a &lt;b&gt; c", "a <b> c"}, Case{"&#26725;", "桥"},
                                         Case{"&#x6865;", "桥"}, Case{"&amp;lt;", "&lt;"}));

INSTANTIATE_TEST_SUITE_P(Tags, PlainText,
                         testing::Values(Case{"<p>words</p>", "words"},
                                         Case{"<a id=\"x\"></a>Title", "Title"},
                                         Case{"a<br/>b", "ab"}, Case{"a<br />b", "ab"},
                                         Case{"<strong>桥</strong>在水里", "桥在水里"},
                                         Case{"<span class='a b'>x</span>", "x"}));

INSTANTIATE_TEST_SUITE_P(Escapes, PlainText,
                         testing::Values(Case{"C\\#", "C#"}, Case{"\\*args", "*args"},
                                         Case{"1\\. first", "1. first"},
                                         Case{"a \\<b> c", "a <b> c"}, Case{"\\\\n", "\\n"}));

INSTANTIATE_TEST_SUITE_P(Marks, PlainText,
                         testing::Values(Case{"`code` and words", "code and words"},
                                         Case{"**bold** words", "bold words"},
                                         Case{"~~gone~~ words", "gone words"},
                                         Case{"**桥**与**水**", "桥与水"}, Case{"  `x`  ", "x"}));

TEST_P(PlainTextAsItIs, staysAsItWasWritten)
{
    EXPECT_EQ(plainText(GetParam()), GetParam());
}

INSTANTIATE_TEST_SUITE_P(LookAlikes, PlainTextAsItIs,
                         testing::Values("std::vector<T>", "a < b and c > d", "<Title>", "<p",
                                         "<abbr>x</abbr>", "<a b>", // no tags that exporters leave
                                         "&unknown;", "AT&T", "a & b", "C:\\new\\path",
                                         "2 ** 3 ** 4", "a ~~ b", "one ` tick", "**open",
                                         "snake_case_name", "*one* star", "a * b * c",
                                         "（全角）＜ｐ＞", "标题：说明"));

TEST(PlainTextOfMarks, staysThemselves_whereNothingElseIsThere)
{
    EXPECT_EQ(plainText("<br>"), "<br>"); // a title is never empty
    EXPECT_EQ(plainText(" <p></p> "), "<p></p>");
    EXPECT_EQ(plainText(""), "");
    EXPECT_EQ(plainText("   "), "");
}

TEST(PlainTextOfMarks, isReadBeforeReferences)
{
    EXPECT_EQ(plainText("&#42;&#42;x&#42;&#42;"), "**x**");
    EXPECT_EQ(plainText("&lt;p&gt;"), "<p>");
}

TEST(PlainTextOfMarks, keepsOtherMarksWithinAPair)
{
    EXPECT_EQ(plainText("`**` means power"), "** means power");
    EXPECT_EQ(plainText("**a `b` c**"), "a `b` c");
}

TEST(MayHoldMarkup, isFalse_whereNothingCouldChange)
{
    for (const char *const text : {"", "plain words", "桥在水里。", "snake_case #1 (2) [3] ＊＊"}) {
        EXPECT_FALSE(mayHoldMarkup(text)) << text;
        EXPECT_EQ(plainText(text), text);
    }
}

} // namespace lectern::core
