#include "core/article/front_matter/recovery.h"

#include "core/article/front_matter/block_fields.h"
#include "core/article/front_matter/damaged_value.h"
#include "core/article/front_matter/field_names.h"
#include "core/article/front_matter/lines.h"
#include "core/base/text.h"

#include <algorithm>
#include <utility>

namespace lectern::core {

namespace {

constexpr std::size_t kNone = std::string_view::npos;

/// A parser that refuses costs some 50 us; a block of broken lines must not cost thousands of them.
constexpr std::size_t kMaxRefusals = 200;
constexpr std::size_t kMaxDepth = 3;
constexpr std::size_t kMaxProposalBytes = 4096;

/// A key and the lines that belong to it.
struct Chunk
{
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t keyBegin = 0;
    std::size_t keyEnd = 0; ///< where the separator stands
};

std::size_t skipBlanks(std::string_view text, std::size_t from)
{
    return std::min(text.find_first_not_of(" \t", from), text.size());
}

std::string joinedLines(std::string_view text, char separator)
{
    std::string joined;
    for (std::size_t at = 0; at < text.size(); at = afterLine(text, at)) {
        const std::string_view line = trimmed(lineAt(text, at));
        joined += joined.empty() || line.empty() ? "" : std::string(1, separator);
        joined += line;
    }
    return joined;
}

class Recoverer final
{
public:
    Recoverer(std::string_view block, FrontMatterKind kind)
        : m_block(block)
        , m_kind(kind)
    {}

    Recovery run()
    {
        if (m_kind == FrontMatterKind::Json) {
            const std::size_t begin = skipBlanks(m_block, 0) + 1;
            recoverMap(begin, m_block.size(), indentBetween(begin, m_block.size()), 0);
        } else {
            recoverMap(0, m_block.size(), indentBetween(0, m_block.size()), 0);
        }
        closeSection();
        return std::move(m_result);
    }

private:
    /// The keys between \a begin and \a end that have \a indent; deeper ones stand there by
    /// mistake.
    void recoverMap(std::size_t begin, std::size_t end, std::size_t indent, std::size_t depth)
    {
        std::size_t at = begin;
        while (at < end) {
            const std::string_view line = lineAt(m_block, at);
            const std::string_view words = trimmed(line);
            const std::size_t lineIndent = indentOf(line);
            if (words.empty() || words.front() == '#' || isClosing(words)) {
                at = afterLine(m_block, at);
                continue;
            }
            const std::size_t keyEnd = keyEndOf(line, lineIndent);
            if (m_kind == FrontMatterKind::Toml && line.starts_with('[')) {
                openSection(at, words);
                at = afterLine(m_block, at);
            } else if (keyEnd == kNone || lineIndent < indent) {
                reportStrayLine(at, words);
                at = afterLine(m_block, at);
            } else {
                const Chunk chunk{at, std::min(chunkEnd(at, lineIndent), end), at + lineIndent,
                                  at + keyEnd};
                const bool isMisplaced = m_kind == FrontMatterKind::Yaml && lineIndent > indent;
                if (recoverChunk(chunk, depth) && isMisplaced) {
                    report({at,
                            "is indented unlike the keys around it",
                            {},
                            std::string(words),
                            std::string(words)});
                }
                at = chunk.end;
            }
        }
    }

    /// The smallest indent of a line with a key.
    std::size_t indentBetween(std::size_t begin, std::size_t end) const
    {
        std::size_t smallest = kNone;
        for (std::size_t at = begin; at < end; at = afterLine(m_block, at)) {
            const std::string_view line = lineAt(m_block, at);
            if (keyEndOf(line, indentOf(line)) != kNone) {
                smallest = std::min(smallest, indentOf(line));
            }
        }
        return smallest == kNone || m_kind != FrontMatterKind::Yaml ? 0 : smallest;
    }

    bool isClosing(std::string_view words) const
    {
        return m_kind == FrontMatterKind::Json && (words == "}" || words == "{");
    }

