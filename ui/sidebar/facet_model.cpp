#include "ui/sidebar/facet_model.h"

#include "core/search/facet_counts.h"
#include "core/search/query_edits.h"
#include "ui/common/language_name.h"
#include "ui/common/qt_text.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

namespace lectern::ui {

namespace {

// What an index carries: kTopLevel, the row of the section of a child, or for a folder kFolders and
// the node above it.
constexpr quintptr kTopLevel = 0;
constexpr quintptr kFolders = 256;
constexpr int kSearchRow = 1;
constexpr int kFirstFacetRow = 2;

constexpr int rowOf(core::QueryField field)
{
    return kFirstFacetRow + static_cast<int>(facetNumber(field));
}

QString displayName(core::QueryField field, const QString &name)
{
    return field == core::QueryField::Language ? languageName(name) : name;
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
    if (library != m_library) {
        for (const Facet &facet : kFacets) {
            replaceEntries(facet.field, {}); // term numbers mean nothing in another library
        }
        m_library = std::move(library);
        replaceFolders(m_library ? FolderTree(*m_library) : FolderTree());
    }
    for (const Facet &facet : kFacets) {
        replaceEntries(facet.field, countedEntries(facet.field, rows, query));
    }
    if (m_library && m_folders.setResults(*m_library, rows, query)) {
        announceFolders();
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

FacetModel::Section &FacetModel::section(core::QueryField field)
{
    return m_sections.at(facetNumber(field));
}

const FacetModel::Section &FacetModel::section(core::QueryField field) const
{
    return m_sections.at(facetNumber(field));
}

std::vector<FacetModel::Entry> FacetModel::countedEntries(core::QueryField field,
                                                          const std::vector<core::Row> &rows,
                                                          const core::Query &query) const
{
    const std::optional<core::Taxonomy> taxonomy = core::taxonomyOf(field);
    if (!m_library || !taxonomy) {
        return {};
    }
    const std::vector<std::uint32_t> counts = core::countTerms(*m_library, *taxonomy, rows);
    const std::vector<core::TermInUse> used = core::termsInUse(*m_library, *taxonomy, query);
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
    sortShown(entries, shownOf(section(field), entries));
    return entries;
}

void FacetModel::replaceEntries(core::QueryField field, std::vector<Entry> entries)
{
    Section &section = this->section(field);
    if (entries == section.entries) {
        return;
    }
    const QModelIndex parent = sectionIndex(field);
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

void FacetModel::replaceFolders(FolderTree folders)
{
    if (folders.hasFoldersOf(m_folders)) {
        m_folders = std::move(folders);
        announceFolders();
        return;
    }
    const QModelIndex parent = sectionIndex(core::QueryField::Folder);
    if (const int old = rowCount(parent); old > 0) {
        beginRemoveRows(parent, 0, old - 1);
        m_folders = {};
        endRemoveRows();
    }
    if (const auto children = folders.node(FolderTree::kTop).children.size(); children > 0) {
        beginInsertRows(parent, 0, static_cast<int>(children) - 1);
        m_folders = std::move(folders);
        endInsertRows();
    }
}

/// Says that counts and uses of all folders may be others.
void FacetModel::announceFolders()
{
    for (std::size_t number = 0; number < m_folders.size(); ++number) {
        const std::vector<std::size_t> &children = m_folders.node(number).children;
        if (!children.empty()) {
            emit dataChanged(folderIndex(children.front()), folderIndex(children.back()));
        }
    }
}

QModelIndex FacetModel::folderIndex(std::size_t node) const
{
    return node == FolderTree::kTop
        ? sectionIndex(core::QueryField::Folder)
        : createIndex(m_folders.node(node).row, 0, kFolders + m_folders.node(node).parent);
}

/// The node that \a index or, of the section, its children stand for.
std::size_t FacetModel::folderAt(const QModelIndex &index) const
{
    return index.internalId() < kFolders
        ? FolderTree::kTop
        : m_folders.node(index.internalId() - kFolders).children[std::size_t(index.row())];
}

void FacetModel::setShownInFull(core::QueryField field, bool isFull)
{
    Section &section = this->section(field);
    section.isFull = isFull;
    std::vector<Entry> entries = section.entries;
    sortShown(entries, shownOf(section, entries));
    replaceEntries(field, {});
    replaceEntries(field, std::move(entries));
}

int FacetModel::childCount(const Section &section) const
{
    return static_cast<int>(section.shown + (section.shown < section.entries.size() ? 1 : 0));
}

QModelIndex FacetModel::sectionIndex(core::QueryField field) const
{
    return index(rowOf(field), 0);
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

QModelIndex FacetModel::termIndex(core::QueryField field, const QString &name) const
{
    if (field == core::QueryField::Folder) {
        const std::size_t node = m_folders.find(name);
        return node == FolderTree::kTop ? QModelIndex() : folderIndex(node);
    }
    const Section &section = this->section(field);
    for (std::size_t i = 0; i < section.shown; ++i) {
        if (toQString(m_library->termName(*core::taxonomyOf(field), section.entries[i].term))
            == name) {
            return index(static_cast<int>(i), 0, sectionIndex(field));
        }
    }
    return {};
}

/// Of a section or what stands in it.
core::QueryField FacetModel::fieldOf(const QModelIndex &index)
{
    if (index.internalId() >= kFolders) {
        return core::QueryField::Folder;
    }
    const auto row = index.internalId() == kTopLevel ? quintptr(index.row()) : index.internalId();
    return kFacets.at(row - kFirstFacetRow).field;
}

QModelIndex FacetModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    if (!parent.isValid()) {
        return createIndex(row, column, kTopLevel);
    }
    const bool isFolder
        = parent.internalId() >= kFolders || parent.row() == rowOf(core::QueryField::Folder);
    return createIndex(row, column,
                       isFolder ? kFolders + folderAt(parent) : quintptr(parent.row()));
}

QModelIndex FacetModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == kTopLevel) {
        return {};
    }
    return index.internalId() < kFolders
        ? createIndex(static_cast<int>(index.internalId()), 0, kTopLevel)
        : folderIndex(index.internalId() - kFolders);
}

int FacetModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid()) {
        return kFirstFacetRow + static_cast<int>(kFacets.size());
    }
    const bool isTop = parent.internalId() == kTopLevel;
    if (parent.column() > 0 || (isTop && parent.row() == 0)
        || (!isTop && parent.internalId() < kFolders)) {
        return 0;
    }
    if (isTop && parent.row() == kSearchRow) {
        return static_cast<int>(m_searches.size());
    }
    const core::QueryField field = fieldOf(parent);
    return field == core::QueryField::Folder
        ? static_cast<int>(m_folders.node(folderAt(parent)).children.size())
        : childCount(section(field));
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
    const core::QueryField field = fieldOf(index);
    if (role == FieldRole) {
        return static_cast<int>(field);
    }
    if (field == core::QueryField::Folder) {
        return folderData(m_folders.node(folderAt(index)), role);
    }
    const Section &section = this->section(field);
    return std::size_t(index.row()) < section.shown ? termData(index, role)
                                                    : moreData(section, role);
}

QVariant FacetModel::topData(const QModelIndex &index, int role) const
{
    const bool isAll = index.row() == 0;
    const bool isFacet = index.row() >= kFirstFacetRow;
    switch (role) {
    case Qt::DisplayRole:
        return isAll  ? tr("All articles")
            : isFacet ? tr(kFacets.at(facetNumber(fieldOf(index))).title)
                      : tr("Saved searches");
    case KindRole:
        return static_cast<int>(isAll ? Kind::All : isFacet ? Kind::Section : Kind::SearchSection);
    case FieldRole:
        return isFacet ? QVariant(static_cast<int>(fieldOf(index))) : QVariant();
    case CountRole:
        return isAll && m_library ? QVariant(m_library->size()) : QVariant();
    default:
        return {};
    }
}

QVariant FacetModel::termData(const QModelIndex &index, int role) const
{
    const core::QueryField field = fieldOf(index);
    const Entry &entry = section(field).entries[std::size_t(index.row())];
    const QString name = toQString(m_library->termName(*core::taxonomyOf(field), entry.term));
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return displayName(field, name);
    case Qt::AccessibleTextRole:
        return tr("%1, %n article(s)", nullptr, static_cast<int>(entry.count))
            .arg(displayName(field, name));
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

QVariant FacetModel::folderData(const FolderTree::Node &folder, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return folder.name;
    case Qt::ToolTipRole:
    case NameRole:
        return folder.path;
    case Qt::AccessibleTextRole:
        return tr("%1, %n article(s)", nullptr, static_cast<int>(folder.count)).arg(folder.name);
    case KindRole:
        return static_cast<int>(Kind::Term);
    case CountRole:
        return folder.count;
    case UseRole:
        return static_cast<int>(folder.use);
    case DepthRole:
        return folder.depth;
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
    return hasChildren(index) || index.internalId() == kTopLevel ? flags
                                                                 : flags | Qt::ItemNeverHasChildren;
}

} // namespace lectern::ui
