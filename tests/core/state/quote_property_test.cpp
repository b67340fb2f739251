#include "core/markdown/markdown.h"
#include "core/state/page_highlights.h"
#include "core/state/quote_anchor.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <vector>

namespace lectern::core {

namespace {

/// A word of a text with a number of its own, by which it is known wherever it goes; 0: it is new.
struct Word
{
    std::string text;
    int number = 0;
};

using Paragraph = std::vector<Word>;

class MarkedArticle final
{
public:
    MarkedArticle(std::mt19937 &random, bool isChinese, int words)
        : m_random(random)
        , m_isChinese(isChinese)
    {
        while (words > 0) {
            const int count = std::min(words, 20 + below(80));
            Paragraph paragraph;
            for (int word = 0; word < count; ++word) {
                paragraph.push_back({newWord(), ++m_words});
            }
            m_paragraphs.push_back(std::move(paragraph));
            words -= count;
        }
    }

    /// One word in a hundred is another, some are gone, some are new; paragraphs are swapped, gone
    /// and new.
    void mutate()
    {
        for (Paragraph &paragraph : m_paragraphs) {
            for (std::size_t place = 0; place < paragraph.size(); ++place) {
                const int what = below(300);
                if (what == 0) {
                    paragraph[place] = {newWord(), 0};
                } else if (what == 1) {
                    paragraph.erase(paragraph.begin() + static_cast<std::ptrdiff_t>(place));
                } else if (what == 2) {
                    paragraph.insert(paragraph.begin() + static_cast<std::ptrdiff_t>(place),
                                     {newWord(), 0});
                }
            }
        }
        std::swap(m_paragraphs[somewhere()], m_paragraphs[somewhere()]);
        if (below(20) == 0) { // Twice the same from now on, and a mark on either is right.
            m_paragraphs.push_back(Paragraph(m_paragraphs[somewhere()]));
        }
    }

    /// The text, and the number of the word that each of its bytes is of.
    std::string text(std::vector<int> &numbers) const
    {
        std::string text;
        numbers.clear();
        for (const Paragraph &paragraph : m_paragraphs) {
            for (const Word &word : paragraph) {
                text += text.empty() || text.back() == '\n' ? bare(word.text) : word.text;
                numbers.resize(text.size(), word.number);
            }
            text += "\n";
            numbers.push_back(0);
        }
        return text;
    }

    /// Markdown of the text: bold words, links, code and HTML, in quotes, lists and headings, which
    /// are others each time.
    std::string markdown()
    {
        static constexpr std::array<const char *, 8> kBlocks{"", "", "", "", "", "> ", "- ", "## "};
        static constexpr std::array<std::pair<const char *, const char *>, 5> kMarks{
            {{"**", "**"},
             {"*", "*"},
             {"`", "`"},
             {"[", "](https://a.example/)"},
             {"<b>", "</b>"}}};
        std::string markdown;
        for (const Paragraph &paragraph : m_paragraphs) {
            markdown += kBlocks[static_cast<std::size_t>(below(kBlocks.size()))];
            bool wasMarked = false;
            for (std::size_t place = 0; place < paragraph.size(); ++place) {
                const std::string word = bare(paragraph[place].text);
                markdown += place == 0 || m_isChinese ? "" : " ";
                wasMarked = !wasMarked && below(8) == 0;
                const auto &[before, behind]
                    = kMarks[static_cast<std::size_t>(below(kMarks.size()))];
                markdown += wasMarked ? before + word + behind : word;
            }
            markdown += "\n\n";
        }
        return markdown;
    }

private:
    /// A word without the blank before it.
    static std::string bare(const std::string &word)
    {
        return word.starts_with(' ') ? word.substr(1) : word;
    }

    int below(int bound) { return static_cast<int>(m_random() % static_cast<unsigned>(bound)); }

    std::size_t somewhere()
    {
        return static_cast<std::size_t>(below(static_cast<int>(m_paragraphs.size())));
    }

    /// Few words are used often, most are seldom used.
    std::string newWord()
    {
        const int number = below(2) == 0 ? below(60) : below(1500);
        if (m_isChinese) {
            const int codePoint = 0x4E00 + number * 11;
            return {static_cast<char>(0xE0 | codePoint >> 12),
                    static_cast<char>(0x80 | (codePoint >> 6 & 0x3F)),
                    static_cast<char>(0x80 | (codePoint & 0x3F))};
        }
        std::string word = " ";
        for (int rest = number + 30; rest > 0; rest /= 26) {
            word += static_cast<char>('a' + rest % 26);
        }
        return word;
    }

