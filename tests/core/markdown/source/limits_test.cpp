#include "core/markdown/links/link_resolver.h"
#include "core/markdown/source/source_passes.h"
#include "tests/core/markdown/rendering.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <string>

namespace lectern::core {

namespace {

std::size_t countOf(std::string_view text, std::string_view words)
{
    std::size_t count = 0;
    for (std::size_t at = text.find(words); at != std::string_view::npos;
         at = text.find(words, at + words.size())) {
        ++count;
    }
    return count;
}

} // namespace

TEST(SourceLimits, referencesToBlocks_areAThousand)
{
    const tests::TemporaryFolder folder;
    folder.write("pages/a.md", "- 河\n  id:: 64f00000-0000-0000-0000-000000000001\n");
    folder.write("journals/b.md", "");
    std::string text;
    for (int reference = 0; reference < 1001; ++reference) {
        text += "((64f00000-0000-0000-0000-000000000001))\n";
    }

    const std::string shown = withBlocksOfOthers(text, LinkResolver(folder.path(), "a.md"));

    EXPECT_EQ(countOf(shown, "河"), 1000U);
    EXPECT_EQ(countOf(shown, "(("), 1U);
}

TEST(SourceLimits, labelsOfFootnotes_areShort)
{
    const auto noteOf = [](std::size_t bytes) {
        const std::string label(bytes, 'x');
        return withFootnotes("a[^" + label + "]\n\n[^" + label + "]: b\n");
    };

    EXPECT_EQ(countOf(noteOf(77), "footnote-ref"), 1U);
    EXPECT_EQ(countOf(noteOf(78), "footnote-ref"), 0U);
}

TEST(SourceLimits, notesInALine_areAThousandBytes)
{
    const auto noteOf = [](std::size_t bytes) {
        return withFootnotes("a^[" + std::string(bytes - 3, 'x') + "] b\n");
    };

    EXPECT_EQ(countOf(noteOf(1000), "footnote-ref"), 1U);
    EXPECT_EQ(countOf(noteOf(1001), "footnote-ref"), 0U);
}

TEST(SourceLimits, marksBehindAnEmptyElement_areRead)
{
    RepairCounts counts;

    EXPECT_EQ(withHtmlMarks("<p><code/>*a*</p>\n", Repairs::all(), counts),
              "<p><code/><em>a</em></p>\n");
    EXPECT_EQ(withHtmlMarks("<p><code>*a*</code></p>\n", Repairs::all(), counts),
              "<p><code>*a*</code></p>\n");
}

} // namespace lectern::core
