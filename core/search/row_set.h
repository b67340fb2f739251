#pragma once

#include "core/library/library.h"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace lectern::core {

/// A set of rows of one library, a bit each.
class RowSet final
{
public:
    enum class Fill { None, All };

    RowSet(Row rows, Fill fill)
        : m_words((rows + 63) / 64, fill == Fill::All ? ~std::uint64_t{0} : 0)
        , m_rows(rows)
    {
        clearTail();
    }

    void add(Row row) { m_words[row / 64] |= std::uint64_t{1} << (row % 64); }

    bool contains(Row row) const { return (m_words[row / 64] >> (row % 64) & 1U) != 0; }

    bool isEmpty() const
    {
        std::uint64_t any = 0;
        for (const std::uint64_t word : m_words) {
            any |= word;
        }
        return any == 0;
    }

    std::size_t count() const
    {
        std::size_t rows = 0;
        for (const std::uint64_t word : m_words) {
            rows += static_cast<std::size_t>(std::popcount(word));
        }
        return rows;
    }

    void keepOnly(const RowSet &other)
    {
        for (std::size_t index = 0; index < m_words.size(); ++index) {
            m_words[index] &= other.m_words[index];
        }
    }

    void addAll(const RowSet &other)
    {
        for (std::size_t index = 0; index < m_words.size(); ++index) {
            m_words[index] |= other.m_words[index];
        }
    }

    /// Calls \a visit with each row, ascending.
    template <typename Visit>
    void forEach(const Visit &visit) const
    {
        for (std::size_t index = 0; index < m_words.size(); ++index) {
            for (std::uint64_t word = m_words[index]; word != 0; word &= word - 1) {
                visit(static_cast<Row>(index * 64 + std::countr_zero(word)));
            }
        }
    }

    void invert()
    {
        for (std::uint64_t &word : m_words) {
            word = ~word;
        }
        clearTail();
    }

private:
    /// Bits beyond the last row stay 0, so that count() and isEmpty() need no special case.
    void clearTail()
    {
        if (m_rows % 64 != 0) {
            m_words.back() &= (std::uint64_t{1} << (m_rows % 64)) - 1;
        }
    }

    std::vector<std::uint64_t> m_words;
    Row m_rows;
};

} // namespace lectern::core
