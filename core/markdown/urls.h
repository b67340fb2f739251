#pragma once

#include <string>
#include <string_view>

namespace lectern::core {

/// \a text with every byte outside RFC 3986's unreserved set written as %XX; safe in one path part.
std::string percentEncoded(std::string_view text);

/// The same for a relative path of raw bytes: `/` stays.
std::string percentEncodedPath(std::string_view path);

/// \a text with each well-formed %XX replaced by its byte.
std::string percentDecoded(std::string_view text);

/// The lower-case scheme of \a url without its colon, empty for a relative address. Blanks and
/// control characters that a browser would skip are skipped here as well.
std::string urlScheme(std::string_view url);

/// Whether a click on \a url may do something: http, https, mailto or a relative address.
bool isSafeLink(std::string_view url);

/// Whether \a url may be shown as an image: http, https, relative, an image of the site
/// around the library, or inline raster data.
bool isSafeImage(std::string_view url);

} // namespace lectern::core
