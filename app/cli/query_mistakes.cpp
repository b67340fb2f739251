#include "app/cli/query_mistakes.h"

#include "core/search/query_fields.h"
#include "core/search/query_values.h"

namespace lectern::app {

namespace {

/// All that may stand behind `has:` and `is:`.
std::string knownStates()
{
    std::string known;
    for (const core::QueryField field : {core::QueryField::Has, core::QueryField::Is}) {
        for (const std::string_view word : core::stateWords(field)) {
            known += (known.empty() ? "" : ", ") + core::queryTermText(field, word);
        }
    }
    return known;
}

} // namespace

std::string sentenceOf(const core::QueryMistake &mistake)
{
    using Kind = core::QueryMistake::Kind;
    const std::string left = "\"" + mistake.text + "\" is left out: ";
    switch (mistake.kind) {
    case Kind::UnclosedQuote:
        return "A quotation mark is not closed; everything after it is one phrase.";
    case Kind::UnclosedParenthesis:
        return "A parenthesis is not closed; it is taken to end with the query.";
    case Kind::StrayParenthesis:
        return "A parenthesis that nothing opened is left out.";
    case Kind::DanglingOr:
        return "OR wants something on both sides.";
    case Kind::MissingValue:
        return left + "it wants a word after the colon.";
    case Kind::BadDate:
        return left + "it is no date. Try 2025-02, 2025-02-01..2025-03-15 or <7d.";
    case Kind::BadLength:
        return left + "it is no length. Try >3000.";
    case Kind::BadShare:
        return left + "it is no share of an article. Try >50.";
    case Kind::BadState:
        return left + "known are " + knownStates() + ".";
    case Kind::BadSort:
        return left + "it is no order. Try sort:date, sort:title, sort:weight or sort:relevance.";
    case Kind::TooDeep:
        return "There are too many parentheses within each other.";
    }
    return {};
}

} // namespace lectern::app
