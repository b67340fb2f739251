#pragma once

#include "core/base/disk.h"
#include "ui/common/marked_text.h"

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QThreadPool>

#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace lectern::ui {

/// Reads articles for the lines around what was looked for in their text, or for their beginning,
/// because the text pack holds folded text only. Reads off the GUI thread, the latest asked for
/// first, and keeps what was read until the words change. GUI thread only.
class SnippetReader final : public QObject
{
    Q_OBJECT

public:
    explicit SnippetReader(QObject *parent = nullptr);
    ~SnippetReader() override;

    /// The folder of the paths to come.
    void setRoot(const std::string &root);

    /// The snippet of the article at \a path (without text when it has none), without \a words how
    /// it begins, or null until ready() says that it was read. Valid until the event loop runs.
    const MarkedText *find(const QByteArray &path, const core::FileStamp &stamp,
                           const std::vector<std::string> &words);

signals:
    void ready(const QByteArray &path);

private:
    struct Request
    {
        std::string root;
        QByteArray path;
        core::FileStamp stamp;
        std::vector<std::string> words;

        bool operator==(const Request &) const = default;
    };

    struct Entry
    {
        Request request;
        bool isReady = false;
        MarkedText snippet;
    };

    void start(const Request &request);
    void readNext();
    void accept(const Request &request, const MarkedText &snippet);

    std::string m_root;
    QHash<QByteArray, Entry> m_entries;
    std::mutex m_mutex;
    std::vector<Request> m_pending; ///< guarded by m_mutex; the latest is last
    QThreadPool m_worker;
};

} // namespace lectern::ui
