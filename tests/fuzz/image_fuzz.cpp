#include "core/image/image_type.h"
#include "tests/fuzz/fuzz_check.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

using namespace lectern::core;

namespace {

void checkInfo(const Result<ImageInfo> &info, std::optional<ImageType> type)
{
    if (!info) {
        check(type.has_value() == (info.error().code != ErrorCode::Unsupported),
              "Unsupported is said of what is no image, and of nothing else");
        return;
    }
    check(info.value().type == type, "both functions name one type");
    check(info.value().width >= 1 && info.value().height >= 1, "a picture has pixels");
    check(info.value().pixels() <= kMaxImagePixels, "a picture can be decoded");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes{reinterpret_cast<const char *>(data), size};
    const std::optional<ImageType> type = imageTypeOf(bytes);

    check(type == imageTypeOf(bytes.substr(0, kTypeBytes)), "so many bytes decide");
    (void)looksLikeSvg(bytes);
    checkInfo(readImageInfo(bytes), type);
    return 0;
}
