#include "core/library/articles_by_name.h"

#include "core/article/article_names.h"
#include "core/base/text.h"

#include <algorithm>
#include <cstddef>

namespace lectern::core {

namespace {

std::size_t sharedBeginning(std::string_view a, std::string_view b)
{
    const auto [first, second] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    return static_cast<std::size_t>(first - a.begin());
}

} // namespace

ArticlesByName::ArticlesByName(std::shared_ptr<const Library> library)
    : m_library(std::move(library))
{}

void ArticlesByName::collect() const
{
    m_names.reserve(m_library->size());
    for (Row row = 0; row < m_library->size(); ++row) {
        m_names.emplace_back(foldForSearch(articleNameOf(m_library->path(row))), row);
    }
    std::sort(m_names.begin(), m_names.end());
    for (Row row = 0; row < m_library->size(); ++row) {
        for (const auto &[key, value] : m_library->others(row)) {
            if (key == "aliases") {
                addAliases(value, row);
            }
        }
    }
    std::sort(m_aliases.begin(), m_aliases.end());
}

/// The others of a library join lists by `, `.
void ArticlesByName::addAliases(std::string_view joined, Row row) const
{
    while (!joined.empty()) {
        const std::size_t end = std::min(joined.find(", "), joined.size());
        m_aliases.emplace_back(foldForSearch(joined.substr(0, end)), row);
        joined.remove_prefix(std::min(end + 2, joined.size()));
    }
}

/// Of those in \a names, which are sorted, called \a folded, the one that lies nearest to \a near.
std::optional<std::string> ArticlesByName::nearest(const Names &names, const std::string &folded,
                                                   std::string_view near) const
{
    std::optional<std::string> best;
    for (auto at = std::lower_bound(names.begin(), names.end(), std::pair(folded, Row{0}));
         at != names.end() && at->first == folded; ++at) {
        const std::string_view path = m_library->path(at->second);
        if (!best || sharedBeginning(path, near) > sharedBeginning(*best, near)) {
            best = path;
        }
    }
    return best;
}

std::optional<std::string> ArticlesByName::find(std::string_view name, std::string_view near) const
{
    std::call_once(m_isCollected, [this] { collect(); });
    const std::string folded = foldForSearch(name);
    const std::optional<std::string> named = nearest(m_names, folded, near);
    return named ? named : nearest(m_aliases, folded, near);
}

FindArticle findArticleIn(std::shared_ptr<const Library> library)
{
    const auto names = std::make_shared<const ArticlesByName>(std::move(library));
    return
        [names](std::string_view name, std::string_view near) { return names->find(name, near); };
}

} // namespace lectern::core
