#include "core/state/library_keys.h"

#include "core/article/article_file.h"
#include "core/base/text.h"
#include "core/markdown/markdown.h"

namespace lectern::core {

std::vector<ArticleKey> keysOf(const Library &library, const PrintReader &known)
{
    std::vector<ArticleKey> keys(library.size());
    for (Row row = 0; row < library.size(); ++row) {
        ArticleKey &key = keys[row];
        key.path = library.path(row);
        key.source = normalSource(library.source(row));
        key.title = library.title(row);
        key.stamp = library.stamp(row);
        key.print = known ? known(row) : TextPrint();
    }
    return keys;
}

TextPrint printOfEntry(std::uint64_t checksum, std::uint64_t bytes)
{
    return {kTextPrintVersion, checksum, static_cast<std::uint32_t>(bytes), {}};
}

TextPrint printOfBody(std::string_view markdown)
{
    std::string text = foldForSearch(visibleText(markdown));
    replaceNuls(text);
    return textPrintOf(text);
}

TextPrint printOfFile(const std::string &root, std::string_view path)
{
    ArticleReader reader(root);
    const ArticleReader::Reading reading = reader.read(path);
    return reading.stamp == FileStamp() ? TextPrint() : printOfBody(reading.body);
}

} // namespace lectern::core
