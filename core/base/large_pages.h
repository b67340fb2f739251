#pragma once

#include <memory_resource>

namespace lectern::core {

/// Memory in large pages where the system has any: it hands out each page when it is first touched,
/// which for small ones takes longer than to fill them. For blocks of megabytes; they are rounded
/// up to whole pages. Throws std::bad_alloc. Any thread.
std::pmr::memory_resource &largePages();

} // namespace lectern::core
