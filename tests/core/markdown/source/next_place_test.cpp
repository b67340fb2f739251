#include "core/markdown/source/next_place.h"

#include <gtest/gtest.h>

#include <array>
#include <ctime>
#include <random>

namespace lectern::core {

TEST(NextPlace, findsWhatFindFinds_whileQuestionsGoForwards)
{
    constexpr std::array<std::string_view, 5> kNeedles{"a", "ab", "]]", "-->", "x"};
    std::mt19937 random(43); // NOLINT(cert-msc51-cpp): the same texts in every run
    for (int round = 0; round < 500; ++round) {
        std::string text;
        for (int count = 0; count < 60; ++count) {
            text += std::string_view("ab]->")[random() % 5];
        }
        NextPlace next(text);
        for (std::size_t from = 0; from <= text.size(); from += random() % 4) {
            const std::string_view needle = kNeedles[random() % kNeedles.size()];
            // The same question twice is no step backwards.
            ASSERT_EQ(next.of(needle, from), text.find(needle, from)) << text << " " << from;
            ASSERT_EQ(next.of(needle, from), text.find(needle, from)) << text << " " << from;
        }
    }
}

TEST(NextPlace, looksThroughTheTextOnce_whenNothingIsThere)
{
    const std::string text(4'000'000, '[');
    NextPlace next(text);
    const std::clock_t start = std::clock();

    for (std::size_t from = 0; from < text.size(); from += 4) {
        ASSERT_EQ(next.of("]]", from), std::string::npos);
    }

    EXPECT_LT(std::clock() - start, 10 * CLOCKS_PER_SEC);
}

} // namespace lectern::core
