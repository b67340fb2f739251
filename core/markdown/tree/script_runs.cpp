#include "core/article/article.h"
#include "core/article/language_guess.h"
#include "core/base/byte_set.h"
#include "core/base/text.h"
#include "core/markdown/html/html_output.h"
#include "core/markdown/markdown_parser.h"
#include "core/markdown/tree/passes.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace lectern::core {

namespace {

enum class Script : std::uint8_t {
    None, ///< blanks, punctuation, symbols
    Latin, ///< and the other alphabets that stand between blanks, and digits
    Han,
    Kana,
    Hangul,
};

struct ScriptRange
{
    std::uint32_t first;
    std::uint32_t last;
    Script script;
};

constexpr std::array kScriptRanges{
    ScriptRange{0x00C0, 0x00D6, Script::Latin},  ScriptRange{0x00D8, 0x00F6, Script::Latin},
    ScriptRange{0x00F8, 0x02AF, Script::Latin},  ScriptRange{0x0370, 0x052F, Script::Latin},
    ScriptRange{0x1100, 0x11FF, Script::Hangul}, ScriptRange{0x1E00, 0x1FFF, Script::Latin},
    ScriptRange{0x3005, 0x3007, Script::Han},    ScriptRange{0x3041, 0x30FF, Script::Kana},
    ScriptRange{0x3130, 0x318F, Script::Hangul}, ScriptRange{0x31F0, 0x31FF, Script::Kana},
    ScriptRange{0x3400, 0x4DBF, Script::Han},    ScriptRange{0x4E00, 0x9FFF, Script::Han},
    ScriptRange{0xAC00, 0xD7A3, Script::Hangul}, ScriptRange{0xF900, 0xFAFF, Script::Han},
    ScriptRange{0xFF66, 0xFF9F, Script::Kana},   ScriptRange{0x20000, 0x323AF, Script::Han},
};

Script scriptOf(UChar32 character)
{
    if (character < 0x80) {
        const UChar32 lower = character | 0x20;
        return (lower >= 'a' && lower <= 'z') || (character >= '0' && character <= '9')
            ? Script::Latin
            : Script::None;
    }
    if (character >= 0x4E00 && character <= 0x9FFF) {
        return Script::Han; // nearly all that comes here
    }
    const auto code = static_cast<std::uint32_t>(character);
    const auto *range = std::lower_bound(
        kScriptRanges.begin(), kScriptRanges.end(), code,
        [](const ScriptRange &one, std::uint32_t value) { return one.last < value; });
    return range != kScriptRanges.end() && range->first <= code ? range->script : Script::None;
}

/// What of ASCII is Script::Latin.
const ByteSet kLatin
    = ByteSet::where([](char byte) { return byte >= 0 && scriptOf(byte) == Script::Latin; });

bool isIdeographic(Script script)
{
    return script == Script::Han || script == Script::Kana;
}

bool isEastAsian(Script script)
{
    return isIdeographic(script) || script == Script::Hangul;
}

/// Whether typographers set the two apart by a thin blank that nobody types.
bool isGapBetween(Script left, Script right)
{
    return (isIdeographic(left) && right == Script::Latin)
        || (left == Script::Latin && isIdeographic(right));
}

bool isAccent(UChar32 character)
{
    return character >= 0x300 && (U_GET_GC_MASK(character) & U_GC_M_MASK) != 0;
}

bool isInline(const HtmlNode &node)
{
    constexpr std::array<std::string_view, 18> names{
        "a",   "abbr", "b", "bdi", "cite",  "del",  "dfn",    "em", "i",
        "ins", "mark", "q", "s",   "small", "span", "strong", "u",  "time",
    };
    return std::find(names.begin(), names.end(), node.name) != names.end();
}

bool isLeftAlone(const HtmlNode &node)
{
    return node.is("code") || node.is("pre") || node.is("kbd") || node.is("samp")
        || node.attribute("class").starts_with("formula");
}

/// A part of a text that gets an element of its own.
struct Cut
{
    std::size_t node = 0; ///< number of the text in reading order
    std::size_t start = 0;
    std::size_t end = 0;
    std::string_view language;
    bool hasGapBehind = false;
};

/// Finds the cuts, then makes them: the texts before a boundary are known only behind it.
class ScriptRuns final
{
public:
    explicit ScriptRuns(std::string_view language)
        : m_language(language.substr(0, language.find('-')))
        , m_isEastAsian(m_language == "zh" || m_language == "ja" || m_language == "ko")
    {}

