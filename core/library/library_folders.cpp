#include "core/library/library_folders.h"

#include "core/library/library_columns.h"

#include <algorithm>
#include <utility>

namespace lectern::core {

namespace {

/// The path of the folder that \a path lies in; empty at the top.
std::string_view folderOf(std::string_view path)
{
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

bool isWithin(std::string_view path, std::string_view folder)
{
    return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

/// Follows paths in their order, row by row.
class FolderWalk final
{
public:
    void enter(std::string_view folder, Row row)
    {
        while (m_open != LibraryFolders::kTop && !isWithin(folder, m_folders.all[m_open].path)) {
            leave(row);
        }
        std::size_t end = m_open == LibraryFolders::kTop ? 0 : m_folders.all[m_open].path.size();
        while (end < folder.size()) {
            end = std::min(folder.find('/', end + 1), folder.size());
            m_folders.all.push_back({folder.substr(0, end), m_open, row, row});
            m_open = static_cast<std::uint32_t>(m_folders.all.size() - 1);
        }
        m_folders.ofRow.push_back(m_open);
    }

    LibraryFolders finish(Row rows)
    {
        while (m_open != LibraryFolders::kTop) {
            leave(rows);
        }
        return std::move(m_folders);
    }

private:
    void leave(Row row)
    {
        LibraryFolder &folder = m_folders.all[m_open];
        folder.last = row;
        m_open = folder.parent;
    }

    LibraryFolders m_folders;
    std::uint32_t m_open = LibraryFolders::kTop;
};

} // namespace

LibraryFolders foldersOf(const LibraryColumns &columns)
{
    const auto rows = static_cast<Row>(columns.column<std::uint8_t>(Section::Flags).size());
    FolderWalk walk;
    for (Row row = 0; row < rows; ++row) {
        walk.enter(folderOf(columns.text(Section::Paths, row)), row);
    }
    return walk.finish(rows);
}

} // namespace lectern::core