    /// Where the key of a line ends, if it has one and the indent of its map.
    std::size_t keyEndOf(std::string_view line, std::size_t indent) const
    {
        if (m_kind == FrontMatterKind::Toml) {
            return tomlKeyEnd(line);
        }
        if (m_kind == FrontMatterKind::Yaml && indentOf(line) != indent) {
            return kNone;
        }
        const std::string_view words = line.substr(indentOf(line));
        const std::size_t end = m_kind == FrontMatterKind::Json
            ? jsonKeyEnd(words)
            : std::min(yamlKeyEnd(words), gluedKeyEnd(words));
        return end == kNone ? kNone : end + indentOf(line);
    }

    std::size_t chunkEnd(std::size_t start, std::size_t indent) const
    {
        std::size_t at = afterLine(m_block, start);
        while (at < m_block.size() && belongsToKey(lineAt(m_block, at), indent)) {
            at = afterLine(m_block, at);
        }
        return at;
    }

    bool belongsToKey(std::string_view line, std::size_t indent) const
    {
        const std::string_view words = trimmed(line);
        if (m_kind != FrontMatterKind::Yaml) {
            return keyEndOf(line, indent) == kNone && !line.starts_with('[');
        }
        return words.empty() || words.front() == '#' || indentOf(line) > indent
            || (indentOf(line) == indent && std::string_view("-]}").find(words.front()) != kNone);
    }

    std::string_view textOf(const Chunk &chunk) const
    {
        return m_block.substr(chunk.begin, chunk.end - chunk.begin);
    }

    /// False if the chunk had to be taken as written, which is reported.
    bool recoverChunk(const Chunk &chunk, std::size_t depth)
    {
        BlockError error{0, "is one of too many broken lines"};
        if (isGlued(chunk)) {
            return recoverGlued(chunk);
        }
        if (m_refusals < kMaxRefusals) {
            const BlockFields fields = parseChunk(chunk);
            const auto *tree = std::get_if<FieldTree>(&fields);
            if (tree != nullptr && !tree->nodes.empty()
                && tree->nodes.front().span == tree->nodes.size()) {
                append(*tree, chunk);
                return true;
            }
            ++m_refusals;
            if (tree == nullptr) {
                error = std::get<BlockError>(fields);
            }
        }
        if (depth >= kMaxDepth
            || (!splitOffDeeperKeys(chunk, depth) && !takeFirstLine(chunk, depth))) {
            takeAsWritten(chunk, error, depth);
        }
        return false;
    }

    /// Whether the blank is missing behind the key's colon, or the colon is a wide one.
    bool isGlued(const Chunk &chunk) const
    {
        const std::string_view line = lineAt(m_block, chunk.keyBegin);
        return m_kind == FrontMatterKind::Yaml && yamlKeyEnd(line) == kNone
            && gluedKeyEnd(line) != kNone;
    }

    /// Reads the chunk as if its colon were written well.
    bool recoverGlued(const Chunk &chunk)
    {
        const std::size_t colonBytes = m_block[chunk.keyEnd] == ':' ? 1 : 3;
        const std::string_view key
            = trimmed(m_block.substr(chunk.keyBegin, chunk.keyEnd - chunk.keyBegin));
        const std::size_t value = chunk.keyEnd + colonBytes;
        const std::string mended
            = std::string(key) + ": " + std::string(m_block.substr(value, chunk.end - value));
        const BlockFields fields = parseBlock(mended, m_kind);
        const auto *tree = std::get_if<FieldTree>(&fields);
        Damage damage{chunk.keyEnd, "has no blank behind its colon", std::string(key), {}, {}};
        FieldNode node;
        node.key = m_result.tree.keep(std::string(key));
        node.offset = static_cast<std::uint32_t>(chunk.keyBegin);
        node.valueOffset = static_cast<std::uint32_t>(value);
        if (tree != nullptr && !tree->nodes.empty()) {
            append(*tree, chunk);
            damage.valueUsed = flowText(*tree, 0, kMaxProposalBytes);
            damage.proposal = trimmed(mended);
        } else {
            ++m_refusals;
            addText(node, meantText(trimmed(lineAt(m_block, value))), damage);
        }
        report(std::move(damage));
        return true;
    }

