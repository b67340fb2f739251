#include "core/article/front_matter/commented_terms.h"

#include "core/article/front_matter/damaged_value.h"
#include "core/article/front_matter/field_values.h"
#include "core/base/text.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace lectern::core {

namespace {

void reportCommented(const FieldNode &node, const BlockPlace &block,
                     const std::vector<std::string> &items, std::vector<Problem> &problems)
{
    Problem problem = problemAt(block, node.offset, ProblemCode::ValueUnexpected);
    problem.wording = worded(ProblemReason::NamesInComment);
    problem.valueUsed = items.back();
    if (!node.key.empty()) {
        problem.proposal = fieldLine(block.kind, node.key, items);
    }
    problems.push_back(std::move(problem));
}

void addTagsOfLine(const FieldNode &node, const BlockPlace &block, std::vector<std::string> &items,
                   std::vector<Problem> &problems)
{
    std::string_view line
        = block.text.substr(std::min<std::size_t>(node.offset, block.text.size()));
    line = line.substr(0, line.find('\n'));
    const std::size_t hash = line.find(" #");
    std::string_view words
        = hash == std::string_view::npos ? std::string_view() : trimmed(line.substr(hash));
    const std::size_t before = items.size();
    while (words.size() > 1 && words.front() == '#'
           && std::string_view(" \t#!").find(words[1]) == std::string_view::npos) {
        const std::size_t length = std::min(words.find_first_of(" \t,"), words.size());
        addItem(items, words.substr(0, length));
        words = trimmed(words.substr(std::min(length + 1, words.size())));
    }
    if (items.size() > before) {
        reportCommented(node, block, items, problems);
    }
}

} // namespace

void addCommentedTerms(const FieldTree &tree, std::size_t at, const BlockPlace &block,
                       std::vector<std::string> &items, std::vector<Problem> &problems)
{
    if (block.kind != FrontMatterKind::Yaml) {
        return;
    }
    const std::size_t end = at + tree.nodes[at].span;
    for (std::size_t node = at; node < end; ++node) {
        const FieldNode &value = tree.nodes[node];
        const bool mayGoOn = value.kind == ValueKind::Text && !value.isQuoted
            && trimmed(value.text).ends_with(',');
        if (value.kind == ValueKind::Null || mayGoOn) {
            addTagsOfLine(value, block, items, problems);
        }
    }
}

} // namespace lectern::core
