#include "core/article/article.h"
#include "core/base/text.h"
#include "core/markdown/links/link_resolver.h"
#include "core/markdown/tree/drawn_blocks.h"
#include "core/markdown/tree/passes.h"

#include <algorithm>
#include <array>
#include <optional>

namespace lectern::core {

namespace {

struct CalloutKind
{
    std::string_view name;
    std::string_view look;
    std::string_view title;
    std::string_view chineseTitle;
};

constexpr std::array kCalloutKinds{
    CalloutKind{"note", "callout-note", "Note", "注"},
    CalloutKind{"info", "callout-note", "Info", "信息"},
    CalloutKind{"abstract", "callout-note", "Abstract", "摘要"},
    CalloutKind{"summary", "callout-note", "Summary", "摘要"},
    CalloutKind{"tldr", "callout-note", "TL;DR", "摘要"},
    CalloutKind{"seealso", "callout-note", "See also", "另见"},
    CalloutKind{"secondary", "callout-note", "Note", "注"},
    CalloutKind{"todo", "callout-note", "To do", "待办"},
    CalloutKind{"tip", "callout-tip", "Tip", "提示"},
    CalloutKind{"hint", "callout-tip", "Hint", "提示"},
    CalloutKind{"success", "callout-tip", "Success", "成功"},
    CalloutKind{"check", "callout-tip", "Check", "完成"},
    CalloutKind{"done", "callout-tip", "Done", "完成"},
    CalloutKind{"idea", "callout-tip", "Idea", "想法"},
    CalloutKind{"important", "callout-important", "Important", "重要"},
    CalloutKind{"warning", "callout-warning", "Warning", "警告"},
    CalloutKind{"warn", "callout-warning", "Warning", "警告"},
    CalloutKind{"attention", "callout-warning", "Attention", "注意"},
    CalloutKind{"caution", "callout-caution", "Caution", "小心"},
    CalloutKind{"danger", "callout-caution", "Danger", "危险"},
    CalloutKind{"error", "callout-caution", "Error", "错误"},
    CalloutKind{"failure", "callout-caution", "Failure", "失败"},
    CalloutKind{"fail", "callout-caution", "Fail", "失败"},
    CalloutKind{"missing", "callout-caution", "Missing", "缺失"},
    CalloutKind{"bug", "callout-caution", "Bug", "缺陷"},
    CalloutKind{"example", "callout-important", "Example", "示例"},
    CalloutKind{"question", "callout-important", "Question", "问题"},
    CalloutKind{"help", "callout-important", "Help", "帮助"},
    CalloutKind{"faq", "callout-important", "FAQ", "常见问题"},
    CalloutKind{"quote", "callout", "Quote", "引用"},
    CalloutKind{"cite", "callout", "Cite", "引用"},
    CalloutKind{"details", "callout", "Details", "详情"},
};

std::string lowered(std::string_view text)
{
    std::string result(text);
    for (char &character : result) {
        character = character >= 'A' && character <= 'Z' ? static_cast<char>(character | 0x20)
                                                         : character;
    }
    return result;
}

/// `[!kind]`, an optional `-` or `+`, and a title, as the first line of a quotation.
struct CalloutHead
{
    std::string kind;
    std::string title;
    bool isFoldable = false;
    bool isOpen = true;
    std::size_t length = 0; ///< of the line in its text node
};

std::optional<CalloutHead> calloutHead(std::string_view text)
{
    const std::size_t close = text.substr(0, text.find('\n')).find(']');
    if (!text.starts_with("[!") || close == std::string_view::npos || close < 3 || close > 40) {
        return std::nullopt;
    }
    CalloutHead head;
    head.kind = lowered(text.substr(2, close - 2));
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view rest = text.substr(close + 1, end - close - 1);
    if (rest.starts_with('-') || rest.starts_with('+')) {
        head.isFoldable = true;
        head.isOpen = rest.front() == '+';
        rest.remove_prefix(1);
    }
    head.title = trimmed(rest);
    head.length = std::min(end + 1, text.size());
    return head;
}

/// Languages as blogs write them, and as the highlighter calls them.
constexpr std::array<std::pair<std::string_view, std::string_view>, 17> kLanguageAliases{{
    {"golang", "go"},
    {"objc", "objectivec"},
    {"objective-c", "objectivec"},
    {"sh", "bash"},
    {"shell-session", "shell"},
    {"console", "shell"},
    {"terminal", "shell"},
    {"yml", "yaml"},
    {"js", "javascript"},
    {"ts", "typescript"},
    {"py", "python"},
    {"rb", "ruby"},
    {"rs", "rust"},
    {"c++", "cpp"},
    {"c#", "csharp"},
    {"md", "markdown"},
    {"htm", "html"},
}};

std::string highlighterName(std::string_view written)
{
    std::string name = lowered(written);
    if (name.starts_with('{')) {
        name.erase(0, name.starts_with("{.") ? 2 : 1);
    }
    name = name.substr(0, name.find_first_of(",:{}[]= "));
    if (name.find_first_not_of("0123456789-") == std::string::npos) {
        return {};
    }
    for (const auto &[alias, language] : kLanguageAliases) {
        if (alias == name) {
            return std::string(language);
        }
    }
    return name;
}

/// The value of `key=value` or `key="value"` in a code fence's info string.
std::string infoValue(std::string_view info, std::string_view key)
{
    const std::size_t at = info.find(std::string(key) + "=");
    if (at == std::string_view::npos) {
        return {};
    }
    std::size_t start = at + key.size() + 1;
    const std::string_view closing = info.substr(start).starts_with('[') ? "]"
        : info.substr(start).starts_with('"')                            ? "\""
                                                                         : " ,}";
    start += closing == " ,}" ? 0 : 1;
    const std::size_t end = info.find_first_of(closing, start);
    std::string value(info.substr(std::min(start, info.size()), end - start));
    std::erase(value, '"');
    return value;
}

/// The first value that one of \a keys has.
std::string firstInfoValue(std::string_view info, std::initializer_list<std::string_view> keys)
{
    for (const std::string_view key : keys) {
        if (std::string value = infoValue(info, key); !value.empty()) {
            return value;
        }
    }
    return {};
}

/// Numbers and ranges of the lines to mark: `hl_lines=[1,"3-5"]`, or `{1,3-5}` alone.
std::string markedLines(std::string_view info)
{
    if (std::string lines = infoValue(info, "hl_lines"); !lines.empty()) {
        return lines;
    }
    const std::size_t open = std::min(info.find('{'), info.size());
    const std::size_t close = std::min(info.find('}', open), info.size());
    const std::string_view inner = info.substr(std::min(open + 1, close), close - open - 1);
    const bool isList = close < info.size() && !inner.empty()
        && inner.find_first_not_of("0123456789-, ") == std::string_view::npos;
    return isList ? std::string(inner) : std::string();
}

/// The number of the first line where lines are to be numbered; else empty.
std::string firstLineNumber(std::string_view info)
{
    std::string start = firstInfoValue(
        info, {"linenostart", "linenums", "startFrom", "start-line", ":line-numbers"});
    const std::string numbers = infoValue(info, "linenos");
    const bool isAsked = (!numbers.empty() && numbers != "false" && numbers != "none")
        || info.find("numberLines") != std::string_view::npos
        || info.find("showLineNumbers") != std::string_view::npos
        || info.find(":line-numbers") != std::string_view::npos;
    if (start.find_first_not_of("0123456789") != std::string::npos || start.size() > 6) {
        start.clear();
    }
    return start.empty() && isAsked ? "1" : start;
}

/// The name of the file that the code comes from: `title="a.js"`, or `js:a.js`.
std::string fileName(std::string_view info)
{
    std::string name = firstInfoValue(info, {"title", "filename", "file"});
    const std::string_view word = info.substr(0, info.find(' '));
    const std::size_t colon = word.find(':');
    if (name.empty() && colon != std::string_view::npos && colon > 0 && word[0] != '{'
        && word.find('.', colon) != std::string_view::npos) {
        name = word.substr(colon + 1);
    }
    return name;
}

class Blocks final
{
public:
    explicit Blocks(PassContext &context)
        : m_context(context)
        , m_isChinese(!context.meta.languages.empty()
                      && context.meta.languages.front().starts_with("zh"))
    {}

