#include "core/base/encoding.h"
#include "core/base/text.h"
#include "tests/fuzz/fuzz_check.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

using namespace lectern::core;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const DecodedText decoded = decodeText({reinterpret_cast<const char *>(data), size});

    check(isValidUtf8(decoded.text), "the text is UTF-8");
    check(decoded.text.size() <= size * 3 + 3, "the text grows at most threefold");
    check(!decoded.firstInvalid || *decoded.firstInvalid < decoded.text.size(),
          "the first invalid character is inside");
    return 0;
}
