#include "core/article/problem.h"

#include <array>
#include <utility>

namespace lectern::core {

namespace {

struct ProblemKind
{
    std::string_view name;
    Severity severity;
};

/// In the order of ProblemCode.
constexpr std::array kProblemKinds{
    ProblemKind{"front-matter-missing", Severity::Note},
    ProblemKind{"front-matter-unclosed", Severity::Warning},
    ProblemKind{"front-matter-broken", Severity::Warning},
    ProblemKind{"front-matter-not-map", Severity::Warning},
    ProblemKind{"front-matter-too-large", Severity::Warning},
    ProblemKind{"key-duplicate", Severity::Warning},
    ProblemKind{"value-unexpected", Severity::Note},
    ProblemKind{"title-missing", Severity::Note},
    ProblemKind{"title-cut-by-comment", Severity::Warning},
    ProblemKind{"date-unreadable", Severity::Warning},
    ProblemKind{"date-missing", Severity::Note},
    ProblemKind{"control-characters", Severity::Warning},
    ProblemKind{"encoding-guessed", Severity::Note},
    ProblemKind{"encoding-invalid", Severity::Warning},
    ProblemKind{"file-name-not-utf8", Severity::Note},
    ProblemKind{"file-too-large", Severity::Warning},
    ProblemKind{"file-unreadable", Severity::Error},
    ProblemKind{"file-not-regular", Severity::Error},
    ProblemKind{"file-outside", Severity::Error},
    ProblemKind{"file-changed-while-read", Severity::Warning},
    ProblemKind{"folder-unreadable", Severity::Error},
    ProblemKind{"folder-loop", Severity::Note},
};
static_assert(kProblemKinds.size() == static_cast<std::size_t>(kLastProblemCode) + 1);

} // namespace

ProblemWording worded(ProblemReason reason, std::vector<std::string> arguments)
{
    return {{reason}, std::move(arguments)};
}

ProblemWording worded(ProblemReason reason, std::vector<std::string> arguments,
                      const ProblemWording &part)
{
    ProblemWording whole = worded(reason, std::move(arguments));
    whole.reasons.insert(whole.reasons.end(), part.reasons.begin(), part.reasons.end());
    whole.arguments.insert(whole.arguments.end(), part.arguments.begin(), part.arguments.end());
    return whole;
}

std::string_view problemName(ProblemCode code)
{
    return kProblemKinds[static_cast<std::size_t>(code)].name;
}

Severity severityOf(ProblemCode code)
{
    return kProblemKinds[static_cast<std::size_t>(code)].severity;
}

} // namespace lectern::core
