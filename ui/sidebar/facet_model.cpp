#include "ui/sidebar/facet_model.h"

#include "core/search/query_edits.h"
#include "ui/common/qt_text.h"
#include "ui/sidebar/folder_tree.h"

#include <optional>
#include <utility>

namespace lectern::ui {

namespace {

// What an index carries: kTopLevel, the row of the section of a child, or in a tree kTrees, the
// node above it and behind kNodes the number of its facet.
constexpr quintptr kTopLevel = 0;
constexpr quintptr kTrees = 256;
constexpr quintptr kNodes = 16;
constexpr int kSearchRow = 1;
constexpr int kFirstFacetRow = 2;

constexpr int rowOf(core::QueryField field)
{
    return kFirstFacetRow + static_cast<int>(facetNumber(field));
}

} // namespace

FacetModel::FacetModel(QObject *parent)
    : QAbstractItemModel(parent)
{}

void FacetModel::setResults(std::shared_ptr<const core::Library> library,
                            const std::vector<core::Row> &rows, const core::Query &query)
{
    if (library != m_library) {
        for (const Facet &facet : kFacets) {
            replaceEntries(facet.field, {}); // term numbers mean nothing in another library
            const std::optional<core::Taxonomy> taxonomy = core::taxonomyOf(facet.field);
            m_terms.at(facetNumber(facet.field))
                = library && taxonomy ? TermTree(*library, *taxonomy) : TermTree();
        }
        m_library = std::move(library);
        replaceTree(core::QueryField::Folder, m_library ? folderTreeOf(*m_library) : NameTree());
    }
    for (const Facet &facet : kFacets) {
        replaceEntries(facet.field, countedEntries(facet.field, rows, query));
        const TermTree &terms = m_terms.at(facetNumber(facet.field));
        if (facet.field != core::QueryField::Folder) {
            replaceTree(facet.field,
                        terms.isEmpty() ? NameTree() : terms.shown(*m_library, rows, query));
        }
    }
    NameTree &folders = m_trees.at(facetNumber(core::QueryField::Folder));
    if (m_library && countFolders(folders, *m_library, rows, query)) {
        announceTree(core::QueryField::Folder);
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

TermSection &FacetModel::section(core::QueryField field)
{
    return m_sections.at(facetNumber(field));
}

const TermSection &FacetModel::section(core::QueryField field) const
{
    return m_sections.at(facetNumber(field));
}

std::vector<TermEntry> FacetModel::countedEntries(core::QueryField field,
                                                  const std::vector<core::Row> &rows,
                                                  const core::Query &query) const
{
    const std::optional<core::Taxonomy> taxonomy = core::taxonomyOf(field);
    if (!m_library || !taxonomy || !m_terms.at(facetNumber(field)).isEmpty()) {
        return {};
    }
    std::vector<TermEntry> entries = countedTerms(*m_library, *taxonomy, rows, query);
    sortShown(entries, section(field).shownOf(entries.size()));
    return entries;
}

void FacetModel::replaceEntries(core::QueryField field, std::vector<TermEntry> entries)
{
    TermSection &section = this->section(field);
    if (entries == section.entries) {
        return;
    }
    const QModelIndex parent = sectionIndex(field);
    if (const int old = section.rowCount(); old > 0) {
        beginRemoveRows(parent, 0, old - 1);
        section.entries.clear();
        section.shown = 0;
        endRemoveRows();
    }
    const std::size_t shown = section.shownOf(entries.size());
    const int children = static_cast<int>(shown + (shown < entries.size() ? 1 : 0));
    if (children > 0) {
        beginInsertRows(parent, 0, children - 1);
        section.entries = std::move(entries);
        section.shown = shown;
        endInsertRows();
    }
}

const NameTree &FacetModel::tree(core::QueryField field) const
{
    return m_trees.at(facetNumber(field));
}

void FacetModel::replaceTree(core::QueryField field, NameTree tree)
{
    NameTree &mine = m_trees.at(facetNumber(field));
    if (tree.hasNamesOf(mine)) {
        mine = std::move(tree);
        announceTree(field);
        return;
    }
    const QModelIndex parent = sectionIndex(field);
    if (!mine.isEmpty()) {
        beginRemoveRows(parent, 0, rowCount(parent) - 1);
        mine = {};
        endRemoveRows();
    }
    if (const std::size_t all = tree.node(NameTree::kTop).children.size(); all > 0) {
        const std::size_t shown
            = field == core::QueryField::Folder ? all : section(field).shownOf(all);
        beginInsertRows(parent, 0, static_cast<int>(shown + (shown < all ? 1 : 0)) - 1);
        mine = std::move(tree);
        endInsertRows();
    }
}

/// Says that counts and uses of all names may be others.
void FacetModel::announceTree(core::QueryField field)
{
    const NameTree &tree = this->tree(field);
    for (std::size_t number = 0; number < tree.size(); ++number) {
        const std::vector<std::size_t> &children = tree.node(number).children;
        const std::size_t shown = number == NameTree::kTop ? shownAtTop(field) : children.size();
        if (shown > 0) {
            emit dataChanged(nodeIndex(field, children.front()),
                             nodeIndex(field, children[shown - 1]));
        }
    }
}

/// How many names of the first level have a row.
std::size_t FacetModel::shownAtTop(core::QueryField field) const
{
    const std::size_t all = tree(field).node(NameTree::kTop).children.size();
    return field == core::QueryField::Folder ? all : section(field).shownOf(all);
}

QModelIndex FacetModel::nodeIndex(core::QueryField field, std::size_t node) const
{
    const NameTree::Node &mine = tree(field).node(node);
    return node == NameTree::kTop
        ? sectionIndex(field)
        : createIndex(mine.row, 0, kTrees + mine.parent * kNodes + facetNumber(field));
}

/// The node that \a index or, of the section, its children stand for.
std::size_t FacetModel::nodeAt(const QModelIndex &index) const
{
    if (index.internalId() < kTrees) {
        return NameTree::kTop;
    }
    const std::size_t parent = (index.internalId() - kTrees) / kNodes;
    return tree(fieldOf(index)).node(parent).children[std::size_t(index.row())];
}

bool FacetModel::isMore(const QModelIndex &index) const
{
    const core::QueryField field = fieldOf(index);
    const std::size_t shown = tree(field).isEmpty() ? section(field).shown : shownAtTop(field);
    const bool isFirstLevel
        = index.internalId() < kTrees || (index.internalId() - kTrees) / kNodes == NameTree::kTop;
    return isFirstLevel && std::size_t(index.row()) >= shown;
}

void FacetModel::setShownInFull(core::QueryField field, bool isFull)
{
    TermSection &section = this->section(field);
    NameTree tree = this->tree(field);
    replaceTree(field, {});
    section.isFull = isFull;
    replaceTree(field, std::move(tree));
    std::vector<TermEntry> entries = section.entries;
    sortShown(entries, section.shownOf(entries.size()));
    replaceEntries(field, {});
    replaceEntries(field, std::move(entries));
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
    if (!tree(field).isEmpty()) {
        const std::size_t node = tree(field).find(name);
        std::size_t top = node;
        while (tree(field).node(top).parent != NameTree::kTop) {
            top = tree(field).node(top).parent;
        }
        const bool isShown = std::size_t(tree(field).node(top).row) < shownAtTop(field);
        return node == NameTree::kTop || !isShown ? QModelIndex() : nodeIndex(field, node);
    }
    const TermSection &section = this->section(field);
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
    if (index.internalId() >= kTrees) {
        return kFacets.at((index.internalId() - kTrees) % kNodes).field;
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
    const bool isFacet = parent.internalId() >= kTrees || parent.row() >= kFirstFacetRow;
    const bool isInTree = isFacet && !tree(fieldOf(parent)).isEmpty();
    return createIndex(row, column,
                       isInTree ? kTrees + nodeAt(parent) * kNodes + facetNumber(fieldOf(parent))
                                : quintptr(parent.row()));
}

QModelIndex FacetModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == kTopLevel) {
        return {};
    }
    return index.internalId() < kTrees
        ? createIndex(static_cast<int>(index.internalId()), 0, kTopLevel)
        : nodeIndex(fieldOf(index), (index.internalId() - kTrees) / kNodes);
}

int FacetModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid()) {
        return kFirstFacetRow + static_cast<int>(kFacets.size());
    }
    const bool isTop = parent.internalId() == kTopLevel;
    if (parent.column() > 0 || (isTop && parent.row() == 0)
        || (!isTop && parent.internalId() < kTrees)) {
        return 0;
    }
    if (isTop && parent.row() == kSearchRow) {
        return static_cast<int>(m_searches.size());
    }
    const core::QueryField field = fieldOf(parent);
    if (tree(field).isEmpty()) {
        return section(field).rowCount();
    }
    if (!isTop) {
        return isMore(parent) ? 0
                              : static_cast<int>(tree(field).node(nodeAt(parent)).children.size());
    }
    const std::size_t shown = shownAtTop(field);
    const bool hasMore = shown < tree(field).node(NameTree::kTop).children.size();
    return static_cast<int>(shown + (hasMore ? 1 : 0));
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
    if (!tree(field).isEmpty()) {
        const std::size_t all = tree(field).node(NameTree::kTop).children.size();
        return isMore(index) ? moreData(all - shownAtTop(field), role)
                             : nodeData(tree(field).node(nodeAt(index)), role);
    }
    const TermSection &section = this->section(field);
    return isMore(index) ? moreData(section.entries.size() - section.shown, role)
                         : termData(index, role);
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

Qt::ItemFlags FacetModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    return hasChildren(index) || index.internalId() == kTopLevel ? flags
                                                                 : flags | Qt::ItemNeverHasChildren;
}

} // namespace lectern::ui
