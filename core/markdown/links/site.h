#pragma once

#include "core/markdown/links/blocks_by_id.h"
#include "core/markdown/links/files_by_name.h"

#include <array>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace lectern::core {

/// Folders of a site that the addresses in its articles may start from, in the order they are
/// looked in: the site's root, what is copied as it is (`static`, `public`), what is processed
/// (`assets`), the articles themselves (`content`, `source`, `docs`, `src`) and a vault's pictures.
inline constexpr std::array<std::string_view, 9> kSiteFolders{
    "", "static/", "content/", "assets/", "source/", "public/", "docs/", "src/", "attachments/",
};

/// What a library is a part of: a Hugo, Hexo, Jekyll, DocFX or Docusaurus site, an Obsidian
/// vault or a Logseq graph.
struct Site
{
    std::string root; ///< the library's root when it is no part of a site
    bool isVault = false;
    /// Obsidian and Hexo show each line end of a paragraph, unless their settings say otherwise.
    bool showsLineEnds = false;
    std::shared_ptr<const FilesByName> files; ///< of a vault; null elsewhere
    std::shared_ptr<const BlocksById> blocks; ///< the same
};

/// The site around \a libraryRoot (without a slash at its end): the nearest folder with a site's
/// mark, from itself to kMaxSiteLevels above. Without one, a folder that is written like a vault is
/// one. Looks at the disk; any thread.
Site siteAround(const std::string &libraryRoot);

/// Enough for `content/posts/2024/01/name` of a site with languages.
inline constexpr int kMaxSiteLevels = 6;

/// siteAround() a root, asked for once by the first that needs it. Any thread.
class KnownSite final
{
public:
    explicit KnownSite(std::string libraryRoot);

    const Site &get() const;

private:
    std::string m_libraryRoot;
    mutable std::once_flag m_isAsked;
    mutable Site m_site;
};

} // namespace lectern::core
