#pragma once

#include "core/article/front_matter/tree_writer.h"
#include "core/article/front_matter/yaml_lines.h"

#include <cstddef>
#include <string_view>

namespace lectern::core {

/// Whether \a text is one of the words that YAML's core schema reads as nothing (YAML 1.2.2,
/// 10.3.2).
inline bool isYamlNull(std::string_view text)
{
    // Most texts are as short as these words, and comparing them calls a function.
    return text.empty() || text == "~"
        || (text.size() == 4 && (text.front() == 'n' || text.front() == 'N')
            && (text == "null" || text == "Null" || text == "NULL"));
}

inline std::string_view withoutTrailingBlanks(std::string_view text)
{
    return text.substr(0, text.find_last_not_of(' ') + 1); // npos + 1 is 0
}

/// Whether \a text ends a value: nothing, blanks, or blanks and a comment.
inline bool isYamlValueEnd(std::string_view text)
{
    const std::size_t next = text.find_first_not_of(' ');
    return next == std::string_view::npos || (next > 0 && text[next] == '#');
}

/// Reads the scalars of a YAML block, and the flow lists of them, that end with their line. Each
/// function takes a text of the line and where it stands in the block, in bytes; npos or false
/// says that the text leaves the subset, and then what was written is of no use.
class YamlScalars final
{
public:
    YamlScalars(std::string_view block, TreeWriter &writer)
        : m_block(block)
        , m_hasBackslash(block.find('\\') != std::string_view::npos)
        , m_writer(writer)
    {}

    /// Adds a value without properties that ends with its line.
    bool readValue(std::string_view text, std::size_t offset);

    /// Adds the quoted scalar that \a text begins with; how many bytes it takes.
    std::size_t readQuoted(std::string_view text, std::size_t offset);

    /// Adds `[a, "b c"]` with nothing nested; how many bytes it takes.
    std::size_t readFlowList(std::string_view text, std::size_t offset);

    /// Adds the scalar at \a at of a list or map that \a closer ends; where it ends in \a text.
    std::size_t readFlowItem(std::string_view text, std::size_t at, std::size_t offset,
                             char closer);

    /// Adds the lines of a literal or folded block below a key at \a parentIndent, whose \a header
    /// (`|`, `|-`, `>`, `>-`) ends the current line, and goes on to the next line that says
    /// something. Blank lines at the start and lines of another indent, where the rules of folding
    /// become subtle, leave the subset.
    bool readBlockText(YamlLines &lines, std::size_t parentIndent, std::string_view header,
                       std::size_t offset);

private:
    bool readPlain(std::string_view text, std::size_t offset);
    std::size_t readDoubleQuoted(std::string_view text, std::size_t offset);
    std::size_t readEscaped(std::string_view text, std::size_t offset);
    std::size_t readSingleQuoted(std::string_view text, std::size_t offset);

    std::string_view m_block;
    bool m_hasBackslash;
    TreeWriter &m_writer;
};

} // namespace lectern::core
