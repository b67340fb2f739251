#include "core/base/text.h"
#include "core/markdown/source/dialects.h"

#include <algorithm>

namespace lectern::core {

namespace {

constexpr std::size_t kMaxSpanBytes = 300;

/// `*[HTML]: meaning`, `{::options /}`, `{:/comment}`.
bool isHiddenLine(std::string_view line)
{
    const std::string_view words = trimmed(line);
    const bool isAbbreviation = line.starts_with("*[") && words.find("]: ") < words.size();
    const bool isExtension
        = (words.starts_with("{::") || words.starts_with("{:/")) && words.ends_with('}');
    return isAbbreviation || isExtension;
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

/// Takes brackets and braces off `[words]{.class}` and `[]{#name}` in \a text.
std::string withoutBraces(std::string_view text)
{
    std::string result;
    std::size_t start = 0;
    for (std::size_t close = text.find("]{"); close != std::string_view::npos;
         close = text.find("]{", close + 2)) {
        const std::string_view mark = text.substr(close + 2, 1);
        if (mark != "." && mark != "#") {
            continue;
        }
        const std::size_t end = text.substr(0, close + kMaxSpanBytes).find('}', close);
        const std::size_t open = openingBracket(text, close);
        if (end == std::string_view::npos || open == std::string_view::npos || open < start) {
            continue;
        }
        result.append(text.substr(start, open - start));
        result.append(text.substr(open + 1, close - open - 1));
        start = end + 1;
    }
    return result.append(text.substr(start));
}

} // namespace

std::string withPlainSpans(std::string source)
{
    if (source.find("\n*[") != std::string::npos || source.find("{:/") != std::string::npos
        || source.find("{::") != std::string::npos) {
        std::string kept;
        for (const SourceLine &line : sourceLines(source)) {
            kept += line.isCode() || !isHiddenLine(line.text) ? line.text : "";
        }
        source = std::move(kept);
    }
    if (source.find("]{.") == std::string::npos && source.find("]{#") == std::string::npos) {
        return source;
    }
    std::string result;
    forEachRegion(source, [&result](std::string_view piece, bool isCode) {
        result += isCode ? std::string(piece) : withoutBraces(piece);
    });
    return result;
}

} // namespace lectern::core
