#include "core/state/reading_statistics.h"

#include "core/state/article_key.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace lectern::core {

namespace {

void add(ReadingAmount &sum, const ReadingAmount &amount)
{
    sum.articles += amount.articles;
    sum.characters += amount.characters;
    sum.seconds += amount.seconds;
}

/// Empty where the article has no address.
std::string siteOf(const Library &library, Row row)
{
    const std::string source = normalSource(library.source(row));
    return source.substr(0, source.find('/'));
}

std::vector<NamedAmount> sorted(const std::map<std::string, ReadingAmount> &amounts)
{
    std::vector<NamedAmount> all;
    for (const auto &[name, amount] : amounts) {
        all.push_back({name, amount});
    }
    std::ranges::stable_sort(all, [](const NamedAmount &one, const NamedAmount &other) {
        return std::pair(one.amount.articles, one.amount.seconds)
            > std::pair(other.amount.articles, other.amount.seconds);
    });
    return all;
}

} // namespace

ReadingStatistics readingStatistics(const Library &library, const StateSnapshot &states,
                                    std::span<const ReadingDay> days,
                                    const std::function<std::int32_t(std::int64_t)> &dayOf)
{
    std::unordered_map<StateId, ReadingAmount> ofArticle;
    std::map<std::int32_t, ReadingAmount> ofDay;
    std::unordered_map<StateId, Row> rows;
    for (Row row = 0; row < states.size(); ++row) {
        if (states.article[row] != 0) {
            rows.emplace(states.article[row], row); // the first of its copies
        }
    }
    std::unordered_set<StateId> unplaced;
    for (const UnplacedState &state : states.unplaced) {
        unplaced.insert(state.state);
    }
    for (const ReadingDay &day : days) {
        if (rows.contains(day.article) || unplaced.contains(day.article)) {
            const ReadingAmount amount{0, day.characters, day.seconds};
            add(ofArticle[day.article], amount);
            add(ofDay[day.day], amount);
        }
    }
    std::map<std::string, ReadingAmount> ofCategory;
    std::map<std::string, ReadingAmount> ofSite;
    for (const auto &[article, row] : rows) {
        ReadingAmount &amount = ofArticle[article];
        if (states.status[row] == ReadStatus::Read) {
            amount.articles = 1;
            ++ofDay[dayOf(states.readAt[row])].articles;
        }
        if (amount == ReadingAmount()) {
            continue;
        }
        for (const TermId term : library.terms(Taxonomy::Category, row)) {
            add(ofCategory[std::string(library.termName(Taxonomy::Category, term))], amount);
        }
        if (std::string site = siteOf(library, row); !site.empty()) {
            add(ofSite[std::move(site)], amount);
        }
    }
    ReadingStatistics statistics;
    for (const auto &[day, amount] : ofDay) {
        statistics.days.push_back({day, amount});
        add(statistics.all, amount);
    }
    statistics.categories = sorted(ofCategory);
    statistics.sites = sorted(ofSite);
    return statistics;
}

} // namespace lectern::core
