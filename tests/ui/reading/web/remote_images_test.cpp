#include "tests/support/image_samples.h"
#include "tests/ui/reading/web/web_view_fixture.h"

#include <QHostInfo>
#include <QPointer>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <utility>

namespace lectern::test {

using namespace Qt::StringLiterals;

namespace {

const QColor kGreen(20, 200, 40);

class RemoteImagesTest : public WebViewTest
{
protected:
    /// An article with one image of the server.
    void showImage(const QByteArray &path)
    {
        showBody("![A picture](" + m_server.url(path).toEncoded() + ")\n");
    }
};

void writeForEver(QTcpSocket *socket)
{
    socket->write(pngPicture(Qt::red));
    QObject::connect(socket, &QTcpSocket::bytesWritten, socket, [socket] {
        if (socket->bytesToWrite() == 0) {
            socket->write(QByteArray(100'000, 'x'));
        }
    });
}

} // namespace

TEST_F(RemoteImagesTest, imageWithoutExtension_appears)
{
    m_server.serve("/a/0", pngPicture(kGreen), "application/octet-stream");

    showImage("/a/0");

    EXPECT_EQ(shownImages(), 1);
    EXPECT_TRUE(spinUntil([this] { return hasColour(kGreen); }));
    EXPECT_EQ(noteText(), u""_s);
}

TEST_F(RemoteImagesTest, webpImage_appears)
{
    m_server.serve("/a/641", webpPicture(), "text/plain");

    showImage("/a/641");

    EXPECT_EQ(shownImages(), 1);
}

TEST_F(RemoteImagesTest, secondView_needsNoNetwork)
{
    m_server.serve("/a/0", pngPicture(kGreen));
    showImage("/a/0");
    m_view.reset();
    m_server.stop();

    makeView();
    openLibrary();
    show("article.md");

    EXPECT_EQ(shownImages(), 1);
    EXPECT_EQ(m_server.count("/a/0"), 1);
}

TEST_F(RemoteImagesTest, textSentAsAnImage_isNotShown)
{
    m_server.serve("/x.png", "<!doctype html><title>no</title>" + QByteArray(500, ' '),
                   "image/png");

    showImage("/x.png");

    EXPECT_EQ(shownImages(), 0);
    EXPECT_EQ(
        noteText(),
        u"A picture | This is not an image | 127.0.0.1:%1 | Try again"_s.arg(m_server.port()));
}

TEST_F(RemoteImagesTest, htmlInThePlaceOfAnImage_isNotShown)
{
    m_server.serve("/x", "<!doctype html><title>no</title>" + QByteArray(500, ' '), "text/html");

    showImage("/x");

    EXPECT_EQ(shownImages(), 0);
    EXPECT_TRUE(noteText().contains(u"This is not an image"_s)) << noteText().toStdString();
}

TEST_F(RemoteImagesTest, svgFromTheNetwork_isNotShown)
{
    m_server.serve("/x.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='50' height='50'/>",
                   "image/svg+xml");

    showImage("/x.svg");

    EXPECT_EQ(shownImages(), 0);
}

TEST_F(RemoteImagesTest, endlessBody_isStoppedAtTheCap)
{
    m_fetchOptions.maxBytes = 2'000'000;
    QPointer<QTcpSocket> connection;
    m_server.on("/endless", [&connection](QTcpSocket *socket) {
        connection = socket;
        socket->write(httpHead("200 OK", "Content-Type: image/png\r\n"));
        writeForEver(socket);
    });

    showImage("/endless");

    EXPECT_EQ(shownImages(), 0);
    EXPECT_TRUE(noteText().contains(u"too large"_s)) << noteText().toStdString();
    EXPECT_TRUE(spinUntil([&connection] { return connection == nullptr; }))
        << "the connection was left open";
}

TEST_F(RemoteImagesTest, announcedTooLarge_isNotReceived)
{
    m_server.on("/large", [](QTcpSocket *socket) {
        socket->write(httpHead("200 OK", "Content-Length: 999999999\r\n"));
    });

    showImage("/large");

    EXPECT_TRUE(noteText().contains(u"too large"_s)) << noteText().toStdString();
}

TEST_F(RemoteImagesTest, requests_tellNothingAboutTheReader)
{
    m_server.serve("/1", pngPicture(kGreen));
    m_server.redirect("/2", "/3");
    m_server.serve("/3", pngPicture(Qt::blue));
    const QByteArray base = m_server.url("/").toEncoded();

    showBody("![](" + base + "1)\n\n![](" + base + "2)\n\n![](" + base + "4)\n");

    ASSERT_EQ(m_server.requests().size(), 4);
    // Qt writes the names of headers in lower case since 6.8.
    const QByteArray userAgent = QByteArray("User-Agent: Lectern/" LECTERN_TEST_VERSION).toLower();
    for (const HttpServer::Request &request : m_server.requests()) {
        const QByteArray head = request.head.toLower();
        EXPECT_FALSE(head.contains("referer")) << head.constData();
        EXPECT_FALSE(head.contains("cookie")) << head.constData();
        EXPECT_FALSE(head.contains("authorization")) << head.constData();
        EXPECT_FALSE(head.contains("chrome")) << head.constData();
        EXPECT_TRUE(head.contains(userAgent)) << head.constData();
        EXPECT_TRUE(head.contains("host: 127.0.0.1:")) << head.constData();
    }
}

TEST_F(RemoteImagesTest, fiveRedirects_areFollowed)
{
    for (int hop = 0; hop < 5; ++hop) {
        m_server.redirect("/" + QByteArray::number(hop), "/" + QByteArray::number(hop + 1));
    }
    m_server.serve("/5", pngPicture(kGreen));

    showImage("/0");

    EXPECT_EQ(shownImages(), 1);
}

TEST_F(RemoteImagesTest, redirectsInCircles_endAfterFive)
{
    m_server.redirect("/loop", "/loop");

    showImage("/loop");

    EXPECT_EQ(shownImages(), 0);
    EXPECT_EQ(m_server.count("/loop"), 6);
    EXPECT_TRUE(noteText().contains(u"in circles"_s)) << noteText().toStdString();
}

TEST_F(RemoteImagesTest, redirectElsewhereThanToHttp_isRefused)
{
    m_server.redirect("/file", "file:///etc/hostname");
    m_server.redirect("/data", "data:image/png;base64,AAAA");
    m_server.redirect("/lectern", "lectern://app/page/article.css");
    const QByteArray base = m_server.url("/").toEncoded();

    showBody("![](" + base + "file)\n\n![](" + base + "data)\n\n![](" + base + "lectern)\n");

    EXPECT_EQ(shownImages(), 0);
    EXPECT_EQ(noteText().count(u"not a public one"_s), 3) << noteText().toStdString();
}

TEST_F(RemoteImagesTest, failuresOfTheServer_eachHaveTheirReason)
{
    m_server.on("/403", [](QTcpSocket *socket) {
        socket->write(httpHead("403 Forbidden", "Content-Length: 0\r\n"));
    });
    m_server.serve("/empty", "");
    m_server.on("/cut", [](QTcpSocket *socket) {
        socket->write(httpHead("200 OK", "Content-Length: 5000\r\n"));
        socket->write(pngPicture(kGreen));
        socket->disconnectFromHost();
    });
    m_server.serve("/bomb", QByteArray::fromStdString(pngHeader(20'000, 20'000)));
    m_server.serve("/header", QByteArray::fromStdString(pngHeader(9, 9)) + QByteArray(200, 'x'));
    const QByteArray base = m_server.url("/").toEncoded();
    QByteArray body;
    for (const char *path : {"404", "403", "empty", "cut", "bomb", "header"}) {
        body += "![" + QByteArray(path) + " picture](" + base + path + ")\n\n";
    }

    showBody(body);

    const QString host = u" | 127.0.0.1:%1 | Try again"_s.arg(m_server.port());
    EXPECT_EQ(shownImages(), 0);
    EXPECT_EQ(noteText().split(u'\n'),
              (QStringList{u"404 picture | The image does not exist"_s + host,
                           u"403 picture | The server does not give the image"_s + host,
                           u"empty picture | The image is damaged"_s + host,
                           u"cut picture | The image is damaged"_s + host,
                           u"bomb picture | The image has too many pixels"_s + host,
                           u"header picture | The image is damaged"_s + host}));
}

TEST_F(RemoteImagesTest, imageOnItsWay_hasAPlaceholder)
{
    QPointer<QTcpSocket> waiting;
    m_server.on("/slow", [&waiting](QTcpSocket *socket) { waiting = socket; });
    write("article.md", "![A picture](" + m_server.url("/slow").toEncoded() + ")\n");
    openLibrary();
    m_view->showArticle("article.md");

    EXPECT_TRUE(spinUntil([this] {
        return noteText() == u"A picture | Loading image | 127.0.0.1:%1"_s.arg(m_server.port());
    })) << noteText().toStdString();
    ASSERT_TRUE(spinUntil([&waiting] { return waiting != nullptr; }));
    waiting->write(httpHead("200 OK", "") + pngPicture(kGreen));
    waiting->disconnectFromHost();

    EXPECT_TRUE(spinUntil([this] { return shownImages() == 1 && noteText().isEmpty(); }));
}

TEST_F(RemoteImagesTest, silentServer_timesOut)
{
    m_fetchOptions.idleLimit = std::chrono::milliseconds(200);
    m_server.on("/silent", [](QTcpSocket *) {});

    showImage("/silent");

    EXPECT_TRUE(noteText().contains(u"took too long"_s)) << noteText().toStdString();
}

TEST_F(RemoteImagesTest, drippingServer_timesOut)
{
    m_fetchOptions.totalLimit = std::chrono::milliseconds(500);
    m_server.on("/drip", [](QTcpSocket *socket) {
        socket->write(httpHead("200 OK", "Content-Length: 100000\r\n"));
        auto *const timer = new QTimer(socket);
        QObject::connect(timer, &QTimer::timeout, socket,
                         [socket] { socket->write("\x89PNG\r\n\x1a\n", 8); });
        timer->start(20);
    });

    showImage("/drip");

    EXPECT_EQ(shownImages(), 0);
    EXPECT_FALSE(noteText().isEmpty());
}

TEST_F(RemoteImagesTest, privateAddress_isRefusedWithoutAConnection)
{
    if (QHostInfo::fromName(u"localhost"_s).addresses().isEmpty()) {
        GTEST_SKIP() << "this system has no name for its loopback";
    }
    m_fetchOptions.addresses = ui::AddressPolicy::PublicOnly;
    m_server.serve("/1", pngPicture(kGreen));
    const QByteArray port = QByteArray::number(m_server.port());

    showBody("![](http://127.0.0.1:" + port + "/1)\n\n![](http://localhost:" + port
             + "/1)\n\n![](http://2130706433:" + port + "/1)\n\n![](http://[::1]:" + port
             + "/1)\n\n![](http://[::ffff:127.0.0.1]:" + port + "/1)\n");

    EXPECT_EQ(shownImages(), 0);
    EXPECT_TRUE(m_server.requests().isEmpty());
    EXPECT_EQ(noteText().count(u"not a public one"_s), 5) << noteText().toStdString();
}

TEST_F(RemoteImagesTest, failure_isRememberedWithItsReason)
{
    showImage("/404");
    m_view.reset();

    makeView();
    openLibrary();
    show("article.md");

    EXPECT_EQ(m_server.count("/404"), 1);
    EXPECT_TRUE(noteText().contains(u"does not exist"_s)) << noteText().toStdString();
}

TEST_F(RemoteImagesTest, tryAgain_asksTheServerOnceMore)
{
    showImage("/late");
    m_server.serve("/late", pngPicture(kGreen));

    click(u".lectern-note button"_s);

    EXPECT_TRUE(spinUntil([this] { return shownImages() == 1; }));
    EXPECT_EQ(m_server.count("/late"), 2);
    EXPECT_EQ(noteText(), u""_s);
}

TEST_F(RemoteImagesTest, imagesTurnedOff_areNotFetchedButShownWhenKept)
{
    m_server.serve("/kept", pngPicture(kGreen));
    m_server.serve("/new", pngPicture(kGreen));
    showImage("/kept");

    makeView(false);
    showBody("![](" + m_server.url("/kept").toEncoded() + ")\n\n![]("
             + m_server.url("/new").toEncoded() + ")\n");

    EXPECT_EQ(shownImages(), 1);
    EXPECT_EQ(m_server.count("/new"), 0);
    EXPECT_TRUE(noteText().contains(u"turned off"_s)) << noteText().toStdString();
}

TEST_F(RemoteImagesTest, sameImageTwice_isFetchedOnce)
{
    m_server.serve("/1", pngPicture(kGreen));
    const QByteArray image = "![](" + m_server.url("/1").toEncoded() + ")\n\n";

    showBody(image + image + image);

    EXPECT_EQ(shownImages(), 3);
    EXPECT_EQ(m_server.count("/1"), 1);
}

TEST_F(RemoteImagesTest, atMostTwoAtOnceFromOneHost)
{
    QList<QTcpSocket *> open;
    qsizetype most = 0;
    QByteArray body;
    for (int index = 0; index < 6; ++index) {
        const QByteArray path = "/" + QByteArray::number(index);
        m_server.on(path, [&open, &most](QTcpSocket *socket) {
            open.append(socket);
            most = std::max(most, open.size());
        });
        body += "![](" + m_server.url(path).toEncoded() + ")\n\n";
    }
    write("article.md", body);
    openLibrary();
    m_view->showArticle("article.md");

    for (int round = 0; round < 3; ++round) {
        ASSERT_TRUE(spinUntil([&open] { return open.size() == 2; }));
        for (QTcpSocket *socket : std::exchange(open, {})) {
            socket->write(httpHead("404 Not Found", "Content-Length: 0\r\n"));
        }
    }

    EXPECT_TRUE(spinUntil([this] { return noteText().count(u"does not exist"_s) == 6; }));
    EXPECT_EQ(most, 2);
}

TEST_F(RemoteImagesTest, leavingThePage_forgetsWhatWasWaiting)
{
    QByteArray body;
    for (int index = 0; index < 6; ++index) {
        const QByteArray path = "/" + QByteArray::number(index);
        m_server.on(path, [](QTcpSocket *) {});
        body += "![](" + m_server.url(path).toEncoded() + ")\n\n";
    }
    write("slow.md", body);
    write("other.md", "Nothing to wait for");
    openLibrary();
    m_view->showArticle("slow.md");
    ASSERT_TRUE(spinUntil([this] { return m_server.requests().size() == 2; }));

    show("other.md");

    EXPECT_EQ(m_view->shownArticle(), "other.md");
    EXPECT_EQ(m_server.requests().size(), 2);
}

} // namespace lectern::test
