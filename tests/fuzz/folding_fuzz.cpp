#include "core/base/folded_text.h"
#include "core/base/text.h"
#include "tests/fuzz/fuzz_check.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

using namespace lectern::core;

namespace {

/// Whatever part of a folded text is looked for, it is found in whole characters of the original
/// that fold to it.
void checkPlaces(std::string_view text)
{
    const FoldedText places(text);
    const std::string_view folded = places.folded();
    for (std::size_t start = 0; start < folded.size(); start += 1 + start / 4) {
        const std::string needle(wholeCharacters(folded.substr(start), 7));
        if (needle.empty() || !isValidUtf8(needle)) {
            continue;
        }
        const std::vector<TextRange> hits = findFolded(places, std::vector{needle});
        check(!hits.empty(), "what is in the folded text is found");
        std::size_t end = 0;
        for (const TextRange &hit : hits) {
            check(hit.start >= end && hit.end > hit.start && hit.end <= text.size(),
                  "places ascend within the text");
            check(foldForSearch(text.substr(hit.start, hit.end - hit.start)).find(needle)
                      != std::string::npos,
                  "a place folds to what was looked for");
            end = hit.end;
        }
    }
}

} // namespace

/// Folding gives valid UTF-8 whatever it is given, folding again changes nothing, and it knows
/// where each part comes from.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);

    const std::string once = foldForSearch(text);

    check(isValidUtf8(once), "what is folded is valid UTF-8");
    // Longer runs of combining marks are cut where the limit is, which moves when some are removed.
    if (size < 256) {
        check(foldForSearch(once) == once, "folding twice changes nothing");
        check(FoldedText(text).folded() == once, "folding with places folds the same");
        checkPlaces(text);
    }
    return 0;
}