    std::mt19937 &m_random;
    bool m_isChinese;
    int m_words = 0;
    std::vector<Paragraph> m_paragraphs;
};

struct Outcome
{
    int placed = 0;
    int wrong = 0;
    int listed = 0; ///< as not found, with their words
};

/// Where the word begins that the byte \a place is of.
std::size_t wordStart(const std::vector<int> &numbers, std::size_t place)
{
    while (place > 0 && place < numbers.size() && numbers[place] == numbers[place - 1]) {
        --place;
    }
    return place;
}

/// A range of which not four fifths are words of the quote is wrong: where a paragraph was moved,
/// the next one may begin with the very word that the quote ended with.
void judge(const std::vector<int> &before, TextRange quote, const std::vector<int> &now,
           std::optional<TextRange> range, Outcome &outcome)
{
    const auto isOfQuote = [&](int number) {
        return number != 0
            && std::find(before.begin() + static_cast<std::ptrdiff_t>(quote.start),
                         before.begin() + static_cast<std::ptrdiff_t>(quote.end), number)
            != before.begin() + static_cast<std::ptrdiff_t>(quote.end);
    };
    if (!range) {
        return;
    }
    std::size_t own = 0;
    std::size_t foreign = 0;
    for (std::size_t byte = range->start; byte < range->end; ++byte) {
        own += isOfQuote(now[byte]) ? 1 : 0;
        foreign += !isOfQuote(now[byte]) && now[byte] != 0 ? 1 : 0;
    }
    ++outcome.placed;
    outcome.wrong += own == 0 || own < 4 * foreign ? 1 : 0;
}

/// A quote somewhere in \a text; one in ten may run over its paragraph.
TextRange quoteIn(const std::string &text, const std::vector<int> &numbers, std::mt19937 &random)
{
    // One call a statement: operands are evaluated in no order that is the same everywhere.
    const std::size_t longest = random() % 2 == 0 ? 60 : 300;
    const std::size_t length = 6 + random() % longest;
    const std::size_t start = wordStart(numbers, random() % text.size());
    const std::size_t end = wordStart(numbers, std::min(text.size(), start + length));
    return {start, random() % 10 != 0 ? std::min(end, text.find('\n', start)) : end};
}

/// Marks \a quotes places of an article, which is then another, and looks where they are.
void markAndChange(MarkedArticle &article, int quotes, std::mt19937 &random, Outcome &outcome)
{
    std::vector<int> before;
    const std::string old = article.text(before);
    ASSERT_EQ(visibleText(article.markdown()), old);
    std::vector<TextRange> marked;
    std::vector<Highlight> highlights;
    while (highlights.size() < static_cast<std::size_t>(quotes)) {
        const TextRange quote = quoteIn(old, before, random);
        const auto place = selectorOf(old, quote);
        if (place && before[quote.start] != 0) {
            marked.push_back(quote);
            highlights.emplace_back().place = *place;
        }
    }
    article.mutate();
    std::vector<int> now;
    const std::string text = article.text(now);
    ASSERT_EQ(visibleText(article.markdown()), text);

    const std::vector<PlacedHighlight> placed = placedOnPage(highlights, text, text);

    ASSERT_EQ(placed.size(), highlights.size());
    for (std::size_t number = 0; number < placed.size(); ++number) {
        judge(before, marked[number], now, placed[number].place, outcome);
        const bool isListed
            = !placed[number].place && placed[number].highlight == highlights[number];
        outcome.listed += isListed ? 1 : 0;
    }
}

} // namespace

TEST(QuoteAnchor, places10000QuotesOfChangedArticles_andNoneWrong_inEitherScript)
{
    constexpr int kArticles = 100;
    constexpr int kQuotes = 50;
    std::mt19937 random(11); // NOLINT(cert-msc51-cpp): the same in every run
    for (const bool isChinese : {false, true}) {
        Outcome outcome;

        for (int number = 0; number < kArticles; ++number) {
            MarkedArticle article(random, isChinese, 300 + static_cast<int>(random() % 900));
            markAndChange(article, kQuotes, random, outcome);
        }

        const char *const script = isChinese ? "Chinese" : "Latin";
        EXPECT_EQ(outcome.wrong, 0) << script;
        EXPECT_GE(outcome.placed, kArticles * kQuotes * 97 / 100) << script;
        EXPECT_EQ(outcome.placed + outcome.listed, kArticles * kQuotes) << script;
        RecordProperty(std::string("placed") + script, outcome.placed);
    }
}

} // namespace lectern::core
