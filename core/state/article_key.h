#pragma once

#include "core/base/disk.h"
#include "core/state/text_print.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace lectern::core {

/// By what an article is known again.
struct ArticleKey
{
    std::string path; ///< relative to the library's root, raw bytes
    std::string source; ///< normalSource(); empty: not known
    std::string title; ///< as it is shown
    FileStamp stamp; ///< all 0: not known
    TextPrint print;

    bool operator==(const ArticleKey &) const = default;
};

/// The address \a source in the form in which those of one article are equal: host and path without
/// scheme, `www.`, port, trailing slash, what only counts visitors (`utm_source=`) and the place in
/// the page; a fragment stays that is an address itself (`#!/post/1`). Empty for what is no address
/// of a page on the web, a site's front page among them: many articles name it. O(length).
std::string normalSource(std::string_view source);

/// Whether the file of both is the same and was not written to in between. False where it is not
/// known.
bool isSameFile(const ArticleKey &one, const ArticleKey &other);

/// Whether the title of \a key says anything that its path does not.
bool hasOwnTitle(const ArticleKey &key);

} // namespace lectern::core
