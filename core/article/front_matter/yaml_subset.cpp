#include "core/article/front_matter/yaml_subset.h"

#include "core/article/front_matter/tree_writer.h"
#include "core/article/front_matter/yaml_lines.h"
#include "core/article/front_matter/yaml_scalars.h"
#include "core/base/any_byte.h"
#include "core/base/byte_set.h"

#include <algorithm>
#include <cstddef>
#include <optional>
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

/// Line by line; every function answers false when the text leaves the subset.
class SubsetReader final
{
public:
    SubsetReader(std::string_view block, TreeWriter &writer)
        : m_lines(block)
        , m_scalars(block, writer)
        , m_writer(writer)
    {}

    bool read()
    {
        if (!m_lines.skipEmpty() || m_lines.isAtEnd()) {
            return m_lines.isAtEnd();
        }
        const bool isRead = m_lines.indent() == 0
            && (m_lines.line().front() == '{' ? readFlowMap() : readMap(0, 0));
        return isRead && m_lines.isAtEnd();
    }

    /// Why no parser will read it, if that is known.
    std::optional<BlockError> takeError() { return std::move(m_error); }

private:
    /// The keys at \a indent, up to a line with a smaller one.
    bool readMap(std::size_t indent, int depth)
    {
        while (!m_lines.isAtEnd() && m_lines.indent() == indent
               && !isYamlItem(m_lines.line().substr(indent))) {
            if (!readField(indent, depth)) {
                return false;
            }
        }
        return m_lines.isAtEnd() || m_lines.indent() < indent;
    }

    /// Takes the key at \a at of the line and returns its length, 0 if none stands there.
    std::size_t readKey(std::size_t at)
    {
        const std::string_view words = m_lines.line().substr(at);
        const std::size_t length = std::min(kKeyEnds.findIn(words), words.size());
        const std::string_view key = words.substr(0, length);
        const std::string_view rest = words.substr(length);
        const bool hasColon = rest.starts_with(':') && (rest.size() == 1 || rest[1] == ' ');
        if (!hasColon || length > kMaxKeyBytes || isYamlNull(key) || !isWordByte(key.front())) {
            return 0;
        }
        m_writer.setKey(key, m_lines.at() + at);
        return length;
    }

    bool readField(std::size_t indent, int depth)
    {
        const std::size_t keyLength = readKey(indent);
        if (keyLength == 0) {
            return false;
        }
        const std::string_view rest = m_lines.line().substr(indent + keyLength);
        if (isYamlValueEnd(rest.substr(1))) {
            m_lines.next();
            return readBelow(indent, depth);
        }
        const std::size_t value = rest.find_first_not_of(' ', 1);
        const std::size_t offset = m_lines.at() + indent + keyLength + value;
        if (readValue(indent, rest.substr(value), offset)) {
            return true;
        }
        if (depth == 0) {
            findStrayWords(rest.substr(value), offset);
        }
        return false;
    }

    /// `"a" b` is wrong in every YAML, and what people write who do not escape quotes: no parser
    /// need be asked.
    void findStrayWords(std::string_view text, std::size_t offset)
    {
        if (text.front() != '"' && text.front() != '\'') {
            return;
        }
        const std::size_t end = m_scalars.readQuoted(text, offset);
        const std::size_t words = end == kNone ? kNone : text.find_first_not_of(' ', end);
        if (words != kNone && isWordByte(text[words]) && text.find(':', words) == kNone) {
            m_error = BlockError{offset + words, worded(ProblemReason::MapEndMissing)};
        }
    }

    /// What stands below a key that has nothing beside it.
    bool readBelow(std::size_t indent, int depth)
    {
        const std::size_t place = m_lines.at();
        if (!m_lines.skipEmpty() || depth >= kMaxDepth) {
            return false;
        }
        if (!m_lines.isAtEnd() && m_lines.indent() >= indent
            && isYamlItem(m_lines.line().substr(m_lines.indent()))) {
            return readList(m_lines.indent(), indent);
        }
        if (m_lines.isAtEnd() || m_lines.indent() <= indent) {
            m_writer.addNull(place);
            return true;
        }
        m_writer.open(ValueKind::Map, m_lines.at() + m_lines.indent());
        const bool isRead = readMap(m_lines.indent(), depth + 1);
        m_writer.close();
        return isRead && (m_lines.isAtEnd() || m_lines.indent() <= indent);
    }

    bool readList(std::size_t indent, std::size_t parentIndent)
    {
        m_writer.open(ValueKind::List, m_lines.at() + indent);
        while (!m_lines.isAtEnd() && m_lines.indent() == indent
               && isYamlItem(m_lines.line().substr(indent))) {
            const std::string_view rest = m_lines.line().substr(indent + 1);
            if (isYamlValueEnd(rest)) {
                m_writer.addNull(m_lines.at() + indent);
                m_lines.next();
                if (!m_lines.skipEmpty() || (!m_lines.isAtEnd() && m_lines.indent() > indent)) {
                    return false;
                }
                continue;
            }
            const std::size_t value = rest.find_first_not_of(' ');
            if (!readValue(indent, rest.substr(value), m_lines.at() + indent + 1 + value)) {
                return false;
            }
        }
        m_writer.close();
        return m_lines.isAtEnd() || m_lines.indent() <= parentIndent;
    }

    /// A value beside its key or dash; goes on to the next line that says something.
    bool readValue(std::size_t indent, std::string_view text, std::size_t offset)
    {
        const char first = text.front();
        if (first == '|' || first == '>') {
            return m_scalars.readBlockText(m_lines, indent, text, offset);
        }
        const bool isRead = first == '&' ? readAnchored(text, offset)
            : first == '*'               ? readAlias(text, offset)
            : first == '!'               ? readTagged(text, offset)
                                         : m_scalars.readValue(text, offset);
        if (!isRead) {
            return false;
        }
        m_lines.next();
        return m_lines.skipBehindValue(indent);
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
        if (!m_scalars.readValue(text.substr(value), offset + value)) {
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
            && isYamlValueEnd(text.substr(name.size() + 1))
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
        if (!m_scalars.readValue(text.substr(value), offset + value)
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
        std::size_t at = m_lines.line().find_first_not_of(' ', 1);
        bool mayClose = true;
        while (at != kNone) {
            if (m_lines.line()[at] == '}' && mayClose) {
                const bool isEnd = isYamlValueEnd(m_lines.line().substr(at + 1));
                m_lines.next();
                return isEnd && m_lines.skipEmpty();
            }
            const std::size_t keyLength = readKey(at);
            const std::size_t value = m_lines.line().find_first_not_of(' ', at + keyLength + 1);
            if (keyLength == 0 || value == kNone) {
                return false;
            }
            const std::size_t end = m_lines.line()[value] == '['
                ? afterFlowList(value)
                : m_scalars.readFlowItem(m_lines.line(), value, m_lines.at(), '}');
            const std::size_t next
                = end == kNone ? kNone : m_lines.line().find_first_not_of(' ', end);
            if (next == kNone || (m_lines.line()[next] != ',' && m_lines.line()[next] != '}')) {
                return false;
            }
            mayClose = m_lines.line()[next] == '}';
            at = mayClose ? next : m_lines.line().find_first_not_of(' ', next + 1);
        }
        return false;
    }

    std::size_t afterFlowList(std::size_t at)
    {
        const std::size_t length
            = m_scalars.readFlowList(m_lines.line().substr(at), m_lines.at() + at);
        return length == kNone ? kNone : at + length;
    }

    YamlLines m_lines;
    YamlScalars m_scalars;
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