    /// TOML and JSON: a line that is whole by itself; what follows is a key that lost its sign.
    bool takeFirstLine(const Chunk &chunk, std::size_t depth)
    {
        const std::size_t below = afterLine(m_block, chunk.begin);
        if (m_kind == FrontMatterKind::Yaml || below >= chunk.end || m_refusals >= kMaxRefusals
            || trimmed(m_block.substr(below, chunk.end - below)).empty()) {
            return false;
        }
        const Chunk line{chunk.begin, below, chunk.keyBegin, chunk.keyEnd};
        const BlockFields fields = parseChunk(line);
        const auto *tree = std::get_if<FieldTree>(&fields);
        if (tree == nullptr || tree->nodes.empty()) {
            ++m_refusals;
            return false;
        }
        append(*tree, line);
        recoverMap(below, chunk.end, 0, depth + 1);
        return true;
    }

    /// A key with its value beside it and deeper keys below: those are not its own.
    bool splitOffDeeperKeys(const Chunk &chunk, std::size_t depth)
    {
        const std::size_t below = std::min(afterLine(m_block, chunk.keyEnd), chunk.end);
        const std::size_t value = skipBlanks(m_block, chunk.keyEnd + 1);
        const bool hasValue = value + 1 < below
            && std::string_view("|>#\n").find(m_block[value]) == std::string_view::npos;
        if (m_kind != FrontMatterKind::Yaml || !hasValue
            || !hasKeyBelow(m_block.substr(below, chunk.end - below))) {
            return false;
        }
        recoverChunk({chunk.begin, below, chunk.keyBegin, chunk.keyEnd}, depth + 1);
        recoverMap(below, chunk.end, chunk.keyBegin - chunk.begin, depth + 1);
        return true;
    }

    BlockFields parseChunk(const Chunk &chunk) const
    {
        if (m_kind != FrontMatterKind::Json) {
            return parseBlock(textOf(chunk), m_kind);
        }
        std::string_view member = trimmed(textOf(chunk));
        member = trimmed(member.substr(0, member.size() - (member.ends_with('}') ? 1 : 0)));
        member = member.substr(0, member.size() - (member.ends_with(',') ? 1 : 0));
        return parseBlock('{' + std::string(member) + '}', m_kind);
    }

    /// Texts are copied: a JSON member was parsed from a copy that is gone by now.
    void append(const FieldTree &tree, const Chunk &chunk)
    {
        for (FieldNode node : tree.nodes) {
            node.key = m_result.tree.keep(std::string(node.key));
            node.text = m_result.tree.keep(std::string(node.text));
            node.offset += static_cast<std::uint32_t>(chunk.begin);
            node.valueOffset += static_cast<std::uint32_t>(chunk.begin);
            m_result.tree.nodes.push_back(node);
        }
    }

    void takeAsWritten(const Chunk &chunk, const BlockError &error, std::size_t depth)
    {
        const std::size_t valueBegin = skipBlanks(m_block, chunk.keyEnd + 1);
        const std::string_view first
            = trimmed(valueBegin < chunk.end ? lineAt(m_block, valueBegin) : std::string_view());
        const std::size_t below = std::min(afterLine(m_block, chunk.keyEnd), chunk.end);
        const std::string_view rest = m_block.substr(below, chunk.end - below);
        const std::string_view firstBelow = trimmed(rest);
        FieldNode node;
        node.key = m_result.tree.keep(
            meantText(m_block.substr(chunk.keyBegin, chunk.keyEnd - chunk.keyBegin)));
        node.offset = static_cast<std::uint32_t>(chunk.keyBegin);
        node.valueOffset = static_cast<std::uint32_t>(valueBegin);
        const bool isEmpty = first.empty() || first.front() == '#';
        if (isEmpty && firstBelow.starts_with('-')) {
            takeList(node, below, chunk, depth);
        } else if (isEmpty && hasKeyBelow(rest) && depth < kMaxDepth) {
            takeMap(node, below, chunk.end, depth);
        } else {
            takeValue(node, first, rest, error, chunk);
        }
    }

