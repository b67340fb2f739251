#include "ui/session/library_jobs.h"

#include "core/library/library_builder.h"
#include "core/library/snapshot.h"
#include "core/search/cache_report.h"

#include <QLoggingCategory>

#include <string>

namespace lectern::ui {

namespace {

Q_LOGGING_CATEGORY(logIndex, "lectern.index", QtWarningMsg)

void log(const char *what, const std::string &text)
{
    qCInfo(logIndex).noquote() << what << QString::fromStdString(text);
}

/// Looks at the cache once more, so that nobody pays for it who does not ask.
void logIndexUse(const ReadingJob &job, const core::Library &now)
{
    if (logIndex().isInfoEnabled()) {
        log("index",
            core::explainIndex(
                job.previous ? job.previous : core::loadSnapshot(job.cacheFolder, job.root), now));
    }
}

void logTextUse(const std::string &cacheFolder, const core::Library &now)
{
    if (logIndex().isInfoEnabled()) {
        log("texts",
            core::explainTexts(core::TextPack::open(cacheFolder, std::string(now.root())), now));
    }
}

bool isNew(const ReadingJob &job, const Reading &reading)
{
    return reading.library && reading.library.value() != job.previous;
}

} // namespace

std::shared_ptr<const core::Library> keptLibrary(const ReadingJob &job)
{
    if (job.cacheFolder.empty()) {
        return nullptr;
    }
    const auto kept = core::loadSnapshot(job.cacheFolder, job.root);
    return kept ? kept.value() : nullptr;
}

Reading readFolder(const ReadingJob &job, const core::TaskOptions &task)
{
    // The list is by date at first.
    const core::IndexOptions options{task, job.zone, core::TitleOrdering::WhenAsked};
    Reading reading{core::indexFolder(job.root, job.previous, options), nullptr};
    if (reading.library) {
        logIndexUse(job, *reading.library.value());
    }
    if (isNew(job, reading) && job.pack) {
        // Made here, because looking up 100,000 paths would stop the window for two frames.
        reading.texts = std::make_shared<core::BodySearch>(job.pack, *reading.library.value());
    }
    return reading;
}

void keep(const ReadingJob &job, const Reading &reading)
{
    if (isNew(job, reading) && !job.cacheFolder.empty()) {
        const core::Status saved
            = core::saveSnapshot(job.cacheFolder, *core::withTitleOrder(reading.library.value()));
        if (!saved) { // It only makes the next start slower.
            log("the index is not kept:", saved.error().message);
        }
    }
}

core::Result<LibraryTexts> readTexts(const std::string &cacheFolder, const core::Library &library,
                                     const core::TaskOptions &task)
{
    logTextUse(cacheFolder, library);
    const auto pack
        = core::TextPack::update(cacheFolder, library, {task, {}, core::TitleOrdering::Now});
    if (!pack) {
        return pack.error();
    }
    return LibraryTexts{pack.value(), std::make_shared<core::BodySearch>(pack.value(), library)};
}

} // namespace lectern::ui
