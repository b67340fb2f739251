#include "core/article/article_file.h"

#include "core/article/article_title.h"
#include "core/article/fences.h"
#include "core/article/front_matter.h"
#include "core/base/text.h"

#include <utility>

namespace lectern::core {

namespace {

std::string withLineFeeds(std::string_view text)
{
    std::string lines;
    lines.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '\r') {
            lines += text[at];
        } else if (at + 1 == text.size() || text[at + 1] != '\n') {
            lines += '\n';
        }
    }
    return lines;
}

PageKind pageKindOf(std::string_view path)
{
    const std::string_view name = path.substr(path.rfind('/') + 1);
    if (name == "index.md" || name == "index.markdown") {
        return PageKind::LeafBundle;
    }
    return name == "_index.md" || name == "_index.markdown" ? PageKind::Section : PageKind::Single;
}

void findTitle(Article &article)
{
    if (!article.meta.title.empty()) {
        return;
    }
    article.meta.title = titleFromHeading(article.body);
    article.meta.titleOrigin = TitleOrigin::Heading;
    if (article.meta.title.empty()) {
        article.meta.title = titleFromPath(article.path);
        article.meta.titleOrigin = TitleOrigin::FileName;
    }
    article.problems.push_back(
        {ProblemCode::TitleMissing, 0, 0, "The article states no title.", article.meta.title, ""});
}

ProblemCode codeFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NotRegular:
        return ProblemCode::FileNotRegular;
    case ErrorCode::Outside:
        return ProblemCode::FileOutside;
    default:
        return ProblemCode::FileUnreadable;
    }
}

} // namespace

Article parseArticle(std::string_view relativePath, std::string_view bytes)
{
    Article article;
    article.path = relativePath;
    article.meta.page = pageKindOf(relativePath);
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (bytes.starts_with(kByteOrderMark)) {
        bytes.remove_prefix(kByteOrderMark.size());
    }
    const std::string text
        = withLineFeeds(isValidUtf8(bytes) ? std::string(bytes) : repairUtf8(bytes));
    const FenceSplit split = splitFrontMatter(text);
    article.body = split.body;
    article.bodyLine = split.bodyLine;
    readFrontMatter(split, article);
    findTitle(article);
    return article;
}

ArticleFile readArticleFile(const std::string &root, std::string_view relativePath)
{
    Result<FileBytes> file = readFileBelow(root, relativePath, kMaxArticleBytes);
    if (!file) {
        ArticleFile unread;
        unread.article.path = relativePath;
        unread.article.meta.title = titleFromPath(relativePath);
        unread.article.meta.page = pageKindOf(relativePath);
        unread.article.problems.push_back(
            {codeFor(file.error().code), 0, 0, file.error().message, "", ""});
        return unread;
    }
    ArticleFile read{parseArticle(relativePath, file.value().bytes), file.value().stamp};
    if (file.value().isCut) {
        read.article.problems.push_back({ProblemCode::FileTooLarge, 0, 0,
                                         "The file is larger than 16 MB; only its beginning was "
                                         "read.",
                                         "", ""});
    }
    return read;
}

} // namespace lectern::core
