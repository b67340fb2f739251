#include "core/state/placement.h"
#include "tests/core/state/known_states.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <vector>

namespace lectern::core {

namespace {

/// Numbers below a bound, the same in every run.
class Random final
{
public:
    explicit Random(unsigned seed)
        : m_random(seed)
    {}

    int below(int bound) { return static_cast<int>(m_random() % static_cast<unsigned>(bound)); }

    bool isOneOf(double share) { return below(10'000) < share * 10'000; }

private:
    std::mt19937 m_random;
};

/// An article of the made folder: what it is, and what its file says.
struct Made
{
    int identity = 0;
    std::string path;
    std::string title;
    std::string source;
    std::vector<std::string> sentences;

    std::string text() const
    {
        std::string text;
        for (const std::string &sentence : sentences) {
            text += sentence;
        }
        return text;
    }
};

std::string wordOf(int number, bool isChinese)
{
    if (isChinese) {
        const int codePoint = 0x4E00 + number * 7 % 5000;
        return {static_cast<char>(0xE0 | codePoint >> 12),
                static_cast<char>(0x80 | (codePoint >> 6 & 0x3F)),
                static_cast<char>(0x80 | (codePoint & 0x3F))};
    }
    std::string word = " ";
    for (int rest = number + 26; rest > 0; rest /= 26) {
        word += static_cast<char>('a' + rest % 26);
    }
    return word;
}

std::string sentenceOf(Random &random, bool isChinese, int words)
{
    std::string sentence;
    for (int word = 0; word < words; ++word) {
        sentence += random.isOneOf(0.04) ? " " + std::to_string(random.below(3000)) + " "
                                         : wordOf(random.below(2500), isChinese);
    }
    return sentence + ".\n";
}

/// A folder, and what a crawler makes of it.
class Crawl final
{
public:
    explicit Crawl(unsigned seed)
        : m_random(seed)
    {}

    std::vector<Made> first(int count)
    {
        std::vector<Made> all;
        for (int identity = 0; identity < count; ++identity) {
            const bool isOfFamily = !all.empty() && m_random.isOneOf(0.2);
            all.push_back(isOfFamily ? lookAlikeOf(all[m_random.below(identity)]) : fresh());
        }
        return all;
    }

    std::vector<Made> again(const std::vector<Made> &before)
    {
        std::vector<Made> now;
        for (const Made &article : before) {
            if (m_random.isOneOf(0.01)) {
                m_free.push_back(article.path);
                continue; // gone
            }
            Made changed = article;
            if (m_random.isOneOf(0.05)) {
                edit(changed);
            }
            if (m_random.isOneOf(0.10)) {
                m_free.push_back(article.path);
                changed.path = newPath();
            }
            if (m_random.isOneOf(0.01)) {
                now.push_back(changed);
                now.back().path = newPath(); // doubled
            }
            now.push_back(std::move(changed));
        }
        for (std::size_t alike = 0; alike < before.size() / 50; ++alike) {
            now.push_back(lookAlikeOf(before[m_random.below(static_cast<int>(before.size()))]));
            if (!m_free.empty() && m_random.isOneOf(0.5)) { // where another has been
                now.back().path = m_free.back();
                m_free.pop_back();
            }
        }
        return now;
    }

private:
    std::string newPath()
    {
        return "d" + std::to_string(m_random.below(50)) + "/" + std::to_string(m_files++)
            + (m_random.isOneOf(0.5) ? "-name.md" : ".md");
    }

    Made fresh()
    {
        const bool isChinese = m_random.isOneOf(0.5);
        Made made;
        made.identity = m_identities++;
        made.path = newPath();
        made.title = m_random.isOneOf(0.05) ? "Weekly notes" : sentenceOf(m_random, isChinese, 4);
        made.source = m_random.isOneOf(0.7) ? "example.org/p/" + std::to_string(made.identity) : "";
        const int sentences = 8 + m_random.below(20);
        for (int sentence = 0; sentence < sentences; ++sentence) {
            made.sentences.push_back(sentenceOf(m_random, isChinese, 6 + m_random.below(14)));
        }
        return made;
    }

