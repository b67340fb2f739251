#include "core/markdown/links/link_resolver.h"
#include "core/markdown/tree/other_headings.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace lectern::core {

namespace {

using tests::TemporaryFolder;

class OtherHeadingsTest : public testing::Test
{
protected:
    OtherHeadingsTest()
    {
        folder.write("a b.md",
                     "---\ntitle: A\n---\n# Node.js & npm\n\n## 2.1 渡口\n\n## 传输：方法\n\n"
                     "## Same\n\n## Same\n\n```\n## 1. code\n```\n\n## With {#own}\n");
    }

    std::string read(std::string_view address) const
    {
        const LinkResolver resolver(folder.path(), "here.md");
        return OtherHeadings(resolver).withHeading(std::string(address));
    }

    TemporaryFolder folder;
};

} // namespace

TEST_F(OtherHeadingsTest, areFoundByTheNamesOfSites)
{
    EXPECT_EQ(read("/a%20b.md#node-js-npm"), "/a%20b.md#nodejs--npm");
    EXPECT_EQ(read("/a%20b.md#_2-1-%E6%B8%A1%E5%8F%A3"), "/a%20b.md#21-%E6%B8%A1%E5%8F%A3");
    EXPECT_EQ(read("/a%20b.md#2.1%20%E6%B8%A1%E5%8F%A3"), "/a%20b.md#21-%E6%B8%A1%E5%8F%A3");
}

TEST_F(OtherHeadingsTest, stay_whereTheyAreRightOrUnknown)
{
    for (const std::string_view address :
         {"/a%20b.md#nodejs--npm", "/a%20b.md#same-1", "/a%20b.md#none", "/a%20b.md#own",
          "/a%20b.md#_1-code", "/a%20b.md", "/a%20b.md#", "/none.md#_1", "#_2-1",
          "https://a.org/a.md#_2-1", "/p.png#node-js-npm"}) {
        EXPECT_EQ(read(address), address);
    }
}

TEST_F(OtherHeadingsTest, areReadOfSoManyArticlesAlone)
{
    for (int article = 0; article < 25; ++article) {
        folder.write(std::to_string(article) + ".md", "## 1. x\n");
    }
    const LinkResolver resolver(folder.path(), "here.md");
    OtherHeadings headings(resolver);
    int found = 0;
    for (int article = 0; article < 25; ++article) {
        const std::string address = "/" + std::to_string(article) + ".md#_1-x";
        found += headings.withHeading(address) != address ? 1 : 0;
    }

    EXPECT_EQ(found, 20);
}

} // namespace lectern::core
