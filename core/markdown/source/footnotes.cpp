#include "core/base/text.h"
#include "core/markdown/source/code_regions.h"
#include "core/markdown/source/source_passes.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <vector>

namespace lectern::core {

namespace {

struct Footnote
{
    std::string text;
    int number = 0; ///< by first use; 0: not used yet
    int uses = 0;
};

/// The label of `[^label]` at \a at, or nothing.
std::string_view labelAt(std::string_view text, std::size_t at)
{
    if (!text.substr(at).starts_with("[^")) {
        return {};
    }
    const std::size_t close = text.find_first_of("]\n[", at + 2);
    const bool isLabel = close != std::string_view::npos && text[close] == ']' && close > at + 2
        && close - at < 80;
    return isLabel ? text.substr(at + 2, close - at - 2) : std::string_view();
}

bool isBlankLine(std::string_view line)
{
    return line.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

std::size_t indentOf(std::string_view line)
{
    const std::size_t indent = line.find_first_not_of(" \t");
    return indent == std::string_view::npos ? 0 : (line[0] == '\t' ? 4 : indent);
}

std::string_view withoutIndent(std::string_view line)
{
    if (line.starts_with('\t')) {
        return line.substr(1);
    }
    return line.substr(std::min<std::size_t>(4, indentOf(line)));
}

class Footnotes final
{
public:
    /// Takes the definitions out of \a markdown and gives the rest.
    std::string takeDefinitions(std::string_view markdown)
    {
        const std::vector<TextRange> code = codeRegions(markdown);
        auto region = code.begin();
        std::string rest;
        Footnote *open = nullptr;
        bool isAfterBlank = true;
        for (std::size_t start = 0; start < markdown.size();) {
            const std::size_t end = std::min(markdown.find('\n', start), markdown.size() - 1) + 1;
            const std::string_view line = markdown.substr(start, end - start);
            region = std::find_if(region, code.end(),
                                  [start](const TextRange &range) { return range.end > start; });
            const bool isCode = region != code.end() && region->start <= start;
            Footnote *begun = isCode ? nullptr : beginDefinition(line);
            if (begun != nullptr) {
                open = begun;
            } else if (open != nullptr && continues(line, isAfterBlank)) {
                open->text += withoutIndent(line);
            } else {
                open = nullptr;
                rest += line;
            }
            isAfterBlank = isBlankLine(line);
            start = end;
        }
        return rest;
    }

    bool isEmpty() const { return m_notes.empty(); }

    void addReferences(std::string &out, std::string_view text)
    {
        std::size_t start = 0;
        for (std::size_t at = text.find("[^"); at != std::string_view::npos;
             at = text.find("[^", at + 1)) {
            const std::string_view label = labelAt(text, at);
            const auto note = label.empty() ? m_notes.end() : m_notes.find(label);
            if (note == m_notes.end() || (at > 0 && text[at - 1] == '\\')) {
                continue;
            }
            out.append(text.substr(start, at - start));
            addReference(out, note->second);
            start = at + label.size() + 3;
        }
        out.append(text.substr(start));
    }

    void addList(std::string &out)
    {
        for (auto &[label, note] : m_notes) {
            if (note.number == 0) {
                note.number = ++m_count;
                m_order.push_back(&note);
            }
        }
        out += "\n\n<section class=\"footnotes\">\n\n<ol>\n\n";
        for (const Footnote *note : m_order) {
            const std::string number = std::to_string(note->number);
            const std::string_view text = trimmed(note->text);
            out.append("<li id=\"fn-").append(number).append("\">\n\n").append(text);
            if (note->uses > 0) {
                out.append(text.ends_with('`') || text.ends_with('~') ? "\n\n" : " ");
                out.append("<a class=\"footnote-back\" href=\"#fnref-").append(number);
                out.append("\">\u21A9</a>");
            }
            out += "\n\n</li>\n\n";
        }
        out += "</ol>\n\n</section>\n";
    }

private:
    Footnote *beginDefinition(std::string_view line)
    {
        const std::size_t indent = line.find_first_not_of(' ');
        const std::string_view label = indent < 4 ? labelAt(line, indent) : std::string_view();
        const std::size_t colon = label.empty() ? 0 : indent + label.size() + 3;
        if (label.empty() || colon >= line.size() || line[colon] != ':') {
            return nullptr;
        }
        const auto [note, isNew] = m_notes.try_emplace(std::string(label));
        if (!isNew) {
            note->second.text += "\n\n";
        }
        note->second.text += trimmed(line.substr(colon + 1));
        note->second.text += '\n';
        return &note->second;
    }

    /// A fence that is not indented belongs to the text.
    static bool continues(std::string_view line, bool isAfterBlank)
    {
        return isBlankLine(line) || indentOf(line) >= 2
            || (!isAfterBlank && fenceOf(line, line.find_first_not_of(' ')).length == 0);
    }

    void addReference(std::string &out, Footnote &note)
    {
        if (note.number == 0) {
            note.number = ++m_count;
            m_order.push_back(&note);
        }
        const std::string number = std::to_string(note.number);
        out.append("<sup class=\"footnote-ref\"><a href=\"#fn-").append(number).append("\"");
        if (note.uses++ == 0) {
            out.append(" id=\"fnref-").append(number).append("\"");
        }
        out.append(">").append(number).append("</a></sup>");
    }

    std::map<std::string, Footnote, std::less<>> m_notes;
    std::vector<const Footnote *> m_order;
    int m_count = 0;
};

/// The length of `^[note]` at the start of \a text; 0 if there is none.
std::size_t inlineNoteLength(std::string_view text)
{
    text = text.substr(0, std::min<std::size_t>({text.find("\n\n"), text.size(), 1000}));
    int depth = 0;
    for (std::size_t at = 1; at < text.size(); ++at) {
        depth += text[at] == '[' ? 1 : text[at] == ']' ? -1 : 0;
        if (depth == 0) {
            const bool isLink = at + 1 < text.size() && text[at + 1] == '(';
            return trimmed(text.substr(2, at - 2)).empty() || isLink ? 0 : at + 1;
        }
    }
    return 0;
}

/// Whether \a words are what a formula in plain text is raised to, as in `a^[（n-1）/2]`: numbers,
/// lone letters and signs.
bool isExponent(std::string_view words)
{
    bool hasLetter = false; // right before
    for (std::size_t at = 0; at < words.size(); ++at) {
        const std::string_view rest = words.substr(at);
        const bool isLetter = std::isalpha(static_cast<unsigned char>(words[at])) != 0;
        if (rest.starts_with("\uFF08") || rest.starts_with("\uFF09")) {
            at += 2;
        } else if ((isLetter && hasLetter)
                   || (!isLetter
                       && std::string_view("0123456789+-*/=().").find(words[at])
                           == std::string_view::npos)) {
            return false;
        }
        hasLetter = isLetter;
    }
    return true;
}

/// Pandoc's `^[note]` as a reference and a definition at the end.
std::string withInlineNotes(std::string_view markdown)
{
    std::string result;
    std::string definitions;
    std::size_t count = 0;
    forEachRegion(markdown, [&](std::string_view piece, bool isCode) {
        std::size_t start = 0;
        for (std::size_t at = isCode ? std::string_view::npos : piece.find("^[");
             at != std::string_view::npos; at = piece.find("^[", at + 1)) {
            const bool isMeant = at == 0
                || std::string_view("\\^[!$/").find(piece[at - 1]) == std::string_view::npos;
            const std::size_t length = isMeant ? inlineNoteLength(piece.substr(at)) : 0;
            if (length == 0 || isExponent(piece.substr(at + 2, length - 3))) {
                continue;
            }
            std::string text(piece.substr(at + 2, length - 3));
            std::replace(text.begin(), text.end(), '\n', ' ');
            const std::string label = "[^inline note " + std::to_string(++count) + "]";
            result.append(piece.substr(start, at - start)).append(label);
            definitions.append("\n\n").append(label).append(": ").append(text).append("\n");
            start = at + length;
            at = start - 1;
        }
        result.append(piece.substr(start));
    });
    return result.append(definitions);
}

std::string withDefinedFootnotes(std::string markdown)
{
    if (markdown.find("[^") == std::string::npos) {
        return markdown;
    }
    Footnotes notes;
    const std::string rest = notes.takeDefinitions(markdown);
    if (notes.isEmpty()) {
        return markdown;
    }
    std::string result;
    forEachRegion(rest, [&notes, &result](std::string_view piece, bool isCode) {
        if (isCode) {
            result += piece;
        } else {
            notes.addReferences(result, piece);
        }
    });
    notes.addList(result);
    return result;
}

} // namespace

std::string withFootnotes(std::string markdown)
{
    return withDefinedFootnotes(
        markdown.find("^[") == std::string::npos ? std::move(markdown) : withInlineNotes(markdown));
}

} // namespace lectern::core
