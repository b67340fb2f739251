#pragma once

#include <cstddef>
#include <string>

namespace lectern::bench {

// The programs that a figure compares with. One that is missing or finds nothing is fast, so that
// what it finds is counted before it is timed.

/// The lines that the shell's \a command prints; none when it cannot be run. Errors are not shown.
std::size_t countLines(const std::string &command);

/// True when \a peer found something, and no less than we did; prints both numbers.
bool didTheWork(const std::string &peer, std::size_t ours, std::size_t theirs);

} // namespace lectern::bench
