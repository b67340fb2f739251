#include "core/article/front_matter/yaml_subset.h"

#include "core/article/front_matter/lines.h"
#include "core/article/front_matter/tree_writer.h"
#include "core/base/any_byte.h"
#include "core/base/byte_set.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace lectern::core {

namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr int kMaxDepth = 8;
constexpr std::size_t kMaxKeyBytes = 128;
/// What aliases multiply stops here.
constexpr std::size_t kMaxNodes = 10'000;

constexpr bool isWordByte(char character)
{
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z')
        || (character >= '0' && character <= '9') || character == '_'
        || static_cast<unsigned char>(character) >= 0x80;
}

constexpr bool endsKey(char character)
{
    return !isWordByte(character) && character != '-' && character != '.';
}

constexpr ByteSet kKeyEnds = ByteSet::where(endsKey);
constexpr ByteSet kReserved("?:,[]{}#&*!|>'\"%@`");
constexpr ByteSet kFlowMarks(",?[]{}:");

bool isNull(std::string_view text)
{
    // Most texts are as short as these words, and comparing them calls a function.
    return text.empty() || text == "~"
        || (text.size() == 4 && (text.front() == 'n' || text.front() == 'N')
            && (text == "null" || text == "Null" || text == "NULL"));
}

std::string_view withoutTrailingBlanks(std::string_view text)
{
    return text.substr(0, text.find_last_not_of(' ') + 1); // npos + 1 is 0
}

/// Whether \a text ends a value: nothing, blanks, or blanks and a comment.
bool isValueEnd(std::string_view text)
{
    const std::size_t next = text.find_first_not_of(' ');
    return next == kNone || (next > 0 && text[next] == '#');
}

/// Line by line; every function answers false when the text leaves the subset.
class SubsetReader final
{
public:
    SubsetReader(std::string_view block, TreeWriter &writer)
        : m_block(block)
        , m_hasBackslash(block.find('\\') != kNone)
        , m_writer(writer)
    {}

    bool read()
    {
        if (!skipEmptyLines() || isAtEnd()) {
            return isAtEnd();
        }
        const bool isRead
            = m_indent == 0 && (m_line.front() == '{' ? readFlowMap() : readMap(0, 0));
        return isRead && isAtEnd();
    }

    /// Why no parser will read it, if that is known.
    std::optional<BlockError> takeError() { return std::move(m_error); }

private:
    bool isAtEnd() const { return m_at >= m_block.size(); }

    /// Goes to the next line that says something and learns its indent.
    bool skipEmptyLines()
    {
        while (!isAtEnd()) {
            m_line = lineAt(m_block, m_at);
            m_indent = std::min(m_line.find_first_not_of(' '), m_line.size());
            if (m_indent < m_line.size() && m_line[m_indent] != '#') {
                return isNoFence(m_line);
            }
            nextLine();
        }
        m_line = {};
        m_indent = 0;
        return true;
    }

    static bool isNoFence(std::string_view line)
    {
        return (line.front() != '-' || !line.starts_with("---"))
            && (line.front() != '.' || !line.starts_with("..."));
    }

    void nextLine() { m_at = std::min(m_at + m_line.size() + 1, m_block.size()); }

    /// The keys at \a indent, up to a line with a smaller one.
    bool readMap(std::size_t indent, int depth)
    {
        while (!isAtEnd() && m_indent == indent && !isItem(m_line.substr(indent))) {
            if (!readField(indent, depth)) {
                return false;
            }
        }
        return isAtEnd() || m_indent < indent;
    }

    static bool isItem(std::string_view words)
    {
        return words.starts_with('-') && (words.size() == 1 || words[1] == ' ');
    }

    /// Takes the key at \a at of the line and returns its length, 0 if none stands there.
    std::size_t readKey(std::size_t at)
    {
        const std::string_view words = m_line.substr(at);
        const std::size_t length = std::min(kKeyEnds.findIn(words), words.size());
        const std::string_view key = words.substr(0, length);
        const std::string_view rest = words.substr(length);
        const bool hasColon = rest.starts_with(':') && (rest.size() == 1 || rest[1] == ' ');
        if (!hasColon || length > kMaxKeyBytes || isNull(key) || !isWordByte(key.front())) {
            return 0;
        }
        m_writer.setKey(key, m_at + at);
        return length;
    }

