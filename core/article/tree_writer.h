#pragma once

#include "core/article/field_tree.h"

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
        FieldNode node = nextNode(offset);
        node.text = text;
        node.kind = ValueKind::Text;
        node.isQuoted = isQuoted;
        tree.nodes.push_back(node);
    }

    void addNull(std::size_t offset) { tree.nodes.push_back(nextNode(offset)); }

    void open(ValueKind kind, std::size_t offset)
    {
        FieldNode node = nextNode(offset);
        node.kind = kind;
        m_open.push_back(tree.nodes.size());
        tree.nodes.push_back(node);
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
        const FieldNode place = nextNode(offset);
        const std::size_t copy = tree.nodes.size();
        tree.nodes.reserve(copy + count); // The nodes copied are in the same vector.
        for (std::size_t index = 0; index < count; ++index) {
            tree.nodes.push_back(tree.nodes[node + index]);
        }
        tree.nodes[copy].key = place.key;
        tree.nodes[copy].offset = place.offset;
        tree.nodes[copy].valueOffset = place.valueOffset;
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
    FieldNode nextNode(std::size_t offset)
    {
        FieldNode node;
        node.key = std::exchange(m_key, {});
        node.valueOffset = static_cast<std::uint32_t>(offset);
        node.offset = node.key.empty() ? node.valueOffset : static_cast<std::uint32_t>(m_keyOffset);
        return node;
    }

    std::string_view m_key;
    std::size_t m_keyOffset = 0;
    std::vector<std::size_t> m_open;
};

} // namespace lectern::core
