#include "core/markdown/cjk_marks.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace lectern::core {

namespace {

constexpr std::string_view kNonCharacterStart = "\xEF\xB7"; // U+FDC0 to U+FDFF
constexpr std::string_view kRarePunctuationStart = "\xF0\x90\xA9"; // U+10A40 to U+10A7F

/// One of the \a count characters from \a first on, in a block of 64 that starts with \a start,
/// that \a text does not hold, leaving out \a skip of them.
std::string unusedCharacter(std::string_view text, std::string_view start, unsigned first,
                            unsigned count, unsigned skip)
{
    for (unsigned i = 0; i < count; ++i) {
        const std::string character = std::string(start) + static_cast<char>(first + i);
        if (text.find(character) == std::string_view::npos && skip-- == 0) {
            return character;
        }
    }
    return {};
}

std::optional<MarkedText> chooseMarks(std::string_view text)
{
    MarkedText marked;
    marked.letter = unusedCharacter(text, kNonCharacterStart, 0x90, 32, 0);
    marked.tilde = unusedCharacter(text, kNonCharacterStart, 0x90, 32, 1);
    marked.punctuation = unusedCharacter(text, kRarePunctuationStart, 0x90, 9, 0);
    if (marked.letter.empty() || marked.tilde.empty() || marked.punctuation.empty()) {
        return std::nullopt;
    }
    return marked;
}

bool isVariationSelector(char32_t character)
{
    return (character >= 0xFE00 && character <= 0xFE0F)
        || (character >= 0xE0100 && character <= 0xE01EF);
}

bool isPunctuationOrSymbol(char32_t character)
{
    return (U_GET_GC_MASK(static_cast<UChar32>(character)) & (U_GC_P_MASK | U_GC_S_MASK)) != 0;
}

/// What a parser takes for punctuation that knows symbols outside ASCII as \a symbols.
bool isParserPunctuation(char32_t character, Symbols symbols)
{
    return character < 0x80 || symbols == Symbols::Punctuation
        ? isPunctuationOrSymbol(character)
        : u_ispunct(static_cast<UChar32>(character)) != 0;
}

bool isBlank(char32_t character)
{
    return character == 0 || character == ' ' || character == '\t' || character == '\n'
        || character == '\r' || character == '\f'
        || u_charType(static_cast<UChar32>(character)) == U_SPACE_SEPARATOR;
}

char32_t characterBefore(std::string_view text, std::size_t index, std::size_t &start)
{
    auto position = static_cast<std::int32_t>(index);
    if (position == 0) {
        start = 0;
        return 0;
    }
    UChar32 character = 0;
    U8_PREV(reinterpret_cast<const std::uint8_t *>(text.data()), 0, position, character);
    start = static_cast<std::size_t>(position);
    return character < 0 ? 0xFFFD : static_cast<char32_t>(character);
}

char32_t characterAt(std::string_view text, std::size_t index)
{
    if (index >= text.size()) {
        return 0;
    }
    auto position = static_cast<std::int32_t>(index);
    UChar32 character = 0;
    U8_NEXT(reinterpret_cast<const std::uint8_t *>(text.data()), position,
            static_cast<std::int32_t>(text.size()), character);
    return character < 0 ? 0xFFFD : static_cast<char32_t>(character);
}

/// One side of a run of `*`, `_`: a variation selector counts as the character it selects for.
struct Side
{
    bool isBlank = true;
    bool isCjk = false;
    bool isPunctuation = false; ///< by CommonMark 0.31
    bool isParserPunctuation = false; ///< by the parser, from the bytes that touch the run
};

bool isCjkQuote(char32_t base, char32_t selector)
{
    return selector == 0xFE01
        && (base == 0x2018 || base == 0x2019 || base == 0x201C || base == 0x201D);
}

Side sideOf(char32_t character, Symbols symbols)
{
    return {isBlank(character), isCjk(character), isPunctuationOrSymbol(character),
            isParserPunctuation(character, symbols)};
}

Side sideBefore(std::string_view text, std::size_t run, Symbols symbols)
{
    std::size_t start = 0;
    const char32_t character = characterBefore(text, run, start);
    if (!isVariationSelector(character)) {
        return sideOf(character, symbols);
    }
    const char32_t base = characterBefore(text, start, start);
    Side side = sideOf(base, symbols);
    side.isParserPunctuation = false;
    side.isCjk = side.isCjk || isCjkQuote(base, character) || character >= 0xE0100;
    return side;
}

bool isEscaped(std::string_view text, std::size_t index)
{
    std::size_t backslashes = 0;
    while (backslashes < index && text[index - backslashes - 1] == '\\') {
        ++backslashes;
    }
    return backslashes % 2 == 1;
}

enum class Mark : std::uint8_t {
    Letter,
    Punctuation,
    Tilde, ///< replaces the `~` in its place; the others are put in
};

struct PlacedMark
{
    std::uint32_t at = 0;
    Mark mark = Mark::Letter;
};

bool isRunStart(char byte)
{
    return byte == '*' || byte == '_' || byte == '~';
}

/// The first `*`, `_` or `~` from \a from on; the size of \a text if there is none.
std::size_t nextRunStart(std::string_view text, std::size_t from)
{
    constexpr std::size_t kBlock = 64;
    while (from + kBlock <= text.size()) {
        unsigned char found = 0; // No early end, so that the compiler takes many bytes at once.
        for (std::size_t index = 0; index < kBlock; ++index) {
            found |= static_cast<unsigned char>(isRunStart(text[from + index]));
        }
        if (found != 0) {
            break;
        }
        from += kBlock;
    }
    while (from < text.size() && !isRunStart(text[from])) {
        ++from;
    }
    return from;
}

/// Finds where a text needs marks, which is nowhere in most texts.
class MarkFinder final
{
public:
    MarkFinder(std::string_view source, Symbols symbols)
        : m_source(source)
        , m_symbols(symbols)
    {}

