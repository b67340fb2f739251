#include "ui/common/marked_text.h"

#include "core/base/folded_text.h"
#include "ui/common/qt_text.h"

#include <string_view>

namespace lectern::ui {

namespace {

int unitsOf(std::string_view utf8)
{
    return static_cast<int>(toQString(utf8).size());
}

} // namespace

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
