#include "tests/core/article/front_matter/yaml_agreement.h"

#include "core/article/front_matter/yaml_front_matter.h"
#include "core/article/front_matter/yaml_subset.h"
#include "tests/support/problem_text.h"

namespace lectern::core {

std::string treeAsText(const FieldTree &tree)
{
    std::string text;
    for (const FieldNode &node : tree.nodes) {
        text += std::to_string(static_cast<int>(node.kind)) + " span " + std::to_string(node.span)
            + " key <" + std::string(node.key) + "> text <" + std::string(node.text) + ">";
        if (node.kind == ValueKind::Text) {
            text += node.isQuoted ? " quoted at " : " at ";
            text += std::to_string(node.valueOffset);
        }
        text += node.key.empty() ? "\n" : " key at " + std::to_string(node.offset) + '\n';
    }
    return text;
}

std::optional<Disagreement> findDisagreement(std::string_view block)
{
    const auto refused = [](const BlockError &error) {
        return "refused at " + std::to_string(error.offset) + ": " + tests::textOf(error.reason);
    };
    TreeWriter writer;
    BlockError error;
    const SubsetAnswer answer = parseYamlSubset(block, writer, error);
    if (answer == SubsetAnswer::Unknown) {
        return std::nullopt;
    }
    const BlockFields reference = parseYaml(block);
    const auto *tree = std::get_if<FieldTree>(&reference);
    Disagreement both{answer == SubsetAnswer::Error ? refused(error) : treeAsText(writer.tree),
                      tree == nullptr ? refused(std::get<BlockError>(reference))
                                      : treeAsText(*tree)};
    return both.subset == both.reference ? std::nullopt : std::optional(both);
}

} // namespace lectern::core
