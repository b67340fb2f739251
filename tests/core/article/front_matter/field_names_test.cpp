#include "core/article/front_matter/field_names.h"

#include <gtest/gtest.h>

#include <string_view>

namespace lectern::core {

namespace {

struct NameCase
{
    std::string_view key;
    Field field;
};

constexpr NameCase kNames[]{
    {"title", Field::Title},
    {"subtitle", Field::Subtitle},
    {"sub_title", Field::Subtitle},
    {"subTitle", Field::Subtitle},
    {"sub-title", Field::Subtitle},
    {"副标题", Field::Subtitle},
    {"date", Field::Date},
    {"ms.date", Field::MicrosoftDate},
    {"publishDate", Field::PublishDate},
    {"pubDate", Field::PublishDate},
    {"datePublished", Field::PublishDate},
    {"published_at", Field::PublishDate},
    {"published", Field::Published},
    {"created", Field::Created},
    {"created_at", Field::Created},
    {"date-created", Field::Created},
    {"lastmod", Field::LastModified},
    {"last_modified", Field::LastModified},
    {"last_modified_at", Field::LastModified},
    {"lastUpdated", Field::LastModified},
    {"modified", Field::LastModified},
    {"dateModified", Field::LastModified},
    {"updated", Field::LastModified},
    {"updatedAt", Field::LastModified},
    {"summary", Field::Summary},
    {"description", Field::Description},
    {"excerpt", Field::Excerpt},
    {"abstract", Field::Excerpt},
    {"categories", Field::Categories},
    {"category", Field::Category},
    {"tags", Field::Tags},
    {"tag", Field::Tag},
    {"languages", Field::Languages},
    {"language", Field::Languages},
    {"lang", Field::Languages},
    {"translations", Field::Translations},
    {"authors", Field::Authors},
    {"author", Field::Author},
    {"keywords", Field::Keywords},
    {"series", Field::Series},
    {"aliases", Field::Aliases},
    {"alias", Field::Aliases},
    {"widgets", Field::Widgets},
    {"menu", Field::Menu},
    {"thumbnail", Field::Thumbnail},
    {"featured_image", Field::FeaturedImage},
    {"image", Field::Image},
    {"images", Field::Images},
    {"cover", Field::Cover},
    {"lead", Field::Lead},
    {"sidebar", Field::Sidebar},
    {"slug", Field::Slug},
    {"url", Field::Url},
    {"permalink", Field::Permalink},
    {"path", Field::Permalink},
    {"source", Field::Source},
    {"source_url", Field::Source},
    {"canonical", Field::Canonical},
    {"canonicalURL", Field::Canonical},
    {"link", Field::Link},
    {"via", Field::Link},
    {"draft", Field::Draft},
    {"weight", Field::Weight},
    {"comments", Field::Comments},
    {"authorbox", Field::Authorbox},
    {"pager", Field::Pager},
    {"toc", Field::Toc},
    {"mathjax", Field::Mathjax},
    {"math", Field::Mathjax},
    {"katex", Field::Mathjax},
    {"params", Field::Container},
    {"extra", Field::Container},
    {"taxonomies", Field::Container},
    {"<<", Field::Container},
};

} // namespace

TEST(FieldNames, areKnown_byEverySpelling)
{
    for (const NameCase &expected : kNames) {
        EXPECT_EQ(fieldNamed(expected.key), expected.field) << expected.key;
    }
}

TEST(FieldNames, ignoreCaseAndJoiners)
{
    for (const std::string_view key :
         {"Title", "TITLE", "tItLe", "_title", "ti-tle", "title__", "t-i-t-l-e-"}) {
        EXPECT_EQ(fieldNamed(key), Field::Title) << key;
    }
}

TEST(FieldNames, areUnknown_whenTheyOnlyResembleOne)
{
    for (const std::string_view key :
         {"", "-", "_", "titles", "titl", "ti tle", "title ", "date.ms", "msdate", "标题", "副标",
          "副标题文", "subtitles", "sub title", "weights", "layout", "<",
          "a-key-that-is-longer-than-any-we-know", "last_modified_at_x"}) {
        EXPECT_EQ(fieldNamed(key), Field::Unknown) << key;
    }
}

} // namespace lectern::core
