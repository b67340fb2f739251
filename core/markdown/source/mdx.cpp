#include "core/base/text.h"
#include "core/markdown/html/raw_html.h"
#include "core/markdown/source/dialects.h"
#include "core/markdown/source/source_passes.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <utility>
#include <vector>

namespace lectern::core {

namespace {

/// Whether \a name is that of a file or a package of scripts; other languages import by names too.
bool isModule(std::string_view name)
{
    return name.starts_with('.') || name.starts_with('/') || name.starts_with('@');
}

/// `import X from "y"` and `import "./y"`.
bool isImport(std::string_view line)
{
    if (!line.starts_with("import ")) {
        return false;
    }
    line = line.substr(0, line.find_last_not_of("; \t\r\n") + 1);
    const char quote = line.back();
    const std::string_view words = line.substr(0, line.size() - 1);
    const std::size_t open = words.rfind(quote);
    return (quote == '"' || quote == '\'') && open != std::string_view::npos
        && (open == 7 ? isModule(words.substr(8)) : words.substr(0, open).ends_with("from "));
}

bool isExport(std::string_view line)
{
    return line.starts_with("export const ") || line.starts_with("export default ")
        || line.starts_with("export function ");
}

/// The value of \a attribute in \a tag.
std::string_view tagValue(std::string_view tag, std::string_view attribute)
{
    const std::size_t at = tag.find(attribute);
    if (at == std::string_view::npos) {
        return {};
    }
    const std::string_view value = tag.substr(at + attribute.size());
    return value.substr(0, value.find(attribute.back()));
}

/// The name of the component whose tag \a line begins with; empty when there is none.
std::string_view componentName(std::string_view line)
{
    const bool isTag = line.size() > 2 && line[0] == '<'
        && std::isupper(static_cast<unsigned char>(line[1])) != 0;
    std::size_t end = isTag ? 1 : 0;
    while (end < line.size() && isTag && std::isalnum(static_cast<unsigned char>(line[end])) != 0) {
        ++end;
    }
    const std::string_view name = line.substr(isTag ? 1 : 0, end - (isTag ? 1 : 0));
    std::string lower(name);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](char byte) {
        return static_cast<char>(std::tolower(static_cast<unsigned char>(byte)));
    });
    return isKnownTag(lower) ? std::string_view() : name;
}

bool isTab(std::string_view name)
{
    return name == "TabItem" || name == "Tab";
}

bool isTabs(std::string_view name)
{
    return name == "Tabs" || name == "TabGroup" || name == "CodeTabs";
}

/// The quoted texts of \a list: `['a', "b"]`.
std::vector<std::string> quotedTexts(std::string_view list)
{
    std::vector<std::string> texts;
    for (std::size_t open = list.find_first_of("\"'"); open != std::string_view::npos;) {
        const std::size_t close = list.find(list[open], open + 1);
        if (close == std::string_view::npos) {
            break;
        }
        texts.emplace_back(list.substr(open + 1, close - open - 1));
        open = list.find_first_of("\"'", close + 1);
    }
    return texts;
}

/// \a line without as many as \a columns of its indentation.
std::string_view dedented(std::string_view line, std::size_t columns)
{
    const std::size_t words = std::min(line.find_first_not_of(' '), line.size());
    return line.substr(std::min(words, columns));
}

class ScriptDropper final
{
public:
    std::string write(std::string_view markdown)
    {
        for (const SourceLine &line : sourceLines(markdown)) {
            if (line.isFenced || (line.isIndentedCode && m_indents.empty())) {
                m_result += dedented(line.text, contentIndent(line.text));
                m_isStart = false;
            } else {
                addLine(line.text);
            }
        }
        return std::move(m_result += m_openTag);
    }

private:
    void addLine(std::string_view line)
    {
        const std::string_view words = trimmed(line);
        const bool isScript = isImport(line) || (m_hasImports && isExport(line));
        m_isDropping = (m_isDropping && !words.empty()) || (m_isStart && isScript);
        m_hasImports = m_hasImports || (m_isStart && isImport(line));
        if (m_isDropping) {
            m_result += words.empty() ? line : "";
            m_isStart = true;
            return;
        }
        m_isStart = words.empty();
        if (!addTag(line, words)) {
            m_result += dedented(line, contentIndent(line));
        }
    }

    /// Whether \a line is a part of a component's tag.
    bool addTag(std::string_view line, std::string_view words)
    {
        if (!m_openTag.empty() || isCutTag(words)) {
            m_openTag += m_openTag.empty() ? std::string(line) : " " + std::string(words);
            if (words.ends_with('>') || words.empty() || m_openTag.size() > 2000) {
                const std::string tag = std::exchange(m_openTag, {});
                m_result += addWholeTag(trimmed(tag)) ? "" : tag + "\n";
            }
            return true;
        }
        return addWholeTag(words);
    }

    /// A component's tag that goes on in the next line.
    static bool isCutTag(std::string_view words)
    {
        const std::string_view name = componentName(words);
        return (isTab(name) || isTabs(name)) && words.find('>') == std::string_view::npos;
    }

    bool addWholeTag(std::string_view words)
    {
        if (words == "</TabItem>" || words == "</Tab>") {
            if (!m_indents.empty()) {
                m_indents.pop_back();
            }
            m_result += "\n";
            return true;
        }
        if (words == "</Admonition>" && m_openAdmonitions > 0) {
            --m_openAdmonitions;
            m_result += "\n:::\n\n";
            return true;
        }
        const std::string_view name = componentName(words);
        if (name.empty()) {
            return false;
        }
        const std::size_t end = tagEnd(words);
        if (name == "Admonition" && end == words.size() && !words.ends_with("/>")) {
            openAdmonition(words);
            return true;
        }
        const std::string_view tag = words.substr(0, end);
        if (isTabs(name)) {
            noteLabels(tag);
        }
        const std::string label = labelOf(name, tag);
        const std::string_view rest = words.substr(end);
        const bool isOpen
            = isTab(name) && !tag.ends_with("/>") && rest.find("</Tab") == std::string_view::npos;
        if (isOpen) {
            m_indents.push_back(std::string_view::npos);
        }
        if (label.empty() && !isOpen) {
            return false;
        }
        appendLabel(label);
        m_result.append(rest).append("\n");
        return true;
    }

