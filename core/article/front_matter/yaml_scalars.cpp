#include "core/article/front_matter/yaml_scalars.h"

#include "core/base/byte_set.h"
#include "core/base/find_byte.h"

#include <optional>
#include <string>
#include <utility>

namespace lectern::core {

namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr ByteSet kReserved("?:,[]{}#&*!|>'\"%@`");
constexpr ByteSet kFlowMarks(",?[]{}:");

/// Where the text of a block goes on: below its first line or, folded, with blanks for line ends.
void addBlockLine(std::string &text, std::string_view line, bool isFolded, std::size_t breaks)
{
    if (!text.empty() && isFolded) {
        text.append(breaks == 1 ? " " : std::string(breaks - 1, '\n'));
    } else if (!text.empty()) {
        text.append(breaks, '\n');
    }
    text += line;
}

/// The lines of a block from the current one on, nothing where they leave the subset; whether the
/// last of them has a line feed is told by \a hasEnd.
std::optional<std::string> blockLines(YamlLines &lines, std::size_t indent, bool isFolded,
                                      bool &hasEnd)
{
    std::string text;
    std::size_t breaks = 0;
    hasEnd = false;
    for (; !lines.isAtEnd(); lines.next()) {
        lines.readLine();
        if (lines.indent() == kNone) {
            if (lines.line().size() > indent || lines.isCut()) {
                return std::nullopt; // blanks that belong to the text, or do at the end
            }
            ++breaks;
            continue;
        }
        if (lines.indent() < indent) {
            break;
        }
        if (isFolded && lines.indent() > indent) {
            return std::nullopt;
        }
        addBlockLine(text, lines.line().substr(indent), isFolded, breaks);
        hasEnd = !lines.isCut();
        breaks = 1;
    }
    return text;
}

} // namespace

bool YamlScalars::readValue(std::string_view text, std::size_t offset)
{
    const char first = text.front();
    if (first == '"' || first == '\'') {
        const std::size_t end = readQuoted(text, offset);
        return end != kNone && isYamlValueEnd(text.substr(end));
    }
    if (first == '[') {
        const std::size_t end = readFlowList(text, offset);
        return end != kNone && isYamlValueEnd(text.substr(end));
    }
    return readPlain(text, offset);
}

bool YamlScalars::readPlain(std::string_view text, std::size_t offset)
{
    if (kReserved.has(text.front()) || isYamlItem(text)) {
        return false;
    }
    std::size_t end = text.size();
    for (std::size_t at = 0; at < end; ++at) {
        if (text[at] == ':' && (at + 1 == text.size() || text[at + 1] == ' ')) {
            return false;
        }
        end = text[at] == '#' && text[at - 1] == ' ' ? at : end;
    }
    text = withoutTrailingBlanks(text.substr(0, end));
    if (isYamlNull(text)) {
        m_writer.addNull(offset);
    } else {
        m_writer.addText(text, offset, false);
    }
    return true;
}

std::size_t YamlScalars::readQuoted(std::string_view text, std::size_t offset)
{
    return text.front() == '"' ? readDoubleQuoted(text, offset) : readSingleQuoted(text, offset);
}

std::size_t YamlScalars::readDoubleQuoted(std::string_view text, std::size_t offset)
{
    const std::size_t quote = findByte(m_block, '"', offset + 1);
    if (quote >= offset + text.size()) {
        return kNone;
    }
    const std::string_view plainly = text.substr(1, quote - offset - 1);
    if (!m_hasBackslash || plainly.find('\\') == kNone) {
        m_writer.addText(plainly, offset, true);
        return plainly.size() + 2;
    }
    return readEscaped(text, offset);
}

std::size_t YamlScalars::readEscaped(std::string_view text, std::size_t offset)
{
    std::string plain;
    for (std::size_t at = 1; at < text.size(); ++at) {
        if (text[at] == '"') {
            m_writer.addText(m_writer.tree.keep(std::move(plain)), offset, true);
            return at + 1;
        }
        if (text[at] != '\\') {
            plain += text[at];
            continue;
        }
        const char escaped = ++at < text.size() ? text[at] : '\0';
        if (escaped != '"' && escaped != '\\' && escaped != '/' && escaped != 'n'
            && escaped != 't') {
            return kNone;
        }
        plain += escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped;
    }
    return kNone;
}

std::size_t YamlScalars::readSingleQuoted(std::string_view text, std::size_t offset)
{
    std::string plain;
    std::size_t start = 1;
    for (std::size_t quote = text.find('\'', 1); quote != kNone; quote = text.find('\'', start)) {
        const bool isPair = quote + 1 < text.size() && text[quote + 1] == '\'';
        if (!isPair && plain.empty()) {
            m_writer.addText(text.substr(start, quote - start), offset, true);
            return quote + 1;
        }
        plain += text.substr(start, quote - start + (isPair ? 1 : 0));
        if (!isPair) {
            m_writer.addText(m_writer.tree.keep(std::move(plain)), offset, true);
            return quote + 1;
        }
        start = quote + 2;
    }
    return kNone;
}

std::size_t YamlScalars::readFlowList(std::string_view text, std::size_t offset)
{
    m_writer.open(ValueKind::List, offset);
    std::size_t at = text.find_first_not_of(' ', 1);
    bool mayClose = true; // after `[` and after an item, but not after a comma
    while (at != kNone) {
        if (text[at] == ']' && mayClose) {
            m_writer.close();
            return at + 1;
        }
        const std::size_t end = readFlowItem(text, at, offset, ']');
        const std::size_t next = end == kNone ? kNone : text.find_first_not_of(' ', end);
        if (next == kNone || (text[next] != ',' && text[next] != ']')) {
            return kNone;
        }
        mayClose = text[next] == ']';
        at = mayClose ? next : text.find_first_not_of(' ', next + 1);
    }
    return kNone;
}

std::size_t YamlScalars::readFlowItem(std::string_view text, std::size_t at, std::size_t offset,
                                      char closer)
{
    if (text[at] == '"' || text[at] == '\'') {
        const std::size_t length = readQuoted(text.substr(at), offset + at);
        return length == kNone ? kNone : at + length;
    }
    const std::size_t end = kFlowMarks.findIn(text, at);
    if (end == kNone || (text[end] != ',' && text[end] != closer)
        || !readPlain(text.substr(at, end - at), offset + at)
        || text.substr(at, end - at).find(" #") != kNone) {
        return kNone;
    }
    return end;
}

bool YamlScalars::readBlockText(YamlLines &lines, std::size_t parentIndent, std::string_view header,
                                std::size_t offset)
{
    const bool isFolded = header.front() == '>';
    header = withoutTrailingBlanks(header);
    const bool isStripped = header.size() == 2 && header[1] == '-';
    if (header.size() != 1 && !isStripped) {
        return false;
    }
    lines.next();
    const std::size_t indent
        = lines.isAtEnd() ? 0 : lineAt(m_block, lines.at()).find_first_not_of(' ');
    if (indent == kNone || indent <= parentIndent) {
        return false;
    }
    bool hasEnd = false; // the last line of a file may lack its line feed
    std::optional<std::string> text = blockLines(lines, indent, isFolded, hasEnd);
    if (!text) {
        return false;
    }
    *text += isStripped || !hasEnd ? "" : "\n";
    m_writer.addText(m_writer.tree.keep(*std::move(text)), offset, true);
    return lines.skipEmpty() && (lines.isAtEnd() || lines.indent() <= parentIndent);
}

} // namespace lectern::core
