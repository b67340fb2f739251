#include "core/article/front_matter/fences.h"
#include "core/article/front_matter/recovery.h"
#include "core/base/text.h"
#include "tests/fuzz/fuzz_check.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

using namespace lectern::core;

namespace {

void checkTree(const FieldTree &tree)
{
    for (std::size_t at = 0; at < tree.nodes.size(); ++at) {
        check(tree.nodes[at].span >= 1 && at + tree.nodes[at].span <= tree.nodes.size(),
              "a value ends inside the tree");
    }
}

} // namespace

/// The first byte says the kind of front matter, the rest is a block that was refused.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0 || size > kMaxFrontMatterBytes) {
        return 0;
    }
    const FrontMatterKind kind = data[0] % 3 == 0 ? FrontMatterKind::Yaml
        : data[0] % 3 == 1                        ? FrontMatterKind::Toml
                                                  : FrontMatterKind::Json;
    const std::string block = repairUtf8({reinterpret_cast<const char *>(data) + 1, size - 1});

    const Recovery recovery = recoverFields(block, kind);

    checkTree(recovery.tree);
    check(recovery.damages.size() <= kMaxDamages, "damages are capped");
    for (const Damage &damage : recovery.damages) {
        check(damage.offset <= block.size(), "damages are inside the block");
    }
    return 0;
}
