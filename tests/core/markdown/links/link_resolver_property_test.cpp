#include "core/markdown/links/link_resolver.h"
#include "core/markdown/urls.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <random>
#include <string>

namespace lectern::core {

namespace {

namespace fs = std::filesystem;
using tests::TemporaryFolder;

/// A site whose library is its content folder, with secrets beside and above it.
class SiteTest : public testing::Test
{
protected:
    SiteTest()
    {
        for (const char *const file :
             {"secret.png", "secret.md", "site/hugo.toml", "site/private.md",
              "site/static/img/x.png", "site/content/a.md", "site/content/post/b.md",
              "site/content/post/b/pic.png", "site/content/post/index.md",
              "site/content/post/深/图 1.png", "site/content/.hidden/c.md"}) {
            folder.write(file, "");
        }
        fs::create_symlink(folder.path("secret.png"), folder.path("site/content/out.png"));
        fs::create_symlink(folder.path(), folder.path("site/content/up"));
        fs::create_symlink("post/b/pic.png", folder.path("site/content/in.png"));
    }

    std::string root() const { return folder.path("site/content"); }

    TemporaryFolder folder;
};

} // namespace

TEST_F(SiteTest, givesOnlyFilesWithin_whateverTheReference)
{
    constexpr std::array<std::string_view, 26> kPieces{
        "..",  "../",      "/",          ".",          "//",  "%2e%2e",  "%2F",
        "\\",  "..\\",     "secret.png", "up",         "up/", "out.png", "post",
        "b",   "pic.png",  "secret",     "private.md", "?x",  "#y",      "%00",
        "深/", "图 1.png", "etc/passwd", "img/x.png",  ".md"};
    std::mt19937 random(61); // NOLINT(cert-msc51-cpp): the same references in every run
    const std::string realRoot = fs::canonical(root()).string() + "/";
    const std::string realSite = fs::canonical(folder.path("site")).string() + "/";
    int found = 0;
    for (int batch = 0; batch < 10; ++batch) {
        const LinkResolver resolver(root(), batch % 2 == 0 ? "a.md" : "post/b.md");
        for (int round = 0; round < 150; ++round) {
            std::string reference;
            for (std::size_t count = 1 + random() % 5; count > 0; --count) {
                reference += kPieces[random() % kPieces.size()];
            }
            if (const auto address = resolver.linkAddress(reference)) {
                ++found;
                ASSERT_TRUE(address->starts_with('/')) << reference;
                const std::string path = percentDecoded(address->substr(1, address->find('#') - 1));
                ASSERT_TRUE(fs::canonical(realRoot + path).string().starts_with(realRoot))
                    << reference << " gave " << *address;
            }
            if (const auto address = resolver.imageAddress(reference)) {
                ++found;
                constexpr std::string_view kSite = "lectern://site/";
                const bool isInSite = address->starts_with(kSite);
                const std::string path
                    = percentDecoded(address->substr(isInSite ? kSite.size() : 1));
                const std::string &base = isInSite ? realSite : realRoot;
                ASSERT_TRUE(fs::canonical(base + path).string().starts_with(base))
                    << reference << " gave " << *address;
            }
        }
    }
    EXPECT_GT(found, 50);
}

TEST_F(SiteTest, followsLinksThatStay_andNoOthers)
{
    const LinkResolver resolver(root(), "a.md");

    EXPECT_EQ(resolver.imageAddress("in.png").value_or(""), "/in.png");
    EXPECT_EQ(resolver.imageAddress("out.png").value_or(""), "");
    EXPECT_EQ(resolver.imageAddress("up/secret.png").value_or(""), "");
    EXPECT_EQ(resolver.linkAddress("up/secret.md").value_or(""), "");
    EXPECT_EQ(resolver.linkAddress("../private.md").value_or(""), "");
}

TEST_F(SiteTest, escapesWhatItFinds)
{
    const LinkResolver resolver(root(), "post/b.md");

    EXPECT_EQ(resolver.imageAddress("深/图 1.png").value_or(""),
              "/post/%E6%B7%B1/%E5%9B%BE%201.png");
    EXPECT_EQ(resolver.imageAddress("/img/x.png").value_or(""), "lectern://site/static/img/x.png");
    EXPECT_EQ(resolver.imageAddress("pic.png").value_or(""), "/post/b/pic.png");
}

TEST_F(SiteTest, answersTheSame_whenAskedAgain)
{
    const LinkResolver resolver(root(), "post/b.md");
    for (const char *const reference : {"../a", "b", "nowhere", "", "#x", "..", "post"}) {
        EXPECT_EQ(resolver.linkAddress(reference), resolver.linkAddress(reference)) << reference;
        EXPECT_EQ(resolver.imageAddress(reference), resolver.imageAddress(reference)) << reference;
    }
    EXPECT_EQ(resolver.linkAddress("../a#part").value_or(""), "/a.md#part");
    EXPECT_EQ(resolver.linkAddress("../a#other").value_or(""), "/a.md#other");
}

TEST(LinkResolverRoots, areTheSame_howeverTheyAreWritten)
{
    const TemporaryFolder folder;
    folder.write("a.md", "");
    for (const char *const tail : {"", "/", "///"}) {
        const LinkResolver resolver(folder.path() + tail, "b.md");
        EXPECT_EQ(resolver.siteRoot(), folder.path()) << tail;
        EXPECT_EQ(resolver.linkAddress("a").value_or(""), "/a.md") << tail;
        EXPECT_FALSE(resolver.isVault());
    }
    const LinkResolver nowhere("/no/such/folder", "b.md");
    EXPECT_FALSE(nowhere.linkAddress("a"));
    EXPECT_FALSE(nowhere.imageAddress("a.png"));
}

} // namespace lectern::core
