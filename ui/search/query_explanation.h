#pragma once

#include "core/search/query.h"

#include <QString>

namespace lectern::ui {

/// What \a query was understood to mean, in the user's words: `tagged “ai”, without “draft”, from
/// the last 7 days`. Empty when it holds nothing but plain words.
QString queryExplanation(const core::Query &query);

} // namespace lectern::ui
