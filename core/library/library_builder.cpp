#include "core/library/library_builder.h"

#include "core/base/text.h"
#include "core/library/library_image.h"
#include "core/library/problem_codec.h"

#include <unicode/coll.h>
#include <unicode/locid.h>
#include <unicode/stringpiece.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <functional>
#include <numeric>
#include <unordered_map>

namespace lectern::core {

namespace {

/// A text column while it grows.
struct TextColumn
{
    std::vector<std::uint32_t> offsets{0};
    std::string bytes;

    void add(std::string_view text)
    {
        bytes += text;
        endText();
    }

    /// Ends a text that was appended to \c bytes in pieces.
    void endText() { offsets.push_back(static_cast<std::uint32_t>(bytes.size())); }
};

void set(LibraryImageWriter &writer, Section section, const TextColumn &column)
{
    writer.set(section, column.offsets);
    writer.set(next(section), column.bytes);
}

std::string joined(const std::vector<std::string> &names)
{
    std::string text;
    for (const std::string &name : names) {
        text += text.empty() ? "" : ", ";
        text += name;
    }
    return text;
}

bool isBroken(const std::vector<Problem> &problems)
{
    return std::ranges::any_of(problems, [](const Problem &problem) {
        return severityOf(problem.code) != Severity::Note;
    });
}

std::uint8_t flagsOf(const ArticleRecord &record)
{
    const auto bit
        = [](bool isSet, RowFlag flag) { return isSet ? static_cast<unsigned>(flag) : 0U; };
    return static_cast<std::uint8_t>(
        static_cast<unsigned>(record.meta.page) | bit(record.meta.isDraft, RowFlag::Draft)
        | bit(isBroken(record.problems), RowFlag::Broken) | bit(record.hasImage, RowFlag::HasImage)
        | bit(record.hasMath, RowFlag::HasMath)
        | bit(record.meta.isLanguageGuessed, RowFlag::LanguageGuessed));
}

struct StringHash
{
    using is_transparent = void;

    std::size_t operator()(std::string_view text) const
    {
        return std::hash<std::string_view>()(text);
    }
};

const std::vector<std::string> &termsOf(const ArticleMeta &meta, Taxonomy taxonomy)
{
    switch (taxonomy) {
    case Taxonomy::Category:
        return meta.categories;
    case Taxonomy::Tag:
        return meta.tags;
    case Taxonomy::Language:
        break;
    }
    return meta.languages;
}

/// One taxonomy's term table and the postings both ways.
class TermTable final
{
public:
    void addRow(const std::vector<std::string> &names)
    {
        const std::size_t start = m_rowTerms.size();
        for (const std::string &name : names) {
            const TermId term = idOf(name);
            const auto first = m_rowTerms.begin() + static_cast<std::ptrdiff_t>(start);
            if (std::find(first, m_rowTerms.end(), term) == m_rowTerms.end()) {
                m_rowTerms.push_back(term);
                ++m_counts[term];
            }
        }
        m_rowStarts.push_back(static_cast<std::uint32_t>(m_rowTerms.size()));
    }

    /// Renumbers the terms by count and makes the postings by term.
    void finish()
    {
        std::vector<TermId> order(m_names.size());
        std::iota(order.begin(), order.end(), 0);
        std::ranges::sort(order, [&](TermId left, TermId right) {
            return m_counts[left] != m_counts[right] ? m_counts[left] > m_counts[right]
                                                     : *m_names[left] < *m_names[right];
        });
        std::vector<TermId> newIds(order.size());
        m_termStarts.push_back(0);
        for (TermId term = 0; term < order.size(); ++term) {
            newIds[order[term]] = term;
            m_nameColumn.add(*m_names[order[term]]);
            m_termStarts.push_back(m_termStarts.back() + m_counts[order[term]]);
        }
        for (TermId &term : m_rowTerms) {
            term = newIds[term];
        }
        fillTermRows();
        orderByName(order, newIds);
    }

