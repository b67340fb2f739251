#include "core/library/library_builder.h"

#include "core/base/task.h"
#include "core/library/library_columns.h"
#include "core/library/problem_codec.h"
#include "core/library/term_merge.h"
#include "core/library/title_order.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <functional>
#include <memory_resource>
#include <numeric>
#include <optional>

namespace lectern::core {

namespace {

constexpr std::array kTextColumns{
    Section::Paths,   Section::Titles,  Section::Summaries, Section::Thumbnails,
    Section::Sources, Section::Authors, Section::Others,    Section::Problems,
};

std::pmr::string encoded(std::span<const FolderProblem> folderProblems)
{
    std::pmr::string bytes;
    for (const auto &[path, problem] : folderProblems) {
        appendWithNul(path, bytes);
        encodeProblem(problem, bytes);
    }
    return bytes;
}

/// Merges \a added into \a kept, both sorted by \a isLess, which is asked little where few are
/// added.
template <typename IsLess>
void mergeOrders(std::span<const Row> kept, std::span<const Row> added, const IsLess &isLess,
                 std::span<Row> merged)
{
    auto out = merged.begin();
    std::size_t from = 0;
    for (const Row row : added) {
        std::size_t step = 1;
        while (from + step <= kept.size() && isLess(kept[from + step - 1], row)) {
            step *= 2;
        }
        const auto first = kept.begin() + static_cast<std::ptrdiff_t>(from + step / 2);
        const auto last
            = kept.begin() + static_cast<std::ptrdiff_t>(std::min(from + step, kept.size()));
        const auto place
            = std::partition_point(first, last, [&](Row other) { return isLess(other, row); });
        out = std::copy(kept.begin() + static_cast<std::ptrdiff_t>(from), place, out);
        from = static_cast<std::size_t>(place - kept.begin());
        *out++ = row;
    }
    std::copy(kept.begin() + static_cast<std::ptrdiff_t>(from), kept.end(), out);
}

class Assembler final
{
public:
    explicit Assembler(const LibraryParts &parts)
        : m_parts(parts)
        , m_folderProblems(encoded(parts.folderProblems))
    {
        for (const RowRun &run : parts.runs) {
            const auto rows = run.last - run.first;
            m_runs.push_back({sectionsOf(run), run.first, run.last, m_rows});
            m_rows += rows;
        }
    }

    std::shared_ptr<const Library> assemble()
    {
        inParallel({[this] { m_terms[0].emplace(Taxonomy::Category, m_runs); },
                    [this] { m_terms[1].emplace(Taxonomy::Tag, m_runs); },
                    [this] { m_terms[2].emplace(Taxonomy::Language, m_runs); }});
        reserve();
        m_writer.layOut();
        fill();
        placeRows();
        inParallel(
            {[this] { orderByDate(); }, [this] { countBytes(0); }, [this] { countBytes(1); }});
        addCounts();
        if (m_parts.titles == TitleOrdering::Now) {
            orderByTitle();
        }
        return std::make_shared<const Library>(m_writer.finish());
    }

private:
    const Sections *sectionsOf(const RowRun &run)
    {
        if (run.columns == nullptr) {
            return &m_parts.previous->columns().sections();
        }
        const auto known = std::ranges::find(m_columns, run.columns, &Columns::columns);
        if (known != m_columns.end()) {
            return known->sections.get();
        }
        m_columns.push_back(
            {run.columns, std::make_unique<const Sections>(run.columns->sections())});
        return m_columns.back().sections.get();
    }

    void inParallel(const std::vector<std::function<void()>> &tasks) const
    {
        forEachIndex(tasks.size(), m_parts.threads,
                     [&](unsigned, std::size_t index) { tasks[index](); });
    }

