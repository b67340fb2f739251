#include "core/search/body_search.h"

#include "core/base/task.h"

#include <optional>
#include <utility>

namespace lectern::core {

namespace {

constexpr Row kNoRow = UINT32_MAX;
/// Enough text to know which bytes are rare.
constexpr std::size_t kSampledBytes = 1U << 20U;
/// What one thread searches at a time, in 0.2 ms; less is not worth starting another thread.
constexpr std::size_t kSearchedBytes = 4U << 20U;

} // namespace

BodySearch::BodySearch(std::shared_ptr<const TextPack> pack, const Library &library)
    : m_pack(std::move(pack))
    , m_histogram(histogramOf(m_pack->allText().substr(0, kSampledBytes)))
    , m_rowOfEntry(m_pack->entries().size(), kNoRow)
    , m_entryOfRow(library.size(), kNoRow)
{
    for (std::size_t entry = 0; entry < m_rowOfEntry.size(); ++entry) {
        const std::optional<Row> row = library.findPath(m_pack->path(entry));
        if (row) {
            m_rowOfEntry[entry] = *row;
            m_entryOfRow[*row] = static_cast<std::uint32_t>(entry);
        }
    }
}

void BodySearch::search(std::string_view needle, RowSet &rows) const
{
    if (needle.empty()) {
        return;
    }
    const std::size_t entries = m_pack->entries().size();
    const std::size_t parts = m_pack->allText().size() / kSearchedBytes + 1;
    const unsigned threads = threadsFor(0);
    const TextScan scan(needle, m_histogram);
    std::vector<RowSet> found(threads,
                              RowSet(static_cast<Row>(m_entryOfRow.size()), RowSet::Fill::None));
    forEachIndex(parts, threads, [&](unsigned thread, std::size_t part) {
        searchEntries(scan, entries * part / parts, entries * (part + 1) / parts, found[thread]);
    });
    for (const RowSet &some : found) {
        rows.addAll(some);
    }
}

void BodySearch::searchEntries(const TextScan &scan, std::size_t first, std::size_t last,
                               RowSet &rows) const
{
    if (first == last) {
        return;
    }
    const auto entries = m_pack->entries();
    const std::string_view bytes
        = m_pack->allText().substr(0, entries[last - 1].offset + entries[last - 1].sizeBytes);
    std::size_t entry = first;
    for (std::size_t hit = scan.find(bytes, entries[entry].offset); hit != TextScan::kNotFound;) {
        while (entries[entry].offset + entries[entry].sizeBytes < hit) {
            ++entry; // The last one ends where the bytes do.
        }
        const bool isLive = hit >= entries[entry].offset && m_rowOfEntry[entry] != kNoRow;
        if (isLive) {
            rows.add(m_rowOfEntry[entry]);
        }
        const std::size_t next = hit < entries[entry].offset
            ? entries[entry].offset
            : entries[entry].offset + entries[entry].sizeBytes;
        hit = scan.find(bytes, next);
    }
}

std::string_view BodySearch::text(Row row) const
{
    return m_entryOfRow[row] == kNoRow ? std::string_view() : m_pack->text(m_entryOfRow[row]);
}

const TextPackEntry *BodySearch::entry(Row row) const
{
    return m_entryOfRow[row] == kNoRow ? nullptr : &m_pack->entries()[m_entryOfRow[row]];
}

} // namespace lectern::core
