#include "core/article/article.h"
#include "core/base/text.h"
#include "core/markdown/source/dialects.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <optional>
#include <tuple>

namespace lectern::core {

namespace {

constexpr std::size_t kMaxExpressionBytes = 400;
constexpr std::size_t kMaxCaptures = 100;

/// A piece between `{%` and `%}`.
struct Statement
{
    std::string_view name;
    std::string_view rest;
    std::size_t end = 0; ///< behind it; 0: there is none
};

std::string_view withoutDashes(std::string_view inner)
{
    inner.remove_prefix(inner.starts_with('-') ? 1 : 0);
    inner.remove_suffix(inner.ends_with('-') ? 1 : 0);
    return trimmed(inner);
}

Statement statementAt(std::string_view text, std::size_t at)
{
    const std::string_view rest = text.substr(at, kMaxExpressionBytes);
    const std::size_t close = rest.starts_with("{%") ? rest.find("%}") : std::string_view::npos;
    if (close == std::string_view::npos) {
        return {};
    }
    const std::string_view inner = withoutDashes(rest.substr(2, close - 2));
    const std::size_t end = std::min(inner.find_first_of(" \t\n"), inner.size());
    return {inner.substr(0, end), trimmed(inner.substr(end)), at + close + 2};
}

bool isDjangoTag(std::string_view name)
{
    constexpr std::array<std::string_view, 4> names{"load", "csrf_token", "trans", "blocktrans"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// The statement called \a name at or behind \a from.
std::pair<std::size_t, Statement> findStatement(std::string_view text, std::string_view name,
                                                std::size_t from)
{
    for (std::size_t at = text.find("{%", from); at != std::string_view::npos;
         at = text.find("{%", at + 2)) {
        const Statement statement = statementAt(text, at);
        if (statement.end > 0 && statement.name == name) {
            return {at, statement};
        }
    }
    return {std::string_view::npos, {}};
}

bool isName(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char byte) {
        return std::isalnum(static_cast<unsigned char>(byte)) != 0 || byte == '_';
    });
}

/// What is written in a `{% raw %}` of a code span or of a captured text.
std::string withoutRawMarks(std::string_view text)
{
    std::string result;
    std::size_t start = 0;
    for (std::size_t at = text.find("{%"); at != std::string_view::npos;
         at = text.find("{%", at + 2)) {
        const Statement statement = statementAt(text, at);
        if (statement.name == "raw" || statement.name == "endraw") {
            result.append(text.substr(start, at - start));
            start = statement.end;
        }
    }
    return result.append(text.substr(start));
}

/// Texts that `{% set name %}` captured, by their names.
using Captures = std::map<std::string, std::string, std::less<>>;

/// Whether what follows \a before would be code of a fence that is still open.
bool isInFence(std::string_view before)
{
    const std::string followed = std::string(before) + "x";
    const std::vector<TextRange> regions = codeRegions(followed, CodeKinds::Marked);
    return !regions.empty() && regions.back().end == followed.size();
}

class TemplateWriter final
{
public:
    TemplateWriter(std::string_view source, const ArticleMeta &meta)
        : m_meta(meta)
        , m_isTemplate(hasStatements(source))
        , m_maxBytes(2 * source.size() + (64U << 10U))
    {}

    /// \a source with the captured texts where they are used.
    std::string withCaptures(std::string_view source)
    {
        std::string result;
        std::size_t start = 0;
        std::size_t seen = 0;
        for (auto [at, set] = findStatement(source, "set", 0); at != std::string_view::npos;
             std::tie(at, set) = findStatement(source, "set", std::max(start, set.end))) {
            const auto [close, end] = isName(set.rest)
                ? findStatement(source, "endset", set.end)
                : std::pair(std::string_view::npos, Statement{});
            if (++seen > kMaxCaptures || (isName(set.rest) && close == std::string_view::npos)) {
                break;
            }
            if (close == std::string_view::npos || isInFence(source.substr(start, at - start))) {
                continue;
            }
            appendUses(result, source.substr(start, at - start));
            std::string content = withoutRawMarks(source.substr(set.end, close - set.end));
            start = end.end;
            if (!isUsed(set.rest, source.substr(start)) && isOfLines(content)
                && result.size() + content.size() < m_maxBytes) {
                appendFence(result, {}, content); // for an include that shows it
            }
            m_captures[std::string(set.rest)] = std::move(content);
        }
        appendUses(result, source.substr(start));
        return result;
    }

