#include "core/article/article_names.h"

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

bool isArticleName(std::string_view path)
{
    const std::string_view name = path.substr(path.rfind('/') + 1);
    return !name.starts_with("._") // What a Mac keeps beside a file on a foreign disk.
        && (endsWithoutCase(name, ".md") || endsWithoutCase(name, ".markdown"));
}

bool isWalkedFolderName(std::string_view name)
{
    return !name.starts_with('.') && name != "node_modules";
}

std::string articleNameOf(std::string_view path)
{
    const std::size_t slash = path.rfind('/');
    std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
    const std::string_view stem = name.substr(0, name.rfind('.'));
    if ((stem == "index" || stem == "_index") && slash != std::string_view::npos) {
        return articleNameOf(std::string(path.substr(0, slash)) + ".");
    }
    return std::string(stem);
}

} // namespace lectern::core
