#include "core/base/text.h"
#include "core/markdown/source/dialects.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace lectern::core {

namespace {

constexpr std::size_t kMaxSpanBytes = 300;

bool isContentsMark(std::string_view words)
{
    return words == "[TOC]" || words == "[toc]" || words == "[[TOC]]" || words == "[[toc]]";
}

/// `*[HTML]: meaning`, `{::options /}`, `{:/comment}`, `[TOC]`.
bool isHiddenLine(std::string_view line)
{
    const std::string_view words = trimmed(line);
    const bool isAbbreviation = !abbreviationOf(line).name.empty();
    const bool isExtension
        = (words.starts_with("{::") || words.starts_with("{:/")) && words.ends_with('}');
    return isAbbreviation || isExtension;
}

/// What is left of \a line: of a mark for the contents the quotation that it stands in.
std::string shownPart(std::string_view line)
{
    const std::size_t words = std::min(line.find_first_not_of("> "), line.size());
    if (isContentsMark(trimmed(line.substr(words)))) {
        return std::string(line.substr(0, words)) + "\n";
    }
    return isHiddenLine(line) ? std::string() : std::string(line);
}

/// The bracket that the one at \a close of \a text belongs to, npos if there is none.
std::size_t openingBracket(std::string_view text, std::size_t close)
{
    int depth = 0;
    for (std::size_t at = close; at > 0 && close - at < kMaxSpanBytes && text[at] != '\n'; --at) {
        const char byte = text[at - 1];
        depth += byte == ']' ? 1 : 0;
        if (byte == '[' && depth-- == 0) {
            const char before = at > 1 ? text[at - 2] : ' ';
            return before == '!' || before == '\\' ? std::string_view::npos : at - 1;
        }
    }
    return std::string_view::npos;
}

/// Whether \a braces hold `.class`, `#name` or `key=value`.
bool isAttributeList(std::string_view braces)
{
    const std::size_t word = braces.find_first_not_of("abcdefghijklmnopqrstuvwxyz-");
    return braces.size() > 1
        && (braces.front() == '.' || braces.front() == '#'
            || (word != std::string_view::npos && word > 0 && braces[word] == '='));
}

bool hasClass(std::string_view braces, std::string_view name)
{
    const std::size_t at = braces.find(name);
    const std::size_t end = at + name.size();
    return at != std::string_view::npos && at > 0 && braces[at - 1] == '.'
        && (end == braces.size() || braces[end] == ' ');
}

/// TeX whose backslashes a converter escaped.
std::string unescaped(std::string_view text)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isEscape = text[i] == '\\' && i + 1 < text.size()
            && std::ispunct(static_cast<unsigned char>(text[i + 1])) != 0;
        result += text[isEscape ? ++i : i];
    }
    return result;
}

/// What `[words]{braces}` is in Markdown and HTML.
void appendSpan(std::string &result, std::string_view words, std::string_view braces)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> elements{
        {{"underline", "u"}, {"ul", "u"}, {"mark", "mark"}, {"kbd", "kbd"}}};
    if (hasClass(braces, "math")) {
        result += unescaped(words);
        return;
    }
    const auto *element
        = std::find_if(elements.begin(), elements.end(), [braces](const auto &candidate) {
              return hasClass(braces, candidate.first);
          });
    const std::size_t mark = braces.starts_with('#') ? 0 : braces.find(" #") + 1;
    const std::string_view rest
        = mark == 0 && !braces.starts_with('#') ? "" : braces.substr(mark + 1);
    const std::string_view id = rest.substr(0, rest.find(' '));
    if (element != elements.end()) {
        result.append("<").append(element->second).append(">").append(words);
        result.append("</").append(element->second).append(">");
    } else if (!id.empty() && id.find_first_of("\"<>") == std::string_view::npos) {
        result.append("<span id=\"").append(id).append("\">").append(words).append("</span>");
    } else {
        result += words;
    }
}

/// \a text with its `[words]{.class}` and `[]{#name}` as what they stand for.
std::string withoutBraces(std::string_view text)
{
    std::string result;
    std::size_t start = 0;
    for (std::size_t close = text.find("]{"); close != std::string_view::npos;
         close = text.find("]{", close + 2)) {
        const std::size_t end = text.substr(0, close + kMaxSpanBytes).find('}', close);
        const std::size_t open = end == std::string_view::npos
                || !isAttributeList(text.substr(close + 2, end - close - 2))
            ? std::string_view::npos
            : openingBracket(text, close);
        if (open == std::string_view::npos || open < start) {
            continue;
        }
        result.append(text.substr(start, open - start));
        appendSpan(result, text.substr(open + 1, close - open - 1),
                   text.substr(close + 2, end - close - 2));
        start = end + 1;
    }
    return result.append(text.substr(start));
}

} // namespace

std::string withPlainSpans(std::string source)
{
    if (mayAbbreviate(source) || source.find("{:/") != std::string::npos
        || source.find("{::") != std::string::npos || source.find("[TOC]") != std::string::npos
        || source.find("[toc]") != std::string::npos) {
        std::string kept;
        for (const SourceLine &line : sourceLines(source)) {
            kept += line.isCode() ? std::string(line.text) : shownPart(line.text);
        }
        source = std::move(kept);
    }
    if (source.find("]{") == std::string::npos) {
        return source;
    }
    std::string result;
    forEachRegion(source, [&result](std::string_view piece, bool isCode) {
        if (isCode) {
            result += piece;
        } else {
            result += withoutBraces(piece);
        }
    });
    return result;
}

} // namespace lectern::core
