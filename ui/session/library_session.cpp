#include "ui/session/library_session.h"

#include "core/library/library.h"
#include "core/library/library_root.h"

#include <QFile>
#include <QLoggingCategory>
#include <QMetaObject>
#include <QTimer>

#include <utility>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(logWatch, "lectern.watch", QtWarningMsg)

/// What the window gets to show the library that was kept, before the folder is looked at.
constexpr int kFirstPaintMs = 30;

} // namespace

LibrarySession::LibrarySession(std::string cacheFolder, std::string zone, QObject *parent)
    : QObject(parent)
    , m_cacheFolder(std::move(cacheFolder))
    , m_zone(std::move(zone))
{}

LibrarySession::~LibrarySession() = default;

void LibrarySession::openFolder(const QString &folder)
{
    const QString path
        = QFile::decodeName(core::libraryRoot(QFile::encodeName(folder).toStdString()).c_str());
    if (path != m_folder) {
        m_folder = path;
        m_watcher.reset();
        m_textWorker.cancel();
        m_library.reset();
        m_texts.reset();
        m_pack.reset();
        m_textState = TextState::None;
        emit libraryChanged();
    }
    refresh();
}

void LibrarySession::refresh()
{
    if (m_textState == TextState::Stopped || m_textState == TextState::Failed) {
        m_textState = TextState::None;
    }
    readAgain();
}

void LibrarySession::readAgain()
{
    if (!m_folder.isEmpty()) {
        ++m_generation;
        m_isOutdated = false;
        startReading();
        setState(m_library ? State::Refreshing : State::Loading);
    }
}

void LibrarySession::startReading()
{
    m_worker.start(
        [this, generation = m_generation,
         job = ReadingJob{.root = QFile::encodeName(m_folder).toStdString(),
                          .zone = m_zone,
                          .cacheFolder = m_cacheFolder,
                          .previous = m_library,
                          .pack = m_pack}](const std::atomic<bool> &isCancelled) {
            read(job, generation, isCancelled);
        },
        JobWorker::Before::Cancelled);
}

/// On the worker's thread. A library that was kept ends the job: reading the folder takes all
/// cores, and the window needs one to show what was kept.
void LibrarySession::read(const ReadingJob &job, std::uint64_t generation,
                          const std::atomic<bool> &isCancelled)
{
    if (const auto kept = job.previous ? nullptr : keptLibrary(job)) {
        QMetaObject::invokeMethod(this, [this, generation, kept] { acceptKept(generation, kept); });
        return;
    }
    core::TaskOptions task;
    task.isCancelled = &isCancelled;
    task.onProgress = [this, generation](core::TaskProgress progress) {
        QMetaObject::invokeMethod(this, [this, generation, progress] {
            if (generation == m_generation) {
                emit progressed(progress.found, progress.read);
            }
        });
    };
    const Reading reading = readFolder(job, task);
    QMetaObject::invokeMethod(this, [this, generation, reading] { accept(generation, reading); });
    keep(job, reading);
}

void LibrarySession::cancel()
{
    if (isBusy()) {
        ++m_generation;
        m_worker.cancel();
        setState(m_library ? State::Ready : State::Cancelled);
    } else if (m_textState == TextState::Reading) {
        m_textWorker.cancel();
        m_textState = TextState::Stopped;
        emit textsChanged();
    }
}

void LibrarySession::acceptKept(std::uint64_t generation,
                                std::shared_ptr<const core::Library> library)
{
    if (generation != m_generation) {
        return;
    }
    m_library = std::move(library);
    m_state = State::Refreshing;
    emit libraryChanged();
    emit stateChanged();
    QTimer::singleShot(kFirstPaintMs, this, [this, generation] {
        if (generation == m_generation) {
            startReading();
        }
    });
}

void LibrarySession::accept(std::uint64_t generation, const Reading &reading)
{
    if (generation != m_generation) {
        return;
    }
    if (!reading.library) {
        m_error = reading.library.error();
        setState(State::Failed);
        return;
    }
    m_state = State::Ready;
    const bool isNew = m_library != reading.library.value();
    if (isNew) {
        m_library = reading.library.value();
        // The pack may have come while the folder was read.
        m_texts = reading.texts || !m_pack ? reading.texts
                                           : std::make_shared<core::BodySearch>(m_pack, *m_library);
        emit libraryChanged();
    }
    emit stateChanged();
    if (m_textState == TextState::None || (isNew && m_textState != TextState::Stopped)) {
        startReadingTexts();
    }
    startWatching();
    if (m_isOutdated) {
        readAgain();
    }
}

void LibrarySession::startReadingTexts()
{
    if (m_cacheFolder.empty() || m_library->size() == 0) {
        return;
    }
    const auto work = [this, library = m_library](const std::atomic<bool> &isCancelled) {
        core::TaskOptions task;
        task.isCancelled = &isCancelled;
        task.onProgress = [this, library](core::TaskProgress progress) {
            QMetaObject::invokeMethod(this, [this, library, progress] {
                if (library == m_library) {
                    emit textsProgressed(progress.found, progress.read);
                }
            });
        };
        QMetaObject::invokeMethod(
            this, [this, library, result = readTexts(m_cacheFolder, *library, task)] {
                acceptTexts(library, result);
            });
    };
    // A folder that keeps changing gets its texts at all.
    m_textWorker.start(work, JobWorker::Before::Finished);
    m_textState = TextState::Reading;
    emit textsChanged();
}

void LibrarySession::acceptTexts(const std::shared_ptr<const core::Library> &library,
                                 const core::Result<LibraryTexts> &result)
{
    if (!result && result.error().code == core::ErrorCode::Cancelled) {
        return; // Whoever cancelled has said so, and the next job may have started since.
    }
    if (!m_library || m_library->root() != library->root() || m_textState != TextState::Reading) {
        return;
    }
    if (result) {
        m_pack = result.value().pack;
    }
    if (m_library != library) {
        return; // A job for the library of now has followed.
    }
    m_textState = result ? TextState::Ready : TextState::Failed;
    if (result) {
        m_texts = result.value().search;
    }
    emit textsChanged();
}

void LibrarySession::startWatching()
{
    if (m_watcher) {
        return;
    }
    const auto inWindow = [this, folder = m_folder](auto slot) {
        QMetaObject::invokeMethod(this, [this, slot, folder] {
            if (folder == m_folder) {
                slot();
            }
        });
    };
    m_watcher = std::make_unique<core::FolderWatcher>(
        QFile::encodeName(m_folder).toStdString(), m_watchLimits,
        core::FolderWatcher::Callbacks{
            .onChanged =
                [this, inWindow](const std::string &first) {
                    inWindow([this, first] { onFolderChanged(first); });
                },
            .onLimited = [this, inWindow] { inWindow([this] { emit watchLimited(); }); }});
}

void LibrarySession::onFolderChanged(const std::string &first)
{
    qCInfo(logWatch).noquote() << "the folder is read again because of"
                               << (first.empty() ? u"what may have been missed"_s
                                                 : QFile::decodeName(first.c_str()));
    if (isBusy()) {
        m_isOutdated = true;
    } else {
        readAgain();
    }
}

void LibrarySession::setState(State state)
{
    m_state = state;
    emit stateChanged();
}

} // namespace lectern::ui
