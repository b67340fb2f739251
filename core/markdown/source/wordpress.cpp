#include "core/article/article.h"
#include "core/base/text.h"
#include "core/markdown/html/html_escape.h"
#include "core/markdown/html/html_tree.h"
#include "core/markdown/html/raw_html.h"
#include "core/markdown/source/code_regions.h"
#include "core/markdown/source/next_place.h"
#include "core/markdown/source/source_passes.h"

#include <algorithm>
#include <array>
#include <optional>

namespace lectern::core {

namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kMaxTagBytes = 2000;
constexpr std::size_t kMaxCaptionBytes = 8000;

constexpr std::array<std::string_view, 8> kNames{
    "caption", "code", "sourcecode", "embed", "gallery", "playlist", "video", "audio",
};

/// `[name arguments]`, also with the backslashes that a converter put before its brackets.
struct Bracket
{
    std::string_view name; ///< empty: there is none
    std::string_view arguments;
    std::size_t end = 0;
};

/// The name that \a text has behind its bracket, with a blank or the other bracket behind it.
std::string_view nameAt(std::string_view text)
{
    const auto *const found = std::ranges::find_if(kNames, [text](std::string_view name) {
        const std::string_view behind = text.substr(std::min(name.size(), text.size()), 2);
        return text.starts_with(name)
            && (behind.starts_with(' ') || behind.starts_with(']') || behind == "\\]");
    });
    return found == kNames.end() ? std::string_view() : *found;
}

/// The tag whose bracket stands at \a at of \a text. Links and definitions (`[code](a)`,
/// `[gallery]: /u`) are none.
Bracket bracketAt(std::string_view text, std::size_t at)
{
    Bracket bracket;
    const std::string_view name = nameAt(text.substr(at + 1));
    const std::size_t start = at + 1 + name.size();
    const std::size_t end = text.substr(0, start + kMaxTagBytes).find_first_of("]\n[", start);
    if (name.empty() || end == kNone || text[end] != ']') {
        return bracket;
    }
    const std::string_view behind = text.substr(end + 1, 1);
    const bool isEscaped = at > 0 && text[at - 1] == '\\';
    std::string_view arguments = text.substr(start, end - start);
    arguments.remove_suffix(arguments.ends_with('\\') ? 1 : 0);
    const bool isTag = trimmed(arguments).empty() || arguments.find('=') != kNone;
    const bool mayBeLink
        = trimmed(arguments).empty() && !isEscaped && (behind == "[" || behind == ":");
    if (isTag && behind != "(" && !mayBeLink) {
        bracket = {name, arguments, end + 1};
    }
    return bracket;
}

/// The value of \a key in `a="b" c=d`; empty without one.
std::string_view argument(std::string_view arguments, std::string_view key)
{
    const std::string assignment = " " + std::string(key) + "=";
    const std::size_t at = arguments.find(assignment);
    if (at == kNone) {
        return {};
    }
    std::string_view value = arguments.substr(at + assignment.size());
    const bool isQuoted = value.starts_with('"') || value.starts_with('\'');
    const std::size_t end = isQuoted ? value.find(value.front(), 1) : value.find(' ');
    value = value.substr(0, end);
    value.remove_prefix(isQuoted ? 1 : 0);
    return value;
}

std::string onOneLine(std::string_view text)
{
    std::string line(trimmed(text));
    std::ranges::replace(line, '\n', ' ');
    return line;
}

std::string literal(std::string_view text)
{
    std::string result;
    appendLiteral(result, text);
    return result;
}

/// A picture as HTML and how much of the text it was.
struct Picture
{
    std::string html;
    std::size_t size = 0; ///< 0: there is none
};

Picture markdownPicture(std::string_view text)
{
    const std::size_t words = text.find("](");
    const std::size_t end = words == kNone ? kNone : text.find(')', words);
    if (!text.starts_with("![") || end == kNone) {
        return {};
    }
    std::string_view address = text.substr(words + 2, end - words - 2);
    address = address.substr(0, address.find(' '));
    return {"<img src=\"" + escaped(address) + "\" alt=\"" + escaped(text.substr(2, words - 2))
                + "\">",
            end + 1};
}

Picture linkedPicture(std::string_view text)
{
    const Picture inner = text.starts_with("[") ? markdownPicture(text.substr(1)) : Picture();
    const std::size_t end = inner.size == 0 ? kNone : text.find(')', inner.size + 1);
    const std::string_view behind = text.substr(std::min(inner.size + 1, text.size()), 2);
    if (behind != "](" || end == kNone) {
        return {};
    }
    std::string_view address = text.substr(inner.size + 3, end - inner.size - 3);
    address = address.substr(0, address.find(' '));
    return {"<a href=\"" + escaped(address) + "\">" + inner.html + "</a>", end + 1};
}

Picture htmlPicture(std::string_view text)
{
    const bool isLink = text.starts_with("<a ");
    const std::size_t image = text.find("<img ");
    if (image == kNone || (image > 0 && !isLink)) {
        return {};
    }
    const std::size_t end = isLink ? text.find("</a>") : text.find('>');
    const std::size_t size = end == kNone ? 0 : end + (isLink ? 4 : 1);
    return {onOneLine(text.substr(0, size)), size};
}

/// The picture that \a text begins with, in HTML or in Markdown, linked or not.
Picture pictureOf(std::string_view text)
{
    for (const auto read : {htmlPicture, markdownPicture, linkedPicture}) {
        Picture picture = read(text);
        if (picture.size > 0) {
            return picture;
        }
    }
    return {};
}

/// `[caption width="3"]picture words[/caption]` as a figure; older ones have the words in the tag.
std::optional<std::string> figureOf(const Bracket &tag, std::string_view content)
{
    content = trimmed(content);
    const Picture picture = content.size() <= kMaxCaptionBytes ? pictureOf(content) : Picture();
    if (picture.size == 0 || trimmed(tag.arguments).empty()) {
        return std::nullopt;
    }
    std::string words = onOneLine(content.substr(picture.size));
    words = words.empty() ? std::string(argument(tag.arguments, "caption")) : words;
    const std::string caption
        = words.empty() ? std::string() : "<figcaption>" + words + "</figcaption>";
    return "<figure class=\"image\">" + picture.html + caption + "</figure>\n\n";
}

/// WordPress keeps the marks of HTML in a program as references, an author does not write both.
std::string programOf(std::string_view content)
{
    std::string program;
    const bool isEncoded = content.find_first_of("<>") == kNone;
    while (!content.empty()) {
        const std::size_t mark = isEncoded ? content.find('&') : kNone;
        program += content.substr(0, mark);
        content.remove_prefix(std::min(mark, content.size()));
        const std::size_t end = content.substr(0, 10).find(';');
        const std::string_view reference = content.substr(0, end == kNone ? 1 : end + 1);
        program += content.empty() ? "" : decodedEntity(reference);
        content.remove_prefix(std::min(reference.size(), content.size()));
    }
    return program;
}

std::string languageOf(std::string_view arguments)
{
    std::string_view language = argument(arguments, "language");
    language = language.empty() ? argument(arguments, "lang") : language;
    return language.find_first_of(" `") == kNone ? std::string(language) : std::string();
}

/// `[code]` and `[sourcecode language="x"]` with what they hold. `Use [code] and [/code]` are
/// words.
std::optional<std::string> codeOf(const Bracket &tag, std::string_view content)
{
    constexpr std::string_view fence = "``````````";
    const bool isLine = content.find('\n') == kNone;
    if (trimmed(content).empty() || content.find(fence) != kNone
        || (isLine && tag.arguments.empty() && content.starts_with(' '))) {
        return std::nullopt;
    }
    std::string program = programOf(content);
    if (isLine && tag.arguments.empty()) {
        return "<code>" + literal(program) + "</code>";
    }
    program.erase(0, program.find_first_not_of('\n'));
    program.erase(program.find_last_not_of("\n ") + 1);
    return std::string(fence) + languageOf(tag.arguments) + "\n" + program + "\n"
        + std::string(fence) + "\n\n";
}

/// `[embed]address[/embed]`, whose address a converter may have made a link of.
std::optional<std::string> cardOf(std::string_view content)
{
    content = trimmed(content);
    const std::size_t words = content.find("](");
    if (content.starts_with('[') && content.ends_with(')') && words != kNone) {
        content = content.substr(words + 2, content.size() - words - 3);
    } else if (content.starts_with('<') && content.ends_with('>')) {
        content = content.substr(1, content.size() - 2);
    }
    std::string address(content);
    std::erase(address, '\\'); // An escape of the converter; no address has one.
    const bool isAddress = address.starts_with("http") && address.find_first_of(" \n") == kNone;
    const std::string card = isAddress ? linkCard(escaped(address)) : std::string();
    return card.empty() ? std::nullopt : std::optional(card);
}

/// What `[video]` and `[audio]` play.
std::string playerOf(std::string_view arguments)
{
    constexpr std::array<std::string_view, 14> kSources{
        "src", "mp4", "m4v", "webm", "ogv", "flv", "wmv",
        "mov", "mp3", "m4a", "ogg",  "wav", "wma", "flac",
    };
    for (const std::string_view key : kSources) {
        const std::string_view address = argument(arguments, key);
        if (!address.empty()) {
            return linkCard(escaped(address));
        }
    }
    return {};
}

/// What is known of a gallery, whose pictures only the site has.
std::string galleryOf(const Bracket &tag, bool isChinese)
{
    const std::string_view ids = argument(tag.arguments, "ids");
    const std::string count = std::to_string(std::ranges::count(ids, ',') + 1);
    const std::string number = ids.empty() ? ""
        : isChinese                        ? "，" + count + " 张图片"
                    : " with " + count + (count == "1" ? " picture" : " pictures");
    const std::string words = isChinese ? "网站的图集" : "Gallery of the site";
    return "<aside class=\"callout callout-note\"><p>" + words + number + (isChinese ? "：" : ": ")
        + "<code>" + literal(tag.name) + literal(tag.arguments) + "</code></p></aside>\n\n";
}

class WordPressWriter final
{
public:
    WordPressWriter(std::string_view source, bool isChinese)
        : m_source(source)
        , m_isChinese(isChinese)
        , m_code(codeRegions(source))
        , m_next(source)
    {}

