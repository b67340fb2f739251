#include "core/base/wall_clock.h"

#include <unicode/timezone.h>
#include <unicode/unistr.h>

namespace lectern::core {

namespace {

std::unique_ptr<icu::TimeZone> zoneNamed(std::string_view name)
{
    const icu::UnicodeString id = icu::UnicodeString::fromUTF8(
        icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
    std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(id));
    return name.empty() || *zone == icu::TimeZone::getUnknown() ? nullptr : std::move(zone);
}

} // namespace

struct WallClock::Zone
{
    std::unique_ptr<icu::TimeZone> rules;
};

WallClock::WallClock(std::string_view zone)
{
    if (auto rules = zoneNamed(zone)) {
        m_zone = std::make_unique<const Zone>(Zone{std::move(rules)});
    }
}

WallClock::~WallClock() = default;

std::int64_t WallClock::instantOf(const Timestamp &timestamp) const
{
    if (!m_zone || timestamp.offsetMinutes) {
        return toInstant(timestamp);
    }
    constexpr UBool kIsLocal = 1;
    constexpr int kMsPerSecond = 1000;
    std::int32_t offsetMs = 0;
    std::int32_t summerMs = 0;
    UErrorCode status = U_ZERO_ERROR; // cannot fail for the rules of a zone
    m_zone->rules->getOffset(static_cast<UDate>(timestamp.wallSeconds) * kMsPerSecond, kIsLocal,
                             offsetMs, summerMs, status);
    return timestamp.wallSeconds - (offsetMs + summerMs) / kMsPerSecond;
}

std::string WallClock::name() const
{
    icu::UnicodeString id;
    if (m_zone) {
        m_zone->rules->getID(id);
    } else {
        const std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createDefault());
        zone->getID(id);
    }
    std::string name;
    return id.toUTF8String(name);
}

bool isKnownZone(std::string_view zone)
{
    return zoneNamed(zone) != nullptr;
}

} // namespace lectern::core
