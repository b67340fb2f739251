#include "ui/sidebar/term_tree.h"

#include "core/library/library_lookups.h"
#include "core/search/facet_counts.h"
#include "core/search/query_edits.h"
#include "ui/common/qt_text.h"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <tuple>

namespace lectern::ui {

namespace {

/// Where the part of \a path begins that is \a slashes slashes in.
std::size_t partStart(std::string_view path, std::ptrdiff_t slashes)
{
    std::size_t start = 0;
    for (; slashes > 0; --slashes) {
        const std::size_t slash = path.find('/', start);
        start = slash == std::string_view::npos ? start : slash + 1;
    }
    return start;
}

} // namespace

TermTree::TermTree(const core::Library &library, core::Taxonomy taxonomy)
    : m_taxonomy(taxonomy)
{
    const core::NestedTerms &nested = library.lookups().nestedTerms(taxonomy);
    if (nested.parents.empty()) {
        return;
    }
    const core::FoldedTexts &names = library.lookups().termNames(taxonomy);
    for (const core::ParentTerm &parent : nested.parents) {
        m_names.push_back({parent.name, parent.folded});
    }
    for (core::TermId term = 0; term < names.size(); ++term) {
        m_names.push_back(
            {std::string(library.termName(taxonomy, term)), std::string(names.at(term))});
    }
    // Of two spellings the first, which more articles have.
    std::ranges::stable_sort(m_names, {}, &Name::folded);
    const auto repeated = std::ranges::unique(m_names, {}, &Name::folded);
    m_names.erase(repeated.begin(), repeated.end());
    for (core::TermId term = 0; term < names.size(); ++term) {
        m_nameOf.push_back(*numberOf(names.at(term)));
    }
    findParents();
}

std::optional<std::size_t> TermTree::numberOf(std::string_view folded) const
{
    const auto found = std::ranges::lower_bound(m_names, folded, {}, &Name::folded);
    return found != m_names.end() && found->folded == folded
        ? std::optional(static_cast<std::size_t>(found - m_names.begin()))
        : std::nullopt;
}

void TermTree::findParents()
{
    for (std::size_t number = 0; number < m_names.size(); ++number) {
        Name &name = m_names[number];
        std::optional<std::size_t> parent;
        std::string_view above = name.folded;
        for (std::size_t slash = above.rfind('/'); !parent && slash != std::string_view::npos;
             slash = above.rfind('/')) {
            above = above.substr(0, slash);
            parent = numberOf(above);
        }
        m_parents.push_back(parent.value_or(number));
        name.start = parent ? partStart(name.path, std::ranges::count(above, '/') + 1) : 0;
    }
}

std::vector<core::TermUse> TermTree::usesIn(const core::Query &query) const
{
    std::vector<core::TermUse> uses(m_names.size(), core::TermUse::Ignored);
    for (const core::OwnTerm &own : core::ownTerms(query)) {
        if (core::taxonomyOf(own.term->field) == m_taxonomy) {
            if (const auto number = numberOf(own.term->folded)) {
                uses[*number] = own.use;
            }
        }
    }
    return uses;
}

NameTree TermTree::shown(const core::Library &library, std::span<const core::Row> rows,
                         const core::Query &query) const
{
    const std::vector<std::uint32_t> counts
        = core::countNames(library, m_taxonomy, rows, m_nameOf, m_parents);
    const std::vector<core::TermUse> uses = usesIn(query);
    std::vector<bool> isShown(m_names.size());
    for (std::size_t number = m_names.size(); number-- > 0;) { // what is within comes before
        isShown[number]
            = isShown[number] || counts[number] > 0 || uses[number] != core::TermUse::Ignored;
        isShown[m_parents[number]] = isShown[m_parents[number]] || isShown[number];
    }
    NameTree tree;
    std::vector<std::size_t> nodeOf(m_names.size(), NameTree::kTop);
    for (std::size_t number = 0; number < m_names.size(); ++number) {
        if (isShown[number]) {
            const Name &name = m_names[number];
            nodeOf[number]
                = tree.add({.name = toQString(std::string_view(name.path).substr(name.start)),
                            .path = toQString(name.path),
                            .source = number,
                            .parent = nodeOf[m_parents[number]]});
            tree.set(nodeOf[number], counts[number], uses[number]);
        }
    }
    std::vector<std::size_t> order(tree.size() - 1);
    std::iota(order.begin(), order.end(), std::size_t{1});
    std::ranges::stable_sort(order, {}, [&tree](std::size_t number) {
        const NameTree::Node &node = tree.node(number);
        return std::tuple(node.use == core::TermUse::Ignored, -std::int64_t(node.count));
    });
    tree.arrange(order);
    return tree;
}

} // namespace lectern::ui
