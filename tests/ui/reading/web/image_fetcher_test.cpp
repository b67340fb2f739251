#include "tests/support/http_server.h"
#include "tests/ui/reading/web/web_view_fixture.h"
#include "ui/reading/web/image_fetcher.h"

#include <QHostInfo>
#include <QTcpSocket>

namespace lectern::test {

using namespace Qt::StringLiterals;
using core::ImageFailure;

namespace {

class ImageFetcherTest : public testing::Test
{
protected:
    ImageFetcherTest() { m_options.addresses = ui::AddressPolicy::Any; }

    ui::FetchResult fetch(const QUrl &url)
    {
        ui::ImageFetcher fetcher(m_options);
        std::optional<ui::FetchResult> result;
        QObject::connect(
            &fetcher, &ui::ImageFetcher::finished, &fetcher,
            [&result](const QUrl &, const ui::FetchResult &fetched) { result = fetched; });
        fetcher.fetch(url);
        EXPECT_TRUE(spinUntil([&result] { return result.has_value(); }));
        return result.value_or(ImageFailure::FetchingOff);
    }

    ImageFailure failure(const QUrl &url)
    {
        const ui::FetchResult result = fetch(url);
        const auto *failed = std::get_if<ImageFailure>(&result);
        EXPECT_NE(failed, nullptr);
        return failed != nullptr ? *failed : ImageFailure::FetchingOff;
    }

    HttpServer m_server;
    ui::ImageFetchOptions m_options;
};

} // namespace

TEST_F(ImageFetcherTest, fetch_givesTheBytesAsTheyAre)
{
    m_server.serve("/1", webpPicture(), "text/html");

    const ui::FetchResult result = fetch(m_server.url("/1"));

    EXPECT_EQ(std::get<QByteArray>(result), webpPicture());
}

TEST_F(ImageFetcherTest, credentialsAndFragment_areNotSent)
{
    m_server.serve("/1", webpPicture());
    QUrl url = m_server.url("/1#part");
    url.setUserInfo(u"user:secret"_s);

    (void)fetch(url);

    ASSERT_EQ(m_server.requests().size(), 1);
    EXPECT_EQ(m_server.requests().at(0).path, "/1");
    EXPECT_FALSE(m_server.requests().at(0).head.toLower().contains("authorization"));
    EXPECT_FALSE(m_server.requests().at(0).head.contains("secret"));
}

TEST_F(ImageFetcherTest, serverThatAsksForAPassword_isRefused)
{
    m_server.on("/1", [](QTcpSocket *socket) {
        socket->write(httpHead("401 Unauthorized",
                               "WWW-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n"));
    });

    EXPECT_EQ(failure(m_server.url("/1")), ImageFailure::ServerRefused);
    EXPECT_EQ(m_server.count("/1"), 1);
}

TEST_F(ImageFetcherTest, otherSchemes_areForbidden)
{
    EXPECT_EQ(failure(QUrl(u"ftp://127.0.0.1/x"_s)), ImageFailure::ForbiddenAddress);
    EXPECT_EQ(failure(QUrl(u"file:///etc/hostname"_s)), ImageFailure::ForbiddenAddress);
    EXPECT_EQ(failure(QUrl(u"http:///x"_s)), ImageFailure::ForbiddenAddress);
}

TEST_F(ImageFetcherTest, publicOnly_refusesTheLoopbackByNameAndNumber)
{
    m_options.addresses = ui::AddressPolicy::PublicOnly;
    m_server.serve("/1", webpPicture());
    QUrl named = m_server.url("/1");
    named.setHost(u"localhost"_s);

    EXPECT_EQ(failure(m_server.url("/1")), ImageFailure::ForbiddenAddress);
    EXPECT_TRUE(m_server.requests().isEmpty());
    if (QHostInfo::fromName(u"localhost"_s).addresses().isEmpty()) {
        GTEST_SKIP() << "this system has no name for its loopback";
    }
    EXPECT_EQ(failure(named), ImageFailure::ForbiddenAddress);
    EXPECT_TRUE(m_server.requests().isEmpty());
}

TEST_F(ImageFetcherTest, closedPort_isUnreachable)
{
    const QUrl url = m_server.url("/1");
    m_server.stop();

    EXPECT_EQ(failure(url), ImageFailure::Unreachable);
}

TEST_F(ImageFetcherTest, serverWithoutTls_isInsecureOrUnreachableOverHttps)
{
    QUrl url = m_server.url("/1");
    url.setScheme(u"https"_s);
    m_options.totalLimit = std::chrono::milliseconds(2000);
    m_options.idleLimit = std::chrono::milliseconds(1000);

    (void)failure(url);

    EXPECT_TRUE(m_server.requests().isEmpty());
}

TEST_F(ImageFetcherTest, namesWithoutAnAddress_areUnknown)
{
    EXPECT_EQ(failure(QUrl(u"http://no-such-host.invalid/1"_s)), ImageFailure::HostUnknown);
}

TEST_F(ImageFetcherTest, redirectWithoutTarget_isBroken)
{
    m_server.on("/1", [](QTcpSocket *socket) {
        socket->write(httpHead("302 Found", "Content-Length: 0\r\n"));
    });

    EXPECT_EQ(failure(m_server.url("/1")), ImageFailure::Broken);
}

TEST_F(ImageFetcherTest, compressedTransfer_isNoImage)
{
    m_server.on("/1", [](QTcpSocket *socket) {
        const QByteArray zipped
            = QByteArray::fromHex("1f8b0800000000000003") + QByteArray(100, 'x');
        socket->write(httpHead("200 OK",
                               "Content-Encoding: gzip\r\nContent-Length: "
                                   + QByteArray::number(zipped.size()) + "\r\n")
                      + zipped);
    });

    EXPECT_EQ(failure(m_server.url("/1")), ImageFailure::NotAnImage);
}

TEST_F(ImageFetcherTest, addressOnItsWay_isAskedForOnce)
{
    m_server.serve("/1", webpPicture());
    ui::ImageFetcher fetcher(m_options);
    int finished = 0;
    QObject::connect(&fetcher, &ui::ImageFetcher::finished, &fetcher, [&finished] { ++finished; });

    fetcher.fetch(m_server.url("/1"));
    fetcher.fetch(m_server.url("/1"));

    EXPECT_TRUE(spinUntil([&finished] { return finished == 1; }));
    EXPECT_EQ(m_server.count("/1"), 1);
}

TEST_F(ImageFetcherTest, destroyedWhileFetching_leavesNothingBehind)
{
    m_server.on("/silent", [](QTcpSocket *) {});
    auto fetcher = std::make_unique<ui::ImageFetcher>(m_options);
    fetcher->fetch(m_server.url("/silent"));
    ASSERT_TRUE(spinUntil([this] { return m_server.count("/silent") == 1; }));

    fetcher.reset();

    m_server.serve("/1", webpPicture());
    EXPECT_TRUE(std::holds_alternative<QByteArray>(fetch(m_server.url("/1"))));
}

} // namespace lectern::test
