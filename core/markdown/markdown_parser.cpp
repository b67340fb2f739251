#include "core/markdown/markdown_parser.h"

#include "core/markdown/cjk_marks.h"
#include "core/markdown/html/html_escape.h"
#include "core/markdown/html/html_tree.h"
#include "core/markdown/html/raw_html.h"

#include <md4c.h>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace lectern::core {

namespace {

// Not the autolink, LaTeX and wikilink extensions: in md4c 0.4.8 they corrupt the parser's state
// and take quadratic time.
constexpr unsigned kFlags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS;
// md4c 0.4.8 takes a positive value for success in some places.
constexpr int kAbort = -1;
// It also reads past the end of its input; with this behind it, four million fuzzed inputs did not
// leave the buffer.
constexpr std::string_view kPadding{"\n\0\0\0\0\0\0\0\0", 9};
constexpr std::size_t kMaxBlockDepth = 100;

bool isUrlCharacter(char character)
{
    return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'z')
        || (character >= 'A' && character <= 'Z')
        || std::string_view("-_.+!*'(),%#@?=;:/&$~").find(character) != std::string_view::npos;
}

/// Writes HTML from md4c's events. Survives spans that are closed twice, never or in the wrong
/// order, which md4c emits for some inputs.
class HtmlWriter final
{
public:
    HtmlWriter(const MarkedText &marks, std::size_t budget, RawHtml rawHtml)
        : m_marks(marks)
        , m_budget(budget)
        , m_rawHtml(rawHtml)
    {}

    int enterBlock(MD_BLOCKTYPE type, const void *detail);
    int leaveBlock(MD_BLOCKTYPE type);
    int enterSpan(MD_SPANTYPE type, const void *detail);
    int leaveSpan(MD_SPANTYPE type);
    int text(MD_TEXTTYPE type, std::string_view text);

    ParserOutput take();

private:
    struct Open
    {
        std::string_view closingTag;
        int type = 0;
        bool isBlock = false;
        std::size_t filterDepth = 0; ///< of blocks, when they were entered
    };

    int verdict() { return m_html.size() > m_budget ? kAbort : 0; }

    void openBlock(MD_BLOCKTYPE type, std::string_view tag, std::string_view closingTag);
    void openSpan(MD_SPANTYPE type, std::string_view tag, std::string_view closingTag);
    void closeTo(std::size_t size);
    void closeSpans();

    void openList(const MD_BLOCK_OL_DETAIL &detail);
    void openItem(const MD_BLOCK_LI_DETAIL &detail);
    void openHeading(unsigned level);
    void openCode(const MD_BLOCK_CODE_DETAIL &detail);
    void openCell(MD_BLOCKTYPE type, const MD_BLOCK_TD_DETAIL &detail);
    void openLink(const MD_SPAN_A_DETAIL &detail);
    void openImage(const MD_SPAN_IMG_DETAIL &detail);
    void closeImage();

    std::string textOf(const MD_ATTRIBUTE &attribute) const;
    void appendAttribute(std::string_view name, const MD_ATTRIBUTE &value);
    void appendUrl(std::string_view name, const MD_ATTRIBUTE &value);

    void appendText(std::string_view text);
    void flushRawHtml();

    std::string m_html;
    const MarkedText &m_marks;
    std::size_t m_budget;
    RawHtml m_rawHtml;
    RawHtmlFilter m_filter;
    std::string m_pendingHtml; ///< raw HTML arrives line by line, a tag may span lines
    std::string m_scratch;
    std::vector<Open> m_open;
    std::size_t m_imageDepth = 0;
    bool m_isInTable = false;
};

std::string HtmlWriter::textOf(const MD_ATTRIBUTE &attribute) const
{
    std::string text;
    for (std::size_t i = 0;
         attribute.text != nullptr && attribute.substr_offsets[i] < attribute.size; ++i) {
        const MD_OFFSET start = attribute.substr_offsets[i];
        const std::string_view part(attribute.text + start,
                                    attribute.substr_offsets[i + 1] - start);
        if (attribute.substr_types[i] == MD_TEXT_NULLCHAR) {
            text += "\xEF\xBF\xBD";
        } else if (attribute.substr_types[i] == MD_TEXT_ENTITY) {
            text += decodedEntity(part);
        } else {
            m_marks.appendUnmarked(text, part);
        }
    }
    return text;
}