    std::string write(std::string_view source)
    {
        std::size_t start = 0;
        const std::vector<TextRange> code = codeRegions(source);
        auto region = code.begin();
        for (std::size_t at = nextMark(source, 0); at != std::string_view::npos;
             at = nextMark(source, start)) {
            region = std::find_if(region, code.end(),
                                  [at](const TextRange &range) { return range.end > at; });
            if (region != code.end() && region->start <= at) {
                m_result += source.substr(start, region->start - std::min(start, region->start));
                const std::size_t from = std::max(start, region->start);
                addCode(source.substr(from, region->end - from));
                start = region->end;
                continue;
            }
            m_result += source.substr(start, at - start);
            start = addMark(source, at);
        }
        m_result += source.substr(start);
        return std::move(m_result);
    }

private:
    /// Whether the text outside of code has statements, and none that only Django knows, which no
    /// site is written in: such a text is about templates.
    static bool hasStatements(std::string_view source)
    {
        bool isFound = false;
        bool isDjango = false;
        forEachRegion(source, [&](std::string_view piece, bool isCode) {
            for (std::size_t at = isCode ? std::string_view::npos : piece.find("{%");
                 at != std::string_view::npos && !isDjango; at = piece.find("{%", at + 2)) {
                const Statement statement = statementAt(piece, at);
                isFound = isFound || ((at == 0 || piece[at - 1] != '{') && statement.end > 0);
                isDjango = isDjangoTag(statement.name);
            }
        });
        return isFound && !isDjango;
    }

    static std::size_t nextMark(std::string_view source, std::size_t from)
    {
        for (std::size_t at = source.find('{', from); at != std::string_view::npos;
             at = source.find('{', at + 1)) {
            const std::string_view mark = source.substr(at, 2);
            if (mark == "{{" || mark == "{%") {
                return at;
            }
        }
        return std::string_view::npos;
    }

    /// A code span that is nothing but raw loses the marks of that.
    void addCode(std::string_view code)
    {
        const std::size_t open = std::min(code.find_first_not_of('`'), code.size());
        const std::string_view inner
            = trimmed(code.substr(open, code.size() - std::min(code.size(), 2 * open)));
        const bool isRaw = open > 0 && open < 3 && statementAt(inner, 0).name == "raw"
            && findStatement(inner, "endraw", 0).second.end == inner.size()
            && !trimmed(withoutRawMarks(inner)).empty();
        m_result += isRaw ? withoutRawMarks(code) : std::string(code);
    }

    std::size_t addMark(std::string_view source, std::size_t at)
    {
        const Statement statement = statementAt(source, at);
        if (statement.name == "raw" && !m_isRawOpen) {
            const auto [close, end] = findStatement(source, "endraw", statement.end);
            m_isRawOpen = close == std::string_view::npos;
            if (close != std::string_view::npos) {
                addRaw(source.substr(statement.end, close - statement.end));
                return end.end;
            }
        }
        if (source.substr(at).starts_with("{{")) {
            return addExpression(source, at);
        }
        m_result += source.substr(at, 2);
        return at + 2;
    }

    /// Markdown whose braces mean themselves.
    void addRaw(std::string_view content)
    {
        forEachRegion(content, [this](std::string_view piece, bool isCode) {
            for (std::size_t i = 0; i < piece.size(); ++i) {
                const std::string_view mark = piece.substr(i, 2);
                const bool isMark = !isCode && (mark == "{{" || mark == "{%");
                m_result += isMark ? "&#123;" : std::string(1, piece[i]);
                if (isMark && mark == "{{") {
                    m_result += "&#123;";
                    ++i;
                }
            }
        });
    }

    std::size_t addExpression(std::string_view source, std::size_t at)
    {
        const std::string_view rest = source.substr(at, kMaxExpressionBytes);
        const std::size_t close = rest.find("}}");
        const bool isOther = rest.size() > 2
            && std::string_view("<%{#/!>").find(rest[2]) != std::string_view::npos;
        if (isOther || close == std::string_view::npos) {
            m_result += "{{";
            return at + 2;
        }
        const std::string_view inner = withoutDashes(rest.substr(2, close - 2));
        const bool isAddress = m_result.ends_with("](") || m_result.ends_with("](<")
            || m_result.ends_with("href=\"") || m_result.ends_with("src=\"")
            || m_result.ends_with("]: ");
        const std::optional<std::string> value = valueOf(inner, isAddress);
        m_result += value ? *value : std::string(rest.substr(0, close + 2));
        return at + close + 2;
    }

