#include "core/article/article.h"
#include "core/base/text.h"
#include "core/markdown/tree/passes.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace lectern::core {

namespace {

constexpr std::size_t kMaxHeadingCharacters = 60;

bool isHeading(const HtmlNode &node)
{
    return node.name.size() == 2 && node.name[0] == 'h' && node.name[1] >= '1'
        && node.name[1] <= '6';
}

std::size_t characterCount(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
    }));
}

/// A crawler's lead paragraph, marked up as a small heading.
bool isParagraphInDisguise(const HtmlNode &node, std::string_view text)
{
    constexpr std::array<std::string_view, 4> ends{"。", "？", "！", "……"};
    const bool isSmall = node.name[1] >= '5';
    return isSmall
        && (characterCount(text) > kMaxHeadingCharacters
            || std::any_of(ends.begin(), ends.end(),
                           [text](std::string_view end) { return text.ends_with(end); }));
}

/// The first text below \a node that is not blank, or null.
HtmlNode *firstText(HtmlNode &node)
{
    if (node.isText()) {
        return isBlank(node) ? nullptr : &node;
    }
    for (HtmlNode &child : node.children) {
        if (HtmlNode *text = firstText(child)) {
            return text;
        }
    }
    return nullptr;
}

bool stripLeadingDashes(HtmlNode &heading)
{
    HtmlNode *first = firstText(heading);
    if (first == nullptr || !first->text.starts_with('-')) {
        return false;
    }
    const std::size_t end = first->text.find_first_not_of('-');
    if (end != std::string::npos && first->text[end] != ' ') {
        return false;
    }
    const std::size_t start
        = end == std::string::npos ? end : first->text.find_first_not_of(' ', end);
    first->text.erase(0, start);
    return true;
}

/// Takes `{#id .class}` off the end of \a heading and gives the id.
std::string takeExplicitId(HtmlNode &heading)
{
    HtmlNode *last = heading.children.empty() ? nullptr : &heading.children.back();
    if (last == nullptr || !last->text.ends_with('}')) {
        return {};
    }
    const std::size_t open = last->text.rfind('{');
    const char next = open + 1 < last->text.size() ? last->text[open + 1] : '\0';
    if (open == std::string::npos || (next != '#' && next != '.' && next != ':')) {
        return {};
    }
    const std::size_t hash = last->text.find('#', open);
    std::string id;
    if (hash != std::string::npos) {
        id = last->text.substr(hash + 1, last->text.find_first_of(" }", hash) - hash - 1);
    }
    last->text = trimmed(std::string_view(last->text).substr(0, open));
    return id;
}

class Headings final
{
public:
    explicit Headings(PassContext &context)
        : m_context(context)
    {}

    void finishAll(HtmlNode &root)
    {
        for (std::size_t i = 0; i < root.children.size(); ++i) {
            HtmlNode &child = root.children[i];
            if (isHeading(child)) {
                m_isBeforeText = isTextBehind(root, i);
                finish(child);
            } else {
                finishAll(child);
            }
        }
        std::erase_if(root.children, [](const HtmlNode &node) { return node.is("dropped"); });
    }

private:
    /// Whether words stand below the heading \a at, so that "图片" is what they are about.
    static bool isTextBehind(const HtmlNode &root, std::size_t at)
    {
        const auto next
            = std::find_if_not(root.children.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                               root.children.end(), isBlank);
        return next != root.children.end() && !isHeading(*next) && !next->is("figure")
            && !trimmed(textContent(*next)).empty();
    }

    void finish(HtmlNode &heading)
    {
        if (m_context.mayRepair(Repair::Headings) && stripLeadingDashes(heading)) {
            m_context.count(Repair::Headings);
        }
        const std::string explicitId = takeExplicitId(heading);
        const std::string text(trimmed(textContent(heading)));
        if (const auto reason = reasonToDrop(heading, text)) {
            m_context.count(*reason);
            heading.name = "dropped";
            return;
        }
        const std::string id = uniqueId(explicitId.empty() ? headingSlug(text) : explicitId);
        heading.setAttribute("id", id);
        if (isParagraphInDisguise(heading, text)) {
            heading.addClass("lead");
        } else if (!text.empty()) {
            m_context.body.outline.push_back({heading.name[1] - '0', text, id});
        }
        m_isFirst = false;
    }

    std::optional<Repair> reasonToDrop(const HtmlNode &heading, std::string_view text) const
    {
        const bool hasImage = std::any_of(heading.children.begin(), heading.children.end(),
                                          [](const HtmlNode &node) { return !node.isText(); });
        const bool isTitle = m_isFirst && text == trimmed(m_context.meta.title);
        if (isTitle && m_context.mayRepair(Repair::Repetitions)) {
            return Repair::Repetitions;
        }
        const bool isEmpty = !hasImage && (text.empty() || (isImageWord(text) && !m_isBeforeText));
        return isEmpty && m_context.mayRepair(Repair::EmptyHeadings)
            ? std::optional(Repair::EmptyHeadings)
            : std::nullopt;
    }

