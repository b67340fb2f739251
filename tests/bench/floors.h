#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::bench {

// What the machine takes for the least that a task must do, as plainly as the system allows. The
// benchmarks give their figures as multiples of these, taken in the same run.

/// The regular files below \a root, as paths that open() takes; in the order of the walk.
std::vector<std::string> filesBelow(const std::string &root);

/// Opens and reads every file whole into a reused buffer, on \a threads threads. Bytes read.
std::uint64_t readAll(const std::vector<std::string> &files, unsigned threads = 2);

/// Lists every folder below \a root and asks for the size and time of each file, on \a threads
/// threads. Files seen.
std::uint64_t statAll(const std::string &root, unsigned threads = 2);

/// Looks at every byte of \a buffer once: eight at a time, combined by exclusive or.
std::uint64_t xorAll(std::string_view buffer);

} // namespace lectern::bench
