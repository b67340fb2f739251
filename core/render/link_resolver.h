#pragma once

#include "core/library/library.h"

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lectern::core {

/// The articles of a library by name: file name without ending, or the folder's name for
/// `index.md`. Made once for a library, sorted when it is first asked; any thread may ask it.
class ArticleNames final
{
public:
    explicit ArticleNames(std::shared_ptr<const Library> library);

    /// The path of the article called \a name, ignoring case; of several, the one that shares the
    /// longest beginning with \a near. O(log n).
    std::optional<std::string> find(std::string_view name, std::string_view near) const;

private:
    void collect() const;

    std::shared_ptr<const Library> m_library;
    mutable std::once_flag m_isCollected;
    mutable std::vector<std::pair<std::string, Row>> m_names; ///< folded, sorted
};

/// Finds the files that one article's links and images mean, the way Hugo, Hexo, Jekyll and
/// Obsidian would: beside the article, in a folder named like it, from the site's root and its
/// static, content, source and assets folders, or by name anywhere in the library. It only looks
/// whether files exist, and never gives an address outside the library or, for images, outside the
/// site the library belongs to. One for each article; one thread.
class LinkResolver final
{
public:
    /// For the article at \a articlePath below \a root. \a names may be null.
    LinkResolver(std::string root, std::string articlePath,
                 std::shared_ptr<const ArticleNames> names = nullptr);

    /// The address of the image file that \a reference means: `/path` within the library or
    /// `lectern://site/path` below siteRoot(). Empty when there is no such file.
    std::optional<std::string> imageAddress(std::string_view reference) const;

    /// `/path` of the article or file that \a reference means; its `#part` stays.
    std::optional<std::string> linkAddress(std::string_view reference) const;

    /// `/path` of the article that `[[name]]` means.
    std::optional<std::string> wikiAddress(std::string_view name) const;

    /// The folder of the site that the library is a part of, such as a Hugo site whose content
    /// folder was opened. The library's root when there is none.
    const std::string &siteRoot() const { return m_siteRoot; }

    bool isVault() const { return m_isVault; }

private:
    bool isInside(const std::string &folder, const std::string &path) const;
    bool hasFolder(const std::string &path) const;
    const std::vector<std::string> &starts() const;
    std::optional<std::string> findBelow(const std::string &folder, const std::string &path,
                                         const std::vector<std::string> &endings) const;
    std::optional<std::string> find(std::string_view reference,
                                    const std::vector<std::string> &endings) const;
    std::optional<std::string> findOnDisk(std::string_view reference,
                                          const std::vector<std::string> &endings) const;

    std::string m_root;
    std::string m_siteRoot;
    std::string m_articlePath;
    std::shared_ptr<const ArticleNames> m_names;
    bool m_isVault = false;
    mutable std::map<std::string, bool> m_hasFolder; ///< by its whole path
    /// Folders below m_root that addresses may start from, once starts() was asked.
    mutable std::optional<std::vector<std::string>> m_starts;
    /// What find() answered, by the number of endings and the reference.
    mutable std::map<std::pair<std::size_t, std::string>, std::optional<std::string>> m_found;
};

} // namespace lectern::core
