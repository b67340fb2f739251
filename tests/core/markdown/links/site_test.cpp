#include "core/markdown/links/link_resolver.h"
#include "core/markdown/links/site.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

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

} // namespace lectern::core
