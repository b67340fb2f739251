#include "core/library/library_root.h"

#include <filesystem>
#include <system_error>

namespace lectern::core {

namespace fs = std::filesystem;

std::string libraryRoot(const std::string &path)
{
    std::error_code error;
    fs::path root = fs::canonical(path, error);
    if (error) {
        root = fs::absolute(path, error).lexically_normal();
    }
    if (root.empty()) {
        return path;
    }
    return root.has_filename() ? root.string() : root.parent_path().string();
}

} // namespace lectern::core
