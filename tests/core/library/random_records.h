#pragma once

#include "tests/core/library/sample_records.h"

#include <array>
#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::core {

/// Draws articles out of few words, names and days, so that whatever a test asks for is met now and
/// then, and missed now and then. The same \a seed gives the same articles in every run.
class RandomRecords final
{
public:
    explicit RandomRecords(unsigned seed)
        : m_random(seed)
    {}

    std::size_t below(std::size_t limit) { return m_random() % limit; }

    bool oneIn(std::size_t chances) { return below(chances) == 0; }

    template <typename T, std::size_t N>
    const T &oneOf(const std::array<T, N> &values)
    {
        return values[below(N)];
    }

    std::string word() { return std::string(oneOf(kWords)); }

    std::string name() { return std::string(oneOf(kNames)); }

    std::string language() { return std::string(oneOf(kLanguages)); }

    std::string host() { return std::string(oneOf(kHosts)); }

    std::string day()
    {
        return std::to_string(2019 + below(5)) + "-" + twoDigits(1 + below(12)) + "-"
            + twoDigits(1 + below(28));
    }

    /// Up to \a most words, run together or apart.
    std::string text(std::size_t most)
    {
        std::string text;
        for (std::size_t count = below(most + 1); count > 0; --count) {
            text += word();
            text += oneIn(3) ? "" : " ";
        }
        return text;
    }

    ArticleRecord record(std::string path)
    {
        ArticleRecord record = makeRecord(std::move(path), "t" + text(4));
        ArticleMeta &meta = record.meta;
        meta.summary = text(8);
        meta.tags = some([this] { return name(); });
        meta.categories = some([this] { return name(); });
        meta.languages = some([this] { return language(); });
        meta.authors = some([this] { return word(); });
        meta.source = oneIn(3) ? "" : "https://" + host() + "/page?x=1";
        meta.isDraft = oneIn(4);
        meta.page = static_cast<PageKind>(below(3));
        meta.isLanguageGuessed = oneIn(2);
        if (oneIn(3)) {
            meta.others.emplace_back("Colour", word());
        }
        drawDate(record);
        if (oneIn(4)) {
            record.problems.push_back(
                {static_cast<ProblemCode>(below(static_cast<std::size_t>(kLastProblemCode) + 1)),
                 static_cast<std::uint32_t>(below(100)), 1,
                 worded(static_cast<ProblemReason>(
                            below(static_cast<std::size_t>(kLastProblemReason) + 1)),
                        some([this] { return text(3); })),
                 text(2), text(2)});
        }
        record.bodyLength = static_cast<std::uint32_t>(below(10));
        record.hasImage = oneIn(3);
        record.hasMath = oneIn(5);
        record.stamp = {below(100'000), static_cast<std::int64_t>(m_random()), m_random()};
        return record;
    }

    /// \a count articles whose paths are distinct and in no order.
    std::vector<ArticleRecord> records(std::size_t count)
    {
        std::vector<ArticleRecord> records;
        for (std::size_t index = 0; index < count; ++index) {
            records.push_back(record(word() + "/" + std::to_string(m_random()) + "-"
                                     + std::to_string(index) + ".md"));
        }
        return records;
    }

private:
    static std::string twoDigits(std::size_t number)
    {
        return (number < 10 ? "0" : "") + std::to_string(number);
    }

    template <typename Draw>
    std::vector<std::string> some(const Draw &draw)
    {
        std::vector<std::string> names;
        for (std::size_t count = below(4); count > 0; --count) {
            names.push_back(draw());
        }
        return names;
    }

    void drawDate(ArticleRecord &record)
    {
        static constexpr std::array<std::string_view, 4> kTimes{"", " 00:00:00", " 23:59:59+08:00",
                                                                "T12:30:00Z"};
        if (!oneIn(5)) {
            setDate(record, day() + std::string(oneOf(kTimes)));
            record.meta.dateOrigin = static_cast<DateOrigin>(1 + below(6));
        }
    }

    static constexpr std::array<std::string_view, 16> kWords{
        "科学", "學", "科學",   "社会", "Garden", "garden",    "SOIL", "soil",
        "ＡＢ", "ab", "Straße", "ss",   "é",      "e\xCC\x81", "水",   "a"};
    static constexpr std::array<std::string_view, 10> kNames{
        "Science", "science", "ｓcience", "社会",        "a b",
        "(x)",     "\"q\"",   "C++",      "science/a b", "社会/人/Ａ"};
    static constexpr std::array<std::string_view, 6> kLanguages{"en",      "en-GB", "EN",
                                                                "zh-Hans", "zh",    "e"};
    static constexpr std::array<std::string_view, 5> kHosts{
        "example.org", "www.example.org", "news.Example.org", "notexample.org", "new.qq.com:8080"};

    std::mt19937 m_random; // NOLINT(cert-msc51-cpp): the same articles in every run
};

} // namespace lectern::core
