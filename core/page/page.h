#pragma once

#include "core/article/article.h"
#include "core/markdown/links/link_resolver.h"
#include "core/page/article_page.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::core {

/// What the program knows about an article's page beside its HTML.
struct PageFacts
{
    std::vector<OutlineEntry> outline;
    RepairCounts repairs;
    std::vector<PageImage> images; ///< of the body, in their order
    std::uint32_t footnotes = 0;
    std::string language; ///< of the text, as in `<html lang>`
    TextLength length; ///< of the body
    std::uint32_t readingMinutes = 0; ///< rounded up; 0 when there is nothing to read
    bool hasCode = false; ///< the page needs the highlighter
    bool hasMath = false; ///< the page needs the formula renderer
    bool isCut = false; ///< the page does not show all of the article
    bool opensContents = false; ///< the article asks for its contents beside it
};

struct Page
{
    std::string html;
    PageFacts facts;
};

/// What the pages of a library are made from.
struct PageSetup
{
    std::string root; ///< empty: no library
    FindArticle findArticle; ///< for links by name; may be empty
    std::shared_ptr<const KnownSite> site; ///< around root; without it each page asks the disk
    Repairs repairs = Repairs::all();
    PageOptions options;
};

/// The page of \a article, whose links and images \a resolver finds; it may be null. Any thread.
Page makePage(const Article &article, const PageSetup &setup, const LinkResolver *resolver);

/// The page of the article at \a path, with links and images resolved. Never fails: an unreadable
/// file is a page that says so. Reads the disk; any thread.
Page readPage(const PageSetup &setup, std::string_view path);

/// 500 Chinese characters or 230 words a minute, rounded up.
std::uint32_t readingMinutes(const TextLength &length);

} // namespace lectern::core
