#include "core/article/article_file.h"
#include "core/base/text.h"
#include "core/markdown/links/link_resolver.h"
#include "core/markdown/source/dialects.h"
#include "core/markdown/source/source_passes.h"
#include "core/markdown/tree/passes.h"
#include "core/markdown/urls.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace lectern::core {

namespace {

constexpr std::size_t kMaxDepth = 4;
constexpr std::size_t kMaxEmbeds = 100;
constexpr std::size_t kMaxEmbedBytes = 64U << 10U;
constexpr std::size_t kMaxAllBytes = 512U << 10U;

/// A line that shows another note, or a part of it, and nothing else.
struct Embed
{
    std::string_view quote; ///< `> ` before it
    std::string_view indent;
    std::string_view bullet; ///< with the blank behind it
    std::string_view target; ///< empty: the note itself
    std::string_view part; ///< a heading, or `^id`
    std::string_view label;
};

std::string_view takePrefix(std::string_view &line, std::string_view signs)
{
    const std::size_t length = std::min(line.find_first_not_of(signs), line.size());
    const std::string_view prefix = line.substr(0, length);
    line.remove_prefix(length);
    return prefix;
}

/// What stands in `![[…]]` or Logseq's `{{embed [[…]]}}`.
std::string_view embeddedName(std::string_view words)
{
    for (const auto &[open, close] :
         {std::pair<std::string_view, std::string_view>("![[", "]]"), {"{{embed [[", "]]}}"}}) {
        if (words.starts_with(open) && words.ends_with(close)
            && words.size() > open.size() + close.size()) {
            words = words.substr(open.size(), words.size() - open.size() - close.size());
            return words.find_first_of("[]") == std::string_view::npos ? words : std::string_view();
        }
    }
    return {};
}

std::optional<Embed> embedOf(std::string_view line)
{
    Embed embed;
    embed.quote = line.starts_with('>') ? takePrefix(line, "> ") : std::string_view();
    embed.indent = takePrefix(line, " \t");
    if (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("+ ")) {
        embed.bullet = line.substr(0, 2);
        line.remove_prefix(2);
    }
    const std::string_view name = embeddedName(trimmed(line));
    if (name.empty()) {
        return std::nullopt;
    }
    const std::size_t bar = std::min(name.find('|'), name.size());
    embed.label = trimmed(name.substr(std::min(bar + 1, name.size())));
    const std::string_view place = name.substr(0, bar);
    const std::size_t hash = std::min(place.find('#'), place.size());
    embed.target = trimmed(place.substr(0, hash));
    embed.part = trimmed(place.substr(std::min(place.rfind('#') + 1, place.size())));
    embed.part = hash == place.size() ? std::string_view() : embed.part;
    return embed;
}

/// How deep the heading \a line is; 0 where it is none.
std::size_t headingLevel(std::string_view line)
{
    const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
    return level <= 6 && line.substr(level).starts_with(' ') ? level : 0;
}

/// The heading \a name of a text of \a lines and what stands below it.
std::string sectionOf(const std::vector<SourceLine> &lines, std::string_view name)
{
    const std::string slug = headingSlug(name);
    std::string section;
    std::size_t level = 0;
    for (const SourceLine &line : lines) {
        const std::size_t here = line.isCode() ? 0 : headingLevel(line.text);
        if (level > 0 && here > 0 && here <= level) {
            break;
        }
        if (level == 0 && here > 0 && headingSlug(trimmed(line.text.substr(here))) == slug) {
            level = here;
        }
        section += level > 0 ? line.text : std::string_view();
    }
    return section;
}

bool isItem(std::string_view words)
{
    return words.starts_with("- ") || words.starts_with("* ") || words.starts_with("+ ")
        || (!words.empty() && words.front() >= '0' && words.front() <= '9');
}

std::size_t indentOf(std::string_view line)
{
    return std::min(line.find_first_not_of(" \t"), line.size());
}

/// The block of \a lines that `^id` at the end of it, or below it, names.
std::string blockOf(const std::vector<SourceLine> &lines, std::string_view id)
{
    const auto isBlankAt = [&lines](std::size_t line) { return trimmed(lines[line].text).empty(); };
    for (std::size_t at = 0; at < lines.size(); ++at) {
        const std::string_view words = trimmed(lines[at].text);
        if (!words.ends_with(id) || lines[at].isFenced) {
            continue;
        }
        const std::string_view before = words.substr(0, words.size() - id.size());
        if (!before.empty() && !before.ends_with(' ')) {
            continue;
        }
        std::size_t last = at;
        while (before.empty() && last > 0 && (last == at || isBlankAt(last))) {
            --last; // The name stands below its block.
        }
        std::size_t first = last;
        if (isItem(words)) {
            while (last + 1 < lines.size() && !isBlankAt(last + 1)
                   && indentOf(lines[last + 1].text) > indentOf(lines[at].text)) {
                ++last;
            }
        } else {
            while (first > 0 && !isBlankAt(first - 1)) {
                --first;
            }
        }
        std::string block;
        for (std::size_t line = first; line <= last; ++line) {
            block += lines[line].text;
        }
        return block;
    }
    return {};
}

class Embeds final
{
public:
    explicit Embeds(const LinkResolver &resolver)
        : m_resolver(resolver)
        , m_reader(resolver.root())
    {}

