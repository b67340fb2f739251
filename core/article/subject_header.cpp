#include "core/article/subject_header.h"

#include "core/article/article_title.h"
#include "core/article/front_matter/lines.h"
#include "core/article/language_guess.h"
#include "core/base/text.h"

#include <string>
#include <utility>

namespace lectern::core {

namespace {

constexpr std::string_view kStart = "[#]:";
constexpr std::size_t kMaxLines = 32;

/// The value of `(a title)` or `"a title"`; `( )` is empty.
std::string_view unwrapped(std::string_view value)
{
    const bool isWrapped = value.size() >= 2
        && ((value.front() == '(' && value.back() == ')')
            || (value.front() == '"' && value.back() == '"'));
    return isWrapped ? trimmed(value.substr(1, value.size() - 2)) : value;
}

bool isAddress(std::string_view text)
{
    return text.starts_with("https://") || text.starts_with("http://");
}

void takeField(std::string_view key, std::string_view value, ArticleMeta &meta)
{
    if (value.empty()) {
        return;
    }
    if (key == "subject" && meta.title.empty()) {
        meta.title = value;
        meta.titleOrigin = TitleOrigin::SubjectHeader;
    } else if (key == "via" && isAddress(value)) {
        meta.source = value;
    } else if (key == "author") { // the name, then an address
        meta.authors.emplace_back(trimmed(value.substr(0, value.find(" http"))));
    } else if (key == "date" && parseTimestamp(value)) {
        meta.date = parseTimestamp(value);
        meta.dateOrigin = DateOrigin::Date;
        meta.dateText = value;
    } else {
        meta.others.emplace_back(key, value);
    }
}

bool isChinese(std::string_view title)
{
    return guessLanguage(title).starts_with("zh");
}

/// Whether \a body begins with a heading of the first level.
bool beginsWithTitle(std::string_view body)
{
    const std::size_t start = body.find_first_not_of('\n');
    body.remove_prefix(start == std::string_view::npos ? body.size() : start);
    const std::string_view below = trimmed(lineAt(body, afterLine(body, 0)));
    return body.starts_with("# ")
        || (!below.empty() && below.find_first_not_of('=') == std::string_view::npos);
}

} // namespace

std::size_t readSubjectHeader(std::string_view text, ArticleMeta &meta)
{
    std::size_t at = 0;
    for (std::size_t line = 0; line < kMaxLines && text.substr(at).starts_with(kStart); ++line) {
        const std::string_view field = trimmed(lineAt(text, at).substr(kStart.size()));
        const std::size_t colon = field.find(':');
        if (colon != std::string_view::npos) {
            takeField(trimmed(field.substr(0, colon)), unwrapped(trimmed(field.substr(colon + 1))),
                      meta);
        }
        at = afterLine(text, at);
    }
    return at;
}

void preferTranslatedTitle(std::string_view body, ArticleMeta &meta)
{
    if (meta.titleOrigin != TitleOrigin::SubjectHeader || isChinese(meta.title)
        || !beginsWithTitle(body)) {
        return;
    }
    std::string heading = titleFromHeading(body);
    if (isChinese(heading)) {
        meta.others.emplace_back("subject", std::exchange(meta.title, std::move(heading)));
        meta.titleOrigin = TitleOrigin::Heading;
    }
}

std::string_view sourceFromLastLine(std::string_view body)
{
    body = trimmed(body);
    const std::string_view line = body.substr(body.rfind('\n') + 1); // npos + 1 is 0
    const std::size_t middle = line.find("](");
    if (!line.starts_with('[') || !line.ends_with(')') || middle == std::string_view::npos) {
        return {};
    }
    const std::string_view address = line.substr(middle + 2, line.size() - middle - 3);
    const bool isOneLink = address.find_first_of("() \t<>") == std::string_view::npos;
    return isOneLink && isAddress(address) ? address : std::string_view();
}

} // namespace lectern::core
