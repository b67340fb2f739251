#include "core/article/article.h"
#include "core/base/byte_set.h"
#include "core/markdown/source/code_regions.h"
#include "core/markdown/source/next_place.h"
#include "core/markdown/source/source_passes.h"

#include <algorithm>
#include <array>

namespace lectern::core {

namespace {

constexpr std::size_t kMaxFormulaBytes = 10000;
constexpr ByteSet kFormulaStarts("$\\");

struct Delimiter
{
    std::string_view open;
    std::string_view close;
    bool isDisplay;
};

/// Longer ones first.
constexpr std::array kDelimiters{
    Delimiter{"$$", "$$", true},
    Delimiter{"\\[", "\\]", true},
    Delimiter{"\\(", "\\)", false},
    Delimiter{"$", "$", false},
};

bool isLetter(char character)
{
    const char lower = static_cast<char>(character | 0x20);
    return lower >= 'a' && lower <= 'z';
}

bool isDigit(char character)
{
    return character >= '0' && character <= '9';
}

/// Whether \a text holds a TeX command, a subscript or the like, so that it can be nothing else.
bool isTexBeyondDoubt(std::string_view text)
{
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        const char next = text[i + 1];
        if ((text[i] == '\\' && isLetter(next))
            || ((text[i] == '_' || text[i] == '^') && next == '{')) {
            return true;
        }
    }
    return false;
}

/// `$1,013 million ($3.2` is never a formula.
bool isInlineDollar(std::string_view text, std::size_t open, std::size_t close, bool isAsked)
{
    const std::string_view content = text.substr(open + 1, close - open - 1);
    const char before = open > 0 ? text[open - 1] : ' ';
    const char after = close + 1 < text.size() ? text[close + 1] : ' ';
    const bool isTight = !content.empty() && content.front() != ' ' && content.back() != ' '
        && content.front() != '\n' && content.find("\n\n") == std::string_view::npos;
    return isTight && before != '\\' && !isDigit(after) && content.back() != '\\'
        && (isAsked || isTexBeyondDoubt(content));
}

/// Whether \a tex holds `x_1`; `PROJECT_DIR` is a name.
bool hasSubscript(std::string_view tex)
{
    for (std::size_t at = tex.find('_'); at != std::string_view::npos; at = tex.find('_', at + 1)) {
        const bool isShort = at == 1 || (at > 1 && !isLetter(tex[at - 2]) && tex[at - 2] != '_');
        if (isShort && isLetter(tex[at - 1])) {
            return true;
        }
    }
    return false;
}

/// Whether \a code is a code span such as `$x$` or `$a_1 = 1$` that only protects TeX.
bool isDollarSpan(std::string_view code)
{
    if (code.size() < 5 || !code.starts_with("`$") || !code.ends_with("$`")) {
        return false;
    }
    const std::string_view tex = code.substr(2, code.size() - 4);
    if (tex.find_first_of("$`") != std::string_view::npos) {
        return false;
    }
    const bool isTight = tex.front() != ' ' && tex.back() != ' ';
    const bool isShort = tex.size() == 1 && isLetter(tex[0]);
    return isTexBeyondDoubt(tex)
        || (isTight
            && (isShort || hasSubscript(tex)
                || tex.find_first_of("^=<>+") != std::string_view::npos));
}

/// Whether \a code is a code span around a whole environment, such as `align`.
bool isEnvironmentSpan(std::string_view code)
{
    return code.starts_with("`\\begin{") && code.ends_with("}`")
        && code.find("\\end{") != std::string_view::npos;
}

/// Whether nothing else stands on the lines from \a start to \a end.
bool hasLinesOfItsOwn(std::string_view text, std::size_t start, std::size_t end)
{
    const std::size_t before = text.substr(0, start).find_last_not_of(" \t");
    const std::size_t after = text.find_first_not_of(" \t\r", end);
    return (before == std::string_view::npos || text[before] == '\n')
        && (after == std::string_view::npos || text[after] == '\n');
}

class FormulaWriter final
{
public:
    FormulaWriter(bool isAsked, bool &hasMath)
        : m_isAsked(isAsked)
        , m_hasMath(hasMath)
    {}

