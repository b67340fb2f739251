#include "core/markdown/tree/text_passes.h"

#include <algorithm>
#include <optional>

namespace lectern::core {

namespace {

constexpr std::string_view kMark = "**";
constexpr std::size_t kMaxBlocksBetween = 12;

/// The words of one block in one string, and the nodes that they came from.
struct FlatBlock
{
    struct Part
    {
        std::size_t start = 0; ///< in words
        HtmlNode *node = nullptr;
    };

    std::string words;
    std::vector<Part> parts;

    /// Where a byte of the words stands.
    std::pair<HtmlNode *, std::size_t> placeOf(std::size_t at) const
    {
        const auto behind = std::upper_bound(
            parts.begin(), parts.end(), at,
            [](std::size_t place, const Part &part) { return place < part.start; });
        const Part &part = *std::prev(behind);
        return {part.node, at - part.start};
    }
};

enum class Side { Alone, Opening, Closing };

/// Two asterisks at the edge of a line that nothing in their block pairs with.
struct LoneStars
{
    Side side = Side::Alone;
    std::size_t block = 0;
    HtmlNode *text = nullptr;
    std::size_t at = 0;
};

bool isInline(const HtmlNode &node)
{
    return node.isText() || node.is("a") || node.is("b") || node.is("br") || node.is("code")
        || node.is("em") || node.is("font") || node.is("i") || node.is("img") || node.is("span")
        || node.is("strong") || node.is("u");
}

void flatten(HtmlNode &node, FlatBlock &block)
{
    if (node.isText()) {
        block.parts.push_back({block.words.size(), &node});
        block.words += node.text;
    } else if (node.is("br")) {
        block.words += '\n';
    } else if (node.is("code") || node.is("img")) {
        block.words += '?';
    } else {
        for (HtmlNode &child : node.children) {
            flatten(child, block);
        }
    }
}

struct EdgeStars
{
    Side side = Side::Alone;
    std::size_t at = 0;
};

/// What the two asterisks at \a at are; nothing if they are more, or stand within a line.
std::optional<EdgeStars> edgeStarsAt(const std::string &words, std::size_t at)
{
    const std::size_t end = at + kMark.size();
    if (words.compare(at, kMark.size(), kMark) != 0 || words.compare(end, 1, "*") == 0) {
        return std::nullopt;
    }
    const std::size_t behind = words.find_first_not_of(" \t", end);
    const std::size_t before = at == 0 ? at : words.find_last_not_of(" \t", at - 1);
    const bool isFirst = at == 0 || before == std::string::npos || words[before] == '\n';
    const bool isLast = behind == std::string::npos || words[behind] == '\n';
    if (isFirst && isLast) {
        return EdgeStars{Side::Alone, at};
    }
    if (isFirst && behind == end) {
        return EdgeStars{Side::Opening, at};
    }
    return isLast && before + 1 == at ? std::optional(EdgeStars{Side::Closing, at}) : std::nullopt;
}

/// All asterisks of \a words; none if any of them stands within a line, or two in one.
std::vector<EdgeStars> edgeStars(const std::string &words)
{
    std::vector<EdgeStars> edges;
    for (std::size_t at = words.find('*'); at != std::string::npos;
         at = words.find('*', at + kMark.size())) {
        const auto edge = edgeStarsAt(words, at);
        const bool isOneLine
            = edge && !edges.empty() && words.find('\n', edges.back().at) > edge->at;
        if (!edge || isOneLine) {
            return {};
        }
        edges.push_back(*edge);
    }
    return edges;
}

class LoneStarPairs final
{
public:
    /// Stars in tables are grades, and those that are all of a list item are what it is about.
    void visit(HtmlNode &node)
    {
        if (node.is("pre") || node.is("table") || node.is("code")) {
            m_hasWords = true;
            return;
        }
        auto child = node.children.begin();
        while (child != node.children.end()) {
            if (!isInline(*child)) {
                visit(*child++);
                continue;
            }
            FlatBlock block;
            for (; child != node.children.end() && isInline(*child); ++child) {
                flatten(*child, block);
            }
            add(block, node.is("li"));
        }
    }

    /// Takes out the pairs. Gives how many.
    std::uint32_t drop()
    {
        for (auto stars = m_paired.rbegin(); stars != m_paired.rend(); ++stars) {
            stars->text->text.erase(stars->at, kMark.size());
        }
        return static_cast<std::uint32_t>(m_paired.size() / 2);
    }

private:
    void add(const FlatBlock &block, bool isItem)
    {
        ++m_block;
        for (const EdgeStars &edge : edgeStars(block.words)) {
            const auto [text, at] = block.placeOf(edge.at);
            const bool isWhole = text->text.compare(at, kMark.size(), kMark) == 0;
            if (isWhole && !(isItem && edge.side == Side::Alone)) {
                add({edge.side, m_block, text, at});
            }
        }
        m_hasWords = m_hasWords || block.words.find_first_not_of("* \t\n") != std::string::npos;
    }

    void add(const LoneStars &stars)
    {
        const bool isNear = m_open && m_block - m_open->block <= kMaxBlocksBetween;
        const bool hasWords = isNear
            && (m_hasWords || m_open->block == m_block || m_open->side == Side::Opening
                || stars.side == Side::Closing);
        if (hasWords && stars.side != Side::Opening) {
            m_paired.push_back(*m_open);
            m_paired.push_back(stars);
            m_open.reset();
        } else if (stars.side != Side::Closing) {
            m_open = stars;
            m_hasWords = false;
        }
    }

    std::size_t m_block = 0;
    std::optional<LoneStars> m_open;
    bool m_hasWords = false; ///< between m_open and here
    std::vector<LoneStars> m_paired;
};

} // namespace

std::uint32_t dropLoneStars(HtmlNode &root)
{
    LoneStarPairs pairs;
    pairs.visit(root);
    return pairs.drop();
}

} // namespace lectern::core
