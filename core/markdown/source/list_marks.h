#pragma once

#include <cstddef>
#include <string_view>

namespace lectern::core {

/// Around what the author wrote, at the start of an item that withFancyLists() numbered: kListMark,
/// the `type` and `start` of the list, a blank, the mark, kListMarkEnd. Characters for private use,
/// since an HTML parser puts U+FFFD in place of what is no character.
inline constexpr std::string_view kListMark = "\xF4\x8F\xBF\xBC";
inline constexpr std::string_view kListMarkEnd = "\xF4\x8F\xBF\xBD.";

/// A letter, a roman number, a number in brackets or `#` at the start of a line, which is no row of
/// a table.
struct ListMark
{
    std::string_view indent; ///< blanks and marks of quotations before it
    std::string_view text; ///< `(a)`; empty: there is none
    std::string_view words; ///< of the item, behind the blanks
    std::size_t column = 0; ///< where the words begin
};

ListMark listMarkOf(std::string_view line);

/// How \a second goes on from \a first.
struct ListCount
{
    char type = 0; ///< of HTML: `1`, `a`, `A`, `i` or `I`; 0: it does not
    int start = 0; ///< the number that \a first stands for
};

/// `a.` and `b.`, `(1)` and `(2)`, `ix)` and `x)`, `#.` and `#.`; not `a.` and `b)`.
ListCount countOf(std::string_view first, std::string_view second);

} // namespace lectern::core
