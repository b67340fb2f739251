#include "core/article/front_matter/loose_header.h"

#include "core/article/front_matter/field_names.h"
#include "core/article/front_matter/field_values.h"
#include "core/article/front_matter/lines.h"
#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <string>

namespace lectern::core {

namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kMaxLines = 200;

/// A key and its value on one line; views into the line.
struct KeyLine
{
    std::string_view key;
    std::string_view value;
};

std::string_view rest(std::string_view line, std::size_t from)
{
    return trimmed(line.substr(std::min(from, line.size())));
}

bool isName(std::string_view key)
{
    return !key.empty() && std::ranges::all_of(key, [](char letter) {
        return letter == '-' || letter == '_' || letter == '.' || (letter >= '0' && letter <= '9')
            || (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
    });
}

std::optional<KeyLine> splitAt(std::string_view line, std::string_view separator)
{
    const std::size_t at = line.find(separator);
    if (at == kNone || !isName(trimmed(line.substr(0, at)))) {
        return std::nullopt;
    }
    return KeyLine{trimmed(line.substr(0, at)), rest(line, at + separator.size())};
}

std::optional<KeyLine> mailLine(std::string_view line)
{
    if (line.ends_with(':')) {
        return splitAt(line, ":");
    }
    return splitAt(line, ": ");
}

std::optional<KeyLine> logseqLine(std::string_view line)
{
    if (line.starts_with("- ")) { // The properties of a page may stand in its first block.
        line.remove_prefix(2);
    }
    return trimmed(line).ends_with("::") ? splitAt(line, "::") : splitAt(line, ":: ");
}

std::optional<KeyLine> orgLine(std::string_view line)
{
    if (!line.starts_with("#+")) {
        return std::nullopt;
    }
    std::optional<KeyLine> field = splitAt(line.substr(2), ":");
    if (field && field->key.size() > 5 && equalsIgnoringCase(field->key.substr(0, 5), "hugo_")) {
        field->key.remove_prefix(5);
    }
    if (field && equalsIgnoringCase(field->key, "filetags")) {
        field->key.remove_prefix(4);
    }
    return field;
}

std::optional<KeyLine> nikolaLine(std::string_view line)
{
    return line.starts_with(".. ") ? splitAt(line.substr(3), ":") : std::nullopt;
}

/// `[[!meta title="T"]]` and `[[!tag a b]]`.
std::optional<KeyLine> ikiwikiLine(std::string_view line)
{
    line = trimmed(line);
    if (!line.starts_with("[[!") || !line.ends_with("]]") || line.find("]]") + 2 != line.size()) {
        return std::nullopt;
    }
    line = line.substr(3, line.size() - 5);
    if (line.starts_with("tag ")) {
        return KeyLine{"tags", rest(line, 4)};
    }
    std::optional<KeyLine> field
        = line.starts_with("meta ") ? splitAt(line.substr(5), "=") : std::nullopt;
    if (field && field->value.size() > 1 && field->value.front() == '"'
        && field->value.ends_with('"')) {
        field->value = field->value.substr(1, field->value.size() - 2);
    }
    return field;
}

using LineReader = std::optional<KeyLine> (*)(std::string_view);

bool isContinuation(std::string_view line)
{
    return !isBlankLine(line) && (line.starts_with("    ") || line.starts_with('\t'));
}

/// What a run of lines with keys says, and where it ends.
struct Run
{
    std::size_t end = 0;
    std::size_t keys = 0;
    std::size_t known = 0;
    bool hasTitle = false;
    bool hasDate = false;
};

Run runOf(std::string_view text, std::size_t start, LineReader read)
{
    Run run{start};
    for (std::size_t line = 0; run.end < text.size() && line < kMaxLines; ++line) {
        const std::string_view words = lineAt(text, run.end);
        const std::optional<KeyLine> field = read(words);
        if (!field && !(run.keys > 0 && isContinuation(words))) {
            break;
        }
        if (field) {
            const Field named = fieldNamed(field->key);
            ++run.keys;
            run.known += named < Field::Container ? 1 : 0;
            run.hasTitle = run.hasTitle || named == Field::Title;
            run.hasDate = run.hasDate || named == Field::Date;
        }
        run.end = afterLine(text, run.end);
    }
    return run;
}

LooseHeader headerOf(std::string_view text, std::size_t blockEnd, std::size_t bodyStart)
{
    return {FrontMatterKind::Lines, text.substr(0, blockEnd), bodyStart};
}

/// A form whose signs nothing else has: one known key is enough.
std::optional<LooseHeader> markedHeader(std::string_view text, LineReader read)
{
    const Run run = runOf(text, 0, read);
    return run.known > 0 ? std::optional(headerOf(text, run.end, run.end)) : std::nullopt;
}

/// `Title: T` and more up to a blank line. Most keys are known, and one is a title or a date.
std::optional<LooseHeader> mailHeader(std::string_view text)
{
    const Run run = runOf(text, 0, mailLine);
    const bool isEnded = run.end == text.size() || isBlankLine(lineAt(text, run.end));
    const bool isMeant = run.keys > 1 ? run.hasTitle || run.hasDate : run.hasTitle;
    if (!isEnded || !isMeant || run.known * 2 < run.keys) {
        return std::nullopt;
    }
    return headerOf(text, run.end, run.end);
}

std::optional<LooseHeader> zimHeader(std::string_view text)
{
    std::size_t end = 0;
    while (end < text.size() && !isBlankLine(lineAt(text, end))) {
        end = afterLine(text, end);
    }
    return headerOf(text, end, end);
}

std::optional<LooseHeader> nikolaComment(std::string_view text)
{
    const Run run = runOf(text, afterLine(text, 0), nikolaLine);
    if (run.known == 0 || trimmed(lineAt(text, run.end)) != "-->") {
        return std::nullopt;
    }
    return headerOf(text, run.end, afterLine(text, run.end));
}

/// pandoc: up to three fields, each of one line and those below it that begin with a blank.
std::optional<LooseHeader> pandocHeader(std::string_view text)
{
    std::size_t end = 0;
    std::size_t fields = 0;
    while (end < text.size()) {
        const std::string_view line = lineAt(text, end);
        const bool isField = line == "%" || line.starts_with("% ");
        if (!(isField && fields < 3) && !(line.starts_with(' ') && !isBlankLine(line))) {
            break;
        }
        fields += isField ? 1 : 0;
        end = afterLine(text, end);
    }
    const bool isEnded = end == text.size() || isBlankLine(lineAt(text, end));
    return isEnded ? std::optional(headerOf(text, end, end)) : std::nullopt;
}

bool isDashes(std::string_view line)
{
    line = trimmed(line);
    return line.size() >= 3 && line.find_first_not_of('-') == kNone;
}

/// The key of a line of YAML, with or without the blank behind its colon.
std::string_view yamlKey(std::string_view line)
{
    const std::size_t end = std::min(yamlKeyEnd(line), gluedKeyEnd(line));
    return end == kNone ? std::string_view() : trimmed(line.substr(0, end));
}

/// YAML whose opening line is missing. A heading underlined with dashes looks alike: one line needs
/// to be a title, several need one known key.
std::optional<LooseHeader> unopenedHeader(std::string_view text)
{
    std::size_t keys = 0;
    bool hasKnown = false;
    bool hasTitle = false;
    std::size_t end = 0;
    for (; end < text.size() && keys < kMaxLines; end = afterLine(text, end)) {
        const std::string_view line = lineAt(text, end);
        if (isDashes(line)) {
            const bool isMeant
                = keys == 1 && lineAt(text, afterLine(text, 0)) == line ? hasTitle : hasKnown;
            return isMeant ? std::optional(LooseHeader{FrontMatterKind::Yaml, text.substr(0, end),
                                                       afterLine(text, end)})
                           : std::nullopt;
        }
        const std::string_view key = yamlKey(line);
        const bool belongs = !isBlankLine(line)
            && (indentOf(line) > 0 || line.starts_with("- ") || line.starts_with('#'));
        if (key.empty() && !(keys > 0 && belongs)) {
            break;
        }
        keys += key.empty() ? 0 : 1;
        hasKnown = hasKnown || (!key.empty() && fieldNamed(key) < Field::Container);
        hasTitle = hasTitle || (!key.empty() && fieldNamed(key) == Field::Title);
    }
    return std::nullopt;
}

LineReader readerOf(std::string_view block)
{
    constexpr std::array<LineReader, 4> kReaders{orgLine, nikolaLine, ikiwikiLine, logseqLine};
    for (const LineReader read : kReaders) {
        if (read(lineAt(block, 0))) {
            return read;
        }
    }
    return block.starts_with("<!--") ? nikolaLine : mailLine;
}

/// What one form adds to a value: `<2024-01-02 Tue>` and `:a:b:` of Org, `[[a]]` of Logseq.
std::string plainValue(std::string_view value, LineReader read)
{
    std::string plain(value);
    if (read == orgLine && plain.starts_with('<')) {
        plain = plain.substr(1, plain.find_first_of(" >", 1) - 1);
    } else if (read == orgLine && plain.size() > 2 && plain.front() == ':' && plain.back() == ':') {
        plain = plain.substr(1, plain.size() - 2);
        std::ranges::replace(plain, ':', ',');
    } else if (read == ikiwikiLine && plain.find(',') == kNone) {
        return plain;
    } else if (read == logseqLine) {
        for (const std::string_view bracket : {"[[", "]]"}) {
            for (std::size_t at = plain.find(bracket); at != kNone; at = plain.find(bracket)) {
                plain.erase(at, 2);
            }
        }
    }
    return plain;
}

void addField(std::string_view key, std::string value, std::size_t offset, TreeWriter &writer)
{
    writer.setKey(key, offset);
    if (value.empty()) {
        writer.addNull(offset);
    } else {
        writer.addText(writer.tree.keep(std::move(value)), offset, true);
    }
}

/// The lines below the one at \a at that continue it, joined to \a value; moves \a at behind them.
void takeContinuations(std::string_view block, std::size_t &at, std::string &value,
                       std::string_view joint)
{
    while (at < block.size() && indentOf(lineAt(block, at)) > 0
           && !isBlankLine(lineAt(block, at))) {
        value.append(value.empty() ? "" : joint).append(trimmed(lineAt(block, at)));
        at = afterLine(block, at);
    }
}

void parsePandoc(std::string_view block, TreeWriter &writer)
{
    constexpr std::array<std::string_view, 3> kKeys{"title", "authors", "date"};
    std::size_t field = 0;
    for (std::size_t at = 0; at < block.size() && field < kKeys.size(); ++field) {
        const std::size_t offset = at;
        std::string value(rest(lineAt(block, at), 1));
        at = afterLine(block, at);
        takeContinuations(block, at, value, field == 1 ? "; " : " ");
        addField(kKeys[field], std::move(value), offset, writer);
    }
}

/// `[[!tag a b]]`: words are items.
void addWords(std::string_view words, std::size_t offset, TreeWriter &writer)
{
    writer.setKey("tags", offset);
    writer.open(ValueKind::List, offset);
    while (!words.empty()) {
        const std::size_t end = std::min(words.find_first_of(" \t"), words.size());
        writer.addText(words.substr(0, end), offset, true);
        words = trimmed(words.substr(end));
    }
    writer.close();
}

} // namespace

std::optional<LooseHeader> findLooseHeader(std::string_view text)
{
    const std::string_view first = lineAt(text, 0);
    if (first.starts_with("% ")) {
        return pandocHeader(text);
    }
    if (first.starts_with("#+")) {
        return markedHeader(text, orgLine);
    }
    if (first.starts_with(".. ")) {
        return markedHeader(text, nikolaLine);
    }
    if (trimmed(first) == "<!--") {
        return nikolaComment(text);
    }
    if (first.starts_with("[[!")) {
        return markedHeader(text, ikiwikiLine);
    }
    if (first.starts_with("Content-Type: text/x-zim-wiki")) {
        return zimHeader(text);
    }
    if (first.find(':') == kNone && first.find("\uFF1A") == kNone) {
        return std::nullopt;
    }
    if (logseqLine(first)) {
        return markedHeader(text, logseqLine);
    }
    const std::optional<LooseHeader> unopened = unopenedHeader(text);
    return unopened ? unopened : mailHeader(text);
}

void parseLooseHeader(std::string_view block, TreeWriter &writer)
{
    writer.clear();
    if (block.starts_with("% ")) {
        parsePandoc(block, writer);
        return;
    }
    const LineReader read = readerOf(block);
    for (std::size_t at = 0; at < block.size();) {
        const std::size_t offset = at;
        const std::optional<KeyLine> field = read(lineAt(block, at));
        at = afterLine(block, at);
        if (!field) {
            continue;
        }
        if (read == ikiwikiLine && field->key == "tags") {
            addWords(field->value, offset, writer);
            continue;
        }
        std::string value = plainValue(field->value, read);
        takeContinuations(block, at, value, " ");
        addField(field->key, std::move(value), offset, writer);
    }
}

} // namespace lectern::core
