#include "core/base/text.h"
#include "core/markdown/links/link_resolver.h"
#include "core/markdown/source/code_regions.h"
#include "core/markdown/source/source_passes.h"

#include <algorithm>
#include <optional>

namespace lectern::core {

namespace {

constexpr std::size_t kIdBytes = 36;
constexpr std::size_t kMaxReferences = 1000;

bool isId(std::string_view text)
{
    return text.size() == kIdBytes && std::ranges::all_of(text, [](char digit) {
               return (digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f')
                   || digit == '-';
           });
}

/// What is to be replaced: `((id))`, or all of `{{embed ((id))}}`.
struct Reference
{
    std::size_t start = 0;
    std::size_t end = 0; ///< 0: there is none
    std::string_view id;
};

Reference referenceAt(std::string_view text, std::size_t at)
{
    constexpr std::string_view kEmbed = "{{embed ";
    const std::string_view id = text.substr(at + 2, kIdBytes);
    const std::string_view behind = text.substr(std::min(at + 2 + kIdBytes, text.size()));
    const std::string_view before = text.substr(0, at);
    if (!isId(id) || !behind.starts_with("))") || before.ends_with("](")) {
        return {};
    }
    const bool isEmbed = before.ends_with(kEmbed) && behind.starts_with("))}}");
    return {at - (isEmbed ? kEmbed.size() : 0), at + kIdBytes + (isEmbed ? 6 : 4), id};
}

} // namespace

std::string withBlocksOfOthers(std::string_view markdown, const LinkResolver &resolver)
{
    std::string result;
    std::size_t count = 0;
    forEachRegion(markdown, [&](std::string_view piece, bool isCode) {
        std::size_t start = 0;
        for (std::size_t at = isCode ? std::string_view::npos : piece.find("((");
             at != std::string_view::npos && count < kMaxReferences;
             at = piece.find("((", at + 2)) {
            const Reference reference = referenceAt(piece, at);
            const std::string property = "id:: " + std::string(reference.id);
            const std::optional<std::string> words
                = reference.end == 0 || markdown.find(property) != std::string_view::npos
                ? std::nullopt
                : resolver.blockWords(reference.id);
            if (words) {
                result.append(piece.substr(start, reference.start - start)).append(*words);
                start = reference.end;
                ++count;
            }
        }
        result.append(piece.substr(start));
    });
    return result;
}

} // namespace lectern::core
