#pragma once

#include <string>
#include <string_view>

namespace lectern::core {

/// Markdown with invisible marks that make a CommonMark parser read emphasis as the CJK-friendly
/// amendment asks: a run of `*` beside a Chinese, Japanese or Korean character opens and closes
/// whatever punctuation stands on its other side. The marks also make symbols count as punctuation
/// (CommonMark 0.31) and a single `~` an ordinary character. They are code points that the text
/// does not hold; whoever reads the parser's output takes them out again.
struct MarkedText
{
    std::string text;
    std::string letter; ///< taken for a letter: after removal, nothing
    std::string punctuation; ///< taken for punctuation: after removal, nothing
    std::string tilde; ///< stands for `~`

    bool hasMarks() const { return !letter.empty(); }

    /// Appends \a piece of the parser's output to \a target without marks.
    void appendUnmarked(std::string &target, std::string_view piece) const;
};

/// What the parser takes symbols outside ASCII for, such as `¥`: letters before md4c 0.5.2, as in
/// CommonMark 0.30, and punctuation since, as in CommonMark 0.31.
enum class Symbols { Letters, Punctuation };

/// For a parser that takes symbols for what \a symbols says. O(length). Any thread.
MarkedText withCjkMarks(std::string_view markdown, Symbols symbols);

/// Whether \a character is East Asian wide, full or half width or Hangul, and no emoji.
bool isCjk(char32_t character);

} // namespace lectern::core