void HtmlWriter::openBlock(MD_BLOCKTYPE type, std::string_view tag, std::string_view closingTag)
{
    // A deeper tree would make the HTML parser quadratic; the text is kept, only the box is not.
    const bool isTooDeep = m_open.size() >= kMaxBlockDepth;
    if (!isTooDeep) {
        m_html += tag;
    }
    m_open.push_back({isTooDeep ? "" : closingTag, type, true, m_filter.depth()});
}

void HtmlWriter::openSpan(MD_SPANTYPE type, std::string_view tag, std::string_view closingTag)
{
    const bool isHidden = m_imageDepth > 0 || m_open.size() >= 2 * kMaxBlockDepth;
    if (!isHidden) {
        m_html += tag;
    }
    m_open.push_back({isHidden ? "" : closingTag, type, false});
}

void HtmlWriter::closeTo(std::size_t size)
{
    while (m_open.size() > size) {
        const Open open = m_open.back();
        m_open.pop_back();
        if (!open.isBlock && open.type == MD_SPAN_IMG) {
            closeImage();
        } else {
            m_html += open.closingTag;
        }
    }
}

void HtmlWriter::closeSpans()
{
    std::size_t size = m_open.size();
    while (size > 0 && !m_open[size - 1].isBlock) {
        --size;
    }
    closeTo(size);
}

void HtmlWriter::appendAttribute(std::string_view name, const MD_ATTRIBUTE &value)
{
    const std::string text = textOf(value);
    if (!text.empty()) {
        m_html.append(" ").append(name).append("=\"");
        appendEscaped(m_html, text);
        m_html += '"';
    }
}

void HtmlWriter::appendUrl(std::string_view name, const MD_ATTRIBUTE &value)
{
    constexpr std::string_view hexDigits = "0123456789ABCDEF";
    m_html.append(" ").append(name).append("=\"");
    for (const char character : textOf(value)) {
        if (isUrlCharacter(character)) {
            appendEscaped(m_html, std::string_view(&character, 1));
        } else {
            const auto byte = static_cast<unsigned char>(character);
            m_html.append({'%', hexDigits[byte >> 4U], hexDigits[byte & 0xFU]});
        }
    }
    m_html += '"';
}

void HtmlWriter::openList(const MD_BLOCK_OL_DETAIL &detail)
{
    const std::string start = std::to_string(detail.start);
    openBlock(MD_BLOCK_OL, detail.start == 1 ? "<ol>" : "<ol start=\"" + start + "\">", "</ol>");
}

void HtmlWriter::openItem(const MD_BLOCK_LI_DETAIL &detail)
{
    openBlock(MD_BLOCK_LI, detail.is_task != 0 ? "<li class=\"task\">" : "<li>", "</li>");
    if (detail.is_task != 0) {
        const bool isDone = detail.task_mark == 'x' || detail.task_mark == 'X';
        m_html += isDone ? "<input type=\"checkbox\" disabled=\"\" checked=\"\"> "
                         : "<input type=\"checkbox\" disabled=\"\"> ";
    }
}

void HtmlWriter::openHeading(unsigned level)
{
    constexpr std::string_view tags[] = {"<h1>", "<h2>", "<h3>", "<h4>", "<h5>", "<h6>"};
    constexpr std::string_view closingTags[]
        = {"</h1>", "</h2>", "</h3>", "</h4>", "</h5>", "</h6>"};
    const unsigned index = std::clamp(level, 1U, 6U) - 1;
    openBlock(MD_BLOCK_H, tags[index], closingTags[index]);
}

void HtmlWriter::openCode(const MD_BLOCK_CODE_DETAIL &detail)
{
    m_html += "<pre><code";
    const std::string language = textOf(detail.lang);
    if (!language.empty()) {
        m_html += " class=\"language-";
        appendEscaped(m_html, language);
        m_html += '"';
        if (detail.info.size > detail.lang.size) {
            appendAttribute("data-info", detail.info);
        }
    }
    m_html += '>';
    m_open.push_back({"</code></pre>", MD_BLOCK_CODE, true, m_filter.depth()});
}

