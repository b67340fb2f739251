#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace lectern::core {

/// A file's bytes as UTF-8 without a byte order mark.
struct DecodedText
{
    std::string text;
    std::string encoding = "UTF-8"; ///< what the bytes were read as
    bool isGuessed = false; ///< neither valid UTF-8 nor told by a byte order mark
    std::optional<std::size_t> firstInvalid; ///< byte in \c text of the first U+FFFD put in
};

/// Decodes \a bytes: by byte order mark, as UTF-8, as UTF-16 or UTF-32 told by its zero bytes, else
/// by a detector's guess among the encodings of Chinese, Japanese, Korean and Western texts. Bytes
/// that mean nothing become U+FFFD. O(length); any thread.
DecodedText decodeText(std::string_view bytes);

} // namespace lectern::core
