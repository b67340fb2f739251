#pragma once

#include "core/article/problem_sentence.h"

#include <string>

namespace lectern::tests {

/// What \a wording says on the command line; its column is 0.
inline std::string textOf(const core::ProblemWording &wording)
{
    core::Problem problem;
    problem.wording = wording;
    return core::problemSentence(problem);
}

} // namespace lectern::tests
