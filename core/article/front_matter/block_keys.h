#pragma once

#include "core/article/article.h"

#include <cstddef>
#include <string_view>

namespace lectern::core {

/// A key and the lines that belong to it.
struct Chunk
{
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t keyBegin = 0;
    std::size_t keyEnd = 0; ///< where the separator stands
};

/// The first place of \a text from \a from on that is no blank, or its end.
std::size_t skipBlanks(std::string_view text, std::size_t from);

/// Sees the keys of a block line by line, without a parser.
class BlockKeys final
{
public:
    BlockKeys(std::string_view block, FrontMatterKind kind)
        : m_block(block)
        , m_kind(kind)
    {}

    /// The smallest indent of a line with a key between \a begin and \a end.
    std::size_t indentBetween(std::size_t begin, std::size_t end) const;

    /// Whether \a words are a brace around all of the block.
    bool isClosing(std::string_view words) const;

    /// Where the key of \a line ends, if it has one and the \a indent of its map; npos if not.
    std::size_t keyEndOf(std::string_view line, std::size_t indent) const;

    /// Where the lines end that belong to the key at \a start.
    std::size_t chunkEnd(std::size_t start, std::size_t indent) const;

    std::string_view textOf(const Chunk &chunk) const;

    /// Whether the blank is missing behind the key's colon, or the colon is a wide one.
    bool isGlued(const Chunk &chunk) const;

    /// Whether the first line of \a rest that says something has a key.
    bool hasKeyBelow(std::string_view rest) const;

private:
    bool belongsToKey(std::string_view line, std::size_t indent) const;

    std::string_view m_block;
    FrontMatterKind m_kind;
};

} // namespace lectern::core
