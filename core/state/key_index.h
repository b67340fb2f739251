#pragma once

#include "core/state/article_key.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace lectern::core {

// What two keys have in common, and who else has it.

/// Shorter texts say too little: two articles may both be no more than `coming soon`.
inline constexpr std::uint32_t kTellingBytes = 300;

inline bool areFromTwoAddresses(const ArticleKey &one, const ArticleKey &other)
{
    return !one.source.empty() && !other.source.empty() && one.source != other.source;
}

inline bool isFromSameAddress(const ArticleKey &one, const ArticleKey &other)
{
    return !one.source.empty() && one.source == other.source;
}

inline bool isTelling(const TextPrint &print)
{
    return print.version != 0 && print.bytes >= kTellingBytes;
}

/// A site that moved keeps the names of its pages.
inline bool hasSamePathOnHost(const ArticleKey &one, const ArticleKey &other)
{
    const auto behindHost = [](std::string_view source) {
        return source.substr(std::min(source.find_first_of("/?#"), source.size()));
    };
    return behindHost(one.source) == behindHost(other.source);
}

inline std::size_t factCount(const TextSketch &sketch)
{
    const auto isFact = [](std::uint32_t hash) { return hash != UINT32_MAX; };
    return static_cast<std::size_t>(std::ranges::count_if(sketch.facts, isFact));
}

using Numbers = std::vector<std::uint32_t>; ///< of states or rows

/// Who has a value: of most values one, of a few several.
template <typename Value>
using Owners = std::unordered_map<Value, Numbers>;

template <typename Value>
const Numbers &ownersOf(const Owners<Value> &owners, const Value &value)
{
    static const Numbers nobody;
    const auto found = owners.find(value);
    return found == owners.end() ? nobody : found->second;
}

inline std::string_view fileNameOf(const ArticleKey &key)
{
    const std::string_view path = key.path;
    return path.substr(path.rfind('/') + 1);
}

/// What all states or all rows have, each by who has it.
struct KeyIndex
{
    Owners<std::string_view> paths;
    Owners<std::string_view> sources;
    Owners<std::string_view> titles; ///< own ones
    Owners<std::string_view> fileNames;
    Owners<std::uint64_t> texts; ///< telling ones
    Owners<std::uint64_t> shortTexts; ///< the others, which are no proof
    Owners<std::int64_t> times; ///< of the last change to the file

    /// Where it is and what it says: enough where nothing was moved.
    void add(const ArticleKey &key, std::uint32_t number)
    {
        paths[key.path].push_back(number);
        if (isTelling(key.print)) {
            texts[key.print.hash].push_back(number);
        }
    }

    /// By what else it can be known.
    void addNames(const ArticleKey &key, std::uint32_t number)
    {
        fileNames[fileNameOf(key)].push_back(number);
        if (!key.source.empty()) {
            sources[key.source].push_back(number);
        }
        if (hasOwnTitle(key)) {
            titles[key.title].push_back(number);
        }
        if (key.print.version != 0 && key.print.bytes > 0 && !isTelling(key.print)) {
            shortTexts[key.print.hash].push_back(number);
        }
        if (key.stamp.modifiedNs != 0) {
            times[key.stamp.modifiedNs].push_back(number);
        }
    }
};

/// The first of the rows that are the same article as each of \a articles. Rows are where text and
/// address are; rows without an address belong to the others of their text where these have one
/// address between them. \a texts: the rows of each text.
std::vector<std::uint32_t> firstCopies(std::span<const ArticleKey> articles,
                                       const Owners<std::uint64_t> &texts);

} // namespace lectern::core
