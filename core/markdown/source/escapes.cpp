#include "core/markdown/source/code_regions.h"
#include "core/markdown/source/source_passes.h"

#include <algorithm>
#include <cctype>

namespace lectern::core {

namespace {

constexpr std::string_view kMarks = "=~^:";

/// Whether the escape at \a at of \a text could be read as a mark once its backslash is gone, and
/// can be marked: emphasis beside it looks at its neighbours, and addresses end at a mark.
bool needsMark(std::string_view text, std::size_t at)
{
    const char mark = text[at + 1];
    const char next = at + 2 < text.size() ? text[at + 2] : ' ';
    const bool isPair = next == mark || next == '\\' || (at > 0 && text[at - 1] == mark);
    const bool isOne = mark != '=' && (std::isalnum(static_cast<unsigned char>(next)) != 0);
    const std::string_view before = text.substr(0, at).substr(at - std::min<std::size_t>(at, 200));
    const std::string_view word = before.substr(before.find_last_of(" \n") + 1);
    return (isPair || isOne || next == ' ' || static_cast<unsigned char>(next) >= 0x80)
        && word.find("://") == std::string_view::npos;
}

} // namespace

std::string withMarkedEscapes(std::string source)
{
    if (source.find('\\') == std::string::npos || source.find(kEscapeMark) != std::string::npos) {
        return source;
    }
    std::string result;
    forEachRegion(source, [&result](std::string_view piece, bool isCode) {
        std::size_t start = 0;
        for (std::size_t at = isCode ? std::string_view::npos : piece.find('\\');
             at != std::string_view::npos && at + 1 < piece.size(); at = piece.find('\\', at + 2)) {
            if (kMarks.find(piece[at + 1]) != std::string_view::npos && needsMark(piece, at)) {
                result.append(piece.substr(start, at + 2 - start)).append(kEscapeMark);
                start = at + 2;
            }
        }
        result.append(piece.substr(start));
    });
    return result;
}

} // namespace lectern::core
