#include "core/base/text.h"
#include "core/markdown/html/html_escape.h"
#include "core/markdown/html/html_tree.h"
#include "core/markdown/html/raw_html.h"
#include "core/markdown/redirects.h"
#include "core/markdown/source/code_regions.h"
#include "core/markdown/source/source_passes.h"

#include <algorithm>

namespace lectern::core {

namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kMaxCardBytes = 8000;
constexpr std::string_view kClosing = "</a>";

bool isCard(std::string_view tag)
{
    return rawAttribute(tag, "class").starts_with("LinkCard")
        || rawAttribute(tag, "data-draft-type") == "link-card";
}

/// The host that \a address names, as people say it.
std::string hostOf(std::string_view address)
{
    std::string host = address.find("//") == kNone
        ? std::string()
        : std::string(address.substr(address.find("//") + 2));
    host.resize(std::min(host.find_first_of("/?#"), host.size()));
    return host.starts_with("www.") ? host.substr(4) : host;
}

void addWords(std::string &words, std::string_view more)
{
    more = trimmed(more);
    if (!more.empty() && words.find(more) == std::string::npos) {
        words += (words.empty() ? "" : " · ") + std::string(more);
    }
}

/// The text of \a html, whose references are not in the way of the marks around them.
std::string plainText(std::string_view html)
{
    std::string text;
    while (!html.empty()) {
        const std::size_t mark = std::min(html.find('&'), html.size());
        text += html.substr(0, mark);
        html.remove_prefix(mark);
        const std::size_t end = html.substr(0, 12).find(';');
        const std::string_view reference = html.substr(0, end == kNone ? 1 : end + 1);
        text += html.empty() ? "" : decodedEntity(reference);
        html.remove_prefix(std::min(reference.size(), html.size()));
    }
    return text;
}

std::string wordsOf(std::string_view html)
{
    std::string words;
    for (std::size_t tag = html.find('<'); tag != kNone; tag = html.find('<')) {
        addWords(words, plainText(html.substr(0, tag)));
        html.remove_prefix(std::min(html.find('>', tag), html.size() - 1) + 1);
    }
    return words;
}

/// The card that \a html, a whole link with \a tag in front, stands for; empty where it has no
/// words or no address. Its picture is the site's own.
std::string cardOf(std::string_view tag, std::string_view html)
{
    const std::string written = plainText(rawAttribute(tag, "href"));
    const std::string target = redirectTarget(written);
    std::string words = wordsOf(html);
    if (words.empty() || !written.starts_with("http")) {
        return {};
    }
    addWords(words, hostOf(target.empty() ? written : target));
    std::string card = "<a class=\"card\" href=\"" + escaped(written) + "\">";
    appendLiteral(card, words);
    return card + std::string(kClosing);
}

} // namespace

std::string withLinkCards(std::string source)
{
    if (source.find("LinkCard") == kNone && source.find("link-card") == kNone) {
        return source;
    }
    std::string result;
    forEachRegion(source, [&result](std::string_view text, bool isCode) {
        std::size_t start = 0;
        for (std::size_t at = isCode ? kNone : text.find("<a "); at != kNone;
             at = text.find("<a ", std::max(at + 1, start))) {
            const std::string_view rest = text.substr(at, kMaxCardBytes);
            const std::size_t tagEnd = rest.find('>');
            const std::size_t end = tagEnd == kNone || !isCard(rest.substr(0, tagEnd + 1))
                ? kNone
                : rest.find(kClosing, tagEnd);
            const std::string card = end == kNone
                ? std::string()
                : cardOf(rest.substr(0, tagEnd + 1), rest.substr(0, end + kClosing.size()));
            if (!card.empty()) {
                result.append(text.substr(start, at - start)).append(card);
                start = at + end + kClosing.size();
            }
        }
        result += text.substr(start);
    });
    return result;
}

} // namespace lectern::core
