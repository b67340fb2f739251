#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace lectern::core {

/// The blocks of a graph of notes that have an id (`id:: 64f0…` below them), which other notes show
/// by it. Read once, when it is first asked: at most kMaxNotes notes, 256 KB of each; any thread
/// may ask it.
class BlocksById final
{
public:
    explicit BlocksById(std::string root);

    /// The words of the block; empty where there is none, or where it shows others.
    std::optional<std::string> find(std::string_view id) const;

    static constexpr int kMaxNotes = 20'000;

private:
    void collect() const;
    void addBlocks(std::string_view text) const;

    std::string m_root;
    mutable std::once_flag m_isCollected;
    mutable std::map<std::string, std::string, std::less<>> m_blocks;
};

} // namespace lectern::core
