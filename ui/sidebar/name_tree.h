#pragma once

#include "core/search/query_edits.h"

#include <QString>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace lectern::ui {

/// Names that lie in each other, as the sidebar shows them: folders, or tags like
/// `science/physics`. Each has how many of the current rows belong to it or to one that lies in it.
class NameTree final
{
public:
    struct Node
    {
        QString name;
        QString path; ///< from the first level on
        std::size_t source = 0; ///< what it stands for where it was made from
        std::size_t parent = 0; ///< a node; kTop at the first level
        int row = 0; ///< among the children of the parent
        int depth = 0; ///< 0 at the first level
        std::vector<std::size_t> children = {}; ///< nodes
        std::uint32_t count = 0;
        core::TermUse use = core::TermUse::Ignored;
    };

    static constexpr std::size_t kTop = 0; ///< the node above the first level

    const Node &node(std::size_t number) const { return m_nodes[number]; }

    std::size_t size() const { return m_nodes.size(); }

    bool isEmpty() const { return m_nodes.size() == 1; }

    /// Adds \a node, whose parent is there, without a place among its siblings; gives its number.
    std::size_t add(Node node);
    /// Gives all nodes their places: siblings stand as in \a order.
    void arrange(std::span<const std::size_t> order);
    /// Whether \a count or \a use of a node is another one than before.
    bool set(std::size_t number, std::uint32_t count, core::TermUse use);

    /// The node of \a path; kTop where there is none. O(size).
    std::size_t find(const QString &path) const;
    /// Whether \a other has the same nodes in the same places, whatever belongs to them.
    bool hasNamesOf(const NameTree &other) const;

private:
    std::vector<Node> m_nodes{1}; ///< each behind its parent
};

} // namespace lectern::ui
