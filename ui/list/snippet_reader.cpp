#include "ui/list/snippet_reader.h"

#include "core/search/snippet.h"
#include "ui/common/qt_text.h"

#include <QMetaObject>

#include <optional>
#include <utility>

namespace lectern::ui {

namespace {

/// More than any screen shows; what was scrolled past is not worth reading.
constexpr std::size_t kMaxPending = 64;
constexpr qsizetype kMaxKept = 4096;

MarkedText readSnippet(const std::string &root, const QByteArray &path,
                       const std::vector<std::string> &words)
{
    if (words.empty()) {
        return {toQString(core::readOpening(root, path.toStdString())), {}};
    }
    return markedText(toQString(core::readSnippet(root, path.toStdString(), words).text), words);
}

} // namespace

SnippetReader::SnippetReader(QObject *parent)
    : QObject(parent)
{
    m_worker.setMaxThreadCount(1);
}

SnippetReader::~SnippetReader()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_pending.clear();
    }
    m_worker.waitForDone();
}

void SnippetReader::setRoot(const std::string &root)
{
    m_root = root;
}

const MarkedText *SnippetReader::find(const QByteArray &path, const core::FileStamp &stamp,
                                      const std::vector<std::string> &words)
{
    const Request request{m_root, path, stamp, words};
    const auto known = m_entries.constFind(path);
    if (known != m_entries.constEnd() && known->request == request) {
        return known->isReady ? &known->snippet : nullptr;
    }
    if (m_entries.size() > kMaxKept) {
        m_entries.clear();
    }
    m_entries.insert(path, {request, false, {}});
    start(request);
    return nullptr;
}

void SnippetReader::start(const Request &request)
{
    std::optional<Request> dropped;
    {
        const std::scoped_lock lock(m_mutex);
        m_pending.push_back(request);
        if (m_pending.size() > kMaxPending) {
            dropped = std::move(m_pending.front());
            m_pending.erase(m_pending.begin());
        }
    }
    const auto known = dropped ? m_entries.constFind(dropped->path) : m_entries.constEnd();
    if (known != m_entries.constEnd() && known->request == *dropped) {
        m_entries.erase(known); // It is asked for again when it comes back on screen.
    }
    m_worker.start([this] { readNext(); });
}

void SnippetReader::readNext()
{
    std::optional<Request> request;
    {
        const std::scoped_lock lock(m_mutex);
        if (m_pending.empty()) {
            return;
        }
        request = std::move(m_pending.back());
        m_pending.pop_back();
    }
    const MarkedText snippet = readSnippet(request->root, request->path, request->words);
    // The destructor waits for the worker, so that this is still there.
    QMetaObject::invokeMethod(
        this, [this, request = *request, snippet] { accept(request, snippet); },
        Qt::QueuedConnection);
}

void SnippetReader::accept(const Request &request, const MarkedText &snippet)
{
    const auto known = m_entries.find(request.path);
    if (known != m_entries.end() && known->request == request) {
        known->isReady = true;
        known->snippet = snippet;
        emit ready(request.path);
    }
}

} // namespace lectern::ui