    /// Docusaurus's component is what its `:::tip[T]` is.
    void openAdmonition(std::string_view tag)
    {
        const std::string_view kind = tagValue(tag, "type=\"");
        ++m_openAdmonitions;
        m_result.append("\n:::").append(kind.empty() ? "note" : kind).append("[");
        m_result.append(labelOf("Admonition", tag)).append("]\n\n");
    }

    /// Behind the tag that \a words begin with; braces and quotes may hold what ends one.
    static std::size_t tagEnd(std::string_view words)
    {
        int depth = 0;
        for (std::size_t i = 0; i < words.size(); ++i) {
            const bool isQuote = words[i] == '"' || words[i] == '\'';
            const std::size_t close = isQuote ? words.find(words[i], i + 1) : i;
            i = close == std::string_view::npos ? i : close;
            depth += words[i] == '{' ? 1 : words[i] == '}' ? -1 : 0;
            if (words[i] == '>' && depth <= 0) {
                return i + 1;
            }
        }
        return words.size();
    }

    void appendLabel(std::string_view label)
    {
        if (!label.empty()) {
            m_result.append("\n**");
            appendLiteral(m_result, label);
            m_result.append("**\n\n");
        }
    }

    /// Of `<Tabs values={[{label: 'A', value: 'a'}]}>` and `<Tabs items={['A', 'B']}>`.
    void noteLabels(std::string_view tag)
    {
        m_items.clear();
        if (const std::size_t items = tag.find("items="); items != std::string_view::npos) {
            m_items = quotedTexts(tag.substr(items, tag.find(']', items) - items));
            std::reverse(m_items.begin(), m_items.end());
        }
        const std::size_t values = std::min(tag.find("values="), tag.size());
        for (std::size_t at = tag.find("label", values); at != std::string_view::npos;
             at = tag.find("label", at + 1)) {
            const std::vector<std::string> pair
                = quotedTexts(tag.substr(at, tag.find('}', at) - at));
            if (pair.size() > 1) {
                m_labels[pair[1]] = pair[0];
            }
        }
    }

    std::string labelOf(std::string_view name, std::string_view tag)
    {
        for (const std::string_view attribute :
             {"label=\"", "label='", "title=\"", "title='", "label={\"", "title={\""}) {
            if (const std::string_view label = tagValue(tag, attribute); !label.empty()) {
                return std::string(label);
            }
        }
        if (!isTab(name)) {
            return {};
        }
        const std::string value(
            tagValue(tag, tag.find("value='") < tag.size() ? "value='" : "value=\""));
        if (const auto found = m_labels.find(value); found != m_labels.end()) {
            return found->second;
        }
        if (value.empty() && !m_items.empty()) {
            std::string item = std::move(m_items.back());
            m_items.pop_back();
            return item;
        }
        return value;
    }

    /// By how much the content of the innermost tab is indented, which its first line shows.
    std::size_t contentIndent(std::string_view line)
    {
        if (m_indents.empty() || trimmed(line).empty()) {
            return 0;
        }
        std::size_t &indent = m_indents.back();
        indent = indent == std::string_view::npos ? indentOf(line) : indent;
        return indent;
    }

    std::string m_result;
    std::string m_openTag; ///< the beginning of a tag that is not closed yet
    std::vector<std::size_t> m_indents; ///< of the open tabs' contents; npos: not known yet
    std::vector<std::string> m_items; ///< labels of the tabs to come, the next one last
    std::map<std::string, std::string, std::less<>> m_labels; ///< of the tabs by their values
    std::size_t m_openAdmonitions = 0;
    bool m_isStart = true; ///< of a block, where a script may begin
    bool m_isDropping = false;
    bool m_hasImports = false;
};

bool hasComponents(std::string_view markdown)
{
    for (std::size_t at = markdown.find('<'); at != std::string_view::npos;
         at = markdown.find('<', at + 1)) {
        const std::string_view rest = markdown.substr(at + 1, 2);
        if (rest.size() == 2 && std::isupper(static_cast<unsigned char>(rest[0])) != 0
            && std::islower(static_cast<unsigned char>(rest[1])) != 0) {
            return true;
        }
    }
    return false;
}

/// \a markdown without `{/* … */}`.
std::string withoutComments(std::string_view markdown)
{
    std::string result;
    forEachRegion(markdown, [&result](std::string_view piece, bool isCode) {
        std::size_t start = 0;
        for (std::size_t open = isCode ? std::string_view::npos : piece.find("{/*");
             open != std::string_view::npos; open = piece.find("{/*", start)) {
            const std::size_t close = piece.find("*/}", open);
            if (close == std::string_view::npos) {
                break;
            }
            result.append(piece.substr(start, open - start));
            start = close + 3;
        }
        result.append(piece.substr(start));
    });
    return result;
}

} // namespace

std::string withoutScripts(std::string markdown)
{
    if (markdown.find("{/*") != std::string::npos) {
        markdown = withoutComments(markdown);
    }
    const bool hasScripts = markdown.starts_with("import ")
        || markdown.find("\nimport ") != std::string::npos || hasComponents(markdown);
    return hasScripts ? ScriptDropper().write(markdown) : std::move(markdown);
}

} // namespace lectern::core
