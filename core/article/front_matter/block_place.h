#pragma once

#include "core/article/article.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace lectern::core {

/// Whose lists are words with blanks between: `tags: a b`.
enum class WordLists : std::uint8_t {
    None,
    Posts, ///< Jekyll's `tags` and `categories`
    Notes, ///< Obsidian's `tags` and `tag`
};

/// What Obsidian's vaults say of their properties: names as foldForSearch() has them, and `date`,
/// `text`, `multitext` and so on.
using PropertyTypes = std::map<std::string, std::string, std::less<>>;

/// A front matter block and where it starts in its file.
struct BlockPlace
{
    std::string_view text;
    std::uint32_t line = 1;
    FrontMatterKind kind = FrontMatterKind::Yaml;
    WordLists words = WordLists::None;
    const PropertyTypes *types = nullptr; ///< may be null
};

/// A Problem of \a code at byte \a offset of \a block.
Problem problemAt(const BlockPlace &block, std::size_t offset, ProblemCode code);

} // namespace lectern::core