    void mark(HtmlNode &root)
    {
        find(root);
        if (m_isEastAsian) {
            finishEmphasis(root);
        }
        if (m_cuts.empty()) {
            return;
        }
        const std::string_view guess = guessLanguage(m_han);
        for (Cut &cut : m_cuts) {
            cut.language = cut.language == kUnknownHan ? guess : cut.language;
        }
        std::erase_if(m_cuts,
                      [](const Cut &cut) { return cut.language.empty() && !cut.hasGapBehind; });
        m_node = 0;
        m_next = m_cuts.begin();
        make(root);
    }

    /// Whether there are words, and none or too few in the script of \c m_language. A Chinese
    /// character says as much as a short word.
    bool isMistaken() const
    {
        return m_isEastAsian ? m_latin > 100 && m_eastAsian == 0 : m_eastAsian * 4 > m_latin;
    }

private:
    static constexpr std::string_view kUnknownHan = "?";

    struct Position
    {
        Script script = Script::None;
        std::size_t node = 0;
        std::size_t start = 0;
        std::size_t end = 0;
    };

    struct Run
    {
        std::size_t start = 0;
        std::size_t han = 0;
        std::size_t kana = 0;
        std::size_t hangul = 0;
        bool isOpen = false;
    };

    void find(const HtmlNode &node)
    {
        for (const HtmlNode &child : node.children) {
            if (child.isText()) {
                findIn(child.text);
                ++m_node;
                continue;
            }
            const bool isBreak = !isInline(child);
            m_last = isBreak ? Position{} : m_last;
            if (!isLeftAlone(child)) {
                find(child);
            }
            m_last = isBreak || isLeftAlone(child) ? Position{} : m_last;
        }
    }

    void findIn(std::string_view text)
    {
        if (isAscii(text)) {
            passOver(text);
            return;
        }
        const auto *bytes = reinterpret_cast<const std::uint8_t *>(text.data());
        const auto length = static_cast<std::int32_t>(text.size());
        Run run;
        for (std::int32_t index = 0; index < length;) {
            const auto start = static_cast<std::size_t>(index);
            if (bytes[index] < 0x80) {
                closeRun(run, text, start);
                index = static_cast<std::int32_t>(stepOver(text, start));
                continue;
            }
            UChar32 character = 0;
            U8_NEXT_OR_FFFD(bytes, index, length, character);
            const Script script = scriptOf(character);
            if (isAccent(character) && m_last.node == m_node && m_last.end == start) {
                m_last.end = static_cast<std::size_t>(index);
                continue;
            }
            if (!isEastAsian(script)) {
                closeRun(run, text, start);
            }
            step({script, m_node, start, static_cast<std::size_t>(index)});
            if (isEastAsian(script)) {
                extendRun(run, script, start);
            }
        }
        closeRun(run, text, text.size());
    }

    /// What is ASCII from \a start on: only its first and last character have others beside them.
    /// Gives where it ends.
    std::size_t stepOver(std::string_view text, std::size_t start)
    {
        step({scriptOf(text[start]), m_node, start, start + 1});
        std::size_t end = start + 1;
        for (; end < text.size() && static_cast<unsigned char>(text[end]) < 0x80; ++end) {
            m_latin += kLatin.has(text[end]) ? 1 : 0;
        }
        m_last = {scriptOf(text[end - 1]), m_node, end - 1, end};
        return end;
    }

    /// The first and last letter of a text without Chinese.
    void passOver(std::string_view text)
    {
        if (!text.empty()) {
            m_latin += text.size();
            step({scriptOf(text.front()), m_node, 0, 1});
            m_last = {scriptOf(text.back()), m_node, text.size() - 1, text.size()};
        }
    }

    /// Dots stand below Chinese that is emphasised, but not below Latin, nor below whole sentences.
    static void finishEmphasis(HtmlNode &node)
    {
        constexpr std::size_t kFewBytes = 72;
        for (HtmlNode &child : node.children) {
            if (child.isText()) {
                continue;
            }
            finishEmphasis(child);
            if (!child.is("em") && !child.is("i")) {
                continue;
            }
            const std::string text = textContent(child);
            if (!hasEastAsian(text)) {
                child.setAttribute("lang", "en");
            } else if (text.size() > kFewBytes) {
                child.addClass("long");
            }
        }
    }

    static bool hasEastAsian(std::string_view text)
    {
        const auto length = static_cast<std::int32_t>(text.size());
        for (std::int32_t index = 0; index < length;) {
            UChar32 character = 0;
            U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t *>(text.data()), index, length,
                            character);
            if (isEastAsian(scriptOf(character))) {
                return true;
            }
        }
        return false;
    }

