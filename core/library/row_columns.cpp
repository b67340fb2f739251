#include "core/library/row_columns.h"

#include "core/base/text.h"
#include "core/library/problem_codec.h"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>
#include <xxhash.h>

namespace lectern::core {

namespace {

void set(Sections &sections, Section section, const TextColumn &column)
{
    sections.set(section, column.offsets);
    sections.set(next(section), column.bytes);
}

void appendJoined(const std::vector<std::string> &names, std::pmr::string &bytes)
{
    for (std::size_t index = 0; index < names.size(); ++index) {
        bytes += index == 0 ? "" : ", ";
        bytes += names[index];
    }
}

bool isBroken(std::span<const Problem> problems)
{
    return std::ranges::any_of(problems, [](const Problem &problem) {
        return severityOf(problem.code) != Severity::Note;
    });
}

std::uint8_t flagsOf(const ArticleFacts &facts)
{
    const auto bit
        = [](bool isSet, RowFlag flag) { return isSet ? static_cast<unsigned>(flag) : 0U; };
    return static_cast<std::uint8_t>(
        static_cast<unsigned>(facts.meta.page) | bit(facts.meta.isDraft, RowFlag::Draft)
        | bit(isBroken(facts.problems), RowFlag::Broken) | bit(facts.hasImage, RowFlag::HasImage)
        | bit(facts.hasMath, RowFlag::HasMath)
        | bit(facts.meta.isLanguageGuessed, RowFlag::LanguageGuessed));
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
void appendOthers(const ArticleMeta &meta, std::pmr::string &bytes)
{
    const auto append = [&bytes](std::string_view key, std::string_view value) {
        if (!value.empty()) {
            bytes.append(key).append(1, '\0');
            appendWithNul(value, bytes);
        }
    };
    const auto appendList = [&bytes](std::string_view key, const std::vector<std::string> &names) {
        if (!names.empty()) {
            bytes.append(key).append(1, '\0');
            const std::size_t start = bytes.size();
            appendJoined(names, bytes);
            replaceNuls(std::span(bytes).subspan(start));
            bytes += '\0';
        }
    };
    const auto appendFlag = [&bytes](std::string_view key, std::optional<bool> value) {
        if (value) {
            bytes.append(key).append(1, '\0').append(*value ? "true" : "false").append(1, '\0');
        }
    };
    append("subtitle", meta.subtitle);
    append("menu", meta.menu);
    append("lead", meta.lead);
    append("sidebar", meta.sidebar);
    append("slug", meta.slug);
    append("url", meta.url);
    appendList("series", meta.series);
    appendList("keywords", meta.keywords);
    appendList("aliases", meta.aliases);
    appendList("translations", meta.translations);
    appendList("widgets", meta.widgets);
    appendFlag("comments", meta.comments);
    appendFlag("authorbox", meta.authorbox);
    appendFlag("pager", meta.pager);
    appendFlag("toc", meta.toc);
    appendFlag("mathjax", meta.mathjax);
    for (const auto &[key, value] : meta.others) {
        if (!value.empty()) {
            appendWithNul(key, bytes);
            appendWithNul(value, bytes);
        }
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
    // Articles that stand together are often of one language and category.
    if (!m_rowTerms.empty() && m_names.text(m_rowTerms.back()) == name) {
        return m_rowTerms.back();
    }
    const auto hash = static_cast<std::uint32_t>(XXH3_64bits(name.data(), name.size()));
    Slot &slot = slotOf(name, hash);
    if (slot.term != kNoTerm) {
        return slot.term;
    }
    const auto term = static_cast<TermId>(m_names.offsets.size() - 1);
    slot = {hash, term};
    m_names.add(name);
    if (m_names.offsets.size() * 2 > m_slots.size()) {
        growTable();
    }
    return term;
}

TermColumn::Slot &TermColumn::slotOf(std::string_view name, std::uint32_t hash)
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t at = hash & mask;
    while (m_slots[at].term != kNoTerm
           && (m_slots[at].hash != hash || m_names.text(m_slots[at].term) != name)) {
        at = (at + 1) & mask;
    }
    return m_slots[at];
}

void TermColumn::growTable()
{
    const std::pmr::vector<Slot> old = std::exchange(
        m_slots, std::pmr::vector<Slot>(m_slots.size() * 2, m_slots.get_allocator()));
    for (const Slot &slot : old) {
        if (slot.term != kNoTerm) {
            slotOf(m_names.text(slot.term), slot.hash) = slot;
        }
    }
}

void TermColumn::reserveLike(const TermColumn &other)
{
    m_slots.resize(other.m_slots.size());
    m_names.reserveLike(other.m_names);
    m_rowStarts.reserve(other.m_rowStarts.size());
    m_rowTerms.reserve(other.m_rowTerms.size() + other.m_rowTerms.size() / 8);
}

void TermColumn::setSections(Sections &sections, Taxonomy taxonomy) const
{
    set(sections, sectionOf(taxonomy, TaxonomyPart::NameOffsets), m_names);
    sections.set(sectionOf(taxonomy, TaxonomyPart::RowStarts), m_rowStarts);
    sections.set(sectionOf(taxonomy, TaxonomyPart::RowTerms), m_rowTerms);
}

RowColumns::RowColumns(const WallClock &clock, std::pmr::memory_resource *memory)
    : m_clock(&clock)
    , m_paths(memory)
    , m_titles(memory)
    , m_summaries(memory)
    , m_thumbnails(memory)
    , m_sources(memory)
    , m_authors(memory)
    , m_others(memory)
    , m_problems(memory)
    , m_searchTitles(1, 0U, memory)
    , m_searchSummaries(memory)
    , m_searchBytes(memory)
    , m_instants(memory)
    , m_wallSeconds(memory)
    , m_zoneOffsets(memory)
    , m_dateKinds(memory)
    , m_flags(memory)
    , m_bodyLengths(memory)
    , m_weights(memory)
    , m_stamps(memory)
    , m_terms{TermColumn(memory), TermColumn(memory), TermColumn(memory)}
{}

void RowColumns::add(const ArticleFacts &facts)
{
    const ArticleMeta &meta = facts.meta;
    m_paths.add(facts.path);
    m_titles.add(meta.title);
    m_summaries.add(meta.summary);
    m_thumbnails.add(meta.thumbnail);
    m_sources.add(meta.source);
    appendJoined(meta.authors, m_authors.bytes);
    m_authors.endText();
    appendOthers(meta, m_others.bytes);
    m_others.endText();
    for (const Problem &problem : facts.problems) {
        encodeProblem(problem, m_problems.bytes);
    }
    m_problems.endText();
    addSearchText(meta.title);
    for (const std::string &alias : meta.aliases) {
        if (alias.find('/') == std::string::npos) { // Hugo's are addresses.
            addSearchText(alias);
        }
    }
    m_searchSummaries.push_back(static_cast<std::uint32_t>(m_searchBytes.size()));
    addSearchText(meta.summary);
    m_searchTitles.push_back(static_cast<std::uint32_t>(m_searchBytes.size()));
    addDate(meta);
    m_flags.push_back(flagsOf(facts));
    m_bodyLengths.push_back(facts.bodyLength);
    m_weights.push_back(meta.weight);
    m_stamps.push_back(facts.stamp);
    for (std::size_t taxonomy = 0; taxonomy < kTaxonomies; ++taxonomy) {
        m_terms[taxonomy].addRow(termsOf(meta, static_cast<Taxonomy>(taxonomy)));
    }
}

void RowColumns::reserveLike(const RowColumns &other)
{
    constexpr std::array kTexts{
        &RowColumns::m_paths,   &RowColumns::m_titles,   &RowColumns::m_summaries,
        &RowColumns::m_sources, &RowColumns::m_authors,  &RowColumns::m_thumbnails,
        &RowColumns::m_others,  &RowColumns::m_problems,
    };
    for (const auto column : kTexts) {
        (this->*column).reserveLike(other.*column);
    }
    m_searchTitles.reserve(other.m_searchTitles.size());
    m_searchSummaries.reserve(other.size());
    m_searchBytes.reserve(other.m_searchBytes.size() + other.m_searchBytes.size() / 8);
    m_instants.reserve(other.size());
    m_wallSeconds.reserve(other.size());
    m_zoneOffsets.reserve(other.size());
    m_dateKinds.reserve(other.size());
    m_flags.reserve(other.size());
    m_bodyLengths.reserve(other.size());
    m_weights.reserve(other.size());
    m_stamps.reserve(other.size());
    for (std::size_t taxonomy = 0; taxonomy < kTaxonomies; ++taxonomy) {
        m_terms[taxonomy].reserveLike(other.m_terms[taxonomy]);
    }
}

void RowColumns::addSearchText(std::string_view text)
{
    const std::size_t start = m_searchBytes.size();
    m_searchBytes += foldForSearch(text);
    replaceNuls(std::span(m_searchBytes).subspan(start));
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
    sections.set(Section::Weights, m_weights);
    sections.set(Section::Stamps, m_stamps);
    for (std::size_t taxonomy = 0; taxonomy < kTaxonomies; ++taxonomy) {
        m_terms[taxonomy].setSections(sections, static_cast<Taxonomy>(taxonomy));
    }
    return sections;
}

} // namespace lectern::core
