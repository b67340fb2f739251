#include "ui/sidebar/facet_model.h"

#include "core/search/facet_counts.h"
#include "core/search/query_edits.h"
#include "ui/common/language_name.h"
#include "ui/common/qt_text.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace lectern::ui {

namespace {

constexpr quintptr kTopLevel = 0; // children carry the row of their section
constexpr int kSearchRow = 1;
constexpr int kFirstTaxonomyRow = 2;

std::size_t sectionNumber(core::Taxonomy taxonomy)
{
    return static_cast<std::size_t>(taxonomy);
}

QString displayName(core::Taxonomy taxonomy, const QString &name)
{
    return taxonomy == core::Taxonomy::Language ? languageName(name) : name;
}

} // namespace

/// Brings the \a shown entries that come first to the front; the order of the rest is left open,
/// because 50,000 tags take longer to sort than to count.
void FacetModel::sortShown(std::vector<Entry> &entries, std::size_t shown)
{
    // Terms are numbered by their count in the whole library, which breaks ties.
    const auto place = [](const Entry &entry) {
        return std::tuple(entry.use == core::TermUse::Ignored, -std::int64_t(entry.count),
                          entry.term);
    };
    std::ranges::partial_sort(entries, entries.begin() + static_cast<std::ptrdiff_t>(shown), {},
                              place);
}

std::size_t FacetModel::shownOf(const Section &section, const std::vector<Entry> &entries)
{
    return section.isFull ? entries.size() : std::min(entries.size(), kShortSection);
}

FacetModel::FacetModel(QObject *parent)
    : QAbstractItemModel(parent)
{}

void FacetModel::setResults(std::shared_ptr<const core::Library> library,
                            const std::vector<core::Row> &rows, const core::Query &query)
{
    const bool isOther = library != m_library;
    if (isOther) {
        for (const auto taxonomy :
             {core::Taxonomy::Category, core::Taxonomy::Tag, core::Taxonomy::Language}) {
            replaceEntries(taxonomy, {}); // term numbers mean nothing in another library
        }
        m_library = std::move(library);
    }
    for (const auto taxonomy :
         {core::Taxonomy::Category, core::Taxonomy::Tag, core::Taxonomy::Language}) {
        replaceEntries(taxonomy, countedEntries(taxonomy, rows, query));
    }
    emit dataChanged(index(0, 0), index(0, 0));
    m_line = toQString(query.line).trimmed();
    if (!m_searches.isEmpty()) {
        const QModelIndex section = searchSectionIndex();
        emit dataChanged(index(0, 0, section),
                         index(static_cast<int>(m_searches.size()) - 1, 0, section));
    }
}

void FacetModel::setSearches(const QList<SavedSearches::Entry> &searches)
{
    const QModelIndex section = searchSectionIndex();
    if (!m_searches.isEmpty()) {
        beginRemoveRows(section, 0, static_cast<int>(m_searches.size()) - 1);
        m_searches.clear();
        endRemoveRows();
    }
    if (!searches.isEmpty()) {
        beginInsertRows(section, 0, static_cast<int>(searches.size()) - 1);
        m_searches = searches;
        endInsertRows();
    }
}

std::vector<FacetModel::Entry> FacetModel::countedEntries(core::Taxonomy taxonomy,
                                                          const std::vector<core::Row> &rows,
                                                          const core::Query &query) const
{
    if (!m_library) {
        return {};
    }
    const std::vector<std::uint32_t> counts = core::countTerms(*m_library, taxonomy, rows);
    const std::vector<core::TermInUse> used = core::termsInUse(*m_library, taxonomy, query);
    std::vector<Entry> entries;
    for (const core::TermInUse &term : used) {
        entries.push_back({.term = term.term, .count = counts[term.term], .use = term.use});
    }
    for (core::TermId term = 0; term < counts.size(); ++term) {
        if (counts[term] > 0
            && std::ranges::find(used, term, &core::TermInUse::term) == used.end()) {
            entries.push_back({.term = term, .count = counts[term]});
        }
    }
    sortShown(entries, shownOf(m_sections.at(sectionNumber(taxonomy)), entries));
    return entries;
}

void FacetModel::replaceEntries(core::Taxonomy taxonomy, std::vector<Entry> entries)
{
    Section &section = m_sections.at(sectionNumber(taxonomy));
    if (entries == section.entries) {
        return;
    }
    const QModelIndex parent = sectionIndex(taxonomy);
    if (const int old = childCount(section); old > 0) {
        beginRemoveRows(parent, 0, old - 1);
        section.entries.clear();
        section.shown = 0;
        endRemoveRows();
    }
    const std::size_t shown = shownOf(section, entries);
    const int children = static_cast<int>(shown + (shown < entries.size() ? 1 : 0));
    if (children > 0) {
        beginInsertRows(parent, 0, children - 1);
        section.entries = std::move(entries);
        section.shown = shown;
        endInsertRows();
    }
}

void FacetModel::setShownInFull(core::Taxonomy taxonomy, bool isFull)
{
    Section &section = m_sections.at(sectionNumber(taxonomy));
    section.isFull = isFull;
    std::vector<Entry> entries = section.entries;
    sortShown(entries, shownOf(section, entries));
    replaceEntries(taxonomy, {});
    replaceEntries(taxonomy, std::move(entries));
}

int FacetModel::childCount(const Section &section) const
{
    return static_cast<int>(section.shown + (section.shown < section.entries.size() ? 1 : 0));
}

