#include "core/markdown/source/code_regions.h"
#include "core/markdown/source/source_passes.h"

#include <algorithm>

namespace lectern::core {

namespace {

constexpr std::size_t kMaxImageBytes = 2000;

bool isDigit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/// The length of `120` or `50%` at the start of \a text.
std::size_t numberLength(std::string_view text)
{
    const auto end = std::find_if_not(text.begin(), text.end(), isDigit);
    const auto length = static_cast<std::size_t>(end - text.begin());
    return length > 0 && length < text.size() && text[length] == '%' ? length + 1 : length;
}

/// `=120x40`, `=120x`, `=x40` or `=50%x` at the start of a text.
struct WrittenSize
{
    std::string_view width;
    std::string_view height;
    std::size_t length = 0; ///< 0: there is none
};

WrittenSize sizeAt(std::string_view text)
{
    WrittenSize size;
    const std::size_t width = numberLength(text.substr(1));
    size.width = text.substr(1, width);
    size.length = 1 + width;
    if (text.substr(size.length).starts_with('x')) {
        const std::size_t height = numberLength(text.substr(size.length + 1));
        size.height = text.substr(size.length + 1, height);
        size.length += 1 + height;
    }
    const char next = size.length < text.size() ? text[size.length] : ' ';
    const bool isSize = (width > 0 || !size.height.empty()) && (next == ')' || next == ' ');
    return isSize ? size : WrittenSize{};
}

/// Whether the text up to \a end closes with `![words](address`, all in one line.
bool isInImage(std::string_view text, std::size_t end)
{
    const std::string_view before = text.substr(0, end).substr(end - std::min(end, kMaxImageBytes));
    const std::size_t middle = before.rfind("](");
    const std::size_t open = middle == std::string_view::npos ? middle : before.rfind("![", middle);
    return open != std::string_view::npos && before.find('\n', open) == std::string_view::npos
        && before.find_first_of(" )", middle) == std::string_view::npos;
}

std::string withBraces(std::string_view text)
{
    std::string result;
    std::size_t start = 0;
    for (std::size_t at = text.find(" ="); at != std::string_view::npos;
         at = text.find(" =", at + 2)) {
        const WrittenSize size = sizeAt(text.substr(at + 1));
        const std::size_t behind = at + 1 + size.length;
        const std::string_view line = text.substr(behind, text.find('\n', behind) - behind);
        const std::size_t close = line.find(')');
        if (size.length == 0 || close == std::string_view::npos || !isInImage(text, at)) {
            continue;
        }
        result.append(text.substr(start, at - start)).append(line.substr(0, close + 1));
        result.append("{");
        result.append(size.width.empty() ? "" : "width=").append(size.width);
        result.append(size.width.empty() || size.height.empty() ? "" : " ");
        result.append(size.height.empty() ? "" : "height=").append(size.height).append("}");
        start = behind + close + 1;
        at = start - 2;
    }
    return result.append(text.substr(start));
}

} // namespace

std::string withImageSizes(std::string source)
{
    if (source.find(" =") == std::string::npos || source.find("![") == std::string::npos) {
        return source;
    }
    std::string result;
    forEachRegion(source, [&result](std::string_view piece, bool isCode) {
        if (isCode) {
            result += piece;
        } else {
            result += withBraces(piece);
        }
    });
    return result;
}

} // namespace lectern::core
