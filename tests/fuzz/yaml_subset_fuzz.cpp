#include "core/article/front_matter/fences.h"
#include "core/base/text.h"
#include "tests/core/article/front_matter/yaml_agreement.h"
#include "tests/fuzz/fuzz_check.h"

#include <cstddef>
#include <cstdint>
#include <string>

using namespace lectern::core;

/// Where the fast reader answers, yaml-cpp answers the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size > 4096) {
        return 0;
    }
    const std::string block = repairUtf8({reinterpret_cast<const char *>(data), size});

    const std::optional<Disagreement> disagreement = findDisagreement(block);

    check(!disagreement,
          disagreement
              ? "subset:\n" + disagreement->subset + "yaml-cpp:\n" + disagreement->reference
              : std::string());
    return 0;
}
