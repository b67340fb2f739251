#include "core/markdown/links/link_resolver.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace lectern::core {

namespace {

using tests::TemporaryFolder;

struct Case
{
    const char *article;
    const char *reference;
    const char *address; ///< empty: there is none
};

void write(TemporaryFolder &folder, std::initializer_list<const char *> files)
{
    for (const char *const file : files) {
        folder.write(file, "");
    }
}

template <std::size_t N>
void expectImages(const std::string &root, const Case (&cases)[N])
{
    for (const auto &[article, reference, address] : cases) {
        EXPECT_EQ(LinkResolver(root, article).imageAddress(reference).value_or(""), address)
            << reference << " in " << article;
    }
}

template <std::size_t N>
void expectLinks(const std::string &root, const Case (&cases)[N])
{
    for (const auto &[article, reference, address] : cases) {
        EXPECT_EQ(LinkResolver(root, article).linkAddress(reference).value_or(""), address)
            << reference << " in " << article;
    }
}

} // namespace

TEST(LinkResolverCases, hugo_hasBundlesAndStaticFiles)
{
    TemporaryFolder site;
    write(site,
          {"hugo.toml", "content/posts/one/index.md", "content/posts/one/a.png",
           "content/posts/two.md", "content/posts/_index.md", "static/img/b.png",
           "assets/img/c.png"});
    constexpr Case images[] = {
        {"content/posts/one/index.md", "a.png", "/content/posts/one/a.png"},
        {"content/posts/one/index.md", "./a.png", "/content/posts/one/a.png"},
        {"content/posts/two.md", "one/a.png", "/content/posts/one/a.png"},
        {"content/posts/two.md", "/img/b.png", "/static/img/b.png"},
        {"content/posts/two.md", "img/c.png", "/assets/img/c.png"},
        {"content/posts/two.md", "/posts/one/a.png", "/content/posts/one/a.png"},
        {"content/posts/two.md", "nowhere.png", ""},
    };
    constexpr Case links[] = {
        {"content/posts/two.md", "one/", "/content/posts/one/index.md"},
        {"content/posts/two.md", "/posts/one/", "/content/posts/one/index.md"},
        {"content/posts/two.md", "/posts/", "/content/posts/_index.md"},
        {"content/posts/one/index.md", "../two.md", "/content/posts/two.md"},
        {"content/posts/one/index.md", "/posts/two#part", "/content/posts/two.md#part"},
    };

    expectImages(site.path(), images);
    expectLinks(site.path(), links);
}

TEST(LinkResolverCases, hexo_hasAFolderForEachArticle)
{
    TemporaryFolder site;
    write(site,
          {"_config.yml", "source/_posts/文章.md", "source/_posts/文章/图.png",
           "source/images/a.png", "source/_posts/b.md"});
    constexpr Case images[] = {
        {"source/_posts/文章.md", "图.png", "/source/_posts/%E6%96%87%E7%AB%A0/%E5%9B%BE.png"},
        {"source/_posts/文章.md", "文章/图.png", "/source/_posts/%E6%96%87%E7%AB%A0/%E5%9B%BE.png"},
        {"source/_posts/文章.md", "/images/a.png", "/source/images/a.png"},
        {"source/_posts/文章.md", "../images/a.png", "/source/images/a.png"},
        {"source/_posts/b.md", "图.png", ""},
    };

    expectImages(site.path(), images);
}

TEST(LinkResolverCases, docusaurus_hasDocsAndStaticFiles)
{
    TemporaryFolder site;
    write(site,
          {"docusaurus.config.js", "docs/guide/intro.md", "docs/guide/README.md",
           "docs/api.markdown", "static/img/a.png", "src/pages/b.md"});
    constexpr Case links[] = {
        {"docs/guide/intro.md", "./README.md", "/docs/guide/README.md"},
        {"docs/guide/intro.md", "../guide", "/docs/guide/README.md"},
        {"docs/guide/intro.md", "../api", "/docs/api.markdown"},
        {"docs/guide/intro.md", "/guide/intro", "/docs/guide/intro.md"},
        {"docs/api.markdown", "guide/intro.html", "/docs/guide/intro.md"},
        {"docs/api.markdown", "guide/nothing.html", ""},
    };
    constexpr Case images[] = {
        {"docs/guide/intro.md", "/img/a.png", "/static/img/a.png"},
        {"docs/guide/intro.md", "@site/static/img/a.png", ""},
    };

    expectLinks(site.path(), links);
    expectImages(site.path(), images);
}

