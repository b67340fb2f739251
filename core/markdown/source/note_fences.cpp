#include "core/markdown/source/code_regions.h"
#include "core/markdown/source/indented_code.h"
#include "core/markdown/source/source_passes.h"

#include <algorithm>

namespace lectern::core {

namespace {

constexpr std::size_t kNoteIndent = 2; // as the pass that takes the notes has it

/// The bytes of `[^label]:` at the start of \a line; 0 when there is none.
std::size_t definitionLength(std::string_view line)
{
    const std::size_t start = std::min(line.find_first_not_of(' '), line.size());
    const std::size_t close = line.find("]:", start);
    const bool isDefinition = start < 4 && line.substr(start).starts_with("[^")
        && close != std::string_view::npos && close > start + 2;
    return isDefinition ? close + 2 : 0;
}

class NoteFences final
{
public:
    std::string write(std::string_view markdown)
    {
        for (std::size_t start = 0; start < markdown.size();) {
            const std::size_t end = std::min(markdown.find('\n', start), markdown.size() - 1) + 1;
            addLine(markdown.substr(start, end - start));
            start = end;
        }
        endNote();
        return std::move(m_result);
    }

private:
    void addLine(std::string_view line)
    {
        const bool isBlank = line.find_first_not_of(" \t\r\n") == std::string_view::npos;
        if (!isBlank) {
            leaveNote(line);
            readFence(line);
        }
        m_result += line;
        m_wordsEnd = isBlank ? m_wordsEnd : m_result.size();
        m_isAfterBlank = isBlank;
    }

    void leaveNote(std::string_view line)
    {
        const bool isFence
            = m_fence.length == 0 && fenceOf(line, line.find_first_not_of(' ')).length > 0;
        if (m_isInNote && indentOf(line) < kNoteIndent && (m_isAfterBlank || isFence)) {
            endNote();
        }
    }

    void endNote()
    {
        if (m_isInNote && m_fence.length > 0) {
            const bool hasEnd = m_result[m_wordsEnd - 1] == '\n';
            m_result.insert(m_wordsEnd,
                            (hasEnd ? "" : "\n") + std::string(m_fenceIndent, ' ')
                                + std::string(m_fence.length, m_fence.mark) + "\n");
            m_fence = {};
        }
        m_isInNote = false;
    }

    /// What \a line opens or closes.
    void readFence(std::string_view &line)
    {
        if (m_fence.length > 0) {
            const Fence close = fenceOf(line, line.find_first_not_of(" \t>"));
            m_fence = m_fence.isClosedBy(close) ? Fence{} : m_fence;
            return;
        }
        const std::size_t label = definitionLength(line);
        const std::size_t start
            = label > 0 ? line.find_first_not_of(" \t", label) : wordsStart(line);
        m_isInNote = m_isInNote || label > 0;
        m_fence = fenceOf(line, start);
        if (label > 0 && m_fence.length > 0) {
            m_result.append(line.substr(0, label)).append("\n    ");
            line.remove_prefix(start);
            m_fenceIndent = 4;
        } else if (m_fence.length > 0) {
            m_fenceIndent = indentOf(line.substr(0, start)) + start
                - std::min(start, line.find_first_not_of(" \t"));
        }
    }

    std::string m_result;
    std::size_t m_wordsEnd = 0; ///< behind the last line of m_result that is not blank
    Fence m_fence; ///< the open one
    std::size_t m_fenceIndent = 0;
    bool m_isInNote = false;
    bool m_isAfterBlank = true;
};

} // namespace

std::string withClosedNotes(std::string markdown)
{
    const auto has
        = [&markdown](std::string_view mark) { return markdown.find(mark) != std::string::npos; };
    return has("[^") && (has("```") || has("~~~")) ? NoteFences().write(markdown)
                                                   : std::move(markdown);
}

} // namespace lectern::core
