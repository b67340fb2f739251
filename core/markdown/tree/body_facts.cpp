#include "core/markdown/tree/passes.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

namespace lectern::core {

namespace {

/// The pixels of `width="640"`; 0 when nothing is said, or in other units.
std::uint32_t pixels(std::string_view value)
{
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    return error == std::errc() && end == value.data() + value.size() ? number : 0;
}

/// Han and kana, which are written without blanks and read one by one.
bool isIdeograph(UChar32 character)
{
    if (character < 0x2E80) {
        return false;
    }
    return u_hasBinaryProperty(character, UCHAR_IDEOGRAPHIC) != 0
        || (character >= 0x3041 && character <= 0x30FF && u_isalpha(character) != 0);
}

/// What a character is to the length of a text.
enum class Kind : std::uint8_t {
    Blank,
    Ideograph,
    Letter, ///< or digit
    InsideWord, ///< stands within a word when letters go on behind it
    Other,
};

Kind kindOf(UChar32 character)
{
    if (u_isUWhiteSpace(character) != 0) {
        return Kind::Blank;
    }
    if (isIdeograph(character)) {
        return Kind::Ideograph;
    }
    if (u_isalnum(character) != 0) {
        return Kind::Letter;
    }
    const bool isInside = character == '\'' || character == '-' || character == '_'
        || character == 0x2019 || (U_GET_GC_MASK(character) & U_GC_M_MASK) != 0;
    return isInside ? Kind::InsideWord : Kind::Other;
}

/// What a character adds to the lengths, and whether a word is open behind it.
struct Step
{
    std::uint64_t counts = 0; ///< 1 for a character, kWord for the first of a word
    bool isInWord = false;
};

constexpr std::uint64_t kWord = std::uint64_t(1) << 32U;

Step stepOf(Kind kind, bool isInWord)
{
    const bool startsWord = kind == Kind::Letter && !isInWord;
    return {(kind == Kind::Blank ? 0 : 1) + (startsWord ? kWord : 0),
            kind == Kind::Letter || (kind == Kind::InsideWord && isInWord)};
}

/// Those of ASCII, outside of a word and in one: ICU would be a twentieth of the time of a page.
const std::array<std::array<Step, 128>, 2> kSteps = [] {
    std::array<std::array<Step, 128>, 2> steps{};
    for (std::size_t character = 0; character < 128; ++character) {
        const Kind kind = kindOf(static_cast<UChar32>(character));
        steps[0][character] = stepOf(kind, false);
        steps[1][character] = stepOf(kind, true);
    }
    return steps;
}();

bool isInline(const HtmlNode &node)
{
    constexpr std::array<std::string_view, 16> names{
        "a",   "abbr",  "b", "code", "del",    "em",  "i", "ins",
        "kbd", "small", "s", "mark", "strong", "sub", "u", "span",
    };
    return std::find(names.begin(), names.end(), node.name) != names.end();
}

class BodyFacts final
{
public:
    explicit BodyFacts(RenderedBody &body)
        : m_body(body)
    {}

    void read(const HtmlNode &node)
    {
        if (node.isText()) {
            measure(node.text);
        }
        if (node.is("img")) {
            addImage(node);
        } else if (node.is("li") && node.attribute("id").starts_with("fn-")) {
            ++m_body.footnotes;
        } else if (isApparatus(node)) {
            return;
        }
        const bool isBreak = !node.isText() && !isInline(node);
        m_isInWord = m_isInWord && !isBreak;
        for (const HtmlNode &child : node.children) {
            read(child);
        }
        m_isInWord = m_isInWord && !isBreak;
    }

private:
    /// Numbers and arrows that lead to notes and back are not read.
    static bool isApparatus(const HtmlNode &node)
    {
        const std::string_view token = node.attribute("class");
        return token == "footnote-ref" || token == "footnote-back";
    }

    void addImage(const HtmlNode &image)
    {
        m_body.images.push_back({.address = std::string(image.attribute("src")),
                                 .alt = std::string(image.attribute("alt")),
                                 .width = pixels(image.attribute("width")),
                                 .height = pixels(image.attribute("height"))});
    }

    void measure(std::string_view text)
    {
        std::uint64_t counts = 0;
        std::uint32_t ideographs = 0;
        bool isInWord = m_isInWord;
        const auto *bytes = reinterpret_cast<const std::uint8_t *>(text.data());
        const auto size = static_cast<std::int32_t>(text.size());
        for (std::int32_t index = 0; index < size;) {
            Step step;
            if (bytes[index] < 0x80) {
                step = kSteps[isInWord ? 1 : 0][bytes[index++]];
            } else {
                UChar32 character = 0;
                U8_NEXT_OR_FFFD(bytes, index, size, character);
                // CJK Unified Ideographs are nearly all that is not ASCII.
                const bool isUnified = character >= 0x4E00 && character <= 0x9FFF;
                const Kind kind = isUnified ? Kind::Ideograph : kindOf(character);
                ideographs += kind == Kind::Ideograph ? 1 : 0;
                step = stepOf(kind, isInWord);
            }
            counts += step.counts;
            isInWord = step.isInWord;
        }
        m_body.length.characters += static_cast<std::uint32_t>(counts);
        m_body.length.ideographs += ideographs;
        m_body.length.words += static_cast<std::uint32_t>(counts / kWord);
        m_isInWord = isInWord;
    }

    RenderedBody &m_body;
    bool m_isInWord = false;
};

} // namespace

void noteFacts(const HtmlNode &root, PassContext &context)
{
    BodyFacts(context.body).read(root);
}

} // namespace lectern::core
