#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>

namespace lectern::core {

/// What must hold in a fuzz target; unlike assert() in every kind of build.
inline void check(bool holds, const std::string &what)
{
    if (!holds) {
        std::fprintf(stderr, "fuzz: %s\n", what.c_str());
        std::abort();
    }
}

} // namespace lectern::core