void HtmlWriter::openCell(MD_BLOCKTYPE type, const MD_BLOCK_TD_DETAIL &detail)
{
    std::string tag = type == MD_BLOCK_TH ? "<th" : "<td";
    switch (detail.align) {
    case MD_ALIGN_LEFT:
        tag += " align=\"left\"";
        break;
    case MD_ALIGN_CENTER:
        tag += " align=\"center\"";
        break;
    case MD_ALIGN_RIGHT:
        tag += " align=\"right\"";
        break;
    case MD_ALIGN_DEFAULT:
        break;
    }
    openBlock(type, tag + ">", type == MD_BLOCK_TH ? "</th>" : "</td>");
}

int HtmlWriter::enterBlock(MD_BLOCKTYPE type, const void *detail)
{
    flushRawHtml();
    switch (type) {
    case MD_BLOCK_DOC:
    case MD_BLOCK_HTML:
        openBlock(type, "", "");
        break;
    case MD_BLOCK_QUOTE:
        openBlock(type, "<blockquote>", "</blockquote>");
        break;
    case MD_BLOCK_UL:
        openBlock(type, "<ul>", "</ul>");
        break;
    case MD_BLOCK_OL:
        openList(*static_cast<const MD_BLOCK_OL_DETAIL *>(detail));
        break;
    case MD_BLOCK_LI:
        openItem(*static_cast<const MD_BLOCK_LI_DETAIL *>(detail));
        break;
    case MD_BLOCK_HR:
        openBlock(type, "<hr>", "");
        break;
    case MD_BLOCK_H:
        openHeading(static_cast<const MD_BLOCK_H_DETAIL *>(detail)->level);
        break;
    case MD_BLOCK_CODE:
        openCode(*static_cast<const MD_BLOCK_CODE_DETAIL *>(detail));
        break;
    case MD_BLOCK_P:
        openBlock(type, "<p>", "</p>");
        break;
    case MD_BLOCK_TABLE:
        m_isInTable = true;
        openBlock(type, "<table>", "</table>");
        break;
    case MD_BLOCK_THEAD:
        openBlock(type, "<thead>", "</thead>");
        break;
    case MD_BLOCK_TBODY:
        openBlock(type, "<tbody>", "</tbody>");
        break;
    case MD_BLOCK_TR:
        openBlock(type, "<tr>", "</tr>");
        break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        openCell(type, *static_cast<const MD_BLOCK_TD_DETAIL *>(detail));
        break;
    }
    return verdict();
}

int HtmlWriter::leaveBlock(MD_BLOCKTYPE type)
{
    flushRawHtml();
    closeSpans();
    m_isInTable = m_isInTable && type != MD_BLOCK_TABLE;
    if (!m_open.empty() && m_open.back().type == static_cast<int>(type)) {
        if (type != MD_BLOCK_HTML) {
            m_filter.endBlock(m_open.back().filterDepth);
        }
        closeTo(m_open.size() - 1);
    }
    return verdict();
}

void HtmlWriter::openLink(const MD_SPAN_A_DETAIL &detail)
{
    if (m_imageDepth > 0) {
        m_open.push_back({"", MD_SPAN_A, false});
        return;
    }
    m_html += "<a";
    appendUrl("href", detail.href);
    appendAttribute("title", detail.title);
    m_html += '>';
    m_open.push_back({"</a>", MD_SPAN_A, false});
}

void HtmlWriter::openImage(const MD_SPAN_IMG_DETAIL &detail)
{
    if (m_imageDepth++ == 0) {
        m_html += "<img";
        appendUrl("src", detail.src);
        appendAttribute("title", detail.title);
        m_html += " alt=\"";
    }
    m_open.push_back({"", MD_SPAN_IMG, false});
}

void HtmlWriter::closeImage()
{
    if (--m_imageDepth == 0) {
        m_html += "\">";
    }
}

