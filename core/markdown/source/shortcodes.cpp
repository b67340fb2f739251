#include "core/base/text.h"
#include "core/markdown/html/html_escape.h"
#include "core/markdown/html/raw_html.h"
#include "core/markdown/source/code_regions.h"
#include "core/markdown/source/next_place.h"
#include "core/markdown/source/source_passes.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace lectern::core {

namespace {

constexpr std::size_t kMaxTagBytes = 4000;

/// `{{< name "a" key="b" >}}`, `{{% name %}}` or `{% name a %}`.
struct Tag
{
    std::string_view name;
    bool isClosing = false;
    bool isLiquid = false;
    bool isWhole = false; ///< `{{< name />}}`: nothing belongs to it
    std::vector<std::string> words; ///< positional arguments
    std::vector<std::pair<std::string, std::string>> named;
    std::size_t end = 0; ///< behind the tag

    std::string named1(std::string_view key) const
    {
        for (const auto &[name1, value] : named) {
            if (name1 == key) {
                return value;
            }
        }
        return {};
    }

    std::string argument(std::string_view key, std::size_t position) const
    {
        std::string value = named1(key);
        return value.empty() && position < words.size() ? words[position] : value;
    }
};

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
        if (start == std::string_view::npos || text[start] == '/') {
            return;
        }
        text.remove_prefix(start);
        const char quote = text.front();
        const bool isQuoted = quote == '"' || quote == '\'' || quote == '`';
        const std::size_t begin = isQuoted ? 1 : 0;
        const std::size_t end = std::min(
            isQuoted ? text.find(quote, 1) : text.find_first_of(" \t\n=", 0), text.size());
        std::string word(text.substr(begin, end - begin));
        text.remove_prefix(std::min(text.size(), end + begin));
        if (!isQuoted && text.starts_with('=')) {
            text.remove_prefix(1);
            key = std::move(word);
            continue;
        }
        addArgument(tag, std::exchange(key, {}), std::move(word));
    }
}

/// The tag at \a at; its end is 0 when there is none.
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
    tag.name = inner.substr(0, inner.find_first_of(" \t\n"));
    tag.end = at + close + closing.size();
    parseArguments(tag, inner.substr(tag.name.size()));
    return tag;
}

/// `{{</* name */>}}` shows a shortcode instead of using it.
std::string withoutCommentMarks(std::string_view tag)
{
    std::string shown(tag);
    for (const std::string_view mark : {"/*", "*/"}) {
        const std::size_t at = shown.find(mark);
        if (at != std::string::npos) {
            shown.erase(at, mark.size());
        }
    }
    return shown;
}

bool isOneOf(std::string_view name, std::initializer_list<std::string_view> names)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

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

std::string figureOf(const Tag &tag)
{
    const std::string source = tag.argument("src", 0);
    std::string caption = tag.named1("caption");
    caption = caption.empty() ? tag.named1("title") : caption;
    std::string html = "<figure class=\"image\"><img src=\"" + escaped(source) + "\" alt=\""
        + escaped(tag.named1("alt")) + "\">";
    if (!caption.empty()) {
        html += "<figcaption>";
        appendLiteral(html, caption);
        html += "</figcaption>";
    }
    std::replace(html.begin(), html.end(), '\n', ' ');
    return html + "</figure>";
}

/// The page of the player that \a tag would embed.
std::string playerAddress(const Tag &tag)
{
    const std::string id = escaped(tag.argument("id", 0));
    const std::string_view name = tag.name;
    if (id.starts_with("http")) {
        return id;
    }
    if (name == "youtube") {
        return "https://www.youtube.com/watch?v=" + id;
    }
    if (name == "bilibili") {
        return "https://www.bilibili.com/video/" + id;
    }
    if (name == "vimeo") {
        return "https://vimeo.com/" + id;
    }
    if (name == "gist" && tag.words.size() > 1) {
        return "https://gist.github.com/" + id + "/" + escaped(tag.words[1]);
    }
    const bool isPost = name == "tweet" || name == "x" || name == "twitter";
    return isPost
        ? "https://x.com/i/status/" + escaped(tag.argument("id", tag.words.size() > 1 ? 1 : 0))
        : "https://www.instagram.com/p/" + id;
}

bool isPlayer(std::string_view name)
{
    return isOneOf(name,
                   {"youtube", "bilibili", "vimeo", "tweet", "x", "twitter", "instagram", "gist"});
}

/// Tags whose content is code, and the name of the tag that closes them.
bool isCodeTag(const Tag &tag)
{
    return !tag.isClosing
        && isOneOf(tag.name, {"highlight", "code-toggle", "codeblock", "mermaid", "code"});
}

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
    return lang.find_first_of(" `\n") == std::string::npos ? lang : std::string();
}

class ShortcodeWriter final
{
public:
    explicit ShortcodeWriter(std::string_view source)
        : m_source(source)
        , m_code(codeRegions(source))
        , m_next(source)
        , m_nextClosing(source)
    {}

