#include "core/markdown/source/shortcode_tag.h"

#include "core/base/text.h"

#include <algorithm>

namespace lectern::core {

namespace {

constexpr std::size_t kMaxTagBytes = 4000;

void addArgument(Tag &tag, std::string key, std::string value)
{
    if (key.empty()) {
        tag.words.push_back(std::move(value));
    } else {
        tag.named.emplace_back(std::move(key), std::move(value));
    }
}

void parseArguments(Tag &tag, std::string_view text)
{
    std::string key;
    while (true) {
        const std::size_t start = text.find_first_not_of(" \t\n,");
        if (start == std::string_view::npos || text.substr(start) == "/") {
            return;
        }
        text.remove_prefix(start);
        const char quote = text.front();
        const bool isQuoted = quote == '"' || quote == '\'' || quote == '`';
        const std::size_t begin = isQuoted ? 1 : 0;
        const std::size_t blank = std::min(text.find_first_of(" \t\n"), text.size());
        const bool isWeb = text.substr(0, blank).find("://") < text.find('=');
        const std::size_t end = std::min({isQuoted    ? text.find(quote, 1)
                                              : isWeb ? blank
                                                      : text.find_first_of(" \t\n="),
                                          text.size()});
        std::string word(text.substr(begin, end - begin));
        if (tag.isLiquid && !isQuoted && word.ends_with(',')) {
            word.pop_back();
        }
        text.remove_prefix(std::min(text.size(), end + begin));
        if (!isQuoted && text.starts_with('=')) {
            text.remove_prefix(1);
            key = std::move(word);
            continue;
        }
        addArgument(tag, std::exchange(key, {}), std::move(word));
    }
}

std::string withoutQuotes(std::string_view word)
{
    const bool isQuoted = word.size() > 1 && word.front() == word.back()
        && (word.front() == '"' || word.front() == '\'');
    return std::string(isQuoted ? word.substr(1, word.size() - 2) : word);
}

} // namespace

std::string Tag::named1(std::string_view key) const
{
    for (const auto &[name1, value] : named) {
        if (name1 == key) {
            return value;
        }
    }
    return {};
}

std::string Tag::anyOf(std::initializer_list<std::string_view> keys) const
{
    for (const std::string_view key : keys) {
        if (std::string value = named1(key); !value.empty()) {
            return value;
        }
    }
    return {};
}

std::string Tag::argument(std::string_view key, std::size_t position) const
{
    std::string value = named1(key);
    return value.empty() && position < words.size() ? words[position] : value;
}

Tag tagAt(std::string_view text, std::size_t at, NextPlace &next)
{
    Tag tag;
    const std::string_view rest = text.substr(at, kMaxTagBytes);
    tag.isLiquid = rest.starts_with("{%");
    const std::string_view closing = tag.isLiquid ? "%}" : rest.starts_with("{{<") ? ">}}" : "%}}";
    const std::size_t open = tag.isLiquid ? 2 : 3;
    const std::size_t place = next.of(closing, at + open);
    const std::size_t close = place - at;
    if (place == std::string_view::npos || close + closing.size() > rest.size()) {
        return {};
    }
    std::string_view inner = trimmed(rest.substr(open, close - open));
    if (inner.starts_with('-')) {
        inner = trimmed(inner.substr(1));
    }
    if (inner.starts_with('/') && !inner.starts_with("/*")) {
        tag.isClosing = true;
        inner = trimmed(inner.substr(1));
    }
    if (!tag.isLiquid && rest[close - 1] == '/' && inner.size() > 1 && !inner.starts_with("/*")) {
        tag.isWhole = true;
        inner = trimmed(inner.substr(0, inner.size() - 1));
    }
    const std::size_t nameEnd = std::min(inner.find_first_of(" \t\n"), inner.size());
    tag.name = inner.substr(0, nameEnd);
    if (tag.isLiquid && tag.name.size() > 3 && tag.name.starts_with("end")) {
        tag.isClosing = true;
        tag.name.remove_prefix(3);
    }
    tag.end = at + close + closing.size();
    tag.arguments = trimmed(inner.substr(nameEnd));
    parseArguments(tag, tag.arguments);
    return tag;
}

std::vector<std::string> commaWords(std::string_view arguments)
{
    std::vector<std::string> words;
    for (std::size_t start = 0; start <= arguments.size();) {
        const std::size_t end = std::min(arguments.find(',', start), arguments.size());
        words.push_back(withoutQuotes(trimmed(arguments.substr(start, end - start))));
        start = end + 1;
    }
    return words;
}

bool isAddress(std::string_view word)
{
    return word.find("://") != std::string_view::npos || word.starts_with('/')
        || word.starts_with("./") || word.starts_with("../");
}

bool isOneOf(std::string_view name, std::initializer_list<std::string_view> names)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

} // namespace lectern::core
