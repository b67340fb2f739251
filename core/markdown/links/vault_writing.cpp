#include "core/markdown/links/vault_writing.h"

#include "core/article/article_names.h"
#include "core/base/file_reader.h"
#include "core/base/text.h"
#include "core/markdown/source/code_regions.h"

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <vector>

namespace lectern::core {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMaxFiles = 48;
constexpr std::size_t kMaxReadBytes = 8U << 10U;
constexpr int kMaxEntries = 1000;
constexpr std::size_t kLeastFiles = 3;

/// The first articles that a walk meets, by path below \a root.
std::vector<std::string> someArticles(const std::string &root)
{
    std::vector<std::string> paths;
    std::error_code error;
    fs::recursive_directory_iterator entry(root, fs::directory_options::skip_permission_denied,
                                           error);
    for (int count = 0; !error && count < kMaxEntries && paths.size() < kMaxFiles
         && entry != fs::recursive_directory_iterator();
         ++count, entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        std::error_code ignored;
        if (entry->is_directory(ignored)) {
            if (!isWalkedFolderName(name)) {
                entry.disable_recursion_pending();
            }
        } else if (isArticleName(name)) {
            paths.push_back(entry->path().string().substr(root.size() + 1));
        }
    }
    return paths;
}

struct Links
{
    bool hasNames = false;
    bool hasEmbeds = false;
};

/// Double brackets are also tests of a shell, and tables of contents.
void lookAt(std::string_view text, Links &links)
{
    for (std::size_t at = text.find("[["); at != std::string_view::npos;
         at = text.find("[[", at + 2)) {
        const std::size_t end = text.find_first_of("]\n", at);
        const std::string_view name
            = text.substr(at + 2, std::min(end, text.size()) - std::min(at + 2, text.size()));
        const bool isName = !name.empty()
            && text.substr(std::min(end, text.size())).starts_with("]]")
            && std::string_view(" !_[").find(name.front()) == std::string_view::npos
            && foldForSearch(name) != "toc" && !text.substr(end + 2).starts_with('(');
        links.hasNames = links.hasNames || isName;
        links.hasEmbeds = links.hasEmbeds || (isName && at > 0 && text[at - 1] == '!');
    }
}

Links linksIn(std::string_view text)
{
    Links links;
    if (text.find("[[") != std::string_view::npos) {
        forEachRegion(text, [&links](std::string_view piece, bool isCode) {
            if (!isCode) {
                lookAt(piece, links);
            }
        });
    }
    return links;
}

} // namespace

VaultWriting vaultWritingIn(const std::string &root)
{
    const std::vector<std::string> paths = someArticles(root);
    std::size_t named = 0;
    std::size_t embedding = 0;
    if (paths.size() >= kLeastFiles) {
        FileReader files(root);
        for (const std::string &path : paths) {
            const auto file = files.read(path, kMaxReadBytes);
            const Links links = file ? linksIn(file.value().bytes) : Links{};
            named += links.hasNames ? 1 : 0;
            embedding += links.hasEmbeds ? 1 : 0;
        }
    }
    const bool isVault = named >= kLeastFiles && named * 4 >= paths.size();
    return {isVault, isVault && embedding > 0};
}

} // namespace lectern::core
