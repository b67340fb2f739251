#include "core/base/wall_clock.h"

#include <unicode/timezone.h>
#include <unicode/unistr.h>

namespace lectern::core {

namespace {

std::unique_ptr<icu::TimeZone> known(icu::TimeZone *zone)
{
    std::unique_ptr<icu::TimeZone> owned(zone);
    return owned && *owned == icu::TimeZone::getUnknown() ? nullptr : std::move(owned);
}

std::unique_ptr<icu::TimeZone> zoneNamed(std::string_view name)
{
    const icu::UnicodeString id = icu::UnicodeString::fromUTF8(
        icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
    return name.empty() ? nullptr : known(icu::TimeZone::createTimeZone(id));
}

/// ICU knows the zone of the process by name; mktime() would look for a newer /etc/localtime with
/// every date, which was a tenth of the time that indexing took.
std::unique_ptr<icu::TimeZone> zoneOfProcess()
{
    return known(icu::TimeZone::detectHostTimeZone());
}

} // namespace

struct WallClock::Zone
{
    std::unique_ptr<icu::TimeZone> rules;
};

WallClock::WallClock(std::string_view zone)
{
    std::unique_ptr<icu::TimeZone> rules = zoneNamed(zone);
    rules = rules ? std::move(rules) : zoneOfProcess();
    if (rules) {
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
    std::string name;
    if (m_zone) {
        icu::UnicodeString id;
        m_zone->rules->getID(id).toUTF8String(name);
    }
    return name;
}

bool isKnownZone(std::string_view zone)
{
    return zoneNamed(zone) != nullptr;
}

} // namespace lectern::core
