#pragma once

#include "core/article/article.h"

#include <cstddef>
#include <string_view>

namespace lectern::core {

/// Reads the header of link definitions that some translation projects use in place of front matter
/// (`[#]: subject: (A title)`, one key a line) into \a meta. Returns the length of its lines, 0 if
/// \a text does not begin with one.
std::size_t readSubjectHeader(std::string_view text, ArticleMeta &meta);

/// Takes the title of a translation, a Chinese heading that \a body begins with, in place of the
/// one that the header gave it, which stays among the others.
void preferTranslatedTitle(std::string_view body, ArticleMeta &meta);

/// The address of a last line that is only a link, `[site](https://…)`: where the article is from.
std::string_view sourceFromLastLine(std::string_view body);

} // namespace lectern::core