    void reserve()
    {
        m_writer.reserve<char>(Section::Root, m_parts.root.size());
        m_writer.reserve<char>(Section::Zone, m_parts.zone.size());
        m_writer.reserve<char>(Section::Conventions, m_parts.conventions.size());
        m_writer.reserve<char>(Section::FolderProblems, m_folderProblems.size());
        for (const Section section : kTextColumns) {
            m_writer.reserve<std::uint32_t>(section, m_rows + 1);
            m_writer.reserve<char>(next(section), sizeOfRuns(section));
        }
        m_writer.reserve<std::uint32_t>(Section::SearchTitles, m_rows + 1);
        m_writer.reserve<std::uint32_t>(Section::SearchSummaries, m_rows);
        m_writer.reserve<char>(Section::SearchBytes, sizeOfRuns(Section::SearchTitles));
        m_writer.reserve<std::uint64_t>(Section::SearchHistogram, 256);
        m_writer.reserve<std::int64_t>(Section::Instants, m_rows);
        m_writer.reserve<std::int64_t>(Section::WallSeconds, m_rows);
        m_writer.reserve<std::int16_t>(Section::ZoneOffsets, m_rows);
        m_writer.reserve<std::uint8_t>(Section::DateKinds, m_rows);
        m_writer.reserve<std::uint8_t>(Section::Flags, m_rows);
        m_writer.reserve<std::uint32_t>(Section::BodyLengths, m_rows);
        m_writer.reserve<std::int64_t>(Section::Weights, m_rows);
        m_writer.reserve<FileStamp>(Section::Stamps, m_rows);
        m_writer.reserve<Row>(Section::ByDate, m_rows);
        m_writer.reserve<Row>(Section::ByTitle, m_parts.titles == TitleOrdering::Now ? m_rows : 0);
        for (const auto &terms : m_terms) {
            terms->reserve(m_writer);
        }
    }

    std::size_t sizeOfRuns(Section offsets) const
    {
        std::size_t size = 0;
        for (const PlacedRun &run : m_runs) {
            const auto starts = run.sections->column<std::uint32_t>(offsets);
            size += starts[run.last] - starts[run.first];
        }
        return size;
    }

    void fill()
    {
        std::ranges::copy(m_parts.root, m_writer.column<char>(Section::Root).begin());
        std::ranges::copy(m_parts.zone, m_writer.column<char>(Section::Zone).begin());
        std::ranges::copy(m_parts.conventions, m_writer.column<char>(Section::Conventions).begin());
        std::ranges::copy(m_folderProblems, m_writer.column<char>(Section::FolderProblems).begin());
        std::vector<std::function<void()>> tasks;
        for (auto &terms : m_terms) {
            tasks.emplace_back([this, &terms] { terms->fill(m_writer); });
        }
        for (const Section section : kTextColumns) {
            tasks.emplace_back([this, section] { copyTexts(section, next(section)); });
        }
        tasks.emplace_back([this] { copySearchText(); });
        tasks.emplace_back([this] { copyValues<FileStamp>(Section::Stamps); });
        tasks.emplace_back([this] {
            copyValues<std::int64_t>(Section::Instants);
            copyValues<std::int64_t>(Section::WallSeconds);
            copyValues<std::int16_t>(Section::ZoneOffsets);
            copyValues<std::uint8_t>(Section::DateKinds);
            copyValues<std::uint8_t>(Section::Flags);
            copyValues<std::uint32_t>(Section::BodyLengths);
            copyValues<std::int64_t>(Section::Weights);
        });
        inParallel(tasks);
    }

    template <typename T>
    void copyValues(Section section)
    {
        auto out = m_writer.column<T>(section).begin();
        for (const PlacedRun &run : m_runs) {
            const auto values = run.sections->column<T>(section);
            out = std::copy(values.begin() + run.first, values.begin() + run.last, out);
        }
    }

    /// The offsets in \a section and the bytes in \a bytes that they cut.
    void copyTexts(Section section, Section bytes)
    {
        const auto offsets = m_writer.column<std::uint32_t>(section);
        const auto out = m_writer.column<char>(bytes);
        std::uint32_t end = 0;
        offsets[0] = 0;
        for (const PlacedRun &run : m_runs) {
            const auto starts = run.sections->column<std::uint32_t>(section);
            const std::uint32_t start = starts[run.first];
            std::ranges::copy(run.sections->bytesOf(bytes).substr(start, starts[run.last] - start),
                              out.begin() + end);
            std::transform(starts.begin() + run.first + 1, starts.begin() + run.last + 1,
                           offsets.begin() + run.row + 1,
                           [=](std::uint32_t offset) { return offset - start + end; });
            end += starts[run.last] - start;
        }
    }

