#include "core/markdown/links/files_by_name.h"

#include "core/article/article_names.h"
#include "core/base/text.h"

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <system_error>

namespace lectern::core {

namespace fs = std::filesystem;

namespace {

std::ptrdiff_t sharedBeginning(std::string_view a, std::string_view b)
{
    return std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin();
}

} // namespace

FilesByName::FilesByName(std::string root)
    : m_root(std::move(root))
{}

void FilesByName::collect() const
{
    std::error_code error;
    fs::recursive_directory_iterator entry(m_root, fs::directory_options::skip_permission_denied,
                                           error);
    for (int count = 0;
         !error && count < kMaxWalkedEntries && entry != fs::recursive_directory_iterator();
         ++count, entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        std::error_code ignored;
        if (entry->is_directory(ignored)) {
            if (!isWalkedFolderName(name)) {
                entry.disable_recursion_pending();
            }
        } else if (!isArticleName(name)) {
            m_files.emplace_back(foldForSearch(name),
                                 entry->path().string().substr(m_root.size() + 1));
        }
    }
    std::ranges::sort(m_files);
}

std::optional<std::string> FilesByName::find(std::string_view path, std::string_view near) const
{
    std::call_once(m_isCollected, [this] { collect(); });
    const std::string folded = foldForSearch(path.substr(path.rfind('/') + 1)); // npos + 1 is 0
    const std::string end = foldForSearch(path);
    std::optional<std::string> best;
    std::ptrdiff_t shared = -1;
    for (auto at = std::ranges::lower_bound(m_files, std::pair(folded, std::string()));
         at != m_files.end() && at->first == folded; ++at) {
        const std::string &file = at->second;
        const std::ptrdiff_t here = sharedBeginning(file, near);
        const bool isBetter = here > shared || (here == shared && file.size() < best->size());
        if (isBetter && foldForSearch(file).ends_with(end)) {
            best = file;
            shared = here;
        }
    }
    return best;
}

} // namespace lectern::core
