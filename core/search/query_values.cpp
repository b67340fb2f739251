#include "core/search/query_values.h"

#include "core/article/language_tag.h"
#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <ctime>
#include <utility>

namespace lectern::core {

namespace {

constexpr std::int64_t kDay = 86'400;

struct StateWord
{
    QueryField field;
    std::string_view text;
    QueryState state;
};

constexpr std::array kStateWords{
    StateWord{QueryField::Has, "image", QueryState::Image},
    StateWord{QueryField::Has, "math", QueryState::Math},
    StateWord{QueryField::Has, "highlight", QueryState::Highlight},
    StateWord{QueryField::Has, "note", QueryState::Note},
    StateWord{QueryField::Is, "unread", QueryState::Unread},
    StateWord{QueryField::Is, "reading", QueryState::Reading},
    StateWord{QueryField::Is, "read", QueryState::Read},
    StateWord{QueryField::Is, "starred", QueryState::Starred},
    StateWord{QueryField::Is, "changed", QueryState::Changed},
    StateWord{QueryField::Is, "broken", QueryState::Broken},
    StateWord{QueryField::Is, "draft", QueryState::Draft},
};

constexpr std::array<std::string_view, 7> kSortWords{"date",   "date-asc",  "title", "title-desc",
                                                     "weight", "relevance", "opened"};

/// The steps of \a path that lead somewhere, with one slash between them.
std::string tidyPath(std::string_view path)
{
    std::string tidy;
    while (!path.empty()) {
        const std::size_t end = std::min(path.find('/'), path.size());
        const std::string_view step = path.substr(0, end);
        if (!step.empty() && step != ".") {
            tidy += tidy.empty() ? "" : "/";
            tidy += step;
        }
        path.remove_prefix(std::min(end + 1, path.size()));
    }
    return tidy;
}

enum class Relation { Below, AtMost, Above, AtLeast };

std::optional<Relation> takeRelation(std::string_view &value)
{
    struct Sign
    {
        std::string_view text;
        Relation relation;
    };

    constexpr std::array kSigns{Sign{"<=", Relation::AtMost}, Sign{">=", Relation::AtLeast},
                                Sign{"<", Relation::Below}, Sign{">", Relation::Above}};
    for (const Sign &sign : kSigns) {
        if (value.starts_with(sign.text)) {
            value.remove_prefix(sign.text.size());
            return sign.relation;
        }
    }
    return std::nullopt;
}

std::optional<std::int64_t> numberOf(std::string_view digits)
{
    std::int64_t number = 0;
    const char *const end = digits.data() + digits.size();
    const auto [stopped, error] = std::from_chars(digits.data(), end, number);
    if (digits.empty() || digits.size() > 12 || error != std::errc() || stopped != end
        || number < 0) {
        return std::nullopt;
    }
    return number;
}

QueryRange related(Relation relation, const QueryRange &range)
{
    switch (relation) {
    case Relation::Below:
        return {INT64_MIN, range.first, range.isAge};
    case Relation::AtMost:
        return {INT64_MIN, range.last, range.isAge};
    case Relation::Above:
        return {range.last, INT64_MAX, range.isAge};
    case Relation::AtLeast:
        break;
    }
    return {range.first, INT64_MAX, range.isAge};
}

std::int64_t startOf(std::chrono::year_month_day date)
{
    return std::chrono::sys_days(date).time_since_epoch().count() * kDay;
}

/// Takes the number before the next `-`, `/` or `.`; nothing when the part is empty or no number.
std::optional<int> takePart(std::string_view &value)
{
    const std::size_t end = std::min(value.find_first_of("-/."), value.size());
    const std::optional<std::int64_t> number = numberOf(value.substr(0, end));
    value.remove_prefix(std::min(end + 1, value.size()));
    if (!number || *number > 9999) {
        return std::nullopt;
    }
    return static_cast<int>(*number);
}

/// A year, month or day. `2025-`, `2025-0` and `2025-02-` are dates half typed.
std::optional<QueryRange> calendarRange(std::string_view value)
{
    using std::chrono::day, std::chrono::month, std::chrono::months, std::chrono::years;
    const std::size_t yearDigits = std::min(value.find_first_of("-/."), value.size());
    const std::optional<int> yearNumber = takePart(value);
    if (!yearNumber || yearDigits != 4) {
        return std::nullopt;
    }
    const std::chrono::year year(*yearNumber);
    if (value.empty() || value == "0") {
        return QueryRange{startOf(year / 1 / 1), startOf((year + years(1)) / 1 / 1)};
    }
    const std::optional<int> monthNumber = takePart(value);
    if (!monthNumber || *monthNumber < 1 || *monthNumber > 12) {
        return std::nullopt;
    }
    const auto first = year / *monthNumber;
    if (value.empty() || value == "0") {
        return QueryRange{startOf(first / 1), startOf((first + months(1)) / 1)};
    }
    const std::optional<int> dayNumber = takePart(value);
    const auto date = first / dayNumber.value_or(0);
    if (!value.empty() || !dayNumber || !date.ok()) {
        return std::nullopt;
    }
    return QueryRange{startOf(date), startOf(date) + kDay};
}

std::optional<QueryRange> namedDay(std::string_view value)
{
    if (value != "today" && value != "yesterday") {
        return std::nullopt;
    }
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    localtime_r(&now, &local);
    const auto date = std::chrono::year(local.tm_year + 1900) / (local.tm_mon + 1) / local.tm_mday;
    const std::int64_t start = startOf(date) - (value == "today" ? 0 : kDay);
    return QueryRange{start, start + kDay};
}

/// Seconds that `7d`, `2w`, `3m`, `1y` span.
std::optional<std::int64_t> ageOf(std::string_view value)
{
    if (value.size() < 2) {
        return std::nullopt;
    }
    const std::optional<std::int64_t> count = numberOf(value.substr(0, value.size() - 1));

    struct Unit
    {
        char letter;
        std::int64_t days;
    };

    constexpr std::array kUnits{Unit{'d', 1}, Unit{'w', 7}, Unit{'m', 30}, Unit{'y', 365}};
    const auto *const unit = std::ranges::find(kUnits, value.back(), &Unit::letter);
    if (!count || unit == kUnits.end() || *count > 36'500) {
        return std::nullopt;
    }
    return *count * unit->days * kDay;
}

/// `A..B` or `B..A` by \a parse, either end may be missing but not both.
template <typename Parse>
std::optional<QueryRange> between(std::string_view value, const Parse &parse)
{
    const std::size_t dots = value.find("..");
    if (dots == std::string_view::npos || value.size() == 2) {
        return std::nullopt;
    }
    const std::optional<QueryRange> everything{QueryRange{}};
    auto first = dots == 0 ? everything : parse(value.substr(0, dots));
    auto last = dots + 2 == value.size() ? everything : parse(value.substr(dots + 2));
    if (!first || !last) {
        return std::nullopt;
    }
    if (first->first >= last->last) {
        std::swap(first, last); // the other way round means the same
    }
    return QueryRange{first->first, last->last};
}

std::optional<QueryRange> oneNumber(std::string_view value)
{
    const std::optional<std::int64_t> number = numberOf(value);
    if (!number) {
        return std::nullopt;
    }
    return QueryRange{*number, *number + 1};
}

std::optional<QueryRange> oneDate(std::string_view value)
{
    const std::optional<QueryRange> named = namedDay(value);
    return named ? named : calendarRange(value);
}

} // namespace

std::string foldedName(QueryField field, std::string_view name)
{
    if (field == QueryField::Language) {
        return foldForSearch(languageTag(name));
    }
    return field == QueryField::Folder ? foldForSearch(tidyPath(name)) : foldForSearch(name);
}

bool isExactTerm(QueryValue kind, std::string_view value)
{
    return kind == QueryValue::Term && value.size() > 1 && value.starts_with('=');
}

std::optional<QueryRange> parseDateRange(std::string_view value)
{
    if (const auto range = between(value, oneDate)) {
        return range;
    }
    const std::optional<Relation> relation = takeRelation(value);
    if (const auto age = ageOf(value)) {
        const QueryRange point{*age, *age, true};
        return related(relation.value_or(Relation::Below), point);
    }
    const std::optional<QueryRange> date = oneDate(value);
    return date && relation ? related(*relation, *date) : date;
}

std::optional<QueryRange> parseLengthRange(std::string_view value)
{
    if (const auto range = between(value, oneNumber)) {
        return range;
    }
    const Relation relation = takeRelation(value).value_or(Relation::AtLeast);
    const std::optional<QueryRange> number = oneNumber(value);
    if (!number) {
        return std::nullopt;
    }
    return related(relation, *number);
}

std::optional<QueryRange> parseShareRange(std::string_view value)
{
    std::string number(value);
    std::erase(number, '%');
    return parseLengthRange(number);
}

std::optional<QueryState> parseState(QueryField field, std::string_view value)
{
    if (value == "images") { // what a hand types by itself
        value = "image";
    }
    const auto *const found = std::ranges::find_if(kStateWords, [&](const StateWord &word) {
        return word.field == field && word.text == value;
    });
    return found == kStateWords.end() ? std::nullopt : std::optional(found->state);
}

std::vector<std::string_view> stateWords(QueryField field)
{
    std::vector<std::string_view> words;
    for (const StateWord &word : kStateWords) {
        if (word.field == field) {
            words.push_back(word.text);
        }
    }
    return words;
}

std::optional<SortOrder> parseSort(std::string_view value)
{
    std::optional<SortDirection> direction;
    if (value.ends_with("-asc")) {
        direction = SortDirection::Ascending;
        value.remove_suffix(4);
    } else if (value.ends_with("-desc")) {
        direction = SortDirection::Descending;
        value.remove_suffix(5);
    }
    if (value == "title") {
        return SortOrder{SortKey::Title, direction.value_or(SortDirection::Ascending)};
    }
    if (value == "date") {
        return SortOrder{SortKey::Date, direction.value_or(SortDirection::Descending)};
    }
    if (value == "weight") {
        return SortOrder{SortKey::Weight, direction.value_or(SortDirection::Ascending)};
    }
    if (value == "opened") {
        return SortOrder{SortKey::Opened, direction.value_or(SortDirection::Descending)};
    }
    if (value == "relevance") {
        return SortOrder{SortKey::Relevance, SortDirection::Descending};
    }
    return std::nullopt;
}

std::vector<std::string_view> sortWords()
{
    return {kSortWords.begin(), kSortWords.end()};
}

} // namespace lectern::core
