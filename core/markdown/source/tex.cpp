#include "core/markdown/source/tex.h"

#include <algorithm>
#include <array>

namespace lectern::core {

namespace {

bool isLetter(char character)
{
    const char lower = static_cast<char>(character | 0x20);
    return lower >= 'a' && lower <= 'z';
}

bool isDigit(char character)
{
    return character >= '0' && character <= '9';
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

/// Whether \a tex has a word, which formulas have behind a backslash only.
bool hasWord(std::string_view tex)
{
    std::size_t letters = 0;
    for (std::size_t at = 0; at < tex.size(); ++at) {
        letters = isLetter(tex[at]) ? letters + 1 : 0;
        const bool isCommand = letters > 0 && at >= letters && tex[at - letters] == '\\';
        if ((letters > 2 && !isCommand) || static_cast<unsigned char>(tex[at]) >= 0x80) {
            return true;
        }
    }
    return false;
}

/// Whether the underscore behind the backslash at \a at of \a tex lowers an index.
bool isIndexMark(std::string_view tex, std::size_t at)
{
    const char next = at + 2 < tex.size() ? tex[at + 2] : ' ';
    const bool isLetterAlone
        = at > 0 && isLetter(tex[at - 1]) && (at == 1 || !isLetter(tex[at - 2]));
    const bool isClosed = at > 0 && (tex[at - 1] == '}' || tex[at - 1] == ')');
    return next == '{' || ((isLetterAlone || isClosed) && (isLetter(next) || isDigit(next)));
}

} // namespace

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

bool isDollarFormula(std::string_view content, char before, char after, bool isAsked)
{
    if (content.empty() || before == '\\' || isDigit(after) || content.back() == '\\'
        || content.front() == '\n' || content.find("\n\n") != std::string_view::npos) {
        return false;
    }
    const bool isLoose = content.front() == ' ' && content.back() == ' ';
    const bool isTight = content.front() != ' ' && content.back() != ' ';
    const bool looksRight = content.find_first_of("\\^_=") != std::string_view::npos
        && std::all_of(content.begin(), content.end(),
                       [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
    return isTight ? isAsked || isTexBeyondDoubt(content) : isLoose && isAsked && looksRight;
}

bool hasNoMarkdown(std::string_view text)
{
    constexpr std::array<std::string_view, 5> marks{"**", "\\_", "\\*", "](", "`"};
    return std::none_of(marks.begin(), marks.end(), [text](std::string_view mark) {
        return text.find(mark) != std::string_view::npos;
    });
}

bool hasIndex(std::string_view tex)
{
    return (tex.find('^') != std::string_view::npos || hasSubscript(tex)) && !hasWord(tex);
}

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

bool isEnvironmentSpan(std::string_view code)
{
    return code.starts_with("`\\begin{") && code.ends_with("}`")
        && code.find("\\end{") != std::string_view::npos;
}

std::string_view environmentName(std::string_view text)
{
    constexpr std::string_view begin = "\\begin{";
    constexpr std::array<std::string_view, 8> names{
        "align", "alignat", "aligned", "cases", "eqnarray", "equation", "gather", "multline",
    };
    if (!text.starts_with(begin)) {
        return {};
    }
    const std::string_view rest = text.substr(begin.size(), 20);
    const std::string_view name = rest.substr(0, rest.find('}'));
    const std::string_view plain = name.substr(0, name.size() - (name.ends_with('*') ? 1 : 0));
    return std::find(names.begin(), names.end(), plain) == names.end() ? std::string_view() : name;
}

std::string withoutBlogEscapes(std::string_view tex)
{
    std::string result;
    for (std::size_t at = 0; at < tex.size(); ++at) {
        const char next = at + 1 < tex.size() ? tex[at + 1] : ' ';
        const bool isEscape = tex[at] == '\\' && (at == 0 || tex[at - 1] != '\\')
            && (next == '*' || (next == '_' && isIndexMark(tex, at)));
        result += isEscape ? "" : std::string(1, tex[at]);
    }
    return result;
}

std::string withoutQuoteMarks(std::string_view tex)
{
    std::string result;
    while (!tex.empty()) {
        const std::size_t end = std::min(tex.find('\n'), tex.size() - 1) + 1;
        const std::string_view line = tex.substr(0, end);
        const std::size_t words = std::min(line.find_first_not_of("> \t"), line.size());
        result += line.substr(result.empty() ? 0 : words);
        tex.remove_prefix(end);
    }
    return result;
}

} // namespace lectern::core
