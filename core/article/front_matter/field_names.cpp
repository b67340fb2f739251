#include "core/article/front_matter/field_names.h"

#include "core/article/front_matter/field_table.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

namespace lectern::core {

namespace {

constexpr std::size_t kLongestName = 16;

/// A key, filled up with NULs, so that two are compared as two words: finding a field takes 10 ns a
/// key, a search among sorted texts 90, which for eight keys are a quarter of an article's header.
struct Letters
{
    std::uint64_t low = 0;
    std::uint64_t high = 0;

    constexpr bool operator==(const Letters &) const = default;

    constexpr void set(std::size_t at, char letter)
    {
        const std::uint64_t byte = static_cast<unsigned char>(letter);
        (at < 8 ? low : high) |= byte << (at % 8 * 8);
    }
};

struct Name
{
    constexpr Name(std::string_view name, Field named)
        : field(named)
    {
        for (std::size_t at = 0; at < name.size(); ++at) {
            letters.set(at, name[at]);
        }
    }

    constexpr Name() = default;

    Letters letters;
    Field field = Field::Unknown;
};

constexpr std::size_t kNameCount = [] {
    std::size_t count = 0;
    for (const FieldRow &row : kFields) {
        count += static_cast<std::size_t>(std::ranges::count(row.names, ' ')) + 1;
    }
    return count;
}();

constexpr std::array<Name, kNameCount> kNames = [] {
    std::array<Name, kNameCount> names{};
    std::size_t next = 0;
    for (const FieldRow &row : kFields) {
        std::string_view left = row.names;
        while (!left.empty()) {
            const std::size_t end = std::min(left.find(' '), left.size());
            if (end > kLongestName) {
                throw "a name does not fit two words"; // which ends the compiling here
            }
            names[next++] = Name(left.substr(0, end), row.field);
            left.remove_prefix(std::min(end + 1, left.size()));
        }
    }
    return names;
}();

constexpr std::size_t kSlots = 256;
constexpr std::uint8_t kEmpty = 0xFF;
static_assert(kNames.size() < kEmpty);

constexpr std::size_t slotOf(const Letters &letters)
{
    constexpr std::uint64_t kMixer = 0x9E37'79B9'7F4A'7C15U; // 2^64 by the golden ratio, as usual
    const std::uint64_t mixed = (letters.low ^ (letters.high * kMixer)) * kMixer;
    return mixed >> 56U;
}

static_assert(kSlots == 256);

/// The number of a name by its slot, or by a slot after it where that is taken.
constexpr std::array<std::uint8_t, kSlots> makeTable()
{
    std::array<std::uint8_t, kSlots> table{};
    table.fill(kEmpty);
    for (std::size_t name = 0; name < kNames.size(); ++name) {
        std::size_t slot = slotOf(kNames[name].letters);
        while (table[slot] != kEmpty) {
            slot = (slot + 1) % kSlots;
        }
        table[slot] = static_cast<std::uint8_t>(name);
    }
    return table;
}

constexpr std::array<std::uint8_t, kSlots> kTable = makeTable();

/// The bytes of \a Word at \a bytes, the first one lowest.
template <typename Word>
std::uint64_t load(const char *bytes)
{
    Word word = 0;
    std::memcpy(&word, bytes, sizeof(word));
    if constexpr (std::endian::native == std::endian::big) {
        word = sizeof(word) == 8 ? __builtin_bswap64(word) : __builtin_bswap32(word);
    }
    return word;
}

/// The \a key of at most kLongestName bytes as it is written. Two words that overlap hold a key of
/// any length between theirs, so that nothing is done byte by byte.
Letters asWritten(std::string_view key)
{
    const char *const bytes = key.data();
    const std::size_t size = key.size();
    if (size > 8) {
        const std::size_t shared = kLongestName - size;
        return {load<std::uint64_t>(bytes), load<std::uint64_t>(bytes + size - 8) >> shared * 8};
    }
    if (size >= 4) {
        const std::uint64_t last = load<std::uint32_t>(bytes + size - 4);
        return {load<std::uint32_t>(bytes) | last << (size - 4) * 8, 0};
    }
    Letters letters;
    for (std::size_t at = 0; at < size; ++at) {
        letters.set(at, bytes[at]);
    }
    return letters;
}

/// Whether one of the eight bytes is `-`, `_` or a capital letter, or one of a few signs beside
/// these.
bool mayDiffer(std::uint64_t word)
{
    constexpr std::uint64_t kEach = 0x0101'0101'0101'0101U;
    const auto hasZero
        = [](std::uint64_t bytes) { return ((bytes - kEach) & ~bytes & (kEach << 7U)) != 0; };
    return hasZero((word & (kEach * 0x60U)) ^ (kEach * 0x40U)) || hasZero(word ^ (kEach * '-'));
}

Field fieldOf(const Letters &letters)
{
    for (std::size_t slot = slotOf(letters); kTable[slot] != kEmpty; slot = (slot + 1) % kSlots) {
        if (kNames[kTable[slot]].letters == letters) {
            return kNames[kTable[slot]].field;
        }
    }
    return Field::Unknown;
}

} // namespace

Field fieldNamed(std::string_view key)
{
    if (key.size() <= kLongestName) {
        const Letters written = asWritten(key);
        if (!mayDiffer(written.low) && !mayDiffer(written.high)) {
            return fieldOf(written);
        }
    }
    Letters wanted;
    std::size_t length = 0;
    for (const char character : key) {
        if (character == '_' || character == '-') {
            continue;
        }
        if (length == kLongestName) {
            return Field::Unknown;
        }
        const bool isUpper = character >= 'A' && character <= 'Z';
        wanted.set(length++, static_cast<char>(isUpper ? character - 'A' + 'a' : character));
    }
    return fieldOf(wanted);
}

std::size_t gluedKeyEnd(std::string_view line)
{
    constexpr std::string_view kWideColon = "\uFF1A";
    const std::size_t narrow = line.find(':');
    const std::size_t end = std::min(narrow, line.find(kWideColon));
    if (end == std::string_view::npos || end == 0) {
        return std::string_view::npos;
    }
    const std::string_view value = line.substr(end + (end == narrow ? 1 : kWideColon.size()));
    const bool isGlued = end != narrow || (!value.empty() && value.find_first_of(" \t/") != 0);
    const std::string_view key = line.substr(0, line.find_last_not_of(" \t", end - 1) + 1);
    return isGlued && fieldNamed(key) < Field::Container ? end : std::string_view::npos;
}

} // namespace lectern::core
