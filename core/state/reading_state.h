#pragma once

#include "core/base/folded_text.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lectern::core {

/// Of what is kept of an article; never used twice in one database. 0 stands for none.
using StateId = std::int64_t;
using LabelId = std::int64_t;
using HighlightId = std::int64_t;

enum class ReadStatus : std::uint8_t { Unread, Reading, Read };

/// In thousandths: how far an article was read.
inline constexpr std::uint16_t kWholeProgress = 1000;

/// A place in a page: the number of a paragraph and the words there, by which it is found when
/// others were put before it or its lines break elsewhere.
struct ReadingPosition
{
    std::uint32_t paragraph = 0;
    std::string anchor;

    bool operator==(const ReadingPosition &) const = default;
};

/// What is kept of one article, highlights apart. Times are seconds since the epoch, 0 for never.
struct ReadingState
{
    StateId id = 0;
    ReadStatus status = ReadStatus::Unread;
    std::int64_t openedAt = 0; ///< last
    std::int64_t readAt = 0; ///< when it became ReadStatus::Read
    std::int64_t starredAt = 0;
    std::uint16_t progress = 0; ///< at most kWholeProgress
    ReadingPosition position;
    std::uint32_t readVersion = 0; ///< TextPrint::version of the text that was read
    std::uint64_t readHash = 0; ///< TextPrint::hash of it; 0: not known
    std::vector<LabelId> labels; ///< ascending

    bool isStarred() const { return starredAt != 0; }

    bool operator==(const ReadingState &) const = default;
};

/// What is to become of the states of some articles: what has a value is set.
struct StateChange
{
    std::optional<ReadStatus> status;
    std::optional<bool> isStarred;
    std::optional<std::uint16_t> progress;
    std::optional<ReadingPosition> position;
    bool isOpened = false; ///< openedAt becomes \c now
    std::vector<LabelId> addedLabels;
    std::vector<LabelId> removedLabels;
    std::int64_t now = 0; ///< seconds since the epoch
};

struct Label
{
    LabelId id = 0;
    std::string name; ///< UTF-8, not empty, of one label only
    std::uint32_t colour = 0; ///< 0xRRGGBB

    bool operator==(const Label &) const = default;
};

/// A place in a text: its words, what stands around them, and where that was when it was made.
struct QuoteSelector
{
    std::string quote;
    std::string prefix; ///< some characters before it
    std::string suffix; ///< and behind
    std::uint64_t start = 0; ///< in bytes of the text that has \c textHash
    std::uint64_t textHash = 0; ///< quotedTextHash()
    bool isUnique = false; ///< the quote stood in that text once

    bool operator==(const QuoteSelector &) const = default;
};

enum class HighlightColour : std::uint8_t { Yellow, Green, Blue, Red };

struct Highlight
{
    HighlightId id = 0; ///< 0: not yet kept
    std::string uid; ///< 32 hexadecimal digits, the same in every copy; empty: not yet kept
    StateId article = 0;
    HighlightColour colour = HighlightColour::Yellow;
    std::string note;
    QuoteSelector place;
    std::int64_t createdAt = 0;
    std::int64_t changedAt = 0;

    bool operator==(const Highlight &) const = default;
};

/// What was read of an article on one day.
struct ReadingDay
{
    StateId article = 0;
    std::int32_t day = 0; ///< since 1970-01-01, in the reader's zone
    std::uint32_t seconds = 0;
    std::uint32_t characters = 0;

    bool operator==(const ReadingDay &) const = default;
};

} // namespace lectern::core
