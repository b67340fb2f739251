#include "core/base/text.h"
#include "core/markdown/links/link_resolver.h"
#include "core/markdown/source/code_regions.h"
#include "core/markdown/source/source_passes.h"
#include "core/markdown/tree/passes.h"
#include "core/markdown/urls.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

namespace lectern::core {

namespace {

constexpr std::size_t kMaxLinkBytes = 400;

/// `[[target#heading|label]]`, with `!` before it for an embedded file.
struct WikiLink
{
    bool isEmbed = false;
    std::string_view target;
    std::string_view heading;
    std::string_view label;
    std::size_t end = 0; ///< behind it; 0: there is none
};

WikiLink wikiLinkAt(std::string_view text, std::size_t at)
{
    const std::string_view rest = text.substr(at, kMaxLinkBytes);
    const std::size_t close = rest.find("]]");
    const std::string_view content
        = rest.substr(2, close == std::string_view::npos ? 0 : close - 2);
    const std::size_t lineEnd = content.find('\n');
    if (content.empty() || content.find_first_of("[]") != std::string_view::npos
        || lineEnd < content.find('|') || content.find("\n\n") != std::string_view::npos
        || text.substr(at + close + 2).starts_with('(')) {
        return {};
    }
    WikiLink link;
    link.isEmbed = at > 0 && text[at - 1] == '!';
    const std::size_t bar = std::min(content.find('|'), content.size());
    link.label = trimmed(content.substr(std::min(bar + 1, content.size())));
    // In a table the bar is escaped.
    const std::size_t end
        = bar > 0 && content[bar - 1] == '\\' && bar < content.size() ? bar - 1 : bar;
    const std::string_view target = content.substr(0, end);
    const std::size_t hash = std::min(target.find('#'), target.size());
    link.target = trimmed(target.substr(0, hash));
    link.heading = trimmed(target.substr(std::min(hash + 1, target.size())));
    link.end = at + close + 2;
    return link;
}

bool isImageName(std::string_view name)
{
    constexpr std::array<std::string_view, 8> endings{
        ".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif", ".bmp",
    };
    const std::string folded = foldForSearch(name);
    return std::any_of(endings.begin(), endings.end(),
                       [&folded](std::string_view ending) { return folded.ends_with(ending); });
}

class WikiLinks final
{
public:
    explicit WikiLinks(const LinkResolver &resolver)
        : m_resolver(resolver)
    {}

    void add(std::string_view text)
    {
        std::size_t start = 0;
        for (std::size_t at = text.find("[["); at != std::string_view::npos;
             at = text.find("[[", at + 1)) {
            const bool isEscaped = at > 0 && text[at - 1] == '\\';
            const WikiLink link = isEscaped ? WikiLink{} : wikiLinkAt(text, at);
            const std::optional<std::string> markdown
                = link.end > 0 ? markdownOf(link) : std::nullopt;
            if (markdown) {
                m_result.append(text.substr(start, at - start - (link.isEmbed ? 1 : 0)));
                m_result.append(*markdown);
                start = link.end;
                at = link.end - 1;
            }
        }
        m_result.append(text.substr(start));
    }

    void addCode(std::string_view code) { m_result += code; }

    std::string take() { return std::move(m_result); }

private:
    /// Outside a vault, where double brackets are often something else, only what is found.
    std::optional<std::string> markdownOf(const WikiLink &link) const
    {
        if (link.isEmbed && isImageName(link.target)) {
            return imageOf(link);
        }
        const std::string fragment
            = link.heading.empty() ? "" : "#" + percentEncoded(headingSlug(link.heading));
        std::string address = fragment;
        if (!link.target.empty()) {
            const auto found = m_resolver.noteAddress(link.target);
            if (!found && !m_resolver.isVault()) {
                return isMacro(link) ? std::optional(literal(link.label)) : std::nullopt;
            }
            if (!found) {
                return "<span class=\"missing\">" + literal(labelOf(link)) + "</span>";
            }
            address = *found + fragment;
        }
        return "[" + literal(labelOf(link)) + "](<" + address + ">)";
    }

    /// `[[pro_promotion |words]]`, which a site's own program was to replace: a name
    /// of several words, a bar and words.
    static bool isMacro(const WikiLink &link)
    {
        const bool isName = std::ranges::all_of(link.target, [](char byte) {
            return byte == '_' || byte == '\\'
                || std::isalpha(static_cast<unsigned char>(byte)) != 0;
        });
        return isName && link.target.find('_') != std::string_view::npos && !link.label.empty();
    }

    std::optional<std::string> imageOf(const WikiLink &link) const
    {
        const std::string name = percentEncodedPath(link.target);
        if (!m_resolver.isVault() && !m_resolver.imageAddress(name)) {
            return std::nullopt;
        }
        const std::string_view width = link.label.substr(0, link.label.find('x'));
        const bool isWidth
            = !width.empty() && width.find_first_not_of("0123456789") == std::string_view::npos;
        return "![" + (isWidth ? "" : literal(link.label)) + "](<" + name + ">)"
            + (isWidth ? "{width=" + std::string(width) + "}" : "");
    }

    static std::string_view labelOf(const WikiLink &link)
    {
        if (!link.label.empty()) {
            return link.label;
        }
        return link.target.empty() ? link.heading : link.target;
    }

    static std::string literal(std::string_view text)
    {
        std::string result;
        appendLiteral(result, text);
        return result;
    }

    const LinkResolver &m_resolver;
    std::string m_result;
};

/// \a text without the comments between `%%`, whatever code is in them.
std::string withoutComments(std::string_view text)
{
    std::string result;
    std::string comment; ///< since `%%`, as long as nothing ends it
    forEachRegion(text, [&](std::string_view piece, bool isCode) {
        std::size_t start = 0;
        for (std::size_t mark = isCode ? std::string_view::npos : piece.find("%%");
             mark != std::string_view::npos; mark = piece.find("%%", start)) {
            const std::string_view words = piece.substr(start, mark - start);
            if (comment.empty()) {
                result.append(words);
                comment = "%%";
            } else {
                comment.clear();
            }
            start = mark + 2;
        }
        (comment.empty() ? result : comment).append(piece.substr(start));
    });
    return result + comment;
}

} // namespace

std::string withWikiLinks(std::string source, const LinkResolver &resolver)
{
    if (resolver.isVault() && source.find("%%") != std::string::npos) {
        source = withoutComments(source);
    }
    if (source.find("[[") == std::string::npos) {
        return source;
    }
    WikiLinks links(resolver);
    forEachRegion(source, [&links](std::string_view piece, bool isCode) {
        if (isCode) {
            links.addCode(piece);
        } else {
            links.add(piece);
        }
    });
    return links.take();
}

} // namespace lectern::core
