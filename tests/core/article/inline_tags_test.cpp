#include "core/article/inline_tags.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace lectern::core {

using testing::ElementsAre;
using testing::IsEmpty;

namespace {

std::vector<std::string> tagsIn(std::string_view body)
{
    std::vector<std::string> tags;
    addInlineTags(body, tags);
    return tags;
}

} // namespace

TEST(InlineTags, standAmongTheWords)
{
    EXPECT_THAT(tagsIn("到 #河 边，#船/渡口。\n"), ElementsAre("河"));
    EXPECT_THAT(tagsIn("到 #河 边， #船/渡口。\n"), ElementsAre("河", "船/渡口"));
    EXPECT_THAT(tagsIn("#one\n- #two-three\n> #four_5\n"),
                ElementsAre("one", "two-three", "four_5"));
    EXPECT_THAT(tagsIn("#[[two words]] and #y2024, #a/\n"), ElementsAre("two words", "y2024", "a"));
    EXPECT_THAT(tagsIn("- 列表\n    - 里面 #深\n"), ElementsAre("深"));
}

TEST(InlineTags, areAddedOnce)
{
    std::vector<std::string> tags{"River"};

    addInlineTags("#river #boat #Boat\n", tags);

    EXPECT_THAT(tags, ElementsAre("River", "boat"));
}

TEST(InlineTags, areNoHeadingsNumbersCodeLinksOrColours)
{
    for (const std::string_view body : {
             "# heading\n",
             "## two\n",
             "issue #123\n",
             "`#code` and ``x #y``\n",
             "```\n#include <x>\n # y\n```\n",
             "~~~\n #x\n~~~\n",
             "text\n\n    #indented code\n",
             "https://a.org/#part [x](#part) [[note#part]] a#b\n",
             "<span style=\"color: #fff\">x</span>\n",
             "%% #hidden %%\n",
             "%%\n#hidden\n%%\n",
             "\\#escaped\n",
             "# \n#\n#，\n#!x\n",
         }) {
        EXPECT_THAT(tagsIn(body), IsEmpty()) << body;
    }
}

TEST(InlineTags, areBounded)
{
    std::string body;
    for (int number = 0; number < 3000; ++number) {
        body += "#t" + std::to_string(number) + ' ';
    }

    EXPECT_EQ(tagsIn(body).size(), 1000U);
    EXPECT_THAT(tagsIn("#" + std::string(300, 'x')), IsEmpty());
}

} // namespace lectern::core
