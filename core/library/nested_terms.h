#pragma once

#include "core/library/library.h"

#include <cstdint>
#include <string>
#include <vector>

namespace lectern::core {

class FoldedTexts;
class LibraryColumns;

/// A name that others of its taxonomy lie in, as `science` where an article is tagged
/// `science/physics`, whether any article carries it or not.
struct ParentTerm
{
    std::string name;
    std::string folded;
    std::uint32_t articles = 0; ///< that carry it or one that lies in it
};

struct NestedTerms
{
    /// By TermId: the terms that each lies in. Empty where no term lies in another.
    std::vector<std::vector<TermId>> above;
    std::vector<bool> isParent; ///< by TermId: it is among parents. Empty like \c above
    std::vector<ParentTerm> parents; ///< by how many articles, largest first
};

/// How the terms of \a taxonomy, whose folded names are \a names, lie in each other. Languages
/// never do. O(bytes of names), and O(rows) where some do.
NestedTerms nestedTermsOf(const LibraryColumns &columns, Taxonomy taxonomy,
                          const FoldedTexts &names);

} // namespace lectern::core
