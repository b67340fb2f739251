#include "core/markdown/links/blocks_by_id.h"

#include "core/article/article_names.h"
#include "core/article/front_matter/lines.h"
#include "core/base/file_reader.h"
#include "core/base/text.h"

#include <cstddef>
#include <filesystem>
#include <system_error>

namespace lectern::core {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMaxBlockBytes = 400;
constexpr std::size_t kMaxNoteBytes = 256U << 10U;

} // namespace

BlocksById::BlocksById(std::string root)
    : m_root(std::move(root))
{}

void BlocksById::collect() const
{
    FileReader files(m_root);
    std::error_code error;
    fs::recursive_directory_iterator entry(m_root, fs::directory_options::skip_permission_denied,
                                           error);
    int notes = 0;
    for (; !error && notes < kMaxNotes && entry != fs::recursive_directory_iterator();
         entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        std::error_code ignored;
        if (entry->is_directory(ignored)) {
            if (!isWalkedFolderName(name)) {
                entry.disable_recursion_pending();
            }
        } else if (isArticleName(name)) {
            const auto file
                = files.read(entry->path().string().substr(m_root.size() + 1), kMaxNoteBytes);
            ++notes;
            if (file && isValidUtf8(file.value().bytes)) {
                addBlocks(file.value().bytes);
            }
        }
    }
}

void BlocksById::addBlocks(std::string_view text) const
{
    constexpr std::string_view kKey = "id:: ";
    if (text.find(kKey) == std::string_view::npos) {
        return;
    }
    std::string_view block;
    for (std::size_t at = 0; at < text.size(); at = afterLine(text, at)) {
        const std::string_view words = trimmed(lineAt(text, at));
        if (words.starts_with(kKey)) {
            m_blocks.emplace(trimmed(words.substr(kKey.size())), block);
        } else if (words.starts_with("- ")) {
            block = trimmed(words.substr(2));
        }
    }
}

std::optional<std::string> BlocksById::find(std::string_view id) const
{
    std::call_once(m_isCollected, [this] { collect(); });
    const auto found = m_blocks.find(id);
    const bool isShown = found != m_blocks.end() && found->second.size() <= kMaxBlockBytes
        && found->second.find("((") == std::string::npos
        && found->second.find("{{") == std::string::npos
        && found->second.find("![[") == std::string::npos;
    return isShown ? std::optional(found->second) : std::nullopt;
}

} // namespace lectern::core
