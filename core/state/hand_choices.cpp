#include "core/state/hand_choices.h"

#include "core/base/text.h"

#include <algorithm>

namespace lectern::core {

namespace {

std::string_view fileNameOf(std::string_view path)
{
    return path.substr(path.rfind('/') + 1);
}

ChoiceReason reasonOf(const Library &library, Row row, bool isCandidate, const ArticleKey &known)
{
    const std::string_view path = library.path(row);
    if (!known.source.empty() && normalSource(library.source(row)) == known.source) {
        return ChoiceReason::Address;
    }
    if (path == known.path) {
        return ChoiceReason::Path;
    }
    if (isCandidate) {
        return ChoiceReason::Text;
    }
    if (!known.title.empty() && library.title(row) == known.title) {
        return ChoiceReason::Title;
    }
    return fileNameOf(path) == fileNameOf(known.path) ? ChoiceReason::FileName : ChoiceReason::None;
}

} // namespace

std::vector<HandChoice> handChoices(const Library &library, const UnplacedState &lost,
                                    const ArticleKey &known, std::string_view words,
                                    std::size_t limit)
{
    const std::string wanted = foldForSearch(words);
    const auto hasWords = [&](std::string_view text) {
        return foldForSearch(text).find(wanted) != std::string::npos;
    };
    std::vector<HandChoice> choices;
    for (Row row = 0; row < library.size(); ++row) {
        const bool isCandidate = std::ranges::find(lost.candidates, row) != lost.candidates.end();
        const ChoiceReason reason = reasonOf(library, row, isCandidate, known);
        const bool isMeant = wanted.empty()
            ? reason != ChoiceReason::None
            : hasWords(library.title(row)) || hasWords(library.path(row));
        if (isMeant) {
            choices.push_back({row, reason});
        }
    }
    std::ranges::stable_sort(choices, {}, &HandChoice::reason);
    choices.resize(std::min(choices.size(), limit));
    return choices;
}

} // namespace lectern::core
