#include "core/article/article.h"
#include "core/base/text.h"
#include "core/markdown/links/link_resolver.h"
#include "core/markdown/tree/passes.h"
#include "core/markdown/urls.h"

#include <algorithm>
#include <array>
#include <optional>

namespace lectern::core {

namespace {

/// The image that \a node is, alone or in a link; null for other nodes.
const HtmlNode *imageOf(const HtmlNode &node)
{
    if (node.is("img")) {
        return &node;
    }
    return node.is("a") && node.children.size() == 1 && node.children[0].is("img")
        ? &node.children[0]
        : nullptr;
}

HtmlNode *imageOf(HtmlNode &node)
{
    return const_cast<HtmlNode *>(imageOf(std::as_const(node)));
}

/// Small pictures that belong into their line: badges, smileys, the marks of folded code.
bool isBadge(const HtmlNode &image)
{
    constexpr std::array<std::string_view, 7> parts{
        "badge", "shields.io", "/emot", "/smil", "/icons/", "dot.gif", "OutliningIndicators",
    };
    const std::string_view source = image.attribute("src");
    const std::string_view width = image.attribute("width");
    return std::any_of(parts.begin(), parts.end(),
                       [source](std::string_view part) {
                           return source.find(part) != std::string_view::npos;
                       })
        || (!width.empty() && width.size() <= 2);
}

/// Applies and removes `{width=50%}` right behind an image.
void takeBraces(HtmlNode &parent)
{
    for (std::size_t i = 0; i + 1 < parent.children.size(); ++i) {
        if (HtmlNode *image = imageOf(parent.children[i])) {
            takeImageBraces(*image, parent.children[i + 1].text);
        }
    }
}

HtmlNode figureOf(HtmlNode image)
{
    HtmlNode *inner = imageOf(image);
    const std::string caption(trimmed(inner->attribute("title")));
    inner->removeAttribute("title");
    HtmlNode figure = makeElement("figure", {});
    figure.addClass("image");
    figure.children.push_back(std::move(image));
    if (!caption.empty()) {
        figure.children.push_back(makeElement("figcaption", {makeText(caption)}));
    }
    return figure;
}

class Images final
{
public:
    explicit Images(PassContext &context)
        : m_context(context)
    {}

    void arrange(HtmlNode &node)
    {
        takeBraces(node);
        std::vector<HtmlNode> children;
        children.reserve(node.children.size());
        for (HtmlNode &child : node.children) {
            arrange(child);
            if (child.is("img") && !node.is("a") && isMedia(child)) {
                children.push_back(mediaCard(child));
            } else if (child.is("img") && !prepare(child)) {
                countIfAsked(Repair::Images);
            } else if (isEmptyEmphasis(child)) {
                countIfAsked(Repair::Emphasis);
            } else if (child.is("p")) {
                appendParagraph(children, std::move(child));
            } else {
                children.push_back(std::move(child));
            }
        }
        node.children = std::move(children);
    }

private:
    /// Of what cannot be seen either way.
    void countIfAsked(Repair kind)
    {
        if (m_context.mayRepair(kind)) {
            m_context.count(kind);
        }
    }

    static bool isEmptyEmphasis(const HtmlNode &node)
    {
        return (node.is("strong") || node.is("em") || node.is("a"))
            && node.attributes.size() <= (node.is("a") ? 1U : 0U)
            && std::all_of(node.children.begin(), node.children.end(), isBlank)
            && !node.hasAttribute("id") && !node.hasAttribute("name");
    }

    /// False when there is nothing to show.
    bool prepare(HtmlNode &image)
    {
        std::string source = imageAddress(image.attribute("src"), m_context);
        if (source.empty()) {
            return false;
        }
        image.setAttribute("src", std::move(source));
        takeImageSize(image);
        if (m_context.mayRepair(Repair::ImageTexts) && isImageWord(image.attribute("alt"))) {
            image.setAttribute("alt", "");
            m_context.count(Repair::ImageTexts);
        }
        if (m_context.options.imageLoading == ImageLoading::Lazy) {
            image.setAttribute("loading", "lazy");
        }
        image.setAttribute("decoding", "async");
        return true;
    }

