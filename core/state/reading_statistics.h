#pragma once

#include "core/library/library.h"
#include "core/state/state_snapshot.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace lectern::core {

/// How much was read.
struct ReadingAmount
{
    std::uint32_t articles = 0; ///< that became read
    std::uint64_t characters = 0; ///< that were on screen when they were read
    std::uint64_t seconds = 0; ///< with an article on screen

    bool operator==(const ReadingAmount &) const = default;
};

struct DayAmount
{
    std::int32_t day = 0; ///< since 1970-01-01, in the reader's zone
    ReadingAmount amount;

    bool operator==(const DayAmount &) const = default;
};

struct NamedAmount
{
    std::string name;
    ReadingAmount amount;

    bool operator==(const NamedAmount &) const = default;
};

/// What was read in one library.
struct ReadingStatistics
{
    ReadingAmount all;
    std::vector<DayAmount> days; ///< ascending, those with something
    std::vector<NamedAmount> categories; ///< most articles first; an article may be in several
    std::vector<NamedAmount> sites; ///< the same, by the host of the article's address
};

/// Counts what \a states, of the rows of \a library, and \a days say. Copies of one article count
/// once; what is not placed counts by day alone. \a dayOf gives the day of a time in seconds since
/// the epoch. O(n). Pure; any thread.
ReadingStatistics readingStatistics(const Library &library, const StateSnapshot &states,
                                    std::span<const ReadingDay> days,
                                    const std::function<std::int32_t(std::int64_t)> &dayOf);

} // namespace lectern::core
