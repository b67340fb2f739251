#pragma once

#include "core/base/result.h"
#include "ui/session/index_worker.h"

#include <QObject>
#include <QString>

#include <cstdint>
#include <memory>
#include <string>

namespace lectern::ui {

/// The open folder and its library. Reading runs on a worker; what comes back from an older request
/// than the latest is dropped. GUI thread only.
class LibrarySession final : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Closed, ///< no folder was opened
        Loading, ///< the first reading of a folder; there is no library yet
        Ready,
        Refreshing, ///< a library is there and a newer one is being made
        Failed, ///< the folder could not be read; see error()
        Cancelled, ///< the first reading was stopped
    };

    /// \a cacheFolder keeps the index between runs; empty: it is made anew each time. Dates written
    /// without a zone are read in \a zone, of which a cache folder keeps only one.
    explicit LibrarySession(std::string cacheFolder, std::string zone = {},
                            QObject *parent = nullptr);
    ~LibrarySession() override;

    /// Closes the library of another folder and starts reading \a folder.
    void openFolder(const QString &folder);
    /// Reads the folder again; the library stays until the newer one is there.
    void refresh();
    /// Stops reading; a library that is there stays.
    void cancel();

    State state() const { return m_state; }

    bool isBusy() const { return m_state == State::Loading || m_state == State::Refreshing; }

    QString folder() const { return m_folder; } ///< absolute; empty when Closed

    /// Null until the first reading is done.
    std::shared_ptr<const core::Library> library() const { return m_library; }

    const core::Error &error() const { return m_error; }

signals:
    void stateChanged();
    void libraryChanged();
    void progressed(quint32 found, quint32 read);

private:
    void startJob(State state);
    void acceptKept(std::uint64_t generation, std::shared_ptr<const core::Library> library);
    void accept(std::uint64_t generation, const IndexResult &result);
    void setState(State state);

    const std::string m_cacheFolder;
    const std::string m_zone;
    State m_state = State::Closed;
    QString m_folder;
    std::shared_ptr<const core::Library> m_library;
    core::Error m_error;
    std::uint64_t m_generation = 0;
    IndexWorker m_worker; ///< last, so that it has stopped before anything else goes
};

} // namespace lectern::ui
