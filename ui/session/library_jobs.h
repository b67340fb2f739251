#pragma once

#include "core/base/result.h"
#include "core/library/indexer.h"
#include "core/search/body_search.h"
#include "core/search/text_pack.h"

#include <memory>
#include <string>

namespace lectern::ui {

/// One request to read a folder.
struct ReadingJob
{
    std::string root;
    std::string zone; ///< of dates written without one; empty: the local one
    std::string cacheFolder; ///< where the index is kept between runs; empty: nowhere
    std::shared_ptr<const core::Library> previous; ///< may be null
    std::shared_ptr<const core::TextPack> pack; ///< texts known so far; may be null
};

/// What came of it.
struct Reading
{
    core::Result<std::shared_ptr<const core::Library>> library;
    /// With a library that is not the previous one, what its rows find in the job's pack.
    std::shared_ptr<const core::BodySearch> texts;
};

/// The texts of one library: on disk, and seen with its rows.
struct LibraryTexts
{
    std::shared_ptr<const core::TextPack> pack;
    std::shared_ptr<const core::BodySearch> search;
};

// All of these block, and run on any thread.

/// The library as it was kept, without a look at the folder; null where none is.
std::shared_ptr<const core::Library> keptLibrary(const ReadingJob &job);

Reading readFolder(const ReadingJob &job, const core::TaskOptions &task);

/// Keeps what was read for keptLibrary().
void keep(const ReadingJob &job, const Reading &reading);

/// Brings the texts in the cache up to date with \a library.
core::Result<LibraryTexts> readTexts(const std::string &cacheFolder, const core::Library &library,
                                     const core::TaskOptions &task);

} // namespace lectern::ui
