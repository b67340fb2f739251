#pragma once

#include "core/base/result.h"
#include "core/state/state_record.h"

#include <string>
#include <string_view>

namespace lectern::core {

/// The JSON of \a record, which docs/formats.md describes. O(length).
std::string encodeState(const StateRecord &record);

/// Reads it back. Whatever is missing or of another kind is as if it was empty. Fails with
/// Malformed where \a text is something else, with Unsupported for another version. Never throws.
/// Any thread.
Result<StateRecord> decodeState(std::string_view text);

} // namespace lectern::core
