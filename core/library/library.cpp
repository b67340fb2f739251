#include "core/library/library.h"

#include "core/library/library_columns.h"
#include "core/library/library_lookups.h"
#include "core/library/problem_codec.h"

#include <algorithm>

namespace lectern::core {

namespace {

bool hasFlag(std::uint8_t flags, RowFlag flag)
{
    return (flags & static_cast<std::uint8_t>(flag)) != 0;
}

} // namespace

Library::Library(std::shared_ptr<const LibraryColumns> columns)
    : m_columns(std::move(columns))
    , m_lookups(std::make_shared<const LibraryLookups>(*m_columns))
{}

std::string_view Library::root() const
{
    return m_columns->bytesOf(Section::Root);
}

Row Library::size() const
{
    return static_cast<Row>(m_columns->column<Row>(Section::ByDate).size());
}

std::string_view Library::path(Row row) const
{
    return m_columns->text(Section::Paths, row);
}

std::string_view Library::title(Row row) const
{
    return m_columns->text(Section::Titles, row);
}

std::string_view Library::summary(Row row) const
{
    return m_columns->text(Section::Summaries, row);
}

std::string_view Library::thumbnail(Row row) const
{
    return m_columns->text(Section::Thumbnails, row);
}

std::string_view Library::source(Row row) const
{
    return m_columns->text(Section::Sources, row);
}

std::string_view Library::author(Row row) const
{
    return m_columns->text(Section::Authors, row);
}

std::optional<ArticleDate> Library::date(Row row) const
{
    const std::uint8_t kind = m_columns->column<std::uint8_t>(Section::DateKinds)[row];
    const auto origin = static_cast<DateOrigin>(kind & 0x0FU);
    if (origin == DateOrigin::None) {
        return std::nullopt;
    }
    ArticleDate date;
    date.instant = m_columns->column<std::int64_t>(Section::Instants)[row];
    date.origin = origin;
    date.written.wallSeconds = m_columns->column<std::int64_t>(Section::WallSeconds)[row];
    date.written.precision = static_cast<Precision>(kind >> 4U);
    const std::int16_t offset = m_columns->column<std::int16_t>(Section::ZoneOffsets)[row];
    if (offset != kNoZone) {
        date.written.offsetMinutes = offset;
    }
    return date;
}

ArticleFlags Library::flags(Row row) const
{
    const std::uint8_t bits = m_columns->column<std::uint8_t>(Section::Flags)[row];
    ArticleFlags flags;
    flags.page = static_cast<PageKind>(bits & 3U);
    flags.isDraft = hasFlag(bits, RowFlag::Draft);
    flags.isBroken = hasFlag(bits, RowFlag::Broken);
    flags.hasImage = hasFlag(bits, RowFlag::HasImage);
    flags.hasMath = hasFlag(bits, RowFlag::HasMath);
    flags.isLanguageGuessed = hasFlag(bits, RowFlag::LanguageGuessed);
    return flags;
}

std::uint32_t Library::bodyLength(Row row) const
{
    return m_columns->column<std::uint32_t>(Section::BodyLengths)[row];
}

std::int64_t Library::weight(Row row) const
{
    return m_columns->column<std::int64_t>(Section::Weights)[row];
}

FileStamp Library::stamp(Row row) const
{
    return m_columns->column<FileStamp>(Section::Stamps)[row];
}

std::vector<Problem> Library::problems(Row row) const
{
    return decodeProblems(m_columns->text(Section::Problems, row));
}

std::vector<std::pair<std::string_view, std::string_view>> Library::others(Row row) const
{
    std::vector<std::pair<std::string_view, std::string_view>> fields;
    std::string_view bytes = m_columns->text(Section::Others, row);
    while (!bytes.empty()) {
        const std::string_view key = takeUntilNul(bytes);
        fields.emplace_back(key, takeUntilNul(bytes));
    }
    return fields;
}

std::optional<Row> Library::findPath(std::string_view wanted) const
{
    Row first = 0;
    Row last = size();
    while (first < last) {
        const Row middle = first + (last - first) / 2;
        if (path(middle) < wanted) {
            first = middle + 1;
        } else {
            last = middle;
        }
    }
    if (first == size() || path(first) != wanted) {
        return std::nullopt;
    }
    return first;
}

TermId Library::termCount(Taxonomy taxonomy) const
{
    return static_cast<TermId>(
        m_columns->column<TermId>(sectionOf(taxonomy, TaxonomyPart::ByName)).size());
}

std::string_view Library::termName(Taxonomy taxonomy, TermId term) const
{
    return m_columns->text(sectionOf(taxonomy, TaxonomyPart::NameOffsets), term);
}

std::optional<TermId> Library::findTerm(Taxonomy taxonomy, std::string_view name) const
{
    const auto byName = m_columns->column<TermId>(sectionOf(taxonomy, TaxonomyPart::ByName));
    const auto nameOf = [&](TermId term) { return termName(taxonomy, term); };
    const auto found = std::ranges::lower_bound(byName, name, {}, nameOf);
    if (found == byName.end() || nameOf(*found) != name) {
        return std::nullopt;
    }
    return *found;
}

std::span<const TermId> Library::terms(Taxonomy taxonomy, Row row) const
{
    const auto starts
        = m_columns->column<std::uint32_t>(sectionOf(taxonomy, TaxonomyPart::RowStarts));
    return m_columns->column<TermId>(sectionOf(taxonomy, TaxonomyPart::RowTerms))
        .subspan(starts[row], starts[row + 1] - starts[row]);
}

std::span<const Row> Library::rowsWith(Taxonomy taxonomy, TermId term) const
{
    const auto starts
        = m_columns->column<std::uint32_t>(sectionOf(taxonomy, TaxonomyPart::TermStarts));
    return m_columns->column<Row>(sectionOf(taxonomy, TaxonomyPart::TermRows))
        .subspan(starts[term], starts[term + 1] - starts[term]);
}

bool Library::isDated(Row row) const
{
    return statesDate(m_columns->column<std::uint8_t>(Section::DateKinds)[row]);
}

std::span<const Row> Library::rowsByDate() const
{
    return m_columns->column<Row>(Section::ByDate);
}

std::span<const Row> Library::rowsByTitle() const
{
    const auto rows = m_columns->column<Row>(Section::ByTitle);
    return rows.size() == size() ? rows : m_lookups->rowsByTitle();
}

std::vector<std::pair<std::string, Problem>> Library::folderProblems() const
{
    std::vector<std::pair<std::string, Problem>> problems;
    std::string_view bytes = m_columns->bytesOf(Section::FolderProblems);
    while (!bytes.empty()) {
        const std::string_view path = takeUntilNul(bytes);
        Problem problem;
        if (!decodeProblem(bytes, problem)) {
            break;
        }
        problems.emplace_back(path, problem);
    }
    return problems;
}

} // namespace lectern::core
