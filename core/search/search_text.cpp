#include "core/search/search_text.h"

#include "core/base/task.h"
#include "core/base/text_scan.h"
#include "core/library/library_columns.h"

#include <algorithm>

namespace lectern::core {

namespace {

ByteHistogram searchHistogram(const Library &library)
{
    ByteHistogram histogram{};
    std::ranges::copy(library.columns().column<std::uint64_t>(Section::SearchHistogram),
                      histogram.begin());
    return histogram;
}

/// Adds the rows from \a first to before \a last.
void findText(const Library &library, const TextScan &scan, QueryField field, Row first, Row last,
              RowSet &rows)
{
    const LibraryColumns &columns = library.columns();
    const auto titles = columns.column<std::uint32_t>(Section::SearchTitles);
    const auto summaries = columns.column<std::uint32_t>(Section::SearchSummaries);
    const std::string_view bytes = columns.bytesOf(Section::SearchBytes).substr(0, titles[last]);
    Row row = first;
    std::size_t from = titles[first];
    for (std::size_t hit = scan.find(bytes, from); hit != TextScan::kNotFound;
         hit = scan.find(bytes, from)) {
        while (titles[row + 1] <= hit) {
            ++row;
        }
        const bool isInSummary = hit >= summaries[row];
        if (field == QueryField::Text || isInSummary == (field == QueryField::Summary)) {
            rows.add(row);
            from = titles[row + 1];
        } else {
            from = isInSummary ? titles[row + 1] : summaries[row];
        }
    }
}

} // namespace

RowSet rowsWithText(const Library &library, QueryField field, std::string_view needle)
{
    constexpr std::size_t kPartBytes = 2U << 20U; // Less is not worth starting another thread.
    constexpr Row kRowsAWord = 64; // Threads share no word of a set.
    RowSet rows(library.size(), RowSet::Fill::None);
    const TextScan scan(needle, searchHistogram(library));
    const Row words = (library.size() + kRowsAWord - 1) / kRowsAWord;
    const std::size_t parts
        = library.columns().bytesOf(Section::SearchBytes).size() / kPartBytes + 1;
    const auto firstOf = [&](std::size_t part) {
        const auto row = static_cast<Row>(words * part / parts * kRowsAWord);
        return std::min(row, library.size());
    };
    forEachIndex(parts, threadsFor(0), [&](unsigned, std::size_t part) {
        findText(library, scan, field, firstOf(part), firstOf(part + 1), rows);
    });
    return rows;
}

RowSet rowsWithText(const Library &library, QueryField field, std::string_view needle,
                    const RowSet &candidates)
{
    RowSet rows(library.size(), RowSet::Fill::None);
    const LibraryColumns &columns = library.columns();
    const auto titles = columns.column<std::uint32_t>(Section::SearchTitles);
    const auto summaries = columns.column<std::uint32_t>(Section::SearchSummaries);
    const std::string_view bytes = columns.bytesOf(Section::SearchBytes);
    const TextScan scan(needle, searchHistogram(library));
    std::size_t hit = scan.find(bytes);
    candidates.forEach([&](Row row) {
        // What is asked for in this row is between first and last.
        const std::size_t first = field == QueryField::Summary ? summaries[row] : titles[row];
        const std::size_t last = field == QueryField::Title ? summaries[row] : titles[row + 1];
        if (hit < first) {
            hit = scan.find(bytes, first);
        }
        if (hit < last) {
            rows.add(row);
        }
    });
    return rows;
}

} // namespace lectern::core