    std::string write()
    {
        auto region = m_code.begin();
        for (std::size_t at = nextMark(0); at != kNone; at = nextMark(std::max(at + 1, m_start))) {
            region = std::find_if(region, m_code.end(),
                                  [at](const TextRange &range) { return range.end > at; });
            const bool isIn = region != m_code.end() && region->start <= at;
            if (m_source[at] == '[' && !isIn) {
                writeTag(at);
            } else if (m_source[at] != '[' && (!isIn || region->start == at)) {
                dropComment(at);
            }
        }
        m_result += m_source.substr(m_start);
        return std::move(m_result);
    }

private:
    /// A bracket, or the mark of a comment: `<!--`, `\<!--`, `&lt;!--`.
    std::size_t nextMark(std::size_t from) const { return m_source.find_first_of("[<&", from); }

    void takeUpTo(std::size_t at, std::size_t end)
    {
        m_result += m_source.substr(m_start, at - m_start);
        m_start = end;
    }

    /// The marks of blocks say nothing to a reader, and Markdown beside one would be HTML.
    void dropComment(std::size_t at)
    {
        const std::string_view rest = m_source.substr(at, 16);
        const std::size_t mark = rest.starts_with('<') ? 1 : rest.starts_with("&lt;") ? 4 : 0;
        const std::string_view name = rest.substr(mark);
        if (mark == 0 || (!name.starts_with("!-- wp:") && !name.starts_with("!-- /wp:"))) {
            return;
        }
        const std::size_t lineEnd = m_source.find('\n', at);
        std::size_t end = kNone;
        for (const std::string_view closing : {"-->", "--\\>", "--&gt;"}) {
            const std::size_t place = m_next.of(closing, at);
            end = place < std::min(lineEnd, end) ? place + closing.size() : end;
        }
        if (end != kNone) {
            const bool isEscaped = at > m_start && m_source[at - 1] == '\\';
            takeUpTo(at - (isEscaped ? 1 : 0), end);
        }
    }

