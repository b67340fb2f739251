#include "core/article/field_names.h"

#include <algorithm>
#include <array>

namespace lectern::core {

namespace {

struct Name
{
    std::string_view key;
    Field field;
};

constexpr std::size_t kLongestName = 16;

/// Sorted by key; keys are in lower case without `_` and `-`.
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

constexpr bool isLess(const Name &left, const Name &right)
{
    return left.key < right.key;
}

static_assert(std::is_sorted(kNames.begin(), kNames.end(), isLess));

} // namespace

Field fieldNamed(std::string_view key)
{
    std::array<char, kLongestName> buffer{};
    std::size_t length = 0;
    for (const char character : key) {
        if (character == '_' || character == '-') {
            continue;
        }
        if (length == buffer.size()) {
            return Field::Unknown;
        }
        const bool isUpper = character >= 'A' && character <= 'Z';
        buffer[length++] = static_cast<char>(isUpper ? character - 'A' + 'a' : character);
    }
    const Name wanted{std::string_view(buffer.data(), length), Field::Unknown};
    const auto found = std::lower_bound(kNames.begin(), kNames.end(), wanted, isLess);
    return found != kNames.end() && found->key == wanted.key ? found->field : Field::Unknown;
}

} // namespace lectern::core
