#include "tests/core/article/front_matter/field_outline.h"

#include "tests/support/problem_text.h"

#include <vector>

namespace lectern::core {

namespace {

std::string valueOf(const FieldNode &node)
{
    switch (node.kind) {
    case ValueKind::List:
        return "list";
    case ValueKind::Map:
        return "map";
    case ValueKind::Null:
        return "null";
    default:
        return node.isQuoted ? '"' + std::string(node.text) + '"' : std::string(node.text);
    }
}

} // namespace

std::string outlineOf(const FieldTree &tree)
{
    std::string outline;
    std::vector<std::size_t> ends;
    for (std::size_t at = 0; at < tree.nodes.size(); ++at) {
        while (!ends.empty() && ends.back() == at) {
            ends.pop_back();
        }
        const FieldNode &node = tree.nodes[at];
        outline += std::string(ends.size() * 2, ' ')
            + (node.key.empty() ? "- " : std::string(node.key) + " = ") + valueOf(node) + '\n';
        ends.push_back(at + node.span);
    }
    return outline;
}

std::string outlineOf(const BlockFields &fields)
{
    if (const auto *tree = std::get_if<FieldTree>(&fields)) {
        return outlineOf(*tree);
    }
    const auto &error = std::get<BlockError>(fields);
    return std::to_string(error.offset) + ": " + tests::textOf(error.reason);
}

} // namespace lectern::core
