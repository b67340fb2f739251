#include "core/markdown/links/site.h"

#include "core/markdown/links/vault_writing.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>

namespace lectern::core {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kVaultMark = ".obsidian";

/// What lies in the root of a site and nowhere else.
constexpr std::array<std::string_view, 11> kSiteMarks{
    "hugo.toml",       "hugo.yaml",   "hugo.yml",
    "hugo.json",       "config.toml", "config.yaml",
    "config/_default", "_config.yml", "docusaurus.config.js",
    "docfx.json",      kVaultMark,
};

bool hasMark(const fs::path &folder, std::string_view mark)
{
    std::error_code ignored;
    return fs::exists(folder / mark, ignored);
}

/// Logseq's folders of notes.
bool isGraph(const fs::path &folder)
{
    return hasMark(folder, "pages") && hasMark(folder, "journals");
}

/// The beginning of a file; empty where there is none.
std::string settingsIn(const fs::path &file)
{
    constexpr std::size_t kMaxSettingsBytes = 64U << 10U;
    std::ifstream stream(file, std::ios::binary);
    std::string text(kMaxSettingsBytes, '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(stream.gcount()));
    return text;
}

/// Whether the vault's settings have `"strictLineBreaks": true`.
bool hasStrictLineEnds(const fs::path &folder)
{
    constexpr std::string_view kKey = "\"strictLineBreaks\"";
    const std::string text = settingsIn(folder / kVaultMark / "app.json");
    const std::size_t key = text.find(kKey);
    const std::size_t value
        = key == std::string::npos ? key : text.find_first_not_of(": \t\r\n", key + kKey.size());
    return value != std::string::npos && text.compare(value, 4, "true") == 0;
}

/// Whether \a folder is a Hexo site that has no `breaks: false`: its renderers make a break of each
/// line end.
bool isHexoWithBreaks(const fs::path &folder)
{
    const bool isHexo = hasMark(folder, "_config.yml")
        && (hasMark(folder, "scaffolds") || hasMark(folder, "source/_posts"));
    return isHexo && settingsIn(folder / "_config.yml").find("breaks: false") == std::string::npos;
}

bool isSiteRoot(const fs::path &folder)
{
    return std::ranges::any_of(kSiteMarks,
                               [&folder](std::string_view mark) { return hasMark(folder, mark); });
}

Site siteAt(std::string root, bool isVault, bool showsLineEnds)
{
    Site site{std::move(root), isVault, showsLineEnds, nullptr, nullptr};
    if (isVault) {
        site.files = std::make_shared<const FilesByName>(site.root);
        site.blocks = std::make_shared<const BlocksById>(site.root);
    }
    return site;
}

} // namespace

Site siteAround(const std::string &libraryRoot)
{
    fs::path folder = libraryRoot;
    for (int level = 0; level <= kMaxSiteLevels && folder.has_relative_path(); ++level) {
        if (isSiteRoot(folder)) {
            const bool isObsidian = hasMark(folder, kVaultMark);
            return siteAt(folder.string(), isObsidian || isGraph(folder),
                          (isObsidian && !hasStrictLineEnds(folder)) || isHexoWithBreaks(folder));
        }
        folder = folder.parent_path();
    }
    if (isGraph(libraryRoot)) {
        return siteAt(libraryRoot, true, false);
    }
    const VaultWriting writing = vaultWritingIn(libraryRoot);
    return siteAt(libraryRoot, writing.isVault, writing.hasEmbeds);
}

KnownSite::KnownSite(std::string libraryRoot)
    : m_libraryRoot(std::move(libraryRoot))
{}

const Site &KnownSite::get() const
{
    std::call_once(m_isAsked, [this] { m_site = siteAround(m_libraryRoot); });
    return m_site;
}

} // namespace lectern::core
