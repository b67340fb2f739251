#include "core/state/deflated.h"

#include <zlib.h>

namespace lectern::core {

namespace {

constexpr std::size_t kMaxTextBytes = std::size_t{64} << 20U;

} // namespace

std::string deflated(std::string_view text)
{
    uLongf size = compressBound(text.size());
    std::string bytes(size, '\0');
    compress2(reinterpret_cast<Bytef *>(bytes.data()), &size,
              reinterpret_cast<const Bytef *>(text.data()), text.size(), Z_DEFAULT_COMPRESSION);
    bytes.resize(size);
    return bytes;
}

Result<std::string> inflated(std::string_view bytes, std::size_t sizeBytes)
{
    const Error malformed{ErrorCode::Malformed, "a kept text cannot be unpacked"};
    if (sizeBytes > kMaxTextBytes) {
        return malformed;
    }
    std::string text(sizeBytes, '\0');
    uLongf size = sizeBytes;
    const int result = uncompress(reinterpret_cast<Bytef *>(text.data()), &size,
                                  reinterpret_cast<const Bytef *>(bytes.data()), bytes.size());
    return result == Z_OK && size == sizeBytes ? Result<std::string>(std::move(text)) : malformed;
}

} // namespace lectern::core
