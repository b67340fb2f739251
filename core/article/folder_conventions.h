#pragma once

#include "core/article/article.h"
#include "core/article/front_matter/block_fields.h"
#include "core/article/front_matter/block_place.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lectern::core {

/// Fields that a folder gives to the articles in it that have none of their own.
struct FolderDefaults
{
    std::vector<std::string> patterns; ///< of paths below `content`; none: all articles
    std::string type; ///< Jekyll's: `posts`, `drafts`, `pages` or a collection; empty: any
    std::string language; ///< in the path; empty: any
    enum class Kind { Any, Page, Section } kind = Kind::Any;
    ArticleMeta fields;
};

/// What the settings of a site or a vault say of its articles. Paths are the site's.
struct FolderConventions
{
    std::string prefix; ///< the library's folder below the site's root, with a slash; or empty
    bool isVault = false; ///< tags are words, and stand among the words of the text
    PropertyTypes types; ///< of a vault
    /// By folder; of one folder the first that fits counts.
    std::map<std::string, std::vector<FolderDefaults>, std::less<>> defaults;
    std::vector<std::pair<std::string, Problem>> problems; ///< settings that cannot be read
    /// Of all that was read; where it is another one, articles must be read again.
    std::string fingerprint;

    std::string sitePath(std::string_view path) const { return prefix + std::string(path); }
};

/// The fields that \a conventions give to the article at \a path below the library; the nearest
/// folder comes first. Empty where there are none for any article.
std::optional<ArticleMeta> defaultsOf(const FolderConventions &conventions, std::string_view path);

/// Adds Hugo's `cascade` in \a block, of the page in \a folder or the settings of its site. Says
/// why a block that has one cannot be read.
std::vector<Problem> addCascade(FolderConventions &conventions, const std::string &folder,
                                std::string_view block, FrontMatterKind kind);

/// The same for `defaults` in Jekyll's _config.yml.
std::vector<Problem> addJekyllDefaults(FolderConventions &conventions, std::string_view config);

/// The same for the `types` of properties in Obsidian's types.json.
std::vector<Problem> addPropertyTypes(FolderConventions &conventions, std::string_view settings);

} // namespace lectern::core
