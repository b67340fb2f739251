#include "core/markdown/source/list_marks.h"

#include "core/base/byte_set.h"
#include "core/markdown/source/indented_code.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace lectern::core {

namespace {

constexpr std::size_t kMaxMarkBytes = 10; // A number has at most nine digits and a period.

bool isLower(char byte)
{
    return byte >= 'a' && byte <= 'z';
}

bool isUpper(char byte)
{
    return byte >= 'A' && byte <= 'Z';
}

bool isDigit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/// \a mark without its brackets or period.
std::string_view nameOf(std::string_view mark)
{
    mark.remove_prefix(mark.starts_with('(') ? 1 : 0);
    mark.remove_suffix(1);
    return mark;
}

/// Whether \a mark is one that is no number of CommonMark's.
bool isMark(std::string_view mark)
{
    const std::string_view name = nameOf(mark);
    const bool isBracketed = mark.front() == '(';
    return !name.empty()
        && (std::ranges::all_of(name, isLower) || std::ranges::all_of(name, isUpper)
            || (isBracketed && mark.back() == ')' && std::ranges::all_of(name, isDigit))
            || mark == "#.")
        && !(isBracketed && mark.back() != ')');
}

std::string romanOf(int number)
{
    constexpr std::array<std::pair<int, std::string_view>, 13> parts{{
        {1000, "m"},
        {900, "cm"},
        {500, "d"},
        {400, "cd"},
        {100, "c"},
        {90, "xc"},
        {50, "l"},
        {40, "xl"},
        {10, "x"},
        {9, "ix"},
        {5, "v"},
        {4, "iv"},
        {1, "i"},
    }};
    std::string roman;
    for (const auto &[value, letters] : parts) {
        for (; number >= value; number -= value) {
            roman += letters;
        }
    }
    return roman;
}

/// The number that the lower-case \a name is in Roman letters; 0 if it is none.
int romanValue(const std::string &name)
{
    constexpr std::string_view letters = "ivxlcdm";
    constexpr std::array values{1, 5, 10, 50, 100, 500, 1000};
    int number = 0;
    int last = 0;
    for (auto letter = name.rbegin(); letter != name.rend(); ++letter) {
        const std::size_t at = letters.find(*letter);
        if (at == std::string_view::npos) {
            return 0;
        }
        number += values[at] < last ? -values[at] : values[at];
        last = values[at];
    }
    return number > 0 && romanOf(number) == name ? number : 0;
}

int decimalValue(std::string_view name)
{
    int number = 0;
    for (const char byte : name) {
        number = number * 10 + (byte - '0');
    }
    return number;
}

/// What \a name stands for in a list of \a type; 0 if that has no such mark.
int valueOf(std::string_view name, char type)
{
    if (type == '1') {
        return std::ranges::all_of(name, isDigit) ? decimalValue(name) : 0;
    }
    std::string lower(name);
    if (isUpper(type)) {
        std::ranges::transform(lower, lower.begin(), [](char byte) {
            return isUpper(byte) ? static_cast<char>(byte - 'A' + 'a') : '#';
        });
    }
    if (type == 'i' || type == 'I') {
        return romanValue(lower);
    }
    return lower.size() == 1 && isLower(lower[0]) ? lower[0] - 'a' + 1 : 0;
}

} // namespace

ListMark listMarkOf(std::string_view line)
{
    constexpr ByteSet kMargin(" \t>");
    constexpr ByteSet kEnds(".) \n"); // of a mark, or of a word that is none
    const std::size_t start = std::min(kMargin.findNotIn(line), line.size());
    const std::string_view rest = line.substr(start);
    const std::size_t last
        = kEnds.findIn(rest.substr(0, kMaxMarkBytes), rest.starts_with('(') ? 1 : 0);
    if (last == std::string_view::npos || last == 0 || rest[last] == ' ' || rest[last] == '\n') {
        return {};
    }
    const std::string_view mark = rest.substr(0, last + 1);
    const std::size_t words = rest.find_first_not_of(" \t", last + 1);
    if (words == std::string_view::npos || words == last + 1 || rest[words] == '\n' || !isMark(mark)
        || rest.find(" | ") != std::string_view::npos) {
        return {};
    }
    const std::size_t blanks = words - last - 1;
    const std::size_t column = indentOf(line.substr(0, start)) + mark.size();
    return {line.substr(0, start), mark, rest.substr(words), column + (blanks > 4 ? 1 : blanks)};
}

ListCount countOf(std::string_view first, std::string_view second)
{
    if (first == "#." || second == "#.") {
        return first == second ? ListCount{'1', 1} : ListCount{};
    }
    if (first.starts_with('(') != second.starts_with('(') || first.back() != second.back()) {
        return {};
    }
    for (const char type : {'1', 'i', 'I', 'a', 'A'}) {
        const int start = valueOf(nameOf(first), type);
        if (start > 0 && valueOf(nameOf(second), type) == start + 1) {
            return {type, start};
        }
    }
    return {};
}

} // namespace lectern::core
