#include "core/library/snapshot.h"

#include "core/base/disk.h"
#include "core/library/library_columns.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <xxhash.h>

namespace lectern::core {

namespace {

constexpr std::string_view kIndexEnding = ".index";

std::string environment(const char *name)
{
    const char *const value = std::getenv(name); // NOLINT(concurrency-mt-unsafe): nobody sets it
    return value != nullptr ? value : "";
}

} // namespace

std::string userCacheFolder()
{
    const std::string base = environment("XDG_CACHE_HOME");
    return (base.starts_with('/') ? base : environment("HOME") + "/.cache") + "/lectern";
}

std::string cacheFileOf(const std::string &cacheFolder, std::string_view root,
                        std::string_view ending)
{
    const XXH128_hash_t hash = XXH3_128bits(root.data(), root.size());
    std::array<char, 33> name{};
    std::snprintf(name.data(), name.size(), "%016llx%016llx",
                  static_cast<unsigned long long>(hash.high64),
                  static_cast<unsigned long long>(hash.low64));
    return (cacheFolder + "/libraries/").append(name.data()).append(ending);
}

Result<std::shared_ptr<const Library>> loadSnapshot(const std::string &cacheFolder,
                                                    std::string_view root)
{
    const std::string path = cacheFileOf(cacheFolder, root, kIndexEnding);
    Result<std::shared_ptr<const LibraryColumns>> columns = LibraryColumns::map(path);
    if (!columns) {
        return columns.error();
    }
    auto library = std::make_shared<const Library>(std::move(columns).value());
    if (library->root() != root) {
        return Error{ErrorCode::Malformed, path + ": the index of another folder"};
    }
    return library;
}

Status saveSnapshot(const std::string &cacheFolder, const Library &library)
{
    const auto bytes = library.columns().bytes();
    return writeFileAtomically(cacheFileOf(cacheFolder, library.root(), kIndexEnding),
                               {reinterpret_cast<const char *>(bytes.data()), bytes.size()});
}

} // namespace lectern::core
