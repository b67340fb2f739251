#include "core/library/library_lookups.h"

#include "core/base/task.h"
#include "core/base/text.h"
#include "core/library/library_columns.h"
#include "core/library/title_order.h"

#include <algorithm>
#include <chrono>
#include <climits>
#include <numeric>

namespace lectern::core {

namespace {

/// The host of an address, without `www.`.
std::string_view hostOf(std::string_view address)
{
    const std::size_t start = address.find("://");
    if (start == std::string_view::npos) {
        return {};
    }
    std::string_view host = address.substr(start + 3);
    host = host.substr(0, host.find_first_of("/?#:"));
    host.remove_prefix(host.starts_with("www.") ? 4 : 0);
    return host;
}

template <typename Part>
FoldedTexts foldedColumn(const LibraryColumns &columns, Section section, const Part &part)
{
    FoldedTexts texts;
    const std::size_t count = columns.column<std::uint32_t>(section).size() - 1;
    for (std::size_t index = 0; index < count; ++index) {
        texts.add(part(columns.text(section, index)));
    }
    return texts;
}

std::string_view wholeText(std::string_view text)
{
    return text;
}

/// year * 12 + month - 1 of a wall clock.
int monthOf(std::int64_t wallSeconds)
{
    constexpr std::int64_t kYear0 = -62'167'219'200; // an index on disk may hold anything
    constexpr std::int64_t kYear10000 = 253'402'300'800;
    const auto day = std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds(
        std::chrono::seconds(std::clamp(wallSeconds, kYear0, kYear10000 - 1))));
    const std::chrono::year_month_day date(day);
    return static_cast<int>(date.year()) * 12 + static_cast<int>(unsigned(date.month())) - 1;
}

RowMonths monthsOf(const LibraryColumns &columns)
{
    const auto kinds = columns.column<std::uint8_t>(Section::DateKinds);
    const auto clocks = columns.column<std::int64_t>(Section::WallSeconds);
    std::vector<int> months(kinds.size(), INT_MAX);
    int first = INT_MAX;
    int last = INT_MIN;
    for (std::size_t row = 0; row < kinds.size(); ++row) {
        if (statesDate(kinds[row])) {
            months[row] = monthOf(clocks[row]);
            first = std::min(first, months[row]);
            last = std::max(last, months[row]);
        }
    }
    RowMonths result;
    result.numbers.assign(months.size(), RowMonths::kUndated);
    if (first <= last) {
        result.first = first;
        result.count = static_cast<std::uint32_t>(last - first) + 1;
    }
    for (std::size_t row = 0; row < months.size(); ++row) {
        if (months[row] != INT_MAX) {
            result.numbers[row] = static_cast<std::uint32_t>(months[row] - first);
        }
    }
    return result;
}

} // namespace

void FoldedTexts::add(std::string_view text)
{
    if (!text.empty()) {
        m_bytes += foldForSearch(text);
    }
    m_bytes += '\0';
    m_starts.push_back(static_cast<std::uint32_t>(m_bytes.size()));
}

LibraryLookups::LibraryLookups(const LibraryColumns &columns)
    : m_columns(columns)
{}

const FoldedTexts &LibraryLookups::termNames(Taxonomy taxonomy) const
{
    Lazy<FoldedTexts> &names = m_termNames.at(static_cast<std::size_t>(taxonomy));
    std::call_once(names.once, [&] {
        names.value
            = foldedColumn(m_columns, sectionOf(taxonomy, TaxonomyPart::NameOffsets), wholeText);
    });
    return names.value;
}

const NestedTerms &LibraryLookups::nestedTerms(Taxonomy taxonomy) const
{
    Lazy<NestedTerms> &nested = m_nestedTerms.at(static_cast<std::size_t>(taxonomy));
    std::call_once(nested.once,
                   [&] { nested.value = nestedTermsOf(m_columns, taxonomy, termNames(taxonomy)); });
    return nested.value;
}

const FoldedTexts &LibraryLookups::authors() const
{
    std::call_once(m_authors.once,
                   [&] { m_authors.value = foldedColumn(m_columns, Section::Authors, wholeText); });
    return m_authors.value;
}

const FoldedTexts &LibraryLookups::sites() const
{
    std::call_once(m_sites.once,
                   [&] { m_sites.value = foldedColumn(m_columns, Section::Sources, hostOf); });
    return m_sites.value;
}

const FoldedTexts &LibraryLookups::paths() const
{
    std::call_once(m_paths.once,
                   [&] { m_paths.value = foldedColumn(m_columns, Section::Paths, repairUtf8); });
    return m_paths.value;
}

const LibraryFolders &LibraryLookups::folders() const
{
    std::call_once(m_folders.once, [&] { m_folders.value = foldersOf(m_columns); });
    return m_folders.value;
}

const FoldedTexts &LibraryLookups::folderNames() const
{
    std::call_once(m_folderNames.once, [&] {
        for (const LibraryFolder &folder : folders().all) {
            m_folderNames.value.add(repairUtf8(folder.path));
        }
    });
    return m_folderNames.value;
}

const RowMonths &LibraryLookups::months() const
{
    std::call_once(m_months.once, [&] { m_months.value = monthsOf(m_columns); });
    return m_months.value;
}

const std::vector<Row> &LibraryLookups::rowsByTitle() const
{
    std::call_once(m_rowsByTitle.once, [&] {
        std::vector<Row> rows(m_columns.column<std::uint8_t>(Section::Flags).size());
        std::iota(rows.begin(), rows.end(), Row{0});
        m_rowsByTitle.value = orderedByTitle(
            rows, [this](Row row) { return m_columns.text(Section::Titles, row); }, threadsFor(0));
    });
    return m_rowsByTitle.value;
}

} // namespace lectern::core
