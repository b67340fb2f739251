#include "core/base/text.h"
#include "core/markdown/source/dialects.h"

namespace lectern::core {

Abbreviation abbreviationOf(std::string_view line)
{
    const std::size_t start = line.find_first_not_of(' ');
    const std::size_t close = line.find("]:");
    if (start > 3 || !line.substr(start).starts_with("*[") || close == std::string_view::npos) {
        return {};
    }
    const std::string_view name = trimmed(line.substr(start + 2, close - start - 2));
    const std::string_view meaning = trimmed(line.substr(close + 2));
    const bool isName = name.find_first_of("[]") == std::string_view::npos;
    return isName ? Abbreviation{name, meaning} : Abbreviation{};
}

bool mayAbbreviate(std::string_view markdown)
{
    for (std::size_t at = markdown.find("*["); at != std::string_view::npos;
         at = markdown.find("*[", at + 2)) {
        const std::size_t before = markdown.find_last_not_of(' ', at - (at > 0 ? 1 : 0));
        if (at == 0 || before == std::string_view::npos || markdown[before] == '\n') {
            return true;
        }
    }
    return false;
}

} // namespace lectern::core
