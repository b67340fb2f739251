#include "ui/highlights/quote_checker.h"

#include "core/state/listed_highlights.h"
#include "ui/common/qt_text.h"

#include <QMetaObject>

#include <algorithm>
#include <iterator>
#include <utility>

namespace lectern::ui {

namespace {

/// More than any screen shows; what was scrolled past is not worth reading.
constexpr std::size_t kMaxPending = 64;

} // namespace

QuoteChecker::QuoteChecker(QObject *parent)
    : QObject(parent)
{
    m_worker.setMaxThreadCount(1);
}

QuoteChecker::~QuoteChecker()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_pending.clear();
    }
    m_worker.waitForDone();
}

void QuoteChecker::setLibrary(std::shared_ptr<const core::Library> library)
{
    if (library == m_library) {
        return;
    }
    m_library = std::move(library);
    m_known.clear();
    ++m_generation;
    const std::scoped_lock lock(m_mutex);
    m_pending.clear();
}

std::optional<bool> QuoteChecker::isFound(const core::Highlight &highlight, core::Row row)
{
    const auto known = m_known.constFind(highlight.id);
    if (known != m_known.constEnd()) {
        return *known;
    }
    m_known.insert(highlight.id, std::nullopt);
    start({std::string(m_library->root()), toQByteArray(m_library->path(row)), highlight,
           m_generation});
    return std::nullopt;
}

void QuoteChecker::start(Request request)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_pending.push_back(std::move(request));
        if (m_pending.size() > kMaxPending) {
            m_known.remove(m_pending.front().highlight.id); // to be asked for again when it is seen
            m_pending.erase(m_pending.begin());
        }
    }
    m_worker.start([this] { readNext(); });
}

/// All that wait for the same article as the latest.
void QuoteChecker::readNext()
{
    std::vector<Request> requests;
    {
        const std::scoped_lock lock(m_mutex);
        if (m_pending.empty()) {
            return;
        }
        const QByteArray path = m_pending.back().path;
        const auto others
            = std::stable_partition(m_pending.begin(), m_pending.end(),
                                    [&](const Request &request) { return request.path != path; });
        std::move(others, m_pending.end(), std::back_inserter(requests));
        m_pending.erase(others, m_pending.end());
    }
    std::vector<core::Highlight> highlights;
    for (const Request &request : requests) {
        highlights.push_back(request.highlight);
    }
    const std::vector<bool> found
        = core::areFound(requests.front().root, toView(requests.front().path), highlights);
    // The destructor waits for the worker, so that this is still there.
    QMetaObject::invokeMethod(
        this, [this, requests = std::move(requests), found] { accept(requests, found); },
        Qt::QueuedConnection);
}

void QuoteChecker::accept(const std::vector<Request> &requests, const std::vector<bool> &found)
{
    if (requests.front().generation != m_generation) {
        return;
    }
    for (std::size_t index = 0; index < requests.size(); ++index) {
        m_known.insert(requests[index].highlight.id, static_cast<bool>(found[index]));
    }
    emit checked();
}

} // namespace lectern::ui
