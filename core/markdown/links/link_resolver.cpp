#include "core/markdown/links/link_resolver.h"

#include "core/article/article_names.h"
#include "core/markdown/urls.h"

#include <algorithm>
#include <filesystem>
#include <sys/stat.h>
#include <system_error>

namespace lectern::core {

namespace fs = std::filesystem;

namespace {

// A missing file takes up to 50 looks at the disk.
constexpr std::size_t kMaxLookups = 2000;

const std::vector<std::string> kArticleEndings{
    "", ".md", "/index.md", "/_index.md", "/README.md", ".markdown",
};

/// Of the files that notes hold, which Joplin names by their number.
const std::vector<std::string> kResourceEndings{
    "",     ".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg",  ".bmp",  ".avif", ".pdf",
    ".mp4", ".mp3", ".m4a", ".webm", ".wav", ".zip",  ".docx", ".xlsx", ".txt",  ".csv",
};

enum class Entry { None, File, Folder };

Entry entryAt(const std::string &path)
{
    struct stat status = {};
    if (::stat(path.c_str(), &status) != 0) {
        return Entry::None;
    }
    return S_ISREG(status.st_mode) ? Entry::File
        : S_ISDIR(status.st_mode)  ? Entry::Folder
                                   : Entry::None;
}

std::string parentOf(std::string_view path)
{
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string() : std::string(path.substr(0, slash));
}

/// \a path with `.` and `..` resolved; empty when it climbs above its start.
std::optional<std::string> normalized(std::string_view path)
{
    std::vector<std::string_view> parts;
    while (!path.empty()) {
        const std::string_view part = path.substr(0, path.find('/'));
        path.remove_prefix(std::min(path.size(), part.size() + 1));
        if (part == "..") {
            if (parts.empty()) {
                return std::nullopt;
            }
            parts.pop_back();
        } else if (!part.empty() && part != ".") {
            parts.push_back(part);
        }
    }
    std::string result;
    for (const std::string_view part : parts) {
        result.append(result.empty() ? "" : "/").append(part);
    }
    return result;
}

/// What a reference names on disk: without query and fragment, decoded, with slashes.
std::string pathPart(std::string_view reference)
{
    std::string path = percentDecoded(reference.substr(0, reference.find_first_of("?#")));
    std::replace(path.begin(), path.end(), '\\', '/');
    for (const std::string_view variable : {"{{site.baseurl}}", "{{ site.baseurl }}"}) {
        if (path.starts_with(variable)) {
            path.erase(0, variable.size());
        }
    }
    return path.find('\0') == std::string::npos ? path : std::string();
}

/// The number behind Joplin's `:/`; empty for other references.
std::string_view joplinId(std::string_view reference)
{
    constexpr std::size_t kDigits = 32;
    const std::string_view id
        = reference.substr(std::min<std::size_t>(2, reference.size()), kDigits);
    const bool isId = reference.starts_with(":/") && id.size() == kDigits
        && id.find_first_not_of("0123456789abcdef") == std::string_view::npos;
    return isId ? id : std::string_view();
}

std::string_view fragmentOf(std::string_view reference)
{
    const std::size_t hash = reference.find('#');
    return hash == std::string_view::npos ? std::string_view() : reference.substr(hash);
}

} // namespace

LinkResolver::LinkResolver(std::string root, std::string articlePath, FindArticle findArticle,
                           std::optional<Site> site)
    : m_root(std::move(root))
    , m_articlePath(std::move(articlePath))
    , m_findArticle(std::move(findArticle))
{
    while (m_root.size() > 1 && m_root.ends_with('/')) {
        m_root.pop_back();
    }
    m_site = site ? *std::move(site) : siteAround(m_root);
}

/// Whether the file at \a path below \a folder is there for real, not by way of links out of it.
bool LinkResolver::isInside(const std::string &folder, const std::string &path) const
{
    std::error_code error;
    const std::string real = fs::canonical(folder + "/" + path, error).string();
    const std::string realFolder = fs::canonical(folder, error).string();
    return !error && real.starts_with(realFolder + "/");
}

/// Remembers the answer: most addresses are looked for in folders that are not there.
bool LinkResolver::hasFolder(const std::string &path) const
{
    if (path.size() <= m_root.size() && path.size() <= m_site.root.size()) {
        return true;
    }
    const auto known = m_hasFolder.find(path);
    if (known != m_hasFolder.end()) {
        return known->second;
    }
    const bool isThere = hasFolder(parentOf(path)) && entryAt(path) == Entry::Folder;
    m_hasFolder.emplace(path, isThere);
    return isThere;
}

const std::vector<std::string> &LinkResolver::starts() const
{
    if (m_starts) {
        return *m_starts;
    }
    m_starts.emplace();
    for (std::string ancestor = parentOf(m_articlePath);; ancestor = parentOf(ancestor)) {
        for (const std::string_view siteFolder : kSiteFolders) {
            std::string start = ancestor + (ancestor.empty() ? "" : "/") + std::string(siteFolder);
            start.erase(start.find_last_not_of('/') + 1);
            if (hasFolder(start.empty() ? m_root : m_root + "/" + start)) {
                m_starts->push_back(std::move(start));
            }
        }
        if (ancestor.empty()) {
            return *m_starts;
        }
    }
}

std::optional<std::string> LinkResolver::findBelow(const std::string &folder,
                                                   const std::string &path,
                                                   const std::vector<std::string> &endings) const
{
    const std::optional<std::string> clean = normalized(path);
    if (!clean || clean->empty() || !hasFolder(parentOf(folder + "/" + *clean))) {
        return std::nullopt;
    }
    const std::string full = folder + "/" + *clean;
    const Entry entry = entryAt(full);
    for (const std::string &ending : endings) {
        const bool isFile = ending.empty() ? entry == Entry::File
                                           : (!ending.starts_with('/') || entry == Entry::Folder)
                && entryAt(full + ending) == Entry::File;
        if (isFile && isInside(folder, *clean + ending)) {
            return *clean + ending;
        }
    }
    return std::nullopt;
}

std::optional<std::string> LinkResolver::find(std::string_view reference,
                                              const std::vector<std::string> &endings) const
{
    const auto known = m_found.find(std::pair(endings.size(), std::string(reference)));
    if (known != m_found.end()) {
        return known->second;
    }
    if (m_found.size() >= kMaxLookups) {
        return std::nullopt;
    }
    return m_found
        .emplace(std::pair(endings.size(), std::string(reference)), findOnDisk(reference, endings))
        .first->second;
}

std::optional<std::string> LinkResolver::findOnDisk(std::string_view reference,
                                                    const std::vector<std::string> &endings) const
{
    const std::string folder = parentOf(m_articlePath);
    if (const std::string_view id = joplinId(reference); !id.empty()) {
        return findOfJoplin(folder, std::string(id), endings);
    }
    const std::string path = pathPart(reference);
    if (path.starts_with('/')) {
        if (auto found = findBelow(m_root, path, endings)) {
            return found;
        }
    } else {
        for (const std::string &start : {folder, folder + "/" + articleNameOf(m_articlePath)}) {
            if (auto found = findBelow(m_root, start + "/" + path, endings)) {
                return found;
            }
        }
    }
    for (const std::string &start : starts()) {
        if (auto found = findBelow(m_root, start + "/" + path, endings)) {
            return found;
        }
    }
    return std::nullopt;
}

/// Joplin keeps a note in the file of its number, and what notes hold beside them in a folder.
std::optional<std::string> LinkResolver::findOfJoplin(std::string folder, const std::string &id,
                                                      const std::vector<std::string> &endings) const
{
    for (;; folder = parentOf(folder)) {
        if (auto note = findBelow(m_root, folder + "/" + id, endings)) {
            return note;
        }
        for (const std::string_view resources : {"/resources/", "/_resources/"}) {
            if (auto file
                = findBelow(m_root, folder + std::string(resources) + id, kResourceEndings)) {
                return file;
            }
        }
        if (folder.empty()) {
            return std::nullopt;
        }
    }
}

std::optional<SiteFile> LinkResolver::imageFile(std::string_view reference) const
{
    if (auto found = find(reference, {""})) {
        return SiteFile{m_root, std::move(*found)};
    }
    if (m_site.root != m_root) {
        for (const std::string_view siteFolder : kSiteFolders) {
            const std::string path = std::string(siteFolder) + pathPart(reference);
            if (auto found = findBelow(m_site.root, path, {""})) {
                return SiteFile{m_site.root, std::move(*found)};
            }
        }
    }
    return m_site.files ? fileOfVault(pathPart(reference)) : std::nullopt;
}

/// Notes show a picture by its name, wherever it lies in the vault.
std::optional<SiteFile> LinkResolver::fileOfVault(std::string_view path) const
{
    const std::string_view prefix = m_root.size() > m_site.root.size()
        ? std::string_view(m_root).substr(m_site.root.size() + 1)
        : std::string_view();
    const std::string near = std::string(prefix) + (prefix.empty() ? "" : "/") + m_articlePath;
    std::optional<std::string> found = path.empty() ? std::nullopt : m_site.files->find(path, near);
    if (!found || !isInside(m_site.root, *found)) {
        return std::nullopt;
    }
    const bool isInLibrary
        = prefix.empty() || (found->starts_with(prefix) && (*found)[prefix.size()] == '/');
    return isInLibrary ? SiteFile{m_root, found->substr(prefix.empty() ? 0 : prefix.size() + 1)}
                       : SiteFile{m_site.root, std::move(*found)};
}

std::optional<std::string> LinkResolver::imageAddress(std::string_view reference) const
{
    const auto file = imageFile(reference);
    if (!file) {
        return std::nullopt;
    }
    return (file->root == m_root ? "/" : "lectern://site/") + percentEncodedPath(file->path);
}

std::optional<std::string> LinkResolver::linkAddress(std::string_view reference) const
{
    std::string path(reference.substr(0, reference.find_first_of("?#")));
    if (path.ends_with(".html")) {
        path.replace(path.size() - 5, 5, ".md");
    }
    while (path.size() > 1 && path.ends_with('/')) {
        path.pop_back();
    }
    std::optional<std::string> found = path.empty() ? std::nullopt : find(path, kArticleEndings);
    if (!found && !path.empty() && m_findArticle) {
        found = m_findArticle(articleNameOf(pathPart(path)), m_articlePath);
    }
    return found
        ? std::optional("/" + percentEncodedPath(*found) + std::string(fragmentOf(reference)))
        : std::nullopt;
}

std::optional<std::string> LinkResolver::wikiAddress(std::string_view name) const
{
    if (auto beside = linkAddress(percentEncodedPath(name))) {
        return beside;
    }
    const auto found
        = m_findArticle ? m_findArticle(articleNameOf(name), m_articlePath) : std::nullopt;
    return found ? std::optional("/" + percentEncodedPath(*found)) : std::nullopt;
}

std::optional<std::string> LinkResolver::noteAddress(std::string_view name) const
{
    const auto found = wikiAddress(name);
    if (found || name.find('/') == std::string_view::npos) {
        return found;
    }
    std::string flat;
    for (const char byte : name) {
        flat += byte == '/' ? "___" : std::string(1, byte);
    }
    return wikiAddress(flat);
}

std::optional<std::string> LinkResolver::blockWords(std::string_view id) const
{
    return m_site.blocks ? m_site.blocks->find(id) : std::nullopt;
}

} // namespace lectern::core
