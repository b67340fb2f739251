#include "core/article/article.h"
#include "core/base/byte_set.h"
#include "core/markdown/source/code_regions.h"
#include "core/markdown/source/next_place.h"
#include "core/markdown/source/source_passes.h"
#include "core/markdown/source/tex.h"

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
    Delimiter{"\\\\[", "\\\\]", true}, Delimiter{"\\\\(", "\\\\)", false},
    Delimiter{"$$", "$$", true},       Delimiter{"\\[", "\\]", true},
    Delimiter{"\\(", "\\)", false},    Delimiter{"$", "$", false},
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

/// Whether nothing else stands on the lines from \a start to \a end.
bool hasLinesOfItsOwn(std::string_view text, std::size_t start, std::size_t end)
{
    const std::size_t before = text.substr(0, start).find_last_not_of(" \t");
    const std::size_t after = text.find_first_not_of(" \t\r", end);
    return (before == std::string_view::npos || text[before] == '\n')
        && (after == std::string_view::npos || text[after] == '\n');
}

/// Whether the line that \a start of \a text stands in is quoted up to there.
bool isQuoted(std::string_view text, std::size_t start)
{
    const std::string_view before = text.substr(0, start);
    const std::size_t last = before.find_last_not_of("> \t");
    return (last == std::string_view::npos || before[last] == '\n')
        && before.find('>', last + 1) != std::string_view::npos; // npos + 1 is 0
}

/// What a fence for formulas holds; empty for other code.
std::string_view mathFence(std::string_view code)
{
    constexpr std::string_view opening = "```math\n";
    const std::size_t close = code.rfind("```");
    return code.starts_with(opening) && close > opening.size()
        ? code.substr(opening.size(), close - opening.size())
        : std::string_view();
}

/// Whether formulas stand in \a markdown, so that brackets with a backslash mean them.
bool hasFormulas(std::string_view markdown)
{
    constexpr std::array<std::string_view, 5> signs{"$$", "\\begin{", "\\frac", "\\sum", "\\sqrt"};
    return std::any_of(signs.begin(), signs.end(), [markdown](std::string_view sign) {
        return markdown.find(sign) != std::string_view::npos;
    });
}

class FormulaWriter final
{
public:
    FormulaWriter(std::string_view markdown, bool isAsked, bool &hasMath)
        : m_markdown(markdown)
        , m_isAsked(isAsked)
        , m_hasFormulas(isAsked || hasFormulas(markdown))
        , m_hasMath(hasMath)
    {}

    void add(std::string_view text)
    {
        text.remove_prefix(m_isClosedByDollar ? 1 : 0);
        m_isClosedByDollar = false;
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
        if (isBetweenDollars(code)) {
            m_result.pop_back();
            m_isClosedByDollar = true;
            appendFormula(code.substr(1, code.size() - 2), false);
            return;
        }
        if (const std::string_view tex = mathFence(code); !tex.empty()) {
            appendFormula(tex, true);
            m_result += "\n";
            return;
        }
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
                return content.size() > 2 * d.open.size() && content.starts_with(d.open)
                    && content.ends_with(d.close);
            });
        if (content.empty() || delimiter == kDelimiters.end() - 1) {
            m_result += code;
        } else {
            const std::size_t size = delimiter->open.size();
            appendFormula(content.substr(size, content.size() - 2 * size), delimiter->isDisplay);
        }
    }

    std::string take() { return std::move(m_result); }

private:
    /// GitLab's formulas: a dollar, a code span and a dollar.
    bool isBetweenDollars(std::string_view code) const
    {
        const auto end = static_cast<std::size_t>(code.data() - m_markdown.data()) + code.size();
        return m_result.ends_with('$') && !m_result.ends_with("$$") && !m_result.ends_with("\\$")
            && end < m_markdown.size() && m_markdown[end] == '$' && code.size() > 2
            && code.starts_with('`') && code[1] != '`';
    }

    /// Whether \a tex between brackets with a backslash is a formula.
    bool isBracketFormula(std::string_view tex) const
    {
        return m_isAsked
            || (hasNoMarkdown(tex)
                && (isTexBeyondDoubt(tex) || hasIndex(tex)
                    || (m_hasFormulas && tex.find('=') != std::string_view::npos)));
    }

    bool isFormula(const Delimiter &delimiter, std::string_view text, std::size_t at,
                   std::size_t close) const
    {
        const std::size_t content = at + delimiter.open.size();
        const std::string_view tex = text.substr(content, close - content);
        if (delimiter.open == "$") {
            return isDollarFormula(tex, at > 0 ? text[at - 1] : ' ',
                                   close + 1 < text.size() ? text[close + 1] : ' ', m_isAsked);
        }
        if (delimiter.open != "$$") {
            return isBracketFormula(tex);
        }
        return m_isAsked || isTexBeyondDoubt(tex)
            || tex.find_first_of("^_=") != std::string_view::npos
            || hasLinesOfItsOwn(text, at, close + 2);
    }

    /// Behind the environment at \a at, once it is written after the text from \a start; or \a at.
    std::size_t addEnvironment(std::string_view text, std::size_t start, std::size_t at)
    {
        const std::string_view name = environmentName(text.substr(at));
        const std::string end = "\\end{" + std::string(name) + "}";
        const std::size_t close = name.empty() ? std::string_view::npos : m_next.of(end, at);
        if (close == std::string_view::npos || close > at + kMaxFormulaBytes) {
            return at;
        }
        m_result.append(text.substr(start, at - start));
        appendFormula(text.substr(at, close + end.size() - at), true);
        return close + end.size();
    }

    /// Behind the formula at \a at, once it is written after the text from \a start; or \a at.
    std::size_t addFormula(std::string_view text, std::size_t start, std::size_t at)
    {
        const auto *delimiter
            = std::find_if(kDelimiters.begin(), kDelimiters.end(), [text, at](const Delimiter &d) {
                  return text.substr(at).starts_with(d.open);
              });
        if (delimiter == kDelimiters.end()) {
            return addEnvironment(text, start, at);
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
        if (!isFormula(*delimiter, text, at, close)) {
            refused = delimiter->open == delimiter->close ? 0 : close;
            return at;
        }
        const std::string_view tex = text.substr(content, close - content);
        m_result.append(text.substr(start, at - start));
        appendFormula(isQuoted(text, at) ? withoutQuoteMarks(tex) : std::string(tex),
                      delimiter->isDisplay);
        return close + delimiter->close.size();
    }

    void appendFormula(std::string_view tex, bool isDisplay)
    {
        m_hasMath = true;
        m_result.append(isDisplay ? "<span class=\"formula formula-display\">"
                                  : "<span class=\"formula\">");
        appendLiteral(m_result, withoutBlogEscapes(tex));
        m_result.append("</span>");
    }

    std::string_view m_markdown;
    std::string m_result;
    NextPlace m_next{""};
    std::array<std::size_t, kDelimiters.size()> m_refusedClose{};
    bool m_isAsked;
    bool m_hasFormulas;
    bool m_isClosedByDollar = false; ///< what comes begins with the dollar behind a formula
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

std::string withFormulas(std::string markdown, const ArticleMeta &meta, bool &hasMath)
{
    if (markdown.find('$') == std::string::npos && markdown.find("\\(") == std::string::npos
        && markdown.find("\\[") == std::string::npos
        && markdown.find("\\begin{") == std::string::npos
        && markdown.find("```math") == std::string::npos) {
        return markdown;
    }
    FormulaWriter writer(markdown, meta.mathjax.value_or(false), hasMath);
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
