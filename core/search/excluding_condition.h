#pragma once

#include "core/search/select.h"

#include <optional>
#include <string>

namespace lectern::core {

/// For a query that matches nothing: the first condition, as typed, without which something would
/// match, else the first that matches nothing by itself.
std::optional<std::string> excludingCondition(const Library &library, const Query &query,
                                              const SelectContext &context = {});

} // namespace lectern::core