    std::string uniqueId(const std::string &wanted)
    {
        const std::string base = wanted.empty() ? "section" : wanted;
        std::string id = base;
        while (m_uses.contains(id)) {
            id = base + "-" + std::to_string(m_uses[base]++);
        }
        m_uses[id] = 1;
        return id;
    }

    PassContext &m_context;
    std::map<std::string, int> m_uses;
    bool m_isFirst = true;
    bool m_isBeforeText = false;
};

void appendCharacter(std::string &text, UChar32 character)
{
    std::array<std::uint8_t, 4> bytes{};
    std::int32_t length = 0;
    U8_APPEND_UNSAFE(bytes.data(), length, character);
    text.append(reinterpret_cast<const char *>(bytes.data()), static_cast<std::size_t>(length));
}

using GetNormalizer = const icu::Normalizer2 *(UErrorCode &);

/// Null without ICU's data.
const icu::Normalizer2 *normalizerOf(GetNormalizer &get)
{
    UErrorCode error = U_ZERO_ERROR;
    const icu::Normalizer2 *const normalizer = get(error);
    return U_FAILURE(error) != 0 ? nullptr : normalizer;
}

/// Without \a normalizer the text as it is.
std::string normalized(std::string_view text, const icu::Normalizer2 *normalizer)
{
    if (normalizer == nullptr) {
        return std::string(text);
    }
    const icu::UnicodeString source
        = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
    UErrorCode error = U_ZERO_ERROR;
    std::string result;
    normalizer->normalize(source, error).toUTF8String(result);
    return result;
}

/// What VuePress and VitePress make hyphens of: blanks, ASCII punctuation and quotation marks.
bool isSiteSeparator(UChar32 character)
{
    const bool isQuote
        = character == 0x2018 || character == 0x2019 || character == 0x201C || character == 0x201D;
    return isQuote || u_isUWhiteSpace(character) != 0
        || (character < 0x80 && u_isalnum(character) == 0);
}

} // namespace

std::string headingSlug(std::string_view text)
{
    std::string slug;
    const auto *bytes = reinterpret_cast<const std::uint8_t *>(text.data());
    const auto length = static_cast<std::int32_t>(text.size());
    for (std::int32_t index = 0; index < length;) {
        UChar32 character = 0;
        U8_NEXT_OR_FFFD(bytes, index, length, character);
        const bool isWord
            = (U_GET_GC_MASK(character)
               & (U_GC_L_MASK | U_GC_M_MASK | U_GC_ND_MASK | U_GC_NL_MASK | U_GC_PC_MASK))
            != 0;
        if (character == ' ' || character == '-') {
            slug += '-';
        } else if (isWord) {
            appendCharacter(slug, u_tolower(character));
        }
    }
    return slug;
}

std::string siteSlug(std::string_view text)
{
    // Kept, so that threads which find it made are known to come after the one that made it.
    static const icu::Normalizer2 *const kDecomposed
        = normalizerOf(icu::Normalizer2::getNFKDInstance);
    static const icu::Normalizer2 *const kComposed = normalizerOf(icu::Normalizer2::getNFCInstance);
    const std::string folded = normalized(text, kDecomposed);
    std::string slug;
    const auto *bytes = reinterpret_cast<const std::uint8_t *>(folded.data());
    const auto length = static_cast<std::int32_t>(folded.size());
    for (std::int32_t index = 0; index < length;) {
        UChar32 character = 0;
        U8_NEXT_OR_FFFD(bytes, index, length, character);
        const bool isAccent = character >= 0x300 && character <= 0x36F;
        if (isSiteSeparator(character)) {
            slug += slug.empty() || slug.ends_with('-') ? "" : "-";
        } else if (!isAccent) {
            appendCharacter(slug, u_tolower(character));
        }
    }
    slug.erase(slug.find_last_not_of('-') + 1);
    const bool isNumber = !slug.empty() && slug.front() >= '0' && slug.front() <= '9';
    return normalized(isNumber ? "_" + slug : slug, kComposed);
}

bool isImageWord(std::string_view text)
{
    constexpr std::array<std::string_view, 14> words{
        "图片",    "图像",  "圖片", "圖像",  "图",  "image", "img",
        "picture", "photo", "pic",  "Image", "IMG", "Photo", "screenshot",
    };
    return std::find(words.begin(), words.end(), trimmed(text)) != words.end();
}

void finishHeadings(HtmlNode &root, PassContext &context)
{
    const auto first = std::find_if_not(root.children.begin(), root.children.end(), isBlank);
    const bool isTitle = context.mayRepair(Repair::Repetitions) && first != root.children.end()
        && first->is("p") && trimmed(textContent(*first)) == trimmed(context.meta.title);
    if (isTitle) {
        context.count(Repair::Repetitions);
        root.children.erase(first);
    }
    Headings(context).finishAll(root);
}

} // namespace lectern::core
