#include "core/base/text.h"
#include "tests/fuzz/fuzz_check.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

using namespace lectern::core;

/// Folding gives valid UTF-8 whatever it is given, and folding again changes nothing.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);

    const std::string once = foldForSearch(text);

    check(isValidUtf8(once), "what is folded is valid UTF-8");
    // Longer runs of combining marks are cut where the limit is, which moves when some are removed.
    if (size < 256) {
        check(foldForSearch(once) == once, "folding twice changes nothing");
    }
    return 0;
}