    bool readField(std::size_t indent, int depth)
    {
        const std::size_t keyLength = readKey(indent);
        if (keyLength == 0) {
            return false;
        }
        const std::string_view rest = m_line.substr(indent + keyLength);
        if (isValueEnd(rest.substr(1))) {
            nextLine();
            return readBelow(indent, depth);
        }
        const std::size_t value = rest.find_first_not_of(' ', 1);
        const std::size_t offset = m_at + indent + keyLength + value;
        if (readValue(indent, rest.substr(value), offset)) {
            return true;
        }
        if (depth == 0) {
            findStrayWords(rest.substr(value), offset);
        }
        return false;
    }

    /// `"a" b` is wrong in every YAML, and what people write who do not escape quotes: no parser
    /// need be asked. Says so in the words of yaml-cpp.
    void findStrayWords(std::string_view text, std::size_t offset)
    {
        if (text.front() != '"' && text.front() != '\'') {
            return;
        }
        const std::size_t end = readQuoted(text, offset);
        const std::size_t words = end == kNone ? kNone : text.find_first_not_of(' ', end);
        if (words != kNone && isWordByte(text[words]) && text.find(':', words) == kNone) {
            m_error = BlockError{offset + words, "end of map not found"};
        }
    }

    /// What stands below a key that has nothing beside it.
    bool readBelow(std::size_t indent, int depth)
    {
        const std::size_t place = m_at;
        if (!skipEmptyLines() || depth >= kMaxDepth) {
            return false;
        }
        if (!isAtEnd() && m_indent >= indent && isItem(m_line.substr(m_indent))) {
            return readList(m_indent, indent);
        }
        if (isAtEnd() || m_indent <= indent) {
            m_writer.addNull(place);
            return true;
        }
        m_writer.open(ValueKind::Map, m_at + m_indent);
        const bool isRead = readMap(m_indent, depth + 1);
        m_writer.close();
        return isRead && (isAtEnd() || m_indent <= indent);
    }

    bool readList(std::size_t indent, std::size_t parentIndent)
    {
        m_writer.open(ValueKind::List, m_at + indent);
        while (!isAtEnd() && m_indent == indent && isItem(m_line.substr(indent))) {
            const std::string_view rest = m_line.substr(indent + 1);
            if (isValueEnd(rest)) {
                m_writer.addNull(m_at + indent);
                nextLine();
                if (!skipEmptyLines() || (!isAtEnd() && m_indent > indent)) {
                    return false;
                }
                continue;
            }
            const std::size_t value = rest.find_first_not_of(' ');
            if (!readValue(indent, rest.substr(value), m_at + indent + 1 + value)) {
                return false;
            }
        }
        m_writer.close();
        return isAtEnd() || m_indent <= parentIndent;
    }

    /// A value beside its key or dash; goes on to the next line that says something.
    bool readValue(std::size_t indent, std::string_view text, std::size_t offset)
    {
        const char first = text.front();
        if (first == '|' || first == '>') {
            return readBlockText(indent, text, offset);
        }
        const bool isRead = first == '&' ? readAnchored(text, offset)
            : first == '*'               ? readAlias(text, offset)
            : first == '!'               ? readTagged(text, offset)
                                         : readOnOneLine(text, offset);
        if (!isRead) {
            return false;
        }
        nextLine();
        return noDeeperLineFollows(indent);
    }

    /// A value without properties that ends with its line.
    bool readOnOneLine(std::string_view text, std::size_t offset)
    {
        const char first = text.front();
        if (first == '"' || first == '\'') {
            const std::size_t end = readQuoted(text, offset);
            return end != kNone && isValueEnd(text.substr(end));
        }
        if (first == '[') {
            const std::size_t end = readFlowList(text, offset);
            return end != kNone && isValueEnd(text.substr(end));
        }
        return readPlain(text, offset);
    }

    /// The name after the `&` or `*` that \a text begins with; empty where it is an unusual one.
    static std::string_view anchorName(std::string_view text)
    {
        const std::size_t length = std::min(kKeyEnds.findIn(text, 1), text.size()) - 1;
        const bool hasEnd = length + 1 == text.size() || text[length + 1] == ' ';
        return hasEnd ? text.substr(1, length) : std::string_view();
    }

