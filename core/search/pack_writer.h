#pragma once

#include "core/search/pack_index.h"

#include <atomic>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::core {

/// Writes texts from several threads behind the end of the pack.
class PackWriter final
{
public:
    struct Added
    {
        TextPackEntry entry;
        std::string_view path; ///< in the library or the pack before, which both outlive this
    };

    /// Texts one thread has made and not yet written.
    struct Batch
    {
        std::string bytes;
        std::vector<Added> added;
    };

    /// Writes into the open file \a descriptor, whose texts end at \a end.
    PackWriter(int descriptor, std::uint64_t end)
        : m_descriptor(descriptor)
        , m_end(end)
    {}

    void add(Batch &batch, std::string_view path, const FileStamp &stamp, std::string_view text);
    void flush(Batch &batch);

    bool hasFailed() const { return m_hasFailed; }

    std::uint64_t end() const { return m_end; }

    /// Appends what was added to \a target, by offset. Once all threads are done.
    void appendAdded(std::vector<Added> &target);

private:
    int m_descriptor;
    std::atomic<std::uint64_t> m_end;
    std::atomic<bool> m_hasFailed = false;
    std::mutex m_mutex;
    std::vector<std::vector<Added>> m_added; ///< never empty ones
};

} // namespace lectern::core
