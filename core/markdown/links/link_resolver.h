#pragma once

#include "core/markdown/links/site.h"

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lectern::core {

/// The path of the article called \a name below the library's root; of several, the one that shares
/// the longest beginning with \a near. Callable from any thread.
using FindArticle
    = std::function<std::optional<std::string>(std::string_view name, std::string_view near)>;

/// A file by its path below the library's root or the root of the site around it.
struct SiteFile
{
    std::string root;
    std::string path;
};

/// Finds the files that one article's links and images mean, the way Hugo, Hexo, Jekyll and
/// Obsidian would: beside the article, in a folder named like it, from the site's root and its
/// static, content, source and assets folders, or by name anywhere in the library, in a vault
/// pictures too; Joplin's `:/32 digits` by its number, also in folders of resources. It only looks
/// whether files exist, and never gives an address outside the library or, for images, outside the
/// site the library belongs to. One for each article; one thread.
class LinkResolver final
{
public:
    /// For the article at \a articlePath below \a root. \a findArticle may be empty. \a site is
    /// what siteAround() says of \a root; without it the disk is asked, some eighty times.
    LinkResolver(std::string root, std::string articlePath, FindArticle findArticle = {},
                 std::optional<Site> site = {});

    /// The image file that \a reference means. Empty when there is no such file.
    std::optional<SiteFile> imageFile(std::string_view reference) const;

    /// The address of the image file that \a reference means: `/path` within the library or
    /// `lectern://site/path` below siteRoot(). Empty when there is no such file.
    std::optional<std::string> imageAddress(std::string_view reference) const;

    /// `/path` of the article or file that \a reference means; its `#part` stays.
    std::optional<std::string> linkAddress(std::string_view reference) const;

    /// `/path` of the article that `[[name]]` means.
    std::optional<std::string> wikiAddress(std::string_view name) const;

    /// The same of a note in a vault, where Logseq keeps the page `A/B` in the file `A___B.md`.
    std::optional<std::string> noteAddress(std::string_view name) const;

    /// The words of the block of a vault that has \a id.
    std::optional<std::string> blockWords(std::string_view id) const;

    const std::string &root() const { return m_root; }

    const std::string &articlePath() const { return m_articlePath; }

    /// The folder of the site that the library is a part of, such as a Hugo site whose content
    /// folder was opened. The library's root when there is none.
    const std::string &siteRoot() const { return m_site.root; }

    bool isVault() const { return m_site.isVault; }

    bool showsLineEnds() const { return m_site.showsLineEnds; }

private:
    bool isInside(const std::string &folder, const std::string &path) const;
    bool hasFolder(const std::string &path) const;
    const std::vector<std::string> &starts() const;
    std::optional<std::string> findBelow(const std::string &folder, const std::string &path,
                                         const std::vector<std::string> &endings) const;
    std::optional<std::string> find(std::string_view reference,
                                    const std::vector<std::string> &endings) const;
    std::optional<std::string> findOfJoplin(std::string folder, const std::string &id,
                                            const std::vector<std::string> &endings) const;
    std::optional<SiteFile> fileOfVault(std::string_view path) const;
    std::optional<std::string> findOnDisk(std::string_view reference,
                                          const std::vector<std::string> &endings) const;

    std::string m_root;
    Site m_site;
    std::string m_articlePath;
    FindArticle m_findArticle;
    mutable std::map<std::string, bool> m_hasFolder; ///< by its whole path
    /// Folders below m_root that addresses may start from, once starts() was asked.
    mutable std::optional<std::vector<std::string>> m_starts;
    /// What find() answered, by the number of endings and the reference.
    mutable std::map<std::pair<std::size_t, std::string>, std::optional<std::string>> m_found;
};

} // namespace lectern::core
