#include "core/base/folded_text.h"
#include "core/base/text.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/translit.h>
#include <unicode/uniset.h>
#include <unicode/unistr.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <utility>
#include <vector>

namespace lectern::core {

namespace {

constexpr UChar32 kTableSize = 0x10000;
/// Folds to something else than one character of the table.
constexpr char16_t kAskIcu = 0xFFFF;
/// May melt into the character before it, such as a combining accent.
constexpr char16_t kJoins = 0xFFFE;
constexpr UChar32 kReplacement = 0xFFFD;

/// Unicode's stream-safe format stops at 30 combining marks. Without a limit a file of nothing else
/// would take quadratic time to be put in order.
constexpr std::size_t kMaxPieceBytes = 256;

const icu::Normalizer2 *normalizer()
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2 *normalizer = icu::Normalizer2::getNFKCCasefoldInstance(status);
    return U_FAILURE(status) != 0 ? nullptr : normalizer;
}

/// What each character of the basic plane folds to when it stands alone. ICU's transliterator is
/// far too slow for running text; asking it once for each of its 3,464 characters takes 2 ms, and
/// all of the table 17 ms, once.
class FoldingTable final
{
public:
    explicit FoldingTable(const icu::Normalizer2 &normalizer)
        : m_folded(kTableSize, kAskIcu)
    {
        const std::vector<char16_t> simplified = simplifiedCharacters();
        for (UChar32 character = 0; character < kTableSize; ++character) {
            m_folded[character] = foldedAlone(normalizer, simplified, character);
        }
    }

    char16_t operator[](UChar32 character) const { return m_folded[character]; }

private:
    /// Traditional to simplified, the identity for everything else. The transliterator sends a few
    /// pairs round in a circle, so that the smallest of two steps stands for all.
    static std::vector<char16_t> simplifiedCharacters()
    {
        std::vector<char16_t> simplified(kTableSize);
        for (UChar32 character = 0; character < kTableSize; ++character) {
            simplified[character] = static_cast<char16_t>(character);
        }
        UErrorCode status = U_ZERO_ERROR;
        const std::unique_ptr<icu::Transliterator> transliterator(
            icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, status));
        if (U_FAILURE(status) != 0) {
            return simplified;
        }
        icu::UnicodeSet sources;
        transliterator->getSourceSet(sources);
        // It would also turn corner brackets into quotation marks.
        sources.retainAll(icu::UnicodeSet(u"[:Unified_Ideograph:]", status));
        for (std::int32_t range = 0; range < sources.getRangeCount(); ++range) {
            const UChar32 last = std::min(sources.getRangeEnd(range), kTableSize - 1);
            for (UChar32 character = sources.getRangeStart(range); character <= last; ++character) {
                icu::UnicodeString once(character);
                transliterator->transliterate(once);
                icu::UnicodeString twice(once);
                transliterator->transliterate(twice);
                if (once.length() == 1 && twice.length() == 1) {
                    simplified[character] = std::min(once.charAt(0), twice.charAt(0));
                }
            }
        }
        return simplified;
    }

    static char16_t foldedAlone(const icu::Normalizer2 &normalizer,
                                const std::vector<char16_t> &simplified, UChar32 character)
    {
        if (U_IS_SURROGATE(character) || U_IS_UNICODE_NONCHAR(character)) {
            return kAskIcu;
        }
        if (!normalizer.hasBoundaryBefore(character)) {
            return kJoins;
        }
        UErrorCode status = U_ZERO_ERROR;
        const icu::UnicodeString folded
            = normalizer.normalize(icu::UnicodeString(character), status);
        const bool isSingle = U_SUCCESS(status) != 0 && folded.length() == 1;
        return isSingle ? simplified[folded.charAt(0)] : kAskIcu;
    }

    std::vector<char16_t> m_folded;
};

bool isAscii(char byte)
{
    return static_cast<unsigned char>(byte) < 0x80;
}

char toLowerAscii(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + ('a' - 'A')) : byte;
}

std::size_t asciiEnd(std::string_view text, std::size_t from)
{
    constexpr std::uint64_t kHighBits = 0x8080808080808080U;
    std::uint64_t word = 0;
    while (from + sizeof(word) <= text.size()) {
        std::memcpy(&word, text.data() + from, sizeof(word));
        if ((word & kHighBits) != 0) {
            break;
        }
        from += sizeof(word);
    }
    while (from < text.size() && isAscii(text[from])) {
        ++from;
    }
    return from;
}

enum class Piece { Whole, Run };

/// Cuts the text into pieces whose folding does not depend on each other, nearly always single
/// characters, which the table answers. Pieces of several characters are ICU's. \a note is called
/// with where a piece or a run of ASCII begins in the folded text and in the original.
template <typename Note>
class Folder final
{
public:
    Folder(std::string_view text, const icu::Normalizer2 &normalizer, const FoldingTable &table,
           const Note &note)
        : m_text(text)
        , m_normalizer(normalizer)
        , m_table(table)
        , m_note(note)
    {
        m_folded.reserve(text.size() + text.size() / 16);
    }

