#include "core/article/article.h"
#include "core/markdown/links/link_resolver.h"
#include "core/markdown/markdown.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <string>

namespace lectern::core {

namespace {

using tests::TemporaryFolder;

std::string image(const TemporaryFolder &folder, const std::string &article,
                  const std::string &reference)
{
    return LinkResolver(folder.path(), article).imageAddress(reference).value_or("");
}

std::string link(const TemporaryFolder &folder, const std::string &article,
                 const std::string &reference)
{
    return LinkResolver(folder.path(), article).linkAddress(reference).value_or("");
}

std::string rendered(const TemporaryFolder &folder, const std::string &body)
{
    const LinkResolver resolver(folder.path(), "a.md");
    Article article;
    article.path = "a.md";
    article.meta.title = "Title";
    article.body = body;
    return renderBody(article, {.imageLoading = ImageLoading::Eager, .resolver = &resolver}).html;
}

} // namespace

TEST(LinkResolver, imageAddress_findsWhatIsWrittenInManyWays)
{
    TemporaryFolder folder;
    for (const char *const file : {"img/x.png", "a/x y.png", "a/图 1.png", "a/b.png"}) {
        folder.write(file, "");
    }

    EXPECT_EQ(image(folder, "a/p.md", "../img/x.png"), "/img/x.png");
    EXPECT_EQ(image(folder, "a/p.md", "x%20y.png"), "/a/x%20y.png");
    EXPECT_EQ(image(folder, "a/p.md", "x y.png"), "/a/x%20y.png");
    EXPECT_EQ(image(folder, "a/p.md", "%E5%9B%BE%201.png"), "/a/%E5%9B%BE%201.png");
    EXPECT_EQ(image(folder, "a/p.md", "图 1.png"), "/a/%E5%9B%BE%201.png");
    EXPECT_EQ(image(folder, "p.md", "a\\b.png"), "/a/b.png");
    EXPECT_EQ(image(folder, "p.md", "img/x.png?v=1"), "/img/x.png");
    EXPECT_EQ(image(folder, "p.md", "img/x.png#center"), "/img/x.png");
    EXPECT_EQ(image(folder, "p.md", "{{site.baseurl}}/img/x.png"), "/img/x.png");
}

TEST(LinkResolver, imageAddress_looksInTheSiteAroundTheFolder)
{
    TemporaryFolder site;
    site.write("hugo.toml", "");
    site.write("static/img/x.png", "");
    site.write("content/post/a.md", "");

    const LinkResolver resolver(site.path() + "/content/post", "a.md");

    EXPECT_EQ(resolver.siteRoot(), site.path());
    EXPECT_EQ(resolver.imageAddress("/img/x.png").value_or(""), "lectern://site/static/img/x.png");
}

TEST(LinkResolver, imageAddress_neverLeavesTheSite)
{
    TemporaryFolder site;
    site.write("secret.png", "");
    site.write("site/hugo.toml", "");
    site.write("site/content/a.md", "");

    const LinkResolver resolver(site.path() + "/site/content", "a.md");

    EXPECT_EQ(resolver.imageAddress("../../secret.png").value_or(""), "");
    EXPECT_EQ(resolver.imageAddress("../../../../../../etc/passwd").value_or(""), "");
    EXPECT_EQ(resolver.imageAddress("/../secret.png").value_or(""), "");
}

TEST(LinkResolver, imageAddress_findsTheAssetFolderOfAnArticle)
{
    TemporaryFolder folder;
    folder.write("source/_posts/a/a.png", "");

    EXPECT_EQ(image(folder, "source/_posts/a.md", "a.png"), "/source/_posts/a/a.png");
}

TEST(LinkResolver, linkAddress_findsArticlesAsSitesNameThem)
{
    TemporaryFolder folder;
    for (const char *const file :
         {"post/one.md", "docs/two/index.md", "content/three/_index.md", "b.md", "post/b.md"}) {
        folder.write(file, "");
    }

    EXPECT_EQ(link(folder, "post/a.md", "one.md#part"), "/post/one.md#part");
    EXPECT_EQ(link(folder, "post/a.md", "one"), "/post/one.md");
    EXPECT_EQ(link(folder, "post/a.md", "one.html"), "/post/one.md");
    EXPECT_EQ(link(folder, "post/a.md", "../docs/two/"), "/docs/two/index.md");
    EXPECT_EQ(link(folder, "post/a.md", "/three/"), "/content/three/_index.md");
    EXPECT_EQ(link(folder, "post/a.md", "/b.md"), "/b.md");
    EXPECT_EQ(link(folder, "post/a.md", "b.md"), "/post/b.md");
    EXPECT_EQ(link(folder, "post/a.md", "nowhere.md"), "");
}

TEST(WikiLinks, areLinksAndImages_inAVault)
{
    TemporaryFolder vault;
    vault.write(".obsidian/app.json", "{}");
    vault.write("Page.md", "");
    vault.write("pic.png", "");

    EXPECT_EQ(rendered(vault, "[[Page|label]] [[Page#Some Part]] [[#Here]]"),
              "<p><a href=\"/Page.md\">label</a> <a href=\"/Page.md#some-part\">Page</a> "
              "<a href=\"#here\">Here</a></p>");
    EXPECT_EQ(rendered(vault, "![[pic.png|300]]"),
              "<figure class=\"image\"><img src=\"/pic.png\" alt=\"\" width=\"300\" "
              "decoding=\"async\"></figure>");
    EXPECT_EQ(rendered(vault, "[[Nowhere]]"), "<p><span class=\"missing\">Nowhere</span></p>");
    EXPECT_EQ(rendered(vault, "a %%hidden%% b"), "<p>a  b</p>");
    EXPECT_EQ(rendered(vault, "#标签"), "<p>#标签</p>");
    EXPECT_EQ(rendered(vault, "| a |\n| --- |\n| [[Page\\|x]] |"),
              "<div class=\"scroll\"><table><thead><tr><th>a</th></tr></thead><tbody><tr><td>"
              "<a href=\"/Page.md\">x</a></td></tr></tbody></table></div>");
}

TEST(WikiLinks, findLogseqsPagesInAPage)
{
    TemporaryFolder graph;
    graph.write("journals/2024_01_02.md", "");
    graph.write("pages/a.md", "");
    graph.write("A___B.md", "");
    graph.write("A___B___丙.md", "");

    EXPECT_EQ(rendered(graph, "[[A/B]]"), "<p><a href=\"/A___B.md\">A/B</a></p>");
    EXPECT_EQ(rendered(graph, "[[A/B|b]]"), "<p><a href=\"/A___B.md\">b</a></p>");
    EXPECT_EQ(rendered(graph, "[[A/B/丙]]"), "<p><a href=\"/A___B___%E4%B8%99.md\">A/B/丙</a></p>");
    EXPECT_EQ(rendered(graph, "[[A/C]]"), "<p><span class=\"missing\">A/C</span></p>");
    EXPECT_EQ(rendered(graph, "[words]([[A/B]])"), "<p><a href=\"/A___B.md\">words</a></p>");
}

TEST(WikiLinks, areText_outsideAVaultAndInCode)
{
    TemporaryFolder folder;
    folder.write("Page.md", "");

    EXPECT_EQ(rendered(folder, "x[[1]] [[1]](http://a.b)"),
              "<p>x[[1]] <a href=\"http://a.b\">[1]</a></p>");
    EXPECT_EQ(rendered(folder, "[[Page]] `[[Page]]`"),
              "<p><a href=\"/Page.md\">Page</a> <code>[[Page]]</code></p>");
    EXPECT_EQ(rendered(folder, "a %%shown%% b"), "<p>a %%shown%% b</p>");
}

} // namespace lectern::core
