#include "core/article/front_matter/yaml_front_matter.h"

#include "core/base/text.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <exception>
#include <sstream>
#include <string_view>
#include <unordered_map>

namespace lectern::core {

namespace {

/// A block of 64 KB has at most half as many values of its own; what aliases multiply stops here.
constexpr std::size_t kMaxNodes = 40'000;

/// yaml-cpp 0.7 writes the escapes `\_` and `\N` as single bytes of Latin-1; the block it reads is
/// valid UTF-8, so any byte that is not comes from there.
std::string withUtf8Escapes(const std::string &value)
{
    if (isValidUtf8(value)) {
        return value;
    }
    std::string mended;
    for (std::size_t at = 0; at < value.size();) {
        std::size_t length = 1;
        while (length <= 4 && !isValidUtf8(std::string_view(value).substr(at, length))) {
            ++length;
        }
        if (length <= 4) {
            mended.append(value, at, length);
            at += length;
        } else {
            mended += value[at] == '\xA0' ? "\u00A0" : value[at] == '\x85' ? "\u0085" : "\uFFFD";
            ++at;
        }
    }
    return mended;
}

struct TooManyValues
{
};

struct ParserMessage
{
    std::string_view text; ///< all of a message, or its beginning where a reason takes an argument
    ProblemReason reason;
};

/// What yaml-cpp says of front matter that people write.
const std::array kParserMessages{
    ParserMessage{YAML::ErrorMsg::END_OF_MAP, ProblemReason::MapEndMissing},
    ParserMessage{YAML::ErrorMsg::END_OF_MAP_FLOW, ProblemReason::FlowMapEndMissing},
    ParserMessage{YAML::ErrorMsg::END_OF_SEQ, ProblemReason::ListEndMissing},
    ParserMessage{YAML::ErrorMsg::END_OF_SEQ_FLOW, ProblemReason::FlowListEndMissing},
    ParserMessage{YAML::ErrorMsg::END_OF_VERBATIM_TAG, ProblemReason::TagEndMissing},
    ParserMessage{YAML::ErrorMsg::FLOW_END, ProblemReason::FlowEndUnexpected},
    ParserMessage{YAML::ErrorMsg::BLOCK_ENTRY, ProblemReason::ItemUnexpected},
    ParserMessage{YAML::ErrorMsg::MAP_KEY, ProblemReason::KeyUnexpected},
    ParserMessage{YAML::ErrorMsg::MAP_VALUE, ProblemReason::MapValueUnexpected},
    ParserMessage{YAML::ErrorMsg::UNKNOWN_TOKEN, ProblemReason::TokenUnknown},
    ParserMessage{YAML::ErrorMsg::UNKNOWN_ANCHOR, ProblemReason::AnchorUnknown},
    ParserMessage{YAML::ErrorMsg::ALIAS_NOT_FOUND, ProblemReason::AliasWithoutName},
    ParserMessage{YAML::ErrorMsg::INVALID_ESCAPE, ProblemReason::EscapeUnknown},
    ParserMessage{YAML::ErrorMsg::INVALID_UNICODE, ProblemReason::UnicodeInvalid},
    ParserMessage{YAML::ErrorMsg::TAB_IN_INDENTATION, ProblemReason::TabInIndent},
    ParserMessage{YAML::ErrorMsg::DOC_IN_SCALAR, ProblemReason::FenceInText},
    ParserMessage{YAML::ErrorMsg::EOF_IN_SCALAR, ProblemReason::TextWithoutEnd},
};

/// A message with an argument ends in ": ", the others are compared as a whole.
ProblemWording reasonOf(std::string_view message)
{
    for (const ParserMessage &known : kParserMessages) {
        if (message == known.text) {
            return worded(known.reason);
        }
        if (known.text.ends_with(": ") && message.starts_with(known.text)) {
            return worded(known.reason, {repairUtf8(message.substr(known.text.size()))});
        }
    }
    return worded(ProblemReason::ParserSays, {repairUtf8(message)});
}

/// Turns yaml-cpp's events into a FieldTree.
class TreeBuilder final : public YAML::EventHandler
{
public:
    FieldTree takeTree() { return std::move(m_tree); }

    bool isMap() const { return m_isMap; }

    void OnDocumentStart(const YAML::Mark & /*mark*/) override {}

    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        addLeaf(mark, anchor, {}, ValueKind::Null, false);
    }

    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &value) override
    {
        if (isKeyNext()) {
            setKey(mark, m_tree.keep(withUtf8Escapes(value)));
            return;
        }
        addLeaf(mark, anchor, m_tree.keep(withUtf8Escapes(value)), ValueKind::Text, tag == "!");
    }

    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override;

    void OnSequenceStart(const YAML::Mark &mark, const std::string & /*tag*/, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value /*style*/) override
    {
        open(mark, anchor, ValueKind::List);
    }

    void OnSequenceEnd() override { close(); }

    void OnMapStart(const YAML::Mark &mark, const std::string & /*tag*/, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value /*style*/) override
    {
        open(mark, anchor, ValueKind::Map);
    }

