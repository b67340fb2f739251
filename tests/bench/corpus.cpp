#include "tests/bench/corpus.h"

#include "tests/bench/corpus_words.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <thread>
#include <vector>

namespace lectern::bench {

namespace {

constexpr std::uint32_t kArticlesAFolder = 250;
constexpr std::size_t kBodyBytes = 4900;
constexpr std::uint32_t kTags = 2000;

/// SplitMix64: unlike the distributions of the standard library it gives the same numbers
/// everywhere.
class Random final
{
public:
    Random(std::uint32_t seed, std::uint32_t number)
        : m_state((std::uint64_t{seed} << 32U) ^ number)
    {}

    std::uint64_t next()
    {
        m_state += 0x9E3779B97F4A7C15U;
        std::uint64_t mixed = m_state;
        mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
        return mixed ^ (mixed >> 31U);
    }

    std::uint32_t below(std::uint32_t limit)
    {
        return static_cast<std::uint32_t>((next() >> 32U) * limit >> 32U);
    }

    bool isOneIn(std::uint32_t chances) { return below(chances) == 0; }

    /// 0 is the most frequent; rank r comes about 1 / (r + 1) as often (Zipf's law).
    std::uint32_t zipfBelow(std::uint32_t limit)
    {
        const double share = static_cast<double>(next() >> 11U) * 0x1p-53;
        const double rank = std::pow(static_cast<double>(limit) + 1.0, share) - 1.0;
        return std::min(static_cast<std::uint32_t>(rank), limit - 1);
    }

private:
    std::uint64_t m_state;
};

class ArticleWriter final
{
public:
    ArticleWriter(std::uint32_t seed, std::uint32_t number, Broken broken)
        : m_random(seed, number)
        , m_number(number)
        , m_shapes(broken == Broken::Some ? 6 : 5)
        , m_isChinese(!m_random.isOneIn(3))
    {
        m_text.reserve(kBodyBytes + 1200);
    }

    std::string write()
    {
        const std::string title = sentence(m_isChinese ? 8 : 7, Ending::None);
        m_text += "---\n";
        if (m_random.below(100) < 3) {
            writeOddFrontMatter(title);
        } else {
            writeFrontMatter(title);
        }
        m_text += "---\n\n";
        const std::size_t end = m_text.size() + kBodyBytes;
        while (m_text.size() < end) {
            writeBlock();
        }
        m_text += "[source](https://news.example.org/a/" + std::to_string(m_number) + ")\n";
        return std::move(m_text);
    }

private:
    enum class Ending { None, Stop };

    std::string_view word()
    {
        return m_isChinese ? kChineseWords[m_random.zipfBelow(kChineseWords.size())]
                           : kEnglishWords[m_random.zipfBelow(kEnglishWords.size())];
    }

    std::string sentence(std::uint32_t words, Ending ending)
    {
        std::string text;
        for (std::uint32_t index = 0; index < words; ++index) {
            if (!m_isChinese && index > 0) {
                text += ' ';
            }
            text += word();
            if (ending == Ending::Stop && index > 4 && index + 1 < words && m_random.isOneIn(9)) {
                text += m_isChinese ? "，" : ",";
            }
        }
        // A name that no other article has, so that there is something rare to search for.
        if (ending == Ending::Stop && m_random.isOneIn(12)) {
            text += " N" + std::to_string(m_number);
        }
        if (!m_isChinese) {
            text[0] = static_cast<char>(text[0] - 'a' + 'A');
        }
        if (ending == Ending::Stop) {
            text += m_isChinese ? "。" : ". ";
        }
        return text;
    }

    std::string date()
    {
        const auto twoDigits = [this](std::uint32_t first, std::uint32_t count) {
            const std::uint32_t value = first + m_random.below(count);
            return (value < 10 ? "0" : "") + std::to_string(value);
        };
        std::string text = std::to_string(2018 + m_random.below(8)) + '-';
        text += twoDigits(1, 12) + '-';
        text += twoDigits(1, 28) + ' ';
        text += twoDigits(0, 24) + ':';
        text += twoDigits(0, 60) + ':';
        return text + twoDigits(0, 60);
    }

    std::string tag()
    {
        const std::uint32_t rank = m_random.zipfBelow(kTags);
        if (rank < kEnglishWords.size()) {
            return std::string(kEnglishWords[kEnglishWords.size() - 1 - rank]);
        }
        return std::string(kChineseWords[rank % kChineseWords.size()]) + std::to_string(rank);
    }

    std::string category() { return "category " + std::to_string(m_random.zipfBelow(40) + 1); }

    std::string_view language() const { return m_isChinese ? "zh-CN" : "en"; }

    std::string image()
    {
        return "https://images.example.org/" + std::to_string(m_random.below(1'000'000)) + "/640";
    }

    void writeList(std::string_view key, const std::vector<std::string> &items)
    {
        m_text.append(key).append(":\n");
        for (const std::string &item : items) {
            m_text.append("  - \"").append(item).append("\"\n");
        }
    }