    void setSections(LibraryImageWriter &writer, Taxonomy taxonomy) const
    {
        set(writer, sectionOf(taxonomy, TaxonomyPart::NameOffsets), m_nameColumn);
        writer.set(sectionOf(taxonomy, TaxonomyPart::ByName), m_byName);
        writer.set(sectionOf(taxonomy, TaxonomyPart::RowStarts), m_rowStarts);
        writer.set(sectionOf(taxonomy, TaxonomyPart::RowTerms), m_rowTerms);
        writer.set(sectionOf(taxonomy, TaxonomyPart::TermStarts), m_termStarts);
        writer.set(sectionOf(taxonomy, TaxonomyPart::TermRows), m_termRows);
    }

private:
    TermId idOf(std::string_view name)
    {
        const auto found = m_ids.find(name);
        if (found != m_ids.end()) {
            return found->second;
        }
        const auto added = m_ids.emplace(name, static_cast<TermId>(m_names.size())).first;
        m_names.push_back(&added->first);
        m_counts.push_back(0);
        return added->second;
    }

    void fillTermRows()
    {
        m_termRows.resize(m_rowTerms.size());
        std::vector<std::uint32_t> ends(m_termStarts.begin(), m_termStarts.end() - 1);
        for (Row row = 0; row + 1 < m_rowStarts.size(); ++row) {
            for (std::uint32_t index = m_rowStarts[row]; index < m_rowStarts[row + 1]; ++index) {
                m_termRows[ends[m_rowTerms[index]]++] = row;
            }
        }
    }

    void orderByName(std::vector<TermId> oldIds, const std::vector<TermId> &newIds)
    {
        std::ranges::sort(oldIds, {},
                          [&](TermId old) -> const std::string & { return *m_names[old]; });
        for (const TermId old : oldIds) {
            m_byName.push_back(newIds[old]);
        }
    }

    std::unordered_map<std::string, TermId, StringHash, std::equal_to<>> m_ids;
    std::vector<const std::string *> m_names;
    std::vector<std::uint32_t> m_counts;
    std::vector<std::uint32_t> m_rowStarts{0};
    std::vector<TermId> m_rowTerms;
    std::vector<std::uint32_t> m_termStarts;
    std::vector<Row> m_termRows;
    std::vector<TermId> m_byName;
    TextColumn m_nameColumn;
};

/// The folded titles and summaries, each ended by NUL so that no match reaches over an end.
struct SearchText
{
    std::vector<std::uint32_t> titles{0};
    std::vector<std::uint32_t> summaries;
    std::string bytes;

    void add(std::string_view title, std::string_view summary)
    {
        addPart(title);
        summaries.push_back(static_cast<std::uint32_t>(bytes.size()));
        addPart(summary);
        titles.push_back(static_cast<std::uint32_t>(bytes.size()));
    }

    std::vector<std::uint64_t> histogram() const
    {
        std::vector<std::uint64_t> counts(256);
        for (const char byte : bytes) {
            ++counts[static_cast<unsigned char>(byte)];
        }
        return counts;
    }

private:
    void addPart(std::string_view text)
    {
        const std::size_t start = bytes.size();
        bytes += foldForSearch(text);
        std::replace(bytes.begin() + static_cast<std::ptrdiff_t>(start), bytes.end(), '\0', ' ');
        bytes += '\0';
    }
};

struct DateColumns
{
    std::vector<std::int64_t> instants;
    std::vector<std::int64_t> wallSeconds;
    std::vector<std::int16_t> zoneOffsets;
    std::vector<std::uint8_t> kinds;

    void add(const ArticleMeta &meta, const WallClock &clock)
    {
        const Timestamp written = meta.date.value_or(Timestamp{});
        const DateOrigin origin = meta.date ? meta.dateOrigin : DateOrigin::None;
        instants.push_back(meta.date ? clock.instantOf(written) : 0);
        wallSeconds.push_back(written.wallSeconds);
        zoneOffsets.push_back(written.offsetMinutes.value_or(kNoZone));
        kinds.push_back(static_cast<std::uint8_t>(
            static_cast<unsigned>(origin) | static_cast<unsigned>(written.precision) << 4U));
    }

