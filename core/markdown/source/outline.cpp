#include "core/base/text.h"
#include "core/markdown/html/raw_html.h"
#include "core/markdown/source/dialects.h"
#include "core/markdown/source/next_place.h"
#include "core/markdown/source/source_passes.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>

namespace lectern::core {

namespace {

constexpr std::size_t kMaxBlockBytes = 400; // of one that is shown in other places
constexpr std::size_t kMaxReferenceLine = 10'000;

bool isWordByte(char byte)
{
    return std::isalnum(static_cast<unsigned char>(byte)) != 0 || byte == '-' || byte == '_';
}

std::string lowered(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), [](char byte) {
        return static_cast<char>(std::tolower(static_cast<unsigned char>(byte)));
    });
    return result;
}

/// What \a line consists of: blanks, a bullet, words.
struct Item
{
    std::string_view indent;
    std::string_view bullet; ///< with the blank behind it; empty: it goes on with the item above
    std::string_view words;
};

Item itemOf(std::string_view line)
{
    const std::size_t start = std::min(line.find_first_not_of(" \t"), line.size());
    const std::string_view rest = line.substr(start);
    const bool isItem = rest.starts_with("- ") || rest.starts_with("* ") || rest.starts_with("+ ");
    const std::size_t bullet = isItem ? 2 : 0;
    return {line.substr(0, start), rest.substr(0, bullet), trimmed(rest.substr(bullet))};
}

/// `key:: value`
struct Property
{
    std::string_view key; ///< empty: it is none
    std::string_view value;
};

Property propertyOf(std::string_view words)
{
    const std::size_t colons = words.substr(0, 60).find("::");
    if (colons == std::string_view::npos || colons == 0) {
        return {};
    }
    const std::string_view key = words.substr(0, colons);
    const std::string_view value = words.substr(colons + 2);
    const bool isKey = std::all_of(key.begin(), key.end(), [](char byte) {
        return isWordByte(byte) || byte == '.' || byte == '/'
            || static_cast<unsigned char>(byte) >= 0x80;
    });
    return isKey && (value.empty() || value.front() == ' ') ? Property{key, trimmed(value)}
                                                            : Property{};
}

/// What programs note for themselves.
bool isHidden(const Property &property)
{
    constexpr std::array<std::string_view, 20> keys{
        "id",
        "collapsed",
        "heading",
        "created-at",
        "updated-at",
        "now",
        "later",
        "doing",
        "done",
        "todo",
        "template",
        "background-color",
        "background-image",
        "icon",
        "public",
        "filters",
        "ls-type",
        "title",
        "exclude-from-graph-view",
        "template-including-parent",
    };
    const std::string key = lowered(property.key);
    return property.value.empty() || key.starts_with("query-") || key.starts_with("logseq.")
        || key.starts_with("card-") || key.starts_with("hl-")
        || std::find(keys.begin(), keys.end(), key) != keys.end();
}

bool isUuid(std::string_view text)
{
    return text.size() == 36 && std::all_of(text.begin(), text.end(), [](char byte) {
               return std::isxdigit(static_cast<unsigned char>(byte)) != 0 || byte == '-';
           });
}

/// The words of each block of \a lines that has an id.
std::map<std::string, std::string, std::less<>> blocksById(const std::vector<SourceLine> &lines)
{
    std::map<std::string, std::string, std::less<>> blocks;
    std::string_view words;
    for (const SourceLine &line : lines) {
        const Item item = itemOf(line.text);
        const Property property = propertyOf(item.words);
        if (property.key == "id") {
            blocks.emplace(property.value, words);
        } else if (property.key.empty() && (!item.bullet.empty() || words.empty())) {
            words = item.words.size() <= kMaxBlockBytes ? item.words : "…";
        }
    }
    return blocks;
}

