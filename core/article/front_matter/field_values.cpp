#include "core/article/front_matter/field_values.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>

namespace lectern::core {

namespace {

constexpr std::array<std::string_view, 7> kInnerKeys{"src",  "image", "url", "path",
                                                     "name", "title", "href"};

bool isInnerKey(std::string_view key)
{
    return std::ranges::any_of(
        kInnerKeys, [&](std::string_view known) { return equalsIgnoringCase(key, known); });
}

void addItem(std::vector<std::string> &items, std::string_view item)
{
    item = trimmed(item);
    const bool isNew = std::ranges::find(items, item) == items.end();
    if (!item.empty() && isNew && items.size() < kMaxItems) {
        items.emplace_back(item);
    }
}

constexpr std::array<std::string_view, 5> kItemSeparators{",", ";", "\xEF\xBC\x8C", "\xE3\x80\x81",
                                                          "\xEF\xBC\x9B"};

/// `a, b；c` as three items.
void addSplitItems(std::vector<std::string> &items, std::string_view text)
{
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
    const std::size_t end = index + node.span;
    for (std::size_t at = index + 1; at < end; at += tree.nodes[at].span) {
        if (node.kind == ValueKind::List && tree.nodes[at].kind != ValueKind::List) {
            addItem(items, textOf(tree, at));
        }
    }
}

} // namespace lectern::core