    std::vector<Row> newestFirst() const
    {
        std::vector<Row> rows(instants.size());
        std::iota(rows.begin(), rows.end(), 0);
        const auto isUndated = [this](Row row) {
            const auto origin = static_cast<DateOrigin>(kinds[row] & 0x0FU);
            return origin == DateOrigin::None || origin == DateOrigin::FileTime;
        };
        std::ranges::stable_sort(rows, [&](Row left, Row right) {
            const bool isLeftUndated = isUndated(left);
            const bool isRightUndated = isUndated(right);
            return isLeftUndated != isRightUndated ? isRightUndated
                                                   : instants[left] > instants[right];
        });
        return rows;
    }
};

/// The whole key: keys cut short would leave titles with a long common beginning in any order.
std::string sortKey(const icu::Collator &collator, const std::string &text)
{
    const icu::UnicodeString title = icu::UnicodeString::fromUTF8(text);
    std::string key(256, '\0');
    const auto write = [&] {
        return static_cast<std::size_t>(
            collator.getSortKey(title, reinterpret_cast<std::uint8_t *>(key.data()),
                                static_cast<std::int32_t>(key.size())));
    };
    const std::size_t needed = write();
    if (needed > key.size()) {
        key.resize(needed);
        write();
    }
    key.resize(needed);
    return key;
}

/// Latin first and Han by pinyin: the Chinese collation serves a mixed library in any language,
/// once its own rule that puts Han before Latin is taken back.
std::unique_ptr<icu::Collator> titleCollator(UErrorCode &status)
{
    std::unique_ptr<icu::Collator> collator(
        icu::Collator::createInstance(icu::Locale::getChinese(), status));
    if (U_SUCCESS(status) != 0) {
        constexpr std::int32_t kFirst = USCRIPT_LATIN;
        collator->setReorderCodes(&kFirst, 1, status);
    }
    return collator;
}

std::vector<Row> orderByTitle(const std::vector<ArticleRecord> &records)
{
    std::vector<Row> rows(records.size());
    std::iota(rows.begin(), rows.end(), 0);
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Collator> collator = titleCollator(status);
    if (U_FAILURE(status) != 0) {
        std::ranges::stable_sort(rows, {}, [&](Row row) { return records[row].meta.title; });
        return rows;
    }
    std::vector<std::string> keys(records.size());
    for (Row row = 0; row < records.size(); ++row) {
        keys[row] = sortKey(*collator, records[row].meta.title);
    }
    std::ranges::stable_sort(rows, {}, [&](Row row) -> const std::string & { return keys[row]; });
    return rows;
}

/// Appends the fields that have no column of their own, under the names front matter uses, then the
/// keys this program does not know.
void appendOthers(const ArticleMeta &meta, std::string &bytes)
{
    const auto append = [&bytes](std::string_view key, std::string_view value) {
        if (!value.empty()) {
            appendWithNul(key, bytes);
            appendWithNul(value, bytes);
        }
    };
    const auto appendFlag = [&append](std::string_view key, std::optional<bool> value) {
        if (value) {
            append(key, *value ? "true" : "false");
        }
    };
    append("menu", meta.menu);
    append("lead", meta.lead);
    append("sidebar", meta.sidebar);
    append("slug", meta.slug);
    append("url", meta.url);
    append("series", joined(meta.series));
    append("keywords", joined(meta.keywords));
    append("aliases", joined(meta.aliases));
    append("translations", joined(meta.translations));
    append("widgets", joined(meta.widgets));
    appendFlag("comments", meta.comments);
    appendFlag("authorbox", meta.authorbox);
    appendFlag("pager", meta.pager);
    appendFlag("toc", meta.toc);
    appendFlag("mathjax", meta.mathjax);
    for (const auto &[key, value] : meta.others) {
        append(key, value);
    }
}

/// Everything a row has besides its terms.
struct RowColumns
{
    TextColumn paths, titles, summaries, thumbnails, sources, authors, others, problems;
    SearchText search;
    DateColumns dates;
    std::vector<std::uint8_t> flags;
    std::vector<std::uint32_t> bodyLengths;
    std::vector<FileStamp> stamps;

    void add(const ArticleRecord &record, const WallClock &clock)
    {
        const ArticleMeta &meta = record.meta;
        paths.add(record.path);
        titles.add(meta.title);
        summaries.add(meta.summary);
        thumbnails.add(meta.thumbnail);
        sources.add(meta.source);
        authors.add(joined(meta.authors));
        appendOthers(meta, others.bytes);
        others.endText();
        for (const Problem &problem : record.problems) {
            encodeProblem(problem, problems.bytes);
        }
        problems.endText();
        search.add(meta.title, meta.summary);
        dates.add(meta, clock);
        flags.push_back(flagsOf(record));
        bodyLengths.push_back(record.bodyLength);
        stamps.push_back(record.stamp);
    }

