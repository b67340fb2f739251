#include "core/article/article_file.h"
#include "core/article/article_names.h"
#include "core/markdown/markdown.h"
#include "core/state/page_highlights.h"
#include "core/state/text_map.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <random>
#include <string>

namespace lectern::core {

namespace {

namespace fs = std::filesystem;

std::string decoded(std::string text)
{
    static constexpr std::pair<std::string_view, std::string_view> kNames[]
        = {{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}};
    for (const auto &[name, character] : kNames) {
        for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at)) {
            text.replace(at, name.size(), character);
            at += character.size();
        }
    }
    return text;
}

/// The words of a page before its formulas are set.
std::string wordsOf(const std::string &html)
{
    std::string words;
    bool isTag = false;
    for (const char letter : html) {
        if (letter == '<' || letter == '>') {
            isTag = letter == '<';
            words += ' ';
        } else if (!isTag) {
            words += letter;
        }
    }
    return decoded(words);
}

/// The character that the byte at \a place is of begins here.
std::size_t characterStart(std::string_view text, std::size_t place)
{
    while (place > 0 && (static_cast<unsigned char>(text[place]) & 0xC0U) == 0x80U) {
        --place;
    }
    return place;
}

Highlight highlightOf(const QuoteSelector &place)
{
    Highlight highlight;
    highlight.place = place;
    return highlight;
}

constexpr std::string_view kText = "The first line.\nA claim is made. A claim is denied.\n";
constexpr std::string_view kPage = "The first line.\n\nA claim is made.1 A claim is denied.";

} // namespace

TEST(PageHighlights, selection_comesBackWhereItWasMade)
{
    const std::size_t start = kPage.rfind("A claim");

    const auto place = selectorOnPage(kText, kPage, {start, start + 7});
    ASSERT_TRUE(place);
    const auto placed = placedOnPage({highlightOf(*place)}, kText, kPage);

    EXPECT_EQ(place->quote, "A claim");
    EXPECT_EQ(placed.front().place, (TextRange{start, start + 7}));
}

TEST(PageHighlights, whatOnlyThePageSays_cannotBeHighlighted)
{
    const std::size_t number = kPage.find('1');

    EXPECT_FALSE(selectorOnPage(kText, kPage, {number, number + 1}));
    EXPECT_FALSE(selectorOnPage(kText, kPage, {5, 5}));
}

TEST(PageHighlights, whatIsGone_isListedWithoutAPlace)
{
    QuoteSelector gone;
    gone.quote = "words that were never there";

    const auto placed = placedOnPage({highlightOf(gone)}, kText, kPage);

    ASSERT_EQ(placed.size(), 1U);
    EXPECT_FALSE(placed.front().place);
}

TEST(PageHighlights, selectionsInRealArticles_comeBackWhereTheyWereMade)
{
    const fs::path shared = fs::path(LECTERN_SHARED_DIR) / "articles";
    if (!fs::exists(shared)) {
        GTEST_SKIP() << "no real articles beside the checkout";
    }
    std::vector<fs::path> files;
    for (const auto &entry : fs::recursive_directory_iterator(shared)) {
        if (entry.is_regular_file() && isArticleName(entry.path().string())) {
            files.push_back(entry.path());
        }
    }
    std::ranges::sort(files);
    constexpr std::size_t kFiles = 150;
    const std::size_t step = std::max<std::size_t>(1, files.size() / kFiles);
    std::mt19937 random(3); // NOLINT(cert-msc51-cpp): the same in every run
    int made = 0;
    int placed = 0;
    int wrong = 0;

    for (std::size_t number = 0; number < files.size(); number += step) {
        const Article article = readArticleFile(files[number].parent_path().string(),
                                                files[number].filename().string())
                                    .article;
        const std::string text = visibleText(article.body);
        const std::string page = wordsOf(renderBody(article).html);
        const TextMap back(page, text);
        const TextMap map(text, page);
        for (int selection = 0; selection < 20 && page.size() > 100; ++selection) {
            const std::size_t start = random() % (page.size() - 60);
            const std::size_t end = start + 10 + random() % 50;
            const TextRange range{characterStart(page, start), characterStart(page, end)};
            const auto there = back.map(range);
            made += 1;
            if (const auto again = there ? map.map(*there) : std::nullopt) {
                placed += 1;
                wrong += again->start < range.start || again->end > range.end ? 1 : 0;
            }
        }
    }

    RecordProperty("made", made);
    RecordProperty("placed", placed);
    EXPECT_GE(placed, made * 97 / 100);
    EXPECT_EQ(wrong, 0);
}

} // namespace lectern::core
