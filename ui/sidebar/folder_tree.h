#pragma once

#include "core/library/library.h"
#include "core/search/query.h"
#include "ui/sidebar/name_tree.h"

#include <span>

namespace lectern::ui {

/// The folders of \a library by name. A folder that stands for one article (Hugo's leaf bundle) is
/// no folder to choose, and there is none at all where every folder holds all articles. O(folders
/// log folders).
NameTree folderTreeOf(const core::Library &library);

/// Counts \a rows of \a library, whose folders \a tree has. Whether anything changed. O(rows +
/// folders).
bool countFolders(NameTree &tree, const core::Library &library, std::span<const core::Row> rows,
                  const core::Query &query);

} // namespace lectern::ui