QModelIndex FacetModel::sectionIndex(core::Taxonomy taxonomy) const
{
    return index(static_cast<int>(sectionNumber(taxonomy)) + kFirstTaxonomyRow, 0);
}

QModelIndex FacetModel::searchSectionIndex() const
{
    return index(kSearchRow, 0);
}

QModelIndex FacetModel::searchIndex(const QString &name) const
{
    for (int row = 0; row < m_searches.size(); ++row) {
        if (m_searches[row].search.name == name) {
            return index(row, 0, searchSectionIndex());
        }
    }
    return {};
}

QModelIndex FacetModel::termIndex(core::Taxonomy taxonomy, const QString &name) const
{
    const Section &section = m_sections.at(sectionNumber(taxonomy));
    for (std::size_t i = 0; i < section.shown; ++i) {
        if (toQString(m_library->termName(taxonomy, section.entries[i].term)) == name) {
            return index(static_cast<int>(i), 0, sectionIndex(taxonomy));
        }
    }
    return {};
}

core::Taxonomy FacetModel::taxonomyOf(const QModelIndex &index) const
{
    const auto number
        = index.internalId() == kTopLevel ? quintptr(index.row()) : index.internalId();
    return static_cast<core::Taxonomy>(number - kFirstTaxonomyRow);
}

QModelIndex FacetModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) : kTopLevel);
}

QModelIndex FacetModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == kTopLevel) {
        return {};
    }
    return createIndex(static_cast<int>(index.internalId()), 0, kTopLevel);
}

int FacetModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid()) {
        return kFirstTaxonomyRow + static_cast<int>(core::kTaxonomies);
    }
    if (parent.internalId() != kTopLevel || parent.row() == 0 || parent.column() > 0) {
        return 0;
    }
    if (parent.row() == kSearchRow) {
        return static_cast<int>(m_searches.size());
    }
    return childCount(m_sections.at(sectionNumber(taxonomyOf(parent))));
}

int FacetModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant FacetModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    if (index.internalId() == kTopLevel) {
        return topData(index, role);
    }
    if (index.internalId() == kSearchRow) {
        return searchData(m_searches[index.row()], role);
    }
    const Section &section = m_sections.at(sectionNumber(taxonomyOf(index)));
    if (role == TaxonomyRole) {
        return static_cast<int>(taxonomyOf(index));
    }
    return std::size_t(index.row()) < section.shown ? termData(index, role)
                                                    : moreData(section, role);
}

QVariant FacetModel::topData(const QModelIndex &index, int role) const
{
    const bool isAll = index.row() == 0;
    const bool isTaxonomy = index.row() >= kFirstTaxonomyRow;
    const std::array names
        = {tr("All articles"), tr("Saved searches"), tr("Categories"), tr("Tags"), tr("Languages")};
    switch (role) {
    case Qt::DisplayRole:
        return names.at(std::size_t(index.row()));
    case KindRole:
        return static_cast<int>(isAll            ? Kind::All
                                    : isTaxonomy ? Kind::Section
                                                 : Kind::SearchSection);
    case TaxonomyRole:
        return isTaxonomy ? QVariant(static_cast<int>(taxonomyOf(index))) : QVariant();
    case CountRole:
        return isAll && m_library ? QVariant(m_library->size()) : QVariant();
    default:
        return {};
    }
}

QVariant FacetModel::termData(const QModelIndex &index, int role) const
{
    const core::Taxonomy taxonomy = taxonomyOf(index);
    const Entry &entry = m_sections.at(sectionNumber(taxonomy)).entries[std::size_t(index.row())];
    const QString name = toQString(m_library->termName(taxonomy, entry.term));
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return displayName(taxonomy, name);
    case Qt::AccessibleTextRole:
        return tr("%1, %n article(s)", nullptr, static_cast<int>(entry.count))
            .arg(displayName(taxonomy, name));
    case KindRole:
        return static_cast<int>(Kind::Term);
    case NameRole:
        return name;
    case CountRole:
        return entry.count;
    case UseRole:
        return static_cast<int>(entry.use);
    default:
        return {};
    }
}

QVariant FacetModel::searchData(const SavedSearches::Entry &search, int role) const
{
    const bool isUsed = search.search.line == m_line;
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return search.search.name;
    case Qt::ToolTipRole:
    case LineRole:
        return search.search.line;
    case Qt::AccessibleTextRole:
        return search.count == SavedSearches::kUnknown
            ? search.search.name
            : tr("%1, %n article(s)", nullptr, search.count).arg(search.search.name);
    case KindRole:
        return static_cast<int>(Kind::Search);
    case CountRole:
        return search.count;
    case UseRole:
        return static_cast<int>(isUsed ? core::TermUse::Included : core::TermUse::Ignored);
    default:
        return {};
    }
}

QVariant FacetModel::moreData(const Section &section, int role) const
{
    const int hidden = static_cast<int>(section.entries.size() - section.shown);
    switch (role) {
    case Qt::DisplayRole:
        return tr("Show %n more", nullptr, hidden);
    case KindRole:
        return static_cast<int>(Kind::More);
    case CountRole:
        return hidden;
    default:
        return {};
    }
}

Qt::ItemFlags FacetModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    return index.internalId() == kTopLevel ? flags : flags | Qt::ItemNeverHasChildren;
}

} // namespace lectern::ui
