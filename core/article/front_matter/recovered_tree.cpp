#include "core/article/front_matter/recovered_tree.h"

#include "core/article/front_matter/damaged_value.h"
#include "core/base/text.h"

#include <algorithm>
#include <utility>

namespace lectern::core {

void RecoveredTree::append(const FieldTree &tree, std::size_t offset)
{
    for (FieldNode node : tree.nodes) {
        node.key = m_result.tree.keep(std::string(node.key));
        node.text = m_result.tree.keep(std::string(node.text));
        node.offset += static_cast<std::uint32_t>(offset);
        node.valueOffset += static_cast<std::uint32_t>(offset);
        m_result.tree.nodes.push_back(node);
    }
}

void RecoveredTree::addItem(std::string_view text, std::size_t offset)
{
    FieldNode item;
    item.kind = text.empty() ? ValueKind::Null : ValueKind::Text;
    item.text = m_result.tree.keep(std::string(text));
    item.offset = static_cast<std::uint32_t>(offset);
    item.valueOffset = item.offset;
    m_result.tree.nodes.push_back(item);
}

void RecoveredTree::addText(FieldNode node, const std::string &text, Damage &damage)
{
    node.text = m_result.tree.keep(text);
    node.kind = text.empty() ? ValueKind::Null : ValueKind::Text;
    m_result.tree.nodes.push_back(node);
    damage.valueUsed = text;
    damage.proposal = fieldLine(m_kind, node.key, text);
}

void RecoveredTree::addList(FieldNode node, const std::vector<std::string> &items, Damage &damage)
{
    node.kind = ValueKind::List;
    node.span = static_cast<std::uint32_t>(items.size() + 1);
    m_result.tree.nodes.push_back(node);
    for (const std::string &item : items) {
        addItem(item, node.valueOffset);
        damage.valueUsed += (damage.valueUsed.empty() ? "" : ", ") + item;
    }
    damage.proposal = fieldLine(m_kind, node.key, items);
}

void RecoveredTree::openSection(std::size_t at, std::string_view header)
{
    closeSection();
    FieldNode node;
    header.remove_prefix(std::min(header.find_first_not_of('['), header.size()));
    node.key = m_result.tree.keep(std::string(trimmed(header.substr(0, header.find(']')))));
    node.offset = static_cast<std::uint32_t>(at);
    node.valueOffset = node.offset;
    m_section = open(node, ValueKind::Map);
}

void RecoveredTree::closeSection()
{
    if (m_section != std::string_view::npos) {
        close(m_section);
    }
}

void RecoveredTree::report(Damage damage)
{
    if (m_result.damages.size() < kMaxDamages) {
        m_result.damages.push_back(std::move(damage));
    }
}

std::size_t RecoveredTree::open(FieldNode node, ValueKind kind)
{
    node.kind = kind;
    m_result.tree.nodes.push_back(node);
    return m_result.tree.nodes.size() - 1;
}

void RecoveredTree::close(std::size_t node)
{
    m_result.tree.nodes[node].span = static_cast<std::uint32_t>(m_result.tree.nodes.size() - node);
}

} // namespace lectern::core
