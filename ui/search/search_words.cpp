#include "ui/search/search_words.h"

namespace lectern::ui {

namespace {

std::vector<std::string> joined(std::vector<std::string> words,
                                const std::vector<std::string> &others)
{
    words.insert(words.end(), others.begin(), others.end());
    return words;
}

} // namespace

std::vector<std::string> SearchWords::ofTitle() const
{
    return joined(anywhere, title);
}

std::vector<std::string> SearchWords::ofSummary() const
{
    return joined(anywhere, summary);
}

std::vector<std::string> SearchWords::all() const
{
    return joined(joined(joined(anywhere, title), summary), body);
}

SearchWords searchWords(const core::Query &query, TextSearch texts)
{
    SearchWords words;
    words.inTexts = texts == TextSearch::On;
    core::forEachTerm(query.root, [&words](const core::QueryTerm &term, bool isExcluded) {
        if (isExcluded || term.folded.empty()) {
            return;
        }
        switch (term.field) {
        case core::QueryField::Text:
            words.anywhere.push_back(term.folded);
            break;
        case core::QueryField::Title:
            words.title.push_back(term.folded);
            break;
        case core::QueryField::Summary:
            words.summary.push_back(term.folded);
            break;
        case core::QueryField::Body:
            words.body.push_back(term.folded);
            break;
        default:
            break;
        }
    });
    return words;
}

} // namespace lectern::ui
