#pragma once

#include "core/library/library.h"
#include "core/state/state_snapshot.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace lectern::core {

/// Why an article could be the one that an unplaced state is of, the most telling first.
enum class ChoiceReason : std::uint8_t {
    Address, ///< both are from one address
    Path, ///< it is at the same place
    Text, ///< it has the same text, or one that is alike
    Title,
    FileName,
    None, ///< it is just an article of the folder
};

struct HandChoice
{
    Row row = 0;
    ChoiceReason reason = ChoiceReason::None;

    bool operator==(const HandChoice &) const = default;
};

/// The articles of \a library whose title or path has \a words, at most \a limit, those first that
/// could be the article of \a lost, which was \a known: a person chooses. Without words those
/// alone that have a reason. O(n). Pure; any thread.
std::vector<HandChoice> handChoices(const Library &library, const UnplacedState &lost,
                                    const ArticleKey &known, std::string_view words,
                                    std::size_t limit);

} // namespace lectern::core
