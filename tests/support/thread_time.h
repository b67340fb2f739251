#pragma once

#include <ctime>

namespace lectern::tests {

/// Milliseconds of this thread on a processor, so that other programs do not count.
inline double threadMs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) * 1e-6;
}

} // namespace lectern::tests
