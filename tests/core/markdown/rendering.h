#pragma once

#include "core/article/article.h"
#include "core/markdown/markdown.h"

#include <string>
#include <utility>

namespace lectern::core {

inline Article articleOf(std::string body)
{
    Article article;
    article.path = "a.md";
    article.meta.title = "Title";
    article.body = std::move(body);
    return article;
}

/// Images as written in the page, without how they are to be loaded.
inline RenderOptions eagerly(Repairs repairs = Repairs::all())
{
    RenderOptions options;
    options.repairs = repairs;
    options.imageLoading = ImageLoading::Eager;
    return options;
}

inline std::string htmlOf(std::string body, Repairs repairs = Repairs::all())
{
    return renderBody(articleOf(std::move(body)), eagerly(repairs)).html;
}

} // namespace lectern::core
