#include "core/markdown/markdown_parser.h"

#include "core/markdown/cjk_marks.h"
#include "core/markdown/html/balanced_html.h"
#include "core/markdown/html/html_escape.h"
#include "core/markdown/html/html_tree.h"
#include "core/markdown/visible_text.h"

#include <md4c.h>

#include <algorithm>
#include <utility>

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
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

std::string textOf(const MD_ATTRIBUTE &attribute, const MarkedText &marks)
{
    std::string text;
    for (std::size_t i = 0;
         attribute.text != nullptr && attribute.substr_offsets[i] < attribute.size; ++i) {
        const MD_OFFSET start = attribute.substr_offsets[i];
        const std::string_view part(attribute.text + start,
                                    attribute.substr_offsets[i + 1] - start);
        if (attribute.substr_types[i] == MD_TEXT_NULLCHAR) {
            text += kReplacement;
        } else if (attribute.substr_types[i] == MD_TEXT_ENTITY) {
            text += decodedEntity(part);
        } else {
            marks.appendUnmarked(text, part);
        }
    }
    return text;
}

struct Tags
{
    std::string_view opening;
    std::string_view closing;
};

/// Of a block that md4c tells nothing else about.
Tags tagsOf(MD_BLOCKTYPE type)
{
    switch (type) {
    case MD_BLOCK_QUOTE:
        return {"<blockquote>", "</blockquote>"};
    case MD_BLOCK_UL:
        return {"<ul>", "</ul>"};
    case MD_BLOCK_HR:
        return {"<hr>", ""};
    case MD_BLOCK_P:
        return {"<p>", "</p>"};
    case MD_BLOCK_TABLE:
        return {"<table>", "</table>"};
    case MD_BLOCK_THEAD:
        return {"<thead>", "</thead>"};
    case MD_BLOCK_TBODY:
        return {"<tbody>", "</tbody>"};
    case MD_BLOCK_TR:
        return {"<tr>", "</tr>"};
    default:
        return {};
    }
}

Tags tagsOf(MD_SPANTYPE type)
{
    switch (type) {
    case MD_SPAN_EM:
        return {"<em>", "</em>"};
    case MD_SPAN_STRONG:
        return {"<strong>", "</strong>"};
    case MD_SPAN_DEL:
        return {"<del>", "</del>"};
    case MD_SPAN_CODE:
        return {"<code>", "</code>"};
    default:
        return {};
    }
}

/// Writes HTML from md4c's events.
class HtmlWriter final
{
public:
    HtmlWriter(const MarkedText &marks, std::size_t budget, RawHtml rawHtml, LineEnds lineEnds)
        : m_html(rawHtml)
        , m_lineEnd(lineEnds == LineEnds::Breaks ? "<br>\n" : "\n")
        , m_marks(marks)
        , m_budget(budget)
    {}

    int enterBlock(MD_BLOCKTYPE type, const void *detail);
    int leaveBlock(MD_BLOCKTYPE type);
    int enterSpan(MD_SPANTYPE type, const void *detail);
    int leaveSpan(MD_SPANTYPE type);
    int text(MD_TEXTTYPE type, std::string_view text);

    ParserOutput take();

private:
    int verdict() const { return m_html.size() > m_budget ? kAbort : 0; }

    void openList(const MD_BLOCK_OL_DETAIL &detail);
    void openItem(const MD_BLOCK_LI_DETAIL &detail);
    void openHeading(unsigned level);
    void openCode(const MD_BLOCK_CODE_DETAIL &detail);
    void openCell(MD_BLOCKTYPE type, const MD_BLOCK_TD_DETAIL &detail);
    void openLink(const MD_SPAN_A_DETAIL &detail);
    void openImage(const MD_SPAN_IMG_DETAIL &detail);
    void appendText(std::string_view text);

    BalancedHtml m_html;
    std::string_view m_lineEnd; ///< inside a paragraph
    const MarkedText &m_marks;
    std::size_t m_budget;
    std::string m_scratch;
    bool m_isInTable = false;
};

void HtmlWriter::openList(const MD_BLOCK_OL_DETAIL &detail)
{
    const std::string start = std::to_string(detail.start);
    m_html.openBlock(MD_BLOCK_OL, detail.start == 1 ? "<ol>" : "<ol start=\"" + start + "\">",
                     "</ol>");
}

void HtmlWriter::openItem(const MD_BLOCK_LI_DETAIL &detail)
{
    m_html.openBlock(MD_BLOCK_LI, detail.is_task != 0 ? "<li class=\"task\">" : "<li>", "</li>");
    if (detail.is_task != 0) {
        const bool isDone = detail.task_mark == 'x' || detail.task_mark == 'X';
        m_html.append(isDone ? "<input type=\"checkbox\" disabled=\"\" checked=\"\"> "
                             : "<input type=\"checkbox\" disabled=\"\"> ");
    }
}

