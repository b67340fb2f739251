#include "core/article/meta_gaps.h"

namespace lectern::core {

void fillGaps(ArticleMeta &meta, const ArticleMeta &other)
{
    const auto fill = [](auto &mine, const auto &theirs) {
        if (mine.empty()) {
            mine = theirs;
        }
    };
    if (meta.title.empty()) {
        meta.titleOrigin = other.titleOrigin;
    }
    fill(meta.title, other.title);
    if (!meta.date && other.date) {
        meta.date = other.date;
        meta.dateOrigin = other.dateOrigin;
        meta.dateText = other.dateText;
    }
    for (std::string ArticleMeta::*const text :
         {&ArticleMeta::subtitle, &ArticleMeta::summary, &ArticleMeta::thumbnail,
          &ArticleMeta::lead, &ArticleMeta::slug, &ArticleMeta::url, &ArticleMeta::source}) {
        fill(meta.*text, other.*text);
    }
    for (std::vector<std::string> ArticleMeta::*const list :
         {&ArticleMeta::categories, &ArticleMeta::tags, &ArticleMeta::languages,
          &ArticleMeta::authors, &ArticleMeta::keywords, &ArticleMeta::series}) {
        fill(meta.*list, other.*list);
    }
    for (std::optional<bool> ArticleMeta::*const flag :
         {&ArticleMeta::comments, &ArticleMeta::authorbox, &ArticleMeta::pager, &ArticleMeta::toc,
          &ArticleMeta::mathjax}) {
        meta.*flag = meta.*flag ? meta.*flag : other.*flag;
    }
    meta.weight = meta.weight != 0 ? meta.weight : other.weight;
}

} // namespace lectern::core
