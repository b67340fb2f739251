#include "core/article/problem_sentence.h"

#include <array>

namespace lectern::core {

namespace {

/// In the order of ProblemReason.
constexpr std::array kReasonTexts{
    ReasonText{ProblemReason::ValueRefused, "value-refused", "trc",
               "The value of \"%1\" %2 at column %3."},
    ReasonText{ProblemReason::LineRefused, "line-refused", "rc", "The line %1 at column %2."},
    ReasonText{ProblemReason::ListForText, "list-for-text", "t",
               "The value of \"%1\" is a list where text was expected."},
    ReasonText{ProblemReason::MapForText, "map-for-text", "t",
               "The value of \"%1\" is a map where text was expected."},
    ReasonText{ProblemReason::MapForList, "map-for-list", "t",
               "The value of \"%1\" is a map where a list was expected."},
    ReasonText{ProblemReason::KeyStandsAgain, "key-stands-again", "t",
               "The key \"%1\" stands again further down; the last one counts."},
    ReasonText{ProblemReason::TitleIsNoText, "title-is-no-text", "",
               "The title is written as a list or map; quotes would make it text."},
    ReasonText{ProblemReason::TitleEndsAtComment, "title-ends-at-comment", "",
               "The title ends where \" #\" begins a comment; quotes would keep the rest."},
    ReasonText{ProblemReason::NamesInComment, "names-in-comment", "",
               "YAML takes words behind \"#\" for a comment; they were read as names."},
    ReasonText{ProblemReason::DateMeansNoDay, "date-means-no-day", "t",
               "The date \"%1\" means no day."},
    ReasonText{ProblemReason::NoDate, "no-date", "", "The article has no date."},
    ReasonText{ProblemReason::TitleFromHeading, "title-from-heading", "",
               "The front matter has no title; the first heading is used."},
    ReasonText{ProblemReason::TitleFromFileName, "title-from-file-name", "",
               "The article has no title; the name of its file is used."},
    ReasonText{ProblemReason::NoFrontMatter, "no-front-matter", "",
               "The file has no front matter."},
    ReasonText{ProblemReason::NoClosingFence, "no-closing-fence", "",
               "The front matter that begins here has no end; all of the file is shown as text."},
    ReasonText{ProblemReason::BlockRefused, "block-refused", "r",
               "The front matter cannot be read as a whole: %1."},
    ReasonText{ProblemReason::NoKeys, "no-keys", "", "The front matter has no keys."},
    ReasonText{ProblemReason::BlockTooLarge, "block-too-large", "",
               "The front matter is larger than 64 KB; only its beginning was read."},
    ReasonText{ProblemReason::ControlsReadAsBlanks, "controls-read-as-blanks", "",
               "The front matter has control characters, which are read as blanks."},
    ReasonText{ProblemReason::ReadAsEncoding, "read-as-encoding", "t",
               "The text is not UTF-8; it was read as %1."},
    ReasonText{ProblemReason::BytesOfNoEncoding, "bytes-of-no-encoding", "t",
               "The text has bytes that are no %1; they are shown as \uFFFD."},
    ReasonText{ProblemReason::NameNotUtf8, "name-not-utf8", "",
               "The name of the file is not UTF-8; it is shown with replacement characters."},
    ReasonText{ProblemReason::FileForbidden, "file-forbidden", "t",
               "The file cannot be read: %1. Ask for the right to read it."},
    ReasonText{
        ProblemReason::FileGone, "file-gone", "t",
        "The file cannot be read: %1. It was moved or deleted, or is a link that leads nowhere."},
    ReasonText{ProblemReason::FileRefused, "file-refused", "t", "The file cannot be read: %1."},
    ReasonText{ProblemReason::FileCut, "file-cut", "",
               "The file is larger than 16 MB; only its beginning is shown."},
    ReasonText{ProblemReason::FileUnsteady, "file-unsteady", "",
               "The file changed while it was read; what is shown may be incomplete."},
    ReasonText{ProblemReason::FolderRefused, "folder-refused", "t",
               "The folder cannot be read: %1."},
    ReasonText{ProblemReason::LinkLeadsUp, "link-leads-up", "",
               "The link leads back to a folder above it and is not followed."},
    ReasonText{ProblemReason::LinkLeadsOutside, "link-leads-outside", "",
               "The link leads to a folder outside and is not followed."},
    ReasonText{ProblemReason::ItemRefused, "item-refused", "r", "has an item that %1"},
    ReasonText{ProblemReason::ItemUnmarked, "item-unmarked", "",
               "has an item without \"- \" in front"},
    ReasonText{ProblemReason::UnreadableAs, "unreadable-as", "r", "cannot be read (%1)"},
    ReasonText{ProblemReason::Unreadable, "unreadable", "", "cannot be read"},
    ReasonText{ProblemReason::NoKey, "no-key", "", "belongs to no key"},
    ReasonText{ProblemReason::IndentOdd, "indent-odd", "", "is indented unlike the keys around it"},
    ReasonText{ProblemReason::TooManyBroken, "too-many-broken", "",
               "is one of too many broken lines"},
    ReasonText{ProblemReason::EscapeOfNothing, "escape-of-nothing", "",
               "has a backslash that escapes nothing"},
    ReasonText{ProblemReason::QuoteOpened, "quote-opened", "", "opens a quote that is not closed"},
    ReasonText{ProblemReason::QuoteUnescaped, "quote-unescaped", "", "has an unescaped quote"},
    ReasonText{ProblemReason::WordsAfterQuote, "words-after-quote", "",
               "goes on after its closing quote"},
    ReasonText{ProblemReason::ListOpened, "list-opened", "", "opens a list that is not closed"},
    ReasonText{ProblemReason::MapOpened, "map-opened", "", "opens a map that is not closed"},
    ReasonText{ProblemReason::WordsAfterBracket, "words-after-bracket", "t",
               "goes on after a closing \"%1\""},
    ReasonText{ProblemReason::ReservedSign, "reserved-sign", "t",
               "begins with \"%1\", which YAML keeps for itself"},
    ReasonText{ProblemReason::DashAtStart, "dash-at-start", "",
               "begins with \"- \", which YAML reads as a list"},
    ReasonText{ProblemReason::ColonBeforeBlank, "colon-before-blank", "",
               "has a colon before a blank"},
    ReasonText{ProblemReason::ColonWithoutBlank, "colon-without-blank", "",
               "has no blank behind its colon"},
    ReasonText{ProblemReason::Tab, "tab", "", "has a tab"},
    ReasonText{ProblemReason::TextUnquoted, "text-unquoted", "", "is text without quotes"},
    ReasonText{ProblemReason::ValueWithoutEnd, "value-without-end", "",
               "a value before this key does not end"},
    ReasonText{ProblemReason::QuoteNotClosed, "quote-not-closed", "", "a quote is not closed"},
    ReasonText{ProblemReason::ParserSays, "parser-says", "t", "%1"},
    ReasonText{ProblemReason::NotAMap, "not-a-map", "", "not a map of keys to values"},
    ReasonText{ProblemReason::NotAnObject, "not-an-object", "", "not an object"},
    ReasonText{ProblemReason::TooManyValues, "too-many-values", "",
               "more values than a front matter may have"},
    ReasonText{ProblemReason::KeyTooDeep, "key-too-deep", "", "a key has too many parts"},
    ReasonText{ProblemReason::MapEndMissing, "map-end-missing", "", "end of map not found"},
    ReasonText{ProblemReason::FlowMapEndMissing, "flow-map-end-missing", "",
               "end of map flow not found"},
    ReasonText{ProblemReason::ListEndMissing, "list-end-missing", "", "end of sequence not found"},
    ReasonText{ProblemReason::FlowListEndMissing, "flow-list-end-missing", "",
               "end of sequence flow not found"},
    ReasonText{ProblemReason::TagEndMissing, "tag-end-missing", "",
               "end of verbatim tag not found"},
    ReasonText{ProblemReason::FlowEndUnexpected, "flow-end-unexpected", "", "illegal flow end"},
    ReasonText{ProblemReason::ItemUnexpected, "item-unexpected", "", "illegal block entry"},
    ReasonText{ProblemReason::KeyUnexpected, "key-unexpected", "", "illegal map key"},
    ReasonText{ProblemReason::MapValueUnexpected, "map-value-unexpected", "", "illegal map value"},
    ReasonText{ProblemReason::TokenUnknown, "token-unknown", "", "unknown token"},
    ReasonText{ProblemReason::AnchorUnknown, "anchor-unknown", "",
               "the referenced anchor is not defined"},
    ReasonText{ProblemReason::AliasWithoutName, "alias-without-name", "",
               "alias not found after *"},
    ReasonText{ProblemReason::EscapeUnknown, "escape-unknown", "t", "unknown escape character: %1"},
    ReasonText{ProblemReason::UnicodeInvalid, "unicode-invalid", "t", "invalid unicode: %1"},
    ReasonText{ProblemReason::TabInIndent, "tab-in-indent", "",
               "illegal tab when looking for indentation"},
    ReasonText{ProblemReason::FenceInText, "fence-in-text", "",
               "illegal document indicator in scalar"},
    ReasonText{ProblemReason::TextWithoutEnd, "text-without-end", "", "illegal EOF in scalar"},
};
static_assert(kReasonTexts.size() == static_cast<std::size_t>(kLastProblemReason) + 1);

/// Puts one wording together; lives for one call of problemSentence().
class Writer final
{
public:
    Writer(const Problem &problem, const PatternOf &patternOf)
        : m_problem(problem)
        , m_patternOf(patternOf)
    {}

