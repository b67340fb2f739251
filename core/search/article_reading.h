#pragma once

#include <cstdint>

namespace lectern::core {

/// What a reader did with one article, as queries ask for it. Times are seconds since the epoch, 0
/// for never.
struct ArticleReading
{
    enum class Status : std::uint8_t { Unread, Reading, Read };

    Status status = Status::Unread;
    bool isStarred = false;
    bool isChanged = false; ///< its text is no longer the one that was read
    bool hasHighlight = false;
    bool hasNote = false;
    std::int64_t percent = 0; ///< how far it was read
    std::int64_t openedAt = 0; ///< last
    std::int64_t readAt = 0;
};

} // namespace lectern::core