void HtmlWriter::openHeading(unsigned level)
{
    constexpr std::string_view tags[] = {"<h1>", "<h2>", "<h3>", "<h4>", "<h5>", "<h6>"};
    constexpr std::string_view closingTags[]
        = {"</h1>", "</h2>", "</h3>", "</h4>", "</h5>", "</h6>"};
    const unsigned index = std::clamp(level, 1U, 6U) - 1;
    m_html.openBlock(MD_BLOCK_H, tags[index], closingTags[index]);
}

void HtmlWriter::openCode(const MD_BLOCK_CODE_DETAIL &detail)
{
    std::string tag = "<pre><code";
    const std::string language = textOf(detail.lang, m_marks);
    if (!language.empty()) {
        tag += " class=\"language-" + escaped(language) + '"';
        if (detail.info.size > detail.lang.size) {
            tag += escapedAttribute("data-info", textOf(detail.info, m_marks));
        }
    }
    m_html.openBlock(MD_BLOCK_CODE, tag + '>', "</code></pre>");
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
    m_html.openBlock(type, tag + ">", type == MD_BLOCK_TH ? "</th>" : "</td>");
}

int HtmlWriter::enterBlock(MD_BLOCKTYPE type, const void *detail)
{
    switch (type) {
    case MD_BLOCK_HTML:
        m_html.openRawBlock(type);
        break;
    case MD_BLOCK_OL:
        openList(*static_cast<const MD_BLOCK_OL_DETAIL *>(detail));
        break;
    case MD_BLOCK_LI:
        openItem(*static_cast<const MD_BLOCK_LI_DETAIL *>(detail));
        break;
    case MD_BLOCK_H:
        openHeading(static_cast<const MD_BLOCK_H_DETAIL *>(detail)->level);
        break;
    case MD_BLOCK_CODE:
        openCode(*static_cast<const MD_BLOCK_CODE_DETAIL *>(detail));
        break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        openCell(type, *static_cast<const MD_BLOCK_TD_DETAIL *>(detail));
        break;
    default:
        m_isInTable = m_isInTable || type == MD_BLOCK_TABLE;
        m_html.openBlock(type, tagsOf(type).opening, tagsOf(type).closing);
    }
    return verdict();
}

int HtmlWriter::leaveBlock(MD_BLOCKTYPE type)
{
    m_isInTable = m_isInTable && type != MD_BLOCK_TABLE;
    m_html.closeBlock(type);
    return verdict();
}

void HtmlWriter::openLink(const MD_SPAN_A_DETAIL &detail)
{
    m_html.openSpan(MD_SPAN_A,
                    "<a" + escapedUrlAttribute("href", textOf(detail.href, m_marks))
                        + escapedAttribute("title", textOf(detail.title, m_marks)) + ">",
                    "</a>");
}

void HtmlWriter::openImage(const MD_SPAN_IMG_DETAIL &detail)
{
    m_html.openImage(MD_SPAN_IMG,
                     "<img" + escapedUrlAttribute("src", textOf(detail.src, m_marks))
                         + escapedAttribute("title", textOf(detail.title, m_marks)) + " alt=\"");
}

int HtmlWriter::enterSpan(MD_SPANTYPE type, const void *detail)
{
    if (type == MD_SPAN_A) {
        openLink(*static_cast<const MD_SPAN_A_DETAIL *>(detail));
    } else if (type == MD_SPAN_IMG) {
        openImage(*static_cast<const MD_SPAN_IMG_DETAIL *>(detail));
    } else {
        m_html.openSpan(type, tagsOf(type).opening, tagsOf(type).closing);
    }
    return verdict();
}

int HtmlWriter::leaveSpan(MD_SPANTYPE type)
{
    m_html.closeSpan(type);
    return verdict();
}

void HtmlWriter::appendText(std::string_view text)
{
    if (!m_marks.hasMarks()) {
        m_html.appendText(text);
        return;
    }
    m_scratch.clear();
    m_marks.appendUnmarked(m_scratch, text);
    m_html.appendText(m_scratch);
}

int HtmlWriter::text(MD_TEXTTYPE type, std::string_view text)
{
    switch (type) {
    case MD_TEXT_NULLCHAR:
        m_html.append(kReplacement);
        break;
    case MD_TEXT_BR:
        m_html.append(m_html.isInImage() ? "\n" : "<br>\n");
        break;
    case MD_TEXT_SOFTBR:
        m_html.append(m_html.isInImage() ? "\n" : m_lineEnd);
        break;
    case MD_TEXT_ENTITY:
        m_html.appendText(decodedEntity(text));
        break;
    case MD_TEXT_HTML:
        m_scratch.clear();
        m_marks.appendUnmarked(m_scratch, text);
        m_html.appendRaw(m_scratch);
        break;
    case MD_TEXT_CODE:
        // A bar in a cell is always written `\|`, which md4c leaves as it is in code.
        appendText(m_isInTable ? withoutEscapedBars(text) : std::string(text));
        break;
    default:
        appendText(text);
    }
    return verdict();
}

ParserOutput HtmlWriter::take()
{
    const bool isCut = m_html.size() > m_budget;
    return {m_html.take(), isCut};
}

