#include "core/base/text.h"
#include "core/markdown/html/html_escape.h"
#include "core/markdown/source/code_regions.h"
#include "core/markdown/source/next_place.h"
#include "core/markdown/source/shortcode_blocks.h"
#include "core/markdown/source/shortcode_tag.h"
#include "core/markdown/source/shortcode_words.h"
#include "core/markdown/source/source_passes.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace lectern::core {

namespace {

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

/// Tags whose content is code, and the name of the tag that closes them.
bool isCodeTag(const Tag &tag)
{
    return !tag.isClosing
        && isOneOf(tag.name, {"highlight", "code-toggle", "codeblock", "mermaid", "code"});
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
        } else if (tag.isClosing) {
            close(tag.name);
        } else if (tag.isWhole) {
            m_result += wordsOfTag(tag);
        } else if (isCodeTag(tag)) {
            return writeCode(tag, at);
        } else if (isFormulaName(tag.name)) {
            return writeFormula(tag);
        } else if (isCalloutName(tag.name)) {
            writeCallout(tag);
        } else if (isQuoteName(tag.name) && tag.isLiquid && isClosedLater(tag)) {
            open(tag.name, "\n\n<blockquote>\n\n", "\n\n" + attribution(tag) + "</blockquote>\n\n");
        } else if (isFoldName(tag.name)) {
            writeDetails(tag);
        } else if (isTabsName(tag.name)) {
            writeTabs(tag);
        } else if (isTabName(tag.name)) {
            return writeTab(tag);
        } else {
            writeWords(tag, at);
        }
        return tag.end;
    }

    void open(std::string_view name, std::string_view opening, std::string closing)
    {
        m_result += opening;
        m_open.emplace_back(name, std::move(closing));
    }

    void close(std::string_view name)
    {
        const auto last = std::find_if(m_open.rbegin(), m_open.rend(),
                                       [name](const auto &tag) { return tag.first == name; });
        if (last != m_open.rend()) {
            m_result += last->second;
            m_open.erase(std::prev(last.base()));
        }
        if (isTabsName(name)) {
            m_labels.clear();
            m_paneLanguage.reset();
        }
    }

    bool isClosedLater(const Tag &tag)
    {
        const std::string closing = (tag.isLiquid ? "end" : "/") + std::string(tag.name);
        return m_nextClosing.of(closing, tag.end) != std::string_view::npos
            || (!tag.isLiquid
                && m_nextClosing.of("/ " + std::string(tag.name), tag.end)
                    != std::string_view::npos);
    }

    /// The place and the text of the tag that closes \a tag.
    std::pair<std::size_t, Tag> closingOf(const Tag &tag)
    {
        const std::string name(tag.name);
        std::size_t at = m_unclosed.contains(name) ? m_source.size() : tag.end;
        for (at = m_source.find('{', at); at != std::string_view::npos;
             at = m_source.find('{', at + 1)) {
            const std::string_view mark = m_source.substr(at, 3);
            const bool isTag = mark.starts_with("{%") || mark == "{{<" || mark == "{{%";
            const std::size_t start = m_source.find_first_not_of(" \t-</%", at + 2);
            const std::string_view rest
                = m_source.substr(std::min(start, m_source.size()), name.size() + 3);
            if (!isTag || (!rest.starts_with(name) && rest != "end" + name)) {
                continue;
            }
            NextPlace next(m_source);
            const Tag found = tagAt(m_source, at, next);
            if (found.end > 0 && found.isClosing && found.name == name) {
                return {at, found};
            }
        }
        m_unclosed.insert(name);
        return {std::string_view::npos, {}};
    }

    /// Without an end, as in a text about the tag, it means itself.
    std::size_t writeCode(const Tag &tag, std::size_t at)
    {
        const auto [close, closing] = closingOf(tag);
        if (close == std::string_view::npos) {
            m_result += "<code>";
            appendLiteral(m_result, m_source.substr(at, tag.end - at));
            m_result += "</code>";
            return tag.end;
        }
        std::string_view content = m_source.substr(tag.end, close - tag.end);
        writeFence(content, codeInfo(tag, content));
        return closing.end;
    }

    void writeFence(std::string_view content, std::string_view info)
    {
        content.remove_prefix(content.starts_with('\n') ? 1 : 0);
        content.remove_suffix(content.ends_with('\n') ? 1 : 0);
        m_result.append("\n\n``````````").append(info).append("\n");
        m_result.append(content).append("\n``````````\n\n");
    }

    /// Hugo's and dev.to's formulas, in the form that the formulas' pass takes without a doubt.
    std::size_t writeFormula(const Tag &tag)
    {
        const auto [close, closing] = closingOf(tag);
        if (close == std::string_view::npos) {
            return tag.end;
        }
        const std::string_view content = m_source.substr(tag.end, close - tag.end);
        const bool isDisplay = tag.isLiquid
            ? tag.arguments.find("inline") == std::string_view::npos
            : !tag.arguments.empty() || content.find('\n') != std::string_view::npos;
        const std::string_view tex = trimmed(content);
        if (tex.find('`') != std::string_view::npos || tex.empty()) {
            m_result += content;
        } else if (isDisplay) {
            m_result.append("\n\n```math\n").append(tex).append("\n```\n\n");
        } else {
            m_result.append("$`").append(tex).append("`$");
        }
        return closing.end;
    }

    void writeCallout(const Tag &tag)
    {
        const bool isLine = tag.isLiquid && tag.arguments.find(',') != std::string_view::npos
            && (tag.name == "note" || !isClosedLater(tag));
        if (!isLine && !isClosedLater(tag)) {
            m_result += tag.isLiquid ? std::string() : wordsOfTag(tag);
            return;
        }
        std::string kind = tag.argument("type", 0);
        kind = tag.words.empty() && tag.named1("type").empty() ? tag.named1("style") : kind;
        kind = kind.empty() ? std::string(tag.name) : kind;
        const std::string title = isLine ? std::string() : calloutTitle(tag);
        m_result.append("\n\n<aside class=\"callout ").append(calloutLook(kind)).append("\">");
        if (!title.empty()) {
            m_result.append("<p class=\"callout-title\">");
            appendLiteral(m_result, title);
            m_result.append("</p>");
        }
        m_result += "\n\n";
        if (isLine) {
            m_result.append(commaWords(tag.arguments).back()).append("\n\n</aside>\n\n");
        } else {
            m_open.emplace_back(tag.name, "\n\n</aside>\n\n");
        }
    }

    void writeDetails(const Tag &tag)
    {
        std::string opening = "\n\n<details><summary>";
        appendLiteral(opening, foldTitle(tag));
        open(tag.name, opening + "</summary>\n\n", "\n\n</details>\n\n");
    }

    /// Remembers the labels that stand in the tag around the tabs.
    void writeTabs(const Tag &tag)
    {
        m_labels = commaWords(tag.anyOf({"items", "labels", "tabs"}));
        if (!tag.isLiquid && tag.words.size() > 1) {
            m_labels = tag.words;
        }
        std::reverse(m_labels.begin(), m_labels.end());
        const std::string text = tag.named1("text");
        if (tag.name == "tabpane" && text != "true") {
            m_paneLanguage = tag.named1("lang");
        }
        const std::string title = commaWords(tag.arguments).front();
        if (tag.name == "timeline" && !title.empty()) {
            writeLabel(title);
        }
    }

    void writeLabel(std::string_view words)
    {
        if (!words.empty()) {
            m_result.append("\n\n**");
            appendLiteral(m_result, words);
            m_result.append("**\n\n");
        }
    }

    /// A tab as its label and its content, which is code in Docsy's panes.
    std::size_t writeTab(const Tag &tag)
    {
        std::string label = tag.isLiquid
            ? std::string(trimmed(tag.arguments.substr(0, tag.arguments.find('@'))))
            : tag.anyOf({"name", "header", "title", "label"});
        label = label.empty() && !tag.words.empty() ? tag.words.front() : label;
        if (label.empty() && !m_labels.empty()) {
            label = m_labels.back();
            m_labels.pop_back();
        }
        if (tag.name == "timenode") {
            m_result.append("\n\n**").append(tag.arguments).append("**\n\n");
        } else {
            writeLabel(label);
        }
        const bool isCode = m_paneLanguage && m_source.substr(0, tag.end).ends_with(">}}")
            && tag.named1("text").empty();
        const auto [close, closing]
            = isCode ? closingOf(tag) : std::pair(std::string_view::npos, Tag{});
        if (close == std::string_view::npos) {
            return tag.end;
        }
        const std::string language = tag.named1("lang");
        writeFence(m_source.substr(tag.end, close - tag.end),
                   language.empty() ? *m_paneLanguage : language);
        return closing.end;
    }

    /// A tag that stands for words; the heading of a block where it has its line.
    void writeWords(const Tag &tag, std::size_t at)
    {
        if (isOneOf(tag.name, {"def", "definition", "dfn"}) && !tag.isLiquid) {
            const std::string term = tag.anyOf({"name", "term", "title"});
            m_result += "<strong>";
            appendLiteral(m_result, term.empty() ? tag.argument("name", 0) : term);
            m_result += "</strong> ";
            return;
        }
        const std::string address = tag.anyOf({"href", "link", "url"});
        if (!tag.isLiquid && !address.empty() && textualArguments(tag).starts_with("<a class")
            && isClosedLater(tag)) {
            open(tag.name, "<a href=\"" + escaped(address) + "\">", "</a>");
            return;
        }
        const std::string words = wordsOfTag(tag);
        const bool isLine = (at == 0 || m_source[at - 1] == '\n')
            && m_source.substr(tag.end).starts_with('\n') && !tag.isLiquid && !words.empty()
            && words.find('<') == std::string::npos && isClosedLater(tag);
        m_result += isLine ? "\n\n**" + words + "**\n\n" : words;
    }

    std::string_view m_source;
    std::vector<TextRange> m_code;
    NextPlace m_next; ///< of the marks that end tags
    NextPlace m_nextClosing; ///< of closing tags
    std::string m_result;
    std::vector<std::pair<std::string, std::string>> m_open; ///< names, and what closes them
    std::vector<std::string> m_labels; ///< of the tabs to come, the next one last
    std::optional<std::string> m_paneLanguage; ///< of tabs that hold code
    std::set<std::string> m_unclosed; ///< names of which no closing tag comes
};

