#include "core/markdown/tree/drawn_blocks.h"

#include "core/base/text.h"

#include <algorithm>
#include <iterator>

namespace lectern::core {

namespace {

using Line = std::vector<HtmlNode>;

/// What it held is not shown.
bool isEmptyDefinition(const Line &line)
{
    return line.size() == 1 && line.front().text == ":";
}

bool isDefinition(const Line &line)
{
    return line.front().text.starts_with(": ") || isEmptyDefinition(line);
}

/// What \a paragraph has in each of its lines.
std::vector<Line> linesOf(const HtmlNode &paragraph)
{
    std::vector<Line> lines(1);
    for (const HtmlNode &child : paragraph.children) {
        std::string_view text = child.text;
        for (std::size_t end = text.find('\n'); child.isText() && end != std::string_view::npos;
             end = text.find('\n')) {
            lines.back().push_back(makeText(std::string(text.substr(0, end))));
            lines.emplace_back();
            text.remove_prefix(end + 1);
        }
        lines.back().push_back(child.isText() ? makeText(std::string(text)) : child);
    }
    return lines;
}

void addDefinition(HtmlNode &list, Line line)
{
    HtmlNode &first = line.front();
    if (isEmptyDefinition(line)) {
        return;
    }
    if (isDefinition(line)) {
        first.text.erase(0, std::min(first.text.find_first_not_of(' ', 1), first.text.size()));
        list.children.push_back(makeElement("dd", std::move(line)));
    } else {
        first.text.insert(0, first.isText() ? "\n" : "");
        std::move(line.begin(), line.end(), std::back_inserter(list.children.back().children));
    }
}

/// The only child of \a node that is more than a blank, if it is a bare paragraph; else null.
HtmlNode *onlyParagraph(HtmlNode &node)
{
    HtmlNode *only = nullptr;
    for (HtmlNode &child : node.children) {
        if (isBlank(child)) {
            continue;
        }
        if (only != nullptr || !child.is("p") || !child.attributes.empty()) {
            return nullptr;
        }
        only = &child;
    }
    return only;
}

bool holdsCells(const HtmlNode &node)
{
    return node.is("thead") || node.is("tbody") || node.is("tr");
}

HtmlNode *tableIn(HtmlNode &box)
{
    const bool isBox = box.attribute("class") == "scroll" && box.children.size() == 1
        && box.children.front().is("table");
    return isBox ? &box.children.front() : nullptr;
}

/// The bytes of the mark that makes a caption of \a paragraph; 0 when it is none.
std::size_t captionMark(const HtmlNode &paragraph)
{
    if (!paragraph.is("p") || paragraph.children.empty()) {
        return 0;
    }
    for (const std::string_view mark : {": ", "Table: "}) {
        if (paragraph.children.front().text.starts_with(mark)) {
            return mark.size();
        }
    }
    return 0;
}

HtmlNode captionOf(HtmlNode paragraph, std::size_t mark)
{
    std::string &first = paragraph.children.front().text;
    first.erase(0, std::min(first.find_first_not_of(' ', mark), first.size()));
    std::string &last = paragraph.children.back().text;
    const std::size_t name = last.ends_with('}') ? last.rfind("{#") : std::string::npos;
    last.erase(std::min(name, last.size()));
    return makeElement("caption", std::move(paragraph.children));
}

} // namespace

void makeDefinitionList(HtmlNode &paragraph)
{
    if (paragraph.children.empty() || paragraph.children.front().text.starts_with(": ")
        || textContent(paragraph).find("\n: ") == std::string::npos) {
        return;
    }
    std::vector<Line> lines = linesOf(paragraph);
    if (lines.size() < 2 || !isDefinition(lines[1])) {
        return;
    }
    HtmlNode list = makeElement("dl", {makeElement("dt", std::move(lines[0]))});
    for (std::size_t i = 1; i < lines.size(); ++i) {
        addDefinition(list, std::move(lines[i]));
    }
    paragraph = std::move(list);
}

void unwrapDrawn(HtmlNode &block)
{
    if (!holdsCells(block) && block.attribute("class") != "drawn") {
        return;
    }
    for (HtmlNode &child : block.children) {
        if (holdsCells(child)) {
            unwrapDrawn(child);
        } else if (HtmlNode *paragraph = onlyParagraph(child)) {
            std::vector<HtmlNode> words = std::move(paragraph->children);
            child.children = std::move(words);
        }
    }
    block.removeAttribute("class");
}

void takeCaptions(HtmlNode &node)
{
    HtmlNode *table = nullptr;
    for (HtmlNode &child : node.children) {
        if (isBlank(child)) {
            continue;
        }
        const std::size_t mark = table == nullptr ? 0 : captionMark(child);
        if (mark > 0) {
            table->children.insert(table->children.begin(), captionOf(std::move(child), mark));
            child = makeText({});
        }
        table = tableIn(child);
    }
}

} // namespace lectern::core
