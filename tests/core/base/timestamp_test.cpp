#include "core/base/timestamp.h"

#include <gtest/gtest.h>

namespace lectern::core {

TEST(Timestamp, keepsTheWallClock_whenNoZoneIsWritten)
{
    const auto timestamp = parseTimestamp("2025-02-10 11:43:17");

    ASSERT_TRUE(timestamp);
    EXPECT_FALSE(timestamp->offsetMinutes);
    EXPECT_EQ(toIso8601(*timestamp), "2025-02-10T11:43:17");
}

} // namespace lectern::core
