#include "core/article/front_matter/lines.h"

namespace lectern::core {

namespace {

constexpr std::size_t kNone = std::string_view::npos;

/// Just after the quote that closes the one \a line begins with; 0 if it begins with none, npos if
/// it is not closed.
std::size_t afterQuotes(std::string_view line)
{
    if (line.empty() || (line.front() != '"' && line.front() != '\'')) {
        return 0;
    }
    const std::size_t close = line.find(line.front(), 1);
    return close == kNone ? kNone : close + 1;
}

std::size_t separatorAfterQuotes(std::string_view line, std::size_t quotesEnd, char separator)
{
    const std::size_t next = line.find_first_not_of(" \t", quotesEnd);
    return next != kNone && line[next] == separator ? next : kNone;
}

} // namespace

std::size_t yamlKeyEnd(std::string_view line)
{
    if (line.empty() || std::string_view(" \t#-*>`[({|!%&").find(line.front()) != kNone) {
        return kNone;
    }
    const std::size_t quotesEnd = afterQuotes(line);
    if (quotesEnd == kNone) {
        return kNone;
    }
    if (quotesEnd > 0) {
        return separatorAfterQuotes(line, quotesEnd, ':');
    }
    for (std::size_t at = line.find(':'); at != kNone; at = line.find(':', at + 1)) {
        if (at > 0 && (at + 1 == line.size() || line[at + 1] == ' ' || line[at + 1] == '\t')) {
            return at;
        }
    }
    return kNone;
}

std::size_t tomlKeyEnd(std::string_view line)
{
    if (line.empty() || std::string_view(" \t#[]{}=,").find(line.front()) != kNone) {
        return kNone;
    }
    const std::size_t quotesEnd = afterQuotes(line);
    if (quotesEnd == kNone) {
        return kNone;
    }
    if (quotesEnd > 0) {
        return separatorAfterQuotes(line, quotesEnd, '=');
    }
    const std::size_t equals = line.find('=');
    const std::size_t blank = line.find_first_of(" \t\"'");
    const std::size_t wordEnd = equals < blank ? equals : blank;
    return wordEnd == kNone ? kNone : separatorAfterQuotes(line, wordEnd, '=');
}

std::size_t jsonKeyEnd(std::string_view line)
{
    const std::size_t quotesEnd = line.starts_with('"') ? afterQuotes(line) : kNone;
    return quotesEnd == kNone ? kNone : separatorAfterQuotes(line, quotesEnd, ':');
}

} // namespace lectern::core
