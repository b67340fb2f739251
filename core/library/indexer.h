#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "core/library/library.h"

#include <memory>
#include <string>

namespace lectern::core {

struct IndexOptions : TaskOptions
{
    std::string zone; ///< of dates written without one (`Asia/Shanghai`); empty: the process's
    /// WhenAsked holds where there is no previous library.
    TitleOrdering titles = TitleOrdering::Now;
};

/// Reads every article below the folder \a root, reusing what \a previous (may be null) knows of
/// files whose stamp is unchanged. Fails with NotFound, Unreadable, NotRegular (not a folder) or
/// Cancelled; a bad article never fails it. Returns \a previous itself when nothing changed.
/// Blocks; any thread.
Result<std::shared_ptr<const Library>> indexFolder(const std::string &root,
                                                   const std::shared_ptr<const Library> &previous,
                                                   const IndexOptions &options);

} // namespace lectern::core
