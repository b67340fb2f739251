#pragma once

#include "core/library/library.h"
#include "core/library/library_folders.h"
#include "core/library/nested_terms.h"

#include <array>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::core {

/// A run of texts as search compares them, each ended by NUL in one buffer.
class FoldedTexts final
{
public:
    void add(std::string_view text);

    std::size_t size() const { return m_starts.size() - 1; }

    std::string_view at(std::size_t index) const
    {
        return std::string_view(m_bytes).substr(m_starts[index],
                                                m_starts[index + 1] - m_starts[index] - 1);
    }

private:
    std::string m_bytes;
    std::vector<std::uint32_t> m_starts{0};
};

/// The month of each row, so that counting months is counting small numbers.
struct RowMonths
{
    static constexpr std::uint32_t kUndated = UINT32_MAX;

    int first = 0; ///< year * 12 + month - 1 of number 0
    std::uint32_t count = 0; ///< numbers in use, from 0
    std::vector<std::uint32_t> numbers; ///< by row; kUndated where the article says no date
};

/// What some queries want to know of a library and its columns do not hold. Each is made when it is
/// first asked for, in O(rows), and kept. Any thread.
class LibraryLookups final
{
public:
    /// \a columns must outlive it.
    explicit LibraryLookups(const LibraryColumns &columns);

    const FoldedTexts &termNames(Taxonomy taxonomy) const; ///< by TermId
    const NestedTerms &nestedTerms(Taxonomy taxonomy) const;
    const FoldedTexts &authors() const; ///< by Row
    /// Hosts of the sources without `www.`, by Row; empty where there is none.
    const FoldedTexts &sites() const;
    const FoldedTexts &paths() const; ///< by Row
    const LibraryFolders &folders() const;
    const FoldedTexts &folderNames() const; ///< paths of folders(), in their order
    const RowMonths &months() const;
    const std::vector<Row> &rowsByTitle() const;

private:
    template <typename T>
    struct Lazy
    {
        std::once_flag once;
        T value;
    };

    const LibraryColumns &m_columns;
    mutable std::array<Lazy<FoldedTexts>, kTaxonomies> m_termNames;
    mutable std::array<Lazy<NestedTerms>, kTaxonomies> m_nestedTerms;
    mutable Lazy<FoldedTexts> m_authors;
    mutable Lazy<FoldedTexts> m_sites;
    mutable Lazy<FoldedTexts> m_paths;
    mutable Lazy<LibraryFolders> m_folders;
    mutable Lazy<FoldedTexts> m_folderNames;
    mutable Lazy<RowMonths> m_months;
    mutable Lazy<std::vector<Row>> m_rowsByTitle;
};

} // namespace lectern::core
