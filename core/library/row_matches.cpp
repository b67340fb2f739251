#include "core/library/row_matches.h"

namespace lectern::core {

std::vector<Row> rowsBefore(const Library &before, const Library &now)
{
    std::vector<Row> rows(now.size(), kNoRow);
    Row former = 0;
    for (Row row = 0; row < now.size(); ++row) { // both are in the order of their paths
        const std::string_view path = now.path(row);
        while (former < before.size() && before.path(former) < path) {
            ++former;
        }
        if (former < before.size() && before.path(former) == path) {
            rows[row] = former;
        }
    }
    return rows;
}

} // namespace lectern::core