    void step(const Position &here)
    {
        m_eastAsian += isEastAsian(here.script) ? 1 : 0;
        m_latin += here.script == Script::Latin ? 1 : 0;
        if (isGapBetween(m_last.script, here.script)) {
            addGap();
        }
        m_last = here;
    }

    void addGap()
    {
        if (!m_cuts.empty() && m_cuts.back().node == m_last.node
            && m_cuts.back().end == m_last.end) {
            Cut &run = m_cuts.back();
            const Cut last{run.node, m_last.start, m_last.end, run.language, true};
            run.end = m_last.start;
            if (run.end == run.start) {
                m_cuts.pop_back();
            }
            m_cuts.push_back(last);
        } else {
            m_cuts.push_back({m_last.node, m_last.start, m_last.end, "", true});
        }
    }

    static void extendRun(Run &run, Script script, std::size_t start)
    {
        if (!run.isOpen) {
            run = {start, 0, 0, 0, true};
        }
        run.han += script == Script::Han ? 1 : 0;
        run.kana += script == Script::Kana ? 1 : 0;
        run.hangul += script == Script::Hangul ? 1 : 0;
    }

    void closeRun(Run &run, std::string_view text, std::size_t end)
    {
        if (!run.isOpen) {
            return;
        }
        run.isOpen = false;
        const std::string_view language = languageOf(run);
        if (language == kUnknownHan && m_han.size() < 1024) {
            m_han += text.substr(run.start, end - run.start);
        }
        if (!language.empty() && language != m_language) {
            m_cuts.push_back({m_node, run.start, end, language, false});
        }
    }

    /// A lone kana, such as の for 的, makes no Japanese.
    std::string_view languageOf(const Run &run) const
    {
        if (run.hangul > 0) {
            return "ko";
        }
        if (run.kana > 1 || (run.kana > 0 && run.han == 0 && !m_isEastAsian)) {
            return "ja";
        }
        return m_isEastAsian ? std::string_view() : kUnknownHan;
    }

    void make(HtmlNode &node)
    {
        std::vector<HtmlNode> children;
        bool isChanged = false;
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            HtmlNode &child = node.children[i];
            if (!child.isText()) {
                if (!isLeftAlone(child)) {
                    make(child);
                }
            } else if (m_next != m_cuts.end() && m_next->node == m_node++) {
                if (!isChanged) {
                    isChanged = true;
                    children.reserve(node.children.size() + 8);
                    std::move(node.children.begin(),
                              node.children.begin() + static_cast<std::ptrdiff_t>(i),
                              std::back_inserter(children));
                }
                appendPieces(children, child.text);
                continue;
            }
            if (isChanged) {
                children.push_back(std::move(child));
            }
        }
        if (isChanged) {
            node.children = std::move(children);
        }
    }

    void appendPieces(std::vector<HtmlNode> &nodes, const std::string &text)
    {
        const std::size_t node = m_next->node;
        std::size_t start = 0;
        for (; m_next != m_cuts.end() && m_next->node == node; ++m_next) {
            if (m_next->start > start) {
                nodes.push_back(makeText(text.substr(start, m_next->start - start)));
            }
            HtmlNode span = makeElement("span");
            span.children.push_back(
                makeText(text.substr(m_next->start, m_next->end - m_next->start)));
            if (m_next->hasGapBehind) {
                span.setAttribute("class", "gap");
            }
            if (!m_next->language.empty()) {
                span.setAttribute("lang", std::string(m_next->language));
            }
            nodes.push_back(std::move(span));
            start = m_next->end;
        }
        if (start < text.size()) {
            nodes.push_back(makeText(text.substr(start)));
        }
    }

    std::string_view m_language;
    bool m_isEastAsian;
    std::vector<Cut> m_cuts;
    std::vector<Cut>::iterator m_next;
    std::size_t m_node = 0;
    std::size_t m_eastAsian = 0;
    std::size_t m_latin = 0; ///< about
    Position m_last;
    std::string m_han; ///< a sample of the Chinese in a page of another script
};

} // namespace

void markScripts(HtmlNode &root, PassContext &context)
{
    const auto &languages = context.meta.languages;
    ScriptRuns runs(languages.empty() ? std::string_view() : std::string_view(languages.front()));
    runs.mark(root);
    if (runs.isMistaken()) {
        context.body.language = guessLanguage(textContent(root));
    }
}

std::string scriptMarkedHtml(std::string_view text, std::string_view language)
{
    HtmlNode root = makeElement("div", {makeText(std::string(text))});
    ScriptRuns(language).mark(root);
    return writeHtml(root, outputBudget(text.size())).html;
}

} // namespace lectern::core
