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
#include <string_view>
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
        return isSingle ? asTyped(simplified[folded.charAt(0)]) : kAskIcu;
    }

    /// The key of a keyboard for quotation marks and dashes of print. The corner brackets of
    /// Chinese and the long sound of kana are characters of their own.
    static char16_t asTyped(char16_t character)
    {
        constexpr std::u16string_view kApostrophes = u"‘’‚‛";
        constexpr std::u16string_view kQuotes = u"“”„‟«»";
        constexpr std::u16string_view kDashes = u"\u2010\u2011\u2012\u2013\u2014\u2015\u2212";
        const auto isOneOf = [character](std::u16string_view characters) {
            return characters.find(character) != std::u16string_view::npos;
        };
        return isOneOf(kApostrophes) ? u'\''
            : isOneOf(kQuotes)       ? u'"'
            : isOneOf(kDashes)       ? u'-'
                                     : character;
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

/// Writes \a character of the basic plane and returns its length; always touches three bytes.
/// Choices instead of branches: where punctuation stands between Chinese is hard to foresee.
std::size_t writeFolded(char *target, char16_t character)
{
    const unsigned code = character;
    const unsigned last = 0x80U | (code & 0x3FU);
    const unsigned middle = 0x80U | (code >> 6U & 0x3FU);
    const unsigned startOfTwo = code < 0x80 ? code : 0xC0U | code >> 6U;
    target[0] = static_cast<char>(code < 0x800 ? startOfTwo : 0xE0U | code >> 12U);
    target[1] = static_cast<char>(code < 0x800 ? last : middle);
    target[2] = static_cast<char>(last);
    return 1U + (code >= 0x80 ? 1U : 0U) + (code >= 0x800 ? 1U : 0U);
}

/// What the character of three bytes at \a index folds to; kAskIcu if there is none.
char16_t foldedThreeBytes(std::string_view text, std::size_t index, const FoldingTable &table)
{
    if (text.size() - index < 3) {
        return kAskIcu;
    }
    const auto *bytes = reinterpret_cast<const std::uint8_t *>(text.data()) + index;
    const unsigned first = bytes[0] ^ 0xE0U;
    const unsigned second = bytes[1] ^ 0x80U;
    const unsigned third = bytes[2] ^ 0x80U;
    const unsigned character = first << 12U | second << 6U | third;
    const bool isWellFormed = first < 0x10 && (second | third) < 0x40 && character >= 0x800;
    // The table leaves surrogates, which are ill-formed too, to ICU.
    return isWellFormed ? table[static_cast<UChar32>(character)] : kAskIcu;
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
        makeRoom(0);
    }

    std::string fold()
    {
        while (m_pieceEnd < m_text.size()) {
            if (isAscii(m_text[m_pieceEnd])) {
                takeAscii();
            } else if (!takeThreeByteCharacters()) {
                takeCharacter();
            }
        }
        closePiece();
        m_folded.resize(m_size);
        return std::move(m_folded);
    }

private:
    /// One character may be longer than what it stands for.
    static constexpr std::size_t kSlackBytes = U8_MAX_LENGTH;

    /// All but the last character of a run are done at once; an accent may follow the last.
    void takeAscii()
    {
        closePiece();
        const std::size_t last = asciiEnd(m_text, m_pieceStart) - 1;
        m_note(m_size, m_pieceStart, Piece::Run);
        std::transform(m_text.data() + m_pieceStart, m_text.data() + last, m_folded.data() + m_size,
                       toLowerAscii);
        m_size += last - m_pieceStart;
        m_pieceStart = last;
        m_pieceEnd = last + 1;
        m_alone = static_cast<char16_t>(toLowerAscii(m_text[last]));
    }

    /// Takes as many characters as have three bytes and are pieces of their own, as nearly all of
    /// Chinese; false if there is none.
    bool takeThreeByteCharacters()
    {
        // Copies, because what is written might be members, for all that the compiler knows.
        const std::string_view text = m_text;
        const FoldingTable &table = m_table;
        char16_t alone = foldedThreeBytes(text, m_pieceEnd, table);
        if (alone >= kJoins) {
            return false;
        }
        closePiece();
        char *const folded = m_folded.data();
        std::size_t size = m_size;
        std::size_t start = m_pieceStart;
        std::size_t end = start + 3;
        for (char16_t next = foldedThreeBytes(text, end, table); next < kJoins;
             next = foldedThreeBytes(text, end, table)) {
            m_note(size, start, Piece::Whole);
            size += writeFolded(folded + size, alone);
            alone = next;
            start = end;
            end += 3;
        }
        m_size = size;
        m_pieceStart = start;
        m_pieceEnd = end;
        m_alone = alone;
        return true;
    }

    void takeCharacter()
    {
        const auto *data = reinterpret_cast<const std::uint8_t *>(m_text.data());
        std::size_t next = m_pieceEnd;
        UChar32 character = 0;
        U8_NEXT(data, next, m_text.size(), character);
        if (character < 0) {
            closePiece();
            m_note(m_size, m_pieceEnd, Piece::Whole);
            m_pieceStart = m_pieceEnd = next;
            append(kReplacement);
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
        const std::size_t start = m_pieceStart;
        m_pieceStart = m_pieceEnd;
        if (m_pieceEnd == start) {
            return;
        }
        m_note(m_size, start, Piece::Whole);
        if (m_alone == kAskIcu) {
            appendByIcu(m_text.substr(start, m_pieceEnd - start));
        } else {
            append(m_alone);
        }
    }

    /// Room for \a count bytes, and behind them for the rest of the text.
    void makeRoom(std::size_t count)
    {
        const std::size_t wanted = m_size + count + (m_text.size() - m_pieceStart) + kSlackBytes;
        if (wanted > m_folded.size()) {
            m_folded.resize(std::max(wanted, m_folded.size() + m_folded.size() / 2));
        }
    }

    void append(UChar32 character)
    {
        U8_APPEND_UNSAFE(m_folded.data(), m_size, character);
        makeRoom(0);
    }

    void append(std::string_view bytes)
    {
        makeRoom(bytes.size());
        bytes.copy(m_folded.data() + m_size, bytes.size());
        m_size += bytes.size();
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
            append(piece);
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
    std::string m_folded; ///< has room for what is left of the text
    std::size_t m_size = 0; ///< how much of it is written
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