    void add(std::string_view text)
    {
        m_next = NextPlace(text);
        m_refusedClose = {};
        std::size_t start = 0;
        for (std::size_t at = kFormulaStarts.findIn(text); at != std::string_view::npos;
             at = kFormulaStarts.findIn(text, at)) {
            const std::size_t end = addFormula(text, start, at);
            if (end > at) {
                start = end;
                at = end;
            } else {
                at += text[at] == '\\' ? 2 : 1;
            }
            if (at >= text.size()) {
                break;
            }
        }
        m_result.append(text.substr(std::min(start, text.size())));
    }

    /// Copies \a code, unless it is a code span around a whole formula: a custom of blogs that
    /// protects TeX from Markdown.
    void addCode(std::string_view code)
    {
        if (isDollarSpan(code)) {
            appendFormula(code.substr(2, code.size() - 4), false);
            return;
        }
        if (isEnvironmentSpan(code)) {
            appendFormula(code.substr(1, code.size() - 2), true);
            return;
        }
        const std::string_view content = code.size() > 6 && code[1] != '`' && code.front() == '`'
            ? code.substr(1, code.size() - 2)
            : std::string_view();
        const auto *delimiter = std::find_if(
            kDelimiters.begin(), kDelimiters.end() - 1, [content](const Delimiter &d) {
                return content.size() > 4 && content.starts_with(d.open)
                    && content.ends_with(d.close);
            });
        if (content.empty() || delimiter == kDelimiters.end() - 1) {
            m_result += code;
        } else {
            appendFormula(content.substr(2, content.size() - 4), delimiter->isDisplay);
        }
    }

    std::string take() { return std::move(m_result); }

private:
    /// Behind the formula at \a at, once it is written after the text from \a start; or \a at.
    std::size_t addFormula(std::string_view text, std::size_t start, std::size_t at)
    {
        const auto *delimiter
            = std::find_if(kDelimiters.begin(), kDelimiters.end(), [text, at](const Delimiter &d) {
                  return text.substr(at).starts_with(d.open);
              });
        if (delimiter == kDelimiters.end()) {
            return at;
        }
        const std::size_t content = at + delimiter->open.size();
        const std::size_t close = m_next.of(delimiter->close, content);
        // What stands between the same mark and a later start is a part of what was no formula.
        std::size_t &refused
            = m_refusedClose[static_cast<std::size_t>(delimiter - kDelimiters.begin())];
        if (close == std::string_view::npos || close == content || close == refused
            || close > content + kMaxFormulaBytes) {
            return at;
        }
        const std::string_view tex = text.substr(content, close - content);
        const bool isFormula = delimiter->open == "$" ? isInlineDollar(text, at, close, m_isAsked)
                                                      : m_isAsked || isTexBeyondDoubt(tex)
                || tex.find_first_of("^_=") != std::string_view::npos
                || (delimiter->open == "$$" && hasLinesOfItsOwn(text, at, close + 2));
        if (!isFormula) {
            refused = delimiter->open == delimiter->close ? 0 : close;
            return at;
        }
        m_result.append(text.substr(start, at - start));
        appendFormula(tex, delimiter->isDisplay);
        return close + delimiter->close.size();
    }

    void appendFormula(std::string_view tex, bool isDisplay)
    {
        m_hasMath = true;
        m_result.append(isDisplay ? "<span class=\"formula formula-display\">"
                                  : "<span class=\"formula\">");
        appendLiteral(m_result, tex);
        m_result.append("</span>");
    }

    std::string m_result;
    NextPlace m_next{""};
    std::array<std::size_t, kDelimiters.size()> m_refusedClose{};
    bool m_isAsked;
    bool &m_hasMath;
};

} // namespace

void appendLiteral(std::string &markdown, std::string_view text)
{
    for (const char character : text) {
        const bool isPlain = isLetter(character) || isDigit(character) || character == ' '
            || static_cast<unsigned char>(character) >= 0x80;
        if (isPlain) {
            markdown += character;
        } else {
            markdown.append("&#").append(std::to_string(static_cast<int>(character))).append(";");
        }
    }
}

std::string withFormulas(std::string_view markdown, const ArticleMeta &meta, bool &hasMath)
{
    if (markdown.find('$') == std::string_view::npos
        && markdown.find("\\(") == std::string_view::npos
        && markdown.find("\\[") == std::string_view::npos) {
        return std::string(markdown);
    }
    FormulaWriter writer(meta.mathjax.value_or(false), hasMath);
    forEachRegion(markdown, [&writer](std::string_view piece, bool isCode) {
        if (isCode) {
            writer.addCode(piece);
        } else {
            writer.add(piece);
        }
    });
    return writer.take();
}

} // namespace lectern::core
