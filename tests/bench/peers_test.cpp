#include "tests/bench/peers.h"

#include <gtest/gtest.h>

namespace lectern::bench {

TEST(Peers, areCountedByTheirLines)
{
    EXPECT_EQ(countLines("printf 'a\\n\\nb\\n'"), 3U);
    EXPECT_EQ(countLines("seq 100000"), 100'000U);
}

TEST(Peers, didNotDoTheWork_whenTheyAreMissingOrFindLess)
{
    EXPECT_FALSE(didTheWork("peer", 0, countLines("/no/such/program")));
    EXPECT_FALSE(didTheWork("peer", 2, 1));
}

TEST(Peers, didTheWork_whenTheyFindWhatWeFind)
{
    EXPECT_TRUE(didTheWork("peer", 2, 2));
    EXPECT_TRUE(didTheWork("peer", 2, 3));
}

} // namespace lectern::bench
