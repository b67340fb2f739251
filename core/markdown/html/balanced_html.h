#pragma once

#include "core/markdown/html/raw_html.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::core {

/// HTML that is written from a parser's events and is balanced in whatever order they come: md4c
/// closes spans twice, never or in the wrong order for some inputs. An element is known by the
/// number that the parser calls it by. What stands in an image is its alternative text, without
/// elements. Elements below a bound of depth are left out; their text stays.
class BalancedHtml final
{
public:
    explicit BalancedHtml(RawHtml rawHtml)
        : m_rawHtml(rawHtml)
    {}

    void openBlock(int type, std::string_view tag, std::string_view closingTag);
    /// A block of raw HTML; what it opens outlives it.
    void openRawBlock(int type);
    /// Closes the block on top if it is of \a type, and all spans in it.
    void closeBlock(int type);

    void openSpan(int type, std::string_view tag, std::string_view closingTag);
    /// \a tag up to and with `alt="`.
    void openImage(int type, std::string_view tag);
    /// Closes the innermost span of \a type in this block and those in it, if there is one.
    void closeSpan(int type);

    void appendText(std::string_view text);
    /// HTML of our own.
    void append(std::string_view html);
    /// A piece of the author's HTML; a tag may come in several.
    void appendRaw(std::string_view html);

    bool isInImage() const { return m_imageDepth > 0; }

    std::size_t size() const { return m_html.size(); }

    /// All of it, with everything closed.
    std::string take();

private:
    enum class Kind { Block, RawBlock, Span, Image };

    struct Open
    {
        Kind kind = Kind::Block;
        int type = 0;
        std::string_view closingTag;
        std::size_t rawDepth = 0; ///< of raw elements, when a block was entered

        bool isBlock() const { return kind == Kind::Block || kind == Kind::RawBlock; }
    };

    void closeTo(std::size_t size);
    void closeSpans();
    void flushRaw();

    RawHtml m_rawHtml;
    RawHtmlFilter m_filter;
    std::string m_html;
    std::string m_pendingRaw;
    std::vector<Open> m_open;
    std::size_t m_imageDepth = 0;
};

} // namespace lectern::core