    void finish(HtmlNode &node)
    {
        bool hasTables = false;
        HtmlNode *terms = nullptr; // of a list right before
        for (HtmlNode &child : node.children) {
            if (child.isText()) {
                terms = isBlank(child) ? terms : nullptr;
                continue;
            }
            finish(child);
            if (isEmptyQuote(child) && node.is("blockquote")) {
                child.name = "dropped";
            } else if (child.is("blockquote")) {
                finishQuote(child);
            } else if (child.is("pre")) {
                finishCode(child);
                explainQuery(child);
            } else if (child.is("table")) {
                unwrapDrawn(child);
                finishTable(child);
                hasTables = true;
            } else if (child.is("dl")) {
                unwrapDrawn(child);
            } else if (child.is("p")) {
                makeDefinitionList(child);
                if (child.is("dl") && terms != nullptr) {
                    std::ranges::move(child.children, std::back_inserter(terms->children));
                    child.name = "dropped";
                    continue;
                }
            }
            terms = child.is("dl") ? &child : nullptr;
        }
        std::erase_if(node.children, [](const HtmlNode &child) { return child.is("dropped"); });
        if (hasTables) {
            takeCaptions(node);
        }
    }

private:
    /// Editors that save an empty line of a quotation as `> >`.
    static bool isEmptyQuote(const HtmlNode &node)
    {
        return node.is("blockquote")
            && std::all_of(node.children.begin(), node.children.end(), isBlank);
    }

