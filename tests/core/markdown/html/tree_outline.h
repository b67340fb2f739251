#pragma once

#include "core/markdown/html/html_tree.h"

#include <string>

namespace lectern::core {

/// Every element, attribute and text of \a node in one line.
inline void appendOutline(std::string &out, const HtmlNode &node)
{
    for (const HtmlNode &child : node.children) {
        out += child.isText() ? "'" + child.text + "'" : "(" + child.name;
        for (const auto &[name, value] : child.attributes) {
            out.append(" ").append(name).append("=").append(value);
        }
        appendOutline(out, child);
        out += child.isText() ? "" : ")";
    }
}

inline std::string outlineOf(const HtmlNode &root)
{
    std::string out;
    appendOutline(out, root);
    return out;
}

} // namespace lectern::core
