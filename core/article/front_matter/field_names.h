#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lectern::core {

/// The front matter keys that mean something to us. Spellings of one key share a Field; keys that
/// only stand in for another have their own, so that the better one wins wherever it stands. Each
/// has a row in field_table.h.
enum class Field : std::uint8_t {
    Title,
    Subtitle,
    Date,
    MicrosoftDate,
    PublishDate,
    Published,
    Created,
    LastModified,
    Summary,
    Description,
    Excerpt,
    Lead,
    Menu,
    Sidebar,
    Slug,
    Url,
    Permalink,
    Thumbnail,
    FeaturedImage,
    Image,
    Cover,
    Images,
    Categories,
    Category,
    Tags,
    Tag,
    Languages,
    Translations,
    Authors,
    Author,
    Keywords,
    Series,
    Aliases,
    Widgets,
    Draft,
    Comments,
    Authorbox,
    Pager,
    Toc,
    Mathjax,
    Weight,
    Source,
    Canonical,
    Link,
    Container, ///< params, extra, taxonomies: fields may stand below
    Unknown,
};
inline constexpr std::size_t kFieldCount = static_cast<std::size_t>(Field::Unknown);

/// The field that \a key names, whatever its case and with or without `_` and `-`.
Field fieldNamed(std::string_view key);

/// Where the key of a YAML line ends whose writer forgot the blank behind its colon, or typed a
/// wide one (`title:山里`, `title：山里`). Known keys only: addresses and times stay text. npos if
/// there is none.
std::size_t gluedKeyEnd(std::string_view line);

} // namespace lectern::core
