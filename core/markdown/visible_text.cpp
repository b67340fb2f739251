#include "core/markdown/visible_text.h"

#include "core/base/line_ends.h"

namespace lectern::core {

void VisibleText::append(std::string_view words)
{
    if (m_isAtLineEnd && !words.empty()) {
        m_isAtLineEnd = false;
        m_text += isSeamless(m_text, words) ? "" : " ";
    }
    m_text += words;
}

void VisibleText::endBlock()
{
    m_isAtLineEnd = false;
    m_text += m_text.empty() || m_text.back() == '\n' ? "" : "\n";
}

std::string withoutEscapedBars(std::string_view code)
{
    std::string result;
    for (std::size_t bar = code.find("\\|"); bar != std::string_view::npos;
         bar = code.find("\\|")) {
        result += code.substr(0, bar);
        code.remove_prefix(bar + 1);
        result += code.front();
        code.remove_prefix(1);
    }
    return result.append(code);
}

bool isLineBreak(std::string_view tag)
{
    return tag.starts_with("<br") || tag.starts_with("<BR");
}

} // namespace lectern::core
