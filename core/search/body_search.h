#pragma once

#include "core/base/text_scan.h"
#include "core/search/row_set.h"
#include "core/search/text_pack.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace lectern::core {

/// A pack seen with the rows of one library. Immutable; any thread.
class BodySearch final
{
public:
    BodySearch(std::shared_ptr<const TextPack> pack, const Library &library);

    /// Adds the rows whose visible text holds \a needle, which is folded. O(bytes of text), over
    /// all cores.
    void search(std::string_view needle, RowSet &rows) const;
    /// The folded visible text of \a row; empty when the pack does not have it.
    std::string_view text(Row row) const;
    /// What the pack says of that text; null when it does not have it. The file may have changed
    /// since, which its stamp tells.
    const TextPackEntry *entry(Row row) const;

private:
    void searchEntries(const TextScan &scan, std::size_t first, std::size_t last,
                       RowSet &rows) const;

    std::shared_ptr<const TextPack> m_pack;
    ByteHistogram m_histogram;
    std::vector<Row> m_rowOfEntry; ///< kNoRow where the library has no such article
    std::vector<std::uint32_t> m_entryOfRow;
};

} // namespace lectern::core
