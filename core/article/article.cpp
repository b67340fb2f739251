#include "core/article/article.h"

#include <cassert>

namespace lectern::core {

void ArticleMeta::clear()
{
    frontMatter = FrontMatterKind::None;
    page = PageKind::Single;
    titleOrigin = TitleOrigin::FileName;
    date.reset();
    dateOrigin = DateOrigin::None;
    weight = 0;
    isLanguageGuessed = false;
    isDraft = false;
    for (std::string *const text : {&title, &subtitle, &dateText, &summary, &menu, &thumbnail,
                                    &lead, &sidebar, &slug, &url, &source}) {
        text->clear();
    }
    for (std::vector<std::string> *const list :
         {&categories, &tags, &languages, &translations, &authors, &keywords, &series, &aliases,
          &widgets}) {
        list->clear();
    }
    for (std::optional<bool> *const flag : {&comments, &authorbox, &pager, &toc, &mathjax}) {
        flag->reset();
    }
    others.clear();
    assert(*this == ArticleMeta());
}

} // namespace lectern::core
