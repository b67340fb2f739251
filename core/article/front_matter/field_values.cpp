#include "core/article/front_matter/field_values.h"

#include "core/base/entity.h"
#include "core/base/text.h"

#include <algorithm>
#include <array>

namespace lectern::core {

namespace {

constexpr std::array<std::string_view, 8> kInnerKeys{"src",  "image", "url",  "path",
                                                     "name", "title", "href", "label"};

bool isInnerKey(std::string_view key)
{
    return std::ranges::any_of(
        kInnerKeys, [&](std::string_view known) { return equalsIgnoringCase(key, known); });
}

/// What an item names: without the sign of Obsidian's tags and the brackets of its links.
std::string_view nameIn(std::string_view item)
{
    item = trimmed(item);
    if (item.starts_with("[[") && item.ends_with("]]")) {
        item = item.substr(2, item.size() - 4);
        item = trimmed(item.substr(item.find('|') + 1)); // npos + 1 is 0
    }
    const bool isTag = item.size() > 1 && item.front() == '#' && item[1] != '#' && item[1] != ' ';
    return isTag ? item.substr(1) : item;
}

/// Whether \a text is `#a #b`: then its words are items.
bool areTags(std::string_view text)
{
    bool isStart = true;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool isBlank = text[at] == ' ' || text[at] == '\t';
        if (isStart && !isBlank && text[at] != '#') {
            return false;
        }
        isStart = isBlank;
    }
    return text.find(' ') != std::string_view::npos;
}

void addWords(std::vector<std::string> &items, std::string_view text)
{
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(" \t,"), text.size());
        addItem(items, text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

constexpr std::array<std::string_view, 5> kItemSeparators{",", ";", "\xEF\xBC\x8C", "\xE3\x80\x81",
                                                          "\xEF\xBC\x9B"};

/// `a, b；c` as three items.
void addSplitItems(std::vector<std::string> &items, std::string_view text)
{
    if (text.starts_with('#') && areTags(text)) {
        addWords(items, text);
        return;
    }
    std::size_t start = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto separator = std::ranges::find_if(kItemSeparators, [&](std::string_view mark) {
            return text.substr(at).starts_with(mark);
        });
        if (separator == kItemSeparators.end()) {
            ++at;
            continue;
        }
        addItem(items, text.substr(start, at - start));
        at += separator->size();
        start = at;
    }
    addItem(items, text.substr(start));
}

} // namespace

void addItem(std::vector<std::string> &items, std::string_view written)
{
    const std::string_view item = nameIn(written);
    if (item.find('&') != std::string_view::npos) {
        const std::string plain = withoutEntities(item);
        if (plain != item) {
            addItem(items, plain);
            return;
        }
    }
    const bool isNew = std::ranges::find(items, item) == items.end();
    if (!item.empty() && isNew && items.size() < kMaxItems) {
        items.emplace_back(item);
    }
}

bool equalsIgnoringCase(std::string_view text, std::string_view lower)
{
    return std::ranges::equal(text, lower, [](char left, char right) {
        return (left >= 'A' && left <= 'Z' ? left - 'A' + 'a' : left) == right;
    });
}

std::optional<bool> toBool(std::string_view text)
{
    constexpr std::array<std::string_view, 4> kTrue{"true", "yes", "on", "1"};
    constexpr std::array<std::string_view, 4> kFalse{"false", "no", "off", "0"};
    const auto isText = [text](std::string_view word) { return equalsIgnoringCase(text, word); };
    if (std::ranges::any_of(kTrue, isText)) {
        return true;
    }
    return std::ranges::any_of(kFalse, isText) ? std::optional(false) : std::nullopt;
}

bool isPlaceholder(std::string_view text)
{
    return (text.starts_with("{{") && text.ends_with("}}"))
        || (text.starts_with("<%") && text.ends_with("%>"));
}

std::string_view textOf(const FieldTree &tree, std::size_t index)
{
    const FieldNode &node = tree.nodes[index];
    if (node.kind == ValueKind::Text) {
        return trimmed(node.text);
    }
    const std::size_t end = index + node.span;
    for (std::size_t at = index + 1; at < end; at += tree.nodes[at].span) {
        const FieldNode &child = tree.nodes[at];
        if (child.kind == ValueKind::Text
            && (node.kind == ValueKind::List || isInnerKey(child.key))) {
            return trimmed(child.text);
        }
    }
    return {};
}

void addItemsOf(const FieldTree &tree, std::size_t index, std::vector<std::string> &items)
{
    const FieldNode &node = tree.nodes[index];
    if (node.kind == ValueKind::Text && !isPlaceholder(trimmed(node.text))) {
        addSplitItems(items, node.text);
    }
    const std::size_t end = node.kind == ValueKind::List ? index + node.span : index;
    for (std::size_t at = index + 1; at < end;) {
        if (tree.nodes[at].kind == ValueKind::List) {
            ++at; // Hexo writes a path of categories as a list: its items come next.
        } else {
            addItem(items, textOf(tree, at));
            at += tree.nodes[at].span;
        }
    }
}

void addTermsOf(const FieldTree &tree, std::size_t index, std::vector<std::string> &items)
{
    const std::size_t end = index + tree.nodes[index].span;
    if (tree.nodes[index].kind == ValueKind::Text) {
        addItemsOf(tree, index, items);
    }
    for (std::size_t at = index; at < end;) {
        const FieldNode &node = tree.nodes[at];
        if (at != index) {
            addItem(items, node.key);
        }
        const bool isNamed = node.kind == ValueKind::Map && !textOf(tree, at).empty();
        if (isNamed || (at != index && node.kind == ValueKind::Text)) {
            addItem(items, textOf(tree, at));
        }
        at += isNamed ? node.span : 1; // What a list or map holds comes next.
    }
}

void addWordsOf(const FieldTree &tree, std::size_t index, std::vector<std::string> &items)
{
    const FieldNode &node = tree.nodes[index];
    const bool hasMarks = std::ranges::any_of(kItemSeparators, [&](std::string_view mark) {
        return node.text.find(mark) != std::string_view::npos;
    });
    if (node.kind != ValueKind::Text || hasMarks || isPlaceholder(trimmed(node.text))) {
        addTermsOf(tree, index, items);
    } else {
        addWords(items, node.text);
    }
}

} // namespace lectern::core
