#pragma once

#include "core/library/library.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::core {

enum class QueryField : std::uint8_t {
    Text, ///< title or summary (and body where the search asks for it)
    Title,
    Summary,
    Body,
    Category,
    Tag,
    Language,
    Author,
    Site, ///< host of the article's source, or a domain above it
    Folder, ///< the article lies in it or below
    Path, ///< of the article's file, from the root on
    Date,
    Has,
    Is,
    Length, ///< characters of the body
    Label, ///< that the reader gave
    Note, ///< that the reader wrote at a highlight
    Read, ///< when it was read
    Progress, ///< how far it was read, in percent
    Key, ///< any other front-matter key
};

/// How the value behind a colon is read.
enum class QueryValue : std::uint8_t {
    Text,
    Term, ///< the name of a term of a taxonomy
    Folder, ///< the path of a folder, from the root on
    Date,
    DateBefore,
    DateAfter,
    Length,
    Share, ///< of a hundred
    Label, ///< the name of a label
    State, ///< one of stateWords()
    Order, ///< one of sortWords(): no condition, it goes to the query as a whole
};

/// A word that means something before a colon.
struct QueryKeyword
{
    std::string_view name;
    QueryField field = QueryField::Text;
    QueryValue value = QueryValue::Text;
    std::optional<Taxonomy> taxonomy = {}; ///< of QueryValue::Term
    std::string_view example = "…"; ///< a value by which the keyword can be explained
};

/// All of them, the most useful first; the first of a field is its name.
inline constexpr std::array kQueryKeywords{
    QueryKeyword{"tag", QueryField::Tag, QueryValue::Term, Taxonomy::Tag},
    QueryKeyword{"category", QueryField::Category, QueryValue::Term, Taxonomy::Category},
    QueryKeyword{"lang", QueryField::Language, QueryValue::Term, Taxonomy::Language, "en"},
    QueryKeyword{"title", QueryField::Title},
    QueryKeyword{"summary", QueryField::Summary},
    QueryKeyword{"body", QueryField::Body},
    QueryKeyword{"author", QueryField::Author},
    QueryKeyword{"site", QueryField::Site},
    QueryKeyword{"folder", QueryField::Folder, QueryValue::Folder},
    QueryKeyword{"path", QueryField::Path},
    QueryKeyword{"date", QueryField::Date, QueryValue::Date, {}, "2025-02"},
    QueryKeyword{"before", QueryField::Date, QueryValue::DateBefore, {}, "2025"},
    QueryKeyword{"after", QueryField::Date, QueryValue::DateAfter, {}, "2025-02"},
    QueryKeyword{"has", QueryField::Has, QueryValue::State, {}, "image"},
    QueryKeyword{"is", QueryField::Is, QueryValue::State, {}, "draft"},
    QueryKeyword{"label", QueryField::Label, QueryValue::Label},
    QueryKeyword{"note", QueryField::Note},
    QueryKeyword{"read", QueryField::Read, QueryValue::Date, {}, "<7d"},
    QueryKeyword{"progress", QueryField::Progress, QueryValue::Share, {}, ">50"},
    QueryKeyword{"len", QueryField::Length, QueryValue::Length, {}, ">3000"},
    QueryKeyword{"sort", QueryField::Text, QueryValue::Order, {}, "title"},
};

/// The keyword that is spelled \a folded; null where it is none.
const QueryKeyword *findKeyword(std::string_view folded);

/// The names of all keywords, in their order.
std::vector<std::string_view> queryKeywords();

/// The name of a field as typed: `tag`, `lang`, ...; empty for Text and Key.
std::string_view queryFieldName(QueryField field);

/// The field that names the terms of \a taxonomy.
QueryField queryFieldOf(Taxonomy taxonomy);
/// The taxonomy whose terms \a field names.
std::optional<Taxonomy> taxonomyOf(QueryField field);

/// `tag:name`, quoted where it must be.
std::string queryTermText(QueryField field, std::string_view name);

} // namespace lectern::core
