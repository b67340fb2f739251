#include "core/markdown/links/link_resolver.h"
#include "core/markdown/source/source_passes.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace lectern::core {

namespace {

using tests::TemporaryFolder;

/// A graph with blocks in two notes.
class BlockReferencesTest : public testing::Test
{
protected:
    BlockReferencesTest()
    {
        folder.write("pages/河.md",
                     "- 上游的水\n  id:: 64f00000-0000-0000-0000-000000000001\n"
                     "- 又见 ((64f00000-0000-0000-0000-000000000001))\n"
                     "  id:: 64f00000-0000-0000-0000-000000000002\n");
        folder.write("journals/2024_01_02.md",
                     "- x\n\t- **渡口**\n\t  id:: 64f00000-0000-0000-0000-000000000003\n");
    }

    std::string read(std::string_view markdown) const
    {
        return withBlocksOfOthers(markdown, LinkResolver(folder.path(), "pages/here.md"));
    }

    TemporaryFolder folder;
};

} // namespace

TEST_F(BlockReferencesTest, showTheWordsOfABlock_ofAnyNote)
{
    EXPECT_EQ(read("- 见 ((64f00000-0000-0000-0000-000000000001))。\n"), "- 见 上游的水。\n");
    EXPECT_EQ(read("((64f00000-0000-0000-0000-000000000003))"), "**渡口**");
    EXPECT_EQ(read("- {{embed ((64f00000-0000-0000-0000-000000000001))}}\n"), "- 上游的水\n");
}

TEST_F(BlockReferencesTest, stay_whereThereIsNothingToShow)
{
    for (const std::string_view text : {
             "((64f00000-0000-0000-0000-00000000000f))",
             "((64f00000-0000-0000-0000-000000000002))",
             "`((64f00000-0000-0000-0000-000000000001))`",
             "[words](((64f00000-0000-0000-0000-000000000001)))",
             "- own\n  id:: 64f00000-0000-0000-0000-000000000001\n"
             "- ((64f00000-0000-0000-0000-000000000001))\n",
             "((a)) and f((x))",
         }) {
        EXPECT_EQ(read(text), text);
    }
}

} // namespace lectern::core
