#pragma once

#include "core/base/timestamp.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lectern::core {

enum class Severity : std::uint8_t { Note, Warning, Error };

/// Every kind of finding about a file; the stable name is problemName(). Append only: the numbers
/// are stored in the index.
enum class ProblemCode : std::uint8_t {
    FrontMatterMissing,
    FrontMatterUnclosed,
    FrontMatterBroken, ///< the parser refused it; fields were recovered line by line
    FrontMatterNotMap,
    FrontMatterTooLarge,
    KeyDuplicate,
    ValueUnexpected, ///< a list or map where text was expected, or the reverse
    TitleMissing,
    TitleCutByComment, ///< ` #` ended an unquoted title
    DateUnreadable,
    DateMissing,
    ControlCharacters,
    EncodingGuessed,
    EncodingInvalid, ///< bytes that no encoding explains became U+FFFD
    FileNameNotUtf8,
    FileTooLarge, ///< only its beginning was read
    FileUnreadable,
    FileNotRegular,
    FileOutside, ///< a link that leaves the folder
    FileChangedWhileRead,
    FolderUnreadable,
    FolderLoop,
};
inline constexpr ProblemCode kLastProblemCode = ProblemCode::FolderLoop;

/// Something about a file that a reader or a crawler's author may want to know. Lines and columns
/// count from 1 in the file as stored, columns in characters; 0 means the file as a whole.
struct Problem
{
    ProblemCode code = ProblemCode::FrontMatterMissing;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::string message; ///< one plain English sentence
    std::string valueUsed; ///< what the program took instead, if anything
    std::string proposal; ///< a corrected block to put in its place, if one can be given

    bool operator==(const Problem &) const = default;
};

/// `front-matter-broken` and so on; stable, for JSON and filters.
std::string_view problemName(ProblemCode code);
Severity severityOf(ProblemCode code);

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
