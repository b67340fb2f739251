#include "core/markdown/html/balanced_html.h"

#include "core/markdown/html/html_escape.h"

#include <utility>

namespace lectern::core {

namespace {

// A deeper tree would make the HTML parser quadratic.
constexpr std::size_t kMaxBlockDepth = 100;

} // namespace

void BalancedHtml::openBlock(int type, std::string_view tag, std::string_view closingTag)
{
    flushRaw();
    const bool isTooDeep = m_open.size() >= kMaxBlockDepth;
    m_html += isTooDeep ? "" : tag;
    m_open.push_back({Kind::Block, type, isTooDeep ? "" : closingTag, m_filter.depth()});
}

void BalancedHtml::openRawBlock(int type)
{
    flushRaw();
    m_open.push_back({Kind::RawBlock, type, "", 0});
}

void BalancedHtml::closeBlock(int type)
{
    flushRaw();
    closeSpans();
    if (m_open.empty() || m_open.back().type != type) {
        return;
    }
    if (m_open.back().kind == Kind::Block) {
        m_filter.endBlock(m_open.back().rawDepth);
    }
    closeTo(m_open.size() - 1);
}

void BalancedHtml::openSpan(int type, std::string_view tag, std::string_view closingTag)
{
    flushRaw();
    const bool isHidden = m_imageDepth > 0 || m_open.size() >= 2 * kMaxBlockDepth;
    m_html += isHidden ? "" : tag;
    m_open.push_back({Kind::Span, type, isHidden ? "" : closingTag, 0});
}

void BalancedHtml::openImage(int type, std::string_view tag)
{
    flushRaw();
    m_html += m_imageDepth++ == 0 ? tag : "";
    m_open.push_back({Kind::Image, type, "", 0});
}

void BalancedHtml::closeSpan(int type)
{
    flushRaw();
    for (std::size_t size = m_open.size(); size > 0 && !m_open[size - 1].isBlock(); --size) {
        if (m_open[size - 1].type == type) {
            closeTo(size - 1);
            return;
        }
    }
}

void BalancedHtml::closeTo(std::size_t size)
{
    while (m_open.size() > size) {
        const Open open = m_open.back();
        m_open.pop_back();
        if (open.kind != Kind::Image) {
            m_html += open.closingTag;
        } else if (--m_imageDepth == 0) {
            m_html += "\">";
        }
    }
}

void BalancedHtml::closeSpans()
{
    std::size_t size = m_open.size();
    while (size > 0 && !m_open[size - 1].isBlock()) {
        --size;
    }
    closeTo(size);
}

void BalancedHtml::appendText(std::string_view text)
{
    flushRaw();
    if (!m_filter.isHiding()) {
        appendEscaped(m_html, text);
    }
}

void BalancedHtml::append(std::string_view html)
{
    flushRaw();
    m_html += m_filter.isHiding() ? "" : html;
}

void BalancedHtml::appendRaw(std::string_view html)
{
    if (m_imageDepth == 0) {
        m_pendingRaw += html;
    }
}

void BalancedHtml::flushRaw()
{
    if (m_pendingRaw.empty()) {
        return;
    }
    if (m_rawHtml == RawHtml::Clean) {
        m_filter.append(m_html, m_pendingRaw);
    } else {
        m_html += m_pendingRaw;
    }
    m_pendingRaw.clear();
}

std::string BalancedHtml::take()
{
    flushRaw();
    closeTo(0);
    return std::move(m_html);
}

} // namespace lectern::core
