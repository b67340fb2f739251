#pragma once

#include "core/base/disk.h"
#include "core/base/result.h"
#include "core/base/text_scan.h"
#include "core/library/indexer.h"
#include "core/library/library.h"
#include "core/search/row_set.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::core {

// The folded visible text of all bodies of one folder, for exact substring search. Two files in the
// cache:
//
//   NAME.text       texts one after the other, each ended by NUL; only ever appended to
//   NAME.textindex  header (magic, version, count, bytes of text, checksum of all that follows),
//   one
//                   TextPackEntry an article, the folder's path, the articles' paths in entry
//                   order, each ended by NUL; replaced as a whole after the texts it names are on
//                   disk
//
// What is no longer named is dead; when more than a fifth is, the pack is written anew. Each entry
// has a checksum of its text: an entry that does not fit is dropped and made again. A linear scan
// of this beat FTS5 and Xapian in building time by 20 to 300 times and finds words of any length in
// any script.
struct TextPackEntry
{
    FileStamp stamp;
    std::uint64_t offset = 0;
    std::uint64_t sizeBytes = 0;
    std::uint64_t checksum = 0; ///< XXH3 of the text
};

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

/// A pack seen with the rows of one library. Immutable; any thread.
class BodySearch final
{
public:
    BodySearch(std::shared_ptr<const TextPack> pack, const Library &library);

    /// Adds the rows whose visible text holds \a needle, which is folded. O(bytes of text), over
    /// all cores.
    void search(std::string_view needle, RowSet &rows) const;
    /// The folded visible text of \a row; empty when the pack does not have it.
    std::string_view text(Row row) const;

private:
    void searchEntries(const TextScan &scan, std::size_t first, std::size_t last,
                       RowSet &rows) const;

    std::shared_ptr<const TextPack> m_pack;
    ByteHistogram m_histogram;
    std::vector<Row> m_rowOfEntry; ///< kNoRow where the library has no such article
    std::vector<std::uint32_t> m_entryOfRow;
};

} // namespace lectern::core
