#pragma once

#include <memory>
#include <string>
#include <string_view>

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

} // namespace lectern::core
