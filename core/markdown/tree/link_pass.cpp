#include "core/article/article.h"
#include "core/base/text.h"
#include "core/markdown/links/link_resolver.h"
#include "core/markdown/redirects.h"
#include "core/markdown/tree/other_headings.h"
#include "core/markdown/tree/passes.h"
#include "core/markdown/urls.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace lectern::core {

namespace {

bool isWebAddress(std::string_view url)
{
    return url.starts_with("http://") || url.starts_with("https://");
}

/// `https://host` of a web address.
std::string originOf(std::string_view url)
{
    if (!isWebAddress(url)) {
        return {};
    }
    const std::size_t host = url.find("//") + 2;
    return std::string(url.substr(0, url.find_first_of("/?#", host)));
}

/// The host that the web address \a address names, as people say it.
std::string hostOf(std::string_view address)
{
    address = address.substr(address.find("//") + 2);
    address = address.substr(0, address.find_first_of("/?#"));
    return std::string(address.substr(address.starts_with("www.") ? 4 : 0));
}

/// The only child of \a node that is not blank, or null.
const HtmlNode *onlyChild(const HtmlNode &node)
{
    const HtmlNode *only = nullptr;
    for (const HtmlNode &child : node.children) {
        if (isBlank(child)) {
            continue;
        }
        if (only != nullptr) {
            return nullptr;
        }
        only = &child;
    }
    return only;
}

bool namesSource(std::string_view text, std::string_view url, const ArticleMeta &meta)
{
    const auto isSame = [folded = foldForSearch(text)](const std::string &term) {
        return foldForSearch(term) == folded;
    };
    const bool isHost
        = text.find('.') != std::string_view::npos && originOf(url).ends_with(std::string(text));
    return isHost || std::any_of(meta.categories.begin(), meta.categories.end(), isSame)
        || std::any_of(meta.tags.begin(), meta.tags.end(), isSame);
}

class Links final
{
public:
    Links(PassContext &context, const HtmlNode &root)
        : m_context(context)
        , m_origin(
              originOf(context.body.source.empty() ? context.meta.source : context.body.source))
    {
        collectIds(root);
        if (context.options.resolver != nullptr) {
            m_otherHeadings.emplace(*context.options.resolver);
        }
    }

    void finish(HtmlNode &node)
    {
        for (HtmlNode &child : node.children) {
            if (child.is("a") && child.hasAttribute("href")) {
                finishLink(child);
            } else if (child.is("img") && m_context.mayRepair(Repair::Links)) {
                finishImage(child);
            }
            finish(child);
            if (child.is("p")) {
                finishCard(child);
            }
        }
    }

private:
    void collectIds(const HtmlNode &node)
    {
        for (const HtmlNode &child : node.children) {
            for (const std::string_view key : {"id", "name"}) {
                if (child.hasAttribute(key)) {
                    m_ids.emplace(child.attribute(key));
                }
            }
            collectIds(child);
        }
    }

    /// What Zhihu's editor takes for a card, `[words](address "card")`, and what copying one
    /// gives: words, a character without width, and the address once more.
    static void finishCard(HtmlNode &paragraph)
    {
        const HtmlNode *const only = onlyChild(paragraph);
        if (only == nullptr || !only->is("a") || !isWebAddress(only->attribute("href"))
            || only->hasAttribute("class")
            || !std::ranges::all_of(only->children, &HtmlNode::isText)) {
            return;
        }
        const std::string host = hostOf(only->attribute("href"));
        const std::string text = textContent(*only);
        const std::size_t mark = std::min(text.find("\u200B"), text.size());
        const std::string_view behind = trimmed(std::string_view(text).substr(mark));
        const bool isCopied
            = !behind.empty() && (behind.starts_with(host) || behind.starts_with("www." + host));
        const std::string words(trimmed(isCopied ? text.substr(0, mark) : text));
        if (!isCopied && only->attribute("title") != "card") {
            return;
        }
        HtmlNode card = makeElement("a", {makeText(words.empty() ? host : words + " · " + host)});
        card.setAttribute("class", "card");
        card.setAttribute("href", std::string(only->attribute("href")));
        paragraph.children.assign(1, std::move(card));
    }

    void finishLink(HtmlNode &link)
    {
        const std::string href(trimmed(link.attribute("href")));
        if (!isSafeLink(href)) {
            link.removeAttribute("href");
        } else if (href.starts_with('#')) {
            link.setAttribute("href", inPage(href));
        } else if (href.starts_with("//")) {
            link.setAttribute("href", "https:" + href);
        } else if (urlScheme(href).empty() && !href.empty()) {
            link.setAttribute("href", fromLibrary(href));
        } else if (m_context.mayRepair(Repair::Links)) {
            leadStraight(link, href);
        }
    }

    void leadStraight(HtmlNode &link, const std::string &href)
    {
        const std::string target = redirectTarget(href);
        if (target.empty()) {
            return;
        }
        m_context.count(Repair::Links);
        link.setAttribute("href", target);
        if (link.attribute("title") == href) {
            link.removeAttribute("title");
        }
    }

