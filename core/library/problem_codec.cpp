#include "core/library/problem_codec.h"

#include "core/base/text.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <span>

namespace lectern::core {

namespace {

constexpr std::size_t kFixedBytes = 3 + 2 * sizeof(std::uint32_t);

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

template <typename Code>
bool isUpTo(char number, Code last)
{
    return static_cast<unsigned char>(number) <= static_cast<unsigned char>(last);
}

/// Whether \a bytes begin with \a count texts that end.
bool hasTexts(std::string_view bytes, std::size_t count)
{
    return static_cast<std::size_t>(std::ranges::count(bytes, '\0')) >= count;
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
    bytes += static_cast<char>(problem.wording.reasons.size());
    bytes += static_cast<char>(problem.wording.arguments.size());
    for (const ProblemReason reason : problem.wording.reasons) {
        bytes += static_cast<char>(reason);
    }
    for (const std::string &argument : problem.wording.arguments) {
        appendWithNul(argument, bytes);
    }
    appendWithNul(problem.valueUsed, bytes);
    appendWithNul(problem.proposal, bytes);
}

bool decodeProblem(std::string_view &bytes, Problem &problem)
{
    constexpr std::size_t kTexts = 2;
    if (bytes.size() <= kFixedBytes || !isUpTo(bytes[0], kLastProblemCode)) {
        return false;
    }
    const std::size_t reasons = static_cast<unsigned char>(bytes[kFixedBytes - 2]);
    const std::size_t arguments = static_cast<unsigned char>(bytes[kFixedBytes - 1]);
    const std::string_view numbers = bytes.substr(kFixedBytes, reasons);
    const std::string_view texts = bytes.substr(kFixedBytes + numbers.size());
    const auto isReason = [](char number) { return isUpTo(number, kLastProblemReason); };
    if (numbers.size() < reasons || !std::ranges::all_of(numbers, isReason)
        || !hasTexts(texts, arguments + kTexts)) {
        return false;
    }
    problem.code = static_cast<ProblemCode>(bytes[0]);
    problem.line = numberAt(bytes, 1);
    problem.column = numberAt(bytes, 1 + sizeof(std::uint32_t));
    problem.wording.reasons.clear();
    for (const char number : numbers) {
        problem.wording.reasons.push_back(static_cast<ProblemReason>(number));
    }
    bytes = texts;
    problem.wording.arguments.resize(arguments);
    for (std::string &argument : problem.wording.arguments) {
        argument = takeUntilNul(bytes);
    }
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
