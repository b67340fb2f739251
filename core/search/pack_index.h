#pragma once

#include "core/base/disk.h"
#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::core {

// The folded visible text of all bodies of one folder, for exact substring search. Two files in the
// cache:
//
//   NAME.text       texts one after the other, each ended by NUL; only ever appended to
//   NAME.textindex  header (magic, version, count, bytes of text, checksum of all that follows), a
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

/// What the index file says.
struct PackIndex
{
    std::vector<TextPackEntry> entries;
    std::string pathBytes;
    std::uint64_t textBytes = 0;
};

/// The bytes of the index file of the folder \a root.
std::string encodePackIndex(const PackIndex &index, std::string_view root);

/// Reads the \a bytes of the index file at \a path. Fails with Unsupported or Malformed; no entry
/// leaves the text.
Result<PackIndex> decodePackIndex(std::string_view bytes, std::string_view root,
                                  const std::string &path);

} // namespace lectern::core
