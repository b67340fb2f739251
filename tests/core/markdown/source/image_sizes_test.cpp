#include "core/markdown/source/source_passes.h"
#include "tests/core/markdown/rendering.h"

#include <gtest/gtest.h>

#include <string>

namespace lectern::core {

TEST(ImageSizes, withImageSizes_putsThemInBraces)
{
    EXPECT_EQ(withImageSizes("![a](b.png =120x40)"), "![a](b.png){width=120 height=40}");
    EXPECT_EQ(withImageSizes("![a](b.png =120x)"), "![a](b.png){width=120}");
    EXPECT_EQ(withImageSizes("![a](b.png =120)"), "![a](b.png){width=120}");
    EXPECT_EQ(withImageSizes("![a](b.png =x40)"), "![a](b.png){height=40}");
    EXPECT_EQ(withImageSizes("![图](图.png =50%x)后"), "![图](图.png){width=50%}后");
}

TEST(ImageSizes, withImageSizes_keepsATitle)
{
    EXPECT_EQ(withImageSizes("![a](b.png =1x2 \"t\")"), "![a](b.png \"t\"){width=1 height=2}");
}

TEST(ImageSizes, withImageSizes_findsEachOfALine)
{
    EXPECT_EQ(withImageSizes("![](a =1x) ![](b) ![](c =2x)"),
              "![](a){width=1} ![](b) ![](c){width=2}");
    EXPECT_EQ(withImageSizes("![](a =1x)\n![](b =2x)"), "![](a){width=1}\n![](b){width=2}");
}

TEST(ImageSizes, withImageSizes_leavesWhatIsNone)
{
    for (const char *const text :
         {"![a](b.png)", "![a](b.png =)", "![a](b.png =x)", "![a](b.png =ax4)", "![a](b.png =1x2",
          "![a](b.png =1x2a)", "[a](b.png =1x2)", "![a](b.png) x =1x2)", "![a](b.png\n =1x2)",
          "![a](b c =1x2)", "a =1x2 ![b](c)", "`![a](b.png =1x2)`", "    ![a](b.png =1x2)"}) {
        EXPECT_EQ(withImageSizes(text), text);
    }
}

TEST(ImageSizes, areTheSizesOfThePage)
{
    const RenderedBody body = renderBody(articleOf("![a](b.png =120x40)"));

    ASSERT_EQ(body.images.size(), 1U);
    EXPECT_EQ(body.images[0].width, 120U);
    EXPECT_EQ(body.images[0].height, 40U);
}

} // namespace lectern::core