    /// What \a expression stands for; empty when it is no expression.
    std::optional<std::string> valueOf(std::string_view expression, bool isAddress) const
    {
        if (expression.starts_with('"') || expression.starts_with('\'')) {
            const std::size_t end = expression.find(expression.front(), 1);
            const std::size_t bar = expression.find('|', end);
            const bool isMenu = expression.find("avigation", end) != std::string_view::npos;
            return end == std::string_view::npos || (bar == std::string_view::npos && !isAddress)
                ? std::nullopt
                : std::optional(isMenu ? "" : std::string(expression.substr(1, end - 1)));
        }
        const std::string_view name = trimmed(expression.substr(0, expression.find_first_of("|(")));
        if (name == "page.title" || (m_isTemplate && name == "title")) {
            return m_meta.title;
        }
        for (const auto &[key, value] : m_meta.others) {
            const bool mayGrow = m_result.size() + value.size() < m_maxBytes;
            if (key == name && (m_isTemplate || isAddress) && mayGrow) {
                return value;
            }
        }
        constexpr std::array<std::string_view, 5> roots{"site.", "page.", "config.", "collections.",
                                                        "eleventyNavigation."};
        const bool isKnown = std::any_of(roots.begin(), roots.end(), [name](std::string_view root) {
            return name.starts_with(root);
        });
        return isKnown || isAddress || m_isTemplate ? std::optional(std::string()) : std::nullopt;
    }

    /// \a text with `{{ name | highlight("js") }}` as the code that was captured.
    void appendUses(std::string &result, std::string_view text) const
    {
        std::size_t start = 0;
        for (std::size_t at = m_captures.empty() ? std::string_view::npos : text.find("{{");
             at != std::string_view::npos; at = text.find("{{", at + 2)) {
            const std::size_t close = text.find("}}", at);
            if (close == std::string_view::npos) {
                break;
            }
            const std::string_view inner = withoutDashes(text.substr(at + 2, close - at - 2));
            const auto capture = m_captures.find(inner.substr(0, inner.find_first_of(" |")));
            if (capture != m_captures.end()
                && result.size() + capture->second.size() < m_maxBytes) {
                result.append(text.substr(start, at - start));
                appendCapture(result, capture->second, inner);
                start = close + 2;
            }
        }
        result.append(text.substr(start));
    }

    static bool isOfLines(std::string_view content)
    {
        return trimmed(content).find('\n') != std::string_view::npos;
    }

    /// Whether \a text shows the capture \a name before it is another.
    static bool isUsed(std::string_view name, std::string_view text)
    {
        for (std::size_t at = text.find(name); at != std::string_view::npos;
             at = text.find(name, at + name.size())) {
            const std::string_view before = text.substr(0, at);
            const std::size_t mark = before.find_last_not_of(" -");
            const std::string_view opening = before.substr(0, mark + 1); // npos + 1 is 0
            const std::string_view behind = text.substr(at + name.size());
            const bool isWhole = behind.empty()
                || std::string_view(" |}-%").find(behind.front()) != std::string_view::npos;
            if (isWhole && opening.ends_with("{{")) {
                return true;
            }
            if (isWhole && opening.ends_with("set")) {
                return false;
            }
        }
        return false;
    }

    static void appendFence(std::string &result, std::string_view language,
                            std::string_view content)
    {
        content.remove_prefix(content.starts_with('\n') ? 1 : 0);
        result.append("\n\n``````````").append(language).append("\n").append(content);
        result.append(content.ends_with('\n') ? "" : "\n").append("``````````\n\n");
    }

    static void appendCapture(std::string &result, std::string_view content, std::string_view use)
    {
        constexpr std::string_view highlight = "highlight(";
        const std::size_t at = use.find(highlight);
        if (at == std::string_view::npos) {
            result.append(content);
            return;
        }
        const std::string_view rest = use.substr(at + highlight.size());
        std::string language(rest.substr(0, rest.find_first_of("),")));
        std::erase_if(language, [](char byte) {
            return std::isalnum(static_cast<unsigned char>(byte)) == 0 && byte != '-';
        });
        appendFence(result, language, content);
    }

    const ArticleMeta &m_meta;
    bool m_isTemplate; ///< it has statements: then expressions are no text
    std::size_t m_maxBytes; ///< of the result with what was filled in
    bool m_isRawOpen = false; ///< no further `{% endraw %}` is there
    Captures m_captures;
    std::string m_result;
};

} // namespace

std::string withTemplates(std::string markdown, const ArticleMeta &meta)
{
    if (markdown.find("{{") == std::string::npos && markdown.find("{%") == std::string::npos) {
        return markdown;
    }
    TemplateWriter writer(markdown, meta);
    return writer.write(writer.withCaptures(markdown));
}

} // namespace lectern::core
