#include "core/library/title_order.h"

#include <unicode/coll.h>
#include <unicode/locid.h>
#include <unicode/stringpiece.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <cstdint>
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

} // namespace lectern::core
