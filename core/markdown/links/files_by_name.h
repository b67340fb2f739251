#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lectern::core {

/// The files of a vault that are no articles, by name: notes show a picture by its name, wherever
/// it lies. Walked once, when it is first asked, at most kMaxWalkedEntries; any thread may ask it.
class FilesByName final
{
public:
    explicit FilesByName(std::string root);

    /// The file below the root that `name` or `folder/name` means, ignoring case; of several, the
    /// one that shares the longest beginning with \a near, then the shortest. O(log n).
    std::optional<std::string> find(std::string_view path, std::string_view near) const;

private:
    void collect() const;

    std::string m_root;
    mutable std::once_flag m_isCollected;
    mutable std::vector<std::pair<std::string, std::string>> m_files; ///< folded name, path; sorted
};

inline constexpr int kMaxWalkedEntries = 200'000;

} // namespace lectern::core