/// Collects what a reader sees from md4c's events.
class TextWriter final
{
public:
    TextWriter(const MarkedText &marks, std::size_t inputBytes)
        : m_text(inputBytes)
        , m_marks(marks)
        , m_budget(outputBudget(inputBytes))
    {}

    /// A list begins within its item.
    int enterBlock(MD_BLOCKTYPE /*type*/, const void * /*detail*/) { return endLine(); }

    int leaveBlock(MD_BLOCKTYPE /*type*/) { return endLine(); }

    int enterSpan(MD_SPANTYPE type, const void * /*detail*/)
    {
        m_imageDepth += type == MD_SPAN_IMG ? 1 : 0;
        return 0;
    }

    int leaveSpan(MD_SPANTYPE type)
    {
        m_imageDepth -= type == MD_SPAN_IMG && m_imageDepth > 0 ? 1 : 0;
        return 0;
    }

    int text(MD_TEXTTYPE type, std::string_view text)
    {
        if (m_imageDepth > 0) {
            return 0;
        }
        if (type == MD_TEXT_SOFTBR) {
            m_text.breakLine();
        } else if (type == MD_TEXT_BR || (type == MD_TEXT_HTML && isLineBreak(text))) {
            m_text.append(" ");
        } else if (type == MD_TEXT_ENTITY) {
            m_text.append(decodedEntity(text));
        } else if (type != MD_TEXT_NULLCHAR && type != MD_TEXT_HTML) {
            m_scratch.clear();
            m_marks.appendUnmarked(m_scratch, text);
            m_text.append(m_scratch);
        }
        return verdict();
    }

    std::string take() { return m_text.take(); }

private:
    int endLine()
    {
        m_text.endBlock();
        return verdict();
    }

    int verdict() { return m_text.size() > m_budget ? kAbort : 0; }

    VisibleText m_text;
    std::string m_scratch;
    const MarkedText &m_marks;
    std::size_t m_budget;
    std::size_t m_imageDepth = 0;
};

/// Tells \a writer, which is one of the above, what stands in \a markdown behind \a prefix.
template <typename Writer>
void parse(std::string_view prefix, std::string_view markdown, Writer &writer)
{
    std::string buffer(prefix);
    buffer.reserve(prefix.size() + markdown.size() + kPadding.size());
    buffer.append(markdown).append(kPadding);
    MD_PARSER parser{};
    parser.flags = kFlags;
    parser.enter_block = [](MD_BLOCKTYPE type, void *detail, void *target) {
        return static_cast<Writer *>(target)->enterBlock(type, detail);
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void * /*detail*/, void *target) {
        return static_cast<Writer *>(target)->leaveBlock(type);
    };
    parser.enter_span = [](MD_SPANTYPE type, void *detail, void *target) {
        return static_cast<Writer *>(target)->enterSpan(type, detail);
    };
    parser.leave_span = [](MD_SPANTYPE type, void * /*detail*/, void *target) {
        return static_cast<Writer *>(target)->leaveSpan(type);
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *target) {
        return static_cast<Writer *>(target)->text(type, {text, size});
    };
    md_parse(buffer.data(), static_cast<MD_SIZE>(buffer.size() - kPadding.size()), &parser,
             &writer);
}

ParserOutput parseOnce(const MarkedText &marked, std::string_view prefix, RawHtml rawHtml,
                       LineEnds lineEnds)
{
    HtmlWriter writer(marked, outputBudget(marked.text.size()), rawHtml, lineEnds);
    parse(prefix, marked.text, writer);
    return writer.take();
}

/// What the library at hand takes symbols for: its releases share one soname and tell no version,
/// so that a text has to be tried. Stars open emphasis before a letter only.
Symbols parserSymbols()
{
    static const Symbols symbols
        = parseOnce({"a*£*b", "", "", ""}, "", RawHtml::Keep, LineEnds::Text).html.find("<em>")
            == std::string::npos
        ? Symbols::Punctuation
        : Symbols::Letters;
    return symbols;
}

} // namespace

ParserOutput parseMarkdown(std::string_view markdown, RawHtml rawHtml, LineEnds lineEnds)
{
    const MarkedText marked = withCjkMarks(markdown, parserSymbols());
    ParserOutput first = parseOnce(marked, "", rawHtml, lineEnds);
    // In md4c 0.4.8 a list may end early, depending on the low byte of an offset. The same text one
    // and two lines further down shows it, and the majority is right (10 wrong files of 11,738
    // became 1).
    if (first.isCut || first.html.find("<li") == std::string::npos) {
        return first;
    }
    ParserOutput second = parseOnce(marked, "\n", rawHtml, lineEnds);
    if (first.html == second.html) {
        return first;
    }
    ParserOutput third = parseOnce(marked, "\n\n", rawHtml, lineEnds);
    return third.html == second.html ? std::move(second) : std::move(first);
}

std::string parseVisibleText(std::string_view markdown)
{
    const MarkedText marked = withCjkMarks(markdown, parserSymbols());
    TextWriter writer(marked, markdown.size());
    parse("", marked.text, writer);
    return writer.take();
}

} // namespace lectern::core
