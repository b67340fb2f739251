#include "core/library/row_columns.h"

#include "core/base/text.h"
#include "core/library/problem_codec.h"

#include <algorithm>
#include <optional>

namespace lectern::core {

namespace {

void set(Sections &sections, Section section, const TextColumn &column)
{
    sections.set(section, column.offsets);
    sections.set(next(section), column.bytes);
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

} // namespace

void TermColumn::addRow(const std::vector<std::string> &names)
{
    const auto start = static_cast<std::ptrdiff_t>(m_rowTerms.size());
    for (const std::string &name : names) {
        const TermId term = idOf(name);
        if (std::find(m_rowTerms.begin() + start, m_rowTerms.end(), term) == m_rowTerms.end()) {
            m_rowTerms.push_back(term);
        }
    }
    m_rowStarts.push_back(static_cast<std::uint32_t>(m_rowTerms.size()));
}

TermId TermColumn::idOf(std::string_view name)
{
    const auto found = m_ids.find(name);
    if (found != m_ids.end()) {
        return found->second;
    }
    const auto term = static_cast<TermId>(m_ids.size());
    m_ids.emplace(name, term);
    m_names.add(name);
    return term;
}

void TermColumn::setSections(Sections &sections, Taxonomy taxonomy) const
{
    set(sections, sectionOf(taxonomy, TaxonomyPart::NameOffsets), m_names);
    sections.set(sectionOf(taxonomy, TaxonomyPart::RowStarts), m_rowStarts);
    sections.set(sectionOf(taxonomy, TaxonomyPart::RowTerms), m_rowTerms);
}

void RowColumns::add(const ArticleRecord &record)
{
    const ArticleMeta &meta = record.meta;
    m_paths.add(record.path);
    m_titles.add(meta.title);
    m_titleKeys.add(m_titleOrder.key(meta.title));
    m_summaries.add(meta.summary);
    m_thumbnails.add(meta.thumbnail);
    m_sources.add(meta.source);
    m_authors.add(joined(meta.authors));
    appendOthers(meta, m_others.bytes);
    m_others.endText();
    for (const Problem &problem : record.problems) {
        encodeProblem(problem, m_problems.bytes);
    }
    m_problems.endText();
    addSearchText(meta.title);
    m_searchSummaries.push_back(static_cast<std::uint32_t>(m_searchBytes.size()));
    addSearchText(meta.summary);
    m_searchTitles.push_back(static_cast<std::uint32_t>(m_searchBytes.size()));
    addDate(meta);
    m_flags.push_back(flagsOf(record));
    m_bodyLengths.push_back(record.bodyLength);
    m_stamps.push_back(record.stamp);
    for (std::size_t taxonomy = 0; taxonomy < kTaxonomies; ++taxonomy) {
        m_terms[taxonomy].addRow(termsOf(meta, static_cast<Taxonomy>(taxonomy)));
    }
}

void RowColumns::addSearchText(std::string_view text)
{
    const auto start = static_cast<std::ptrdiff_t>(m_searchBytes.size());
    m_searchBytes += foldForSearch(text);
    std::replace(m_searchBytes.begin() + start, m_searchBytes.end(), '\0', ' ');
    m_searchBytes += '\0';
}

void RowColumns::addDate(const ArticleMeta &meta)
{
    const Timestamp written = meta.date.value_or(Timestamp{});
    const DateOrigin origin = meta.date ? meta.dateOrigin : DateOrigin::None;
    m_instants.push_back(meta.date ? m_clock->instantOf(written) : 0);
    m_wallSeconds.push_back(written.wallSeconds);
    m_zoneOffsets.push_back(written.offsetMinutes.value_or(kNoZone));
    m_dateKinds.push_back(static_cast<std::uint8_t>(
        static_cast<unsigned>(origin) | static_cast<unsigned>(written.precision) << 4U));
}

Sections RowColumns::sections() const
{
    Sections sections;
    set(sections, Section::Paths, m_paths);
    set(sections, Section::Titles, m_titles);
    set(sections, Section::Summaries, m_summaries);
    set(sections, Section::Thumbnails, m_thumbnails);
    set(sections, Section::Sources, m_sources);
    set(sections, Section::Authors, m_authors);
    set(sections, Section::Others, m_others);
    set(sections, Section::Problems, m_problems);
    sections.set(Section::SearchTitles, m_searchTitles);
    sections.set(Section::SearchSummaries, m_searchSummaries);
    sections.set(Section::SearchBytes, m_searchBytes);
    sections.set(Section::Instants, m_instants);
    sections.set(Section::WallSeconds, m_wallSeconds);
    sections.set(Section::ZoneOffsets, m_zoneOffsets);
    sections.set(Section::DateKinds, m_dateKinds);
    sections.set(Section::Flags, m_flags);
    sections.set(Section::BodyLengths, m_bodyLengths);
    sections.set(Section::Stamps, m_stamps);
    for (std::size_t taxonomy = 0; taxonomy < kTaxonomies; ++taxonomy) {
        m_terms[taxonomy].setSections(sections, static_cast<Taxonomy>(taxonomy));
    }
    return sections;
}

} // namespace lectern::core