int HtmlWriter::enterSpan(MD_SPANTYPE type, const void *detail)
{
    flushRawHtml();
    switch (type) {
    case MD_SPAN_EM:
        openSpan(type, "<em>", "</em>");
        break;
    case MD_SPAN_STRONG:
        openSpan(type, "<strong>", "</strong>");
        break;
    case MD_SPAN_DEL:
        openSpan(type, "<del>", "</del>");
        break;
    case MD_SPAN_CODE:
        openSpan(type, "<code>", "</code>");
        break;
    case MD_SPAN_A:
        openLink(*static_cast<const MD_SPAN_A_DETAIL *>(detail));
        break;
    case MD_SPAN_IMG:
        openImage(*static_cast<const MD_SPAN_IMG_DETAIL *>(detail));
        break;
    default:
        openSpan(type, "", "");
    }
    return verdict();
}

int HtmlWriter::leaveSpan(MD_SPANTYPE type)
{
    flushRawHtml();
    for (std::size_t size = m_open.size(); size > 0 && !m_open[size - 1].isBlock; --size) {
        if (m_open[size - 1].type == static_cast<int>(type)) {
            closeTo(size - 1);
            break;
        }
    }
    return verdict();
}

void HtmlWriter::appendText(std::string_view text)
{
    if (!m_marks.hasMarks()) {
        appendEscaped(m_html, text);
        return;
    }
    m_scratch.clear();
    m_marks.appendUnmarked(m_scratch, text);
    appendEscaped(m_html, m_scratch);
}

void HtmlWriter::flushRawHtml()
{
    if (m_pendingHtml.empty()) {
        return;
    }
    if (m_rawHtml == RawHtml::Clean) {
        m_filter.append(m_html, m_pendingHtml);
    } else {
        m_html += m_pendingHtml;
    }
    m_pendingHtml.clear();
}

int HtmlWriter::text(MD_TEXTTYPE type, std::string_view text)
{
    if (type == MD_TEXT_HTML && m_imageDepth == 0) {
        m_marks.appendUnmarked(m_pendingHtml, text);
        return verdict();
    }
    flushRawHtml();
    if (m_filter.isHiding()) {
        return 0;
    }
    switch (type) {
    case MD_TEXT_NULLCHAR:
        m_html += "\xEF\xBF\xBD";
        break;
    case MD_TEXT_BR:
        m_html += m_imageDepth > 0 ? "\n" : "<br>\n";
        break;
    case MD_TEXT_SOFTBR:
        m_html += '\n';
        break;
    case MD_TEXT_ENTITY:
        appendEscaped(m_html, decodedEntity(text));
        break;
    case MD_TEXT_HTML:
        break; // the alt text of an image is plain
    case MD_TEXT_CODE:
        // A bar in a cell is always written `\|`, which md4c leaves as it is in code.
        appendText(m_isInTable && text == "\\|" ? text.substr(1) : text);
        break;
    default:
        appendText(text);
    }
    return verdict();
}

ParserOutput HtmlWriter::take()
{
    ParserOutput output{"", m_html.size() > m_budget};
    flushRawHtml();
    closeTo(0);
    output.html = std::move(m_html);
    return output;
}

/// Collects what a reader sees from md4c's events.
class TextWriter final
{
public:
    TextWriter(const MarkedText &marks, std::size_t inputBytes)
        : m_marks(marks)
        , m_budget(outputBudget(inputBytes))
    {
        m_text.reserve(inputBytes); // Only entities may need more.
    }

    int endBlock()
    {
        if (!m_text.empty() && m_text.back() != '\n') {
            m_text += '\n';
        }
        return verdict();
    }

    void enterImage() { ++m_imageDepth; }

    void leaveImage() { m_imageDepth -= m_imageDepth > 0 ? 1 : 0; }

    int text(MD_TEXTTYPE type, std::string_view text)
    {
        if (m_imageDepth > 0 || type == MD_TEXT_HTML) {
            return 0;
        }
        if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) {
            m_text += '\n';
        } else if (type == MD_TEXT_ENTITY) {
            m_text += decodedEntity(text);
        } else if (type != MD_TEXT_NULLCHAR) {
            m_marks.appendUnmarked(m_text, text);
        }
        return verdict();
    }

    std::string take() { return std::move(m_text); }

private:
    int verdict() { return m_text.size() > m_budget ? kAbort : 0; }

    std::string m_text;
    const MarkedText &m_marks;
    std::size_t m_budget;
    std::size_t m_imageDepth = 0;
};

