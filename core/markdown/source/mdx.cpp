#include "core/base/text.h"
#include "core/markdown/source/dialects.h"
#include "core/markdown/source/source_passes.h"

#include <algorithm>

namespace lectern::core {

namespace {

/// `import X from "y"` and `import "y"`.
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
        && (open == 7 || words.substr(0, open).ends_with("from "));
}

bool isExport(std::string_view line)
{
    return line.starts_with("export const ") || line.starts_with("export default ")
        || line.starts_with("export function ");
}

/// The value of \a attribute in a tag at the start of \a line.
std::string_view tagValue(std::string_view line, std::string_view attribute)
{
    const std::string_view tag = line.substr(0, line.find('>'));
    const std::size_t at = tag.find(attribute);
    if (at == std::string_view::npos) {
        return {};
    }
    const std::string_view value = tag.substr(at + attribute.size());
    return value.substr(0, value.find(value.empty() ? '"' : tag[at + attribute.size() - 1]));
}

/// The label of a tab that \a line opens.
std::string_view tabLabel(std::string_view line)
{
    if (!line.starts_with("<TabItem") && !line.starts_with("<Tab ")) {
        return {};
    }
    for (const std::string_view attribute : {"label=\"", "label='", "title=\"", "value=\""}) {
        if (const std::string_view label = tagValue(line, attribute); !label.empty()) {
            return label;
        }
    }
    return {};
}

class ScriptDropper final
{
public:
    std::string write(std::string_view markdown)
    {
        for (const SourceLine &line : sourceLines(markdown)) {
            if (line.isCode()) {
                m_result += line.text;
                m_isStart = false;
            } else {
                addLine(line.text);
            }
        }
        return std::move(m_result);
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
        const std::string_view label = tabLabel(words);
        if (!label.empty()) {
            m_result.append("\n**");
            appendLiteral(m_result, label);
            m_result.append("**\n\n");
            line = line.substr(std::min(line.find('>') + 1, line.size() - 1));
        }
        m_result += line;
    }

    std::string m_result;
    bool m_isStart = true; ///< of a block, where a script may begin
    bool m_isDropping = false;
    bool m_hasImports = false;
};

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
        || markdown.find("\nimport ") != std::string::npos
        || markdown.find("<Tab") != std::string::npos;
    return hasScripts ? ScriptDropper().write(markdown) : std::move(markdown);
}

} // namespace lectern::core
