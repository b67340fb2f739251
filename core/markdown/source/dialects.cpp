#include "core/markdown/source/dialects.h"

#include "core/base/text.h"

#include <algorithm>

namespace lectern::core {

std::vector<SourceLine> sourceLines(std::string_view markdown)
{
    std::vector<SourceLine> lines;
    const std::vector<TextRange> regions = codeRegions(markdown, CodeKinds::Marked);
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
    std::string source = withTemplates(withFancyLists(std::move(markdown)), meta);
    source = withoutScripts(std::move(source));
    source = withContainers(std::move(source));
    source = withGridTables(withRuledTables(std::move(source)));
    source = withDefinitionLists(withLineBlocks(std::move(source)));
    source = notes == Notes::Yes ? withInlineFields(std::move(source)) : std::move(source);
    source = withOutline(std::move(source), notes);
    return withPlainSpans(std::move(source));
}

} // namespace lectern::core
