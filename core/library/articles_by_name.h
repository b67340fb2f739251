#pragma once

#include "core/library/library.h"
#include "core/markdown/links/link_resolver.h"

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lectern::core {

/// The articles of a library by name: file name without ending, or the folder's name for
/// `index.md`, then by its aliases. Made once for a library, sorted when it is first asked; any
/// thread may ask it.
class ArticlesByName final
{
public:
    explicit ArticlesByName(std::shared_ptr<const Library> library);

    /// The path of the article called \a name, ignoring case; of several, the one that shares the
    /// longest beginning with \a near. O(log n).
    std::optional<std::string> find(std::string_view name, std::string_view near) const;

private:
    using Names = std::vector<std::pair<std::string, Row>>; ///< folded, sorted

    void collect() const;
    void addAliases(std::string_view joined, Row row) const;
    std::optional<std::string> nearest(const Names &names, const std::string &folded,
                                       std::string_view near) const;

    std::shared_ptr<const Library> m_library;
    mutable std::once_flag m_isCollected;
    mutable Names m_names;
    mutable Names m_aliases;
};

/// Finds the articles of \a library by name, for pages.
FindArticle findArticleIn(std::shared_ptr<const Library> library);

} // namespace lectern::core
