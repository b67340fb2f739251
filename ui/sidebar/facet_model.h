#pragma once

#include "core/library/library.h"
#include "core/search/query.h"
#include "ui/search/saved_searches.h"
#include "ui/sidebar/facets.h"
#include "ui/sidebar/name_tree.h"
#include "ui/sidebar/term_section.h"
#include "ui/sidebar/term_tree.h"

#include <QAbstractItemModel>
#include <QString>

#include <array>
#include <memory>
#include <vector>

namespace lectern::ui {

/// The sidebar as a tree: "All articles", the saved searches, then the sections of kFacets. Terms
/// of a taxonomy are listed with those in use first, then by how many articles of the current rows
/// carry them; a long list ends in a row that stands for the rest. Where terms lie in others
/// (`science/physics`) they are a tree in this order. Folders are a tree by name; they stay where
/// they are while no article of theirs is found, so that no tree folds up under a search. GUI
/// thread only.
class FacetModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum class Kind { All, Section, Term, More, SearchSection, Search };

    enum Role {
        KindRole = Qt::UserRole + 1, ///< Kind as int
        FieldRole, ///< core::QueryField as int, of a Section, Term or More row
        NameRole, ///< QString, the term as the library knows it or the path of a folder; the name
                  ///< of a Search
        CountRole, ///< int: articles of the current rows; hidden terms of a More row; of a Search,
                   ///< articles it finds in the library, SavedSearches::kUnknown at first
        UseRole, ///< core::TermUse as int; a Search is included while its line is the filter's
        LineRole, ///< QString, of a Search
        IconRole, ///< QString, of a Search that has one of its own
        ColourRole, ///< QColor, of a Search for a label
        DepthRole, ///< int: how many folders or terms a Term lies in; else 0
    };

    explicit FacetModel(QObject *parent = nullptr);

    /// Counts the terms within \a rows. O(rows + terms). \a library may be null.
    void setResults(std::shared_ptr<const core::Library> library,
                    const std::vector<core::Row> &rows, const core::Query &query);
    void setSearches(const QList<SavedSearches::Entry> &searches);
    void setShownInFull(core::QueryField field, bool isFull);

    QModelIndex sectionIndex(core::QueryField field) const;
    QModelIndex searchSectionIndex() const;
    /// Invalid when there is no such search.
    QModelIndex searchIndex(const QString &name) const;
    /// Invalid when the term is not shown.
    QModelIndex termIndex(core::QueryField field, const QString &name) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    static core::QueryField fieldOf(const QModelIndex &index);
    TermSection &section(core::QueryField field);
    const TermSection &section(core::QueryField field) const;
    const NameTree &tree(core::QueryField field) const;
    std::vector<TermEntry> countedEntries(core::QueryField field,
                                          const std::vector<core::Row> &rows,
                                          const core::Query &query) const;
    void replaceEntries(core::QueryField field, std::vector<TermEntry> entries);
    void replaceTree(core::QueryField field, NameTree tree);
    void announceTree(core::QueryField field);
    std::size_t shownAtTop(core::QueryField field) const;
    QModelIndex nodeIndex(core::QueryField field, std::size_t node) const;
    std::size_t nodeAt(const QModelIndex &index) const;
    bool isMore(const QModelIndex &index) const;
    QVariant topData(const QModelIndex &index, int role) const;
    QVariant termData(const QModelIndex &index, int role) const;
    static QVariant moreData(std::size_t hidden, int role);
    static QVariant nodeData(const NameTree::Node &node, int role);
    QVariant searchData(const SavedSearches::Entry &search, int role) const;

    std::shared_ptr<const core::Library> m_library;
    std::array<TermSection, kFacets.size()> m_sections; ///< those that are trees stay empty
    std::array<TermTree, kFacets.size()> m_terms; ///< empty where no term lies in another
    std::array<NameTree, kFacets.size()> m_trees; ///< the same, and that of folders
    QList<SavedSearches::Entry> m_searches;
    QString m_line;
};

} // namespace lectern::ui
