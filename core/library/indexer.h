#pragma once

#include "core/base/result.h"
#include "core/library/library.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace lectern::core {

struct IndexProgress
{
    std::uint32_t found = 0; ///< articles seen so far
    std::uint32_t read = 0; ///< of these, read and parsed
};

struct IndexOptions
{
    std::string zone; ///< of dates written without one (`Asia/Shanghai`); empty: the process's
    unsigned threads = 0; ///< 0: as many as the machine has cores
    /// WhenAsked holds where there is no previous library.
    TitleOrdering titles = TitleOrdering::Now;
    /// Called from worker threads, at most about 20 times a second.
    std::function<void(IndexProgress)> onProgress;
    /// Set to true from any thread to stop early.
    const std::atomic<bool> *isCancelled = nullptr;
};

/// Reads every article below the folder \a root, reusing what \a previous (may be null) knows of
/// files whose stamp is unchanged. Fails with NotFound, Unreadable, NotRegular (not a folder) or
/// Cancelled; a bad article never fails it. Returns \a previous itself when nothing changed.
/// Blocks; any thread.
Result<std::shared_ptr<const Library>> indexFolder(const std::string &root,
                                                   const std::shared_ptr<const Library> &previous,
                                                   const IndexOptions &options);

} // namespace lectern::core