    void OnMapEnd() override { close(); }

private:
    struct Open
    {
        std::size_t index = 0; ///< of its node
        bool isMap = false;
        bool isKey = false; ///< the container is itself a key of a map
        bool hasKey = false;
        std::string_view key{};
        std::uint32_t keyOffset = 0;
    };

    bool isKeyNext() const
    {
        return !m_open.empty() && m_open.back().isMap && !m_open.back().hasKey;
    }

    void setKey(const YAML::Mark &mark, std::string_view key)
    {
        Open &map = m_open.back();
        map.hasKey = true;
        map.key = key;
        map.keyOffset = static_cast<std::uint32_t>(std::max(mark.pos, 0));
    }

    FieldNode nextNode(const YAML::Mark &mark)
    {
        FieldNode node;
        node.valueOffset = static_cast<std::uint32_t>(std::max(mark.pos, 0));
        node.offset = node.valueOffset;
        if (!m_open.empty() && m_open.back().hasKey) {
            node.key = m_open.back().key;
            node.offset = m_open.back().keyOffset;
            m_open.back().hasKey = false;
        }
        return node;
    }

    void addLeaf(const YAML::Mark &mark, YAML::anchor_t anchor, std::string_view text,
                 ValueKind kind, bool isQuoted)
    {
        if (isKeyNext()) {
            setKey(mark, text);
            return;
        }
        FieldNode node = nextNode(mark);
        node.text = text;
        node.kind = kind;
        node.isQuoted = isQuoted;
        add(node);
        if (anchor != 0) {
            m_anchors[anchor] = m_tree.nodes.size() - 1;
        }
    }

    void open(const YAML::Mark &mark, YAML::anchor_t anchor, ValueKind kind);
    void close();

    void add(const FieldNode &node)
    {
        if (m_tree.nodes.size() >= kMaxNodes) {
            throw TooManyValues();
        }
        m_tree.nodes.push_back(node);
    }

    FieldTree m_tree;
    std::vector<Open> m_open;
    std::unordered_map<YAML::anchor_t, std::size_t> m_anchors;
    bool m_isMap = false;
};

void TreeBuilder::open(const YAML::Mark &mark, YAML::anchor_t anchor, ValueKind kind)
{
    if (m_open.empty()) { // The root has no node: its fields are the tree.
        m_isMap = kind == ValueKind::Map;
        m_open.push_back({m_tree.nodes.size(), m_isMap, false});
        return;
    }
    const bool isKey = isKeyNext();
    FieldNode node = isKey ? FieldNode{} : nextNode(mark);
    node.kind = kind;
    m_open.push_back({m_tree.nodes.size(), kind == ValueKind::Map, isKey});
    if (anchor != 0) {
        m_anchors[anchor] = m_tree.nodes.size();
    }
    add(node);
}

void TreeBuilder::close()
{
    const Open closed = m_open.back();
    m_open.pop_back();
    if (m_open.empty()) {
        return;
    }
    if (closed.isKey) { // A list or map as a key means nothing to us: `? [a, b]`, `{{ x }}`.
        m_tree.nodes.resize(closed.index);
        std::erase_if(m_anchors, [&](const auto &entry) { return entry.second >= closed.index; });
        setKey(YAML::Mark::null_mark(), {});
        return;
    }
    m_tree.nodes[closed.index].span
        = static_cast<std::uint32_t>(m_tree.nodes.size() - closed.index);
}

void TreeBuilder::OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor)
{
    const auto known = m_anchors.find(anchor);
    const bool isInsideItself = known != m_anchors.end()
        && std::any_of(m_open.begin() + 1, m_open.end(),
                       [&](const Open &open) { return open.index == known->second; });
    if (known == m_anchors.end() || isInsideItself || isKeyNext()) {
        addLeaf(mark, 0, {}, ValueKind::Null, false);
        return;
    }
    const std::size_t first = known->second;
    const std::size_t count = m_tree.nodes[first].span;
    const FieldNode place = nextNode(mark);
    const std::size_t copy = m_tree.nodes.size();
    for (std::size_t i = 0; i < count; ++i) {
        add(FieldNode(m_tree.nodes[first + i]));
    }
    m_tree.nodes[copy].key = place.key;
    m_tree.nodes[copy].offset = place.offset;
    m_tree.nodes[copy].valueOffset = place.valueOffset;
}

} // namespace

BlockFields parseYaml(std::string_view block)
{
    try {
        std::istringstream stream{std::string(block)};
        YAML::Parser parser(stream);
        TreeBuilder builder;
        const bool hasDocument = parser.HandleNextDocument(builder);
        FieldTree tree = builder.takeTree();
        if (hasDocument && !builder.isMap() && !tree.nodes.empty()) {
            return BlockError{0, worded(ProblemReason::NotAMap)};
        }
        return tree;
    } catch (const YAML::ParserException &error) {
        return BlockError{static_cast<std::size_t>(std::max(error.mark.pos, 0)),
                          reasonOf(error.msg)};
    } catch (const TooManyValues &) {
        return BlockError{0, worded(ProblemReason::TooManyValues)};
    } catch (const std::exception &error) {
        return BlockError{0, worded(ProblemReason::ParserSays, {repairUtf8(error.what())})};
    }
}

} // namespace lectern::core
