#pragma once

#include "core/article/problem.h"

#include <functional>
#include <string>
#include <string_view>

namespace lectern::core {

/// What a reason is called and how it is said.
struct ReasonText
{
    ProblemReason reason;
    std::string_view name; ///< stable, for JSON
    /// What stands for %1, %2 and %3: `t` an argument, `r` the next reason, `c` the column.
    std::string_view values;
    std::string_view english; ///< of the command line; a sentence, or a part of one
};

const ReasonText &reasonText(ProblemReason reason);

/// Gives the pattern of a reason in some language, with the numbers of its English.
using PatternOf = std::function<std::string(ProblemReason)>;

/// What \a problem says, in UTF-8. Never fails: an argument that is not there is empty.
std::string problemSentence(const Problem &problem, const PatternOf &patternOf);

/// The same in English.
std::string problemSentence(const Problem &problem);

} // namespace lectern::core
