#include "ui/session/library_session.h"

#include "core/library/library.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMetaObject>
#include <QTimer>

#include <utility>

namespace lectern::ui {

namespace {

/// What the window gets to show the library that was kept, before the folder is looked at.
constexpr int kFirstPaintMs = 30;

} // namespace

LibrarySession::LibrarySession(std::string cacheFolder, std::string zone, QObject *parent)
    : QObject(parent)
    , m_cacheFolder(std::move(cacheFolder))
    , m_zone(std::move(zone))
    , m_worker({
          .onKept =
              [this](std::uint64_t generation, std::shared_ptr<const core::Library> library) {
                  QMetaObject::invokeMethod(this, [this, generation, library = std::move(library)] {
                      acceptKept(generation, library);
                  });
              },
          .onProgress =
              [this](std::uint64_t generation, core::TaskProgress progress) {
                  QMetaObject::invokeMethod(this, [this, generation, progress] {
                      if (generation == m_generation) {
                          emit progressed(progress.found, progress.read);
                      }
                  });
              },
          .onFinished =
              [this](std::uint64_t generation, IndexResult result,
                     std::shared_ptr<const core::BodySearch> texts) {
                  QMetaObject::invokeMethod(
                      this,
                      [this, generation, result = std::move(result), texts = std::move(texts)] {
                          accept(generation, result, texts);
                      });
              },
      })
    , m_textWorker({
          .onProgress =
              [this](const TextJob &job, core::TaskProgress progress) {
                  QMetaObject::invokeMethod(this, [this, library = job.library, progress] {
                      if (library == m_library) {
                          emit textsProgressed(progress.found, progress.read);
                      }
                  });
              },
          .onFinished =
              [this](const TextJob &job, TextResult result) {
                  QMetaObject::invokeMethod(
                      this, [this, job, result = std::move(result)] { acceptTexts(job, result); });
              },
      })
{}

LibrarySession::~LibrarySession() = default;

void LibrarySession::openFolder(const QString &folder)
{
    const QString path = QDir::cleanPath(QFileInfo(folder).absoluteFilePath());
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
        startJob(m_library ? State::Refreshing : State::Loading);
    }
}

void LibrarySession::startJob(State state)
{
    ++m_generation;
    m_isOutdated = false;
    m_worker.start({.generation = m_generation,
                    .root = QFile::encodeName(m_folder).toStdString(),
                    .zone = m_zone,
                    .cacheFolder = m_cacheFolder,
                    .previous = m_library,
                    .pack = m_pack});
    setState(state);
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
    if (generation == m_generation && !m_library) {
        m_library = std::move(library);
        m_state = State::Refreshing;
        emit libraryChanged();
        emit stateChanged();
        QTimer::singleShot(kFirstPaintMs, this, [this] { m_worker.goOn(); });
    } else {
        m_worker.goOn();
    }
}

void LibrarySession::accept(std::uint64_t generation, const IndexResult &result,
                            std::shared_ptr<const core::BodySearch> texts)
{
    if (generation != m_generation) {
        return;
    }
    if (!result) {
        m_error = result.error();
        setState(State::Failed);
        return;
    }
    m_state = State::Ready;
    const bool isNew = m_library != result.value();
    if (isNew) {
        m_library = result.value();
        // The pack may have come while the folder was read.
        m_texts = texts || !m_pack ? std::move(texts)
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
    m_textWorker.start({.cacheFolder = m_cacheFolder, .library = m_library});
    m_textState = TextState::Reading;
    emit textsChanged();
}

void LibrarySession::acceptTexts(const TextJob &job, const TextResult &result)
{
    if (!m_library || m_library->root() != job.library->root()
        || m_textState != TextState::Reading) {
        return;
    }
    if (result) {
        m_pack = result.value().pack;
    }
    if (m_library != job.library) {
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
    const auto inWindow = [this](auto slot) {
        return [this, slot, folder = m_folder] {
            QMetaObject::invokeMethod(this, [this, slot, folder] {
                if (folder == m_folder) {
                    slot();
                }
            });
        };
    };
    m_watcher = std::make_unique<core::FolderWatcher>(
        QFile::encodeName(m_folder).toStdString(), m_watchLimits,
        core::FolderWatcher::Callbacks{.onChanged = inWindow([this] { onFolderChanged(); }),
                                       .onLimited = inWindow([this] { emit watchLimited(); })});
}

void LibrarySession::onFolderChanged()
{
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
