#include "core/article/front_matter/field_tree.h"

#include "core/base/text.h"

namespace lectern::core {

namespace {

struct OpenValue
{
    std::size_t end;
    ValueKind kind;
};

void closeFinished(std::vector<OpenValue> &open, std::size_t index, std::string &text)
{
    while (!open.empty() && open.back().end == index) {
        text += open.back().kind == ValueKind::List ? ']' : '}';
        open.pop_back();
    }
}

} // namespace

std::string flowText(const FieldTree &tree, std::size_t index, std::size_t capBytes)
{
    std::string text;
    std::vector<OpenValue> open;
    const std::size_t end = index + tree.nodes[index].span;
    bool isFirst = true;
    for (std::size_t at = index; at < end && text.size() < capBytes; ++at) {
        closeFinished(open, at, text);
        const FieldNode &node = tree.nodes[at];
        if (!isFirst) {
            text += ", ";
        }
        if (at != index && !node.key.empty()) {
            text.append(node.key).append(": ");
        }
        isFirst = node.span > 1;
        if (node.kind == ValueKind::List || node.kind == ValueKind::Map) {
            text += node.kind == ValueKind::List ? '[' : '{';
            open.push_back({at + node.span, node.kind});
            continue;
        }
        text += wholeCharacters(node.text, capBytes);
    }
    closeFinished(open, end, text);
    return std::string(wholeCharacters(text, capBytes));
}

} // namespace lectern::core