    /// Another article of the same template: other numbers everywhere, some sentences of its own.
    Made lookAlikeOf(const Made &model)
    {
        Made made = fresh();
        made.title
            = m_random.isOneOf(0.5) ? model.title : model.title + std::to_string(made.identity);
        made.sentences = model.sentences;
        for (std::string &sentence : made.sentences) {
            if (m_random.isOneOf(0.15)) {
                sentence = sentenceOf(m_random, m_random.isOneOf(0.5), 12);
            }
            for (char &letter : sentence) {
                letter = letter >= '0' && letter <= '9'
                    ? static_cast<char>('0' + m_random.below(10))
                    : letter;
            }
        }
        return made;
    }

    void edit(Made &made)
    {
        for (int edits = 1 + m_random.below(3); edits > 0; --edits) {
            const int place = m_random.below(static_cast<int>(made.sentences.size()));
            const auto at = made.sentences.begin() + place;
            switch (m_random.below(4)) {
            case 0:
                made.sentences.insert(at, sentenceOf(m_random, m_random.isOneOf(0.5), 10));
                break;
            case 1:
                made.sentences.erase(at);
                break;
            case 2:
                at->insert(0, wordOf(m_random.below(2500), false) + " ");
                break;
            default:
                std::swap(*at, made.sentences.front());
            }
        }
    }

    Random m_random;
    int m_identities = 0;
    int m_files = 0;
    std::vector<std::string> m_free; ///< paths at which nothing is any more
};

ArticleKey keyOfMade(const Made &made)
{
    return keyOf(made.path, made.title, made.text(), made.source);
}

struct Outcome
{
    int wrong = 0;
    int kept = 0;
    int lost = 0; ///< unplaced though the article is there
};

Outcome outcomeOf(const std::vector<Made> &before, const std::vector<Made> &now,
                  const Placements &found)
{
    Outcome outcome;
    std::vector<bool> isThere(before.size());
    for (const Made &made : now) {
        if (made.identity < static_cast<int>(before.size())) {
            isThere[static_cast<std::size_t>(made.identity)] = true;
        }
    }
    for (const Placement &placement : found.placed) {
        const Made &state = before[static_cast<std::size_t>(placement.state - 1)];
        outcome.wrong += state.identity != now[placement.row].identity ? 1 : 0;
        outcome.kept += placement.by != PlacedBy::Copy ? 1 : 0;
    }
    for (const UnplacedState &state : found.unplaced) {
        outcome.lost += isThere[static_cast<std::size_t>(state.state - 1)] ? 1 : 0;
    }
    return outcome;
}

} // namespace

TEST(Recrawl, keepsTheStatesOf20000Articles_andGivesNoneToAnother)
{
    for (const unsigned seed : {1U, 2U}) {
        Crawl crawl(seed);
        const std::vector<Made> before = crawl.first(20'000);
        const std::vector<Made> now = crawl.again(before);
        std::vector<KnownArticle> states;
        for (const Made &made : before) {
            states.push_back({made.identity + 1, keyOfMade(made)});
        }
        std::vector<ArticleKey> articles;
        for (const Made &made : now) {
            articles.push_back(keyOfMade(made));
            articles.back().print.sketch = {}; // as the pack of texts has it
        }

        const Placements found = placeArticles(
            states, articles, [&](Row row) { return textPrintOf(now[row].text()); });

        const Outcome outcome = outcomeOf(before, now, found);
        EXPECT_EQ(outcome.wrong, 0) << "seed " << seed;
        EXPECT_LE(outcome.lost * 1000, outcome.kept + outcome.lost) << "seed " << seed;
        EXPECT_EQ(outcome.kept + static_cast<int>(found.unplaced.size()), 20'000);
        RecordProperty("lost" + std::to_string(seed), outcome.lost);
    }
}

} // namespace lectern::core