    std::string fold()
    {
        while (m_pieceEnd < m_text.size()) {
            if (isAscii(m_text[m_pieceEnd])) {
                takeAscii();
            } else {
                takeCharacter();
            }
        }
        closePiece();
        return std::move(m_folded);
    }

private:
    /// All but the last character of a run are done at once; an accent may follow the last.
    void takeAscii()
    {
        closePiece();
        const std::size_t last = asciiEnd(m_text, m_pieceStart) - 1;
        const std::size_t count = last - m_pieceStart;
        const std::size_t old = m_folded.size();
        m_note(old, m_pieceStart, Piece::Run);
        m_folded.resize(old + count);
        std::transform(m_text.data() + m_pieceStart, m_text.data() + last, m_folded.data() + old,
                       toLowerAscii);
        m_pieceStart = last;
        m_pieceEnd = last + 1;
        m_alone = static_cast<char16_t>(toLowerAscii(m_text[last]));
    }

    void takeCharacter()
    {
        const auto *data = reinterpret_cast<const std::uint8_t *>(m_text.data());
        std::size_t next = m_pieceEnd;
        UChar32 character = 0;
        U8_NEXT(data, next, m_text.size(), character);
        if (character < 0) {
            closePiece();
            m_note(m_folded.size(), m_pieceEnd, Piece::Whole);
            append(kReplacement);
            m_pieceStart = m_pieceEnd = next;
            return;
        }
        const char16_t alone = foldedAlone(character);
        const bool isMelting = alone == kJoins && m_pieceEnd > m_pieceStart
            && m_pieceEnd - m_pieceStart < kMaxPieceBytes;
        if (!isMelting) {
            closePiece();
        }
        m_alone = isMelting || alone == kJoins ? kAskIcu : alone;
        m_pieceEnd = next;
    }

    char16_t foldedAlone(UChar32 character) const
    {
        if (character < kTableSize) {
            return m_table[character];
        }
        return m_normalizer.hasBoundaryBefore(character) ? kAskIcu : kJoins;
    }

    void closePiece()
    {
        if (m_pieceEnd > m_pieceStart) {
            m_note(m_folded.size(), m_pieceStart, Piece::Whole);
            if (m_alone == kAskIcu) {
                appendByIcu(m_text.substr(m_pieceStart, m_pieceEnd - m_pieceStart));
            } else {
                append(m_alone);
            }
        }
        m_pieceStart = m_pieceEnd;
    }

    void append(UChar32 character)
    {
        char bytes[U8_MAX_LENGTH];
        std::size_t count = 0;
        U8_APPEND_UNSAFE(bytes, count, character);
        m_folded.append(bytes, count);
    }

    void appendByIcu(std::string_view piece)
    {
        std::string normalized;
        icu::StringByteSink<std::string> sink(&normalized);
        UErrorCode status = U_ZERO_ERROR;
        m_normalizer.normalizeUTF8(
            0, icu::StringPiece(piece.data(), static_cast<std::int32_t>(piece.size())), sink,
            nullptr, status);
        if (U_FAILURE(status) != 0) {
            m_folded += piece;
            return;
        }
        const auto *data = reinterpret_cast<const std::uint8_t *>(normalized.data());
        for (std::size_t index = 0; index < normalized.size();) {
            UChar32 character = 0;
            U8_NEXT(data, index, normalized.size(), character);
            const char16_t alone = foldedAlone(character);
            append(alone == kAskIcu || alone == kJoins ? character : alone);
        }
    }

    std::string_view m_text;
    const icu::Normalizer2 &m_normalizer;
    const FoldingTable &m_table;
    const Note &m_note;
    std::string m_folded;
    std::size_t m_pieceStart = 0;
    std::size_t m_pieceEnd = 0; ///< the piece that is not written yet
    char16_t m_alone = kAskIcu; ///< what it folds to
};

struct Tools
{
    const icu::Normalizer2 &normalizer;
    FoldingTable table;
};

/// Null without ICU's data.
const Tools *tools()
{
    static const icu::Normalizer2 *const kNormalizer = normalizer();
    if (kNormalizer == nullptr) {
        return nullptr;
    }
    static const Tools kTools{*kNormalizer, FoldingTable(*kNormalizer)};
    return &kTools;
}

/// Folds \a text; without tools it stays as it is.
template <typename Note>
std::string foldNoting(std::string_view text, const Note &note)
{
    const Tools *const known = tools();
    if (known == nullptr) {
        note(0, 0, Piece::Run);
        return std::string(text);
    }
    return Folder(text, known->normalizer, known->table, note).fold();
}

} // namespace

std::string foldForSearch(std::string_view text)
{
    return foldNoting(text, [](std::size_t, std::size_t, Piece) {});
}

FoldedText::FoldedText(std::string_view original)
{
    m_folded = foldNoting(original, [this](std::size_t folded, std::size_t start, Piece piece) {
        m_parts.push_back({.folded = static_cast<std::uint32_t>(folded),
                           .original = static_cast<std::uint32_t>(start) & 0x7FFFFFFFU,
                           .isRun = piece == Piece::Run ? 1U : 0U});
    });
    m_parts.push_back({.folded = static_cast<std::uint32_t>(m_folded.size()),
                       .original = static_cast<std::uint32_t>(original.size()) & 0x7FFFFFFFU,
                       .isRun = 0});
}

} // namespace lectern::core
