#pragma once

#include "core/library/library.h"
#include "core/state/reading_state.h"

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QThreadPool>

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace lectern::ui {

/// Finds out whether the quotes of highlights still stand in their articles, of those that are
/// asked about alone: reads off the GUI thread, the latest asked for first, and keeps the answers
/// until the library is another. GUI thread only.
class QuoteChecker final : public QObject
{
    Q_OBJECT

public:
    explicit QuoteChecker(QObject *parent = nullptr);
    ~QuoteChecker() override;

    /// Of the rows to come. May be null.
    void setLibrary(std::shared_ptr<const core::Library> library);

    /// Empty until checked() says that it is known.
    std::optional<bool> isFound(const core::Highlight &highlight, core::Row row);

signals:
    void checked();

private:
    struct Request
    {
        std::string root;
        QByteArray path;
        core::Highlight highlight;
        quint64 generation = 0;
    };

    void start(Request request);
    void readNext();
    void accept(const std::vector<Request> &requests, const std::vector<bool> &found);

    std::shared_ptr<const core::Library> m_library;
    quint64 m_generation = 0; ///< of the library
    QHash<core::HighlightId, std::optional<bool>> m_known; ///< empty: asked for
    std::mutex m_mutex;
    std::vector<Request> m_pending; ///< guarded by m_mutex; the latest is last
    QThreadPool m_worker;
};

} // namespace lectern::ui