    void writeFrontMatter(const std::string &title)
    {
        m_text += "title: \"" + title + "\"\n";
        m_text += "date: \"" + date() + "\"\n";
        m_text += "summary: \"" + sentence(m_isChinese ? 24 : 16, Ending::Stop) + "\"\n";
        writeList("categories", {category()});
        writeList("lang", {std::string(language())});
        writeList("translations", {std::string(language())});
        std::vector<std::string> tags;
        for (std::uint32_t count = 1 + m_random.below(4); count > 0; --count) {
            tags.push_back(tag());
        }
        writeList("tags", tags);
        m_text += "menu: \"\"\n";
        m_text += "thumbnail: \"" + (m_random.isOneIn(3) ? image() : "") + "\"\n";
        m_text += "lead: \"\"\ncomments: false\nauthorbox: false\npager: true\ntoc: false\n"
                  "mathjax: false\nsidebar: \"right\"\nwidgets:\n  - \"search\"\n  - \"recent\"\n"
                  "  - \"taglist\"\n";
    }

    void writeOddFrontMatter(const std::string &title)
    {
        switch (m_random.below(m_shapes)) {
        case 0:
            m_text += "# made by hand\ntitle: " + title + " # a comment\ndate: " + date() + '\n';
            m_text += "tags: &tags [" + tag() + ", \"" + tag() + "\"]\nkeywords: *tags\n";
            break;
        case 1:
            m_text += "{title: \"" + title + "\", date: \"" + date() + "\", tags: [" + tag()
                + "], lang: [" + std::string(language()) + "], categories: [" + category() + "]}\n";
            return;
        case 2:
            m_text += "title: >-\n  " + title + "\n  " + std::string(word()) + "\ndate: '" + date()
                + "'\nsummary: |\n  " + sentence(12, Ending::Stop) + "\n  "
                + sentence(9, Ending::Stop) + '\n';
            break;
        case 3:
            m_text += "title: !!str " + title + "\ndate: " + date() + "\nparams:\n  series:\n    - "
                + tag() + "\n  weight: " + std::to_string(m_random.below(100)) + '\n';
            break;
        case 4:
            m_text += "title: '" + title + " isn''t'\ndate: " + date() + "\ntags:\n- " + tag()
                + "\n-\n- " + tag() + "\nauthor:\n  name: " + std::string(word()) + '\n';
            break;
        default:
            // Not YAML at all: the quotes inside are not escaped.
            m_text += "title: \"" + title + " \"" + std::string(word()) + "\" " + title
                + "\"\ndate: \"" + date() + "\"\ntags: [\"" + tag() + "\"]\n";
            break;
        }
        m_text += "categories: [\"" + category() + "\"]\n";
    }

    void writeBlock()
    {
        switch (m_random.below(12)) {
        case 0:
            m_text += "### " + sentence(5, Ending::None) + "\n\n";
            return;
        case 1:
            m_text += "![](" + image() + ")\n\n";
            return;
        case 2:
            for (std::uint32_t count = 2 + m_random.below(3); count > 0; --count) {
                m_text += "* " + sentence(8, Ending::Stop) + '\n';
            }
            m_text += '\n';
            return;
        case 3:
            m_text += "**" + sentence(4, Ending::None) + "**" + sentence(14, Ending::Stop) + "\n\n";
            return;
        default:
            for (std::uint32_t count = 2 + m_random.below(4); count > 0; --count) {
                m_text += sentence(10 + m_random.below(14), Ending::Stop);
            }
            m_text += "\n\n";
        }
    }

    Random m_random;
    std::uint32_t m_number;
    std::uint32_t m_shapes; ///< of odd front matter; the last is broken
    bool m_isChinese;
    std::string m_text;
};

} // namespace

std::string corpusArticle(std::uint32_t seed, std::uint32_t number, Broken broken)
{
    return ArticleWriter(seed, number, broken).write();
}

std::string corpusPath(std::uint32_t number)
{
    const std::uint32_t folder = number / kArticlesAFolder;
    return "part-" + std::to_string(folder / 20) + "/group-" + std::to_string(folder % 20)
        + "/article-" + std::to_string(number) + ".md";
}

std::string longArticle()
{
    std::string bodies;
    int english = 0;
    int chinese = 0;
    for (std::uint32_t number = 0; english < 2 || chinese < 2; ++number) {
        const std::string text = corpusArticle(1, number, Broken::None);
        const std::string body = text.substr(text.find("\n---\n") + 5);
        const auto isAscii = [](char letter) { return static_cast<unsigned char>(letter) < 0x80; };
        const bool isEnglish = std::ranges::count_if(body, isAscii) * 10 > std::ssize(body) * 9;
        int &count = isEnglish ? english : chinese;
        bodies += count++ < 2 ? body : std::string();
    }
    return bodies;
}

bool writeCorpus(const CorpusOptions &options)
{
    std::error_code error;
    const std::filesystem::path root(options.folder);
    for (std::uint32_t number = 0; number < options.articles; number += kArticlesAFolder) {
        std::filesystem::create_directories((root / corpusPath(number)).parent_path(), error);
    }
    std::atomic<std::uint32_t> next = 0;
    std::atomic<bool> isWritten = true;
    std::vector<std::thread> threads;
    threads.reserve(options.threads);
    for (unsigned index = 0; index < options.threads; ++index) {
        threads.emplace_back([&] {
            for (std::uint32_t number = next++; number < options.articles; number = next++) {
                const std::string text = corpusArticle(options.seed, number, options.broken);
                std::ofstream file(root / corpusPath(number), std::ios::binary);
                file.write(text.data(), static_cast<std::streamsize>(text.size()));
                if (!file.flush()) {
                    isWritten = false;
                }
            }
        });
    }
    for (std::thread &thread : threads) {
        thread.join();
    }
    return isWritten;
}

} // namespace lectern::bench
