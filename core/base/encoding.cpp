#include "core/base/encoding.h"

#include "core/base/text.h"

#include <uchardet.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>

namespace lectern::core {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// What the detector and the proof by decoding look at.
constexpr std::size_t kSampleBytes = 64U << 10U;

struct ByteOrderMark
{
    std::string_view mark;
    const char *encoding;
};

/// UTF-32LE begins like UTF-16LE and therefore comes first.
constexpr std::array kByteOrderMarks{
    ByteOrderMark{std::string_view("\xFF\xFE\0\0", 4), "UTF-32LE"},
    ByteOrderMark{std::string_view("\0\0\xFE\xFF", 4), "UTF-32BE"},
    ByteOrderMark{"\xFF\xFE", "UTF-16LE"},
    ByteOrderMark{"\xFE\xFF", "UTF-16BE"},
};
constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

std::string converted(std::string_view bytes, const char *encoding)
{
    const auto length = static_cast<std::int32_t>(bytes.size());
    std::string text;
    icu::UnicodeString(bytes.data(), length, encoding).toUTF8String(text);
    return text;
}

std::optional<std::size_t> findReplacement(std::string_view text)
{
    const std::size_t found = text.find(kReplacement);
    return found == std::string_view::npos ? std::nullopt : std::optional(found);
}

DecodedText decodedAs(std::string_view bytes, const char *encoding)
{
    DecodedText decoded;
    decoded.text = converted(bytes, encoding);
    decoded.encoding = encoding;
    decoded.firstInvalid = findReplacement(decoded.text);
    return decoded;
}

/// Western and Chinese texts have many line feeds and blanks, which UTF-16 and UTF-32 pad with
/// zeros.
const char *wideEncodingOf(std::string_view bytes)
{
    const std::string_view sample = bytes.substr(0, 4096);
    std::array<std::size_t, 4> zeros{};
    for (std::size_t at = 0; at < sample.size(); ++at) {
        zeros[at % 4] += sample[at] == '\0' ? 1 : 0;
    }
    const std::size_t quarter = sample.size() / 4;
    if (quarter == 0 || zeros[0] + zeros[1] + zeros[2] + zeros[3] < sample.size() / 50 + 2) {
        return nullptr;
    }
    const auto isFull = [&](std::size_t place) { return zeros[place] * 10 > quarter * 9; };
    if (isFull(3) && isFull(2) && !isFull(0)) {
        return "UTF-32LE";
    }
    if (isFull(0) && isFull(1) && !isFull(3)) {
        return "UTF-32BE";
    }
    const std::size_t even = zeros[0] + zeros[2];
    const std::size_t odd = zeros[1] + zeros[3];
    if (bytes.size() % 2 != 0 || std::min(even, odd) * 8 > std::max(even, odd)) {
        return nullptr;
    }
    return odd > even ? "UTF-16LE" : "UTF-16BE";
}

std::string detectedEncoding(std::string_view bytes)
{
    const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(),
                                                                         &uchardet_delete);
    if (uchardet_handle_data(detector.get(), bytes.data(), bytes.size()) != 0) {
        return {};
    }
    uchardet_data_end(detector.get());
    return uchardet_get_charset(detector.get());
}

/// GB18030 contains GBK and GB2312 and is what such files are. ICU has no encoding called UHC.
std::string canonicalEncoding(const std::string &name)
{
    if (name == "UHC") {
        return "windows-949";
    }
    return name == "GB2312" || name == "GBK" || name == "HZ-GB-2312" ? "GB18030" : name;
}

std::size_t countReplacements(std::string_view text)
{
    std::size_t count = 0;
    for (std::size_t at = text.find(kReplacement); at != std::string_view::npos;
         at = text.find(kReplacement, at + kReplacement.size())) {
        ++count;
    }
    return count;
}

bool isKnownToIcu(const std::string &encoding)
{
    UErrorCode status = U_ZERO_ERROR;
    UConverter *converter = ucnv_open(encoding.c_str(), &status);
    ucnv_close(converter);
    return U_SUCCESS(status) != 0;
}

/// The part of \a bytes that is not plain ASCII: the first sample may hold English front matter
/// only.
std::string_view sampleOf(std::string_view bytes)
{
    const auto first = std::ranges::find_if(
        bytes, [](char byte) { return static_cast<unsigned char>(byte) >= 0x80; });
    const auto start = static_cast<std::size_t>(first - bytes.begin());
    return bytes.substr(start < kSampleBytes / 2 ? 0 : start - kSampleBytes / 2, kSampleBytes);
}

/// One damaged character in a thousand bytes is UTF-8 that went through something, not GB18030.
bool isMostlyUtf8(std::string_view sample)
{
    const std::size_t damaged = countReplacements(repairUtf8(sample));
    const auto beyondAscii = static_cast<std::size_t>(std::ranges::count_if(
        sample, [](char byte) { return static_cast<unsigned char>(byte) >= 0x80; }));
    return damaged * 12 <= beyondAscii;
}

DecodedText repairedUtf8(std::string_view bytes)
{
    DecodedText decoded;
    decoded.text = repairUtf8(bytes);
    decoded.firstInvalid = findReplacement(decoded.text);
    return decoded;
}

DecodedText guessed(std::string_view bytes)
{
    const std::string_view sample = sampleOf(bytes);
    if (isMostlyUtf8(sample)) {
        return repairedUtf8(bytes);
    }
    const std::string encoding = canonicalEncoding(detectedEncoding(sample));
    if (encoding.empty() || encoding == "UTF-8" || encoding == "ASCII" || !isKnownToIcu(encoding)) {
        return repairedUtf8(bytes);
    }
    DecodedText decoded = decodedAs(bytes, encoding.c_str());
    decoded.isGuessed = true;
    return decoded;
}

} // namespace

DecodedText decodeText(std::string_view bytes)
{
    if (bytes.starts_with(kUtf8Mark)) {
        bytes.remove_prefix(kUtf8Mark.size());
    }
    for (const ByteOrderMark &known : kByteOrderMarks) {
        if (bytes.starts_with(known.mark)) {
            return decodedAs(bytes.substr(known.mark.size()), known.encoding);
        }
    }
    const bool hasZeros = bytes.substr(0, kSampleBytes).find('\0') != std::string_view::npos;
    const char *wide = hasZeros ? wideEncodingOf(bytes) : nullptr;
    if (wide != nullptr) {
        DecodedText decoded = decodedAs(bytes, wide);
        decoded.isGuessed = true;
        return decoded;
    }
    if (isValidUtf8(bytes)) {
        DecodedText decoded;
        decoded.text = bytes;
        return decoded;
    }
    return guessed(bytes);
}

} // namespace lectern::core
