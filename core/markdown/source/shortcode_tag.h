#pragma once

#include "core/markdown/source/next_place.h"

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lectern::core {

/// `{{< name "a" key="b" >}}`, `{{% name %}}` or `{% name a %}`.
struct Tag
{
    std::string_view name;
    bool isClosing = false;
    bool isLiquid = false;
    bool isWhole = false; ///< `{{< name />}}`: nothing belongs to it
    std::string_view arguments; ///< as written
    std::vector<std::string> words; ///< positional arguments
    std::vector<std::pair<std::string, std::string>> named;
    std::size_t end = 0; ///< behind the tag

    /// The value of `key=`, or nothing.
    std::string named1(std::string_view key) const;

    /// The first of \a keys that has a value.
    std::string anyOf(std::initializer_list<std::string_view> keys) const;

    std::string argument(std::string_view key, std::size_t position) const;
};

/// The tag at \a at of \a text, whose views point into that; its end is 0 when there is none.
/// \a next is of \a text and is not asked backwards.
Tag tagAt(std::string_view text, std::size_t at, NextPlace &next);

/// The arguments of Hexo's tags, which stand between commas: `red, words` or `'address',words`.
std::vector<std::string> commaWords(std::string_view arguments);

bool isAddress(std::string_view word);

/// Whether \a name is one of \a names.
bool isOneOf(std::string_view name, std::initializer_list<std::string_view> names);

} // namespace lectern::core
