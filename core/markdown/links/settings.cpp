#include "core/markdown/links/settings.h"

#include "core/article/front_matter/fences.h"
#include "core/base/disk.h"
#include "core/base/file_reader.h"
#include "core/base/sha256.h"
#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace lectern::core {

namespace {

/// Hugo takes the first that is there.
constexpr std::array<std::string_view, 12> kHugoSettings{
    "hugo.toml",
    "hugo.yaml",
    "hugo.yml",
    "hugo.json",
    "config.toml",
    "config.yaml",
    "config.yml",
    "config.json",
    "config/_default/hugo.toml",
    "config/_default/hugo.yaml",
    "config/_default/config.toml",
    "config/_default/config.yaml",
};

constexpr std::string_view kPropertyTypes = ".obsidian/types.json";

/// \a bytes as text with line feeds, if they are one.
std::string settingsText(std::string_view bytes)
{
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    bytes.remove_prefix(bytes.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0);
    std::string text(isValidUtf8(bytes) ? bytes : std::string_view());
    std::erase(text, '\r');
    return text;
}

/// The settings at \a path of the site, if \a key stands in them.
std::string settingsWith(std::string_view key, const Site &site, std::string_view path)
{
    const Result<FileBytes> file = readFileBelow(site.root, path, kMaxFrontMatterBytes);
    std::string text = file ? settingsText(file.value().bytes) : std::string();
    return text.find(key) == std::string::npos ? std::string() : text;
}

FrontMatterKind kindOf(std::string_view path)
{
    return path.ends_with(".toml") ? FrontMatterKind::Toml
        : path.ends_with(".json")  ? FrontMatterKind::Json
                                   : FrontMatterKind::Yaml;
}

void note(FolderConventions &conventions, std::string_view path, std::string_view text,
          std::vector<Problem> problems)
{
    conventions.fingerprint
        = sha256Hex(conventions.fingerprint + std::string(path) + '\n' + std::string(text));
    for (Problem &problem : problems) {
        conventions.problems.emplace_back(path, std::move(problem));
    }
}

void addHugoSettings(FolderConventions &conventions, const Site &site)
{
    for (const std::string_view path : kHugoSettings) {
        const std::string text = settingsWith("cascade", site, path);
        if (!text.empty()) {
            note(conventions, path, text, addCascade(conventions, "", text, kindOf(path)));
            return;
        }
    }
}

std::string folderOf(std::string_view path)
{
    const std::size_t slash = path.rfind('/');
    return std::string(path.substr(0, slash == std::string_view::npos ? 0 : slash));
}

} // namespace

FolderConventions conventionsOf(const std::string &libraryRoot, const Site &site)
{
    FolderConventions conventions;
    conventions.isVault = site.isVault;
    conventions.fingerprint = site.isVault ? "vault" : "";
    if (libraryRoot.size() > site.root.size() + 1) {
        conventions.prefix = libraryRoot.substr(site.root.size() + 1) + "/";
    }
    addHugoSettings(conventions, site);
    const std::string jekyll = settingsWith("defaults", site, "_config.yml");
    if (!jekyll.empty()) {
        note(conventions, "_config.yml", jekyll, addJekyllDefaults(conventions, jekyll));
    }
    const std::string types
        = site.isVault ? settingsWith("types", site, kPropertyTypes) : std::string();
    if (!types.empty()) {
        note(conventions, kPropertyTypes, types, addPropertyTypes(conventions, types));
    }
    return conventions;
}

void addCascades(FolderConventions &conventions, const std::string &libraryRoot,
                 std::span<const std::string_view> paths)
{
    FileReader files(libraryRoot);
    for (const std::string_view path : paths) {
        const Result<FileReader::File> file = files.read(path, kMaxFrontMatterBytes);
        if (!file || file.value().bytes.find("cascade") == std::string_view::npos) {
            continue;
        }
        const std::string text = settingsText(file.value().bytes);
        const FenceSplit split = splitFrontMatter(text);
        if (split.state == FenceState::Closed && split.kind != FrontMatterKind::Lines
            && split.block.find("cascade") != std::string_view::npos) {
            // What is wrong with the block is a problem of the article that it belongs to.
            addCascade(conventions, folderOf(conventions.sitePath(path)), split.block, split.kind);
            note(conventions, path, split.block, {});
        }
    }
}

void addCascadesAround(FolderConventions &conventions, const std::string &libraryRoot,
                       std::string_view path)
{
    std::vector<std::string> sections;
    for (std::string folder = folderOf(path); !folder.empty(); folder = folderOf(folder)) {
        sections.push_back(folder + "/_index.md");
    }
    sections.emplace_back("_index.md");
    const std::vector<std::string_view> paths(sections.begin(), sections.end());
    addCascades(conventions, libraryRoot, paths);
}

} // namespace lectern::core
