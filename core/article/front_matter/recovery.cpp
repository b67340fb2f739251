#include "core/article/front_matter/recovery.h"

#include "core/article/front_matter/block_fields.h"
#include "core/article/front_matter/block_keys.h"
#include "core/article/front_matter/damaged_value.h"
#include "core/article/front_matter/lines.h"
#include "core/article/front_matter/recovered_tree.h"
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

std::string withoutCommas(std::string_view raw)
{
    raw = trimmed(raw);
    while (raw.ends_with(',') || raw.ends_with('}')) {
        raw = trimmed(raw.substr(0, raw.size() - 1));
    }
    return std::string(raw);
}

class Recoverer final
{
public:
    Recoverer(std::string_view block, FrontMatterKind kind)
        : m_block(block)
        , m_kind(kind)
        , m_keys(block, kind)
        , m_recovered(kind)
    {}

    Recovery run()
    {
        if (m_kind == FrontMatterKind::Json) {
            const std::size_t begin = skipBlanks(m_block, 0) + 1;
            recoverMap(begin, m_block.size(), m_keys.indentBetween(begin, m_block.size()), 0);
        } else {
            recoverMap(0, m_block.size(), m_keys.indentBetween(0, m_block.size()), 0);
        }
        m_recovered.closeSection();
        return m_recovered.take();
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
            if (words.empty() || words.front() == '#' || m_keys.isClosing(words)) {
                at = afterLine(m_block, at);
                continue;
            }
            const std::size_t keyEnd = m_keys.keyEndOf(line, lineIndent);
            if (m_kind == FrontMatterKind::Toml && line.starts_with('[')) {
                m_recovered.openSection(at, words);
                at = afterLine(m_block, at);
            } else if (keyEnd == kNone || lineIndent < indent) {
                reportStrayLine(at, words);
                at = afterLine(m_block, at);
            } else {
                const Chunk chunk{at, std::min(m_keys.chunkEnd(at, lineIndent), end),
                                  at + lineIndent, at + keyEnd};
                const bool isMisplaced = m_kind == FrontMatterKind::Yaml && lineIndent > indent;
                if (recoverChunk(chunk, depth) && isMisplaced) {
                    m_recovered.report({at,
                                        worded(ProblemReason::IndentOdd),
                                        {},
                                        std::string(words),
                                        std::string(words)});
                }
                at = chunk.end;
            }
        }
    }

    /// False if the chunk had to be taken as written, which is reported.
    bool recoverChunk(const Chunk &chunk, std::size_t depth)
    {
        BlockError error{0, worded(ProblemReason::TooManyBroken)};
        if (m_keys.isGlued(chunk)) {
            return recoverGlued(chunk);
        }
        if (m_refusals < kMaxRefusals) {
            const BlockFields fields = parseChunk(chunk);
            const auto *tree = std::get_if<FieldTree>(&fields);
            if (tree != nullptr && !tree->nodes.empty()
                && tree->nodes.front().span == tree->nodes.size()) {
                m_recovered.append(*tree, chunk.begin);
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
        Damage damage{
            chunk.keyEnd, worded(ProblemReason::ColonWithoutBlank), std::string(key), {}, {}};
        FieldNode node;
        node.key = m_recovered.keep(std::string(key));
        node.offset = static_cast<std::uint32_t>(chunk.keyBegin);
        node.valueOffset = static_cast<std::uint32_t>(value);
        if (tree != nullptr && !tree->nodes.empty()) {
            m_recovered.append(*tree, chunk.begin);
            damage.valueUsed = flowText(*tree, 0, kMaxProposalBytes);
            damage.proposal = trimmed(mended);
        } else {
            ++m_refusals;
            m_recovered.addText(node, meantText(trimmed(lineAt(m_block, value))), damage);
        }
        m_recovered.report(std::move(damage));
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
        m_recovered.append(*tree, line.begin);
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
            || !m_keys.hasKeyBelow(m_block.substr(below, chunk.end - below))) {
            return false;
        }
        recoverChunk({chunk.begin, below, chunk.keyBegin, chunk.keyEnd}, depth + 1);
        recoverMap(below, chunk.end, chunk.keyBegin - chunk.begin, depth + 1);
        return true;
    }

    BlockFields parseChunk(const Chunk &chunk) const
    {
        if (m_kind != FrontMatterKind::Json) {
            return parseBlock(m_keys.textOf(chunk), m_kind);
        }
        std::string_view member = trimmed(m_keys.textOf(chunk));
        member = trimmed(member.substr(0, member.size() - (member.ends_with('}') ? 1 : 0)));
        member = member.substr(0, member.size() - (member.ends_with(',') ? 1 : 0));
        return parseBlock('{' + std::string(member) + '}', m_kind);
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
        node.key = m_recovered.keep(
            meantText(m_block.substr(chunk.keyBegin, chunk.keyEnd - chunk.keyBegin)));
        node.offset = static_cast<std::uint32_t>(chunk.keyBegin);
        node.valueOffset = static_cast<std::uint32_t>(valueBegin);
        const bool isEmpty = first.empty() || first.front() == '#';
        if (isEmpty && firstBelow.starts_with('-')) {
            takeList(node, below, chunk, depth);
        } else if (isEmpty && m_keys.hasKeyBelow(rest) && depth < kMaxDepth) {
            takeMap(node, below, chunk.end, depth);
        } else {
            takeValue(node, first, rest, error, chunk);
        }
    }

    void takeMap(FieldNode node, std::size_t begin, std::size_t end, std::size_t depth)
    {
        const std::size_t map = m_recovered.open(node, ValueKind::Map);
        recoverMap(begin, end, m_keys.indentBetween(begin, end), depth + 1);
        m_recovered.close(map);
    }

    /// A block list; only the items that are refused alone are reported. A key ends it.
    void takeList(FieldNode node, std::size_t begin, const Chunk &chunk, std::size_t depth)
    {
        const std::size_t list = m_recovered.open(node, ValueKind::List);
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
        m_recovered.close(list);
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
                m_recovered.addItem(tree->nodes.front().text, place);
                return;
            }
            ++m_refusals;
        }
        const std::string text = meantText(raw);
        m_recovered.addItem(text, place);
        const ValueFault fault = findFault(m_kind, raw);
        const ProblemWording reason = !isMarked
            ? worded(ProblemReason::ItemUnmarked)
            : worded(ProblemReason::ItemRefused, {},
                     fault.isFound() ? fault.reason : worded(ProblemReason::Unreadable));
        const std::size_t offset = m_block.find(raw, lineBegin);
        m_recovered.report({(offset == kNone ? lineBegin : offset) + fault.offset, reason,
                            std::string(key), text, "- " + quoted(text)});
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
        damage.reason = fault.isFound() ? fault.reason
                                        : worded(ProblemReason::UnreadableAs, {}, error.reason);
        damage.offset = !fault.isFound() || fault.offset > first.size()
            ? std::clamp(chunk.begin + error.offset, chunk.begin, chunk.end - 1)
            : node.valueOffset + fault.offset;
        if (isMeantAsList(raw)) {
            m_recovered.addList(node, meantItems(raw), damage);
        } else {
            m_recovered.addText(node, meantText(raw), damage);
        }
        m_recovered.report(std::move(damage));
    }

    void reportStrayLine(std::size_t at, std::string_view words)
    {
        const std::string line(words);
        m_recovered.report({at + indentOf(lineAt(m_block, at)),
                            worded(ProblemReason::NoKey),
                            {},
                            {},
                            m_kind == FrontMatterKind::Json ? std::string() : "# " + line});
    }

    std::string_view m_block;
    FrontMatterKind m_kind;
    BlockKeys m_keys;
    RecoveredTree m_recovered;
    std::size_t m_refusals = 0;
};

} // namespace

Recovery recoverFields(std::string_view block, FrontMatterKind kind)
{
    return Recoverer(block, kind).run();
}

} // namespace lectern::core
