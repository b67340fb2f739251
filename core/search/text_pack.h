#pragma once

#include "core/base/result.h"
#include "core/library/indexer.h"
#include "core/library/library.h"
#include "core/search/pack_index.h"

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::core {

/// A pack as it is on disk, mapped. Immutable; any thread.
class TextPack final
{
public:
    /// Maps the pack of the folder \a root and checks the index. Fails where it must be built anew.
    static Result<std::shared_ptr<const TextPack>> open(const std::string &cacheFolder,
                                                        std::string_view root);
    /// Opens or makes the pack and reads what \a library has and the pack lacks. Fails with
    /// Cancelled, or Io when the cache cannot be written. Blocks; any thread, but one at a time for
    /// a folder.
    static Result<std::shared_ptr<const TextPack>>
    update(const std::string &cacheFolder, const Library &library, const IndexOptions &options);

    ~TextPack();
    TextPack(const TextPack &) = delete;
    TextPack &operator=(const TextPack &) = delete;

    std::span<const TextPackEntry> entries() const { return m_entries; }

    std::string_view path(std::size_t entry) const { return m_paths[entry]; }

    std::string_view text(std::size_t entry) const;

    /// All texts, as they lie in the file.
    std::string_view allText() const { return m_text; }

private:
    TextPack() = default;

    std::vector<TextPackEntry> m_entries; ///< by offset
    std::string m_pathBytes;
    std::vector<std::string_view> m_paths;
    std::string_view m_text;
};

} // namespace lectern::core
