#include "tests/bench/floors.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

namespace lectern::bench {

TEST(Floors, seeEveryFileOnce)
{
    const tests::TemporaryFolder folder;
    for (int number = 0; number < 40; ++number) {
        folder.write("a/" + std::to_string(number % 7) + "/b/" + std::to_string(number) + ".md",
                     std::string(1000, 'x'));
    }
    folder.write("large.md", std::string(3'000'000, 'x'));

    EXPECT_EQ(filesBelow(folder.path()).size(), 41U);
    EXPECT_EQ(statAll(folder.path(), 2), 41U);
    EXPECT_EQ(readAll(filesBelow(folder.path()), 2), 3'040'000U);
}

TEST(Floors, readNothing_whenNothingIsThere)
{
    EXPECT_EQ(statAll("/no/such/folder", 2), 0U);
    EXPECT_EQ(readAll({"/no/such/file"}, 2), 0U);
}

TEST(Floors, xorLooksAtEveryByte)
{
    const std::string text(1001, '\0');
    for (std::size_t changed = 0; changed < text.size(); changed += 100) {
        std::string other = text;
        other[changed] = 'x';

        EXPECT_NE(xorAll(other), xorAll(text)) << changed;
    }
    EXPECT_EQ(xorAll(""), 0U);
}

} // namespace lectern::bench