    void setSections(LibraryImageWriter &writer) const
    {
        set(writer, Section::Paths, paths);
        set(writer, Section::Titles, titles);
        set(writer, Section::Summaries, summaries);
        set(writer, Section::Thumbnails, thumbnails);
        set(writer, Section::Sources, sources);
        set(writer, Section::Authors, authors);
        set(writer, Section::Others, others);
        set(writer, Section::Problems, problems);
        writer.set(Section::SearchTitles, search.titles);
        writer.set(Section::SearchSummaries, search.summaries);
        writer.set(Section::SearchBytes, search.bytes);
        writer.set(Section::Instants, dates.instants);
        writer.set(Section::WallSeconds, dates.wallSeconds);
        writer.set(Section::ZoneOffsets, dates.zoneOffsets);
        writer.set(Section::DateKinds, dates.kinds);
        writer.set(Section::Flags, flags);
        writer.set(Section::BodyLengths, bodyLengths);
        writer.set(Section::Stamps, stamps);
    }
};

std::string encoded(const std::vector<FolderProblem> &folderProblems)
{
    std::string bytes;
    for (const auto &[path, problem] : folderProblems) {
        appendWithNul(path, bytes);
        encodeProblem(problem, bytes);
    }
    return bytes;
}

} // namespace

ArticleRecord recordOf(const Library &library, Row row)
{
    ArticleRecord record;
    record.path = library.path(row);
    record.meta.title = library.title(row);
    record.meta.summary = library.summary(row);
    record.meta.thumbnail = library.thumbnail(row);
    record.meta.source = library.source(row);
    if (!library.author(row).empty()) {
        record.meta.authors.emplace_back(library.author(row));
    }
    for (const auto &[key, value] : library.others(row)) {
        record.meta.others.emplace_back(key, value);
    }
    if (const auto date = library.date(row)) {
        record.meta.date = date->written;
        record.meta.dateOrigin = date->origin;
    }
    const auto namesOf = [&](Taxonomy taxonomy) {
        std::vector<std::string> names;
        for (const TermId term : library.terms(taxonomy, row)) {
            names.emplace_back(library.termName(taxonomy, term));
        }
        return names;
    };
    record.meta.categories = namesOf(Taxonomy::Category);
    record.meta.tags = namesOf(Taxonomy::Tag);
    record.meta.languages = namesOf(Taxonomy::Language);
    const ArticleFlags flags = library.flags(row);
    record.meta.page = flags.page;
    record.meta.isDraft = flags.isDraft;
    record.meta.isLanguageGuessed = flags.isLanguageGuessed;
    record.hasImage = flags.hasImage;
    record.hasMath = flags.hasMath;
    record.bodyLength = library.bodyLength(row);
    record.stamp = library.stamp(row);
    record.problems = library.problems(row);
    return record;
}

std::shared_ptr<const Library> buildLibrary(std::string_view root,
                                            std::vector<ArticleRecord> records,
                                            const std::vector<FolderProblem> &folderProblems,
                                            const WallClock &clock)
{
    std::ranges::sort(records, {}, &ArticleRecord::path);
    RowColumns columns;
    std::array<TermTable, kTaxonomies> taxonomies;
    for (const ArticleRecord &record : records) {
        columns.add(record, clock);
        for (std::size_t taxonomy = 0; taxonomy < kTaxonomies; ++taxonomy) {
            taxonomies[taxonomy].addRow(termsOf(record.meta, static_cast<Taxonomy>(taxonomy)));
        }
    }
    LibraryImageWriter writer;
    columns.setSections(writer);
    for (std::size_t taxonomy = 0; taxonomy < kTaxonomies; ++taxonomy) {
        taxonomies[taxonomy].finish();
        taxonomies[taxonomy].setSections(writer, static_cast<Taxonomy>(taxonomy));
    }
    const std::vector<Row> byDate = columns.dates.newestFirst();
    const std::vector<Row> byTitle = orderByTitle(records);
    const std::vector<std::uint64_t> histogram = columns.search.histogram();
    const std::string folders = encoded(folderProblems);
    writer.set(Section::Root, root);
    writer.set(Section::FolderProblems, folders);
    writer.set(Section::SearchHistogram, histogram);
    writer.set(Section::ByDate, byDate);
    writer.set(Section::ByTitle, byTitle);
    return std::make_shared<const Library>(LibraryImage::adopt(writer.write()));
}

} // namespace lectern::core
