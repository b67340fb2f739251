#include "core/markdown/html/html_tree.h"

#include "core/base/entity.h"
#include "core/base/text.h"

#include <gumbo.h>

#include <algorithm>
#include <csetjmp>
#include <cstddef>
#include <cstdint>
#include <memory>

namespace lectern::core {

namespace {

constexpr std::size_t kArenaBlockBytes = 256U << 10U;
constexpr std::size_t kMaxArenaBytes = 256U << 20U;
constexpr int kMaxDepth = 480;

/// Memory for one parse, given back all at once: freeing node by node would recurse as deep as the
/// tree, and the parser has no budget of its own.
class Arena final
{
public:
    void *allocate(std::size_t size)
    {
        const std::size_t needed = (size + 15U) & ~std::size_t{15};
        if (needed > m_left) {
            grow(needed);
        }
        m_last = m_next;
        m_next += needed;
        m_left -= needed;
        return m_last;
    }

    void release(void *memory)
    {
        if (memory != nullptr && memory == m_last) {
            m_left += static_cast<std::size_t>(m_next - m_last);
            m_next = m_last;
            m_last = nullptr;
        }
    }

    std::jmp_buf &onExhausted() { return m_onExhausted; }

private:
    void grow(std::size_t needed)
    {
        const std::size_t bytes = std::max(needed, kArenaBlockBytes);
        m_total += bytes;
        if (m_total > kMaxArenaBytes) {
            // Only C frames of the parser lie between here and parseWithin().
            std::longjmp(m_onExhausted, 1); // NOLINT(modernize-avoid-setjmp-longjmp,cert-err52-cpp)
        }
        m_blocks.push_back(std::make_unique_for_overwrite<std::byte[]>(bytes));
        m_next = m_blocks.back().get();
        m_left = bytes;
    }

    std::vector<std::unique_ptr<std::byte[]>> m_blocks;
    std::byte *m_next = nullptr;
    std::byte *m_last = nullptr;
    std::size_t m_left = 0;
    std::size_t m_total = 0;
    std::jmp_buf m_onExhausted;
};

GumboOutput *parseWithin(Arena &arena, const GumboOptions &options, std::string_view html)
{
    if (setjmp(arena.onExhausted()) != 0) { // NOLINT(modernize-avoid-setjmp-longjmp,cert-err52-cpp)
        return nullptr;
    }
    return gumbo_parse_with_options(&options, html.data(), html.size());
}

GumboOptions optionsFor(Arena &arena)
{
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = [](void *arenaPointer, std::size_t size) {
        return static_cast<Arena *>(arenaPointer)->allocate(size);
    };
    options.deallocator = [](void *arenaPointer, void *memory) {
        static_cast<Arena *>(arenaPointer)->release(memory);
    };
    options.userdata = &arena;
    options.max_errors = 0;
    options.fragment_context = GUMBO_TAG_DIV;
    return options;
}

/// A number of a character that overflows (`&#6666666646;`) comes out of the parser as bytes that
/// are no UTF-8.
std::string readable(const char *text)
{
    return isValidUtf8(text) ? std::string(text) : repairUtf8(text);
}

std::string nameOf(const GumboElement &element)
{
    if (element.tag != GUMBO_TAG_UNKNOWN) {
        return gumbo_normalized_tagname(element.tag);
    }
    GumboStringPiece piece = element.original_tag;
    gumbo_tag_from_original_text(&piece);
    return piece.data == nullptr ? "span" : std::string(piece.data, piece.length);
}

void copyChildren(const GumboVector &children, HtmlNode &target, int depth);

void copyNode(const GumboNode &node, HtmlNode &parent, int depth)
{
    switch (node.type) {
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_WHITESPACE:
    case GUMBO_NODE_CDATA:
        parent.children.push_back(makeText(readable(node.v.text.text)));
        return;
    case GUMBO_NODE_ELEMENT:
    case GUMBO_NODE_TEMPLATE:
        break;
    case GUMBO_NODE_COMMENT:
    case GUMBO_NODE_DOCUMENT:
        return;
    }
    const GumboElement &element = node.v.element;
    if (depth >= kMaxDepth) {
        copyChildren(element.children, parent, depth);
        return;
    }
    HtmlNode copy = makeElement(nameOf(element));
    for (unsigned i = 0; i < element.attributes.length; ++i) {
        const auto *attribute = static_cast<const GumboAttribute *>(element.attributes.data[i]);
        copy.attributes.emplace_back(readable(attribute->name), readable(attribute->value));
    }
    copyChildren(element.children, copy, depth + 1);
    parent.children.push_back(std::move(copy));
}

void copyChildren(const GumboVector &children, HtmlNode &target, int depth)
{
    target.children.reserve(target.children.size() + children.length);
    for (unsigned i = 0; i < children.length; ++i) {
        copyNode(*static_cast<const GumboNode *>(children.data[i]), target, depth);
    }
}

void appendTextContent(const HtmlNode &node, std::string &text)
{
    text += node.text;
    for (const HtmlNode &child : node.children) {
        appendTextContent(child, text);
    }
}

} // namespace

std::string_view HtmlNode::attribute(std::string_view key) const
{
    for (const auto &attribute : attributes) {
        if (attribute.first == key) {
            return attribute.second;
        }
    }
    return {};
}

bool HtmlNode::hasAttribute(std::string_view key) const
{
    return std::any_of(attributes.begin(), attributes.end(),
                       [key](const auto &attribute) { return attribute.first == key; });
}

void HtmlNode::setAttribute(std::string_view key, std::string value)
{
    for (auto &attribute : attributes) {
        if (attribute.first == key) {
            attribute.second = std::move(value);
            return;
        }
    }
    attributes.emplace_back(key, std::move(value));
}

void HtmlNode::removeAttribute(std::string_view key)
{
    std::erase_if(attributes, [key](const auto &attribute) { return attribute.first == key; });
}

void HtmlNode::addClass(std::string_view token)
{
    std::string classes(attribute("class"));
    if (!classes.empty()) {
        classes += ' ';
    }
    setAttribute("class", classes.append(token));
}

HtmlNode makeText(std::string text)
{
    HtmlNode node;
    node.text = std::move(text);
    return node;
}

HtmlNode makeElement(std::string_view name, std::vector<HtmlNode> children)
{
    HtmlNode node;
    node.name = name;
    node.children = std::move(children);
    return node;
}

std::string textContent(const HtmlNode &node)
{
    std::string text;
    appendTextContent(node, text);
    return text;
}

bool isBlank(const HtmlNode &node)
{
    return node.isText() && node.text.find_first_not_of(" \t\r\n") == std::string::npos;
}

std::optional<HtmlNode> parseHtml(std::string_view html)
{
    Arena arena;
    const GumboOptions options = optionsFor(arena);
    const GumboOutput *output = parseWithin(arena, options, html);
    if (output == nullptr) {
        return std::nullopt;
    }
    HtmlNode root = makeElement("div");
    copyChildren(output->root->v.element.children, root, 0);
    return root;
}

std::string decodedEntity(std::string_view reference)
{
    std::string known = commonEntity(reference);
    if (!known.empty()) {
        return known;
    }
    const std::optional<HtmlNode> tree = parseHtml(reference);
    std::string text = tree ? textContent(*tree) : std::string(reference);
    // HTML knows some names without their semicolon (`&copyx;` is ©x;), Markdown does not.
    return text.ends_with(';') && text.size() > 1 ? std::string(reference) : text;
}

} // namespace lectern::core
