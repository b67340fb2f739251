#include "ui/search/timeline_bars.h"

#include "core/search/query_parser.h"
#include "ui/search/query_explanation.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <chrono>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

struct TimelineText
{
    Q_DECLARE_TR_FUNCTIONS(lectern::ui::TimelineText)
};

struct MonthSpan
{
    int first = 0;
    int last = 0; ///< inclusive

    int size() const { return last - first + 1; }
};

constexpr int kYear = 12;
constexpr int kShortMonths = 36; ///< what is shown by months
constexpr int kMaxMonthBars = 48; ///< kShortMonths may touch four years

int monthAt(std::int64_t seconds)
{
    const auto day = std::chrono::floor<std::chrono::days>(
        std::chrono::sys_seconds(std::chrono::seconds(seconds)));
    const std::chrono::year_month_day date(day);
    return static_cast<int>(date.year()) * kYear + static_cast<int>(unsigned(date.month())) - 1;
}

int monthOf(const core::MonthCount &count)
{
    return count.year * kYear + count.month - 1;
}

MonthSpan wholeYears(const MonthSpan &span)
{
    return {span.first / kYear * kYear, span.last / kYear * kYear + kYear - 1};
}

/// The months of \a all that \a chosen touches; nothing when there are none.
std::optional<MonthSpan> chosenMonths(const std::optional<core::QueryRange> &chosen,
                                      const MonthSpan &all)
{
    if (!chosen || chosen->first >= chosen->last) {
        return std::nullopt;
    }
    const MonthSpan span{
        chosen->first == INT64_MIN ? all.first : std::max(all.first, monthAt(chosen->first)),
        chosen->last == INT64_MAX ? all.last : std::min(all.last, monthAt(chosen->last - 1))};
    return span.first <= span.last ? std::optional(span) : std::nullopt;
}

/// Months in a bar so that at most \a maxBars cover \a months.
int unitFor(int months, int maxBars)
{
    if (months <= std::min(maxBars, kMaxMonthBars)) {
        return 1;
    }
    constexpr std::array kYears{1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10'000};
    const auto *const years = std::ranges::find_if(kYears, [&](int count) {
        return months / (count * kYear) + 2 <= maxBars; // both ends may stand over
    });
    return (years == kYears.end() ? kYears.back() : *years) * kYear;
}

QString monthText(int month)
{
    return u"%1-%2"_s.arg(month / kYear, 4, 10, QChar(u'0'))
        .arg(month % kYear + 1, 2, 10, QChar(u'0'));
}

QString yearText(int month)
{
    return u"%1"_s.arg(month / kYear, 4, 10, QChar(u'0'));
}

} // namespace

std::vector<TimelineBar> timelineBars(const std::vector<core::MonthCount> &months,
                                      const std::optional<core::QueryRange> &chosen, int maxBars)
{
    if (months.empty() || maxBars < 1) {
        return {};
    }
    const MonthSpan all{monthOf(months.front()), monthOf(months.back())};
    const std::optional<MonthSpan> picked = chosenMonths(chosen, all);
    const bool isZoomed = picked && picked->size() <= kShortMonths;
    MonthSpan span = isZoomed ? wholeYears(*picked) : all;
    const int unit = unitFor(span.size(), maxBars);
    span = unit == 1 ? span : MonthSpan{span.first / unit * unit, span.last};
    std::vector<TimelineBar> bars;
    for (int first = span.first; first <= span.last; first += unit) {
        const int last = first + unit - 1;
        bars.push_back({.first = first,
                        .last = last,
                        .isChosen = picked && first <= picked->last && last >= picked->first});
    }
    for (const core::MonthCount &count : months) {
        const int month = monthOf(count);
        if (month >= span.first && month <= bars.back().last) {
            bars[static_cast<std::size_t>((month - span.first) / unit)].articles += count.articles;
        }
    }
    return bars;
}

QString dateValue(int first, int last)
{
    const bool isYears = first % kYear == 0 && last % kYear == kYear - 1;
    const QString from = isYears ? yearText(first) : monthText(first);
    const QString to = isYears ? yearText(last) : monthText(last);
    return from == to ? from : from % ".."_L1 % to;
}

QString timelineText(int first, int last, std::uint32_t articles)
{
    const std::string date = "date:" + dateValue(first, last).toStdString();
    return TimelineText::tr("%1 %2", "12 articles, from February 2025")
        .arg(TimelineText::tr("%Ln article(s)", nullptr, static_cast<int>(articles)),
             queryExplanation(core::parseQuery(date)));
}

} // namespace lectern::ui
