#pragma once

#include "core/search/query.h"

#include <QString>

namespace lectern::ui {

/// The first mistake of \a query in the user's words; empty when all of it was understood.
QString queryHint(const core::Query &query);

} // namespace lectern::ui
