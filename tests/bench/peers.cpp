#include "tests/bench/peers.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <span>

namespace lectern::bench {

std::size_t countLines(const std::string &command)
{
    std::FILE *const pipe
        = ::popen((command + " 2>/dev/null").c_str(), "r"); // NOLINT(cert-env33-c): our own words
    if (pipe == nullptr) {
        return 0;
    }
    std::array<char, 65536> part{};
    std::size_t lines = 0;
    while (const std::size_t size = std::fread(part.data(), 1, part.size(), pipe)) {
        lines += static_cast<std::size_t>(std::ranges::count(std::span(part).first(size), '\n'));
    }
    ::pclose(pipe);
    return lines;
}

bool didTheWork(const std::string &peer, std::size_t ours, std::size_t theirs)
{
    const bool holds = theirs > 0 && theirs >= ours;
    std::printf("%s: finds %zu, we find %zu%s\n", peer.c_str(), theirs, ours,
                holds ? "" : "; MISSED: it did not do the work, so that no figure counts");
    std::fflush(stdout);
    return holds;
}

} // namespace lectern::bench
