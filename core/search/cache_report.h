#pragma once

#include "core/base/result.h"
#include "core/library/library.h"
#include "core/search/text_pack.h"

#include <memory>
#include <string>

namespace lectern::core {

// What was used of a cache, in words for logs and the command line: `kept: 297 of 300 articles are
// unchanged`, or `made anew: ` and why. O(articles), each with a look-up; any thread.

/// \a kept is what loadSnapshot() gave, \a now the library that was read from the folder.
std::string explainIndex(const Result<std::shared_ptr<const Library>> &kept, const Library &now);

/// \a kept is what TextPack::open() gave.
std::string explainTexts(const Result<std::shared_ptr<const TextPack>> &kept, const Library &now);

} // namespace lectern::core