    bool hasKeyBelow(std::string_view rest) const
    {
        std::size_t at = 0;
        while (at < rest.size() && trimmed(lineAt(rest, at)).empty()) {
            at = afterLine(rest, at);
        }
        const std::string_view line = at < rest.size() ? lineAt(rest, at) : std::string_view();
        return keyEndOf(line, indentOf(line)) != kNone;
    }

    void takeMap(FieldNode node, std::size_t begin, std::size_t end, std::size_t depth)
    {
        node.kind = ValueKind::Map;
        const std::size_t index = m_result.tree.nodes.size();
        m_result.tree.nodes.push_back(node);
        recoverMap(begin, end, indentBetween(begin, end), depth + 1);
        m_result.tree.nodes[index].span
            = static_cast<std::uint32_t>(m_result.tree.nodes.size() - index);
    }

    /// A block list; only the items that are refused alone are reported. A key ends it.
    void takeList(FieldNode node, std::size_t begin, const Chunk &chunk, std::size_t depth)
    {
        node.kind = ValueKind::List;
        const std::size_t index = m_result.tree.nodes.size();
        m_result.tree.nodes.push_back(node);
        std::size_t at = begin;
        for (; at < chunk.end; at = afterLine(m_block, at)) {
            const std::string_view line = trimmed(lineAt(m_block, at));
            if (depth < kMaxDepth && yamlKeyEnd(line) != kNone) {
                break;
            }
            if (!line.empty() && line.front() != '#') {
                takeItem(node.key, at, line);
            }
        }
        m_result.tree.nodes[index].span
            = static_cast<std::uint32_t>(m_result.tree.nodes.size() - index);
        recoverMap(at, chunk.end, chunk.keyBegin - chunk.begin, depth + 1);
    }

    void takeItem(std::string_view key, std::size_t lineBegin, std::string_view line)
    {
        const bool isMarked = line.starts_with("- ") || line == "-";
        const std::string_view raw = trimmed(line.substr(line.starts_with('-') ? 1 : 0));
        const std::size_t place = lineBegin + indentOf(lineAt(m_block, lineBegin));
        if (isMarked && m_refusals < kMaxRefusals) {
            const std::string alone = "x: " + std::string(raw);
            const BlockFields fields = parseBlock(alone, m_kind);
            const auto *tree = std::get_if<FieldTree>(&fields);
            if (tree != nullptr && tree->nodes.size() == 1) {
                addItem(tree->nodes.front().text, place);
                return;
            }
            ++m_refusals;
        }
        const std::string text = meantText(raw);
        addItem(text, place);
        const ValueFault fault = findFault(m_kind, raw);
        const std::string reason = !isMarked ? "has an item without \"- \" in front"
            : fault.reason.empty()           ? "has an item that cannot be read"
                                             : "has an item that " + fault.reason;
        const std::size_t offset = m_block.find(raw, lineBegin);
        report({(offset == kNone ? lineBegin : offset) + fault.offset, reason, std::string(key),
                text, "- " + quoted(text)});
    }

    void addItem(std::string_view text, std::size_t offset)
    {
        FieldNode item;
        item.kind = text.empty() ? ValueKind::Null : ValueKind::Text;
        item.text = m_result.tree.keep(std::string(text));
        item.offset = static_cast<std::uint32_t>(offset);
        item.valueOffset = item.offset;
        m_result.tree.nodes.push_back(item);
    }

