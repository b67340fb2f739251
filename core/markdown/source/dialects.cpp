#include "core/markdown/source/dialects.h"

#include "core/base/text.h"

#include <algorithm>
#include <cctype>

namespace lectern::core {

namespace {

bool isListItem(std::string_view line)
{
    const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
    const std::string_view mark = line.substr(digits, 2);
    return digits > 0 && digits < 10
        ? mark == ". " || mark == ") "
        : mark == "- " || mark == "* " || mark == "+ " || mark == "-\n";
}

/// Tells indented code from what belongs to a list.
class IndentedCode final
{
public:
    bool add(std::string_view line)
    {
        const std::string_view words = trimmed(line);
        if (words.empty()) {
            m_isAfterBlank = true;
            return false;
        }
        const std::size_t indent = indentOf(line);
        m_isCode = indent >= 4 && !m_isInList && (m_isAfterBlank || m_isCode);
        if (isListItem(line.substr(line.find_first_not_of(" \t"))) && !m_isCode) {
            m_isInList = true;
        } else if (indent == 0) {
            m_isInList = m_isInList && !m_isAfterBlank;
        }
        m_isAfterBlank = false;
        return m_isCode;
    }

private:
    bool m_isInList = false;
    bool m_isAfterBlank = true;
    bool m_isCode = false;
};

bool isPre(std::string_view line)
{
    const std::string_view start = trimmed(line).substr(0, 5);
    return start == "<pre>" || start == "<pre ";
}

} // namespace

std::size_t indentOf(std::string_view line)
{
    std::size_t columns = 0;
    for (const char byte : line) {
        if (byte != ' ' && byte != '\t') {
            break;
        }
        columns += byte == '\t' ? 4 - columns % 4 : 1;
    }
    return columns;
}

std::vector<SourceLine> sourceLines(std::string_view markdown)
{
    std::vector<SourceLine> lines;
    const std::vector<TextRange> regions = codeRegions(markdown);
    auto region = regions.begin();
    IndentedCode indented;
    bool isInPre = false;
    for (std::size_t start = 0; start < markdown.size();) {
        const std::size_t end = std::min(markdown.find('\n', start), markdown.size() - 1) + 1;
        SourceLine line{markdown.substr(start, end - start)};
        region = std::find_if(region, regions.end(),
                              [start](const TextRange &range) { return range.end > start; });
        isInPre = isInPre || isPre(line.text);
        const bool isInRegion = region != regions.end()
            && (region->start < start || (region->start == start && region->end + 1 >= end));
        line.isFenced = isInPre || isInRegion;
        line.isIndentedCode = !line.isFenced && indented.add(line.text);
        isInPre = isInPre && line.text.find("</pre>") == std::string_view::npos;
        lines.push_back(line);
        start = end;
    }
    return lines;
}

std::string withDialects(std::string markdown, const ArticleMeta &meta, Notes notes)
{
    std::string source = withTemplates(std::move(markdown), meta);
    source = withoutScripts(std::move(source));
    source = withContainers(std::move(source));
    source = withOutline(std::move(source), notes);
    return withPlainSpans(std::move(source));
}

} // namespace lectern::core
