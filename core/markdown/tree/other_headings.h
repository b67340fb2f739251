#pragma once

#include "core/article/article_file.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace lectern::core {

class LinkResolver;

/// The headings of other articles that the links of a page lead to. Reads each once, at most
/// kMaxArticles of them. One thread.
class OtherHeadings final
{
public:
    explicit OtherHeadings(const LinkResolver &resolver);

    /// \a address of an article, `/a.md#part`, with the part under the id that its heading has on
    /// that article's page. As it is where no heading is meant.
    std::string withHeading(std::string address);

    static constexpr std::size_t kMaxArticles = 20;

private:
    /// Ids of headings by the names that authors and sites have for them.
    using Names = std::map<std::string, std::string, std::less<>>;

    const Names *namesIn(const std::string &path);

    std::optional<ArticleReader> m_reader; ///< once one is needed
    const LinkResolver &m_resolver;
    std::map<std::string, Names> m_names; ///< by path
};

} // namespace lectern::core