    void takeValue(FieldNode node, std::string_view first, std::string_view rest,
                   const BlockError &error, const Chunk &chunk)
    {
        const bool isBlockText = first.starts_with('|') || first.starts_with('>');
        std::string raw = isBlockText ? joinedLines(rest, first.front() == '|' ? '\n' : ' ')
                                      : std::string(first);
        if (!isBlockText && !rest.empty()) {
            const std::string more = joinedLines(rest, ' ');
            raw += more.empty() ? "" : ' ' + more;
        }
        if (m_kind == FrontMatterKind::Json) {
            raw = withoutCommas(raw);
        }
        const ValueFault fault = isBlockText ? ValueFault{} : findFault(m_kind, raw);
        Damage damage;
        damage.key = node.key;
        damage.reason
            = fault.reason.empty() ? "cannot be read (" + error.reason + ')' : fault.reason;
        damage.offset = fault.reason.empty() || fault.offset > first.size()
            ? std::clamp(chunk.begin + error.offset, chunk.begin, chunk.end - 1)
            : node.valueOffset + fault.offset;
        if (isMeantAsList(raw)) {
            addList(node, meantItems(raw), damage);
        } else {
            addText(node, meantText(raw), damage);
        }
        report(std::move(damage));
    }

    static std::string withoutCommas(std::string_view raw)
    {
        raw = trimmed(raw);
        while (raw.ends_with(',') || raw.ends_with('}')) {
            raw = trimmed(raw.substr(0, raw.size() - 1));
        }
        return std::string(raw);
    }

    void addText(FieldNode node, const std::string &text, Damage &damage)
    {
        node.text = m_result.tree.keep(text);
        node.kind = text.empty() ? ValueKind::Null : ValueKind::Text;
        m_result.tree.nodes.push_back(node);
        damage.valueUsed = text;
        damage.proposal = fieldLine(m_kind, node.key, text);
    }

    void addList(FieldNode node, const std::vector<std::string> &items, Damage &damage)
    {
        node.kind = ValueKind::List;
        node.span = static_cast<std::uint32_t>(items.size() + 1);
        m_result.tree.nodes.push_back(node);
        for (const std::string &item : items) {
            addItem(item, node.valueOffset);
            damage.valueUsed += (damage.valueUsed.empty() ? "" : ", ") + item;
        }
        damage.proposal = fieldLine(m_kind, node.key, items);
    }

    void openSection(std::size_t at, std::string_view header)
    {
        closeSection();
        FieldNode node;
        header.remove_prefix(std::min(header.find_first_not_of('['), header.size()));
        node.key = m_result.tree.keep(std::string(trimmed(header.substr(0, header.find(']')))));
        node.kind = ValueKind::Map;
        node.offset = static_cast<std::uint32_t>(at);
        node.valueOffset = node.offset;
        m_section = m_result.tree.nodes.size();
        m_result.tree.nodes.push_back(node);
    }

    void closeSection()
    {
        if (m_section != kNone) {
            m_result.tree.nodes[m_section].span
                = static_cast<std::uint32_t>(m_result.tree.nodes.size() - m_section);
        }
    }

    void reportStrayLine(std::size_t at, std::string_view words)
    {
        const std::string line(words);
        report({at + indentOf(lineAt(m_block, at)),
                "belongs to no key",
                {},
                {},
                m_kind == FrontMatterKind::Json ? std::string() : "# " + line});
    }

    void report(Damage damage)
    {
        if (m_result.damages.size() < kMaxDamages) {
            m_result.damages.push_back(std::move(damage));
        }
    }

    std::string_view m_block;
    FrontMatterKind m_kind;
    Recovery m_result;
    std::size_t m_refusals = 0;
    std::size_t m_section = kNone;
};

} // namespace

Recovery recoverFields(std::string_view block, FrontMatterKind kind)
{
    return Recoverer(block, kind).run();
}

} // namespace lectern::core
