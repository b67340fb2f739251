#include "ui/sidebar/name_tree.h"

#include <algorithm>
#include <utility>

namespace lectern::ui {

std::size_t NameTree::add(Node node)
{
    node.depth = node.parent == kTop ? 0 : m_nodes[node.parent].depth + 1;
    m_nodes.push_back(std::move(node));
    return m_nodes.size() - 1;
}

void NameTree::arrange(std::span<const std::size_t> order)
{
    for (const std::size_t number : order) {
        std::vector<std::size_t> &siblings = m_nodes[m_nodes[number].parent].children;
        m_nodes[number].row = static_cast<int>(siblings.size());
        siblings.push_back(number);
    }
}

bool NameTree::set(std::size_t number, std::uint32_t count, core::TermUse use)
{
    Node &node = m_nodes[number];
    const bool isOther = node.count != count || node.use != use;
    node.count = count;
    node.use = use;
    return isOther;
}

std::size_t NameTree::find(const QString &path) const
{
    const auto found = std::ranges::find(m_nodes.begin() + 1, m_nodes.end(), path, &Node::path);
    return found == m_nodes.end() ? kTop : static_cast<std::size_t>(found - m_nodes.begin());
}

bool NameTree::hasNamesOf(const NameTree &other) const
{
    return std::ranges::equal(m_nodes, other.m_nodes, {}, &Node::path, &Node::path)
        && std::ranges::equal(m_nodes, other.m_nodes, {}, &Node::children, &Node::children);
}

} // namespace lectern::ui
