#pragma once

#include "core/state/article_key.h"
#include "core/state/reading_state.h"

#include <cstdint>
#include <string>
#include <vector>

namespace lectern::core {

/// All that is kept of one article, without the numbers that mean something in one file alone.
struct KeptArticle
{
    std::string uid; ///< 32 hexadecimal digits, or empty
    std::string library; ///< root
    ArticleKey key;
    ReadingState state; ///< id and labels mean nothing
    std::int64_t changedAt = 0;
    std::string readText;
    std::vector<std::string> labels; ///< names
    std::vector<ReadingDay> days; ///< article means nothing
    std::vector<Highlight> highlights; ///< id and article mean nothing
};

struct StateRecord
{
    std::vector<Label> labels; ///< id means nothing
    std::vector<KeptArticle> articles;
};

} // namespace lectern::core
