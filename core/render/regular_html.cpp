#include "core/render/html_tree.h"

#include <algorithm>
#include <array>

namespace lectern::core {

namespace {

constexpr std::array<std::string_view, 4> kVoidElements{"br", "hr", "img", "input"};

/// \a text without the references that appendEscaped() writes.
std::string unescaped(std::string_view text)
{
    constexpr std::array<std::pair<std::string_view, char>, 4> references{{
        {"&amp;", '&'},
        {"&lt;", '<'},
        {"&gt;", '>'},
        {"&quot;", '"'},
    }};
    std::string result;
    std::size_t start = 0;
    for (std::size_t at = text.find('&'); at != std::string_view::npos;
         at = text.find('&', at + 1)) {
        for (const auto &[reference, character] : references) {
            if (text.substr(at).starts_with(reference)) {
                result.append(text.substr(start, at - start)) += character;
                start = at + reference.size();
                break;
            }
        }
    }
    return result.append(text.substr(start));
}

/// The element of a start tag: `<name key="value" ...>`.
HtmlNode elementOf(std::string_view tag)
{
    tag = tag.substr(1, tag.size() - 2);
    const std::size_t name = std::min(tag.find(' '), tag.size());
    HtmlNode element = makeElement(tag.substr(0, name));
    tag.remove_prefix(name);
    for (std::size_t equals = tag.find("=\""); equals != std::string_view::npos;
         equals = tag.find("=\"")) {
        const std::size_t end = tag.find('"', equals + 2);
        element.attributes.emplace_back(tag.substr(1, equals - 1),
                                        unescaped(tag.substr(equals + 2, end - equals - 2)));
        tag.remove_prefix(end + 1);
    }
    return element;
}

class RegularReader final
{
public:
    explicit RegularReader(std::string_view html)
        : m_html(html)
    {}

    /// Reads into \a parent until its end tag, which is read as well.
    void readChildren(HtmlNode &parent)
    {
        while (m_at < m_html.size()) {
            if (m_html[m_at] != '<') {
                parent.children.push_back(makeText(unescaped(next(m_html.find('<', m_at)))));
                continue;
            }
            const std::string_view tag = next(tagEnd());
            if (tag.starts_with("</")) {
                return;
            }
            parent.children.push_back(elementOf(tag));
            HtmlNode &element = parent.children.back();
            if (std::find(kVoidElements.begin(), kVoidElements.end(), element.name)
                == kVoidElements.end()) {
                readChildren(element);
            }
        }
    }

private:
    /// Inside a tag `>` is always written as a reference.
    std::size_t tagEnd() const { return m_html.find('>', m_at) + 1; }

    std::string_view next(std::size_t end)
    {
        const std::size_t start = std::exchange(m_at, std::min(end, m_html.size()));
        return m_html.substr(start, m_at - start);
    }

    std::string_view m_html;
    std::size_t m_at = 0;
};

} // namespace

HtmlNode parseRegularHtml(std::string_view html)
{
    HtmlNode root = makeElement("div");
    RegularReader(html).readChildren(root);
    return root;
}

} // namespace lectern::core
