#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

namespace lectern::core {

/// Why an image is not shown, as a closed list; ui makes the sentence for the reader.
enum class ImageFailure : std::uint8_t {
    NotFound, ///< 404, 410, or no such file in the folder
    ServerRefused, ///< any other HTTP status that is no success
    HostUnknown,
    Unreachable, ///< refused, reset or no network
    TimedOut,
    Insecure, ///< TLS error, or a redirect from https to http
    TooManyRedirects,
    ForbiddenAddress, ///< a private or local address, or not http(s)
    TooLarge, ///< more bytes than kMaxRemoteImageBytes
    TooManyPixels,
    NotAnImage,
    Broken, ///< empty, cut short, or a header that contradicts itself
    FetchingOff, ///< not in the store, and the reader has images from the network turned off
};

/// `not-found` and so on; stable, stored on disk.
std::string_view failureName(ImageFailure failure);
std::optional<ImageFailure> failureFromName(std::string_view name);

/// How long a failure is believed before the address is tried again. What passes by itself (no
/// network) is short, what the server decided is long; zero means it is not remembered at all.
std::chrono::seconds believedFor(ImageFailure failure);

} // namespace lectern::core
