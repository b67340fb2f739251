#include "core/article/byline.h"

#include "core/article/front_matter/lines.h"
#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

namespace lectern::core {

namespace {

constexpr std::size_t kMaxLineBytes = 300;
constexpr std::size_t kMaxWords = 8;
constexpr std::string_view kOriginal = "原创";

struct Byline
{
    std::vector<std::string> names; ///< an author before the account, or the account alone
    std::string date;
};

/// Takes off \a text its next line that is not blank; empty where blank lines go on and on.
std::string_view takeWords(std::string_view &text)
{
    constexpr int kMaxLines = 8;
    for (int count = 0; count < kMaxLines && !text.empty(); ++count) {
        const std::string_view line = lineAt(text, 0);
        text.remove_prefix(afterLine(text, 0));
        if (!isBlankLine(line)) {
            return trimmed(line);
        }
    }
    return {};
}

/// Without the marks of emphasis around it, and of a link its words.
std::string plainWord(std::string_view word)
{
    const std::size_t address = word.find("](");
    if (word.starts_with('[') && address != std::string_view::npos) {
        word = word.substr(1, address - 1);
    }
    while (!word.empty() && (word.front() == '*' || word.front() == '_')) {
        word.remove_prefix(1);
    }
    while (!word.empty() && (word.back() == '*' || word.back() == '_')) {
        word.remove_suffix(1);
    }
    return std::string(word);
}

std::vector<std::string> wordsOf(std::string_view line)
{
    std::vector<std::string> words;
    while (!line.empty() && words.size() <= kMaxWords) {
        const std::size_t end = std::min(line.find_first_of(" \t"), line.size());
        std::string word = plainWord(line.substr(0, end));
        if (!word.empty()) {
            words.push_back(std::move(word));
        }
        line = trimmed(line.substr(end));
    }
    return words;
}

bool isDay(std::string_view word)
{
    return word.size() >= 8 && (word.starts_with("19") || word.starts_with("20"))
        && parseTimestamp(word).has_value();
}

bool isTime(std::string_view word)
{
    return (word.size() == 5 || word.size() == 8)
        && word.find_first_not_of("0123456789:") == std::string_view::npos && word[2] == ':';
}

/// A name has no signs of a sentence, and is not what another program says of a date.
bool isName(std::string_view word)
{
    constexpr std::array<std::string_view, 12> kSigns{
        ",", ":", ";", "!", "?", "|", "#", "，", "。", "：", "；", "、",
    };
    constexpr std::array<std::string_view, 12> kDateWords{
        "于",      "日期", "时间", "更新",      "发布",    "on",
        "updated", "date", "at",   "published", "created", "posted",
    };
    const std::string folded = foldForSearch(word);
    return word.size() <= 90
        && std::ranges::none_of(
               kSigns, [&](std::string_view sign) { return word.find(sign) != std::string::npos; })
        && std::ranges::none_of(kDateWords,
                                [&](std::string_view ending) { return folded.ends_with(ending); });
}

std::optional<Byline> bylineOf(std::string_view line)
{
    if (line.size() > kMaxLineBytes || line.find("20") == std::string_view::npos) {
        return std::nullopt;
    }
    std::vector<std::string> words = wordsOf(line);
    const bool isOriginal = !words.empty() && words.front() == kOriginal;
    words.erase(words.begin(), words.begin() + (isOriginal ? 1 : 0));
    const auto day = std::ranges::find_if(words, isDay);
    if (day == words.end() || day == words.begin()) {
        return std::nullopt;
    }
    const bool hasTime = day + 1 != words.end() && isTime(day[1]);
    const auto places = words.end() - day - (hasTime ? 2 : 1); // `北京` may stand behind
    const auto names = day - words.begin();
    if (places > 1 || names > (isOriginal ? 2 : 1) || (!isOriginal && !hasTime)
        || !std::all_of(words.begin(), day, isName)) {
        return std::nullopt;
    }
    return Byline{{words.begin(), day}, *day + (hasTime ? " " + day[1] : "")};
}

/// The line below the title that \a body begins with, if a blank line or the end follows it.
std::string_view lineBelowTitle(std::string_view body)
{
    const std::string_view title = takeWords(body);
    const std::string_view next = lineAt(body, 0);
    const bool isUnderlined
        = !next.empty() && trimmed(next).find_first_not_of('=') == std::string_view::npos;
    if (isUnderlined) {
        takeWords(body);
    }
    if (title.empty() || !(isUnderlined || title.starts_with("# "))) {
        return {};
    }
    const std::string_view line = takeWords(body);
    return body.empty() || isBlankLine(lineAt(body, 0)) ? line : std::string_view();
}

} // namespace

void readByline(std::string_view body, ArticleMeta &meta)
{
    const std::optional<Byline> byline = bylineOf(lineBelowTitle(body));
    const std::optional<Timestamp> date
        = byline ? parseTimestamp(byline->date) : std::optional<Timestamp>();
    if (!date) {
        return;
    }
    meta.date = date;
    meta.dateOrigin = DateOrigin::Date;
    meta.dateText = byline->date;
    meta.authors.assign(1, byline->names.front());
    meta.others.emplace_back("source", byline->names.back());
}

} // namespace lectern::core
