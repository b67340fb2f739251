#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::core {

struct DrawnCell
{
    std::string text; ///< Markdown
    std::string_view alignment{}; ///< "left", "center", "right" or nothing
    std::size_t columns = 1; ///< that it goes over
    std::size_t rows = 1;
};

/// A table that was drawn with blanks, dashes and bars.
struct DrawnTable
{
    using Row = std::vector<DrawnCell>;

    std::vector<Row> head;
    std::vector<Row> rows;
};

/// Appends \a table as HTML with Markdown in its cells, all lines behind \a indent.
void appendDrawnTable(std::string &markdown, const DrawnTable &table, std::string_view indent);

/// What takes two columns: Chinese characters in a terminal, nothing where a program counted, and
/// on a screen also the quotation marks, dashes and circled numbers that a Chinese font draws wide
/// (ambiguous in Unicode's annex 11).
enum class Wide { Chinese, None, Marks };

/// In the order in which they are tried.
inline constexpr std::array kWides{Wide::Chinese, Wide::None, Wide::Marks};

/// A line by the columns of a font whose characters are all equally wide.
class LineColumns final
{
public:
    LineColumns(std::string_view line, Wide wide);

    /// What stands from column \a start to before column \a end.
    std::string_view slice(std::size_t start, std::size_t end) const;

    /// The first byte of the character at \a column; a blank behind the end, NUL in its middle.
    char at(std::size_t column) const;

    std::size_t count() const { return m_starts.size(); }

private:
    std::size_t byteOf(std::size_t column) const;

    std::string_view m_line;
    std::vector<std::size_t> m_starts; ///< the byte at which what is in a column begins
};

} // namespace lectern::core
