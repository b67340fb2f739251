#include "ui/sidebar/folder_tree.h"

#include "core/article/article_title.h"
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
    const std::string_view path = folder.path;
    return core::repairUtf8(core::withoutNotionId(path.substr(path.rfind('/') + 1)));
}

} // namespace

NameTree folderTreeOf(const core::Library &library)
{
    const std::vector<core::LibraryFolder> &folders = library.lookups().folders().all;
    NameTree tree;
    if (!hasChoice(library)) {
        return tree;
    }
    std::vector<std::size_t> nodeOf(folders.size(), NameTree::kTop);
    std::vector<std::string> names(1);
    for (std::size_t folder = 0; folder < folders.size(); ++folder) {
        if (isBundle(library, folders[folder])) {
            continue;
        }
        const bool isFirstLevel = folders[folder].parent == core::LibraryFolders::kTop;
        names.push_back(nameOf(folders[folder]));
        nodeOf[folder]
            = tree.add({.name = toQString(names.back()),
                        .path = toQString(folders[folder].path),
                        .source = folder,
                        .parent = isFirstLevel ? NameTree::kTop : nodeOf[folders[folder].parent]});
    }
    std::vector<core::Row> numbers(tree.size() - 1);
    std::iota(numbers.begin(), numbers.end(), core::Row{1});
    const auto name = [&names](core::Row number) -> std::string_view { return names[number]; };
    const std::vector<core::Row> order = core::orderedByTitle(numbers, name, core::threadsFor(0));
    tree.arrange(std::vector<std::size_t>(order.begin(), order.end()));
    return tree;
}

bool countFolders(NameTree &tree, const core::Library &library, std::span<const core::Row> rows,
                  const core::Query &query)
{
    const std::vector<std::uint32_t> counts = core::countFolders(library, rows);
    const std::vector<core::TermUse> uses = core::folderUses(library, query);
    bool isOther = false;
    for (std::size_t number = 1; number < tree.size(); ++number) {
        const std::size_t folder = tree.node(number).source;
        isOther = tree.set(number, counts[folder], uses[folder]) || isOther;
    }
    return isOther;
}

} // namespace lectern::ui
