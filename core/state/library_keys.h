#pragma once

#include "core/library/library.h"
#include "core/state/article_key.h"
#include "core/state/placement.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::core {

/// By what the articles of \a library are known, by row, with those prints that \a known gives.
/// O(n). Any thread.
std::vector<ArticleKey> keysOf(const Library &library, const PrintReader &known = {});

/// The print of a text of the pack of texts, without its sketch: enough to find what has the same
/// text. \a checksum and \a bytes are those of its entry.
TextPrint printOfEntry(std::uint64_t checksum, std::uint64_t bytes);

/// The print of the body of an article, \a markdown, as that of its text in the pack of texts.
TextPrint printOfBody(std::string_view markdown);

/// The print of the file \a path below \a root, which is read; none where it cannot be. Any thread.
TextPrint printOfFile(const std::string &root, std::string_view path);

} // namespace lectern::core
