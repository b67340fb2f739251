#include "ui/session/library_session.h"

#include "core/library/library.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMetaObject>

#include <utility>

namespace lectern::ui {

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
              [this](std::uint64_t generation, core::IndexProgress progress) {
                  QMetaObject::invokeMethod(this, [this, generation, progress] {
                      if (generation == m_generation) {
                          emit progressed(progress.found, progress.read);
                      }
                  });
              },
          .onFinished =
              [this](std::uint64_t generation, IndexResult result) {
                  QMetaObject::invokeMethod(this, [this, generation, result = std::move(result)] {
                      accept(generation, result);
                  });
              },
      })
{}

LibrarySession::~LibrarySession() = default;

void LibrarySession::openFolder(const QString &folder)
{
    const QString path = QDir::cleanPath(QFileInfo(folder).absoluteFilePath());
    if (path != m_folder) {
        m_folder = path;
        m_library.reset();
        emit libraryChanged();
    }
    refresh();
}

void LibrarySession::refresh()
{
    if (!m_folder.isEmpty()) {
        startJob(m_library ? State::Refreshing : State::Loading);
    }
}

void LibrarySession::startJob(State state)
{
    ++m_generation;
    m_worker.start({.generation = m_generation,
                    .root = QFile::encodeName(m_folder).toStdString(),
                    .zone = m_zone,
                    .cacheFolder = m_cacheFolder,
                    .previous = m_library});
    setState(state);
}

void LibrarySession::cancel()
{
    if (!isBusy()) {
        return;
    }
    ++m_generation;
    m_worker.cancel();
    setState(m_library ? State::Ready : State::Cancelled);
}

void LibrarySession::acceptKept(std::uint64_t generation,
                                std::shared_ptr<const core::Library> library)
{
    if (generation == m_generation && !m_library) {
        m_library = std::move(library);
        m_state = State::Refreshing;
        emit libraryChanged();
        emit stateChanged();
    }
}

void LibrarySession::accept(std::uint64_t generation, const IndexResult &result)
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
    if (m_library != result.value()) {
        m_library = result.value();
        emit libraryChanged();
    }
    emit stateChanged();
}

void LibrarySession::setState(State state)
{
    m_state = state;
    emit stateChanged();
}

} // namespace lectern::ui