TEST(LinkResolverCases, joplin_namesFilesByNumber)
{
    TemporaryFolder notes;
    write(notes,
          {"00000000000000000000000000000001.md", "00000000000000000000000000000002.md",
           "resources/0000000000000000000000000000000a.png",
           "resources/0000000000000000000000000000000b.pdf",
           "book/_resources/0000000000000000000000000000000c.webp", "book/note.md"});
    constexpr Case images[] = {
        {"00000000000000000000000000000001.md", ":/0000000000000000000000000000000a",
         "/resources/0000000000000000000000000000000a.png"},
        {"book/note.md", ":/0000000000000000000000000000000c",
         "/book/_resources/0000000000000000000000000000000c.webp"},
        {"book/note.md", ":/0000000000000000000000000000000a",
         "/resources/0000000000000000000000000000000a.png"},
        {"book/note.md", ":/0000000000000000000000000000000d", ""},
        {"book/note.md", ":/a", ""},
        {"book/note.md", "0000000000000000000000000000000a", ""},
        {"book/note.md", ":/../000000000000000000000000000a", ""},
    };
    constexpr Case links[] = {
        {"00000000000000000000000000000001.md", ":/00000000000000000000000000000002",
         "/00000000000000000000000000000002.md"},
        {"00000000000000000000000000000001.md", ":/0000000000000000000000000000000b",
         "/resources/0000000000000000000000000000000b.pdf"},
        {"book/note.md", ":/00000000000000000000000000000001#part",
         "/00000000000000000000000000000001.md#part"},
        {"book/note.md", ":/0000000000000000000000000000000d", ""},
    };

    expectImages(notes.path(), images);
    expectLinks(notes.path(), links);
}

TEST(LinkResolverCases, notion_encodesTheNamesOfPagesAndFolders)
{
    TemporaryFolder pages;
    write(pages,
          {"书 0123456789abcdef0123456789abcdef.md",
           "书 0123456789abcdef0123456789abcdef/Part 1 fedcba9876543210fedcba9876543210.md",
           "书 0123456789abcdef0123456789abcdef/a b.png"});
    constexpr Case links[] = {
        {"书 0123456789abcdef0123456789abcdef.md",
         "%E4%B9%A6%200123456789abcdef0123456789abcdef/"
         "Part%201%20fedcba9876543210fedcba9876543210.md",
         "/%E4%B9%A6%200123456789abcdef0123456789abcdef/"
         "Part%201%20fedcba9876543210fedcba9876543210.md"},
        {"书 0123456789abcdef0123456789abcdef/Part 1 fedcba9876543210fedcba9876543210.md",
         "../%E4%B9%A6%200123456789abcdef0123456789abcdef.md#x",
         "/%E4%B9%A6%200123456789abcdef0123456789abcdef.md#x"},
        {"书 0123456789abcdef0123456789abcdef/Part 1 fedcba9876543210fedcba9876543210.md",
         "Part%201%20fedcba9876543210fedcba9876543210.md",
         "/%E4%B9%A6%200123456789abcdef0123456789abcdef/"
         "Part%201%20fedcba9876543210fedcba9876543210.md"},
        {"书 0123456789abcdef0123456789abcdef.md",
         "%E4%B9%A6%20fedcba9876543210fedcba9876543210.md", ""},
    };
    constexpr Case images[] = {
        {"书 0123456789abcdef0123456789abcdef.md",
         "%E4%B9%A6%200123456789abcdef0123456789abcdef/a%20b.png",
         "/%E4%B9%A6%200123456789abcdef0123456789abcdef/a%20b.png"},
    };

    expectLinks(pages.path(), links);
    expectImages(pages.path(), images);
}

TEST(LinkResolverCases, references_areReadAsAddresses)
{
    TemporaryFolder folder;
    write(folder, {"a b.md", "深度.md", "c#d.md", "e%f.md", "x/y.png", "100%.png"});
    constexpr Case links[] = {
        {"here.md", "a%20b.md", "/a%20b.md"},
        {"here.md", "a b.md", "/a%20b.md"},
        {"here.md", "%E6%B7%B1%E5%BA%A6", "/%E6%B7%B1%E5%BA%A6.md"},
        {"here.md", "深度.md?x=1#部分", "/%E6%B7%B1%E5%BA%A6.md#部分"},
        {"here.md", "c%23d.md", "/c%23d.md"},
        {"here.md", "c#d.md", ""},
        {"here.md", "e%25f.md", "/e%25f.md"},
        {"here.md", "#part", ""},
        {"here.md", "?x", ""},
        {"here.md", "", ""},
        {"here.md", "/", ""},
        {"here.md", ".", ""},
        {"here.md", "a b.md/", "/a%20b.md"},
    };
    constexpr Case images[] = {
        {"here.md", "x\\y.png", "/x/y.png"},    {"here.md", "x//y.png", "/x/y.png"},
        {"here.md", "x/./y.png", "/x/y.png"},   {"here.md", "x/../x/y.png", "/x/y.png"},
        {"here.md", "100%.png", "/100%25.png"}, {"here.md", "x", ""},
        {"here.md", "x%00/y.png", ""},
    };

    expectLinks(folder.path(), links);
    expectImages(folder.path(), images);
}

