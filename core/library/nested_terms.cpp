#include "core/library/nested_terms.h"

#include "core/base/text.h"
#include "core/library/library_columns.h"
#include "core/library/library_lookups.h"

#include <algorithm>
#include <functional>
#include <map>
#include <string_view>

namespace lectern::core {

namespace {

/// More steps than anybody nests; a name of nothing but slashes shall not take quadratic time.
constexpr int kMaxSteps = 16;

/// Calls \a visit with each name that \a name lies in, the nearest to the root first.
template <typename Visit>
void forEachParent(std::string_view name, const Visit &visit)
{
    std::size_t slash = name.find('/');
    for (int step = 0; slash != std::string_view::npos && step < kMaxSteps; ++step) {
        if (slash > 0 && slash + 1 < name.size()) {
            visit(name.substr(0, slash));
        }
        slash = name.find('/', slash + 1);
    }
}

/// \a name up to its slash number \a slashes, from 0.
std::string_view firstSteps(std::string_view name, std::ptrdiff_t slashes)
{
    std::size_t end = name.find('/');
    for (; slashes > 0 && end != std::string_view::npos; --slashes) {
        end = name.find('/', end + 1);
    }
    return name.substr(0, end);
}

struct Parent
{
    std::string name;
    std::vector<TermId> terms; ///< that are called so
    std::vector<TermId> within; ///< that lie in it
};

using Parents = std::map<std::string_view, Parent>; ///< by folded name

Parents parentsOf(const LibraryColumns &columns, Taxonomy taxonomy, const FoldedTexts &names)
{
    Parents parents;
    for (TermId term = 0; term < names.size(); ++term) {
        forEachParent(names.at(term),
                      [&](std::string_view parent) { parents[parent].within.push_back(term); });
    }
    for (TermId term = 0; term < names.size() && !parents.empty(); ++term) {
        const auto found = parents.find(names.at(term));
        if (found != parents.end()) {
            found->second.terms.push_back(term);
        }
    }
    for (auto &[folded, parent] : parents) {
        const bool isTerm = !parent.terms.empty();
        const std::string_view spelled
            = columns.text(sectionOf(taxonomy, TaxonomyPart::NameOffsets),
                           isTerm ? parent.terms.front() : parent.within.front());
        parent.name = isTerm ? spelled : firstSteps(spelled, std::ranges::count(folded, '/'));
        if (foldForSearch(parent.name) != folded) { // a slash of full width
            parent.name = folded;
        }
    }
    return parents;
}

std::uint32_t articlesOf(const LibraryColumns &columns, Taxonomy taxonomy, const Parent &parent)
{
    const auto starts
        = columns.column<std::uint32_t>(sectionOf(taxonomy, TaxonomyPart::TermStarts));
    const auto rows = columns.column<Row>(sectionOf(taxonomy, TaxonomyPart::TermRows));
    std::vector<Row> found;
    for (const std::vector<TermId> &terms : {parent.terms, parent.within}) {
        for (const TermId term : terms) {
            found.insert(found.end(), rows.begin() + starts[term], rows.begin() + starts[term + 1]);
        }
    }
    std::ranges::sort(found);
    const auto repeated = std::ranges::unique(found);
    return static_cast<std::uint32_t>(repeated.begin() - found.begin());
}

} // namespace

NestedTerms nestedTermsOf(const LibraryColumns &columns, Taxonomy taxonomy,
                          const FoldedTexts &names)
{
    NestedTerms nested;
    const Parents parents
        = taxonomy == Taxonomy::Language ? Parents() : parentsOf(columns, taxonomy, names);
    if (!parents.empty()) {
        nested.above.resize(names.size());
        nested.isParent.resize(names.size());
    }
    for (const auto &[folded, parent] : parents) {
        for (const TermId term : parent.within) {
            std::vector<TermId> &above = nested.above[term];
            above.insert(above.end(), parent.terms.begin(), parent.terms.end());
        }
        for (const TermId term : parent.terms) {
            nested.isParent[term] = true;
        }
        nested.parents.push_back(
            {parent.name, std::string(folded), articlesOf(columns, taxonomy, parent)});
    }
    std::ranges::stable_sort(nested.parents, std::ranges::greater(), &ParentTerm::articles);
    return nested;
}

} // namespace lectern::core