    std::string nextReason()
    {
        if (m_reason == m_problem.wording.reasons.size()) {
            return {};
        }
        const ProblemReason reason = m_problem.wording.reasons[m_reason++];
        std::vector<std::string> values;
        for (const char slot : reasonText(reason).values) {
            values.push_back(valueFor(slot));
        }
        return filled(m_patternOf(reason), values);
    }

private:
    std::string valueFor(char slot)
    {
        switch (slot) {
        case 't':
            return m_argument < m_problem.wording.arguments.size()
                ? m_problem.wording.arguments[m_argument++]
                : std::string();
        case 'r':
            return nextReason();
        default:
            return std::to_string(m_problem.column);
        }
    }

    /// \a pattern with \a values for its %1, %2 and %3, all at once: a value may hold a `%1`.
    static std::string filled(std::string_view pattern, const std::vector<std::string> &values)
    {
        std::string text;
        for (std::size_t at = 0; at < pattern.size(); ++at) {
            const std::size_t number = pattern[at] == '%' && at + 1 < pattern.size()
                ? static_cast<std::size_t>(pattern[at + 1] - '1')
                : values.size();
            if (number < values.size()) {
                text += values[number];
                ++at;
            } else {
                text += pattern[at];
            }
        }
        return text;
    }

    const Problem &m_problem;
    const PatternOf &m_patternOf;
    std::size_t m_reason = 0;
    std::size_t m_argument = 0;
};

} // namespace

const ReasonText &reasonText(ProblemReason reason)
{
    return kReasonTexts[static_cast<std::size_t>(reason)];
}

std::string problemSentence(const Problem &problem, const PatternOf &patternOf)
{
    return Writer(problem, patternOf).nextReason();
}

std::string problemSentence(const Problem &problem)
{
    return problemSentence(
        problem, [](ProblemReason reason) { return std::string(reasonText(reason).english); });
}

} // namespace lectern::core
