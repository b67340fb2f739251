#include "core/markdown/source/indented_code.h"

#include "core/base/byte_set.h"
#include "core/base/text.h"

#include <algorithm>
#include <array>

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

/// Whether what is indented below \a line belongs to it.
bool opensContainer(std::string_view line)
{
    constexpr std::array<std::string_view, 5> marks{"[^", "!!! ", "??? ", "???+ ", ": "};
    const bool isTab = line.starts_with("===") && line.find(" \"") != std::string_view::npos;
    return isListItem(line) || isTab
        || std::any_of(marks.begin(), marks.end(),
                       [line](std::string_view mark) { return line.starts_with(mark); });
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

bool isPre(std::string_view line)
{
    if (line.find('<') == std::string_view::npos) {
        return false;
    }
    const std::string_view start = trimmed(line).substr(0, 5);
    return start == "<pre>" || start == "<pre ";
}

bool IndentedCode::add(std::string_view line)
{
    constexpr ByteSet kBlanks(" \t\r\n");
    const std::size_t start = kBlanks.findNotIn(line);
    if (start == std::string_view::npos) {
        m_isAfterBlank = true;
        return false;
    }
    const std::size_t indent = start == 0 ? 0 : indentOf(line);
    m_isCode = indent >= 4 && !m_isInContainer && (m_isAfterBlank || m_isCode);
    if (!m_isCode && opensContainer(line.substr(start))) {
        m_isInContainer = true;
    } else if (indent == 0) {
        m_isInContainer = m_isInContainer && !m_isAfterBlank;
    }
    m_isAfterBlank = false;
    return m_isCode;
}

} // namespace lectern::core
