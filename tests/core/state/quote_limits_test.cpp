#include "core/state/quote_anchor.h"
#include "core/state/text_print.h"

#include <gtest/gtest.h>

#include <string>

namespace lectern::core {

namespace {

QuoteSelector selectorOfQuote(std::string_view text, std::string_view quote)
{
    const std::size_t start = text.find(quote);
    EXPECT_NE(start, std::string_view::npos);
    return selectorOf(text, {start, start + quote.size()}).value();
}

/// What is found in \a now of \a quote of \a text; `-` for nothing.
std::string found(std::string_view text, std::string_view quote, std::string_view now)
{
    const auto range = anchorQuote(now, selectorOfQuote(text, quote));
    return range ? std::string(now.substr(range->start, range->end - range->start)) : "-";
}

/// \a count different words.
std::string words(int first, int count)
{
    std::string text;
    for (int word = first; word < first + count; ++word) {
        text += (text.empty() ? "w" : " w") + std::to_string(word);
    }
    return text;
}

} // namespace

TEST(SelectorLimits, isOfWholeTexts_andOfTheirEnds)
{
    const std::string_view text = "桥在水里";

    const QuoteSelector whole = selectorOf(text, {0, text.size()}).value();
    EXPECT_EQ(whole.quote, text);
    EXPECT_EQ(whole.prefix, "");
    EXPECT_EQ(whole.suffix, "");
    EXPECT_EQ(selectorOf(text, {9, 12}).value().suffix, "");
    EXPECT_EQ(selectorOf(text, {0, 3}).value().prefix, "");
}

TEST(SelectorLimits, isNone_ofNothingOrTheWrongWayRound)
{
    EXPECT_FALSE(selectorOf("", {0, 0}));
    EXPECT_FALSE(selectorOf("text", {2, 2}));
    EXPECT_FALSE(selectorOf("text", {3, 1}));
    EXPECT_FALSE(selectorOf("text", {0, 5}));
    EXPECT_FALSE(selectorOf("text", {SIZE_MAX, SIZE_MAX}));
}

TEST(SelectorLimits, hasAtMost48CharactersOnEachSide)
{
    const std::string text = std::string(100, 'a') + "|quote|" + std::string(100, 'b');

    const QuoteSelector place = selectorOfQuote(text, "|quote|");

    EXPECT_EQ(place.prefix, std::string(48, 'a'));
    EXPECT_EQ(place.suffix, std::string(48, 'b'));
}

TEST(SelectorLimits, isNotUnique_whereItOverlapsItself)
{
    EXPECT_FALSE(selectorOf("aaa", {0, 2}).value().isUnique);
    EXPECT_TRUE(selectorOf("aaa", {0, 3}).value().isUnique);
}

TEST(SelectorLimits, knowsTheTextItIsOf)
{
    EXPECT_EQ(selectorOf("some text", {0, 4}).value().textHash, quotedTextHash("some text"));
    EXPECT_NE(quotedTextHash("some text"), quotedTextHash("Some text"));
    EXPECT_NE(quotedTextHash("some text"), quotedTextHash("some  text"));
}

TEST(QuoteLimits, trustsNoPlace_whereTheWordsAreNotThere)
{
    const std::string text = "One two three four five six seven.";
    QuoteSelector place = selectorOfQuote(text, "three four five");
    place.start = 0; // as of a file that was edited by hand

    EXPECT_EQ(anchorQuote(text, place), (TextRange{8, 23}));
}

TEST(QuoteLimits, aQuoteOf12Characters_needsNoContext)
{
    const auto anchored = [](const std::string &quote) {
        return found("Before it. " + quote + " Behind it.", quote,
                     "Everything else is new: " + quote + "; and so is this.");
    };

    EXPECT_EQ(anchored("elevenchars"), "-");
    EXPECT_EQ(anchored("twelve chars"), "twelve chars");
    EXPECT_EQ(anchored("一二三四五六七八九十一"), "-");
    EXPECT_EQ(anchored("一二三四五六七八九十一二"), "一二三四五六七八九十一二");
}

TEST(QuoteLimits, aShortQuote_isFoundByOneSide)
{
    const std::string_view text = "The gate of the town is open today.";

    EXPECT_EQ(found(text, "open", "The gate of the town is open no more, they say."), "open");
    EXPECT_EQ(found(text, "open", "Nobody knew who had left it open yesterday night."), "-");
}

TEST(QuoteLimits, aQuoteOfFewWords_isNotLookedFor_whenItWasChanged)
{
    const std::string before = words(100, 12);
    const std::string behind = words(200, 12);
    const auto changed = [&](int count) {
        const std::string quote = words(1, count);
        const std::string other = "added " + quote.substr(0, quote.rfind(' ')) + " new";
        return found(before + " " + quote + " " + behind, quote,
                     before + " " + other + " " + behind);
    };

    EXPECT_EQ(changed(4), "-");
    EXPECT_NE(changed(8), "-");
}

TEST(QuoteLimits, aQuoteOfTooManyWords_isNotLookedFor_whenItWasChanged)
{
    const auto changed = [](int count) {
        const std::string quote = words(1, count);
        std::string other = quote;
        other.replace(other.find("w9 "), 2, "changed");
        return found("Before. " + quote + " Behind.", quote, "Before. " + other + " Behind.");
    };

    EXPECT_NE(changed(512), "-");
    EXPECT_EQ(changed(513), "-");
}

TEST(QuoteLimits, aChangedQuote_isNotFound_whereTooLittleIsLeft)
{
    const std::string before = words(100, 12) + " ";
    const std::string behind = " " + words(200, 12);
    const auto left = [&](int kept) {
        return found(before + words(1, 20) + behind, words(1, 20),
                     before + words(1, kept) + " " + words(300, 20 - kept) + behind);
    };

    EXPECT_EQ(left(18), words(1, 18));
    EXPECT_EQ(left(6), "-");
}

TEST(QuoteLimits, keepsItsPlace_whateverTheEndsOfLinesAre)
{
    const std::string text
        = "Snow melts in the hills.\nThe bridge stands in water.\nAll is well.\n";
    std::string now;
    for (const char letter : text) {
        now += letter == '\n' ? "\r\n" : std::string(1, letter);
    }

    EXPECT_EQ(found(text, "The bridge stands in water.", now), "The bridge stands in water.");
    EXPECT_EQ(found(text, "Snow melts in the hills.\nThe bridge stands in water.", now),
              "Snow melts in the hills.\r\nThe bridge stands in water");
}

TEST(QuoteLimits, takesNothing_whereItStandsTooOften)
{
    std::string text = "Start of all. ";
    for (int line = 0; line < 300; ++line) {
        text += "the same words again. ";
    }
    QuoteSelector place = selectorOfQuote(text, "the same words again");
    place.textHash = 0;
    place.start = 1;

    EXPECT_EQ(anchorQuote(text + "And more.", place), std::nullopt);
}

TEST(QuoteLimits, finder_findsManyQuotesOfOneText)
{
    const std::string text = words(1, 60);
    const std::string now = words(100, 5) + " " + text;
    QuoteFinder finder(now);

    for (int first = 1; first < 50; first += 7) {
        const std::string quote = words(first, 6);
        const auto range = finder.find(selectorOfQuote(text, quote));
        ASSERT_TRUE(range) << quote;
        EXPECT_EQ(now.substr(range->start, range->end - range->start), quote);
    }
}

TEST(QuoteLimits, finder_ofAnEmptyText_findsNothing)
{
    QuoteFinder finder("");

    EXPECT_EQ(finder.find(selectorOf("some words of a text that is gone", {0, 33}).value()),
              std::nullopt);
}

} // namespace lectern::core