    /// Whether the image at \a index stands apart from the text of its line, or is glued to it so
    /// that a converter must have lost the break.
    static bool standsAlone(const HtmlNode &paragraph, std::size_t index)
    {
        const auto &nodes = paragraph.children;
        const HtmlNode *image = imageOf(nodes[index]);
        if (image == nullptr || isBadge(*image)) {
            return false;
        }
        const std::string_view before = index == 0 ? "\n" : std::string_view(nodes[index - 1].text);
        const std::string_view after
            = index + 1 == nodes.size() ? "\n" : std::string_view(nodes[index + 1].text);
        return endsLine(before, index > 0 ? &nodes[index - 1] : nullptr)
            && startsLine(after, index + 1 < nodes.size() ? &nodes[index + 1] : nullptr);
    }

    static bool endsLine(std::string_view text, const HtmlNode *node)
    {
        const bool isElement = node != nullptr && !node->isText();
        return isElement ? node->is("br") || imageOf(*node) != nullptr || !node->is("img")
                         : text.empty() || text.back() != ' ' || isBlankText(text);
    }

    static bool startsLine(std::string_view text, const HtmlNode *node)
    {
        const bool isElement = node != nullptr && !node->isText();
        return isElement || text.empty() || text.front() != ' ' || isBlankText(text);
    }

    static bool isBlankText(std::string_view text) { return trimmed(text).empty(); }

    /// Also what exporters fill empty lines with: no-break and zero-width blanks.
    static bool isBreak(const HtmlNode &node)
    {
        return node.is("br") || (node.isText() && isInvisible(node.text));
    }

    static bool isInvisible(std::string_view text)
    {
        constexpr std::array<std::string_view, 6> marks{"\u200C", "\u200D", "\u2060",
                                                        "\u00AD", "\u200E", "\u200F"};
        for (text = trimmed(text); !text.empty(); text = trimmed(text)) {
            const auto *mark = std::find_if(marks.begin(), marks.end(), [text](std::string_view m) {
                return text.starts_with(m);
            });
            if (mark == marks.end()) {
                return false;
            }
            text.remove_prefix(mark->size());
        }
        return true;
    }

    void appendParagraph(std::vector<HtmlNode> &out, HtmlNode paragraph)
    {
        if ((m_context.mayRepair(Repair::Images) || paragraph.children.empty())
            && std::all_of(paragraph.children.begin(), paragraph.children.end(), isBreak)) {
            return;
        }
        const bool mayMove = m_context.mayRepair(Repair::Images);
        std::vector<HtmlNode> line;
        const std::size_t count = paragraph.children.size();
        std::vector<bool> isApart(count);
        std::size_t apart = 0;
        for (std::size_t i = 0; i < count; ++i) {
            isApart[i] = mayMove ? standsAlone(paragraph, i) : isAlone(paragraph, i);
            apart += isApart[i] ? 1U : 0U;
        }
        if (apart == 0) {
            out.push_back(std::move(paragraph));
            return;
        }
        for (std::size_t i = 0; i < count; ++i) {
            if (!isApart[i]) {
                line.push_back(std::move(paragraph.children[i]));
                continue;
            }
            flushLine(out, line, paragraph.attributes);
            out.push_back(figureOf(std::move(paragraph.children[i])));
        }
        if (count > 1) {
            m_context.count(Repair::Images);
        }
        flushLine(out, line, paragraph.attributes);
    }

    /// Whether the image at \a index is all there is in its paragraph.
    static bool isAlone(const HtmlNode &paragraph, std::size_t index)
    {
        const HtmlNode *image = imageOf(paragraph.children[index]);
        return image != nullptr && !isBadge(*image) && paragraph.children.size() == 1;
    }

    static void flushLine(std::vector<HtmlNode> &out, std::vector<HtmlNode> &line,
                          const std::vector<std::pair<std::string, std::string>> &attributes)
    {
        while (!line.empty() && isBreak(line.back())) {
            line.pop_back();
        }
        const auto first = std::find_if_not(line.begin(), line.end(), isBreak);
        line.erase(line.begin(), first);
        if (!line.empty()) {
            HtmlNode paragraph = makeElement("p", std::move(line));
            paragraph.attributes = attributes;
            out.push_back(std::move(paragraph));
        }
        line.clear();
    }

    PassContext &m_context;
};

} // namespace

std::string imageAddress(std::string_view source, const PassContext &context)
{
    std::string address(trimmed(source));
    if (address.empty() || !isSafeImage(address)) {
        return {};
    }
    if (address.starts_with("//")) {
        address.insert(0, "https:");
    } else if (urlScheme(address).empty() && context.options.resolver != nullptr) {
        address = context.options.resolver->imageAddress(address).value_or(address);
    }
    return address;
}

void arrangeImages(HtmlNode &root, PassContext &context)
{
    Images(context).arrange(root);
}

} // namespace lectern::core