    std::vector<PlacedMark> find()
    {
        for (std::size_t run = nextRunStart(m_source, 0); run < m_source.size();) {
            const std::size_t next = m_source[run] == '~' ? afterTildes(run) : afterEmphasis(run);
            run = nextRunStart(m_source, next);
        }
        std::ranges::stable_sort(m_marks, {}, &PlacedMark::at); // ranges are found at their end
        return std::move(m_marks);
    }

private:
    static constexpr std::size_t kNone = std::string_view::npos;

    std::size_t runEnd(std::size_t run) const
    {
        const std::size_t end = m_source.find_first_not_of(m_source[run], run);
        return end == std::string_view::npos ? m_source.size() : end;
    }

    void place(std::size_t at, Mark mark)
    {
        m_marks.push_back({static_cast<std::uint32_t>(at), mark});
    }

    std::size_t afterTildes(std::size_t run)
    {
        const std::size_t end = runEnd(run);
        if (end - run == 1 && !isEscaped(m_source, run)) {
            place(run, Mark::Tilde);
        } else if (end - run == 2) {
            pairRanges(run);
        }
        return end;
    }

    /// Editors that double each `~` make `10~~20元，30~~40元` of two ranges, which would be struck
    /// out between them. Two runs, each between digits, are such.
    void pairRanges(std::size_t run)
    {
        if (!isDigitAt(run - 1) || !isDigitAt(run + 2)) {
            m_range = kNone;
            return;
        }
        if (m_range == kNone || m_source.substr(m_range, run - m_range).find("\n\n") != kNone) {
            m_range = run;
            return;
        }
        for (const std::size_t tilde : {m_range, m_range + 1, run, run + 1}) {
            place(tilde, Mark::Tilde);
        }
        m_range = kNone;
    }

    bool isDigitAt(std::size_t at) const
    {
        return at < m_source.size() && m_source[at] >= '0' && m_source[at] <= '9';
    }