    void finishImage(HtmlNode &image)
    {
        const std::string_view source = image.attribute("src");
        const bool isUnresolved = source.starts_with('/') && !m_origin.empty()
            && (m_context.options.resolver == nullptr
                || !m_context.options.resolver->imageAddress(source));
        if (isUnresolved) {
            m_context.count(Repair::Links);
            image.setAttribute("src", m_origin + std::string(source));
        }
    }

    /// Authors write a heading's own text, encoded or not, where its id is meant.
    std::string inPage(const std::string &href) const
    {
        const std::string name = percentDecoded(std::string_view(href).substr(1));
        for (const std::string &candidate : {name, headingSlug(name)}) {
            if (m_ids.contains(candidate)) {
                return "#" + candidate;
            }
        }
        return name.empty() ? href : bySiteSlug(siteSlug(name)).value_or(href);
    }

    /// The place whose heading a site calls \a slug. The names are made when one is first asked
    /// for.
    std::optional<std::string> bySiteSlug(const std::string &slug) const
    {
        if (m_bySlug.empty()) {
            for (const OutlineEntry &entry : m_context.body.outline) {
                m_bySlug.emplace(siteSlug(entry.text), entry.anchor);
            }
        }
        const auto found = m_bySlug.find(slug);
        return found == m_bySlug.end() ? std::nullopt : std::optional("#" + found->second);
    }

    std::string fromLibrary(const std::string &href)
    {
        const LinkResolver *resolver = m_context.options.resolver;
        if (const auto found = resolver == nullptr ? std::nullopt : resolver->linkAddress(href)) {
            return m_otherHeadings ? m_otherHeadings->withHeading(*found) : *found;
        }
        if (!href.starts_with('/') || m_origin.empty() || !m_context.mayRepair(Repair::Links)) {
            return href;
        }
        m_context.count(Repair::Links);
        return m_origin + href;
    }

    PassContext &m_context;
    std::string m_origin;
    std::optional<OtherHeadings> m_otherHeadings; ///< where other articles are found
    std::set<std::string, std::less<>> m_ids;
    mutable std::map<std::string, std::string, std::less<>> m_bySlug; ///< anchors of headings
};

/// \a text without blanks and punctuation that differ between a summary and its article.
std::string comparable(std::string_view text)
{
    std::string folded = foldForSearch(text);
    std::erase_if(folded, [](char character) {
        return static_cast<unsigned char>(character) <= ' ' || character == '.' || character == '*';
    });
    return folded;
}

bool showsImage(const HtmlNode &node, std::string_view address)
{
    return (node.is("img") && node.attribute("src") == address)
        || std::any_of(node.children.begin(), node.children.end(),
                       [address](const HtmlNode &child) { return showsImage(child, address); });
}

void appendBeginning(std::string &text, const HtmlNode &node, std::size_t limit)
{
    for (const HtmlNode &child : node.children) {
        if (text.size() > limit) {
            return;
        }
        text += child.text;
        appendBeginning(text, child, limit);
    }
}

} // namespace

void takeSourceLine(HtmlNode &root, PassContext &context)
{
    std::size_t last = root.children.size();
    while (last > 0 && isBlank(root.children[last - 1])) {
        --last;
    }
    if (last == 0 || !root.children[last - 1].is("p")) {
        return;
    }
    const HtmlNode *link = onlyChild(root.children[last - 1]);
    if (link == nullptr || !link->is("a") || link->attribute("class") == "card"
        || !isWebAddress(link->attribute("href"))
        || !namesSource(textContent(*link), link->attribute("href"), context.meta)) {
        return;
    }
    context.body.source = link->attribute("href");
    if (context.mayRepair(Repair::SourceLine)) {
        context.count(Repair::SourceLine);
        root.children.resize(last - 1);
    }
}

void finishLinks(HtmlNode &root, PassContext &context)
{
    Links(context, root).finish(root);
}

void describeBody(const HtmlNode &root, PassContext &context)
{
    const std::string summary = comparable(context.meta.summary);
    std::string beginning;
    appendBeginning(beginning, root, 2 * context.meta.summary.size() + 512);
    const std::string body = comparable(beginning);
    context.body.isEmpty = body.empty() && context.body.images.empty();
    // A few words of a heading or a caption may stand before what the summary was cut from.
    const bool mayFold = context.mayRepair(Repair::Repetitions);
    context.body.repeatsSummary = mayFold && !summary.empty() && body.find(summary) < 256;
    if (context.body.repeatsSummary) {
        context.count(Repair::Repetitions);
    }
    std::string thumbnail = imageAddress(context.meta.thumbnail, context);
    if (mayFold && !thumbnail.empty() && showsImage(root, thumbnail)) {
        context.count(Repair::Repetitions);
    } else {
        context.body.thumbnail = std::move(thumbnail);
    }
}

} // namespace lectern::core
