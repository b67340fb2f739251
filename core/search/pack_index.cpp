#include "core/search/pack_index.h"

#include "core/library/problem_codec.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <xxhash.h>

namespace lectern::core {

namespace {

constexpr std::array<char, 8> kMagic{'L', 'e', 'c', 't', 'e', 'x', 't', '\n'};
constexpr std::uint32_t kVersion = 4;

struct Header
{
    std::array<char, 8> magic;
    std::uint32_t version;
    std::uint32_t entries;
    std::uint64_t textBytes;
    std::uint64_t checksum;
};

bool areEntriesSound(const PackIndex &index)
{
    std::uint64_t end = 0;
    for (const TextPackEntry &entry : index.entries) {
        if (entry.offset < end || entry.offset >= index.textBytes
            || entry.sizeBytes >= index.textBytes - entry.offset) {
            return false;
        }
        end = entry.offset + entry.sizeBytes + 1;
    }
    return static_cast<std::size_t>(std::ranges::count(index.pathBytes, '\0'))
        == index.entries.size();
}

} // namespace

std::string encodePackIndex(const PackIndex &index, std::string_view root)
{
    std::string body(reinterpret_cast<const char *>(index.entries.data()),
                     index.entries.size() * sizeof(TextPackEntry));
    body.append(root).append(1, '\0').append(index.pathBytes);
    const Header header{kMagic, kVersion, static_cast<std::uint32_t>(index.entries.size()),
                        index.textBytes, XXH3_64bits(body.data(), body.size())};
    return std::string(reinterpret_cast<const char *>(&header), sizeof(header)) + body;
}

Result<PackIndex> decodePackIndex(std::string_view bytes, std::string_view root,
                                  const std::string &path)
{
    Header header{};
    if (bytes.size() < sizeof(header)) {
        return Error{ErrorCode::Malformed, path + ": too short"};
    }
    std::memcpy(&header, bytes.data(), sizeof(header));
    bytes.remove_prefix(sizeof(header));
    if (header.magic != kMagic || header.version != kVersion) {
        return Error{ErrorCode::Unsupported, path + ": of another version"};
    }
    const std::size_t entryBytes = std::size_t{header.entries} * sizeof(TextPackEntry);
    if (header.checksum != XXH3_64bits(bytes.data(), bytes.size()) || bytes.size() < entryBytes) {
        return Error{ErrorCode::Malformed, path + ": damaged"};
    }
    PackIndex index;
    index.textBytes = header.textBytes;
    index.entries.resize(header.entries);
    if (entryBytes > 0) { // A vector without entries has no place to copy to.
        std::memcpy(index.entries.data(), bytes.data(), entryBytes);
    }
    bytes.remove_prefix(entryBytes);
    if (takeUntilNul(bytes) != root) {
        return Error{ErrorCode::Malformed, path + ": of another folder"};
    }
    index.pathBytes = bytes;
    if (!areEntriesSound(index)) {
        return Error{ErrorCode::Malformed, path + ": contradicts itself"};
    }
    return index;
}

} // namespace lectern::core