    void copySearchText()
    {
        copyTexts(Section::SearchTitles, Section::SearchBytes);
        const auto titles = m_writer.column<std::uint32_t>(Section::SearchTitles);
        const auto summaries = m_writer.column<std::uint32_t>(Section::SearchSummaries);
        for (const PlacedRun &run : m_runs) {
            const auto oldTitles = run.sections->column<std::uint32_t>(Section::SearchTitles);
            const auto oldSummaries = run.sections->column<std::uint32_t>(Section::SearchSummaries);
            for (Row row = run.first; row < run.last; ++row) {
                const Row placed = row - run.first + run.row;
                summaries[placed] = oldSummaries[row] - oldTitles[row] + titles[placed];
            }
        }
    }

    /// Learns which rows are new and where those of the previous library are now.
    void placeRows()
    {
        constexpr Row kGone = UINT32_MAX;
        std::vector<Row> placeOf(m_parts.previous != nullptr ? m_parts.previous->size() : 0, kGone);
        for (std::size_t index = 0; index < m_runs.size(); ++index) {
            const PlacedRun &run = m_runs[index];
            const RowColumns *const columns = m_parts.runs[index].columns;
            for (Row row = run.first; row < run.last; ++row) {
                const Row placed = row - run.first + run.row;
                if (columns == nullptr) {
                    placeOf[row] = placed;
                } else {
                    m_new.push_back(placed);
                }
            }
        }
        const auto keep = [&](std::span<const Row> order, std::vector<Row> &kept) {
            kept.reserve(order.size());
            for (const Row row : order) {
                if (placeOf[row] != kGone) {
                    kept.push_back(placeOf[row]);
                }
            }
        };
        if (m_parts.previous != nullptr) {
            keep(m_parts.previous->rowsByDate(), m_keptByDate);
        }
        if (m_parts.previous != nullptr && m_parts.titles == TitleOrdering::Now) {
            keep(m_parts.previous->rowsByTitle(), m_keptByTitle);
        }
    }

    void orderByTitle()
    {
        const TitleOrder order;
        const auto offsets = m_writer.column<std::uint32_t>(Section::Titles);
        const auto bytes = m_writer.column<char>(next(Section::Titles));
        const auto title = [&](Row row) {
            return std::string_view(bytes.data() + offsets[row], offsets[row + 1] - offsets[row]);
        };
        mergeOrders(
            m_keptByTitle, orderedByTitle(m_new, title, m_parts.threads),
            [&](Row left, Row right) {
                const int compared = order.compare(title(left), title(right));
                return compared != 0 ? compared < 0 : left < right;
            },
            m_writer.column<Row>(Section::ByTitle));
    }

    void orderByDate()
    {
        const auto instants = m_writer.column<std::int64_t>(Section::Instants);
        const auto kinds = m_writer.column<std::uint8_t>(Section::DateKinds);
        const auto isBefore = [&](Row left, Row right) {
            const bool isLeftDated = statesDate(kinds[left]);
            const bool isRightDated = statesDate(kinds[right]);
            if (isLeftDated != isRightDated) {
                return isLeftDated;
            }
            return instants[left] != instants[right] ? instants[left] > instants[right]
                                                     : left < right;
        };
        mergeOrders(m_keptByDate, newRowsByDate(), isBefore, m_writer.column<Row>(Section::ByDate));
    }

