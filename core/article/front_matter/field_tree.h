#pragma once

#include <cstddef>
#include <cstdint>
#include <forward_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lectern::core {

enum class ValueKind : std::uint8_t { Null, Text, List, Map };

/// One value of a front matter block, whatever language wrote it.
struct FieldNode
{
    std::string_view key; ///< empty for items of a list
    std::string_view text; ///< of Text values
    std::uint32_t offset = 0; ///< byte in the block where the key starts (the item in a list)
    std::uint32_t valueOffset = 0; ///< byte in the block where the value starts
    std::uint32_t span = 1; ///< this node and all below it, which follow it in the vector
    ValueKind kind = ValueKind::Null;
    bool isQuoted = false;
};

/// The values of one block in the order of the file, flat, so that neither building nor walking it
/// recurses and a block costs one allocation. Views point into the block's text, which must outlive
/// the tree, or into the tree itself.
struct FieldTree
{
    std::vector<FieldNode> nodes;

    /// Text that differs from how it is written (unescaped, folded); lives as long as the tree.
    std::string_view keep(std::string text) { return kept.emplace_front(std::move(text)); }

    std::forward_list<std::string> kept;
};

/// The value as one line: text as it is, lists and maps in flow style; at most \a capBytes.
std::string flowText(const FieldTree &tree, std::size_t index, std::size_t capBytes);

} // namespace lectern::core
