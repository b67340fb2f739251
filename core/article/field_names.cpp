#include "core/article/field_names.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace lectern::core {

namespace {

constexpr std::size_t kLongestName = 16;

/// A key, filled up with NULs, so that two are compared as two words.
using Letters = std::array<char, kLongestName>;

struct Name
{
    constexpr Name(std::string_view name, Field named)
        : field(named)
    {
        std::copy(name.begin(), name.end(), letters.begin());
        length = name.size();
    }

    Letters letters{};
    std::size_t length = 0;
    Field field;
};

/// Keys are in lower case without `_` and `-`.
constexpr std::array kNames{
    Name{"<<", Field::Container},
    Name{"abstract", Field::Excerpt},
    Name{"alias", Field::Aliases},
    Name{"aliases", Field::Aliases},
    Name{"author", Field::Author},
    Name{"authorbox", Field::Authorbox},
    Name{"authors", Field::Authors},
    Name{"canonical", Field::Canonical},
    Name{"canonicalurl", Field::Canonical},
    Name{"categories", Field::Categories},
    Name{"category", Field::Category},
    Name{"comments", Field::Comments},
    Name{"cover", Field::Cover},
    Name{"created", Field::Created},
    Name{"createdat", Field::Created},
    Name{"date", Field::Date},
    Name{"datecreated", Field::Created},
    Name{"datemodified", Field::LastModified},
    Name{"datepublished", Field::PublishDate},
    Name{"description", Field::Description},
    Name{"draft", Field::Draft},
    Name{"excerpt", Field::Excerpt},
    Name{"extra", Field::Container},
    Name{"featuredimage", Field::FeaturedImage},
    Name{"image", Field::Image},
    Name{"images", Field::Images},
    Name{"katex", Field::Mathjax},
    Name{"keywords", Field::Keywords},
    Name{"lang", Field::Languages},
    Name{"language", Field::Languages},
    Name{"languages", Field::Languages},
    Name{"lastmod", Field::LastModified},
    Name{"lastmodified", Field::LastModified},
    Name{"lastmodifiedat", Field::LastModified},
    Name{"lastupdated", Field::LastModified},
    Name{"lead", Field::Lead},
    Name{"link", Field::Link},
    Name{"math", Field::Mathjax},
    Name{"mathjax", Field::Mathjax},
    Name{"menu", Field::Menu},
    Name{"modified", Field::LastModified},
    Name{"ms.date", Field::MicrosoftDate},
    Name{"pager", Field::Pager},
    Name{"params", Field::Container},
    Name{"path", Field::Permalink}, // Zola's address of the page
    Name{"permalink", Field::Permalink},
    Name{"pubdate", Field::PublishDate},
    Name{"publishdate", Field::PublishDate},
    Name{"published", Field::Published},
    Name{"publishedat", Field::PublishDate},
    Name{"series", Field::Series},
    Name{"sidebar", Field::Sidebar},
    Name{"slug", Field::Slug},
    Name{"source", Field::Source},
    Name{"sourceurl", Field::Source},
    Name{"summary", Field::Summary},
    Name{"tag", Field::Tag},
    Name{"tags", Field::Tags},
    Name{"taxonomies", Field::Container},
    Name{"thumbnail", Field::Thumbnail},
    Name{"title", Field::Title},
    Name{"toc", Field::Toc},
    Name{"translations", Field::Translations},
    Name{"updated", Field::LastModified},
    Name{"updatedat", Field::LastModified},
    Name{"url", Field::Url},
    Name{"via", Field::Link},
    Name{"widgets", Field::Widgets},
};

constexpr std::size_t kSlots = 256;
constexpr std::uint8_t kEmpty = 0xFF;
static_assert(kNames.size() < kEmpty);

/// FNV-1a.
constexpr std::size_t slotOf(const Letters &key, std::size_t length)
{
    std::uint32_t hash = 0x811C9DC5U;
    for (std::size_t at = 0; at < length; ++at) {
        hash = (hash ^ static_cast<unsigned char>(key[at])) * 0x01000193U;
    }
    return (hash ^ (hash >> 16U)) % kSlots;
}

/// The number of a name by its slot, or by a slot after it where that is taken.
constexpr std::array<std::uint8_t, kSlots> makeTable()
{
    std::array<std::uint8_t, kSlots> table{};
    table.fill(kEmpty);
    for (std::size_t name = 0; name < kNames.size(); ++name) {
        std::size_t slot = slotOf(kNames[name].letters, kNames[name].length);
        while (table[slot] != kEmpty) {
            slot = (slot + 1) % kSlots;
        }
        table[slot] = static_cast<std::uint8_t>(name);
    }
    return table;
}

constexpr std::array<std::uint8_t, kSlots> kTable = makeTable();

} // namespace

Field fieldNamed(std::string_view key)
{
    Letters wanted{};
    std::size_t length = 0;
    for (const char character : key) {
        if (character == '_' || character == '-') {
            continue;
        }
        if (length == wanted.size()) {
            return Field::Unknown;
        }
        const bool isUpper = character >= 'A' && character <= 'Z';
        wanted[length++] = static_cast<char>(isUpper ? character - 'A' + 'a' : character);
    }
    for (std::size_t slot = slotOf(wanted, length); kTable[slot] != kEmpty;
         slot = (slot + 1) % kSlots) {
        const Name &name = kNames[kTable[slot]];
        if (name.length == length && name.letters == wanted) {
            return name.field;
        }
    }
    return Field::Unknown;
}

} // namespace lectern::core
