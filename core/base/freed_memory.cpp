#include "core/base/freed_memory.h"

#include <malloc.h>

namespace lectern::core {

void keepFreedMemory()
{
#ifdef M_TRIM_THRESHOLD
    constexpr int kKeptBytes = 8 << 20;
    // Either alone would stop the allocator from adapting the other.
    mallopt(M_TRIM_THRESHOLD, kKeptBytes);
    mallopt(M_MMAP_THRESHOLD, kKeptBytes);
#endif
}

} // namespace lectern::core