/// The name behind `#+BEGIN_`, lower-case; empty when \a words are something else.
std::string blockName(std::string_view words, std::string_view mark)
{
    const bool isMark = words.starts_with("#+") && lowered(words.substr(0, mark.size())) == mark;
    const std::string_view rest = words.substr(std::min(words.size(), mark.size()));
    return isMark ? lowered(rest.substr(0, rest.find(' '))) : "";
}

bool isCodeBlock(std::string_view name)
{
    return name == "src" || name == "example" || name == "query" || name == "export";
}

class OutlineWriter final
{
public:
    explicit OutlineWriter(Notes notes)
        : m_notes(notes)
    {}

    std::string write(std::string_view markdown)
    {
        const std::vector<SourceLine> lines = sourceLines(markdown);
        if (markdown.find("id:: ") != std::string_view::npos) {
            m_blocks = blocksById(lines);
        }
        for (const SourceLine &line : lines) {
            if (line.isCode()) {
                m_result += line.text;
                m_mayHoldProperties = false;
            } else {
                addLine(line.text);
            }
        }
        m_result += m_codeBlock.empty() ? "" : "\n``````````\n";
        return std::move(m_result);
    }

private:
    void addLine(std::string_view line)
    {
        const Item item = itemOf(line);
        if (!m_codeBlock.empty()) {
            addBlockLine(line, item);
        } else if (!addBlockMark(item) && !isInDrawer(item.words) && !addProperty(item)) {
            m_mayHoldProperties = !item.bullet.empty() || item.words.starts_with('#');
            addWords(line);
        }
    }

    /// `#+BEGIN_NOTE` and its end.
    bool addBlockMark(const Item &item)
    {
        const std::string begin = blockName(item.words, "#+begin_");
        const std::string end = blockName(item.words, "#+end_");
        if (begin.empty() && end.empty()) {
            return false;
        }
        const std::string start = std::string(item.indent) + std::string(item.bullet);
        std::string inside(item.indent);
        inside.append(item.bullet.size(), ' ');
        if (isCodeBlock(begin)) {
            const std::string_view language = item.words.substr(
                std::min(item.words.size(), std::string_view("#+begin_src ").size()));
            m_codeBlock = begin;
            m_result.append(start).append("``````````");
            m_result.append(begin == "src" ? language : "").append("\n");
        } else if (!begin.empty()) {
            m_result.append(start).append("<blockquote>\n\n");
            m_result.append(begin == "quote" ? "" : inside + "[!" + begin + "]\n\n");
        } else {
            m_result.append("\n").append(inside).append("</blockquote>\n\n");
        }
        return true;
    }

    void addBlockLine(std::string_view line, const Item &item)
    {
        if (blockName(item.words, "#+end_") == m_codeBlock) {
            m_codeBlock.clear();
            m_result.append(item.indent).append("``````````\n");
        } else {
            m_result += line;
        }
    }

    bool isInDrawer(std::string_view words)
    {
        if (words == ":LOGBOOK:" || words == ":PROPERTIES:") {
            m_isInDrawer = true;
            return true;
        }
        const bool isInside = m_isInDrawer;
        m_isInDrawer = m_isInDrawer && words != ":END:";
        return isInside;
    }

    /// Shows `key:: value` below a bullet, at the start of the text and everywhere in notes.
    bool addProperty(const Item &item)
    {
        const Property property = propertyOf(item.words);
        if (property.key.empty() || (!m_mayHoldProperties && m_notes == Notes::No)) {
            return false;
        }
        m_mayHoldProperties = true;
        if (isHidden(property)) {
            m_result += item.bullet.empty() ? "" : std::string(item.indent) + "-\n";
            return true;
        }
        std::string line = std::string(item.indent) + std::string(item.bullet) + "**";
        appendLiteral(line, property.key);
        addWords(line.append(":** ").append(property.value).append("  \n"));
        return true;
    }

