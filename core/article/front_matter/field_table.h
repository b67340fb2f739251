#pragma once

#include "core/article/article.h"
#include "core/article/front_matter/field_names.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace lectern::core {

/// The kind of a text that people read: on one line, without the signs of HTML and Markdown.
struct Prose
{
    std::string ArticleMeta::*place;
};

/// The kind of a list's items: names that may be the keys of a map, and in YAML behind a `#`.
struct Terms
{
    std::vector<std::string> ArticleMeta::*place;
};

/// Where the value of a field goes, which also says what is expected of it. None for those that
/// article_meta.cpp weighs against others: titles, dates, drafts, sources.
using FieldPlace = std::variant<std::monostate, std::string ArticleMeta::*, Prose,
                                std::vector<std::string> ArticleMeta::*, Terms,
                                std::optional<bool> ArticleMeta::*>;

struct FieldRow
{
    Field field;
    std::string_view names; ///< in lower case without `_` and `-`, with blanks between
    FieldPlace place;
};

/// Every key that means something, in the order of Field. Of fields with one place the first that
/// says something counts.
inline constexpr std::array kFields{
    FieldRow{Field::Title, "title", {}},
    FieldRow{Field::Subtitle, "subtitle 副标题", Prose{&ArticleMeta::subtitle}},
    FieldRow{Field::Date, "date", {}},
    FieldRow{Field::MicrosoftDate, "ms.date", {}},
    FieldRow{Field::PublishDate, "publishdate pubdate pubdatetime datepublished publishedat", {}},
    FieldRow{Field::Published, "published", {}},
    FieldRow{Field::Created, "created createdat creationdate datecreated", {}},
    FieldRow{
        Field::LastModified,
        "lastmod lastmodified lastmodifiedat lastupdated modified datemodified updated updatedat",
        {}},
    FieldRow{Field::Summary, "summary", Prose{&ArticleMeta::summary}},
    FieldRow{Field::Description, "description", Prose{&ArticleMeta::summary}},
    FieldRow{Field::Excerpt, "excerpt abstract", Prose{&ArticleMeta::summary}},
    FieldRow{Field::Lead, "lead", Prose{&ArticleMeta::lead}},
    FieldRow{Field::Menu, "menu", {}},
    FieldRow{Field::Sidebar, "sidebar", &ArticleMeta::sidebar},
    FieldRow{Field::Slug, "slug", &ArticleMeta::slug},
    FieldRow{Field::Url, "url", &ArticleMeta::url},
    FieldRow{Field::Permalink, "permalink path", &ArticleMeta::url}, // `path` is Zola's
    FieldRow{Field::Thumbnail, "thumbnail", &ArticleMeta::thumbnail},
    FieldRow{Field::FeaturedImage, "featuredimage featureimage", &ArticleMeta::thumbnail},
    FieldRow{Field::Image, "image", &ArticleMeta::thumbnail},
    FieldRow{Field::Cover, "cover banner coverimage heroimage", &ArticleMeta::thumbnail},
    FieldRow{Field::Images, "images", &ArticleMeta::thumbnail},
    FieldRow{Field::Categories, "categories", Terms{&ArticleMeta::categories}},
    FieldRow{Field::Category, "category", Terms{&ArticleMeta::categories}},
    FieldRow{Field::Tags, "tags topics", Terms{&ArticleMeta::tags}},
    FieldRow{Field::Tag, "tag", Terms{&ArticleMeta::tags}},
    FieldRow{Field::Languages, "languages lang language", &ArticleMeta::languages},
    FieldRow{Field::Translations, "translations", &ArticleMeta::translations},
    FieldRow{Field::Authors, "authors", &ArticleMeta::authors},
    FieldRow{Field::Author, "author", &ArticleMeta::authors},
    FieldRow{Field::Keywords, "keywords", &ArticleMeta::keywords},
    FieldRow{Field::Series, "series", &ArticleMeta::series},
    FieldRow{Field::Aliases, "aliases alias", &ArticleMeta::aliases},
    FieldRow{Field::Widgets, "widgets", &ArticleMeta::widgets},
    FieldRow{Field::Draft, "draft", {}},
    FieldRow{Field::Comments, "comments", &ArticleMeta::comments},
    FieldRow{Field::Authorbox, "authorbox", &ArticleMeta::authorbox},
    FieldRow{Field::Pager, "pager", &ArticleMeta::pager},
    FieldRow{Field::Toc, "toc", &ArticleMeta::toc},
    FieldRow{Field::Mathjax, "mathjax math katex", &ArticleMeta::mathjax},
    FieldRow{Field::Weight, "weight", {}},
    FieldRow{Field::Source, "source sourceurl", {}},
    FieldRow{Field::Canonical, "canonical canonicalurl", {}},
    FieldRow{Field::Link, "link via", {}},
    FieldRow{Field::Container, "params extra taxonomies <<", {}},
};
static_assert(kFields.size() == kFieldCount);
static_assert(
    [] {
        for (std::size_t number = 0; number < kFields.size(); ++number) {
            if (kFields.at(number).field != static_cast<Field>(number)) {
                return false;
            }
        }
        return true;
    }(),
    "kFields is in the order of Field");

} // namespace lectern::core