/// \a markdown with the labels of `<!-- tab Linux@icon -->` as words: Hexo's tabs and timelines.
std::string withCommentLabels(std::string_view markdown)
{
    std::string result;
    forEachRegion(markdown, [&result](std::string_view piece, bool isCode) {
        for (const std::string_view mark : {"<!-- tab ", "<!-- timeline ", "<!-- node "}) {
            if (isCode && piece.starts_with(mark) && piece.ends_with("-->")) {
                std::string_view label = piece.substr(mark.size(), piece.size() - mark.size() - 3);
                label = trimmed(label.substr(0, label.find('@')));
                result.append(label.empty() ? "" : "\n\n**");
                appendLiteral(result, label);
                result.append(label.empty() ? "" : "**\n\n");
                return;
            }
        }
        result += piece;
    });
    return result;
}

} // namespace

std::string withShortcodes(std::string markdown)
{
    if (markdown.find("{{<") == std::string::npos && markdown.find("{%") == std::string::npos
        && markdown.find("{{%") == std::string::npos) {
        return markdown;
    }
    const bool hasLabels = markdown.find("{% tabs") != std::string::npos
        || markdown.find("{% timeline") != std::string::npos;
    return hasLabels ? ShortcodeWriter(withCommentLabels(markdown)).write()
                     : ShortcodeWriter(markdown).write();
}

} // namespace lectern::core
