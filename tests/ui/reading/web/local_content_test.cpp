#include "tests/support/image_samples.h"
#include "tests/support/temporary_folder.h"
#include "ui/reading/web/local_content.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <variant>

namespace lectern::ui {

namespace {

using tests::TemporaryFolder;

/// Where the bytes came from: each picture has a width of its own.
std::string picture(std::uint16_t width)
{
    return test::gifHeader(width, 9);
}

std::string imageAt(const TemporaryFolder &site, const std::string &root, std::string_view path)
{
    const auto loaded = loadLocalImage(site.path(root), path);
    const auto *const content = std::get_if<Content>(&loaded);
    return content == nullptr ? "" : content->bytes.toStdString();
}

} // namespace

TEST(LocalContent, loadLocalImage_looksWhereTheLinksOfArticlesDo)
{
    const TemporaryFolder site;
    site.write("hugo.yml", "");
    site.write("static/img/x.gif", picture(1));
    site.write("assets/y.gif", picture(2));
    site.write("content/zh/posts/2024/here.gif", picture(3));
    site.write("content/zh/posts/2024/attachments/z.gif", picture(4));
    const std::string root = "content/zh/posts/2024";

    EXPECT_EQ(imageAt(site, root, "img/x.gif"), picture(1));
    EXPECT_EQ(imageAt(site, root, "y.gif"), picture(2));
    EXPECT_EQ(imageAt(site, root, "here.gif"), picture(3));
    EXPECT_EQ(imageAt(site, root, "z.gif"), picture(4));
    EXPECT_EQ(imageAt(site, root, "nowhere.gif"), "");
}

TEST(LocalContent, loadLocalImage_readsPercentSignsAsTheyStand)
{
    const TemporaryFolder site;
    site.write("static/100%25?.gif", picture(5));

    EXPECT_EQ(imageAt(site, "", "100%25?.gif"), picture(5));
    EXPECT_EQ(imageAt(site, "", "100%?.gif"), "");
}

TEST(LocalContent, loadLocalImage_neverLeavesTheLibraryByALink)
{
    const TemporaryFolder folder;
    folder.write("secret.gif", picture(6));
    folder.write("root/a.md", "");
    std::filesystem::create_symlink("../secret.gif", folder.path("root/out.gif"));

    const auto loaded = loadLocalImage(folder.path("root"), "out.gif");

    ASSERT_TRUE(std::holds_alternative<core::ImageFailure>(loaded));
    EXPECT_EQ(std::get<core::ImageFailure>(loaded), core::ImageFailure::ForbiddenAddress);
    EXPECT_EQ(imageAt(folder, "root", "../secret.gif"), "");
}

TEST(LocalContent, loadSiteImage_readsBelowTheSiteAround)
{
    const TemporaryFolder site;
    site.write("_config.yml", "");
    site.write("source/img/x.gif", picture(7));
    site.write("source/_posts/a.md", "");

    const auto loaded = loadSiteImage(site.path("source/_posts"), "source/img/x.gif");

    ASSERT_TRUE(std::holds_alternative<Content>(loaded));
    EXPECT_EQ(std::get<Content>(loaded).bytes.toStdString(), picture(7));
    EXPECT_TRUE(std::holds_alternative<core::ImageFailure>(
        loadSiteImage(site.path("source/_posts"), "../secret.gif")));
}

} // namespace lectern::ui
