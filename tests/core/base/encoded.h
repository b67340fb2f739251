#pragma once

#include <unicode/stringpiece.h>
#include <unicode/unistr.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace lectern::core {

/// The UTF-8 \a text in the \a encoding that ICU knows by this name.
inline std::string encoded(std::string_view text, const char *encoding)
{
    const auto wide = icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    std::string bytes(text.size() * 4 + 8, '\0');
    const std::int32_t length = wide.extract(0, wide.length(), bytes.data(),
                                             static_cast<std::uint32_t>(bytes.size()), encoding);
    bytes.resize(static_cast<std::size_t>(length));
    return bytes;
}

} // namespace lectern::core
