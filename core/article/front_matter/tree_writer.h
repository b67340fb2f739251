#pragma once

#include "core/article/front_matter/field_tree.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace lectern::core {

/// Builds a FieldTree from the events of a parser. The outermost map has no node of its own: its
/// fields are the tree.
class TreeWriter final
{
public:
    void setKey(std::string_view key, std::size_t offset)
    {
        m_key = key;
        m_keyOffset = offset;
    }

    void addText(std::string_view text, std::size_t offset, bool isQuoted)
    {
        FieldNode &node = addNode(offset);
        node.text = text;
        node.kind = ValueKind::Text;
        node.isQuoted = isQuoted;
    }

    void addNull(std::size_t offset) { addNode(offset); }

    void open(ValueKind kind, std::size_t offset)
    {
        m_open.push_back(tree.nodes.size());
        addNode(offset).kind = kind;
    }

    void close()
    {
        FieldNode &node = tree.nodes[m_open.back()];
        node.span = static_cast<std::uint32_t>(tree.nodes.size() - m_open.back());
        m_open.pop_back();
    }

    /// Says that the value of \a node starts at \a offset, before its properties.
    void moveTo(std::size_t node, std::size_t offset)
    {
        FieldNode &moved = tree.nodes[node];
        moved.valueOffset = static_cast<std::uint32_t>(offset);
        moved.offset = moved.key.empty() ? moved.valueOffset : moved.offset;
    }

    /// Adds what \a node holds once more; false where the tree would have over \a maxNodes.
    bool addCopy(std::size_t node, std::size_t offset, std::size_t maxNodes)
    {
        const std::size_t count = tree.nodes[node].span;
        if (tree.nodes.size() + count > maxNodes) {
            return false;
        }
        const std::size_t copy = tree.nodes.size();
        tree.nodes.reserve(copy + count); // The nodes copied are in the same vector.
        for (std::size_t index = 0; index < count; ++index) {
            tree.nodes.push_back(tree.nodes[node + index]);
        }
        place(tree.nodes[copy], offset);
        return true;
    }

    std::size_t depth() const { return m_open.size(); }

    /// Forgets all but the memory that the tree took.
    void clear()
    {
        tree.nodes.clear();
        tree.kept.clear();
        m_key = {};
        m_open.clear();
    }

    FieldTree tree;

private:
    /// A node that is filled where it lies: the processor would wait for a copy of one just
    /// written.
    FieldNode &addNode(std::size_t offset)
    {
        FieldNode &node = tree.nodes.emplace_back();
        place(node, offset);
        return node;
    }

    void place(FieldNode &node, std::size_t offset)
    {
        node.key = std::exchange(m_key, {});
        node.valueOffset = static_cast<std::uint32_t>(offset);
        node.offset = node.key.empty() ? node.valueOffset : static_cast<std::uint32_t>(m_keyOffset);
    }

    std::string_view m_key;
    std::size_t m_keyOffset = 0;
    std::vector<std::size_t> m_open;
};

} // namespace lectern::core