    /// \a line with its references, without the name that others have for it.
    void addWords(std::string_view line)
    {
        const std::string_view kept = m_notes == Notes::Yes ? withoutBlockId(line) : line;
        if (kept.find("((") == std::string_view::npos && kept.find("{{") == std::string_view::npos
            && kept.find("]([[") == std::string_view::npos) {
            m_result += kept;
        } else {
            addReferences(withPlainReferences(kept));
        }
        m_result.append(kept.size() < line.size() ? "\n" : "");
    }

    void addReferences(std::string_view text)
    {
        forEachRegion(
            text,
            [this](std::string_view piece, bool isCode) {
                if (isCode) {
                    m_result += piece;
                } else {
                    addProse(piece);
                }
            },
            CodeKinds::Marked);
    }

    void addProse(std::string_view text)
    {
        std::size_t start = 0;
        NextPlace places(text);
        for (std::size_t at = nextReference(places, 0); at != std::string_view::npos;
             at = nextReference(places, std::max(start, at + 1))) {
            const std::size_t end
                = text[at] == '(' ? referenceEnd(text, at) : macroEnd(places, text, at);
            if (end > 0) {
                m_result.append(text.substr(start, at - start));
                const std::size_t marks = text.substr(at).starts_with("{{{") ? 3 : 2;
                const std::string_view inner = text.substr(at + marks, end - at - 2 * marks);
                m_result += text[at] == '(' ? blockOf(inner) : macroOf(inner);
                start = end;
            }
        }
        m_result.append(text.substr(start));
    }

    /// Where the words of `[words](((block)))` and `[words]([[page]])` begin before \a close.
    static std::size_t labelStart(std::string_view text, std::size_t close)
    {
        int depth = 1;
        for (std::size_t at = close; at > 0; --at) {
            depth += text[at - 1] == ']' ? 1 : text[at - 1] == '[' ? -1 : 0;
            if (depth == 0) {
                return at - 1;
            }
        }
        return std::string_view::npos;
    }

    /// \a line with `[words](((block)))` as words and `[words]([[page]])` as `[[page|words]]`.
    std::string withPlainReferences(std::string_view line) const
    {
        std::string text(line);
        if (line.size() > kMaxReferenceLine) {
            return text;
        }
        for (const auto &[mark, end] : {std::pair("](((", ")))"), std::pair("]([[", "]])")}) {
            std::size_t close = m_notes == Notes::Yes ? text.find(mark) : std::string::npos;
            for (; close != std::string::npos; close = text.find(mark, close + 1)) {
                const std::size_t last = text.find(end, close);
                const std::size_t open = labelStart(text, close);
                if (last == std::string::npos || open == std::string_view::npos) {
                    break;
                }
                const std::string words = text.substr(open + 1, close - open - 1);
                const std::string page = text.substr(close + 4, last - close - 4);
                const bool isPage = text[close + 2] == '[';
                text.replace(open, last + 3 - open,
                             isPage ? "[[" + page + "|" + words + "]]" : words);
                close = open;
            }
        }
        return text;
    }

    static std::size_t nextReference(NextPlace &places, std::size_t from)
    {
        return std::min(places.of("((", from), places.of("{{", from));
    }

    static std::size_t referenceEnd(std::string_view text, std::size_t at)
    {
        const std::string_view rest = text.substr(at, 40);
        return rest.size() == 40 && rest.ends_with("))") && isUuid(rest.substr(2, 36)) ? at + 40
                                                                                       : 0;
    }

    static std::size_t macroEnd(NextPlace &places, std::string_view text, std::size_t at)
    {
        const std::string_view closing = text.substr(at).starts_with("{{{") ? "}}}" : "}}";
        const std::size_t close = places.of(closing, at + closing.size());
        return close == std::string_view::npos ? 0 : close + closing.size();
    }

    std::string blockOf(std::string_view id) const
    {
        const auto block = m_blocks.find(id);
        const bool isShown = block != m_blocks.end()
            && block->second.find("((") == std::string::npos
            && block->second.find("{{") == std::string::npos;
        return isShown ? block->second : "<span class=\"missing\">…</span>";
    }

