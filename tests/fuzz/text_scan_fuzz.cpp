#include "core/base/text_scan.h"
#include "tests/fuzz/fuzz_check.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

using namespace lectern::core;

/// The first byte says how long the needle is, the rest is needle and haystack. Every kind of scan
/// finds what std::string_view finds.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view input(reinterpret_cast<const char *>(data), size);
    const std::size_t needleSize = input.empty() ? 0 : data[0] % 16;
    if (input.size() < needleSize + 1) {
        return 0;
    }
    const std::string_view needle = input.substr(1, needleSize);
    const std::string_view haystack = input.substr(1 + needleSize);

    for (const ScanKind kind : availableScans()) {
        const TextScan scan(needle, histogramOf(haystack), kind);
        for (std::size_t from = 0; from != std::string_view::npos && from <= haystack.size();) {
            const std::size_t hit = scan.find(haystack, from);
            check(hit == haystack.find(needle, from), "the scan finds what find() finds");
            from = hit == TextScan::kNotFound ? hit : hit + 1;
        }
    }
    return 0;
}