    void finishQuote(HtmlNode &quote)
    {
        const auto first = std::find_if_not(quote.children.begin(), quote.children.end(), isBlank);
        if (first == quote.children.end() || !first->is("p") || first->children.empty()) {
            return;
        }
        std::optional<CalloutHead> head = calloutHead(first->children.front().text);
        if (!head) {
            return;
        }
        first->children.front().text.erase(0, head->length);
        if (first->children.front().text.empty()) {
            first->children.erase(first->children.begin());
            dropLeadingBreaks(*first);
        }
        if (first->children.empty()) {
            quote.children.erase(first);
        }
        const std::string id(quote.attribute("id"));
        quote = calloutOf(std::move(*head), std::move(quote.children));
        if (!id.empty()) {
            quote.setAttribute("id", id);
        }
    }

    static void dropLeadingBreaks(HtmlNode &paragraph)
    {
        std::vector<HtmlNode> &nodes = paragraph.children;
        nodes.erase(nodes.begin(),
                    std::find_if_not(nodes.begin(), nodes.end(),
                                     [](const HtmlNode &node) { return node.is("br"); }));
        if (!nodes.empty() && nodes.front().text.starts_with('\n')) {
            nodes.front().text.erase(0, 1);
        }
    }

    HtmlNode calloutOf(CalloutHead head, std::vector<HtmlNode> children) const
    {
        const auto *kind
            = std::find_if(kCalloutKinds.begin(), kCalloutKinds.end(),
                           [&head](const CalloutKind &k) { return k.name == head.kind; });
        const bool isKnown = kind != kCalloutKinds.end();
        if (head.title.empty()) {
            head.title = !isKnown ? head.kind
                                  : std::string(m_isChinese ? kind->chineseTitle : kind->title);
        }
        HtmlNode title = makeElement(head.isFoldable ? "summary" : "p", {makeText(head.title)});
        title.addClass("callout-title");
        HtmlNode callout = makeElement(head.isFoldable ? "details" : "aside", {});
        callout.addClass("callout");
        if (isKnown && kind->look != "callout") {
            callout.addClass(kind->look);
        }
        if (head.isFoldable && head.isOpen) {
            callout.setAttribute("open", "");
        }
        callout.children.push_back(std::move(title));
        std::move(children.begin(), children.end(), std::back_inserter(callout.children));
        return callout;
    }

    void finishCode(HtmlNode &pre)
    {
        if (pre.children.empty() || !pre.children.front().is("code")) {
            return;
        }
        m_context.body.hasCode = true;
        HtmlNode &code = pre.children.front();
        std::string_view written = code.attribute("class");
        written.remove_prefix(std::min(written.size(), written.find("language-") + 9));
        const std::string info(code.hasAttribute("data-info") ? code.attribute("data-info")
                                                              : written);
        const std::string language = highlighterName(written.substr(0, written.find(' ')));
        code.attributes.clear();
        if (!language.empty()) {
            code.setAttribute("class", "language-" + language);
            pre.setAttribute("data-language", language);
        }
        for (const auto &[name, value] : {std::pair("data-lines", markedLines(info)),
                                          std::pair("data-start", firstLineNumber(info)),
                                          std::pair("data-file", fileName(info))}) {
            if (!value.empty()) {
                pre.setAttribute(name, value);
            }
        }
    }

    /// Obsidian's notes hold queries that a plugin answers.
    void explainQuery(HtmlNode &pre) const
    {
        const LinkResolver *const resolver = m_context.options.resolver;
        const std::string_view language = pre.attribute("data-language");
        if (resolver == nullptr || !resolver->isVault()
            || (language != "dataview" && language != "dataviewjs")) {
            return;
        }
        HtmlNode words = makeElement(
            "p",
            {makeText(m_isChinese ? "Dataview 查询，只有 Obsidian 能显示其结果："
                                  : "A query of Dataview, which Obsidian alone answers:")});
        HtmlNode note = makeElement("aside", {std::move(words), std::move(pre)});
        note.setAttribute("class", "callout callout-note");
        pre = std::move(note);
    }

    /// Crawlers lay pages out in tables whose header row is empty.
    void finishTable(HtmlNode &table)
    {
        const auto head = std::find_if(table.children.begin(), table.children.end(),
                                       [](const HtmlNode &node) { return node.is("thead"); });
        if (m_context.mayRepair(Repair::Tables) && head != table.children.end()
            && trimmed(textContent(*head)).empty() && !hasImage(*head)) {
            m_context.count(Repair::Tables);
            table.children.erase(head);
        }
        HtmlNode box = makeElement("div", {});
        box.addClass("scroll");
        box.children.push_back(std::move(table));
        table = std::move(box);
    }

    static bool hasImage(const HtmlNode &node)
    {
        return node.is("img") || std::any_of(node.children.begin(), node.children.end(), hasImage);
    }

    PassContext &m_context;
    bool m_isChinese;
};

} // namespace

void finishBlocks(HtmlNode &root, PassContext &context)
{
    Blocks(context).finish(root);
}

} // namespace lectern::core
