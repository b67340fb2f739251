#pragma once

#include "core/article/article.h"
#include "core/article/front_matter/field_tree.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::core {

/// One place of a block that had to be guessed.
struct Damage
{
    std::size_t offset = 0; ///< byte in the block
    ProblemWording reason; ///< what is wrong with the key's value, or with the line
    std::string key; ///< empty for a line that belongs to no key
    std::string valueUsed;
    std::string proposal; ///< what to write in its place
};

struct Recovery
{
    FieldTree tree;
    std::vector<Damage> damages; ///< in the order of the file, at most kMaxDamages
};

inline constexpr std::size_t kMaxDamages = 20;

/// Reads a \a block that its parser refused key by key: each key with the lines that belong to it
/// is given to the parser alone, and only what is refused again is taken as written. Bounded work;
/// never throws. Any thread.
Recovery recoverFields(std::string_view block, FrontMatterKind kind);

} // namespace lectern::core
