#pragma once

#include "core/markdown/markdown.h"
#include "core/page/page_style.h"

#include <array>
#include <string>
#include <string_view>

namespace lectern::core {

struct Article;
struct ArticleMeta;

/// Words the page shows around the article, in the user's language (made in ui).
struct PageStrings
{
    std::string source = "Source";
    /// By DateOrigin: what follows a date that is not from `date`.
    std::array<std::string, 7> dateOrigins{"",
                                           "",
                                           " (published)",
                                           " (created)",
                                           " (changed)",
                                           " (from its name)",
                                           " (time of the file)"};
    std::string cutNotice = "The rest of this article is not shown because it is too large.";
};

struct PageOptions
{
    PageStyle style;
    std::string uiLanguage = "en";
    PageStrings strings;
};

/// What the text is in, as far as that is known; valid as long as its arguments are.
std::string_view pageLanguage(const ArticleMeta &meta, const RenderedBody &body,
                              const PageOptions &options);

/// The whole HTML page: CSP first in its head, header (title, subtitle, lead, date, categories and
/// tags as `lectern-filter:` links), body. Everything from \a article is escaped here. Any thread.
std::string articlePage(const Article &article, const RenderedBody &body,
                        const PageOptions &options);

} // namespace lectern::core
