#pragma once

#include "core/article/front_matter/block_place.h"
#include "core/article/front_matter/field_names.h"
#include "core/article/front_matter/field_tree.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace lectern::core {

/// Where the known keys of a tree stand, and which of them were understood. Of two spellings the
/// first counts; of one key written twice the last, which is reported.
class FieldIndex final
{
public:
    static constexpr std::size_t kAbsent = UINT32_MAX;

    FieldIndex(const FieldTree &tree, const BlockPlace &block, std::vector<Problem> &problems);

    /// The node of \a field, or kAbsent.
    std::size_t placeOf(Field field) const { return m_found[static_cast<std::size_t>(field)]; }

    /// The same; what was asked for is no other key any more.
    std::size_t use(Field field)
    {
        setUsed(field, true);
        return placeOf(field);
    }

    void setUsed(Field field, bool isUsed) { m_isUsed[static_cast<std::size_t>(field)] = isUsed; }

    /// Adds every key that is not used to \a others, as raw text.
    void keepOthers(std::vector<std::pair<std::string, std::string>> &others) const;

private:
    void index(Field field, std::size_t at, bool isTop);
    void indexContainers();
    void reportDuplicates(std::size_t keys);
    void reportIfSeen(std::size_t at);
    void reportDuplicatesOfMany();
    void reportDuplicate(std::size_t first, std::size_t second);

    const FieldTree &m_tree;
    const BlockPlace &m_block;
    std::vector<Problem> &m_problems;
    std::array<std::uint32_t, kFieldCount> m_found{};
    std::array<bool, kFieldCount> m_isUsed{};
    std::array<Field, 64> m_firstFields; ///< of the first top keys, in order
};

} // namespace lectern::core
