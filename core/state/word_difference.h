#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::core {

/// A piece of two versions of a text.
struct DifferencePiece
{
    enum class Kind : std::uint8_t { Same, Removed, Added };

    Kind kind = Kind::Same;
    std::string text;

    bool operator==(const DifferencePiece &) const = default;
};

/// What became of \a before in \a now, word by word, in Chinese character by character: all of both
/// texts, in order, what was removed before what was added in its place. Texts that have little in
/// common are compared line by line, and else as a whole. O((n + m) d) for d words that differ, at
/// most some 10 ms a MB and 30 MB more. Pure; any thread.
std::vector<DifferencePiece> wordDifference(std::string_view before, std::string_view now);

} // namespace lectern::core
