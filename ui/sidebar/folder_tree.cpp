#include "ui/sidebar/folder_tree.h"

#include "core/base/task.h"
#include "core/base/text.h"
#include "core/library/library_lookups.h"
#include "core/library/title_order.h"
#include "core/search/facet_counts.h"
#include "ui/common/qt_text.h"

#include <algorithm>
#include <numeric>
#include <string>

namespace lectern::ui {

namespace {

bool isBundle(const core::Library &library, const core::LibraryFolder &folder)
{
    return folder.articles() == 1 && library.flags(folder.first).page == core::PageKind::LeafBundle;
}

/// Whether choosing a folder would ever leave an article out.
bool hasChoice(const core::Library &library)
{
    return std::ranges::any_of(
        library.lookups().folders().all, [&](const core::LibraryFolder &folder) {
            return folder.articles() < library.size() && !isBundle(library, folder);
        });
}

std::string nameOf(const core::LibraryFolder &folder)
{
    return core::repairUtf8(folder.path.substr(folder.path.rfind('/') + 1));
}

} // namespace

FolderTree::FolderTree(const core::Library &library)
{
    const std::vector<core::LibraryFolder> &folders = library.lookups().folders().all;
    if (!hasChoice(library)) {
        return;
    }
    std::vector<std::size_t> nodeOf(folders.size(), kTop);
    std::vector<std::string> names(1);
    for (std::size_t folder = 0; folder < folders.size(); ++folder) {
        if (isBundle(library, folders[folder])) {
            continue;
        }
        const bool isFirstLevel = folders[folder].parent == core::LibraryFolders::kTop;
        const std::size_t parent = isFirstLevel ? kTop : nodeOf[folders[folder].parent];
        nodeOf[folder] = m_nodes.size();
        names.push_back(nameOf(folders[folder]));
        m_nodes.push_back({.name = toQString(names.back()),
                           .path = toQString(folders[folder].path),
                           .folder = folder,
                           .parent = parent,
                           .depth = isFirstLevel ? 0 : m_nodes[parent].depth + 1});
    }
    std::vector<core::Row> numbers(m_nodes.size() - 1);
    std::iota(numbers.begin(), numbers.end(), core::Row{1});
    const auto name = [&names](core::Row number) -> std::string_view { return names[number]; };
    for (const std::size_t number : core::orderedByTitle(numbers, name, core::threadsFor(0))) {
        std::vector<std::size_t> &siblings = m_nodes[m_nodes[number].parent].children;
        m_nodes[number].row = static_cast<int>(siblings.size());
        siblings.push_back(number);
    }
}

std::size_t FolderTree::find(const QString &path) const
{
    const auto found = std::ranges::find(m_nodes.begin() + 1, m_nodes.end(), path, &Node::path);
    return found == m_nodes.end() ? kTop : static_cast<std::size_t>(found - m_nodes.begin());
}

bool FolderTree::hasFoldersOf(const FolderTree &other) const
{
    return std::ranges::equal(m_nodes, other.m_nodes, {}, &Node::path, &Node::path);
}

bool FolderTree::setResults(const core::Library &library, std::span<const core::Row> rows,
                            const core::Query &query)
{
    const std::vector<std::uint32_t> counts = core::countFolders(library, rows);
    const std::vector<core::TermUse> uses = core::folderUses(library, query);
    bool isOther = false;
    for (std::size_t number = 1; number < m_nodes.size(); ++number) {
        Node &node = m_nodes[number];
        isOther = isOther || node.count != counts[node.folder] || node.use != uses[node.folder];
        node.count = counts[node.folder];
        node.use = uses[node.folder];
    }
    return isOther;
}

} // namespace lectern::ui
