#include "core/image/image_failure.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace lectern::core {

namespace {

constexpr std::array<std::string_view, 13> kNames{
    "not-found",    "server-refused",  "host-unknown",       "unreachable",
    "timed-out",    "insecure",        "too-many-redirects", "forbidden-address",
    "too-large",    "too-many-pixels", "not-an-image",       "broken",
    "fetching-off",
};

} // namespace

std::string_view failureName(ImageFailure failure)
{
    return kNames[static_cast<std::size_t>(failure)];
}

std::optional<ImageFailure> failureFromName(std::string_view name)
{
    const auto *const found = std::ranges::find(kNames, name);
    if (found == kNames.end()) {
        return std::nullopt;
    }
    return static_cast<ImageFailure>(found - kNames.begin());
}

std::chrono::seconds believedFor(ImageFailure failure)
{
    using std::chrono::hours;
    using std::chrono::minutes;
    using std::chrono::seconds;
    switch (failure) {
    case ImageFailure::Unreachable:
    case ImageFailure::HostUnknown:
        return seconds(30);
    case ImageFailure::TimedOut:
        return minutes(5);
    case ImageFailure::ServerRefused:
    case ImageFailure::Insecure:
    case ImageFailure::Broken:
        return hours(1);
    case ImageFailure::NotFound:
    case ImageFailure::TooManyRedirects:
    case ImageFailure::TooLarge:
    case ImageFailure::TooManyPixels:
    case ImageFailure::NotAnImage:
        return hours(24);
    case ImageFailure::ForbiddenAddress:
    case ImageFailure::FetchingOff:
        return seconds(0);
    }
    return seconds(0);
}

} // namespace lectern::core
