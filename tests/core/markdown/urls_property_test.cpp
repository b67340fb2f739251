#include "core/markdown/urls.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>

namespace lectern::core {

namespace {

std::string allBytes()
{
    std::string bytes;
    for (int byte = 0; byte < 256; ++byte) {
        bytes += static_cast<char>(byte);
    }
    return bytes;
}

std::string randomBytes(std::mt19937 &random)
{
    std::string bytes;
    for (std::size_t count = random() % 40; count > 0; --count) {
        bytes += static_cast<char>(random() % 3 == 0 ? random() : 0x20 + random() % 0x60);
    }
    return bytes;
}

/// How a browser reads the beginning of an address (WHATWG URL): controls and blanks at its start
/// go, tabs and line ends go everywhere.
std::string asABrowserReads(std::string_view url)
{
    while (!url.empty() && static_cast<unsigned char>(url.front()) <= ' ') {
        url.remove_prefix(1);
    }
    std::string read;
    for (const char character : url) {
        if (character != '\t' && character != '\n' && character != '\r') {
            read += static_cast<char>(character >= 'A' && character <= 'Z' ? character | 0x20
                                                                           : character);
        }
    }
    return read;
}

} // namespace

TEST(UrlsProperty, percentDecoded_givesBackEveryByteThatWasEncoded)
{
    std::mt19937 random(31); // NOLINT(cert-msc51-cpp): the same bytes in every run
    EXPECT_EQ(percentDecoded(percentEncoded(allBytes())), allBytes());
    for (int round = 0; round < 2000; ++round) {
        const std::string bytes = randomBytes(random);

        ASSERT_EQ(percentDecoded(percentEncoded(bytes)), bytes);
        ASSERT_EQ(percentDecoded(percentEncodedPath(bytes)), bytes);
    }
}

TEST(UrlsProperty, percentEncoded_writesNothingThatAnAddressOrHtmlCouldMisread)
{
    constexpr std::string_view kSafe
        = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~%";

    EXPECT_EQ(percentEncoded(allBytes()).find_first_not_of(kSafe), std::string::npos);
    EXPECT_EQ(percentEncodedPath(allBytes()).find_first_not_of(std::string(kSafe) + "/"),
              std::string::npos);
    EXPECT_EQ(percentEncoded(""), "");
}

TEST(UrlsProperty, percentDecoded_readsOnlyTwoHexadecimalDigits)
{
    for (int first = 0; first < 256; ++first) {
        for (int second = 0; second < 256; ++second) {
            const std::string text{'%', static_cast<char>(first), static_cast<char>(second)};
            const bool isEscape = std::isxdigit(first) != 0 && std::isxdigit(second) != 0;
            const std::string expected = isEscape
                ? std::string(1, static_cast<char>(std::stoi(text.substr(1), nullptr, 16)))
                : text;

            ASSERT_EQ(percentDecoded(text), expected) << first << " " << second;
        }
    }
}

TEST(UrlsProperty, isSafeLink_isFalse_wheneverABrowserWouldReadAnotherScheme)
{
    constexpr std::array<std::string_view, 18> kPieces{
        "javascript", "JaVaScRiPt", "vbscript", "data", "file", "http", "https", "mailto", ":",
        "\t",         "\n",         "\r",       " ",    "\x01", "//",   "x",     "%3A",    "a.b"};
    constexpr std::array<std::string_view, 3> kAllowed{"http:", "https:", "mailto:"};
    std::mt19937 random(32); // NOLINT(cert-msc51-cpp)
    int refused = 0;
    for (int round = 0; round < 100'000; ++round) {
        std::string url;
        for (std::size_t count = 1 + random() % 5; count > 0; --count) {
            url += kPieces[random() % kPieces.size()];
        }
        const std::string read = asABrowserReads(url);
        const std::size_t colon = read.find(':');
        const bool hasScheme = colon != std::string::npos && colon > 0
            && read.substr(0, colon).find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789+-.")
                == std::string::npos
            && read[0] >= 'a' && read[0] <= 'z';
        bool isAllowed = !hasScheme;
        for (const std::string_view scheme : kAllowed) {
            isAllowed |= read.starts_with(scheme);
        }
        if (!isAllowed) {
            ++refused;
            ASSERT_FALSE(isSafeLink(url)) << testing::PrintToString(url);
            ASSERT_FALSE(isSafeImage(url) && !read.starts_with("data:image/"))
                << testing::PrintToString(url);
        }
    }
    EXPECT_GT(refused, 1000);
}

TEST(UrlsProperty, isSafeImage_acceptsOnlyRasterDataAndTheSite)
{
    for (const char *const url :
         {"data:image/png;base64,iVBOR", "data:image/png,", "data:image/jpeg;x=y,z",
          "lectern://site/a%20b.png", "//host/a.png", "../a.png", "?a", "#b", ""}) {
        EXPECT_TRUE(isSafeImage(url)) << url;
    }
    for (const char *const url :
         {"data:", "data:,x", "data:image/", "data:image/svg+xml;base64,x", "data:text/html,x",
          "data:image/tiff,x", "data:application/pdf,x", "lectern://library/a.png",
          "lectern://site", "LECTERN://site/a.png", "lectern-filter:tag", "mailto:a@b.c",
          "about:blank", "blob:http://a/b", "ws://a", "chrome://gpu", "qrc:/a.png",
          "view-source:http://a", "\x01javascript:1"}) {
        EXPECT_FALSE(isSafeImage(url)) << url;
    }
}

TEST(UrlsProperty, urlScheme_readsWhatMayStandInOne)
{
    struct Row
    {
        std::string_view url;
        std::string_view scheme;
    };

    constexpr std::array<Row, 14> kRows{{
        {"a:", "a"},
        {"A1+-.:x", "a1+-."},
        {":x", ""},
        {"1:x", ""},
        {"+a:x", ""},
        {"-a:x", ""},
        {"a_b:x", ""},
        {"a/:x", ""},
        {"a?b:c", ""},
        {"a#b:c", ""},
        {"%61:x", ""},
        {"a b:x", "ab"},
        {"", ""},
        {"abc", ""},
    }};
    for (const Row &row : kRows) {
        EXPECT_EQ(urlScheme(row.url), row.scheme) << row.url;
    }
    EXPECT_EQ(urlScheme(std::string(1'000'000, 'a') + ":x").size(), 1'000'000U);
}

} // namespace lectern::core
