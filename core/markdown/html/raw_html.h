#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lectern::core {

class NextPlace;

/// What becomes of HTML that stands in the Markdown.
enum class RawHtml {
    Keep, ///< passed on as it is; for comparing with the specification
    Clean, ///< goes through RawHtmlFilter
};

/// Cleans the HTML that stands in Markdown, piece by piece, before an HTML parser sees it: only
/// tags of plain content pass (their attributes are checked by writeHtml()), players become link
/// cards, scripts, styles and comments go, and what is not a whole tag is text. The nesting of what
/// passes is bounded, because the parser is quadratic in it.
class RawHtmlFilter final
{
public:
    /// Appends what is left of \a html.
    void append(std::string &output, std::string_view html);

    /// Whether the text that follows belongs to a script or style and must not be shown.
    bool isHiding() const { return !m_hidden.empty(); }

    /// Marks for enterBlock and leaveBlock: what a block opened does not outlive it.
    std::size_t depth() const { return m_open.size(); }

    void endBlock(std::size_t depth);

private:
    std::size_t appendTag(std::string &output, std::string_view html, std::size_t start,
                          NextPlace &next, std::size_t &wasted);
    void appendStartTag(std::string &output, std::string_view name, std::string_view tag);
    void appendEndTag(std::string &output, std::string_view name);

    std::vector<std::string_view> m_open;
    std::string m_hidden;
};

/// Whether HTML has an element called \a name (lower case).
bool isKnownTag(std::string_view name);

/// The value of the attribute \a name (in lower case) of the start tag \a tag, with its character
/// references as written.
std::string_view rawAttribute(std::string_view tag, std::string_view name);

/// A link to \a url (as in an HTML attribute) that stands for a player or another page.
std::string linkCard(std::string_view url);

} // namespace lectern::core
