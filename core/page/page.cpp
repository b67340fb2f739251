#include "core/page/page.h"

#include "core/article/article_file.h"
#include "core/article/folder_conventions.h"
#include "core/markdown/links/settings.h"

#include <optional>
#include <utility>

namespace lectern::core {

namespace {

PageFacts factsOf(const ArticleMeta &meta, RenderedBody body, const PageOptions &options)
{
    std::string language(pageLanguage(meta, body, options));
    return {.outline = std::move(body.outline),
            .repairs = body.repairs,
            .images = std::move(body.images),
            .footnotes = body.footnotes,
            .language = std::move(language),
            .length = body.length,
            .readingMinutes = readingMinutes(body.length),
            .hasCode = body.hasCode,
            .hasMath = body.hasMath,
            .isCut = body.isCut,
            .opensContents = meta.toc.value_or(false)};
}

} // namespace

Page makePage(const Article &article, const PageSetup &setup, const LinkResolver *resolver)
{
    RenderedBody body = renderBody(
        article,
        {.repairs = setup.repairs, .scriptMarks = ScriptMarks::Runs, .resolver = resolver});
    std::string html = articlePage(article, body, setup.options);
    return {std::move(html), factsOf(article.meta, std::move(body), setup.options)};
}

Page readPage(const PageSetup &setup, std::string_view path)
{
    const Site site = setup.site ? setup.site->get() : siteAround(setup.root);
    const LinkResolver resolver(setup.root, std::string(path), setup.findArticle, site);
    FolderConventions conventions = conventionsOf(setup.root, site);
    addCascadesAround(conventions, setup.root, path);
    return makePage(readArticleFile(setup.root, path, &conventions).article, setup, &resolver);
}

std::uint32_t readingMinutes(const TextLength &length)
{
    constexpr std::uint64_t kIdeographsAMinute = 500;
    constexpr std::uint64_t kWordsAMinute = 230;
    constexpr std::uint64_t kAll = kIdeographsAMinute * kWordsAMinute;
    const std::uint64_t parts
        = length.ideographs * kWordsAMinute + length.words * kIdeographsAMinute;
    return static_cast<std::uint32_t>((parts + kAll - 1) / kAll);
}

} // namespace lectern::core
