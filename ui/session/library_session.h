#pragma once

#include "core/base/result.h"
#include "core/library/folder_watcher.h"
#include "ui/session/job_worker.h"
#include "ui/session/library_jobs.h"

#include <QObject>
#include <QString>

#include <cstdint>
#include <memory>
#include <string>

namespace lectern::ui {

/// The open folder, its library and the texts of its articles. Reading runs on workers; what comes
/// back from an older request than the latest is dropped. Changes in the folder start a refresh,
/// one at a time. GUI thread only.
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

    enum class TextState {
        None, ///< nothing was read yet, or there is no cache to keep texts in
        Reading, ///< texts() may already be there, but not all is new
        Ready,
        Stopped, ///< by cancel()
        Failed, ///< the cache cannot be written
    };

    /// \a cacheFolder keeps the index between runs; empty: it is made anew each time, and texts are
    /// not searched. Dates written without a zone are read in \a zone, of which a cache folder
    /// keeps only one.
    explicit LibrarySession(std::string cacheFolder, std::string zone = {},
                            QObject *parent = nullptr);
    ~LibrarySession() override;

    /// For folders that are opened from now on.
    void setWatchLimits(const core::WatchLimits &limits) { m_watchLimits = limits; }

    /// Closes the library of another folder and starts reading \a folder.
    void openFolder(const QString &folder);
    /// Reads the folder again; the library stays until the newer one is there.
    void refresh();
    /// Stops reading the folder, or else the texts; what is there stays.
    void cancel();

    State state() const { return m_state; }

    bool isBusy() const { return m_state == State::Loading || m_state == State::Refreshing; }

    QString folder() const { return m_folder; } ///< absolute; empty when Closed

    /// Null until the first reading is done.
    std::shared_ptr<const core::Library> library() const { return m_library; }

    const core::Error &error() const { return m_error; }

    /// What the rows of library() hold; null while nothing is known of their texts.
    std::shared_ptr<const core::BodySearch> texts() const { return m_texts; }

    TextState textState() const { return m_textState; }

signals:
    void stateChanged();
    void libraryChanged();
    void progressed(quint32 found, quint32 read);
    /// Of texts() or textState(). Not emitted when texts() changes together with library().
    void textsChanged();
    void textsProgressed(quint32 found, quint32 read);
    /// Some changes are only seen from time to time, because the system cannot watch so many
    /// folders or none on that disk. Once a folder.
    void watchLimited();

private:
    void readAgain();
    void startWatching();
    void onFolderChanged(const std::string &first);
    void startReadingTexts();
    void acceptTexts(const std::shared_ptr<const core::Library> &library,
                     const core::Result<LibraryTexts> &result);
    /// Of the folder; what comes of it is dropped when another has started.
    void startReading();
    void read(const ReadingJob &job, std::uint64_t generation,
              const std::atomic<bool> &isCancelled);
    void acceptKept(std::uint64_t generation, std::shared_ptr<const core::Library> library);
    void accept(std::uint64_t generation, const Reading &reading);
    void setState(State state);

    const std::string m_cacheFolder;
    const std::string m_zone;
    State m_state = State::Closed;
    QString m_folder;
    std::shared_ptr<const core::Library> m_library;
    core::Error m_error;
    std::uint64_t m_generation = 0;
    bool m_isOutdated = false; ///< the folder changed while it was read
    std::shared_ptr<const core::BodySearch> m_texts;
    std::shared_ptr<const core::TextPack> m_pack;
    TextState m_textState = TextState::None;
    core::WatchLimits m_watchLimits;
    // Last, so that they have stopped before anything else goes.
    JobWorker m_worker;
    JobWorker m_textWorker;
    std::unique_ptr<core::FolderWatcher> m_watcher; ///< of the open folder, once it was read
};

} // namespace lectern::ui
