#pragma once

#include "core/library/library.h"
#include "core/search/query.h"
#include "core/search/query_edits.h"
#include "ui/search/saved_searches.h"
#include "ui/sidebar/facets.h"
#include "ui/sidebar/folder_tree.h"

#include <QAbstractItemModel>
#include <QString>

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

namespace lectern::ui {

/// The sidebar as a tree: "All articles", the saved searches, then the sections of kFacets. Terms
/// of a taxonomy are listed with those in use first, then by how many articles of the current rows
/// carry them; a long list ends in a row that stands for the rest. Folders are a tree, by name;
/// they stay where they are while no article of theirs is found, so that no tree folds up under a
/// search. GUI thread only.
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
        DepthRole, ///< int: how many folders a folder lies in; else 0
    };

    /// Terms a section shows until showAll().
    static constexpr std::size_t kShortSection = 12;

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
    struct Entry
    {
        core::TermId term = 0;
        std::uint32_t count = 0;
        core::TermUse use = core::TermUse::Ignored;

        bool operator==(const Entry &) const = default;
    };

    struct Section
    {
        std::vector<Entry> entries; ///< all that have a count or a use; those shown in order
        std::size_t shown = 0;
        bool isFull = false;
    };

    static core::QueryField fieldOf(const QModelIndex &index);
    Section &section(core::QueryField field);
    const Section &section(core::QueryField field) const;
    std::vector<Entry> countedEntries(core::QueryField field, const std::vector<core::Row> &rows,
                                      const core::Query &query) const;
    void replaceEntries(core::QueryField field, std::vector<Entry> entries);
    void replaceFolders(FolderTree folders);
    void announceFolders();
    QModelIndex folderIndex(std::size_t node) const;
    std::size_t folderAt(const QModelIndex &index) const;
    static void sortShown(std::vector<Entry> &entries, std::size_t shown);
    static std::size_t shownOf(const Section &section, const std::vector<Entry> &entries);
    int childCount(const Section &section) const;
    QVariant topData(const QModelIndex &index, int role) const;
    QVariant termData(const QModelIndex &index, int role) const;
    QVariant moreData(const Section &section, int role) const;
    QVariant folderData(const FolderTree::Node &folder, int role) const;
    QVariant searchData(const SavedSearches::Entry &search, int role) const;

    std::shared_ptr<const core::Library> m_library;
    std::array<Section, kFacets.size()> m_sections; ///< that of folders stays empty
    FolderTree m_folders;
    QList<SavedSearches::Entry> m_searches;
    QString m_line;
};

} // namespace lectern::ui
