#pragma once

#include "core/article/article.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lectern::core {

/// Larger front matter is not given to a parser: yaml-cpp needs 230 bytes for each `[`.
inline constexpr std::size_t kMaxFrontMatterBytes = 64U << 10U;

enum class FenceState : std::uint8_t {
    Absent, ///< no front matter, or a leading `---` that is only a rule
    Closed,
    Unclosed, ///< an opening fence and keys, but no end: all of the text is body
};

/// A text cut into front matter and body; views into the text.
struct FenceSplit
{
    FenceState state = FenceState::Absent;
    FrontMatterKind kind = FrontMatterKind::None;
    std::uint32_t fenceLine = 1; ///< the text's line of the opening fence
    /// Between the fences (with the braces for JSON); if unclosed, the lines that look like it.
    std::string_view block;
    std::uint32_t blockLine = 1; ///< the text's line on which the block starts
    std::string_view body;
    std::uint32_t bodyLine = 1;
};

/// Finds the front matter of \a text (LF line ends, no BOM). O(length).
FenceSplit splitFrontMatter(std::string_view text);

/// The block that \a body, the text below a front matter, begins with: an exporter put its own
/// block before a text that had one. Each of its lines is a field's, so that rules around prose
/// stay. Absent if there is none; lines count from the start of \a body.
FenceSplit splitSecondBlock(std::string_view body);

} // namespace lectern::core
