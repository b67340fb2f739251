#include "core/library/title_order.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::core {

namespace {

constexpr std::array kTitles{
    "",   "10",   "9",    "apple", "Apple",    "\u00C9cole", "zebra",    "阿里", "重庆", "北京",
    "桥", "月亮", "長城", "长城",  "ｍｏｏｎ", "moon",       "ひらがな", "한국", "#",    "🙂"};

int sign(int number)
{
    return (number > 0 ? 1 : 0) - (number < 0 ? 1 : 0);
}

} // namespace

TEST(TitleOrder, comparesAsTheKeysDo)
{
    TitleOrder order;
    for (const std::string left : kTitles) {
        const std::string leftKey(order.key(left));
        for (const std::string right : kTitles) {
            const std::string rightKey(order.key(right));
            EXPECT_EQ(sign(order.compare(left, right)), sign(leftKey.compare(rightKey)))
                << left << " and " << right;
        }
    }
}

TEST(TitleOrder, putsLatinFirst_andHanByPinyin)
{
    const TitleOrder order;

    EXPECT_LT(order.compare("zebra", "阿里"), 0);
    EXPECT_LT(order.compare("阿里", "北京"), 0);
    EXPECT_LT(order.compare("北京", "桥"), 0);
    EXPECT_LT(order.compare("桥", "月亮"), 0);
}

TEST(TitleOrder, ignoresCase_untilTitlesDifferInNothingElse)
{
    const TitleOrder order;

    EXPECT_LT(order.compare("apple", "Banana"), 0);
    EXPECT_LT(order.compare("Apple", "banana"), 0);
    EXPECT_NE(order.compare("Apple", "apple"), 0);
}

TEST(TitleOrder, makesWholeKeys_ofLongTitles)
{
    TitleOrder order;
    const std::string beginning(2000, 'x');

    const std::string first(order.key(beginning + "a"));
    const std::string second(order.key(beginning + "b"));

    EXPECT_LT(first, second);
}

TEST(OrderedByTitle, isTheOrderOfComparing_howeverManyThreads)
{
    constexpr std::array kTitles{"T1",
                                 "T2",
                                 "t1",
                                 "",
                                 "月",
                                 "月亮",
                                 "the same long beginning, then a",
                                 "the same long beginning, then b",
                                 "同样的开头一",
                                 "同样的开头二"};
    std::mt19937 random(3); // NOLINT(cert-msc51-cpp)
    const TitleOrder order;
    for (int round = 0; round < 300; ++round) {
        std::vector<std::string> titles;
        std::vector<Row> rows;
        for (std::size_t count = random() % 40; count > 0; --count) {
            rows.push_back(static_cast<Row>(titles.size()));
            titles.emplace_back(kTitles[random() % kTitles.size()]);
        }
        std::vector<Row> expected = rows;
        std::ranges::stable_sort(expected, [&](Row left, Row right) {
            return order.compare(titles[left], titles[right]) < 0;
        });

        EXPECT_EQ(orderedByTitle(
                      rows, [&](Row row) { return std::string_view(titles[row]); },
                      1 + static_cast<unsigned>(round) % 4),
                  expected);
    }
}

} // namespace lectern::core
