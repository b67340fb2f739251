#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string>
#include <vector>
#include <xxhash.h>

namespace lectern::core {

/// Makes the checksum of the \a bytes of columns right again, so that only the other checks are
/// left to find a change: the checksum of those of its blocks of 1 MB behind the header.
inline void resealColumns(std::string &bytes)
{
    constexpr std::size_t kHeaderBytes = 32;
    constexpr std::size_t kBlock = 1U << 20U;
    std::vector<std::uint64_t> blocks;
    for (std::size_t at = kHeaderBytes; at < bytes.size(); at += kBlock) {
        blocks.push_back(XXH3_64bits(bytes.data() + at, std::min(kBlock, bytes.size() - at)));
    }
    const std::uint64_t checksum
        = XXH3_64bits(blocks.data(), blocks.size() * sizeof(std::uint64_t));
    std::memcpy(bytes.data() + 24, &checksum, sizeof(checksum));
}

} // namespace lectern::core
