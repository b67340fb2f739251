#include "core/markdown/markdown.h"

#include "core/article/article.h"
#include "core/markdown/html/html_output.h"
#include "core/markdown/html/html_tree.h"
#include "core/markdown/links/link_resolver.h"
#include "core/markdown/markdown_parser.h"
#include "core/markdown/source/dialects.h"
#include "core/markdown/source/list_marks.h"
#include "core/markdown/source/source_passes.h"
#include "core/markdown/tree/passes.h"
#include "core/markdown/tree/text_passes.h"

namespace lectern::core {

namespace {

// 8 MB of text take the web engine 4 to 9 s to lay out.
constexpr std::size_t kMaxBodyBytes = 4U << 20U;

/// The beginning of \a text that ends on a character's end.
std::string_view cutToBytes(std::string_view text, std::size_t bytes)
{
    if (text.size() <= bytes) {
        return text;
    }
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) {
        --bytes;
    }
    return text.substr(0, bytes);
}

/// \a text without the blank lines it starts with, so that they cannot change how it is read.
std::string_view withoutLeadingBlankLines(std::string_view text)
{
    std::size_t start = 0;
    for (std::size_t i = 0; i < text.size() && (text[i] == ' ' || text[i] == '\n'); ++i) {
        start = text[i] == '\n' ? i + 1 : start;
    }
    return text.substr(start);
}

/// \a text without the control characters that no font has and a parser would make visible.
std::string withoutControls(std::string_view text)
{
    const auto isControl = [](unsigned char byte) {
        return (byte < ' ' && byte != '\0' && byte != '\t' && byte != '\n' && byte != '\f'
                && byte != '\r')
            || byte == 0x7F;
    };
    std::string result(text);
    unsigned char found = 0; // of all, which compilers do for many bytes at once
    for (const char byte : text) {
        found |= isControl(static_cast<unsigned char>(byte)) ? 1 : 0;
    }
    if (found != 0) {
        std::erase_if(result, isControl);
    }
    return result;
}

/// Notes have formulas between single dollars unless they say otherwise.
ArticleMeta metaOfNotes(const ArticleMeta &meta)
{
    ArticleMeta notes;
    notes.mathjax = meta.mathjax.value_or(true);
    return notes;
}

/// \a markdown with everything that CommonMark does not know put into its terms.
std::string preparedSource(std::string_view markdown, PassContext &context)
{
    const LinkResolver *resolver = context.options.resolver;
    const bool isVault = resolver != nullptr && resolver->isVault();
    const GluedMarks gluedMarks = isVault ? GluedMarks::Tags : GluedMarks::Headings;
    std::string source = withClosedNotes(withWordPress(std::string(markdown), context.meta));
    if (isVault) {
        source = withEmbeds(std::move(source), *resolver);
        if (source.find("((") != std::string::npos) {
            source = withBlocksOfOthers(source, *resolver);
        }
    }
    if (context.mayRepair(Repair::Images)) {
        source = withCodeBoxes(std::move(source), context.body.repairs);
    }
    source = withRepairedLines(source, context.options.repairs, context.body.repairs, gluedMarks);
    source = withDialects(std::move(source), context.meta, isVault ? Notes::Yes : Notes::No);
    if (context.mayRepair(Repair::OpenTags)) {
        source = withoutOpenTags(std::move(source), context.body.repairs);
    }
    source = withImageSizes(withShortcodes(withLinkCards(std::move(source))));
    source = withHtmlMarks(withTagWords(std::move(source)), context.options.repairs,
                           context.body.repairs);
    if (resolver != nullptr) {
        source = withWikiLinks(std::move(source), *resolver);
    }
    if (context.mayRepair(Repair::Repetitions)) {
        source = withoutFormulaCopies(std::move(source), context.body.repairs);
    }
    source = withFormulas(std::move(source), isVault ? metaOfNotes(context.meta) : context.meta,
                          context.body.hasMath);
    return withMarkedEscapes(withFootnotes(std::move(source)));
}

/// Of the tree that was made from \a source, what \a markdown became.
void runPasses(HtmlNode &root, std::string_view markdown, std::string_view source,
               PassContext &context)
{
    // An article that has them itself keeps them.
    if (source.find(kListMark) != std::string_view::npos
        && markdown.find(kListMark) == std::string_view::npos) {
        takeListMarks(root);
    }
    takeAttributeLists(root, markdown);
    linkifyText(root);
    takeSourceLine(root, context);
    // An author who escapes asterisks means those that are left.
    if (context.mayRepair(Repair::Emphasis) && markdown.find("\\*") == std::string_view::npos) {
        context.body.repairs[Repair::Emphasis] += repairEmphasis(root);
    }
    if (context.mayRepair(Repair::Emphasis) && markdown.find("\\_") == std::string_view::npos) {
        context.body.repairs[Repair::Emphasis] += repairUnderscores(root);
    }
    flattenStrong(root);
    const bool hasTildes = markdown.find("~~") != std::string_view::npos
        || source.find("&#126;") != std::string_view::npos;
    expandInlineMarks(root, hasTildes ? SingleTildes::Text : SingleTildes::Deletions);
    // An article that has them itself keeps them.
    if (source.find(kEscapeMark) != std::string_view::npos
        && markdown.find(kEscapeMark) == std::string_view::npos) {
        dropEscapeMarks(root);
    }
    explainAbbreviations(root, markdown);
    arrangeImages(root, context);
    finishBlocks(root, context);
    joinLines(root);
    finishHeadings(root, context);
    finishLinks(root, context);
    noteFacts(root, context);
    describeBody(root, context);
    if (context.options.scriptMarks == ScriptMarks::Runs) {
        markScripts(root, context);
    }
    std::erase_if(root.children, isBlank);
}

} // namespace

RenderedBody renderBody(const Article &article, const RenderOptions &options)
{
    const std::string markdown
        = withoutControls(withoutLeadingBlankLines(cutToBytes(article.body, kMaxBodyBytes)));
    RenderedBody body;
    PassContext context{article.meta, options, body};
    const bool showsLineEnds = options.resolver != nullptr && options.resolver->showsLineEnds();
    const std::string source = preparedSource(markdown, context);
    const ParserOutput output
        = parseMarkdown(source, RawHtml::Clean, showsLineEnds ? LineEnds::Breaks : LineEnds::Text);
    body.isCut = output.isCut || article.body.size() > kMaxBodyBytes;
    std::optional<HtmlNode> root = parseTidyHtml(output.html);
    root = root ? std::move(root) : parseHtml(output.html);
    if (!root) {
        root = makeElement("div", {makeElement("pre", {makeText(markdown)})});
        body.isCut = true;
    }
    runPasses(*root, markdown, source, context);
    HtmlOutput html = writeHtml(*root, outputBudget(article.body.size()));
    body.html = std::move(html.html);
    body.isCut = body.isCut || html.isCut;
    return body;
}

std::string specifiedHtml(std::string_view markdown, Dialect dialect)
{
    std::string html = parseMarkdown(markdown, RawHtml::Keep).html;
    std::optional<HtmlNode> root = dialect == Dialect::Gfm ? parseHtml(html) : std::nullopt;
    if (root) {
        linkifyText(*root);
        html = writeHtml(*root, outputBudget(markdown.size())).html;
    }
    return html;
}

std::string visibleText(std::string_view markdown)
{
    return parseVisibleText(cutToBytes(markdown, kMaxBodyBytes));
}

} // namespace lectern::core
