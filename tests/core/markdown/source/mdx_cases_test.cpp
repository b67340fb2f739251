#include "core/markdown/source/dialects.h"

#include <gtest/gtest.h>

#include <string>

namespace lectern::core {

TEST(MdxCases, imports_ofFilesAndPackagesGo)
{
    for (const std::string line :
         {"import A from 'b'", "import A, {B} from \"b\";", "import './a.css'", "import \"@a/b\"",
          "import '/a.js';", "import * as A from '../b'"}) {
        EXPECT_EQ(withoutScripts(line + "\n\nx\n"), "\nx\n") << line;
        EXPECT_EQ(withoutScripts(line), "") << line;
    }
}

TEST(MdxCases, importsOfOtherLanguages_stay)
{
    for (const char *const text :
         {"import os\n", "import \"fmt\"\n", "import 'dart:io';\n", "import java.util.List;\n",
          "imports 'a' from 'b'\n", "import A from b\n", "import \n", "import '\n",
          "    import A from 'b'\n", "```\nimport A from 'b'\n```\n"}) {
        EXPECT_EQ(withoutScripts(text), text);
    }
}

TEST(MdxCases, exports_goBehindImportsAlone)
{
    EXPECT_EQ(withoutScripts("import A from 'b'\n\nexport const a = 1\n\nx\n"), "\n\nx\n");
    EXPECT_EQ(withoutScripts("import A from 'b'\nexport default A\nx\n\ny\n"), "\ny\n")
        << "to the blank line";
    EXPECT_EQ(withoutScripts("export const a = 1\n\nimport A from 'b'\n"),
              "export const a = 1\n\n");
}

TEST(MdxCases, comments_goWhereTheyEnd)
{
    EXPECT_EQ(withoutScripts("a {/* b\n\nc */}d{/**/}\n"), "a d\n");
    EXPECT_EQ(withoutScripts("a {/* b\n"), "a {/* b\n");
    EXPECT_EQ(withoutScripts("`{/* a */}` {/* b */}"), "`{/* a */}` ");
}

TEST(MdxCases, aTagOverLines_isOne)
{
    EXPECT_EQ(withoutScripts("<TabItem\n  value=\"a\"\n  label=\"甲\"\n>\nx\n</TabItem>\n"),
              "\n**甲**\n\n\nx\n\n");
}

TEST(MdxCases, aTagThatDoesNotEnd_stays)
{
    EXPECT_EQ(withoutScripts("<TabItem\n  value=\"a\""), "<TabItem\n value=\"a\"");
    const std::string filler = "b=\"" + std::string(2000, 'c') + "\"\n";
    EXPECT_NE(withoutScripts("<Tabs\n" + filler + "\nend\n").find("\nend\n"), std::string::npos);
}

TEST(MdxCases, labels_areFoundWhereverTheyAreWritten)
{
    for (const std::string tag :
         {"<TabItem value=\"v\" label=\"甲\">", "<Tab title='甲'>", "<Tab label={\"甲\"}>",
          "<TabItem value=\"甲\">", "<TabItem value='甲'>"}) {
        EXPECT_EQ(withoutScripts(tag + "\nx\n</Tab>\n"), "\n**甲**\n\n\nx\n\n") << tag;
    }
}

TEST(MdxCases, labels_areText)
{
    EXPECT_EQ(withoutScripts("<Tab label=\"*a* <b>\">\nx\n</Tab>\n"),
              "\n**&#42;a&#42; &#60;b&#62;**\n\n\nx\n\n");
}

TEST(MdxCases, labels_mayHoldWhatEndsATag)
{
    EXPECT_EQ(withoutScripts("<Tab label=\"设置 > 通用\">\nx\n</Tab>\n"),
              "\n**设置 &#62; 通用**\n\n\nx\n\n");
    EXPECT_EQ(withoutScripts("<Tab label=\"a\" n='>' m={\"}>\"}>x</Tab>\n"),
              "\n**a**\n\nx</Tab>\n");
    EXPECT_EQ(withoutScripts("<Tab label=\"a\" don't>\nx\n</Tab>\n"), "\n**a**\n\n\nx\n\n");
}

TEST(MdxCases, itemsOfTabs_endWithAnOpenQuote)
{
    EXPECT_EQ(withoutScripts("<Tabs items={['甲', '乙]}>\n<Tab>\nx\n</Tab>\n<Tab>\ny\n</Tab>\n"),
              "<Tabs items={['甲', '乙]}>\n\n**甲**\n\n\nx\n\n\ny\n\n");
}

TEST(MdxCases, contents_loseTheIndentOfTheirFirstLine)
{
    EXPECT_EQ(withoutScripts("<Tab label=\"a\">\n    x\n      y\n  z\n</Tab>\n    w\n"),
              "\n**a**\n\n\nx\n  y\nz\n\n    w\n");
}

TEST(MdxCases, otherTags_stay)
{
    for (const char *const text :
         {"<Foo>\nx\n</Foo>\n", "<tab label=\"a\">\n", "a <Tab label=\"b\">\n", "<Tabs>\n",
          "<Image title=\"\">\n", "< Tab label=\"b\">\n"}) {
        EXPECT_EQ(withoutScripts(text), text);
    }
}

} // namespace lectern::core
