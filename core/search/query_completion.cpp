#include "core/search/query_completion.h"

#include "core/base/text.h"
#include "core/library/library_lookups.h"
#include "core/search/query_fields.h"
#include "core/search/query_parser.h"
#include "core/search/query_values.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <utility>

namespace lectern::core {

namespace {

using Choices = std::vector<QueryCompletion>;

constexpr std::size_t kLettersOfAField = 2;

/// Sorts candidates, which come best first, into those that begin with what was typed and those
/// that hold it.
class Matches final
{
public:
    explicit Matches(std::string typed)
        : m_typed(std::move(typed))
    {}

    bool isFull() const { return m_beginning.size() >= kMaxCompletions; }

    /// Whether a candidate whose folded name is \a folded is one; the number is its place.
    void consider(std::string_view folded, std::size_t number)
    {
        if (folded.starts_with(m_typed)) {
            if (folded.size() > m_typed.size()) { // else all of it is there already
                m_beginning.push_back(number);
            }
        } else if (m_holding.size() < kMaxCompletions
                   && folded.find(m_typed) != std::string_view::npos) {
            m_holding.push_back(number);
        }
    }

    std::vector<std::size_t> numbers() const
    {
        std::vector<std::size_t> all = m_beginning;
        all.insert(all.end(), m_holding.begin(), m_holding.end());
        all.resize(std::min(all.size(), kMaxCompletions));
        return all;
    }

private:
    std::string m_typed;
    std::vector<std::size_t> m_beginning;
    std::vector<std::size_t> m_holding;
};

std::vector<std::string_view> matchingWords(const std::vector<std::string_view> &words,
                                            const std::string &typed)
{
    Matches matches(typed);
    for (std::size_t number = 0; number < words.size(); ++number) {
        matches.consider(words[number], number);
    }
    std::vector<std::string_view> found;
    for (const std::size_t number : matches.numbers()) {
        found.push_back(words[number]);
    }
    return found;
}

Choices keywordChoices(const std::string &typed)
{
    Choices choices;
    for (const QueryKeyword &keyword : kQueryKeywords) {
        const std::string text = std::string(keyword.name) + ":";
        if (keyword.name.starts_with(typed) && keyword.name != typed) {
            choices.push_back({.name = std::string(keyword.name),
                               .text = text,
                               .example = parseQuery(text + std::string(keyword.example))});
        }
    }
    return choices;
}

Choices wordChoices(std::string_view keyword, const std::vector<std::string_view> &words,
                    const std::string &typed)
{
    Choices choices;
    for (const std::string_view word : matchingWords(words, typed)) {
        const std::string text = std::string(keyword) + ":" + std::string(word);
        choices.push_back({.name = std::string(word), .text = text, .example = parseQuery(text)});
    }
    return choices;
}

/// Terms and the names that terms lie in, by how many articles they find.
Choices termChoices(const Library &library, const QueryKeyword &keyword, const std::string &typed)
{
    const Taxonomy taxonomy = *keyword.taxonomy;
    const FoldedTexts &names = library.lookups().termNames(taxonomy);
    const NestedTerms &nested = library.lookups().nestedTerms(taxonomy);
    const std::size_t parents = nested.parents.size();
    const auto articles = [&](TermId term) {
        return static_cast<std::uint32_t>(library.rowsWith(taxonomy, term).size());
    };
    Matches matches(typed);
    std::size_t parent = 0;
    const auto considerParents = [&](std::uint32_t least) {
        for (; parent < parents && nested.parents[parent].articles >= least; ++parent) {
            matches.consider(nested.parents[parent].folded, parent);
        }
    };
    for (TermId term = 0; term < names.size() && !matches.isFull(); ++term) {
        considerParents(articles(term));
        if (nested.isParent.empty() || !nested.isParent[term]) {
            matches.consider(names.at(term), parents + term);
        }
    }
    considerParents(0);
    Choices choices;
    for (const std::size_t number : matches.numbers()) {
        const auto term = static_cast<TermId>(number < parents ? 0 : number - parents);
        const std::string name = number < parents ? nested.parents[number].name
                                                  : std::string(library.termName(taxonomy, term));
        choices.push_back(
            {.name = name,
             .text = queryTermText(keyword.field, name),
             .articles = number < parents ? nested.parents[number].articles : articles(term)});
    }
    return choices;
}

Choices folderChoices(const Library &library, const std::string &typed)
{
    const std::vector<LibraryFolder> &folders = library.lookups().folders().all;
    std::vector<std::uint32_t> order(folders.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, std::ranges::greater(),
                             [&](std::uint32_t number) { return folders[number].articles(); });
    Matches matches(typed);
    for (const std::uint32_t number : order) {
        matches.consider(library.lookups().folderNames().at(number), number);
    }
    Choices choices;
    for (const std::size_t number : matches.numbers()) {
        const std::string name = repairUtf8(folders[number].path);
        choices.push_back({.name = name,
                           .text = queryTermText(QueryField::Folder, name),
                           .articles = folders[number].articles()});
    }
    return choices;
}

Choices labelChoices(const std::vector<std::string> &labels, const std::string &typed)
{
    Matches matches(typed);
    for (std::size_t number = 0; number < labels.size(); ++number) {
        matches.consider(foldForSearch(labels[number]), number);
    }
    Choices choices;
    for (const std::size_t number : matches.numbers()) {
        const std::string text = queryTermText(QueryField::Label, labels[number]);
        choices.push_back({.name = labels[number], .text = text, .example = parseQuery(text)});
    }
    return choices;
}

Choices valueChoices(const Library *library, const QueryKeyword &keyword, const std::string &typed,
                     const std::vector<std::string> &labels)
{
    switch (keyword.value) {
    case QueryValue::Order:
        return wordChoices(keyword.name, sortWords(), typed);
    case QueryValue::State:
        return wordChoices(keyword.name, stateWords(keyword.field), typed);
    case QueryValue::Term:
        return library != nullptr ? termChoices(*library, keyword, typed) : Choices();
    case QueryValue::Label:
        return labelChoices(labels, typed);
    case QueryValue::Folder:
        return library != nullptr ? folderChoices(*library, typed) : Choices();
    default:
        return {};
    }
}

/// The letters of a phrase or word that was typed up to the cursor.
std::string typedValue(std::string_view text)
{
    const bool isPhrase = text.starts_with('"');
    std::string value;
    for (std::size_t at = isPhrase ? 1 : 0; at < text.size(); ++at) {
        if (isPhrase && text[at] == '\\' && at + 1 < text.size()) {
            ++at;
        }
        value += text[at];
    }
    return foldForSearch(repairUtf8(value));
}

const QueryPiece *pieceAt(const Query &query, std::size_t cursor)
{
    const auto found = std::ranges::find_if(query.pieces, [cursor](const QueryPiece &piece) {
        return piece.start <= cursor && cursor <= piece.end;
    });
    return found == query.pieces.end() ? nullptr : &*found;
}

} // namespace

QueryCompletions completeQuery(const Library *library, const Query &query, std::size_t cursor,
                               CompletionTrigger trigger, const std::vector<std::string> &labels)
{
    using Kind = QueryCompletions::Kind;
    const std::string_view line = query.line;
    cursor = std::min(cursor, line.size());
    const bool isAsked = trigger == CompletionTrigger::Asked;
    const QueryPiece *piece = pieceAt(query, cursor);
    if (piece == nullptr) {
        return {Kind::Keywords, cursor, cursor, isAsked ? keywordChoices({}) : Choices()};
    }
    const bool isValue = piece->valueStart > piece->start && cursor >= piece->valueStart;
    if (isValue) {
        const QueryKeyword *const keyword = findKeyword(
            foldForSearch(line.substr(piece->start, piece->valueStart - 1 - piece->start)));
        const std::string typed
            = typedValue(line.substr(piece->valueStart, cursor - piece->valueStart));
        // A phrase without its end holds the rest of the line, which shall stay.
        return {Kind::Values, piece->start, piece->isOpen ? cursor : piece->end,
                keyword == nullptr ? Choices() : valueChoices(library, *keyword, typed, labels)};
    }
    const std::string_view typed = line.substr(piece->start, cursor - piece->start);
    const bool isEnough = isAsked || typed.size() >= kLettersOfAField;
    return {Kind::Keywords, piece->start,
            piece->valueStart > piece->start ? piece->valueStart : cursor,
            isEnough ? keywordChoices(foldForSearch(repairUtf8(typed))) : Choices()};
}

} // namespace lectern::core
