#include "core/search/cache_report.h"

#include "core/library/library_columns.h"

namespace lectern::core {

namespace {

std::string madeAnew(const std::string &why)
{
    return "made anew: " + why;
}

std::string madeAnew(const Error &error)
{
    return madeAnew(error.code == ErrorCode::NotFound ? "none was kept" : error.message);
}

std::string zoneOf(const Library &library)
{
    return std::string(library.columns().bytesOf(Section::Zone));
}

/// A file that was just written when it was read has no stamp to trust.
bool isSame(const FileStamp &before, const FileStamp &now)
{
    return before == now && before != FileStamp{};
}

std::string keptOf(std::size_t unchanged, const Library &now)
{
    return "kept: " + std::to_string(unchanged) + " of " + std::to_string(now.size())
        + " articles are unchanged";
}

} // namespace

std::string explainIndex(const Result<std::shared_ptr<const Library>> &kept, const Library &now)
{
    if (!kept) {
        return madeAnew(kept.error());
    }
    const Library &before = *kept.value();
    if (before.root() != now.root()) {
        return madeAnew("it is of the folder " + std::string(before.root()));
    }
    if (zoneOf(before) != zoneOf(now)) {
        return madeAnew("it was read in the zone " + zoneOf(before) + ", not " + zoneOf(now));
    }
    std::size_t unchanged = 0;
    for (Row row = 0; row < now.size(); ++row) {
        const auto known = before.findPath(now.path(row));
        unchanged += known && isSame(before.stamp(*known), now.stamp(row)) ? 1 : 0;
    }
    return keptOf(unchanged, now);
}

std::string explainTexts(const Result<std::shared_ptr<const TextPack>> &kept, const Library &now)
{
    if (!kept) {
        return madeAnew(kept.error());
    }
    const TextPack &pack = *kept.value();
    std::size_t unchanged = 0;
    for (std::size_t entry = 0; entry < pack.entries().size(); ++entry) {
        const auto row = now.findPath(pack.path(entry));
        unchanged += row && isSame(pack.entries()[entry].stamp, now.stamp(*row)) ? 1 : 0;
    }
    return keptOf(unchanged, now);
}

} // namespace lectern::core
