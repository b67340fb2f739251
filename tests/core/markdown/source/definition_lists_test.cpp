#include "core/markdown/source/dialects.h"

#include <gtest/gtest.h>

#include <string>

namespace lectern::core {

namespace {

std::string term(const std::string &words)
{
    return "<dt>\n\n" + words + "\n\n</dt>\n";
}

std::string definition(const std::string &words)
{
    return "<dd>\n\n" + words + "\n\n</dd>\n";
}

std::string list(const std::string &content)
{
    return "\n<dl class=\"drawn\">\n" + content + "</dl>\n\n";
}

} // namespace

TEST(DefinitionLists, aBlankLineBelowTheTerm_makesOne)
{
    EXPECT_EQ(withDefinitionLists("甲\n\n: 乙\n"), list(term("甲") + definition("乙")));
    EXPECT_EQ(withDefinitionLists("甲\n\n:\t乙"), list(term("甲") + definition("乙")));
    EXPECT_EQ(withDefinitionLists("甲\n\n~   乙\n"), list(term("甲") + definition("乙")));
    EXPECT_EQ(withDefinitionLists("甲\n\n  ~ 乙\n"), list(term("甲") + definition("乙")));
}

TEST(DefinitionLists, aTermRightAboveItsDefinition_isLeftToTheTree)
{
    EXPECT_EQ(withDefinitionLists("甲\n: 乙\n"), "甲\n: 乙\n");
    EXPECT_EQ(withDefinitionLists("甲\n: 乙\n: 丙\n\n丁\n: 戊\n"), "甲\n: 乙\n: 丙\n\n丁\n: 戊\n");
}

TEST(DefinitionLists, aTermRightAboveManyParagraphs_isOne)
{
    EXPECT_EQ(withDefinitionLists("甲\n:   乙\n\n    丙\n"),
              list(term("甲") + definition("乙\n\n丙")));
}

TEST(DefinitionLists, haveSeveralTermsAndDefinitions)
{
    EXPECT_EQ(withDefinitionLists("甲\n\n: 1\n: 2\n\n乙\n\n: 3\n"),
              list(term("甲") + definition("1") + definition("2") + term("乙") + definition("3")));
}

TEST(DefinitionLists, endWhereTheIndentDoes)
{
    EXPECT_EQ(withDefinitionLists("甲\n\n: 乙\n丙\n\n后文\n"),
              list(term("甲") + definition("乙\n丙")) + "\n后文\n");
    EXPECT_EQ(withDefinitionLists("前\n\n甲\n\n: 乙\n\n# 后\n"),
              "前\n\n" + list(term("甲") + definition("乙")) + "\n# 后\n");
}

TEST(DefinitionLists, holdFencesWithColons)
{
    EXPECT_EQ(withDefinitionLists("甲\n\n:   乙\n\n    ```\n    : x\n    ```\n"),
              list(term("甲") + definition("乙\n\n```\n: x\n```")));
}

TEST(DefinitionLists, holdEachOther_fourDeep)
{
    std::string text;
    for (int depth = 0; depth < 7; ++depth) {
        const std::string indent(static_cast<std::size_t>(4 * depth), ' ');
        text += (depth == 0 ? "t\n\n" : indent.substr(4) + ":   t\n\n");
    }
    text += std::string(24, ' ') + ":   end\n";

    const std::string result = withDefinitionLists(text);

    std::size_t lists = 0;
    for (std::size_t at = result.find("<dl"); at != std::string::npos;
         at = result.find("<dl", at + 1)) {
        ++lists;
    }
    EXPECT_EQ(lists, 5U) << result;
}

TEST(DefinitionLists, areNotMadeOfOtherBlocks)
{
    for (const char *const text :
         {"# a\n\n: x\n", "- a\n\n: x\n", "1. a\n\n: x\n", "> a\n\n: x\n", "| a |\n\n: x\n",
          "<p>\n\n: x\n", "[^1]: a\n\n: x\n", "```\n\n: x\n```\n", "a\nb\n\n: x\n", "a\n\n\n: x\n",
          "a\n\n:x\n", "a\n\n: \n", "a\n\n    : x\n", "***\n\n: x\n", "\n: x\n", "a\n\n~ x\n"}) {
        EXPECT_EQ(withDefinitionLists(text), text);
    }
}

TEST(DefinitionLists, aTermOfMoreThanItsLimit_isProse)
{
    EXPECT_NE(withDefinitionLists(std::string(200, 'a') + "\n\n: x\n").find("<dl"),
              std::string::npos);
    EXPECT_EQ(withDefinitionLists(std::string(201, 'a') + "\n\n: x\n").find("<dl"),
              std::string::npos);
}

} // namespace lectern::core
