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
}

std::optional<std::string> ArticlesByName::find(std::string_view name, std::string_view near) const
{
    std::call_once(m_isCollected, [this] { collect(); });
    const std::string folded = foldForSearch(name);
    std::optional<std::string> best;
    for (auto at = std::lower_bound(m_names.begin(), m_names.end(), std::pair(folded, Row{0}));
         at != m_names.end() && at->first == folded; ++at) {
        const std::string_view path = m_library->path(at->second);
        if (!best || sharedBeginning(path, near) > sharedBeginning(*best, near)) {
            best = path;
        }
    }
    return best;
}

} // namespace lectern::core
