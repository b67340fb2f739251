#include "core/markdown/source/list_marks.h"

#include "core/markdown/tree/passes.h"

#include <string>
#include <utility>

namespace lectern::core {

namespace {

constexpr std::string_view kNumber = "0123456789";

struct TakenMark
{
    std::string type; ///< empty: there is none
    std::string start;
    std::string_view look; ///< the class of a list with brackets
};

/// The first thing in \a item, if it is text, also in elements that nothing closed before the list.
HtmlNode *firstText(HtmlNode &item)
{
    for (HtmlNode &child : item.children) {
        if (!isBlank(child)) {
            const bool isOtherItem = child.is("ol") || child.is("ul");
            return child.isText() ? &child : isOtherItem ? nullptr : firstText(child);
        }
    }
    return nullptr;
}

/// Takes the mark at the start of \a item out of it.
TakenMark takeMark(HtmlNode &item)
{
    HtmlNode *const text = firstText(item);
    const std::size_t end = text == nullptr ? std::string::npos : text->text.find(kListMarkEnd);
    if (end == std::string::npos || !text->text.starts_with(kListMark)) {
        return {};
    }
    const std::string mark = text->text.substr(kListMark.size(), end - kListMark.size());
    text->text.erase(0, end + kListMarkEnd.size());
    const std::size_t blank = mark.find(' ');
    const bool isOpened = mark.substr(blank + 1).starts_with('(');
    return {mark.substr(0, 1), mark.substr(1, blank - 1),
            isOpened                  ? "brackets"
                : mark.ends_with(')') ? "bracket"
                                      : ""};
}

void takeMarks(HtmlNode &list)
{
    TakenMark taken;
    for (HtmlNode &item : list.children) {
        TakenMark mark = takeMark(item);
        if (taken.type.empty()) {
            taken = std::move(mark);
        }
    }
    if (!taken.type.empty()) {
        list.removeAttribute("start");
    }
    if (taken.start != "1" && !taken.start.empty()) {
        list.setAttribute("start", taken.start);
    }
    const bool isLettered = taken.type != "1" && !taken.type.empty();
    if (isLettered) {
        list.setAttribute("type", taken.type);
    }
    if (!taken.look.empty()) {
        // For style sheets `a` and `A` are one value of this attribute.
        list.setAttribute("class",
                          std::string(taken.look) + (isLettered ? " marks-" + taken.type : ""));
    }
}

/// \a text with the marks as they were written in place of their numbers.
std::string withWrittenMarks(const std::string &text)
{
    std::string result;
    std::size_t start = 0;
    for (std::size_t at = text.find(kListMark); at != std::string::npos;
         at = text.find(kListMark, start)) {
        const std::size_t mark = text.find(' ', at);
        const std::size_t end = text.find(kListMarkEnd, at);
        if (end == std::string::npos || mark > end) {
            break;
        }
        result.append(text, start, at - start);
        const std::size_t number = result.find_last_not_of(" \t") + 1;
        const std::string blanks = number == 0 ? " " : result.substr(number);
        result.erase(number == 0 ? 0 : number - 1);
        result.erase(result.find_last_not_of(kNumber) + 1);
        result.append(text, mark + 1, end - mark - 1).append(blanks);
        start = end + kListMarkEnd.size();
    }
    return result.append(text, start);
}

} // namespace

void takeListMarks(HtmlNode &node)
{
    if (node.is("ol")) {
        takeMarks(node);
    }
    if (node.text.find(kListMark) != std::string::npos) {
        node.text = withWrittenMarks(node.text);
    }
    for (HtmlNode &child : node.children) {
        takeListMarks(child);
    }
}

} // namespace lectern::core
