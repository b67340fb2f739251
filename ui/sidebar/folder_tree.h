#pragma once

#include "core/library/library.h"
#include "core/search/query_edits.h"

#include <QString>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace lectern::ui {

/// The folders of a library as the sidebar shows them: by name, each with how many of the current
/// rows lie in it or below. A folder that stands for one article (Hugo's leaf bundle) is no folder
/// to choose, and there is none at all where every folder holds all articles.
class FolderTree final
{
public:
    struct Node
    {
        QString name;
        QString path; ///< from the root on
        std::size_t folder = 0; ///< in core::LibraryFolders
        std::size_t parent = 0; ///< a node; kTop at the first level
        int row = 0; ///< among the children of the parent
        int depth = 0; ///< 0 at the first level
        std::vector<std::size_t> children = {}; ///< nodes
        std::uint32_t count = 0;
        core::TermUse use = core::TermUse::Ignored;
    };

    static constexpr std::size_t kTop = 0; ///< the node above the first level

    FolderTree() = default;
    /// O(folders log folders).
    explicit FolderTree(const core::Library &library);

    const Node &node(std::size_t number) const { return m_nodes[number]; }

    std::size_t size() const { return m_nodes.size(); }

    /// The node of a folder; kTop where there is none.
    std::size_t find(const QString &path) const;
    /// Whether \a other has the same folders, whatever lies in them.
    bool hasFoldersOf(const FolderTree &other) const;
    /// Counts \a rows of \a library, whose folders these are. Whether anything changed. O(rows +
    /// folders).
    bool setResults(const core::Library &library, std::span<const core::Row> rows,
                    const core::Query &query);

private:
    std::vector<Node> m_nodes{1}; ///< each behind its parent
};

} // namespace lectern::ui