    /// \a markdown of the note at \a path with what it shows of others.
    std::string expand(std::string_view markdown, const std::string &path)
    {
        const std::vector<SourceLine> lines = sourceLines(markdown);
        std::string result;
        for (std::size_t at = 0; at < lines.size(); ++at) {
            const SourceLine &line = lines[at];
            const std::optional<Embed> embed = line.isFenced ? std::nullopt : embedOf(line.text);
            const std::string content = embed ? contentOf(*embed, path) : std::string();
            if (content.empty()) {
                result += line.text;
                continue;
            }
            addQuoted(*embed, content, result);
            const std::string_view next
                = at + 1 < lines.size() ? trimmed(lines[at + 1].text) : std::string_view();
            result.append(!next.empty() && !isItem(next) && embed->quote.empty() ? "\n" : "");
        }
        return result;
    }

private:
    struct Place
    {
        std::string path;
        std::string part;
    };

    /// What \a embed shows in the note at \a path; empty where it shows nothing.
    std::string contentOf(const Embed &embed, const std::string &path)
    {
        const std::optional<std::string> note
            = embed.target.empty() ? std::optional(path) : noteAt(embed.target);
        if (!note || m_open.size() >= kMaxDepth || m_count >= kMaxEmbeds
            || isOpen(*note, embed.part)
            || (embed.part.empty() && *note == m_resolver.articlePath())) {
            return {};
        }
        ++m_count;
        const std::string body(m_reader.readBody(*note));
        std::string content = partOf(body, embed.part);
        if (content.size() > kMaxEmbedBytes || m_bytes + content.size() > kMaxAllBytes) {
            return {};
        }
        m_bytes += content.size();
        m_open.push_back({*note, std::string(embed.part)});
        content = expand(content, *note);
        m_open.pop_back();
        return content;
    }

    /// Whether the note, or this part of it, is being shown already.
    bool isOpen(const std::string &path, std::string_view part) const
    {
        return std::ranges::any_of(m_open, [&](const Place &place) {
            return place.path == path && (part.empty() || place.part == part);
        });
    }

    std::optional<std::string> noteAt(std::string_view target) const
    {
        const std::optional<std::string> address = m_resolver.noteAddress(target);
        const std::string path = address ? percentDecoded(*address).substr(1) : std::string();
        return path.ends_with(".md") || path.ends_with(".markdown") ? std::optional(path)
                                                                    : std::nullopt;
    }

    static std::string partOf(const std::string &body, std::string_view part)
    {
        if (part.empty()) {
            return std::string(trimmed(body));
        }
        const std::vector<SourceLine> lines = sourceLines(body);
        const std::string found
            = part.starts_with('^') ? blockOf(lines, part) : sectionOf(lines, part);
        return std::string(trimmed(found));
    }

    static std::string labelOf(const Embed &embed)
    {
        if (!embed.label.empty()) {
            return std::string(embed.label);
        }
        const bool isHeading = !embed.part.empty() && !embed.part.starts_with('^');
        std::string label(embed.target);
        label.append(isHeading && !label.empty() ? " › " : "");
        return label.append(isHeading ? embed.part : std::string_view());
    }

    /// Adds \a content as a quotation below the name of what it is from.
    static void addQuoted(const Embed &embed, std::string_view content, std::string &result)
    {
        std::string prefix = std::string(embed.quote) + std::string(embed.indent);
        result.append(prefix).append(embed.bullet).append("> [[").append(embed.target);
        result.append(embed.part.empty() ? "" : "#").append(embed.part);
        result.append("|").append(labelOf(embed)).append("]]\n");
        prefix.append(embed.bullet.size(), ' ').append(">");
        result.append(prefix).append("\n");
        while (!content.empty()) {
            const std::size_t end = std::min(content.find('\n'), content.size());
            result.append(prefix).append(end > 0 ? " " : "");
            result.append(content.substr(0, end)).append("\n");
            content.remove_prefix(std::min(end + 1, content.size()));
        }
    }

    const LinkResolver &m_resolver;
    ArticleReader m_reader;
    std::vector<Place> m_open; ///< what is being shown, from the outside in
    std::size_t m_count = 0;
    std::size_t m_bytes = 0;
};

} // namespace

std::string withEmbeds(std::string markdown, const LinkResolver &resolver)
{
    const bool mayEmbed = markdown.find("![[") != std::string::npos
        || markdown.find("{{embed [[") != std::string::npos;
    return mayEmbed && resolver.isVault()
        ? Embeds(resolver).expand(markdown, resolver.articlePath())
        : std::move(markdown);
}

} // namespace lectern::core
