#include "core/base/byte_set.h"
#include "core/markdown/source/code_regions.h"
#include "core/markdown/source/source_passes.h"

#include <algorithm>

namespace lectern::core {

namespace {

constexpr std::size_t kMaxCopyBytes = 120;
constexpr ByteSet kTexSigns("^_\\");

bool isVisibleAscii(char byte)
{
    return byte > ' ' && byte < 0x7F && byte != '`' && byte != '$' && byte != '<';
}

/// What a reader sees of \a tex: without commands, braces and marks of indices.
std::string visible(std::string_view tex)
{
    std::string text;
    for (std::size_t at = 0; at < tex.size(); ++at) {
        if (tex[at] == '\\') {
            while (at + 1 < tex.size() && ((tex[at + 1] | 0x20) >= 'a')
                   && ((tex[at + 1] | 0x20) <= 'z')) {
                ++at;
            }
        } else if (std::string_view("^_{}").find(tex[at]) == std::string_view::npos) {
            text += tex[at];
        }
    }
    return text;
}

/// The TeX in the middle of \a run, which begins and ends with what is visible of it, the end in
/// any order: "10910^{9}109". Empty when \a run is something else.
std::string_view texBetweenCopies(std::string_view run)
{
    const std::size_t sign = kTexSigns.findIn(run);
    for (std::size_t length = 2; length <= sign && 3 * length < run.size(); ++length) {
        const std::string_view copy = run.substr(0, length);
        const std::string_view tex = run.substr(length, run.size() - 2 * length);
        const std::string_view end = run.substr(run.size() - length);
        if (visible(tex) == copy && std::is_permutation(copy.begin(), copy.end(), end.begin())) {
            return tex;
        }
    }
    return {};
}

/// \a tex between brackets that mean a formula, without the doubled backslashes of an exporter.
std::string formulaOf(std::string_view tex)
{
    std::string formula = "\\(";
    for (std::size_t at = 0; at < tex.size(); ++at) {
        const std::string_view pair = tex.substr(at, 2);
        at += pair == "\\\\" || pair == "\\_" || pair == "\\^" ? 1 : 0;
        formula += tex[at];
    }
    return formula + "\\)";
}

/// \a text, which is no code, with each formula once.
std::string withFormulasOnce(std::string_view text, RepairCounts &counts)
{
    std::string result;
    std::size_t start = 0;
    for (std::size_t at = kTexSigns.findIn(text); at != std::string_view::npos;) {
        std::size_t open = at;
        while (open > start && at - open < kMaxCopyBytes && isVisibleAscii(text[open - 1])) {
            --open;
        }
        std::size_t end = at;
        while (end < text.size() && isVisibleAscii(text[end])) {
            ++end;
        }
        const std::string_view run = text.substr(open, end - open);
        const std::string_view tex
            = run.size() <= kMaxCopyBytes ? texBetweenCopies(run) : std::string_view();
        if (!tex.empty()) {
            result.append(text.substr(start, open - start)).append(formulaOf(tex));
            start = end;
            ++counts[Repair::Repetitions];
        }
        at = kTexSigns.findIn(text, std::max(end, at + 1));
    }
    return result.append(text.substr(std::min(start, text.size())));
}

} // namespace

std::string withoutFormulaCopies(std::string source, RepairCounts &counts)
{
    const bool mayHaveThem = source.find("^{") != std::string::npos
        || source.find("_{") != std::string::npos || source.find("}{") != std::string::npos;
    if (!mayHaveThem) {
        return source;
    }
    std::string result;
    forEachRegion(source, [&](std::string_view piece, bool isCode) {
        if (isCode) {
            result += piece;
        } else {
            result += withFormulasOnce(piece, counts);
        }
    });
    return result;
}

} // namespace lectern::core
