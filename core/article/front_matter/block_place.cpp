#include "core/article/front_matter/block_place.h"

#include <algorithm>

namespace lectern::core {

Problem problemAt(const BlockPlace &block, std::size_t offset, ProblemCode code)
{
    const std::string_view before = block.text.substr(0, offset);
    const std::string_view line = before.substr(before.rfind('\n') + 1); // npos + 1 is 0
    const auto characters = std::ranges::count_if(
        line, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; });
    Problem problem;
    problem.code = code;
    problem.line = block.line + static_cast<std::uint32_t>(std::ranges::count(before, '\n'));
    problem.column = static_cast<std::uint32_t>(characters) + 1;
    return problem;
}

} // namespace lectern::core