    bool readAnchored(std::string_view text, std::size_t offset)
    {
        const std::string_view name = anchorName(text);
        const std::size_t value = text.find_first_not_of(' ', name.size() + 1);
        if (name.empty() || value == kNone || text[value] == '#') {
            return false;
        }
        const std::size_t node = m_writer.tree.nodes.size();
        m_anchors.emplace_back(name, node);
        if (!readOnOneLine(text.substr(value), offset + value)) {
            return false;
        }
        m_writer.moveTo(node, offset);
        return true;
    }

    bool readAlias(std::string_view text, std::size_t offset)
    {
        const std::string_view name = anchorName(text);
        const auto anchor = std::find_if(m_anchors.rbegin(), m_anchors.rend(),
                                         [&](const auto &known) { return known.first == name; });
        return !name.empty() && anchor != m_anchors.rend()
            && isValueEnd(text.substr(name.size() + 1))
            && m_writer.addCopy(anchor->second, offset, kMaxNodes);
    }

    /// `!!str` makes text of what would be something else.
    bool readTagged(std::string_view text, std::size_t offset)
    {
        constexpr std::string_view kText = "!!str ";
        const std::size_t value = text.find_first_not_of(' ', kText.size());
        if (!text.starts_with(kText) || value == kNone || text[value] == '#'
            || text[value] == '[') {
            return false;
        }
        const std::size_t node = m_writer.tree.nodes.size();
        if (!readOnOneLine(text.substr(value), offset + value)
            || m_writer.tree.nodes[node].kind != ValueKind::Text) {
            return false;
        }
        m_writer.tree.nodes[node].isQuoted = false;
        m_writer.moveTo(node, offset);
        return true;
    }

    /// `{a: x, b: "y", c: [z]}` in place of all lines, with nothing deeper.
    bool readFlowMap()
    {
        std::size_t at = m_line.find_first_not_of(' ', 1);
        bool mayClose = true;
        while (at != kNone) {
            if (m_line[at] == '}' && mayClose) {
                const bool isEnd = isValueEnd(m_line.substr(at + 1));
                nextLine();
                return isEnd && skipEmptyLines();
            }
            const std::size_t keyLength = readKey(at);
            const std::size_t value = m_line.find_first_not_of(' ', at + keyLength + 1);
            if (keyLength == 0 || value == kNone) {
                return false;
            }
            const std::size_t end = m_line[value] == '[' ? afterFlowList(value)
                                                         : readFlowItem(m_line, value, m_at, '}');
            const std::size_t next = end == kNone ? kNone : m_line.find_first_not_of(' ', end);
            if (next == kNone || (m_line[next] != ',' && m_line[next] != '}')) {
                return false;
            }
            mayClose = m_line[next] == '}';
            at = mayClose ? next : m_line.find_first_not_of(' ', next + 1);
        }
        return false;
    }

    std::size_t afterFlowList(std::size_t at)
    {
        const std::size_t length = readFlowList(m_line.substr(at), m_at + at);
        return length == kNone ? kNone : at + length;
    }

    /// A deeper line, even a comment, might continue a value.
    bool noDeeperLineFollows(std::size_t indent)
    {
        while (!isAtEnd()) {
            m_line = lineAt(m_block, m_at);
            m_indent = m_line.find_first_not_of(' ');
            if (m_indent != kNone) {
                return m_indent <= indent
                    && (m_line[m_indent] == '#' ? skipEmptyLines() : isNoFence(m_line));
            }
            nextLine();
        }
        return skipEmptyLines();
    }