    std::string macroOf(std::string_view inner) const
    {
        const std::size_t blank = std::min(inner.find_first_of(" \n"), inner.size());
        const std::string_view name = inner.substr(0, blank);
        const std::string_view argument = trimmed(inner.substr(blank));
        const std::string whole = "{{" + std::string(inner) + "}}";
        if (name == "embed" && argument.starts_with("((") && argument.size() > 4) {
            return blockOf(argument.substr(2, argument.size() - 4));
        }
        if (name == "embed" || name == "cloze") {
            return argument.empty() ? whole : std::string(argument);
        }
        if (name == "youtube" || name == "video" || name == "tweet" || name == "bilibili") {
            const bool isId = argument.find('/') == std::string_view::npos;
            return argument.empty() ? whole
                                    : linkCard((isId ? "https://www.youtube.com/watch?v=" : "")
                                               + std::string(argument));
        }
        const bool isCode = m_notes == Notes::Yes && whole.find('`') == std::string::npos
            && std::string_view("<%{").find(inner.empty() ? '{' : inner[0]) == std::string::npos;
        return isCode ? "`" + whole + "`" : whole;
    }

    /// \a line without ` ^name` at its end.
    static std::string_view withoutBlockId(std::string_view line)
    {
        const std::string_view words = line.substr(0, line.find_last_not_of(" \r\n") + 1);
        const std::size_t mark = words.rfind('^');
        const bool isId = mark != std::string_view::npos && mark + 1 < words.size()
            && (mark == 0 || words[mark - 1] == ' ')
            && std::all_of(words.begin() + static_cast<std::ptrdiff_t>(mark) + 1, words.end(),
                           isWordByte);
        return isId ? line.substr(0, mark) : line;
    }

    Notes m_notes;
    std::map<std::string, std::string, std::less<>> m_blocks; ///< by id
    std::string m_result;
    std::string m_codeBlock; ///< the name of the open one
    bool m_isInDrawer = false;
    bool m_mayHoldProperties = true;
};

/// Logseq's bullets that are indented right below a heading or a property, as a list: to a parser
/// they would be code.
std::string withBulletsBelowHeadings(std::string_view markdown)
{
    std::string result;
    std::string_view indent; // of the bullets, taken away
    bool mayHoldBullets = false;
    bool isBelowText = false;
    for (const SourceLine &line : sourceLines(markdown)) {
        const Item item = itemOf(line.text);
        const bool isBlank = trimmed(line.text).empty();
        if (indent.empty() && mayHoldBullets && isBelowText && !item.indent.empty()
            && !item.bullet.empty()) {
            indent = item.indent;
            result += '\n';
        } else if (item.indent.empty() && !isBlank) {
            indent = {};
            mayHoldBullets = !line.isFenced && item.bullet.empty()
                && (item.words.starts_with('#') || !propertyOf(item.words).key.empty());
        }
        isBelowText = !isBlank;
        const bool isInside = !indent.empty() && line.text.starts_with(indent);
        result += isInside ? line.text.substr(indent.size()) : line.text;
    }
    return result;
}

} // namespace

std::string withOutline(std::string markdown, Notes notes)
{
    if (notes == Notes::Yes && markdown.find("\n\t- ") != std::string::npos) {
        markdown = withBulletsBelowHeadings(markdown);
    }
    const auto has
        = [&markdown](std::string_view mark) { return markdown.find(mark) != std::string::npos; };
    const bool hasMarks = has(":: ") || has("::\n") || has("((") || has("#+") || has("{{")
        || has(":LOGBOOK:") || (notes == Notes::Yes && (has("^") || has("]([[")));
    return hasMarks ? OutlineWriter(notes).write(markdown) : std::move(markdown);
}

} // namespace lectern::core
