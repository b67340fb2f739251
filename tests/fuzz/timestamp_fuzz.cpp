#include "core/base/timestamp.h"
#include "tests/fuzz/fuzz_check.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

using namespace lectern::core;

/// What is read prints as something that reads the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);

    const std::optional<Timestamp> timestamp = parseTimestamp(text);

    if (timestamp) {
        toInstant(*timestamp);
        const std::optional<Timestamp> again = parseTimestamp(toIso8601(*timestamp));
        check(again.has_value(), "the printed date reads back");
        check(again->wallSeconds == timestamp->wallSeconds
                  || timestamp->precision == Precision::Day,
              "the printed date is the same");
    }
    return 0;
}
