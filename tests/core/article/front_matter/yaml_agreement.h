#pragma once

#include "core/article/front_matter/field_tree.h"

#include <optional>
#include <string>
#include <string_view>

namespace lectern::core {

/// One line a value: depth by indent, key, kind, text and place. For comparing trees.
std::string treeAsText(const FieldTree &tree);

/// How the two YAML readers differ on \a block: empty if they agree or the subset does not answer.
struct Disagreement
{
    std::string subset;
    std::string reference;
};

std::optional<Disagreement> findDisagreement(std::string_view block);

} // namespace lectern::core
