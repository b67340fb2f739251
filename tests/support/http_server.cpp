#include "tests/support/http_server.h"

#include <QTcpSocket>

#include <algorithm>

namespace lectern::test {

HttpServer::HttpServer()
{
    m_server.listen(QHostAddress::LocalHost);
    connect(&m_server, &QTcpServer::newConnection, this, &HttpServer::onConnection);
}

QUrl HttpServer::url(const QByteArray &path) const
{
    const QByteArray url = "http://127.0.0.1:" + QByteArray::number(port()) + path;
    return QUrl::fromEncoded(url);
}

void HttpServer::serve(const QByteArray &path, const QByteArray &body, const QByteArray &type)
{
    on(path, [body, type](QTcpSocket *socket) {
        socket->write(httpHead("200 OK",
                               "Content-Type: " + type
                                   + "\r\nContent-Length: " + QByteArray::number(body.size())
                                   + "\r\nSet-Cookie: track=1; Path=/\r\n"));
        socket->write(body);
    });
}

void HttpServer::redirect(const QByteArray &path, const QByteArray &target)
{
    on(path, [target](QTcpSocket *socket) {
        socket->write(httpHead("302 Found",
                               "Location: " + target
                                   + "\r\nContent-Length: 0\r\nSet-Cookie: track=1; Path=/\r\n"));
    });
}

void HttpServer::stop()
{
    m_server.close();
    for (QTcpSocket *socket : m_received.keys()) {
        socket->abort();
    }
}

int HttpServer::count(const QByteArray &path) const
{
    return static_cast<int>(std::ranges::count(m_requests, path, &Request::path));
}

void HttpServer::onConnection()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        m_received.insert(socket, {});
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { onBytes(socket); });
        connect(socket, &QObject::destroyed, this, [this, socket] { m_received.remove(socket); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }
}

void HttpServer::onBytes(QTcpSocket *socket)
{
    QByteArray &received = m_received[socket];
    received += socket->readAll();
    const qsizetype end = received.indexOf("\r\n\r\n");
    if (end < 0) {
        return;
    }
    const QByteArray head = received.left(end);
    received.remove(0, end + 4);
    const QByteArray path = head.split(' ').value(1);
    m_requests.append({path, head});
    const Answer answer = m_answers.value(path);
    if (answer) {
        answer(socket);
    } else {
        socket->write(httpHead("404 Not Found", "Content-Length: 5\r\n") + "no\r\n\n");
    }
}

QByteArray httpHead(const QByteArray &status, const QByteArray &headers)
{
    return "HTTP/1.1 " + status + "\r\n" + headers + "\r\n";
}

} // namespace lectern::test
