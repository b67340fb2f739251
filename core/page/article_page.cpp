#include "core/page/article_page.h"

#include "core/article/article.h"
#include "core/base/text.h"
#include "core/markdown/html/html_escape.h"
#include "core/markdown/tree/passes.h"
#include "core/markdown/urls.h"

namespace lectern::core {

namespace {

// img-src names http and https because the request gate redirects them to lectern-image:, and the
// address before a redirect is checked as well as its target.
constexpr std::string_view kHeadStart
    = "<head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
      "img-src lectern-image: lectern: data: http: https:; style-src lectern: 'unsafe-inline'; "
      "font-src lectern:; script-src 'none'; base-uri 'none'; form-action 'none'\">"
      "<meta charset=\"utf-8\"><meta name=\"referrer\" content=\"no-referrer\">"
      "<link rel=\"stylesheet\" href=\"lectern://app/page/themes.css\">"
      "<link rel=\"stylesheet\" href=\"lectern://app/page/article.css\">";

void appendElement(std::string &html, std::string_view tag, std::string_view attributes,
                   std::string_view text)
{
    html.append("<").append(tag).append(attributes).append(">");
    appendEscaped(html, text);
    html.append("</").append(tag).append(">");
}

/// What is shown of a date: as precise as it was written.
std::string shownDate(const ArticleMeta &meta)
{
    if (!meta.date) {
        return meta.dateText;
    }
    std::string text = toIso8601(*meta.date);
    if (text.size() > 16) {
        text.resize(16);
    }
    if (text.size() > 10) {
        text[10] = ' ';
    }
    return text;
}

/// The date, where it is from unless the article says "date", and on hovering what was written.
void appendDate(std::string &html, const ArticleMeta &meta, const PageStrings &strings)
{
    const std::string text = shownDate(meta);
    if (text.empty()) {
        return;
    }
    const std::string &origin = strings.dateOrigins[static_cast<std::size_t>(meta.dateOrigin)];
    const bool isAsWritten = meta.dateText.empty() || meta.dateText == text;
    appendElement(html, "time", isAsWritten ? "" : " title=\"" + escaped(meta.dateText) + "\"",
                  text + origin);
}

void appendTerms(std::string &html, std::string_view taxonomy,
                 const std::vector<std::string> &names)
{
    if (names.empty()) {
        return;
    }
    html.append("<ul class=\"terms ").append(taxonomy).append("\">");
    for (const std::string &name : names) {
        html += "<li>";
        const std::string href
            = " href=\"lectern-filter:" + std::string(taxonomy) + "/" + percentEncoded(name) + "\"";
        appendElement(html, "a", href, name);
        html += "</li>";
    }
    html += "</ul>";
}

void appendSource(std::string &html, std::string_view source, const PageStrings &strings)
{
    if (!source.empty() && isSafeLink(source) && !urlScheme(source).empty()) {
        appendElement(html, "a", " class=\"source\" href=\"" + escaped(source) + "\"",
                      strings.source);
    }
}

/// Some write their names as links.
std::string shownAuthor(const std::string &author)
{
    const bool isMarkdown = author.find("](") != std::string::npos;
    return isMarkdown ? std::string(trimmed(visibleText(author))) : author;
}

/// Whether a word goes on over the place \a at of \a text. Chinese has no blanks between words.
bool isInWord(std::string_view text, std::size_t at)
{
    const auto isLetter = [](char character) {
        return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9');
    };
    return at > 0 && at < text.size() && isLetter(text[at - 1]) && isLetter(text[at]);
}

/// `Tides: a short history` has its subtitle already, `Maintaining` not the one that is `AI`.
bool isInTitle(const ArticleMeta &meta)
{
    const std::string title = foldForSearch(meta.title);
    const std::string subtitle = foldForSearch(meta.subtitle);
    std::size_t at = title.find(subtitle);
    while (at != std::string::npos
           && (isInWord(title, at) || isInWord(title, at + subtitle.size()))) {
        at = title.find(subtitle, at + 1);
    }
    return at != std::string::npos;
}

/// A summary that the text begins with would be read twice.
bool isSummaryShown(const ArticleMeta &meta, const RenderedBody &body)
{
    return !meta.summary.empty() && meta.summary != meta.lead && meta.summary != meta.title
        && meta.summary != meta.subtitle && !body.repeatsSummary;
}

/// An element whose text has the marks of ScriptMarks::Runs.
void appendMarked(std::string &html, std::string_view tag, std::string_view attributes,
                  std::string_view text, std::string_view language)
{
    html.append("<").append(tag).append(attributes).append(">");
    html.append(scriptMarkedHtml(text, language)).append("</").append(tag).append(">");
}

void appendRoot(std::string &html, std::string_view language, const PageStyle &style)
{
    html += "<html lang=\"";
    appendEscaped(html, language);
    html.append("\" class=\"").append(rowOf(style.theme).name).append("\"");
    if (const std::string declarations = styleDeclarations(style); !declarations.empty()) {
        html += " style=\"";
        appendEscaped(html, declarations);
        html += "\"";
    }
    html += ">";
}

void appendHeader(std::string &html, const ArticleMeta &meta, const RenderedBody &body,
                  const PageOptions &options)
{
    const PageStrings &strings = options.strings;
    const std::string_view language = pageLanguage(meta, body, options);
    html += "<header class=\"article-header\">";
    appendMarked(html, "h1", "", meta.title, language);
    if (!meta.subtitle.empty() && !isInTitle(meta)) {
        appendMarked(html, "p", " class=\"subtitle\"", meta.subtitle, language);
    }
    if (!meta.lead.empty() && meta.lead != meta.subtitle) {
        appendMarked(html, "p", " class=\"lead\"", meta.lead, language);
    }
    if (isSummaryShown(meta, body)) {
        appendMarked(html, "p", " class=\"summary\"", meta.summary, language);
    }
    html += "<div class=\"facts\">";
    appendDate(html, meta, strings);
    for (const std::string &author : meta.authors) {
        appendElement(html, "span", " class=\"author\"", shownAuthor(author));
    }
    appendSource(html, meta.source.empty() ? body.source : meta.source, strings);
    appendTerms(html, "category", meta.categories);
    if (meta.tags != meta.categories) {
        appendTerms(html, "tag", meta.tags);
    }
    html += "</div>";
    if (!body.thumbnail.empty()) {
        html.append("<img class=\"thumbnail\" alt=\"\" decoding=\"async\" src=\"");
        appendEscaped(html, body.thumbnail);
        html += "\">";
    }
    html += "</header>";
}

} // namespace

std::string_view pageLanguage(const ArticleMeta &meta, const RenderedBody &body,
                              const PageOptions &options)
{
    if (!body.language.empty()) {
        return body.language;
    }
    return meta.languages.empty() ? std::string_view(options.uiLanguage)
                                  : std::string_view(meta.languages.front());
}

std::string articlePage(const Article &article, const RenderedBody &body,
                        const PageOptions &options)
{
    const ArticleMeta &meta = article.meta;
    std::string html = "<!doctype html>";
    appendRoot(html, pageLanguage(meta, body, options), options.style);
    html += kHeadStart;
    if (body.hasMath) {
        html += "<link rel=\"stylesheet\" href=\"lectern://app/page/katex.min.css\">";
    }
    appendElement(html, "title", "", meta.title);
    html += "</head><body><article>";
    appendHeader(html, meta, body, options);
    html += "<div class=\"body\">";
    html += body.html;
    html += "</div>";
    if (body.isCut) {
        appendElement(html, "p", " class=\"cut\"", options.strings.cutNotice);
    }
    html += "</article></body></html>";
    return html;
}

} // namespace lectern::core
