#pragma once

#include "core/article/article.h"
#include "core/article/front_matter/article_meta.h"
#include "core/article/front_matter/fences.h"
#include "core/article/front_matter/tree_writer.h"

namespace lectern::core {

/// Understands front matter, block after block: by its parser, and where that refuses, key by key.
/// Keeps the memory that one block took for the next. One thread.
class FrontMatterReader final
{
public:
    /// Fills \c meta and \c problems of \a article, whose lists may be \a words and whose keys may
    /// have \a types. Every block gives something; never throws.
    void read(const FenceSplit &split, Article &article, WordLists words = WordLists::None,
              const PropertyTypes *types = nullptr);

    /// Fills what \a article lacks from a second block that an exporter left right below the first.
    void fillGaps(const FenceSplit &second, Article &article);

private:
    void readBlock(const BlockPlace &place, Article &article);

    TreeWriter m_writer;
    WordLists m_words = WordLists::None;
    const PropertyTypes *m_types = nullptr; ///< of the last read()
};

} // namespace lectern::core
