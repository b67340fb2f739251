#include "ui/reading/web/local_content.h"
#include "ui/reading/web/public_address.h"
#include "ui/reading/web/reader_urls.h"

#include <gtest/gtest.h>

#include <optional>

namespace lectern::ui {

using namespace Qt::StringLiterals;

TEST(ReaderUrls, articleUrl_andLibraryPath_keepEveryByte)
{
    QByteArray allBytes;
    for (int byte = 1; byte < 256; ++byte) {
        allBytes += static_cast<char>(byte);
    }

    EXPECT_EQ(libraryPath(articleUrl(allBytes)), allBytes);
    EXPECT_EQ(articleUrl("中 文/a#b?.md").toEncoded(),
              "lectern://library/%E4%B8%AD%20%E6%96%87/a%23b%3F.md");
    EXPECT_EQ(articleUrl("\xFF.md").toEncoded(), "lectern://library/%FF.md");
}

TEST(ReaderUrls, libraryPath_isEmptyForOtherAddresses)
{
    EXPECT_EQ(libraryPath(QUrl(u"lectern://library/"_s)), std::nullopt);
    EXPECT_EQ(libraryPath(QUrl(u"lectern://library/a%00.md"_s)), std::nullopt);
    EXPECT_EQ(libraryPath(QUrl(u"lectern://app/page/x.css"_s)), std::nullopt);
    EXPECT_EQ(libraryPath(QUrl(u"https://library/a.md"_s)), std::nullopt);
    EXPECT_EQ(libraryPath(QUrl(u"file:///a.md"_s)), std::nullopt);
}

TEST(ReaderUrls, pageResource_isAFileNameAlone)
{
    EXPECT_EQ(pageResource(QUrl(u"lectern://app/page/article.css"_s)), u"article.css"_s);
    EXPECT_EQ(pageResource(QUrl(u"lectern://library//page/a.woff2"_s)), u"a.woff2"_s);
    EXPECT_EQ(pageResource(QUrl(u"lectern://library/page/a.woff2"_s)), std::nullopt);
    EXPECT_EQ(pageResource(QUrl(u"lectern://site//page/a.woff2"_s)), std::nullopt);
    EXPECT_EQ(pageResource(QUrl(u"lectern://app/page/"_s)), std::nullopt);
    EXPECT_EQ(pageResource(QUrl(u"lectern://app/page/a/b.css"_s)), std::nullopt);
    EXPECT_EQ(pageResource(QUrl(u"lectern://app/page/..%2Fx"_s)), std::nullopt);
    EXPECT_EQ(pageResource(QUrl(u"lectern://app/web/reader_script.js"_s)), std::nullopt);
}

TEST(ReaderUrls, imageUrl_carriesTheWholeAddress)
{
    const QUrl remote = QUrl::fromEncoded("https://a.example:8080/x%2Fy/../%E4%B8%AD?b=c&d=%26#e");

    EXPECT_EQ(remoteImage(imageUrl(remote)), remote);
}

TEST(ReaderUrls, remoteImage_isOnlyHttp)
{
    EXPECT_EQ(remoteImage(QUrl(u"lectern-image://remote/file%3A%2F%2F%2Fetc%2Fpasswd"_s)),
              std::nullopt);
    EXPECT_EQ(remoteImage(QUrl(u"lectern-image://remote/javascript%3A1"_s)), std::nullopt);
    EXPECT_EQ(remoteImage(QUrl(u"lectern-image://other/https%3A%2F%2Fa.example"_s)), std::nullopt);
}

TEST(ReaderUrls, filterLink_decodesTheName)
{
    const auto link = filterLink(QUrl::fromEncoded("lectern-filter:tag/C%2B%2B%2F%E4%B8%AD%25"));

    ASSERT_TRUE(link.has_value());
    EXPECT_EQ(link->taxonomy, core::Taxonomy::Tag);
    EXPECT_EQ(link->name, u"C++/中%"_s);
    EXPECT_FALSE(filterLink(QUrl(u"lectern-filter:colour/red"_s)).has_value());
    EXPECT_FALSE(filterLink(QUrl(u"lectern-filter:tag"_s)).has_value());
    EXPECT_FALSE(filterLink(QUrl(u"https:tag/x"_s)).has_value());
}

TEST(PublicAddress, privateAndLocalOnes_areNotPublic)
{
    for (const char *address : {"0.0.0.0",
                                "10.1.2.3",
                                "100.64.0.1",
                                "127.0.0.1",
                                "127.255.255.254",
                                "169.254.169.254",
                                "172.16.0.1",
                                "172.31.255.255",
                                "192.0.0.1",
                                "192.168.1.1",
                                "224.0.0.1",
                                "240.0.0.1",
                                "255.255.255.255",
                                "::",
                                "::1",
                                "::127.0.0.1",
                                "::ffff:127.0.0.1",
                                "::ffff:10.0.0.1",
                                "64:ff9b::7f00:1",
                                "2002:7f00:1::",
                                "2002:c0a8:101::1",
                                "fe80::1",
                                "fec0::1",
                                "fc00::1",
                                "fd12:3456::1",
                                "ff02::1",
                                "2001:db8::1",
                                "2001:0:1::1"}) {
        EXPECT_FALSE(isPublicAddress(QHostAddress(QString::fromLatin1(address)))) << address;
    }
    EXPECT_FALSE(isPublicAddress(QHostAddress()));
}

TEST(PublicAddress, addressesOfTheInternet_arePublic)
{
    for (const char *address :
         {"1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0",
          "126.255.255.255", "172.15.255.255", "172.32.0.0", "192.167.255.255", "223.255.255.255",
          "198.18.0.7", "2606:4700::1111", "2001:4860:4860::8888", "::ffff:1.1.1.1",
          "64:ff9b::101:101"}) {
        EXPECT_TRUE(isPublicAddress(QHostAddress(QString::fromLatin1(address)))) << address;
    }
}

} // namespace lectern::ui
