#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::bench {

/// What two tasks took when they were run in turn: all times in milliseconds.
struct Comparison
{
    double floorMs = 0; ///< median
    double subjectMs = 0; ///< median
    double ratio = 0; ///< of the medians
    bool isSteady = true; ///< the floor's slowest round took at most kSteadySpread of its fastest
};

/// Where the floor itself varies more than this, the machine was busy and the figure says nothing.
inline constexpr double kSteadySpread = 1.5;

/// Milliseconds that \a task takes once.
double timeOnce(const std::function<void()> &task);

/// The value below which \a share (0 to 1) of \a values lie.
double quantile(std::vector<double> values, double share);

/// The medians of times taken in turn, in milliseconds.
Comparison comparisonOf(const std::vector<double> &floors, const std::vector<double> &subjects);

/// Runs \a floor and \a subject in turn, \a rounds times after one round to warm up; when the floor
/// was not steady, all over again, up to \a tries times. \a prepare runs before each subject, not
/// timed.
Comparison compare(const std::function<void()> &floor, const std::function<void()> &subject,
                   const std::function<void()> &prepare = {}, int rounds = 7, int tries = 4);

/// One line of the table: what was measured, the figure, what it must be and what we aim at.
struct Figure
{
    std::string what;
    double value = 0;
    double must = 0;
    double aim = 0;
    std::string unit; ///< empty: a ratio
    std::string detail; ///< the times behind it
    bool isSteady = true;
};

Figure ratioFigure(std::string what, const Comparison &comparison, double must, double aim);

/// Prints the line at once, so that a long run shows where it is; true when it holds.
bool report(const Figure &figure);

} // namespace lectern::bench