    void writeTag(std::size_t at)
    {
        const Bracket tag = bracketAt(m_source, at);
        if (tag.name.empty()) {
            return;
        }
        const auto [close, end] = closingOf(tag);
        std::optional<std::string> words;
        std::size_t behind = end;
        if (tag.name == "gallery" || tag.name == "playlist") {
            behind = tag.end;
            words = tag.arguments.empty() ? words : galleryOf(tag, m_isChinese);
        } else if (tag.name == "video" || tag.name == "audio") {
            const bool isEmpty
                = close != kNone && trimmed(m_source.substr(tag.end, close - tag.end)).empty();
            behind = isEmpty ? end : tag.end;
            words = playerOf(tag.arguments);
            words = words->empty() ? std::nullopt : words;
        } else if (close != kNone) {
            words = contentOf(tag, m_source.substr(tag.end, close - tag.end));
        }
        if (words) {
            const bool isEscaped = at > m_start && m_source[at - 1] == '\\';
            takeUpTo(at - (isEscaped ? 1 : 0), behind);
            write(*words);
        }
    }

    static std::optional<std::string> contentOf(const Bracket &tag, std::string_view content)
    {
        return tag.name == "caption" ? figureOf(tag, content)
            : tag.name == "embed"    ? cardOf(content)
                                     : codeOf(tag, content);
    }

    /// Where the tag that closes \a tag begins and ends.
    std::pair<std::size_t, std::size_t> closingOf(const Bracket &tag)
    {
        const std::string name(tag.name);
        const std::size_t plain = m_next.of("[/" + name + "]", tag.end);
        const std::size_t escaped = m_next.of("\\[/" + name + "\\]", tag.end);
        const std::size_t close = std::min(plain, escaped);
        return {close, close == kNone ? kNone : close + name.size() + (escaped < plain ? 5 : 3)};
    }

    /// Blocks stand apart from the words before them in their line.
    void write(const std::string &words)
    {
        const std::size_t before = m_result.find_last_not_of(" \t");
        const bool isBlock = words.ends_with('\n');
        const bool isInLine = before != std::string::npos && m_result[before] != '\n';
        m_result += isBlock && isInLine ? "\n\n" + words : words;
    }

    std::string_view m_source;
    bool m_isChinese;
    std::vector<TextRange> m_code;
    NextPlace m_next; ///< of what closes tags and comments
    std::string m_result;
    std::size_t m_start = 0; ///< of what is not written yet
};

bool hasMark(std::string_view text)
{
    for (std::size_t at = text.find('['); at != kNone; at = text.find('[', at + 1)) {
        if (!nameAt(text.substr(at + 1)).empty()) {
            return true;
        }
    }
    return text.find("!-- wp:") != kNone;
}

} // namespace

std::string withWordPress(std::string source, const ArticleMeta &meta)
{
    if (!hasMark(source)) {
        return source;
    }
    const bool isChinese = !meta.languages.empty() && meta.languages.front().starts_with("zh");
    return WordPressWriter(source, isChinese).write();
}

} // namespace lectern::core
