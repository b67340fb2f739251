#pragma once

#include "core/library/library.h"

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::core {

/// How titles are ordered: Latin first and Han by pinyin, which serves a mixed library in any
/// language. One thread at a time.
class TitleOrder final
{
public:
    TitleOrder();
    ~TitleOrder();
    TitleOrder(TitleOrder &&) noexcept;
    TitleOrder &operator=(TitleOrder &&) noexcept;

    /// Bytes whose order is that of the titles. Valid until the next call.
    std::string_view key(std::string_view title);
    /// Negative, 0 or positive; the same order as that of the keys, and faster for a few titles.
    int compare(std::string_view left, std::string_view right) const;

private:
    struct Collation;
    std::unique_ptr<Collation> m_collation; ///< null without ICU's data: titles sort by their bytes
    std::string m_key;
};

/// \a rows, which ascend, ordered by their titles; ties stay in order. \a title must serve several
/// threads at once. O(n log n) over \a threads threads.
std::vector<Row> orderedByTitle(std::span<const Row> rows,
                                const std::function<std::string_view(Row)> &title,
                                unsigned threads);

} // namespace lectern::core