    /// In the order of orderByDate(); sorts copies of what it compares, which lies together.
    std::vector<Row> newRowsByDate()
    {
        struct Dated
        {
            bool isUndated;
            std::int64_t instant;
            Row row;

            bool operator<(const Dated &other) const
            {
                if (isUndated != other.isUndated) {
                    return other.isUndated;
                }
                return instant != other.instant ? instant > other.instant : row < other.row;
            }
        };

        const auto instants = m_writer.column<std::int64_t>(Section::Instants);
        const auto kinds = m_writer.column<std::uint8_t>(Section::DateKinds);
        std::vector<Dated> dated;
        dated.reserve(m_new.size());
        for (const Row row : m_new) {
            dated.push_back({!statesDate(kinds[row]), instants[row], row});
        }
        std::sort(dated.begin(), dated.end());
        std::vector<Row> rows;
        rows.reserve(dated.size());
        for (const Dated &one : dated) {
            rows.push_back(one.row);
        }
        return rows;
    }

    /// Counts the bytes of one half of the search text.
    void countBytes(std::size_t half)
    {
        const auto bytes = m_writer.column<unsigned char>(Section::SearchBytes);
        const std::size_t middle = bytes.size() / 2;
        const auto part = half == 0 ? bytes.first(middle) : bytes.subspan(middle);
        // Four tables, because a byte that repeats would wait for its own count.
        std::array<std::array<std::uint32_t, 256>, 4> counts{};
        for (std::size_t index = 0; index < part.size(); ++index) {
            ++counts[index % counts.size()][part[index]];
        }
        for (std::size_t byte = 0; byte < m_counts[half].size(); ++byte) {
            m_counts[half][byte] = std::uint64_t{counts[0][byte]} + counts[1][byte]
                + counts[2][byte] + counts[3][byte];
        }
    }

    void addCounts()
    {
        const auto histogram = m_writer.column<std::uint64_t>(Section::SearchHistogram);
        for (std::size_t byte = 0; byte < histogram.size(); ++byte) {
            histogram[byte] = m_counts[0][byte] + m_counts[1][byte];
        }
    }

    struct Columns
    {
        const RowColumns *columns;
        std::unique_ptr<const Sections> sections;
    };

    const LibraryParts &m_parts;
    std::pmr::string m_folderProblems;
    std::vector<Columns> m_columns;
    std::vector<PlacedRun> m_runs;
    Row m_rows = 0;
    std::array<std::optional<TermMerge>, kTaxonomies> m_terms;
    LibraryColumnsWriter m_writer;
    std::vector<Row> m_new;
    std::vector<Row> m_keptByTitle;
    std::vector<Row> m_keptByDate;
    std::array<std::array<std::uint64_t, 256>, 2> m_counts{}; ///< of each half of the search text
};

} // namespace

std::shared_ptr<const Library> assembleLibrary(const LibraryParts &parts)
{
    return Assembler(parts).assemble();
}

std::shared_ptr<const Library> withTitleOrder(const std::shared_ptr<const Library> &library)
{
    if (library->columns().column<Row>(Section::ByTitle).size() == library->size()) {
        return library;
    }
    const std::vector<FolderProblem> folderProblems = library->folderProblems();
    return assembleLibrary({.root = library->root(),
                            .zone = library->columns().bytesOf(Section::Zone),
                            .conventions = library->columns().bytesOf(Section::Conventions),
                            .runs = {{nullptr, 0, library->size()}},
                            .previous = library.get(),
                            .folderProblems = folderProblems,
                            .titles = TitleOrdering::Now,
                            .threads = threadsFor(0)});
}

std::shared_ptr<const Library> buildLibrary(std::string_view root,
                                            std::vector<ArticleRecord> records,
                                            const std::vector<FolderProblem> &folderProblems,
                                            const WallClock &clock)
{
    std::ranges::sort(records, {}, &ArticleRecord::path);
    RowColumns columns(clock);
    for (const ArticleRecord &record : records) {
        columns.add(record.facts());
    }
    const std::string zone = clock.name();
    LibraryParts parts;
    parts.root = root;
    parts.zone = zone;
    parts.runs.push_back({&columns, 0, columns.size()});
    parts.folderProblems = folderProblems;
    return assembleLibrary(parts);
}

} // namespace lectern::core
