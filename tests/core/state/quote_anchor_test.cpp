#include "core/state/alignment.h"
#include "core/state/quote_anchor.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace lectern::core {

namespace {

constexpr std::string_view kText
    = "The river rises early in spring. Snow melts in the hills above the town, and the old bridge "
      "stands in brown water for a week. In summer the same river is a line of stones. Children "
      "walk across it. 桥在春天站在褐色的水里一个星期。夏天，孩子们从石头上走过去。";

/// The selector of \a quote where it first stands in \a text.
QuoteSelector selectorOfQuote(std::string_view text, std::string_view quote)
{
    const std::size_t start = text.find(quote);
    EXPECT_NE(start, std::string_view::npos);
    return selectorOf(text, {start, start + quote.size()}).value();
}

/// What is found of \a quote of kText in \a now; `-` for nothing.
std::string found(std::string_view quote, std::string_view now)
{
    const auto range = anchorQuote(now, selectorOfQuote(kText, quote));
    return range ? std::string(now.substr(range->start, range->end - range->start)) : "-";
}

std::string with(std::string_view old, std::string_view replacement)
{
    std::string text(kText);
    return text.replace(text.find(old), old.size(), replacement);
}

} // namespace

TEST(Selector, keepsTheQuoteAndWhatIsAroundIt)
{
    const QuoteSelector place = selectorOfQuote("One two three four", "two");

    EXPECT_EQ(place.quote, "two");
    EXPECT_EQ(place.prefix, "One ");
    EXPECT_EQ(place.suffix, " three four");
    EXPECT_EQ(place.start, 4U);
    EXPECT_TRUE(place.isUnique);
    EXPECT_FALSE(selectorOfQuote("two and two", "two").isUnique);
}

TEST(Selector, isNoneOfHalfACharacter)
{
    EXPECT_FALSE(selectorOf("桥在", {1, 3}));
    EXPECT_FALSE(selectorOf("桥在", {0, 2}));
    EXPECT_FALSE(selectorOf("桥在", {3, 3}));
    EXPECT_FALSE(selectorOf("桥在", {3, 9}));
    EXPECT_TRUE(selectorOf("桥在", {3, 6}));
}

TEST(Selector, cutsItsContextAtCharacters)
{
    std::string text;
    for (int character = 0; character < 200; ++character) {
        text += "桥";
    }

    const QuoteSelector place = selectorOf(text, {300, 303}).value();

    EXPECT_EQ(place.prefix.size(), 48U * 3);
    EXPECT_EQ(place.suffix.size(), 48U * 3);
}

TEST(QuoteAnchor, placesExactly_whenTheTextIsTheSame)
{
    const std::string text = "again and again and again";
    const QuoteSelector place = selectorOf(text, {10, 15}).value();

    EXPECT_EQ(anchorQuote(text, place), (TextRange{10, 15}));
}

TEST(QuoteAnchor, followsAQuoteThatMoved)
{
    EXPECT_EQ(found("Snow melts in the hills", "Added. " + std::string(kText)),
              "Snow melts in the hills");
    EXPECT_EQ(found("孩子们从石头上走过去", "前言。" + std::string(kText)), "孩子们从石头上走过去");
}

TEST(QuoteAnchor, tellsPlacesApartByWhatIsAroundThem)
{
    const std::string text = "He said yes to the first of them. She said yes to the second one.";
    const std::size_t second = text.rfind("yes");
    const QuoteSelector place = selectorOf(text, {second, second + 3}).value();
    const std::string now = "Well. " + text;

    EXPECT_EQ(anchorQuote(now, place), (TextRange{second + 6, second + 9}));
}

TEST(QuoteAnchor, findsWhatIsLeft_whenTheQuoteWasEdited)
{
    EXPECT_EQ(found("and the old bridge stands in brown water for a week",
                    with("old bridge stands", "old stone bridge stands")),
              "and the old stone bridge stands in brown water for a week");
    EXPECT_EQ(found("桥在春天站在褐色的水里一个星期", with("褐色的水", "深褐色的水")),
              "桥在春天站在深褐色的水里一个星期");
}

TEST(QuoteAnchor, findsNothing_whenTheQuoteIsGone)
{
    EXPECT_EQ(found("Children walk across it", with("Children walk across it. ", "")), "-");
    EXPECT_EQ(found("Children walk across it", ""), "-");
    EXPECT_EQ(found("old", with("old ", "") + " An old man."), "-");
}

TEST(QuoteAnchor, findsNothing_whenOnlyASiblingOfTheQuoteIsLeft)
{
    const std::string_view text
        = "Profit rose by five percent in the first quarter of the year. Costs were as before. "
          "Profit rose by seven percent in the second quarter of the year. Nobody was surprised.";
    const QuoteSelector place
        = selectorOfQuote(text, "Profit rose by five percent in the first quarter of the year.");
    std::string now(text);
    now.erase(0, place.quote.size());

    EXPECT_EQ(anchorQuote(now, place), std::nullopt);
}

TEST(QuoteAnchor, findsNothing_whenANeighbourLikeItTookItsPlace)
{
    const std::string_view text = "Ham: rain in the morning, wind from the north, 12 degrees\n"
                                  "Kiel: rain in the morning, wind from the west, 13 degrees\n"
                                  "Jena: rain in the morning, wind from the west, 15 degrees\n"
                                  "That is all.";
    const std::string_view quote = "Kiel: rain in the morning, wind from the west, 13 degrees\n";
    std::string now(text);
    now.erase(now.find(quote), quote.size());

    EXPECT_EQ(anchorQuote(now, selectorOfQuote(text, quote)), std::nullopt);
}

TEST(QuoteAnchor, findsNothing_whereTwoPlacesAreAlike)
{
    const std::string_view text = "| a | yes |\n| b | yes |\n| c | yes |\n";
    QuoteSelector place = selectorOfQuote(text, "yes");
    place.textHash = 0;
    const std::string now = "| b | yes |\n| b | yes |\n";

    EXPECT_EQ(anchorQuote(now, place), std::nullopt);
}

TEST(QuoteAnchor, takesNoHarmFromOddSelectors)
{
    QuoteSelector place;
    EXPECT_EQ(anchorQuote("text", place), std::nullopt);
    place.quote = std::string(100'000, 'x');
    place.start = UINT64_MAX;
    EXPECT_EQ(anchorQuote("text", place), std::nullopt);
    place.quote = "\xE5\x9C";
    EXPECT_EQ(anchorQuote("在线", place), std::nullopt);
}

TEST(Alignment, leavesOutWhatIsAtTheEndsByChance)
{
    const std::vector<std::uint32_t> words{1, 2, 3, 4, 5, 6, 7, 8};
    const std::vector<std::uint32_t> others{1, 9, 9, 1, 2, 3, 4, 9, 6, 7, 8, 9, 9, 8};

    const Alignment alignment = align(words, others);

    EXPECT_EQ(alignment.same, 7U);
    EXPECT_EQ(alignment.first, 3U);
    EXPECT_EQ(alignment.last, 10U);
    EXPECT_DOUBLE_EQ(alignment.share(8), 14.0 / 16);
    EXPECT_EQ(align(words, {}).same, 0U);
    EXPECT_EQ(align({}, others).share(0), 0);
}

} // namespace lectern::core
