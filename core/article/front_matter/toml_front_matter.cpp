#include "core/article/front_matter/toml_front_matter.h"

#include "core/article/front_matter/tree_writer.h"
#include "core/base/text.h"

#include <toml++/toml.h>

#include <algorithm>
#include <exception>

namespace lectern::core {

namespace {

/// toml++ itself allows 256 nested values; with this many parts in a key, 4,096 tables.
constexpr std::size_t kMaxDots = 16;

/// What lies deeper is left out: nothing we know of is.
constexpr std::size_t kMaxDepth = 8;

bool isWord(char character)
{
    return (character >= '0' && character <= '9') || (character >= 'A' && character <= 'Z')
        || (character >= 'a' && character <= 'z') || character == '_' || character == '-'
        || character == '"' || character == '\'';
}

/// The place of a key with more dots than a key may have, or npos. Prose has two words without a
/// dot between them sooner.
std::size_t findDeepKey(std::string_view block)
{
    std::size_t dots = 0;
    char previous = '\n';
    bool isAfterBlank = false;
    for (std::size_t at = 0; at < block.size(); ++at) {
        const char character = block[at];
        if (character == ' ' || character == '\t') {
            isAfterBlank = true;
            continue;
        }
        const bool isDot = character == '.';
        const bool goesOn = isDot || (isWord(character) && (previous == '.' || !isAfterBlank));
        dots = goesOn ? dots + (isDot ? 1 : 0) : 0;
        if (dots > kMaxDots) {
            return at;
        }
        previous = character;
        isAfterBlank = false;
    }
    return std::string_view::npos;
}

class LineStarts final
{
public:
    explicit LineStarts(std::string_view block)
        : m_block(block)
    {
        m_starts.push_back(0);
        for (std::size_t at = 0; at < block.size(); ++at) {
            if (block[at] == '\n') {
                m_starts.push_back(at + 1);
            }
        }
    }

    /// The byte of a place that counts lines and characters from 1.
    std::size_t offsetOf(const toml::source_position &place) const
    {
        if (place.line == 0 || place.line > m_starts.size()) {
            return 0;
        }
        std::size_t offset = m_starts[place.line - 1];
        for (std::uint32_t column = 1; column < place.column && offset < m_block.size(); ++column) {
            do {
                ++offset;
            } while (offset < m_block.size()
                     && (static_cast<unsigned char>(m_block[offset]) & 0xC0U) == 0x80U);
        }
        return std::min(offset, m_block.size());
    }

private:
    std::string_view m_block;
    std::vector<std::size_t> m_starts;
};

class TomlReader final
{
public:
    explicit TomlReader(std::string_view block)
        : m_block(block)
        , m_lines(block)
    {}

    /// The fields of \a table in the order of the file; toml++ sorts them by name.
    void readFields(const toml::table &table)
    {
        struct Entry
        {
            std::size_t offset;
            std::string_view key;
            const toml::node *value;
        };

        std::vector<Entry> entries;
        for (const auto &[key, value] : table) {
            entries.push_back({m_lines.offsetOf(key.source().begin), key.str(), &value});
        }
        std::ranges::stable_sort(entries, {}, &Entry::offset);
        for (const Entry &entry : entries) {
            m_writer.setKey(m_writer.tree.keep(std::string(entry.key)), entry.offset);
            readValue(*entry.value);
        }
    }

    FieldTree takeTree() { return std::move(m_writer.tree); }

private:
    void readValue(const toml::node &node)
    {
        const std::size_t offset = m_lines.offsetOf(node.source().begin);
        if (const toml::value<std::string> *text = node.as_string()) {
            m_writer.addText(m_writer.tree.keep(text->get()), offset, true);
        } else if (m_writer.depth() >= kMaxDepth) {
            m_writer.addNull(offset);
        } else if (const toml::table *table = node.as_table()) {
            m_writer.open(ValueKind::Map, offset);
            readFields(*table);
            m_writer.close();
        } else if (const toml::array *array = node.as_array()) {
            m_writer.open(ValueKind::List, offset);
            for (const toml::node &item : *array) {
                readValue(item);
            }
            m_writer.close();
        } else {
            const std::size_t end = m_block.find_first_of(",]}#\n", offset);
            m_writer.addText(trimmed(m_block.substr(offset, end - offset)), offset, false);
        }
    }

    std::string_view m_block;
    LineStarts m_lines;
    TreeWriter m_writer;
};

} // namespace

BlockFields parseToml(std::string_view block)
{
    const std::size_t deep = findDeepKey(block);
    if (deep != std::string_view::npos) {
        return BlockError{deep, worded(ProblemReason::KeyTooDeep)};
    }
    try {
        const toml::table table = toml::parse(block);
        TomlReader reader(block);
        reader.readFields(table);
        return reader.takeTree();
    } catch (const toml::parse_error &error) {
        return BlockError{LineStarts(block).offsetOf(error.source().begin),
                          worded(ProblemReason::ParserSays, {repairUtf8(error.description())})};
    } catch (const std::exception &error) {
        return BlockError{0, worded(ProblemReason::ParserSays, {repairUtf8(error.what())})};
    }
}

} // namespace lectern::core
