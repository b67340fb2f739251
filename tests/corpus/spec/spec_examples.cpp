#include "tests/corpus/spec/spec_examples.h"

#include "core/markdown/html/html_tree.h"

#include <algorithm>
#include <array>
#include <fstream>

namespace lectern::tests {

namespace {

constexpr std::array<std::string_view, 29> kBlocks{
    "blockquote", "br",    "caption", "dd", "details", "div",   "dl", "dt", "h1",    "h2",
    "h3",         "h4",    "h5",      "h6", "hr",      "li",    "ol", "p",  "pre",   "section",
    "summary",    "table", "tbody",   "td", "th",      "thead", "tr", "ul", "input",
};

bool isBlock(const core::HtmlNode &node)
{
    return std::find(kBlocks.begin(), kBlocks.end(), node.name) != kBlocks.end();
}

std::string withTabs(std::string line)
{
    constexpr std::string_view arrow = "\u2192";
    for (std::size_t at = line.find(arrow); at != std::string::npos; at = line.find(arrow, at)) {
        line.replace(at, arrow.size(), "\t");
    }
    return line;
}

std::string collapsed(std::string_view text)
{
    std::string result;
    for (const char character : text) {
        const bool isSpace = character == ' ' || character == '\n' || character == '\t';
        if (!isSpace) {
            result += character;
        } else if (result.empty() || result.back() != ' ') {
            result += ' ';
        }
    }
    return result;
}

/// \a html without the line ends that renderers put behind a block's end tag: an unclosed `<a>`
/// would grow over them.
std::string withoutLineEndsBehindBlocks(std::string_view html)
{
    std::string result;
    for (std::size_t i = 0; i < html.size(); ++i) {
        const std::size_t tag = html[i] == '\n' ? result.rfind('<') : std::string::npos;
        const std::string_view last
            = tag == std::string::npos ? "" : std::string_view(result).substr(tag);
        const bool isBehindBlock = last.starts_with("</") && last.ends_with('>')
            && std::find(kBlocks.begin(), kBlocks.end(), last.substr(2, last.size() - 3))
                != kBlocks.end();
        if (!isBehindBlock) {
            result += html[i];
        }
    }
    return result;
}

void appendNormalized(std::string &out, const core::HtmlNode &node, bool isPre)
{
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        const core::HtmlNode &child = node.children[i];
        if (child.isText()) {
            std::string text = isPre ? child.text : collapsed(child.text);
            const bool isFirst = i == 0 ? isBlock(node) : isBlock(node.children[i - 1]);
            const bool isLast
                = i + 1 == node.children.size() ? isBlock(node) : isBlock(node.children[i + 1]);
            if (!isPre && isFirst && text.starts_with(' ')) {
                text.erase(0, 1);
            }
            if (!isPre && isLast && text.ends_with(' ')) {
                text.pop_back();
            }
            out += text;
            continue;
        }
        auto attributes = child.attributes;
        std::erase_if(attributes, [](const auto &attribute) {
            // Ours: what the page's scripts and styles need.
            return attribute.first == "data-info"
                || (attribute.first == "class" && attribute.second == "task");
        });
        std::sort(attributes.begin(), attributes.end());
        out += "<" + child.name;
        for (const auto &[name, value] : attributes) {
            out += " " + name + "=\"" + value + "\"";
        }
        out += ">";
        appendNormalized(out, child, isPre || child.is("pre"));
        out += "</" + child.name + ">";
    }
}

} // namespace

std::vector<SpecExample> readSpecExamples(const std::filesystem::path &file)
{
    const std::string fence(32, '`');
    std::ifstream stream(file);
    std::vector<SpecExample> examples;
    std::string *target = nullptr;
    for (std::string line; std::getline(stream, line);) {
        if (line.starts_with(fence + " example")) {
            examples.push_back({static_cast<int>(examples.size()) + 1, "", "", false});
            examples.back().hasBareLinks = line.ends_with(" autolink");
            target = &examples.back().markdown;
        } else if (line == fence) {
            target = nullptr;
        } else if (target != nullptr && line == "." && target == &examples.back().markdown) {
            target = &examples.back().html;
        } else if (target != nullptr) {
            *target += withTabs(line) + "\n";
        }
    }
    return examples;
}

core::HtmlNode treeOf(std::string_view html)
{
    return core::parseHtml(withoutLineEndsBehindBlocks(html)).value_or(core::HtmlNode{});
}

std::string normalized(const core::HtmlNode &tree)
{
    std::string out;
    appendNormalized(out, tree, false);
    return out;
}

} // namespace lectern::tests
