#include "core/render/markdown.h"

#include "core/article/article.h"
#include "core/render/markdown_parser.h"

namespace lectern::core {

namespace {

// 8 MB of text take the web engine 4 to 9 s to lay out.
constexpr std::size_t kMaxBodyBytes = 4U << 20U;

/// The beginning of \a text that ends on a character's end.
std::string_view cutToBytes(std::string_view text, std::size_t bytes)
{
    if (text.size() <= bytes) {
        return text;
    }
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) {
        --bytes;
    }
    return text.substr(0, bytes);
}

} // namespace

RenderedBody renderBody(const Article &article, const RenderOptions & /*options*/)
{
    const std::string_view markdown = cutToBytes(article.body, kMaxBodyBytes);
    ParserOutput output = parseMarkdown(markdown, RawHtml::Escape);
    RenderedBody body;
    body.html = std::move(output.html);
    body.isCut = output.isCut || markdown.size() < article.body.size();
    return body;
}

std::string visibleText(std::string_view markdown)
{
    return parseVisibleText(cutToBytes(markdown, kMaxBodyBytes));
}

} // namespace lectern::core
