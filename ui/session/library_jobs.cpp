#include "ui/session/library_jobs.h"

#include "core/library/library_builder.h"
#include "core/library/snapshot.h"

namespace lectern::ui {

namespace {

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
    if (isNew(job, reading) && job.pack) {
        // Made here, because looking up 100,000 paths would stop the window for two frames.
        reading.texts = std::make_shared<core::BodySearch>(job.pack, *reading.library.value());
    }
    return reading;
}

void keep(const ReadingJob &job, const Reading &reading)
{
    if (isNew(job, reading) && !job.cacheFolder.empty()) {
        // A cache that cannot be written only makes the next start slower.
        static_cast<void>(
            core::saveSnapshot(job.cacheFolder, *core::withTitleOrder(reading.library.value())));
    }
}

core::Result<LibraryTexts> readTexts(const std::string &cacheFolder, const core::Library &library,
                                     const core::TaskOptions &task)
{
    const auto pack
        = core::TextPack::update(cacheFolder, library, {task, {}, core::TitleOrdering::Now});
    if (!pack) {
        return pack.error();
    }
    return LibraryTexts{pack.value(), std::make_shared<core::BodySearch>(pack.value(), library)};
}

} // namespace lectern::ui
