#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <tuple>

namespace lectern::core {

constexpr std::string_view nameOf(std::string_view name)
{
    return name;
}

/// The rows of a constant \a table by their names, by which it is sorted; nameOf() gives that of a
/// row. The first letter leads to a few rows at once, where a binary search compares seven.
template <typename Table>
class NameTable final
{
public:
    using Row = typename Table::value_type;

    constexpr explicit NameTable(const Table &table)
        : m_rows(table.data())
    {
        static_assert(std::tuple_size_v<Table> < UINT8_MAX);
        std::size_t row = 0;
        for (std::size_t letter = 0; letter < m_starts.size(); ++letter) {
            while (row < table.size()
                   && static_cast<unsigned char>(nameOf(table[row])[0]) < letter) {
                ++row;
            }
            m_starts[letter] = static_cast<std::uint8_t>(row);
        }
    }

    /// Null if there is none.
    constexpr const Row *find(std::string_view name) const
    {
        const std::size_t letter = name.empty() ? 0 : static_cast<unsigned char>(name[0]);
        if (letter + 1 >= m_starts.size()) {
            return nullptr;
        }
        for (std::size_t row = m_starts[letter]; row < m_starts[letter + 1]; ++row) {
            if (nameOf(m_rows[row]) == name) {
                return m_rows + row;
            }
        }
        return nullptr;
    }

private:
    const Row *m_rows;
    std::array<std::uint8_t, 0x81> m_starts{}; ///< by first letter
};

} // namespace lectern::core
