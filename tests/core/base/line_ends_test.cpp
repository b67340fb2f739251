#include "core/base/line_ends.h"

#include <gtest/gtest.h>

#include <string_view>
#include <utility>
#include <vector>

namespace lectern::core {

TEST(LineEnds, isSeamless_isTrueWhereChineseGoesOn)
{
    for (const auto &[before, after] : std::vector<std::pair<std::string_view, std::string_view>>{
             {"中", "文"},
             {"断了，", "下一行"},
             {"好。", "「引」"},
             {"かな", "カナ"},
             {"漢", "ｶﾅ"},
             {"ㄅㄆ", "ㄇ"},
             {"全角！", "（括号）"},
             {"他说", "“好”"},
             {"“好”", "他说"},
             {"破折——", "号"},
             {"省略……", "号"},
             {"生僻字𠀀", "𪜶"},
         }) {
        EXPECT_TRUE(isSeamless(before, after)) << before << '|' << after;
    }
}

TEST(LineEnds, isSeamless_isFalseWhereABlankIsRead)
{
    for (const auto &[before, after] : std::vector<std::pair<std::string_view, std::string_view>>{
             {"words", "wrap"},
             {"中文", "English"},
             {"English", "中文"},
             {"2024", "年"},
             {"한국어", "문장"},
             {"中", "한"},
             {"“one”", "“two”"},
             {"中", "😀"},
             {"", "文"},
             {"中", ""},
             {"", ""},
         }) {
        EXPECT_FALSE(isSeamless(before, after)) << before << '|' << after;
    }
}

TEST(LineEnds, withJoinedLines_keepsALineEndOnlyWhereABlankIsRead)
{
    EXPECT_EQ(withJoinedLines("中文\n下行\n三"), "中文下行三");
    EXPECT_EQ(withJoinedLines("two\nlines"), "two\nlines");
    EXPECT_EQ(withJoinedLines("中文 \n  下行\n\nmore\n"), "中文下行\n\nmore\n");
    EXPECT_EQ(withJoinedLines("中文\n\n下行"), "中文下行");
    EXPECT_EQ(withJoinedLines("한국어\n문장"), "한국어\n문장");
}

TEST(LineEnds, withJoinedLines_keepsATextOfOneLine)
{
    EXPECT_EQ(withJoinedLines(""), "");
    EXPECT_EQ(withJoinedLines("中 文  a"), "中 文  a");
}

TEST(LineEnds, withoutFolds_takesTheBlanksThatFoldingMade)
{
    EXPECT_EQ(withoutFolds("一行 又一行", "一行\n  又一行\n"), "一行又一行");
    EXPECT_EQ(withoutFolds("甲乙 丙丁 戊", ">\n  甲乙\n  丙丁\n  戊\n"), "甲乙丙丁戊");
    EXPECT_EQ(withoutFolds("中文 words 中文", "中文\n words\n 中文"), "中文 words 中文");
}

TEST(LineEnds, withoutFolds_keepsTheBlanksThatWereWritten)
{
    EXPECT_EQ(withoutFolds("李白 静夜思", "李白 静夜思\n"), "李白 静夜思");
    EXPECT_EQ(withoutFolds("李白 静夜思 床前", "李白 静夜思\n  床前"), "李白 静夜思床前");
    EXPECT_EQ(withoutFolds("其他", "一行\n又一行"), "其他");
}

} // namespace lectern::core
