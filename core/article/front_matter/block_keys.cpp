#include "core/article/front_matter/block_keys.h"

#include "core/article/front_matter/field_names.h"
#include "core/article/front_matter/lines.h"
#include "core/base/text.h"

#include <algorithm>

namespace lectern::core {

namespace {

constexpr std::size_t kNone = std::string_view::npos;

} // namespace

std::size_t skipBlanks(std::string_view text, std::size_t from)
{
    return std::min(text.find_first_not_of(" \t", from), text.size());
}

std::size_t BlockKeys::indentBetween(std::size_t begin, std::size_t end) const
{
    std::size_t smallest = kNone;
    for (std::size_t at = begin; at < end; at = afterLine(m_block, at)) {
        const std::string_view line = lineAt(m_block, at);
        if (keyEndOf(line, indentOf(line)) != kNone) {
            smallest = std::min(smallest, indentOf(line));
        }
    }
    return smallest == kNone || m_kind != FrontMatterKind::Yaml ? 0 : smallest;
}

bool BlockKeys::isClosing(std::string_view words) const
{
    return m_kind == FrontMatterKind::Json && (words == "}" || words == "{");
}

std::size_t BlockKeys::keyEndOf(std::string_view line, std::size_t indent) const
{
    if (m_kind == FrontMatterKind::Toml) {
        return tomlKeyEnd(line);
    }
    if (m_kind == FrontMatterKind::Yaml && indentOf(line) != indent) {
        return kNone;
    }
    const std::string_view words = line.substr(indentOf(line));
    const std::size_t end = m_kind == FrontMatterKind::Json
        ? jsonKeyEnd(words)
        : std::min(yamlKeyEnd(words), gluedKeyEnd(words));
    return end == kNone ? kNone : end + indentOf(line);
}

std::size_t BlockKeys::chunkEnd(std::size_t start, std::size_t indent) const
{
    std::size_t at = afterLine(m_block, start);
    while (at < m_block.size() && belongsToKey(lineAt(m_block, at), indent)) {
        at = afterLine(m_block, at);
    }
    return at;
}

bool BlockKeys::belongsToKey(std::string_view line, std::size_t indent) const
{
    const std::string_view words = trimmed(line);
    if (m_kind != FrontMatterKind::Yaml) {
        return keyEndOf(line, indent) == kNone && !line.starts_with('[');
    }
    return words.empty() || words.front() == '#' || indentOf(line) > indent
        || (indentOf(line) == indent && std::string_view("-]}").find(words.front()) != kNone);
}

std::string_view BlockKeys::textOf(const Chunk &chunk) const
{
    return m_block.substr(chunk.begin, chunk.end - chunk.begin);
}

bool BlockKeys::isGlued(const Chunk &chunk) const
{
    const std::string_view line = lineAt(m_block, chunk.keyBegin);
    return m_kind == FrontMatterKind::Yaml && yamlKeyEnd(line) == kNone
        && gluedKeyEnd(line) != kNone;
}

bool BlockKeys::hasKeyBelow(std::string_view rest) const
{
    std::size_t at = 0;
    while (at < rest.size() && trimmed(lineAt(rest, at)).empty()) {
        at = afterLine(rest, at);
    }
    const std::string_view line = at < rest.size() ? lineAt(rest, at) : std::string_view();
    return keyEndOf(line, indentOf(line)) != kNone;
}

} // namespace lectern::core
