#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <string_view>

namespace lectern::core {

/// What crawlers and converters break and the page mends; the file stays as it is. Their numbers
/// are kept in the window's state.
enum class Repair : std::uint8_t {
    Headings, ///< underlined list items, `#标题`, leading dashes
    EmptyHeadings, ///< without text, or only "image"
    Images, ///< joined, without an address, in a line or in HTML; boxes of code of cnblogs
    ImageTexts, ///< that only say "image"
    Emphasis, ///< empty, or left behind as asterisks
    Tables, ///< with an empty header, or right below a line of text
    Links, ///< that lead to a place on the source's site, or by way of a page that only asks
    SourceLine, ///< a closing link to the source, which is in the header then
    Repetitions, ///< the title, summary and picture of the header once more
    OpenTags, ///< HTML headings, paragraphs and items that nothing closes
};

struct RepairRow
{
    Repair kind;
    std::string_view name; ///< in the JSON of the command line
};

/// All repairs. What the window calls them stands in ui/window/window_choices.cpp, because it is
/// translated; tests/core/markdown/repairs_test.cpp has a case for each.
inline constexpr std::array kRepairTable{
    RepairRow{Repair::Headings, "headings"},
    RepairRow{Repair::EmptyHeadings, "emptyHeadings"},
    RepairRow{Repair::Images, "images"},
    RepairRow{Repair::ImageTexts, "imageTexts"},
    RepairRow{Repair::Emphasis, "emphasis"},
    RepairRow{Repair::Tables, "tables"},
    RepairRow{Repair::Links, "links"},
    RepairRow{Repair::SourceLine, "sourceLine"},
    RepairRow{Repair::Repetitions, "repetitions"},
    RepairRow{Repair::OpenTags, "openTags"},
};
inline constexpr std::size_t kRepairKinds = kRepairTable.size();

constexpr bool isInOrder(const auto &rows)
{
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (static_cast<std::size_t>(rows[i].kind) != i) {
            return false;
        }
    }
    return true;
}

static_assert(isInOrder(kRepairTable));

/// A set of repairs.
class Repairs final
{
public:
    static constexpr Repairs all() { return Repairs((1U << kRepairKinds) - 1); }

    static constexpr Repairs none() { return Repairs(0); }

    /// What toNumber() gave; bits of unknown repairs are dropped.
    static constexpr Repairs fromNumber(std::uint32_t number)
    {
        return Repairs(number & all().m_bits);
    }

    constexpr std::uint32_t toNumber() const { return m_bits; }

    constexpr bool has(Repair kind) const { return (m_bits & bitOf(kind)) != 0; }

    constexpr Repairs with(Repair kind) const { return Repairs(m_bits | bitOf(kind)); }

    constexpr Repairs without(Repair kind) const { return Repairs(m_bits & ~bitOf(kind)); }

    constexpr bool operator==(const Repairs &) const = default;

private:
    explicit constexpr Repairs(std::uint32_t bits)
        : m_bits(bits)
    {}

    static constexpr std::uint32_t bitOf(Repair kind)
    {
        return 1U << static_cast<std::uint32_t>(kind);
    }

    std::uint32_t m_bits;
};

/// How often each repair was made.
struct RepairCounts
{
    std::array<std::uint32_t, kRepairKinds> byKind{};

    std::uint32_t &operator[](Repair kind) { return byKind[static_cast<std::size_t>(kind)]; }

    std::uint32_t operator[](Repair kind) const { return byKind[static_cast<std::size_t>(kind)]; }

    std::uint32_t total() const { return std::accumulate(byKind.begin(), byKind.end(), 0U); }
};

} // namespace lectern::core
