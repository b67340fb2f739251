#include "core/base/byte_set.h"
#include "core/base/name_table.h"
#include "core/base/text.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>

namespace lectern::core {

namespace {

/// Letters among which those of the sets are rare, often or alone.
std::string randomText(std::mt19937 &random, std::string_view letters, std::size_t length)
{
    std::string text;
    while (text.size() < length) {
        text += letters[random() % letters.size()];
    }
    return text;
}

} // namespace

TEST(ByteSet, findIn_isWhatTheLibraryFinds_atEachPlace)
{
    std::mt19937 random(7); // NOLINT(cert-msc51-cpp): the same in every run
    for (const std::string_view bytes : {"x", "xy", "`<\\", "&<>\"", "\xE4\x80z", "01234"}) {
        const ByteSet set(bytes);
        for (const std::string_view letters :
             {"ab", "abx", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaax", "a<\xE4\xB8\x80&z3"}) {
            const std::string text = randomText(random, letters, random() % 70);
            for (std::size_t from = 0; from <= text.size() + 1; ++from) {
                ASSERT_EQ(set.findIn(text, from), std::string_view(text).find_first_of(bytes, from))
                    << bytes << " in " << text << " from " << from;
                ASSERT_EQ(set.findNotIn(text, from),
                          std::string_view(text).find_first_not_of(bytes, from));
            }
        }
    }
}

TEST(ByteSet, ofNothing_findsNothing)
{
    EXPECT_EQ(ByteSet("").findIn(std::string(40, '\0')), std::string_view::npos);
    EXPECT_EQ(ByteSet("").findNotIn("a"), 0U);
    EXPECT_EQ(ByteSet("a").findIn(""), std::string_view::npos);
}

TEST(ByteSet, isKnownToTheCompiler)
{
    constexpr ByteSet set("<>");
    static_assert(set.findIn("abcdefghijklmnopqrstuvwxyz<") == 26);
    static_assert(set.findNotIn("<><a") == 3);
}

TEST(NameTable, findsEachRow_andNothingElse)
{
    static constexpr std::array<std::string_view, 6> names{"a", "abbr", "b", "td", "th", "z"};
    constexpr NameTable table(names);

    for (const std::string_view &name : names) {
        EXPECT_EQ(table.find(name), &name);
    }
    for (const std::string_view name : {"", "ab", "c", "t", "tdd", "{", "\x7F", "\xE4", "A"}) {
        EXPECT_EQ(table.find(name), nullptr) << name;
    }
}

TEST(Text, isAscii_looksAtEachByte)
{
    EXPECT_TRUE(isAscii(""));
    EXPECT_TRUE(isAscii(std::string("\0\x7F", 2)));
    for (std::size_t place = 0; place < 40; ++place) {
        std::string text(40, 'a');
        EXPECT_TRUE(isAscii(text));
        text[place] = '\x80';
        EXPECT_FALSE(isAscii(text)) << place;
    }
}

} // namespace lectern::core