MD_PARSER htmlCallbacks()
{
    MD_PARSER parser{};
    parser.flags = kFlags;
    parser.enter_block = [](MD_BLOCKTYPE type, void *detail, void *writer) {
        return static_cast<HtmlWriter *>(writer)->enterBlock(type, detail);
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void * /*detail*/, void *writer) {
        return static_cast<HtmlWriter *>(writer)->leaveBlock(type);
    };
    parser.enter_span = [](MD_SPANTYPE type, void *detail, void *writer) {
        return static_cast<HtmlWriter *>(writer)->enterSpan(type, detail);
    };
    parser.leave_span = [](MD_SPANTYPE type, void * /*detail*/, void *writer) {
        return static_cast<HtmlWriter *>(writer)->leaveSpan(type);
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *writer) {
        return static_cast<HtmlWriter *>(writer)->text(type, {text, size});
    };
    return parser;
}

MD_PARSER textCallbacks()
{
    MD_PARSER parser{};
    parser.flags = kFlags;
    parser.enter_block
        = [](MD_BLOCKTYPE /*type*/, void * /*detail*/, void * /*writer*/) { return 0; };
    parser.leave_block = [](MD_BLOCKTYPE /*type*/, void * /*detail*/, void *writer) {
        return static_cast<TextWriter *>(writer)->endBlock();
    };
    parser.enter_span = [](MD_SPANTYPE type, void * /*detail*/, void *writer) {
        if (type == MD_SPAN_IMG) {
            static_cast<TextWriter *>(writer)->enterImage();
        }
        return 0;
    };
    parser.leave_span = [](MD_SPANTYPE type, void * /*detail*/, void *writer) {
        if (type == MD_SPAN_IMG) {
            static_cast<TextWriter *>(writer)->leaveImage();
        }
        return 0;
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *writer) {
        return static_cast<TextWriter *>(writer)->text(type, {text, size});
    };
    return parser;
}

std::string padded(std::string_view prefix, std::string_view markdown)
{
    std::string buffer;
    buffer.reserve(prefix.size() + markdown.size() + kPadding.size());
    return buffer.append(prefix).append(markdown).append(kPadding);
}

ParserOutput parseOnce(const MarkedText &marked, std::string_view prefix, RawHtml rawHtml)
{
    const std::string buffer = padded(prefix, marked.text);
    const MD_PARSER callbacks = htmlCallbacks();
    HtmlWriter writer(marked, outputBudget(marked.text.size()), rawHtml);
    md_parse(buffer.data(), static_cast<MD_SIZE>(buffer.size() - kPadding.size()), &callbacks,
             &writer);
    return writer.take();
}

/// What the library at hand takes symbols for: its releases share one soname and tell no version,
/// so that a text has to be tried. Stars open emphasis before a letter only.
Symbols parserSymbols()
{
    static const Symbols symbols
        = parseOnce({"a*£*b", "", "", ""}, "", RawHtml::Keep).html.find("<em>") == std::string::npos
        ? Symbols::Punctuation
        : Symbols::Letters;
    return symbols;
}

} // namespace

ParserOutput parseMarkdown(std::string_view markdown, RawHtml rawHtml)
{
    const MarkedText marked = withCjkMarks(markdown, parserSymbols());
    ParserOutput first = parseOnce(marked, "", rawHtml);
    // In md4c 0.4.8 a list may end early, depending on the low byte of an offset. The same text one
    // and two lines further down shows it, and the majority is right (10 wrong files of 11,738
    // became 1).
    if (first.isCut || first.html.find("<li") == std::string::npos) {
        return first;
    }
    ParserOutput second = parseOnce(marked, "\n", rawHtml);
    if (first.html == second.html) {
        return first;
    }
    ParserOutput third = parseOnce(marked, "\n\n", rawHtml);
    return third.html == second.html ? std::move(second) : std::move(first);
}

std::string parseVisibleText(std::string_view markdown)
{
    const MarkedText marked = withCjkMarks(markdown, parserSymbols());
    const std::string buffer = padded("", marked.text);
    const MD_PARSER callbacks = textCallbacks();
    TextWriter writer(marked, markdown.size());
    md_parse(buffer.data(), static_cast<MD_SIZE>(marked.text.size()), &callbacks, &writer);
    return writer.take();
}

} // namespace lectern::core
