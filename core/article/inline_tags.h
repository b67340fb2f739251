#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lectern::core {

/// Adds to \a tags those that the \a body of a note has among its words, `#river/ferry` and
/// Logseq's `#[[two words]]`, outside code, comments and HTML. One that is there already, whatever
/// its case, is not added. O(length).
void addInlineTags(std::string_view body, std::vector<std::string> &tags);

} // namespace lectern::core
