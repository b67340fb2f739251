#pragma once

#include <string>
#include <string_view>

namespace lectern::core {

/// The text of the first `# heading` of \a body, or of a heading underlined with `=` or `-` if it
/// is the first block; empty if there is none. Looks at the first 64 KB.
std::string titleFromHeading(std::string_view body);

/// \a name of a page or its folder without the blank and the 32 digits that Notion puts behind it.
std::string_view withoutNotionId(std::string_view name);

/// Whether a page has the name at \a relativePath that Notion exports it under: words, a blank and
/// 32 digits.
bool hasNotionName(std::string_view relativePath);

/// The date in front of a file's name or, for index files, its folder's (`2015-04-01-name.md`,
/// `20150401 name.md`, `2015.04.01.md`, `2015_04_01.md`) as `2015-04-01`; empty if there is none.
std::string dateFromPath(std::string_view relativePath);

/// The date among the parts of an address (`blog/2026/08/21/name`), empty if there is none.
std::string_view dateFromAddress(std::string_view address);

/// Whether the file is in a folder of that name which Logseq keeps pages in.
bool isInGraph(std::string_view relativePath);

/// Whether the file has the name that Logseq keeps the page `A/B` under: `pages/A___B.md`.
bool isNamespacedPage(std::string_view relativePath);

/// A title made of a file's path: the name without suffix, the date in front of it dropped, percent
/// signs decoded, `A/B` of a namespaced page; for index files the name of their folder. Never
/// empty.
std::string titleFromPath(std::string_view relativePath);

} // namespace lectern::core
