#include "core/library/problem_codec.h"

#include "core/base/text.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <span>

namespace lectern::core {

namespace {

constexpr std::size_t kFixedBytes = 1 + 2 * sizeof(std::uint32_t);

void appendNumber(std::uint32_t number, std::pmr::string &bytes)
{
    bytes.append(reinterpret_cast<const char *>(&number), sizeof(number));
}

std::uint32_t numberAt(std::string_view bytes, std::size_t position)
{
    std::uint32_t number = 0;
    std::memcpy(&number, bytes.data() + position, sizeof(number));
    return number;
}

} // namespace

void appendWithNul(std::string_view text, std::pmr::string &bytes)
{
    const std::size_t start = bytes.size();
    bytes += text;
    replaceNuls(std::span(bytes).subspan(start));
    bytes += '\0';
}

std::string_view takeUntilNul(std::string_view &bytes)
{
    const std::size_t end = std::min(bytes.find('\0'), bytes.size());
    const std::string_view text = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    return text;
}

void encodeProblem(const Problem &problem, std::pmr::string &bytes)
{
    bytes += static_cast<char>(problem.code);
    appendNumber(problem.line, bytes);
    appendNumber(problem.column, bytes);
    appendWithNul(problem.message, bytes);
    appendWithNul(problem.valueUsed, bytes);
    appendWithNul(problem.proposal, bytes);
}

bool decodeProblem(std::string_view &bytes, Problem &problem)
{
    constexpr std::ptrdiff_t kTexts = 3;
    if (bytes.size() <= kFixedBytes
        || static_cast<std::uint8_t>(bytes[0]) > static_cast<std::uint8_t>(kLastProblemCode)
        || std::ranges::count(bytes.substr(kFixedBytes), '\0') < kTexts) {
        return false;
    }
    problem.code = static_cast<ProblemCode>(bytes[0]);
    problem.line = numberAt(bytes, 1);
    problem.column = numberAt(bytes, 1 + sizeof(std::uint32_t));
    bytes.remove_prefix(kFixedBytes);
    problem.message = takeUntilNul(bytes);
    problem.valueUsed = takeUntilNul(bytes);
    problem.proposal = takeUntilNul(bytes);
    return true;
}

std::vector<Problem> decodeProblems(std::string_view bytes)
{
    std::vector<Problem> problems;
    Problem problem;
    while (decodeProblem(bytes, problem)) {
        problems.push_back(problem);
    }
    return problems;
}

} // namespace lectern::core
