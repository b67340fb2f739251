#include "tests/bench/rounds.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <utility>

namespace lectern::bench {

namespace {

std::string number(double value)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), value < 0.1 ? "%.4f" : "%.2f", value);
    return text.data();
}

Comparison compareOnce(const std::function<void()> &floor, const std::function<void()> &subject,
                       const std::function<void()> &prepare, int rounds)
{
    std::vector<double> floors;
    std::vector<double> subjects;
    for (int round = 0; round <= rounds; ++round) {
        const double floorMs = timeOnce(floor);
        if (prepare) {
            prepare();
        }
        const double subjectMs = timeOnce(subject);
        if (round > 0) {
            floors.push_back(floorMs);
            subjects.push_back(subjectMs);
        }
    }
    return comparisonOf(floors, subjects);
}

} // namespace

double timeOnce(const std::function<void()> &task)
{
    const auto start = std::chrono::steady_clock::now();
    task();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
        .count();
}

double quantile(std::vector<double> values, double share)
{
    std::ranges::sort(values);
    const auto last = static_cast<double>(values.size() - 1);
    return values[static_cast<std::size_t>(last * share + 0.5)];
}

Comparison comparisonOf(const std::vector<double> &floors, const std::vector<double> &subjects)
{
    const auto [least, most] = std::ranges::minmax(floors);
    Comparison result;
    result.isSteady = most <= least * kSteadySpread;
    result.floorMs = quantile(floors, 0.5);
    result.subjectMs = quantile(subjects, 0.5);
    result.ratio = result.subjectMs / result.floorMs;
    return result;
}

Comparison compare(const std::function<void()> &floor, const std::function<void()> &subject,
                   const std::function<void()> &prepare, int rounds, int tries)
{
    Comparison result = compareOnce(floor, subject, prepare, rounds);
    for (int attempt = 1; attempt < tries && !result.isSteady; ++attempt) {
        result = compareOnce(floor, subject, prepare, rounds);
    }
    return result;
}

Figure ratioFigure(std::string what, const Comparison &comparison, double must, double aim)
{
    return {.what = std::move(what),
            .value = comparison.ratio,
            .must = must,
            .aim = aim,
            .unit = {},
            .detail = number(comparison.subjectMs) + " / " + number(comparison.floorMs) + " ms",
            .isSteady = comparison.isSteady};
}

bool report(const Figure &figure)
{
    const bool holds = figure.isSteady && figure.value <= figure.must;
    const char *const verdict = !figure.isSteady ? "too noisy"
        : figure.value <= figure.aim             ? "aim"
        : holds                                  ? "holds"
                                                 : "MISSED";
    std::printf("%-58s %9s %-2s  must %8s  aim %8s  %-9s  %s\n", figure.what.c_str(),
                number(figure.value).c_str(), figure.unit.c_str(), number(figure.must).c_str(),
                number(figure.aim).c_str(), verdict, figure.detail.c_str());
    std::fflush(stdout);
    return holds;
}

} // namespace lectern::bench
