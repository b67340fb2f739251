#pragma once

#include "core/article/problem.h"

#include <memory_resource>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::core {

/// Appends \a problem to \a bytes: code (1 byte), line and column (4 bytes each, little-endian),
/// the counts of its reasons and arguments (1 byte each), the reasons (1 byte each), then the
/// arguments, value used and proposal, each ended by NUL.
void encodeProblem(const Problem &problem, std::pmr::string &bytes);

/// Takes one problem from the front of \a bytes; false (and \a bytes untouched) when they do not
/// hold one.
bool decodeProblem(std::string_view &bytes, Problem &problem);

std::vector<Problem> decodeProblems(std::string_view bytes);

/// Appends \a text and a NUL; NULs within it become blanks.
void appendWithNul(std::string_view text, std::pmr::string &bytes);

/// Takes the bytes before the next NUL from the front of \a bytes, and the NUL.
std::string_view takeUntilNul(std::string_view &bytes);

} // namespace lectern::core