    std::size_t afterEmphasis(std::size_t run)
    {
        if (isEscaped(m_source, run)) {
            return run + 1;
        }
        const std::size_t end = runEnd(run);
        const Side before = sideBefore(m_source, run, m_symbols);
        const Side after = sideOf(characterAt(m_source, end), m_symbols);
        const bool isFree = m_source[run] == '*' && !before.isBlank && !after.isBlank
            && (before.isCjk || after.isCjk);
        placeFor(before, isFree, run);
        placeFor(after, isFree, end);
        return end;
    }

    /// What makes the parser see \a side as the rules want it.
    void placeFor(const Side &side, bool isFree, std::size_t at)
    {
        if (side.isBlank) {
            return;
        }
        if (isFree && side.isParserPunctuation) {
            place(at, Mark::Letter);
        } else if (!isFree && side.isPunctuation && !side.isParserPunctuation) {
            place(at, Mark::Punctuation);
        }
    }

    std::string_view m_source;
    Symbols m_symbols;
    std::vector<PlacedMark> m_marks;
    std::size_t m_range = kNone; ///< the run of two before, if it stands between digits
};

/// \a source with its \a marks, for which \a marked has the characters.
std::string textWith(std::string_view source, const std::vector<PlacedMark> &marks,
                     const MarkedText &marked)
{
    std::string text;
    text.reserve(source.size() + marks.size() * marked.punctuation.size());
    std::size_t copied = 0;
    for (const auto &[at, mark] : marks) {
        text += source.substr(copied, at - copied);
        copied = at;
        if (mark == Mark::Tilde) {
            text += marked.tilde;
            ++copied;
        } else {
            text += mark == Mark::Letter ? marked.letter : marked.punctuation;
        }
    }
    return text += source.substr(copied);
}

} // namespace

bool isCjk(char32_t character)
{
    if (character < 0x1100) {
        return false;
    }
    const auto code = static_cast<UChar32>(character);
    const int width = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
    const bool isWide = width == U_EA_WIDE || width == U_EA_FULLWIDTH || width == U_EA_HALFWIDTH;
    const bool isHangul
        = u_getIntPropertyValue(code, UCHAR_HANGUL_SYLLABLE_TYPE) != U_HST_NOT_APPLICABLE;
    return (isWide || isHangul) && u_hasBinaryProperty(code, UCHAR_EMOJI_PRESENTATION) == 0;
}

void MarkedText::appendUnmarked(std::string &target, std::string_view piece) const
{
    if (!hasMarks()) {
        target += piece;
        return;
    }
    const auto nextMark = [&](std::size_t from) {
        const std::size_t place = piece.find(letter[0], from);
        return letter[0] == punctuation[0] ? place
                                           : std::min(place, piece.find(punctuation[0], from));
    };
    std::size_t start = 0;
    for (std::size_t i = nextMark(0); i < piece.size(); i = nextMark(i + 1)) {
        const std::string_view rest = piece.substr(i);
        const bool isTilde = rest.starts_with(tilde);
        if (!isTilde && !rest.starts_with(letter) && !rest.starts_with(punctuation)) {
            continue;
        }
        target += piece.substr(start, i - start);
        target += isTilde ? "~" : "";
        i += (rest.starts_with(punctuation) ? punctuation.size() : letter.size()) - 1;
        start = i + 1;
    }
    target += piece.substr(start);
}

MarkedText withCjkMarks(std::string_view markdown, Symbols symbols)
{
    const std::vector<PlacedMark> marks = MarkFinder(markdown, symbols).find();
    std::optional<MarkedText> marked = marks.empty() ? std::nullopt : chooseMarks(markdown);
    if (!marked) {
        return {std::string(markdown), "", "", ""};
    }
    marked->text = textWith(markdown, marks, *marked);
    return std::move(*marked);
}

} // namespace lectern::core
