#pragma once

#include "core/article/problem.h"
#include "core/base/timestamp.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lectern::core {

enum class FrontMatterKind : std::uint8_t {
    None,
    Yaml,
    Toml,
    Json,
    Lines, ///< a key and its value a line, in one of the forms of loose_header.h
};
enum class TitleOrigin : std::uint8_t { FrontMatter, Heading, SubjectHeader, FileName };
enum class DateOrigin : std::uint8_t {
    None,
    Date,
    PublishDate,
    Created,
    LastModified,
    FileName,
    FileTime
};

/// What the place of a file in its folder says about it (Hugo's terms).
enum class PageKind : std::uint8_t {
    Single,
    LeafBundle, ///< index.md: stands for its folder
    Section, ///< _index.md: the page of its section
};

/// An article's front matter as it is understood, whatever language it was written in.
/// A list field is never absent, only empty; text fields are valid UTF-8 without blanks at the
/// ends.
struct ArticleMeta
{
    FrontMatterKind frontMatter = FrontMatterKind::None;
    PageKind page = PageKind::Single;

    std::string title; ///< never empty
    TitleOrigin titleOrigin = TitleOrigin::FileName;
    std::string subtitle;
    std::optional<Timestamp> date;
    DateOrigin dateOrigin = DateOrigin::None;
    std::string dateText; ///< as written
    std::string summary;
    std::vector<std::string> categories;
    std::vector<std::string> tags;
    std::vector<std::string> languages;
    bool isLanguageGuessed = false;
    std::vector<std::string> translations;
    std::vector<std::string> authors;
    std::vector<std::string> keywords;
    std::vector<std::string> series;
    std::vector<std::string> aliases;
    std::vector<std::string> widgets;
    std::string menu;
    std::string thumbnail; ///< an address or a path, as written
    std::string lead;
    std::string sidebar;
    std::string slug;
    std::string url;
    std::string source; ///< the article's own address on the web, if known
    bool isDraft = false;
    std::int64_t weight = 0; ///< the place among its neighbours, as Hugo orders them; 0 says none
    std::optional<bool> comments;
    std::optional<bool> authorbox;
    std::optional<bool> pager;
    std::optional<bool> toc;
    std::optional<bool> mathjax; ///< from mathjax, math or katex

    /// Every other key with its value as raw text, in file order.
    std::vector<std::pair<std::string, std::string>> others;

    bool operator==(const ArticleMeta &) const = default;

    /// As new, but keeps the memory of texts and lists for those of the next article.
    void clear();
};

/// A whole article: what its file says, decoded to UTF-8.
struct Article
{
    std::string path; ///< relative to the library's root, raw bytes, `/` between parts
    ArticleMeta meta;
    std::string body; ///< Markdown, UTF-8, LF line ends
    std::uint32_t bodyLine = 1; ///< the file's line on which the body starts
    std::vector<Problem> problems;
};

} // namespace lectern::core
