#include "core/search/query_edits.h"
#include "ui/common/language_name.h"
#include "ui/common/qt_text.h"
#include "ui/sidebar/facet_model.h"

// What the rows of the sidebar say, by role.

namespace lectern::ui {

namespace {

QString displayName(core::QueryField field, const QString &name)
{
    return field == core::QueryField::Language ? languageName(name) : name;
}

} // namespace

QVariant FacetModel::termData(const QModelIndex &index, int role) const
{
    const core::QueryField field = fieldOf(index);
    const TermEntry &entry = section(field).entries[std::size_t(index.row())];
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

QVariant FacetModel::nodeData(const NameTree::Node &node, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return node.name;
    case Qt::ToolTipRole:
    case NameRole:
        return node.path;
    case Qt::AccessibleTextRole:
        return tr("%1, %n article(s)", nullptr, static_cast<int>(node.count)).arg(node.name);
    case KindRole:
        return static_cast<int>(Kind::Term);
    case CountRole:
        return node.count;
    case UseRole:
        return static_cast<int>(node.use);
    case DepthRole:
        return node.depth;
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

QVariant FacetModel::moreData(std::size_t hidden, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return tr("Show %n more", nullptr, static_cast<int>(hidden));
    case KindRole:
        return static_cast<int>(Kind::More);
    case CountRole:
        return static_cast<int>(hidden);
    default:
        return {};
    }
}

} // namespace lectern::ui
