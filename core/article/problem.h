#pragma once

#include <cstdint>
#include <string>
#include <string_view>
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

/// What a Problem says, or a part of it; each has a row in problem_sentence.cpp. Append only: the
/// numbers are stored in the index.
enum class ProblemReason : std::uint8_t {
    ValueRefused,
    LineRefused,
    ListForText,
    MapForText,
    MapForList,
    KeyStandsAgain,
    TitleIsNoText,
    TitleEndsAtComment,
    NamesInComment,
    DateMeansNoDay,
    NoDate,
    TitleFromHeading,
    TitleFromFileName,
    NoFrontMatter,
    NoClosingFence,
    BlockRefused,
    NoKeys,
    BlockTooLarge,
    ControlsReadAsBlanks,
    ReadAsEncoding,
    BytesOfNoEncoding,
    NameNotUtf8,
    FileForbidden,
    FileGone,
    FileRefused,
    FileCut,
    FileUnsteady,
    FolderRefused,
    LinkLeadsUp,
    LinkLeadsOutside,
    // Parts of a sentence: what is wrong with a value or a line.
    ItemRefused,
    ItemUnmarked,
    UnreadableAs,
    Unreadable,
    NoKey,
    IndentOdd,
    TooManyBroken,
    EscapeOfNothing,
    QuoteOpened,
    QuoteUnescaped,
    WordsAfterQuote,
    ListOpened,
    MapOpened,
    WordsAfterBracket,
    ReservedSign,
    DashAtStart,
    ColonBeforeBlank,
    ColonWithoutBlank,
    Tab,
    TextUnquoted,
    ValueWithoutEnd,
    QuoteNotClosed,
    // What a parser minds about it.
    ParserSays, ///< in the words of a library that has no row here
    NotAMap,
    NotAnObject,
    TooManyValues,
    KeyTooDeep,
    MapEndMissing,
    FlowMapEndMissing,
    ListEndMissing,
    FlowListEndMissing,
    TagEndMissing,
    FlowEndUnexpected,
    ItemUnexpected,
    KeyUnexpected,
    MapValueUnexpected,
    TokenUnknown,
    AnchorUnknown,
    AliasWithoutName,
    EscapeUnknown,
    UnicodeInvalid,
    TabInIndent,
    FenceInText,
    TextWithoutEnd,
};
inline constexpr ProblemReason kLastProblemReason = ProblemReason::TextWithoutEnd;

/// The sentence of a Problem without its words: reasons from the whole to its parts, each part
/// standing in the one before it, and what is filled in, in the order in which they ask for it.
struct ProblemWording
{
    std::vector<ProblemReason> reasons;
    std::vector<std::string> arguments; ///< valid UTF-8

    bool operator==(const ProblemWording &) const = default;
};

ProblemWording worded(ProblemReason reason, std::vector<std::string> arguments = {});

/// \a part as a part of \a reason, whose own \a arguments come first.
ProblemWording worded(ProblemReason reason, std::vector<std::string> arguments,
                      const ProblemWording &part);

/// Something about a file that a reader or a crawler's author may want to know. Lines and columns
/// count from 1 in the file as stored, columns in characters; 0 means the file as a whole.
struct Problem
{
    ProblemCode code = ProblemCode::FrontMatterMissing;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    ProblemWording wording;
    std::string valueUsed; ///< what the program took instead, if anything
    std::string proposal; ///< a corrected block to put in its place, if one can be given

    bool operator==(const Problem &) const = default;
};

/// `front-matter-broken` and so on; stable, for JSON and filters.
std::string_view problemName(ProblemCode code);
Severity severityOf(ProblemCode code);

} // namespace lectern::core
