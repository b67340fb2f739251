#include "core/article/subject_header.h"

#include "core/article/front_matter/lines.h"
#include "core/base/text.h"

#include <string>

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
