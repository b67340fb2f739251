#include "core/markdown/html/html_escape.h"

#include "core/base/byte_set.h"

namespace lectern::core {

namespace {

constexpr ByteSet kMarkup("&<>\"");

} // namespace

void appendEscaped(std::string &html, std::string_view text)
{
    std::size_t start = 0;
    while (start < text.size()) {
        const std::size_t stop = kMarkup.findIn(text, start);
        html.append(text.substr(start, stop - start));
        if (stop == std::string_view::npos) {
            return;
        }
        switch (text[stop]) {
        case '&':
            html += "&amp;";
            break;
        case '<':
            html += "&lt;";
            break;
        case '>':
            html += "&gt;";
            break;
        default:
            html += "&quot;";
        }
        start = stop + 1;
    }
}

std::string escaped(std::string_view text)
{
    std::string html;
    html.reserve(text.size());
    appendEscaped(html, text);
    return html;
}

} // namespace lectern::core
