#pragma once

#include "core/library/library.h"
#include "core/search/query_fields.h"
#include "core/search/row_set.h"

#include <string_view>

namespace lectern::core {

/// Rows of \a library whose folded title, summary or either (as \a field says) holds \a needle,
/// which is folded. Over all cores where there is much to search: hits are so many jumps that
/// memory comes late.
RowSet rowsWithText(const Library &library, QueryField field, std::string_view needle);

/// Those of \a candidates only. What lies between them is read only as far as the next hit, which
/// with many articles is less for the memory to bring.
RowSet rowsWithText(const Library &library, QueryField field, std::string_view needle,
                    const RowSet &candidates);

} // namespace lectern::core
