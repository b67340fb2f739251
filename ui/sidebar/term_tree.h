#pragma once

#include "core/library/library.h"
#include "core/search/query.h"
#include "ui/sidebar/name_tree.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::ui {

/// The names of a taxonomy in which some terms lie in others, as Obsidian's `science/physics`, with
/// those above them that no article carries. GUI thread.
class TermTree final
{
public:
    TermTree() = default;
    /// Empty where no term of \a taxonomy lies in another. O(bytes of names).
    TermTree(const core::Library &library, core::Taxonomy taxonomy);

    bool isEmpty() const { return m_names.empty(); }

    /// Those that articles of \a rows carry or that \a query uses, and the names above them; of
    /// siblings those in use come first, then those that more articles carry. O(rows + names).
    NameTree shown(const core::Library &library, std::span<const core::Row> rows,
                   const core::Query &query) const;

private:
    struct Name
    {
        std::string path;
        std::string folded;
        std::size_t start = 0; ///< of its own part in the path
    };

    std::optional<std::size_t> numberOf(std::string_view folded) const;
    void findParents();
    std::vector<core::TermUse> usesIn(const core::Query &query) const;

    core::Taxonomy m_taxonomy = core::Taxonomy::Tag;
    std::vector<Name> m_names; ///< by folded name, so that each comes behind its parent
    std::vector<std::size_t> m_parents; ///< by name; itself at the first level
    std::vector<std::size_t> m_nameOf; ///< by core::TermId
};

} // namespace lectern::ui
