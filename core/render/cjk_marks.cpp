#include "core/render/cjk_marks.h"

#include "core/base/byte_set.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>
#include <optional>

namespace lectern::core {

namespace {

constexpr ByteSet kRunStarts("*_~");
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

/// What the parser takes for punctuation: symbols only in ASCII.
bool isParserPunctuation(char32_t character)
{
    return character < 0x80 ? isPunctuationOrSymbol(character)
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

Side sideOf(char32_t character)
{
    return {isBlank(character), isCjk(character), isPunctuationOrSymbol(character),
            isParserPunctuation(character)};
}

Side sideBefore(std::string_view text, std::size_t run)
{
    std::size_t start = 0;
    const char32_t character = characterBefore(text, run, start);
    if (!isVariationSelector(character)) {
        return sideOf(character);
    }
    const char32_t base = characterBefore(text, start, start);
    Side side = sideOf(base);
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

class Marker final
{
public:
    Marker(std::string_view source, MarkedText &marked)
        : m_source(source)
        , m_marked(marked)
    {
        m_marked.text.reserve(source.size() + source.size() / 16);
    }

    void run()
    {
        std::size_t start = 0;
        while (true) {
            const std::size_t run = kRunStarts.findIn(m_source, start);
            m_marked.text += m_source.substr(start, run - start);
            if (run == std::string_view::npos) {
                return;
            }
            start = m_source[run] == '~' ? copyTildes(run) : copyEmphasisRun(run);
        }
    }

private:
    std::size_t runEnd(std::size_t run) const
    {
        const std::size_t end = m_source.find_first_not_of(m_source[run], run);
        return end == std::string_view::npos ? m_source.size() : end;
    }

    std::size_t copyTildes(std::size_t run)
    {
        const std::size_t end = runEnd(run);
        if (end - run == 1 && !isEscaped(m_source, run)) {
            m_marked.text += m_marked.tilde;
        } else {
            m_marked.text += m_source.substr(run, end - run);
        }
        return end;
    }

    std::size_t copyEmphasisRun(std::size_t run)
    {
        if (isEscaped(m_source, run)) {
            m_marked.text += m_source[run];
            return run + 1;
        }
        const std::size_t end = runEnd(run);
        const Side before = sideBefore(m_source, run);
        const Side after = sideOf(characterAt(m_source, end));
        const bool isFree = m_source[run] == '*' && !before.isBlank && !after.isBlank
            && (before.isCjk || after.isCjk);
        m_marked.text += markFor(before, isFree);
        m_marked.text += m_source.substr(run, end - run);
        m_marked.text += markFor(after, isFree);
        return end;
    }

    /// What makes the parser see \a side as the rules want it.
    std::string_view markFor(const Side &side, bool isFree) const
    {
        if (side.isBlank) {
            return {};
        }
        if (isFree) {
            return side.isParserPunctuation ? std::string_view(m_marked.letter)
                                            : std::string_view();
        }
        return side.isPunctuation && !side.isParserPunctuation
            ? std::string_view(m_marked.punctuation)
            : std::string_view();
    }

    std::string_view m_source;
    MarkedText &m_marked;
};

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
    std::size_t start = 0;
    for (std::size_t i = 0; i < piece.size(); ++i) {
        if (piece[i] != letter[0] && piece[i] != punctuation[0]) {
            continue;
        }
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

MarkedText withCjkMarks(std::string_view markdown)
{
    std::optional<MarkedText> marked = kRunStarts.findIn(markdown) == std::string_view::npos
        ? std::nullopt
        : chooseMarks(markdown);
    if (!marked) {
        return {std::string(markdown), "", "", ""};
    }
    Marker(markdown, *marked).run();
    return std::move(*marked);
}

} // namespace lectern::core
