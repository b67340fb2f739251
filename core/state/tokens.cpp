#include "core/state/tokens.h"

namespace lectern::core {

namespace {

enum class Kind : std::uint8_t { Blank, Letter, Digit, Ideograph };

struct Piece
{
    Kind kind = Kind::Blank;
    std::size_t bytes = 1;
};

std::uint32_t codePointOfThree(const char *at)
{
    const auto byte = [at](int place) { return static_cast<std::uint32_t>(at[place]) & 0x3FU; };
    return (static_cast<std::uint32_t>(at[0]) & 0x0FU) << 12U | byte(1) << 6U | byte(2);
}

/// Of a character of three bytes: signs set words apart, as blanks do; kana and Han stand alone.
Kind kindOfThree(std::uint32_t codePoint)
{
    const bool isSign = (codePoint >= 0x2000 && codePoint < 0x2070)
        || (codePoint >= 0x3000 && codePoint < 0x3040)
        || (codePoint >= 0xFF00 && codePoint < 0xFFEF);
    const bool isIdeograph = codePoint >= 0x3040 && codePoint < 0xA000;
    return isSign ? Kind::Blank : isIdeograph ? Kind::Ideograph : Kind::Letter;
}

Kind kindOfAscii(unsigned char byte)
{
    const bool isDigit = byte >= '0' && byte <= '9';
    const bool isLetter = (byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z';
    return isDigit ? Kind::Digit : isLetter ? Kind::Letter : Kind::Blank;
}

/// The character at \a place; what is cut short is a blank.
Piece pieceAt(std::string_view text, std::size_t place)
{
    const auto lead = static_cast<unsigned char>(text[place]);
    if (lead < 0x80) {
        return {kindOfAscii(lead), 1};
    }
    const std::size_t bytes = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (place + bytes > text.size()) {
        return {};
    }
    const Kind kind = bytes == 2 ? Kind::Letter
        : bytes == 3             ? kindOfThree(codePointOfThree(text.data() + place))
                                 : Kind::Ideograph;
    return {kind, bytes};
}

} // namespace

std::optional<Token> nextToken(std::string_view text, std::size_t place)
{
    Piece piece;
    while (place < text.size() && (piece = pieceAt(text, place)).kind == Kind::Blank) {
        place += piece.bytes;
    }
    if (place >= text.size()) {
        return std::nullopt;
    }
    Token token{place, place + piece.bytes, piece.kind == Kind::Digit};
    while (piece.kind != Kind::Ideograph && token.end < text.size()) {
        const Piece next = pieceAt(text, token.end);
        if (next.kind != Kind::Letter && next.kind != Kind::Digit) {
            break;
        }
        token.isNumber = token.isNumber || next.kind == Kind::Digit;
        token.end += next.bytes;
    }
    return token;
}

std::vector<Token> tokensOf(std::string_view text)
{
    std::vector<Token> tokens;
    for (auto token = nextToken(text, 0); token; token = nextToken(text, token->end)) {
        tokens.push_back(*token);
    }
    return tokens;
}

} // namespace lectern::core
