#include "core/base/large_pages.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <new>
#include <sys/mman.h>

namespace lectern::core {

namespace {

constexpr std::size_t kLargePage = 2U << 20U;

class LargePages final : public std::pmr::memory_resource
{
private:
    void *do_allocate(std::size_t bytes, std::size_t alignment) override
    {
        const std::size_t unit = bytes < kLargePage ? alignment : kLargePage;
        void *const memory
            = std::aligned_alloc(std::max(unit, sizeof(void *)), (bytes + unit - 1) / unit * unit);
        if (memory == nullptr) {
            throw std::bad_alloc();
        }
        ::madvise(memory, bytes / kLargePage * kLargePage, MADV_HUGEPAGE);
        return memory;
    }

    void do_deallocate(void *memory, std::size_t, std::size_t) override { std::free(memory); }

    bool do_is_equal(const std::pmr::memory_resource &other) const noexcept override
    {
        return this == &other;
    }
};

} // namespace

std::pmr::memory_resource &largePages()
{
    static LargePages pages;
    return pages;
}

} // namespace lectern::core
