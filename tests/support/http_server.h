#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QTcpServer>
#include <QUrl>

#include <functional>

class QTcpSocket;

namespace lectern::test {

/// A web server on the loopback address, in the test's own thread, that answers what the test tells
/// it to and remembers what it was asked.
class HttpServer final : public QObject
{
    Q_OBJECT

public:
    struct Request
    {
        QByteArray path;
        QByteArray head; ///< the request as it came, up to the blank line
    };

    /// Writes the whole answer to the socket, as slowly or as wrongly as it likes.
    using Answer = std::function<void(QTcpSocket *)>;

    HttpServer();

    QUrl url(const QByteArray &path) const;

    quint16 port() const { return m_server.serverPort(); }

    void on(const QByteArray &path, Answer answer) { m_answers.insert(path, std::move(answer)); }

    /// A complete answer of status 200.
    void serve(const QByteArray &path, const QByteArray &body,
               const QByteArray &type = "image/png");
    void redirect(const QByteArray &path, const QByteArray &target);

    /// No connection is taken any more.
    void stop();

    const QList<Request> &requests() const { return m_requests; }

    int count(const QByteArray &path) const;

private:
    void onConnection();
    void onBytes(QTcpSocket *socket);

    QHash<QByteArray, Answer> m_answers;
    QHash<QTcpSocket *, QByteArray> m_received;
    QList<Request> m_requests;
    QTcpServer m_server; ///< last, because its connections end before what they are noted in
};

/// The head of an HTTP answer, with the blank line. \a headers end with a line break each.
QByteArray httpHead(const QByteArray &status, const QByteArray &headers);

} // namespace lectern::test
