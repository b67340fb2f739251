#include "ui/models/search_words.h"

#include "core/base/folded_text.h"
#include "ui/session/qt_text.h"

#include <string_view>

namespace lectern::ui {

namespace {

std::vector<std::string> joined(std::vector<std::string> words,
                                const std::vector<std::string> &others)
{
    words.insert(words.end(), others.begin(), others.end());
    return words;
}

int unitsOf(std::string_view utf8)
{
    return static_cast<int>(toQString(utf8).size());
}

} // namespace

std::vector<std::string> SearchWords::ofTitle() const
{
    return joined(anywhere, title);
}

std::vector<std::string> SearchWords::ofSummary() const
{
    return joined(anywhere, summary);
}

std::vector<std::string> SearchWords::all() const
{
    return joined(joined(joined(anywhere, title), summary), body);
}

SearchWords searchWords(const core::Query &query, TextSearch texts)
{
    SearchWords words;
    words.inTexts = texts == TextSearch::On;
    core::forEachTerm(query.root, [&words](const core::QueryTerm &term, bool isExcluded) {
        if (isExcluded || term.folded.empty()) {
            return;
        }
        switch (term.field) {
        case core::QueryField::Text:
            words.anywhere.push_back(term.folded);
            break;
        case core::QueryField::Title:
            words.title.push_back(term.folded);
            break;
        case core::QueryField::Summary:
            words.summary.push_back(term.folded);
            break;
        case core::QueryField::Body:
            words.body.push_back(term.folded);
            break;
        default:
            break;
        }
    });
    return words;
}

MarkedText markedText(const QString &text, const std::vector<std::string> &words)
{
    MarkedText marked{text, {}};
    if (words.empty()) {
        return marked;
    }
    const QByteArray utf8 = text.toUtf8();
    const std::string_view bytes = toView(utf8);
    std::size_t done = 0;
    int units = 0;
    for (const core::TextRange &hit : core::findFolded(bytes, words)) {
        units += unitsOf(bytes.substr(done, hit.start - done));
        const int length = unitsOf(bytes.substr(hit.start, hit.end - hit.start));
        marked.marks.append({units, length});
        units += length;
        done = hit.end;
    }
    return marked;
}

} // namespace lectern::ui