    std::string write()
    {
        std::size_t start = 0;
        auto region = m_code.begin();
        for (std::size_t at = nextTag(0); at != std::string_view::npos; at = nextTag(at)) {
            region = std::find_if(region, m_code.end(),
                                  [at](const TextRange &range) { return range.end > at; });
            if (region != m_code.end() && region->start <= at) {
                at = region->end;
                continue;
            }
            const Tag tag = tagAt(m_source, at, m_next);
            if (tag.end == 0) {
                at += 2;
                continue;
            }
            m_result += m_source.substr(start, at - start);
            start = writeTag(tag, at);
            at = start;
        }
        m_result += m_source.substr(start);
        return std::move(m_result);
    }

private:
    std::size_t nextTag(std::size_t from) const
    {
        for (std::size_t at = m_source.find('{', from); at != std::string_view::npos;
             at = m_source.find('{', at + 1)) {
            const std::string_view rest = m_source.substr(at, 3);
            if (rest.starts_with("{{<") || rest.starts_with("{{%") || rest.starts_with("{%")) {
                return at;
            }
        }
        return std::string_view::npos;
    }

    /// Writes what \a tag stands for and gives where the text goes on.
    std::size_t writeTag(const Tag &tag, std::size_t at)
    {
        if (tag.name.starts_with("/*")) {
            appendLiteral(m_result, withoutCommentMarks(m_source.substr(at, tag.end - at)));
        } else if (tag.isWhole) {
            writeInline(tag);
        } else if (isCodeTag(tag)) {
            return writeCode(tag);
        } else if (isCalloutName(tag.name) || tag.name == "endnote") {
            writeCallout(tag);
        } else if (isOneOf(tag.name, {"details", "expand", "collapse"})) {
            writeDetails(tag);
        } else if (!tag.isClosing) {
            writeInline(tag);
        }
        return tag.end;
    }

    std::size_t writeCode(const Tag &tag)
    {
        const std::string name(tag.name);
        const std::array<std::string, 5> closings{"{{< /" + name, "{{</" + name, "{{% /" + name,
                                                  "{% end" + name, "{%end" + name};
        std::size_t close = std::string_view::npos;
        for (const std::string &closing : closings) {
            close = std::min(close, m_nextClosing.of(closing, tag.end));
        }
        if (close == std::string_view::npos) {
            return tag.end;
        }
        std::string_view content = m_source.substr(tag.end, close - tag.end);
        const Tag closing = tagAt(m_source, close, m_next);
        content.remove_prefix(content.starts_with('\n') ? 1 : 0);
        content.remove_suffix(content.ends_with('\n') ? 1 : 0);
        m_result.append("\n\n``````````").append(languageOf(tag, content)).append("\n");
        m_result.append(content).append("\n``````````\n\n");
        return closing.end == 0 ? close + 2 : closing.end;
    }

    void writeCallout(const Tag &tag)
    {
        if (tag.isClosing || tag.name == "endnote") {
            m_result += m_openCallouts > 0 ? "\n\n</aside>\n\n" : "";
            m_openCallouts -= m_openCallouts > 0 ? 1 : 0;
            return;
        }
        const std::string closing = (tag.isLiquid ? "end" : "/") + std::string(tag.name);
        if (m_nextClosing.of(closing, tag.end) == std::string_view::npos) {
            return;
        }
        ++m_openCallouts;
        std::string kind = tag.argument("type", 0);
        kind = kind.empty() ? std::string(tag.name) : kind;
        const std::string title = tag.named1("title");
        m_result.append("\n\n<aside class=\"callout ").append(calloutLook(kind)).append("\">");
        if (!title.empty()) {
            m_result.append("<p class=\"callout-title\">");
            appendLiteral(m_result, title);
            m_result.append("</p>");
        }
        m_result += "\n\n";
    }

    void writeDetails(const Tag &tag)
    {
        if (tag.isClosing) {
            m_result += "\n\n</details>\n\n";
            return;
        }
        std::string title = tag.named1("summary");
        title = title.empty() ? tag.argument("title", 0) : title;
        m_result += "\n\n<details><summary>";
        appendLiteral(m_result, title);
        m_result += "</summary>\n\n";
    }

    void writeInline(const Tag &tag)
    {
        if (isOneOf(tag.name, {"figure", "img", "image", "asset_img"})) {
            m_result += figureOf(tag);
        } else if (isPlayer(tag.name)) {
            m_result += linkCard(playerAddress(tag));
        } else if (isOneOf(tag.name, {"ref", "relref", "link", "post_url"})) {
            m_result += tag.argument("path", 0);
        } else if (tag.name == "post_link" && !tag.words.empty()) {
            writePostLink(tag);
        }
    }

    void writePostLink(const Tag &tag)
    {
        std::string title;
        for (std::size_t i = 1; i < tag.words.size(); ++i) {
            title += (i > 1 ? " " : "") + tag.words[i];
        }
        m_result += "<a href=\"" + escaped(tag.words[0]) + ".md\">";
        appendLiteral(m_result, title.empty() ? tag.words[0] : title);
        m_result += "</a>";
    }

    std::string_view m_source;
    std::vector<TextRange> m_code;
    NextPlace m_next; ///< of the marks that end tags
    NextPlace m_nextClosing; ///< of closing tags
    std::string m_result;
    int m_openCallouts = 0;
};

} // namespace

std::string withShortcodes(std::string_view markdown)
{
    if (markdown.find("{{<") == std::string_view::npos
        && markdown.find("{%") == std::string_view::npos
        && markdown.find("{{%") == std::string_view::npos) {
        return std::string(markdown);
    }
    return ShortcodeWriter(markdown).write();
}

} // namespace lectern::core