TEST(LinkResolverCases, theNearestFile_isMeant)
{
    TemporaryFolder folder;
    write(folder, {"a.png", "sub/a.png", "sub/deep/b.md", "sub/deep/c/a.png", "a.md", "sub/a.md"});
    constexpr Case images[] = {
        {"sub/here.md", "a.png", "/sub/a.png"},
        {"here.md", "a.png", "/a.png"},
        {"sub/deep/b.md", "a.png", "/sub/a.png"},
        {"sub/deep/b.md", "/a.png", "/a.png"},
        {"sub/deep/b.md", "../a.png", "/sub/a.png"},
        {"sub/deep/b.md", "../../a.png", "/a.png"},
        // Sites show an article at /sub/deep/b/, one folder deeper than it lies.
        {"sub/deep/b.md", "../../../a.png", "/a.png"},
        {"sub/deep/b.md", "../../../../a.png", ""},
    };
    constexpr Case links[] = {
        {"sub/here.md", "a.md", "/sub/a.md"},
        {"sub/here.md", "/a.md", "/a.md"},
        {"sub/deep/b.md", "a", "/sub/a.md"},
    };

    expectImages(folder.path(), images);
    expectLinks(folder.path(), links);
}

TEST(LinkResolverCases, anArticleElsewhere_isFoundByItsName)
{
    TemporaryFolder folder;
    write(folder, {"here.md", "far/away/target.md"});
    std::vector<std::string> asked;
    const auto find = [&asked](std::string_view name, std::string_view near) {
        asked.push_back(std::string(name) + " near " + std::string(near));
        return name == "target" ? std::optional<std::string>("far/away/target.md") : std::nullopt;
    };
    const LinkResolver resolver(folder.path(), "here.md", find);

    EXPECT_EQ(resolver.linkAddress("target.md#x").value_or(""), "/far/away/target.md#x");
    EXPECT_EQ(resolver.linkAddress("gone/target").value_or(""), "/far/away/target.md");
    EXPECT_EQ(resolver.wikiAddress("target").value_or(""), "/far/away/target.md");
    EXPECT_FALSE(resolver.linkAddress("other"));
    EXPECT_FALSE(resolver.imageAddress("target.md"));
    EXPECT_EQ(resolver.linkAddress("here.md").value_or(""), "/here.md");
    ASSERT_FALSE(asked.empty());
    EXPECT_EQ(asked.front(), "target near here.md");
    EXPECT_EQ(asked.back(), "other near here.md") << "what lies beside it is not asked for";
}

TEST(LinkResolverCases, imageFile_saysWhichRootItLiesBelow)
{
    TemporaryFolder site;
    write(site, {"hugo.toml", "static/s.png", "content/c.png", "content/a.md"});
    const LinkResolver resolver(site.path("content"), "a.md");

    const auto inside = resolver.imageFile("c.png");
    const auto outside = resolver.imageFile("/s.png");

    ASSERT_TRUE(inside && outside);
    EXPECT_EQ(inside->root, site.path("content"));
    EXPECT_EQ(inside->path, "c.png");
    EXPECT_EQ(outside->root, site.path());
    EXPECT_EQ(outside->path, "static/s.png");
    EXPECT_FALSE(resolver.imageFile("static.png"));
}

TEST(LinkResolverCases, lookUps_areBounded)
{
    TemporaryFolder folder;
    write(folder, {"a.md"});
    const LinkResolver resolver(folder.path(), "here.md");
    for (int number = 0; number < 3000; ++number) {
        EXPECT_FALSE(resolver.imageAddress("no-" + std::to_string(number) + ".png"));
    }

    EXPECT_FALSE(resolver.linkAddress("a.md")) << "an article of so many dead addresses is no use";
    EXPECT_TRUE(LinkResolver(folder.path(), "here.md").linkAddress("a.md"));
}

} // namespace lectern::core
