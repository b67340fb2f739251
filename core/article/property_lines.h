#pragma once

#include "core/article/article.h"

#include <cstddef>
#include <string_view>

namespace lectern::core {

// Lines of `Key: value` that programs for notes put among the text when they export it.

/// Fills what \a meta lacks from the properties that Notion writes below the title that \a body
/// begins with: `Created: May 1, 2023 10:00 AM`. Where \a isExport says that the file's name is
/// Notion's, one known property is enough; else all must be known, and two. They stay in the body.
void readNotionLines(std::string_view body, bool isExport, ArticleMeta &meta);

/// The bytes of \a text before the lines that Joplin's raw export ends a note with, `id: 32 digits`
/// to `type_: 1`. All of \a text where there are none. O(length of those lines).
std::size_t joplinTextSize(std::string_view text);

/// Fills what \a meta lacks from such \a lines, and its title from the first line of \a body.
void readJoplinLines(std::string_view lines, std::string_view body, ArticleMeta &meta);

} // namespace lectern::core
