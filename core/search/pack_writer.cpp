#include "core/search/pack_writer.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>
#include <xxhash.h>

namespace lectern::core {

namespace {

constexpr std::size_t kWriteBytes = 1U << 20U;

bool writeAt(int descriptor, std::string_view bytes, std::uint64_t offset)
{
    while (!bytes.empty()) {
        const ssize_t written
            = ::pwrite(descriptor, bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            return false;
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
        offset += static_cast<std::uint64_t>(written);
    }
    return true;
}

} // namespace

void PackWriter::add(Batch &batch, std::string_view path, const FileStamp &stamp,
                     std::string_view text)
{
    batch.added.push_back(
        {{stamp, batch.bytes.size(), text.size(), XXH3_64bits(text.data(), text.size())}, path});
    batch.bytes.append(text).append(1, '\0');
    if (batch.bytes.size() >= kWriteBytes) {
        flush(batch);
    }
}

void PackWriter::flush(Batch &batch)
{
    if (batch.added.empty()) {
        return;
    }
    const std::uint64_t start = m_end.fetch_add(batch.bytes.size());
    if (!writeAt(m_descriptor, batch.bytes, start)) {
        m_hasFailed = true;
    }
    // Lets the disk work while texts are still made, so that little is left for the sync at the
    // end. That one says whether all is well.
    ::sync_file_range(m_descriptor, static_cast<off_t>(start),
                      static_cast<off_t>(batch.bytes.size()), SYNC_FILE_RANGE_WRITE);
    for (Added &added : batch.added) {
        added.entry.offset += start;
    }
    const std::scoped_lock lock(m_mutex);
    m_added.push_back(std::move(batch.added));
    batch.added.clear();
    batch.bytes.clear();
}

void PackWriter::appendAdded(std::vector<Added> &target)
{
    std::ranges::sort(m_added, {}, [](const auto &some) { return some.front().entry.offset; });
    for (const std::vector<Added> &some : m_added) {
        target.insert(target.end(), some.begin(), some.end());
    }
}

} // namespace lectern::core
