#pragma once

#include "core/base/timestamp.h"

#include <memory>
#include <string>
#include <string_view>

namespace lectern::core {

/// The clock that a time without a zone was read off. Immutable; any thread.
class WallClock final
{
public:
    /// The clock of \a zone (`Asia/Shanghai`); empty or unknown: that of the process.
    explicit WallClock(std::string_view zone = {});
    ~WallClock();
    WallClock(const WallClock &) = delete;
    WallClock &operator=(const WallClock &) = delete;

    /// The instant in seconds since the epoch.
    std::int64_t instantOf(const Timestamp &timestamp) const;
    /// The name of its zone, also where that is the process's; empty when it has none.
    std::string name() const;

private:
    struct Zone;
    std::unique_ptr<const Zone> m_zone; ///< null: that of the process, which ICU does not know
};

bool isKnownZone(std::string_view zone);

} // namespace lectern::core
