#pragma once

#include "core/article/article.h"

#include <string_view>

namespace lectern::core {

/// Reads the line below the title of an article from WeChat, `account 2024-12-19 02:33` or
/// `原创 author account 2024-12-19`, into \a meta: date, author and, among the others, source. The
/// line stays in \a body, and any other line says nothing.
void readByline(std::string_view body, ArticleMeta &meta);

} // namespace lectern::core
