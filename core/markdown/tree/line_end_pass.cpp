#include "core/base/line_ends.h"
#include "core/markdown/tree/text_passes.h"

#include <algorithm>
#include <array>

namespace lectern::core {

namespace {

/// Elements that a line of text goes through.
bool isInline(const HtmlNode &node)
{
    constexpr std::array<std::string_view, 24> names{
        "a",   "abbr", "b", "bdi",  "bdo", "cite",  "code", "del",    "dfn", "em",  "i", "ins",
        "kbd", "mark", "q", "ruby", "s",   "small", "span", "strong", "sub", "sup", "u", "var",
    };
    return std::find(names.begin(), names.end(), node.name) != names.end();
}

/// Takes the blanks off that stand beside breaks, where nobody sees them.
void trimAtBreaks(std::vector<HtmlNode> &nodes)
{
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (!nodes[i].is("br")) {
            continue;
        }
        if (i > 0 && nodes[i - 1].isText()) {
            nodes[i - 1].text.resize(nodes[i - 1].text.find_last_not_of(" \t") + 1);
        }
        if (i + 1 < nodes.size() && nodes[i + 1].isText()) {
            nodes[i + 1].text.erase(0, nodes[i + 1].text.find_first_not_of(" \t"));
        }
    }
}

class LineEnds final
{
public:
    void join(HtmlNode &node)
    {
        trimAtBreaks(node.children);
        for (HtmlNode &child : node.children) {
            if (child.isText()) {
                joinText(child.text);
            } else if (child.is("code") || child.attribute("class").starts_with("formula")) {
                pass(textContent(child));
            } else if (isInline(child)) {
                join(child);
            } else {
                forget();
                if (!child.is("pre")) {
                    join(child);
                }
                forget();
            }
        }
    }

private:
    void forget()
    {
        m_before.clear();
        m_open = nullptr;
    }

    /// Goes on behind \a words, which stay as they are.
    void pass(std::string_view words)
    {
        if (words.empty()) {
            return;
        }
        if (m_open != nullptr && isSeamless(m_before, words)) {
            m_open->pop_back();
        }
        m_open = nullptr;
        m_before = words.substr(words.size() - std::min<std::size_t>(words.size(), 4));
    }

    void joinText(std::string &text)
    {
        if (text.empty()) {
            return;
        }
        if (m_open != nullptr && isSeamless(m_before, text)) {
            m_open->pop_back();
            m_open = nullptr;
        }
        std::size_t end = text.find('\n');
        if (end == 0 && text.size() > 1 && isSeamless(m_before, std::string_view(text).substr(1))) {
            text.erase(0, 1);
            end = text.find('\n');
        }
        if (end != std::string::npos) {
            joinInside(text, end);
        }
        const bool isOpen = text.ends_with('\n');
        pass(std::string_view(text).substr(0, text.size() - (isOpen ? 1 : 0)));
        m_open = isOpen ? &text : nullptr;
    }

    static void joinInside(std::string &text, std::size_t end)
    {
        std::string joined;
        std::size_t start = 0;
        for (const std::string_view all = text; end != std::string::npos;
             end = all.find('\n', end + 1)) {
            if (isSeamless(all.substr(0, end), all.substr(end + 1))) {
                joined.append(all.substr(start, end - start));
                start = end + 1;
            }
        }
        if (start > 0) {
            text = joined.append(text, start);
        }
    }

    std::string m_before; ///< the end of the text before, without its line end
    std::string *m_open = nullptr; ///< that text, if it ends with a line end
};

} // namespace

void joinLines(HtmlNode &root)
{
    LineEnds().join(root);
}

} // namespace lectern::core
