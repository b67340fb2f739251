#include "core/article/article.h"
#include "core/markdown/links/link_resolver.h"
#include "core/markdown/links/site.h"
#include "core/markdown/markdown.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <utility>

namespace lectern::core {

namespace {

using tests::TemporaryFolder;

std::string deepFolder(const TemporaryFolder &folder, int levels)
{
    std::string path = folder.path();
    for (int level = 0; level < levels; ++level) {
        path += "/d";
    }
    std::filesystem::create_directories(path);
    return path;
}

} // namespace

TEST(Site, isTheFolderWithAMark)
{
    for (const char *const mark :
         {"hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config.toml", "config.yaml",
          "config/_default/hugo.toml", "_config.yml", "docusaurus.config.js", "docfx.json"}) {
        TemporaryFolder folder;
        folder.write(mark, "");
        folder.write("content/a.md", "");

        const Site site = siteAround(folder.path("content"));

        EXPECT_EQ(site.root, folder.path()) << mark;
        EXPECT_FALSE(site.isVault) << mark;
    }
}

TEST(Site, isTheLibrary_withoutAMark)
{
    TemporaryFolder folder;
    folder.write("config/other.toml", "");
    folder.write("content/a.md", "");

    EXPECT_EQ(siteAround(folder.path("content")).root, folder.path("content"));
    EXPECT_EQ(siteAround("/no/such/folder").root, "/no/such/folder");
    EXPECT_EQ(siteAround("/").root, "/");
}

TEST(Site, isLookedForSixLevelsUp_andNoHigher)
{
    TemporaryFolder folder;
    folder.write("hugo.toml", "");

    EXPECT_EQ(siteAround(folder.path()).root, folder.path());
    EXPECT_EQ(siteAround(deepFolder(folder, 6)).root, folder.path());
    EXPECT_EQ(siteAround(deepFolder(folder, 7)).root, deepFolder(folder, 7));
}

TEST(Site, isAVault_whereLogseqKeepsItsGraph)
{
    for (const bool isGraph : {true, false}) {
        TemporaryFolder folder;
        folder.write("pages/a.md", "");
        folder.write(isGraph ? "journals/b.md" : "posts/b.md", "");

        EXPECT_EQ(siteAround(folder.path()).isVault, isGraph);
    }
}

TEST(Site, isTheNearest_ofSeveral)
{
    TemporaryFolder folder;
    folder.write("hugo.toml", "");
    folder.write("vault/.obsidian/app.json", "{}");
    folder.write("vault/notes/a.md", "");

    const Site site = siteAround(folder.path("vault/notes"));

    EXPECT_EQ(site.root, folder.path("vault"));
    EXPECT_TRUE(site.isVault);
}

TEST(Site, givesImagesFromEachOfItsFolders)
{
    TemporaryFolder folder;
    folder.write("hugo.yml", "");
    folder.write("content/zh/posts/2024/a.md", "");
    for (const std::string_view siteFolder : kSiteFolders) {
        const std::string path = std::string(siteFolder) + "only.png";
        folder.write(path, "");

        const LinkResolver resolver(folder.path("content/zh/posts/2024"), "a.md");
        const auto found = resolver.imageFile("/only.png");

        ASSERT_TRUE(found.has_value()) << path;
        EXPECT_EQ(found->root + "/" + found->path, folder.path() + "/" + path);
        std::filesystem::remove(folder.path(path));
    }
}

TEST(Site, showsLineEnds_inAVault_unlessItsSettingsSayOtherwise)
{
    const std::pair<const char *, bool> settings[]{
        {"", true},
        {"{}", true},
        {R"({"strictLineBreaks": false})", true},
        {R"({"strictLineBreaks": true})", false},
        {"{\n  \"alwaysUpdateLinks\": true,\n  \"strictLineBreaks\":true\n}", false},
        {R"({"spellcheck": true})", true},
    };
    for (const auto &[text, isShown] : settings) {
        TemporaryFolder folder;
        folder.write(".obsidian/app.json", text);

        EXPECT_EQ(siteAround(folder.path()).showsLineEnds, isShown) << text;
    }
}

TEST(Site, showsLineEnds_inHexo_unlessItsSettingsSayOtherwise)
{
    const std::pair<const char *, bool> settings[]{
        {"title: T\n", true},
        {"marked:\n  gfm: true\n  breaks: true\n", true},
        {"marked:\n  gfm: true\n  breaks: false\n", false},
        {"markdown:\n  render:\n    breaks: false\n  breaks: false\n", false},
    };
    for (const auto &[text, isShown] : settings) {
        TemporaryFolder folder;
        folder.write("_config.yml", text);
        EXPECT_FALSE(siteAround(folder.path()).showsLineEnds) << text; // Jekyll's, as it seems
        folder.write("source/_posts/a.md", "");

        EXPECT_EQ(siteAround(folder.path()).showsLineEnds, isShown) << text;
        EXPECT_EQ(siteAround(folder.path("source/_posts")).showsLineEnds, isShown) << text;
    }
}

TEST(Site, showsLineEnds_inAPartOfAVault_andNowhereElse)
{
    TemporaryFolder vault;
    vault.write(".obsidian/workspace.json", "");
    vault.write("poems/a.md", "");
    TemporaryFolder site;
    site.write("hugo.toml", "");
    TemporaryFolder graph;
    graph.write("pages/a.md", "");
    graph.write("journals/a.md", "");

    EXPECT_TRUE(siteAround(vault.path("poems")).showsLineEnds);
    EXPECT_FALSE(siteAround(site.path()).showsLineEnds);
    EXPECT_FALSE(siteAround(graph.path()).showsLineEnds);
}

TEST(Site, showsLineEndsAsBreaks)
{
    TemporaryFolder folder;
    folder.write(".obsidian/app.json", "{}");
    Article article;
    article.body = "First line\nsecond line\n\n> [!note] 题\n> 一\n> 二\n\n![a\nb](c.png)";
    const LinkResolver resolver(folder.path(), "poem.md");

    const RenderedBody body
        = renderBody(article, {.imageLoading = ImageLoading::Eager, .resolver = &resolver});

    EXPECT_EQ(body.html,
              "<p>First line<br>\nsecond line</p><aside class=\"callout callout-note\">"
              "<p class=\"callout-title\">题</p><p>一<br>\n二</p></aside>"
              "<figure class=\"image\"><img src=\"c.png\" alt=\"a\nb\" decoding=\"async\">"
              "</figure>");
}

} // namespace lectern::core
