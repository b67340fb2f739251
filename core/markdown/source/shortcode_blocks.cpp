#include "core/markdown/source/shortcode_blocks.h"

#include "core/base/text.h"
#include "core/markdown/source/source_passes.h"

#include <algorithm>

namespace lectern::core {

namespace {

/// What the settings of a code-toggle are written in.
std::string_view settingsLanguage(std::string_view content)
{
    content = trimmed(content);
    const std::string_view line = content.substr(0, content.find('\n'));
    if (line.starts_with('{')) {
        return "json";
    }
    return line.starts_with('[') || line.find(" = ") != std::string_view::npos ? "toml" : "yaml";
}

std::string languageOf(const Tag &tag, std::string_view content)
{
    if (tag.name == "code-toggle") {
        return std::string(settingsLanguage(content));
    }
    if (tag.name == "mermaid") {
        return "mermaid";
    }
    for (const std::string &word : tag.words) {
        if (word.starts_with("lang:")) {
            return word.substr(5);
        }
    }
    const std::string lang = tag.argument("lang", 0);
    if (tag.isLiquid && tag.name == "codeblock" && tag.words.size() > 1) {
        return {};
    }
    return lang.find_first_of(" `\n") == std::string::npos ? lang : std::string();
}

/// ` title="words"` of Hexo's `{% codeblock words lang:js address %}`.
std::string titleOfCode(const Tag &tag)
{
    std::string title;
    const bool isTitled = tag.isLiquid && tag.name == "codeblock"
        && (tag.words.size() > 1 || tag.arguments.find(':') != std::string_view::npos);
    for (const std::string &word : tag.words) {
        const bool isOption = word.find(':') != std::string::npos;
        title += isTitled && !isOption ? (title.empty() ? "" : " ") + word : "";
    }
    std::erase_if(title, [](char byte) { return byte == '"' || byte == '`' || byte == '\n'; });
    return title.empty() ? "" : " title=\"" + title + "\"";
}

/// Words that say how a callout looks.
bool isChoice(std::string_view word)
{
    return isCalloutName(word)
        || isOneOf(word, {"no-icon", "icon",   "simple", "modern",  "flat",    "disabled",
                          "true",    "false",  "fa",     "default", "primary", "danger",
                          "success", "error",  "warn",   "red",     "green",   "blue",
                          "orange",  "purple", "pink",   "yellow",  "gray",    "cyan"});
}

} // namespace

std::string_view calloutLook(std::string_view kind)
{
    if (isOneOf(kind, {"warning", "warn"})) {
        return "callout-warning";
    }
    if (isOneOf(kind, {"danger", "caution", "error"})) {
        return "callout-caution";
    }
    if (isOneOf(kind, {"tip", "hint", "success"})) {
        return "callout-tip";
    }
    return kind == "important" ? "callout-important" : "callout-note";
}

bool isCalloutName(std::string_view name)
{
    return isOneOf(name,
                   {"alert", "callout", "note", "tip", "warning", "hint", "info", "notice",
                    "admonition", "important", "caution"});
}

bool isQuoteName(std::string_view name)
{
    return isOneOf(name, {"blockquote", "quote", "cq", "centerquote", "pullquote"});
}

bool isFoldName(std::string_view name)
{
    return isOneOf(name,
                   {"details", "expand", "collapse", "folding", "fold", "hideToggle", "hideBlock",
                    "spoiler", "collapsible"});
}

bool isTabName(std::string_view name)
{
    return isOneOf(name, {"tab", "tabitem", "codetab", "tab-item", "timenode"});
}

bool isTabsName(std::string_view name)
{
    return isOneOf(name, {"tabs", "tabpane", "tabgroup", "codetabs", "timeline"});
}

bool isFormulaName(std::string_view name)
{
    return isOneOf(name, {"katex", "math", "mathjax", "latex", "tex"});
}

std::string calloutTitle(const Tag &tag)
{
    std::string title = tag.named1("title");
    if (tag.arguments.find(',') != std::string_view::npos) {
        return title;
    }
    for (std::size_t i = 0; title.empty() && i < tag.words.size(); ++i) {
        const bool isFirst = i == 0 && !tag.isLiquid && tag.words.size() > 1;
        if (!isChoice(tag.words[i]) && !isFirst) {
            title = tag.words[i];
            for (std::size_t k = i + 1; tag.isLiquid && k < tag.words.size(); ++k) {
                title += " " + tag.words[k];
            }
        }
    }
    return title;
}

std::string foldTitle(const Tag &tag)
{
    if (!tag.isLiquid) {
        const std::string title = tag.named1("summary");
        return title.empty() ? tag.argument("title", 0) : title;
    }
    const std::vector<std::string> words = commaWords(tag.arguments);
    const bool isBehind = words.size() > 1 && isOneOf(tag.name, {"folding", "fold"});
    return isBehind ? words[1] : words[0];
}

std::string attribution(const Tag &tag)
{
    std::string text;
    std::string_view rest = tag.name == "pullquote" ? std::string_view() : tag.arguments;
    while (!rest.empty()) {
        const std::string_view word = rest.substr(0, rest.find(' '));
        text += text.empty() ? "" : " ";
        if (word.starts_with("http")) {
            text.append("<").append(word).append(">");
        } else {
            appendLiteral(text, word);
        }
        rest = trimmed(rest.substr(word.size()));
    }
    return text.empty() ? "" : "— " + text + "\n\n";
}

std::string codeInfo(const Tag &tag, std::string_view content)
{
    return languageOf(tag, content) + titleOfCode(tag);
}

} // namespace lectern::core