    bool readPlain(std::string_view text, std::size_t offset)
    {
        if (kReserved.has(text.front()) || isItem(text)) {
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
        if (isNull(text)) {
            m_writer.addNull(offset);
        } else {
            m_writer.addText(text, offset, false);
        }
        return true;
    }

    /// Adds the quoted scalar that \a text begins with, which stands at \a offset of the block;
    /// where it ends in \a text, or kNone.
    std::size_t readQuoted(std::string_view text, std::size_t offset)
    {
        return text.front() == '"' ? readDoubleQuoted(text, offset)
                                   : readSingleQuoted(text, offset);
    }

    std::size_t readDoubleQuoted(std::string_view text, std::size_t offset)
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

    std::size_t readSingleQuoted(std::string_view text, std::size_t offset)
    {
        std::string plain;
        std::size_t start = 1;
        for (std::size_t quote = text.find('\'', 1); quote != kNone;
             quote = text.find('\'', start)) {
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

    /// `[a, "b c"]` on one line, with nothing nested; where it ends, or kNone.
    std::size_t readFlowList(std::string_view text, std::size_t offset)
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

    /// The scalar at \a at of a list or map that \a closer ends; where it ends, or kNone.
    std::size_t readFlowItem(std::string_view text, std::size_t at, std::size_t offset, char closer)
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

    /// `|`, `|-`, `>` and `>-`, without blank lines at the start or lines of another indent where
    /// the rules of folding become subtle.
    bool readBlockText(std::size_t parentIndent, std::string_view header, std::size_t offset)
    {
        const bool isFolded = header.front() == '>';
        header = withoutTrailingBlanks(header);
        const bool isStripped = header.size() == 2 && header[1] == '-';
        if (header.size() != 1 && !isStripped) {
            return false;
        }
        nextLine();
        const std::size_t indent = isAtEnd() ? 0 : lineAt(m_block, m_at).find_first_not_of(' ');
        if (indent == kNone || indent <= parentIndent) {
            return false;
        }
        std::string text;
        std::size_t breaks = 0;
        bool hasEnd = false; // the last line of a file may lack its line feed
        for (; !isAtEnd(); nextLine()) {
            m_line = lineAt(m_block, m_at);
            const std::size_t words = m_line.find_first_not_of(' ');
            if (words == kNone) {
                const bool isCut = m_at + m_line.size() == m_block.size();
                if (m_line.size() > indent || isCut) {
                    return false; // blanks that belong to the text, or do at the end
                }
                ++breaks;
                continue;
            }
            if (words < indent) {
                break;
            }
            if (isFolded && words > indent) {
                return false;
            }
            addBlockLine(text, m_line.substr(indent), isFolded, breaks);
            hasEnd = m_at + m_line.size() < m_block.size();
            breaks = 1;
        }
        text += isStripped || !hasEnd ? "" : "\n";
        m_writer.addText(m_writer.tree.keep(std::move(text)), offset, true);
        return skipEmptyLines() && (isAtEnd() || m_indent <= parentIndent);
    }

    static void addBlockLine(std::string &text, std::string_view line, bool isFolded,
                             std::size_t breaks)
    {
        if (!text.empty() && isFolded) {
            text.append(breaks == 1 ? " " : std::string(breaks - 1, '\n'));
        } else if (!text.empty()) {
            text.append(breaks, '\n');
        }
        text += line;
    }

    std::string_view m_block;
    bool m_hasBackslash;
    std::size_t m_at = 0; ///< where the current line starts
    std::string_view m_line;
    std::size_t m_indent = 0;
    TreeWriter &m_writer;
    std::vector<std::pair<std::string_view, std::size_t>> m_anchors; ///< name and node
    std::optional<BlockError> m_error;
};

/// Tabs, control characters and byte order marks have rules of their own.
bool hasOddBytes(std::string_view block)
{
    const auto isOdd
        = [](unsigned char byte) { return asByte(byte < 0x20) & asByte(byte != '\n'); };
    const auto isMark = [](unsigned char left, unsigned char right) {
        return asByte(left == 0xBB) & asByte(right == 0xBF);
    };
    return anyByte(block, isOdd) || anyPair(block, isMark);
}

} // namespace

SubsetAnswer parseYamlSubset(std::string_view block, TreeWriter &writer, BlockError &error)
{
    writer.clear();
    if (hasOddBytes(block)) {
        return SubsetAnswer::Unknown;
    }
    SubsetReader reader(block, writer);
    if (reader.read()) {
        return SubsetAnswer::Tree;
    }
    std::optional<BlockError> found = reader.takeError();
    if (!found) {
        return SubsetAnswer::Unknown;
    }
    error = std::move(*found);
    return SubsetAnswer::Error;
}

std::optional<FieldTree> parseYamlSubset(std::string_view block)
{
    TreeWriter writer;
    BlockError error;
    if (parseYamlSubset(block, writer, error) != SubsetAnswer::Tree) {
        return std::nullopt;
    }
    return std::move(writer.tree);
}

} // namespace lectern::core
