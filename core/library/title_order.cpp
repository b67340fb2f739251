#include "core/library/title_order.h"

#include "core/base/task.h"

#include <unicode/coll.h>
#include <unicode/locid.h>
#include <unicode/stringpiece.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <utility>

namespace lectern::core {

namespace {

icu::StringPiece piece(std::string_view text)
{
    return {text.data(), static_cast<std::int32_t>(text.size())};
}

/// The Chinese collation, once its own rule that puts Han before Latin is taken back. Made once:
/// its rules take milliseconds to load.
const icu::Collator *chineseCollator()
{
    static const std::unique_ptr<const icu::Collator> kCollator = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Collator> collator(
            icu::Collator::createInstance(icu::Locale::getChinese(), status));
        if (U_SUCCESS(status) != 0) {
            constexpr std::int32_t kFirst = USCRIPT_LATIN;
            collator->setReorderCodes(&kFirst, 1, status);
        }
        return U_SUCCESS(status) != 0 ? std::move(collator) : nullptr;
    }();
    return kCollator.get();
}

/// A row and the key of its title.
struct KeyedRow
{
    std::uint64_t keyStart; ///< the first bytes of the key, so that most need no look at it
    const char *key;
    std::uint32_t keyBytes;
    Row row;

    bool operator<(const KeyedRow &other) const
    {
        if (keyStart != other.keyStart) {
            return keyStart < other.keyStart;
        }
        const int order
            = std::string_view(key, keyBytes).compare({other.key, std::size_t{other.keyBytes}});
        return order != 0 ? order < 0 : row < other.row;
    }
};

std::uint64_t startOf(std::string_view key)
{
    std::array<char, sizeof(std::uint64_t)> bytes{};
    std::memcpy(bytes.data(), key.data(), std::min(key.size(), bytes.size()));
    std::uint64_t start = std::bit_cast<std::uint64_t>(bytes);
    if constexpr (std::endian::native == std::endian::little) {
        start = __builtin_bswap64(start);
    }
    return start;
}

/// Some rows in the order of their titles, with the memory of the keys.
struct OrderedPart
{
    std::vector<char> keys; ///< not a string, whose bytes may move with it
    std::vector<KeyedRow> rows;
};

OrderedPart orderPart(std::span<const Row> rows, const std::function<std::string_view(Row)> &title)
{
    OrderedPart part;
    part.rows.reserve(rows.size());
    TitleOrder order;
    for (const Row row : rows) {
        const std::string_view key = order.key(title(row));
        part.keys.insert(part.keys.end(), key.begin(), key.end());
        part.rows.push_back({startOf(key), nullptr, static_cast<std::uint32_t>(key.size()), row});
    }
    const char *key = part.keys.data();
    for (KeyedRow &row : part.rows) {
        row.key = std::exchange(key, key + row.keyBytes);
    }
    std::sort(part.rows.begin(), part.rows.end());
    return part;
}

} // namespace

struct TitleOrder::Collation
{
    std::unique_ptr<const icu::Collator> collator;
    icu::UnicodeString title;
};

TitleOrder::TitleOrder()
    : m_key(256, '\0')
{
    if (const icu::Collator *const collator = chineseCollator()) {
        m_collation = std::make_unique<Collation>();
        m_collation->collator.reset(collator->clone());
    }
}

TitleOrder::~TitleOrder() = default;
TitleOrder::TitleOrder(TitleOrder &&) noexcept = default;
TitleOrder &TitleOrder::operator=(TitleOrder &&) noexcept = default;

std::string_view TitleOrder::key(std::string_view title)
{
    if (!m_collation) {
        return title;
    }
    m_collation->title = icu::UnicodeString::fromUTF8(piece(title));
    const auto write = [this] {
        return static_cast<std::size_t>(m_collation->collator->getSortKey(
            m_collation->title, reinterpret_cast<std::uint8_t *>(m_key.data()),
            static_cast<std::int32_t>(m_key.size())));
    };
    const std::size_t needed = write();
    if (needed > m_key.size()) {
        m_key.resize(needed);
        write();
    }
    return std::string_view(m_key).substr(0, needed);
}

int TitleOrder::compare(std::string_view left, std::string_view right) const
{
    if (!m_collation) {
        return left.compare(right);
    }
    UErrorCode status = U_ZERO_ERROR; // cannot fail for text
    return m_collation->collator->compareUTF8(piece(left), piece(right), status);
}

std::vector<Row> orderedByTitle(std::span<const Row> rows,
                                const std::function<std::string_view(Row)> &title, unsigned threads)
{
    std::vector<OrderedPart> parts(std::max(threads, 1U));
    forEachIndex(parts.size(), threads, [&](unsigned, std::size_t index) {
        const std::size_t first = rows.size() * index / parts.size();
        const std::size_t last = rows.size() * (index + 1) / parts.size();
        parts[index] = orderPart(rows.subspan(first, last - first), title);
    });
    std::vector<KeyedRow> merged;
    for (OrderedPart &part : parts) {
        std::vector<KeyedRow> both;
        both.reserve(merged.size() + part.rows.size());
        std::merge(merged.begin(), merged.end(), part.rows.begin(), part.rows.end(),
                   std::back_inserter(both));
        merged = std::move(both);
    }
    std::vector<Row> ordered;
    ordered.reserve(merged.size());
    for (const KeyedRow &row : merged) {
        ordered.push_back(row.row);
    }
    return ordered;
}

} // namespace lectern::core
