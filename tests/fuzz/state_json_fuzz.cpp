#include "core/state/state_json.h"
#include "tests/fuzz/fuzz_check.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

using namespace lectern::core;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text{reinterpret_cast<const char *>(data), size};
    const Result<StateRecord> record = decodeState(text);
    if (!record) {
        return 0;
    }
    const std::string written = encodeState(record.value());
    const Result<StateRecord> again = decodeState(written);
    check(again.isOk(), "what was written can be read");
    check(encodeState(again.value()) == written, "and means the same");
    return 0;
}
