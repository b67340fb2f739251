#include "core/markdown/links/site.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

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

bool isSiteRoot(const fs::path &folder)
{
    return std::ranges::any_of(kSiteMarks,
                               [&folder](std::string_view mark) { return hasMark(folder, mark); });
}

} // namespace

Site siteAround(const std::string &libraryRoot)
{
    fs::path folder = libraryRoot;
    for (int level = 0; level <= kMaxSiteLevels && folder.has_relative_path(); ++level) {
        if (isSiteRoot(folder)) {
            return {folder.string(), hasMark(folder, kVaultMark) || isGraph(folder)};
        }
        folder = folder.parent_path();
    }
    return {libraryRoot, isGraph(libraryRoot)};
}

} // namespace lectern::core
