#include "core/library/article_names.h"

#include <algorithm>
#include <cctype>

namespace lectern::core {

namespace {

bool endsWithoutCase(std::string_view name, std::string_view ending)
{
    return name.size() > ending.size()
        && std::ranges::equal(name.substr(name.size() - ending.size()), ending, {},
                              [](unsigned char letter) { return std::tolower(letter); });
}

} // namespace

bool isArticleName(std::string_view name)
{
    return !name.starts_with("._") // What a Mac keeps beside a file on a foreign disk.
        && (endsWithoutCase(name, ".md") || endsWithoutCase(name, ".markdown"));
}

bool isWalkedFolderName(std::string_view name)
{
    return !name.starts_with('.') && name != "node_modules";
}

} // namespace lectern::core
