#include "core/page/page.h"
#include "tests/core/markdown/rendering.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>

namespace lectern::core {

namespace {

PageFacts factsOf(std::string body)
{
    return makePage(articleOf(std::move(body)), {}, nullptr).facts;
}

} // namespace

TEST(Page, facts_haveTheOutline)
{
    const PageFacts facts = factsOf("## 火星\n\n### *Red* sand\n\n## 火星\n");

    ASSERT_EQ(facts.outline.size(), 3U);
    EXPECT_EQ(facts.outline[0].level, 2);
    EXPECT_EQ(facts.outline[1].text, "Red sand");
    EXPECT_EQ(facts.outline[1].anchor, "red-sand");
    EXPECT_EQ(facts.outline[2].anchor, "火星-1");
}

TEST(Page, facts_countRepairsByKind)
{
    const PageFacts facts = factsOf("text ** **\n\n### 图片\n\n## image");

    EXPECT_EQ(facts.repairs[Repair::EmptyHeadings], 2U);
    EXPECT_EQ(facts.repairs[Repair::Headings], 0U);
}

TEST(Page, facts_listImagesWithTheSizeThatIsSaid)
{
    const PageFacts facts = factsOf("![A moon](https://a.b/moon.png)\n\n"
                                    "<img src=\"https://a.b/c.png\" width=\"640\" height=\"50%\">");

    ASSERT_EQ(facts.images.size(), 2U);
    EXPECT_EQ(facts.images[0].address, "https://a.b/moon.png");
    EXPECT_EQ(facts.images[0].alt, "A moon");
    EXPECT_EQ(facts.images[0].width, 0U);
    EXPECT_EQ(facts.images[1].width, 640U);
    EXPECT_EQ(facts.images[1].height, 0U);
}

TEST(Page, facts_countFootnotes)
{
    EXPECT_EQ(factsOf("a[^1] b[^x] c[^1]\n\n[^1]: one\n[^x]: two\n").footnotes, 2U);
    EXPECT_EQ(factsOf("1. a\n2. b\n").footnotes, 0U);
}

TEST(Page, facts_measureWhatIsRead)
{
    const TextLength length = factsOf("用**Qt**写 it's well-known, 3 **bo**ld\n\nwords").length;

    EXPECT_EQ(length.ideographs, 2U);
    EXPECT_EQ(length.words, 6U); // Qt it's well-known 3 bold words
    EXPECT_EQ(length.characters, 29U);
}

TEST(Page, facts_leaveOutTheNumbersOfNotes)
{
    const TextLength length = factsOf("one[^1]\n\n[^1]: two\n").length;

    EXPECT_EQ(length.words, 2U);
    EXPECT_EQ(length.characters, 6U);
}

TEST(Page, facts_tellTheLanguageOfThePage)
{
    Article article = articleOf("Text.");
    EXPECT_EQ(makePage(article, {}, nullptr).facts.language, "en");

    article.meta.languages = {"fr"};
    const Page page = makePage(article, {}, nullptr);

    EXPECT_EQ(page.facts.language, "fr");
    EXPECT_NE(page.html.find("<html lang=\"fr\""), std::string::npos);
}

TEST(Page, facts_sayWhatThePageNeeds)
{
    const PageFacts plain = factsOf("text");
    EXPECT_FALSE(plain.hasCode || plain.hasMath || plain.isCut);

    EXPECT_TRUE(factsOf("```cpp\nint a;\n```").hasCode);
    EXPECT_TRUE(factsOf("$$a^2$$").hasMath);
    EXPECT_TRUE(factsOf(std::string(5U << 20U, 'a')).isCut);
}

TEST(Page, readingMinutes_addsBothWaysOfWriting)
{
    EXPECT_EQ(readingMinutes({}), 0U);
    EXPECT_EQ(readingMinutes({.words = 1}), 1U);
    EXPECT_EQ(readingMinutes({.words = 230}), 1U);
    EXPECT_EQ(readingMinutes({.ideographs = 501}), 2U);
    EXPECT_EQ(readingMinutes({.ideographs = 250, .words = 115}), 1U);
    EXPECT_EQ(readingMinutes({.ideographs = 4'000'000'000, .words = 4'000'000'000}), 25'391'305U);
}

TEST(Page, readPage_findsImagesOfTheSiteItKnows)
{
    tests::TemporaryFolder folder;
    folder.write("hugo.toml", "");
    folder.write("static/moon.png", "png");
    folder.write("content/a.md", "![Moon](/moon.png)\n");
    PageSetup setup;
    setup.root = folder.path("content");
    const std::string asked = readPage(setup, "a.md").html;

    setup.site = std::make_shared<const KnownSite>(setup.root);
    const std::string known = readPage(setup, "a.md").html;
    std::filesystem::remove(folder.path("hugo.toml"));

    EXPECT_NE(known.find("lectern://site/static/moon.png"), std::string::npos) << known;
    EXPECT_EQ(asked, known);
    EXPECT_EQ(readPage(setup, "a.md").html, known) << "it is not asked again";
}

TEST(Page, length_countsWordsAndIdeographs)
{
    struct Case
    {
        const char *text;
        TextLength length;
    };

    for (const auto &[text, length] : std::initializer_list<Case>{
             {"don't stop-gap a_b", {16, 0, 3}},
             {"月亮 moon 3.5", {9, 2, 3}},
             {"かな漢字", {4, 4, 0}},
             {"naïve café — é", {11, 0, 3}},
             {"\u3400\u9FFF\u4E00", {3, 3, 0}},
             {"' - _", {3, 0, 0}},
         }) {
        const TextLength found = factsOf(text).length;
        EXPECT_EQ(found.characters, length.characters) << text;
        EXPECT_EQ(found.ideographs, length.ideographs) << text;
        EXPECT_EQ(found.words, length.words) << text;
    }
}

TEST(Page, readPage_saysSo_whenTheFileCannotBeRead)
{
    const tests::TemporaryFolder folder;
    PageSetup setup;
    setup.root = folder.path();

    const Page page = readPage(setup, "gone.md");

    EXPECT_NE(page.html.find("<h1>gone</h1>"), std::string::npos);
    EXPECT_EQ(page.facts.readingMinutes, 0U);
}

} // namespace lectern::core
