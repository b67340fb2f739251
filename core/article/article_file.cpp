#include "core/article/article_file.h"

#include "core/article/article_title.h"
#include "core/article/byline.h"
#include "core/article/folder_conventions.h"
#include "core/article/front_matter/fences.h"
#include "core/article/inline_tags.h"
#include "core/article/language_guess.h"
#include "core/article/meta_gaps.h"
#include "core/article/property_lines.h"
#include "core/article/subject_header.h"
#include "core/base/encoding.h"
#include "core/base/text.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace lectern::core {

namespace {

const FolderConventions kNoConventions;

void addProblem(Article &article, ProblemCode code, ProblemWording wording,
                std::string valueUsed = {})
{
    article.problems.push_back({code, 0, 0, std::move(wording), std::move(valueUsed), {}});
}

/// CRLF and lone CR become LF, in place.
void makeLineFeeds(std::string &text)
{
    std::size_t from = text.find('\r');
    if (from == std::string::npos) {
        return;
    }
    std::size_t to = from;
    for (; from < text.size(); ++from) {
        if (text[from] != '\r') {
            text[to++] = text[from];
        } else if (from + 1 == text.size() || text[from + 1] != '\n') {
            text[to++] = '\n';
        }
    }
    text.resize(to);
}

PageKind pageKindOf(std::string_view path)
{
    const std::string_view name = path.substr(path.rfind('/') + 1);
    if (name == "index.md" || name == "index.markdown") {
        return PageKind::LeafBundle;
    }
    return name == "_index.md" || name == "_index.markdown" ? PageKind::Section : PageKind::Single;
}

/// Makes \a article a new one.
void begin(std::string_view relativePath, Article &article)
{
    article.path = relativePath;
    article.meta.clear();
    article.body.clear();
    article.bodyLine = 1;
    article.problems.clear();
    article.meta.page = pageKindOf(relativePath);
    if (!isValidUtf8(relativePath)) {
        addProblem(article, ProblemCode::FileNameNotUtf8, worded(ProblemReason::NameNotUtf8),
                   repairUtf8(relativePath));
    }
}

void reportEncoding(const DecodedText &decoded, Article &article)
{
    if (decoded.isGuessed) {
        addProblem(article, ProblemCode::EncodingGuessed,
                   worded(ProblemReason::ReadAsEncoding, {decoded.encoding}), decoded.encoding);
    }
    if (!decoded.firstInvalid) {
        return;
    }
    const std::string_view before = std::string_view(decoded.text).substr(0, *decoded.firstInvalid);
    const std::string_view line = before.substr(before.rfind('\n') + 1); // npos + 1 is 0
    const auto characters = std::ranges::count_if(
        line, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; });
    Problem problem;
    problem.code = ProblemCode::EncodingInvalid;
    problem.line = static_cast<std::uint32_t>(std::ranges::count(before, '\n')) + 1;
    problem.column = static_cast<std::uint32_t>(characters) + 1;
    problem.wording = worded(ProblemReason::BytesOfNoEncoding, {decoded.encoding});
    problem.valueUsed = "\uFFFD";
    article.problems.push_back(std::move(problem));
}

/// `key:: value`
bool startsWithProperty(std::string_view text)
{
    const std::string_view line = trimmed(text.substr(0, text.find('\n')));
    const std::size_t colons = line.find("::");
    return colons != std::string_view::npos && colons > 0 && line.find(' ') > colons
        && (colons + 2 == line.size() || line[colons + 2] == ' ');
}

/// Whether Logseq calls the article at \a path, whose file holds \a text, what the file is called;
/// a heading is a part of it.
bool isPageOfGraph(std::string_view path, std::string_view text)
{
    return isNamespacedPage(path) || (isInGraph(path) && startsWithProperty(text));
}

/// \a body is that of the file with \a text.
void findTitle(std::string_view text, std::string_view body, Article &article)
{
    ArticleMeta &meta = article.meta;
    if (!meta.title.empty()) {
        return;
    }
    meta.title = isPageOfGraph(article.path, text) ? std::string() : titleFromHeading(body);
    meta.titleOrigin = TitleOrigin::Heading;
    const bool hasHeading = !meta.title.empty();
    if (!hasHeading) {
        meta.title = titleFromPath(article.path);
        meta.titleOrigin = TitleOrigin::FileName;
    }
    if (!hasHeading || meta.frontMatter != FrontMatterKind::None) {
        addProblem(
            article, ProblemCode::TitleMissing,
            worded(hasHeading ? ProblemReason::TitleFromHeading : ProblemReason::TitleFromFileName),
            meta.title);
    }
}

Problem *findProblem(Article &article, ProblemCode code)
{
    const auto found = std::ranges::find(article.problems, code, &Problem::code);
    return found == article.problems.end() ? nullptr : &*found;
}

/// Says on the Problem about an unreadable or missing date which date is used instead.
void noteDateUsed(Article &article)
{
    Problem *problem = findProblem(article, ProblemCode::DateUnreadable);
    problem = problem != nullptr ? problem : findProblem(article, ProblemCode::DateMissing);
    if (problem == nullptr || !article.meta.date) {
        return;
    }
    problem->valueUsed = toIso8601(*article.meta.date);
    if (problem->code == ProblemCode::DateUnreadable
        && article.meta.frontMatter == FrontMatterKind::Yaml) {
        problem->proposal = "date: " + problem->valueUsed;
    }
}

void findDate(Article &article)
{
    ArticleMeta &meta = article.meta;
    if (!meta.date) {
        const std::string named = dateFromPath(article.path);
        const std::string_view written
            = named.empty() ? dateFromAddress(meta.url) : std::string_view(named);
        meta.date = parseTimestamp(written);
        meta.dateOrigin = meta.date ? DateOrigin::FileName : DateOrigin::None;
        meta.dateText = meta.date ? std::string(written) : meta.dateText;
    }
    if (!meta.date && findProblem(article, ProblemCode::DateUnreadable) == nullptr) {
        addProblem(article, ProblemCode::DateMissing, worded(ProblemReason::NoDate));
    }
    noteDateUsed(article);
}

/// The time of the file, when nothing in it or its name tells a date.
void useFileTime(Article &article, const FileStamp &stamp)
{
    constexpr std::int64_t kNsPerSecond = 1'000'000'000;
    if (article.meta.date) {
        return;
    }
    article.meta.date
        = Timestamp{stamp.modifiedNs / kNsPerSecond, std::int16_t{0}, Precision::Second};
    article.meta.dateOrigin = DateOrigin::FileTime;
    noteDateUsed(article);
}

void findLanguage(std::string_view body, Article &article)
{
    if (!article.meta.languages.empty()) {
        return;
    }
    std::string_view language = guessLanguage(body);
    language = language.empty() ? guessLanguage(article.meta.title) : language;
    if (!language.empty()) {
        article.meta.languages.emplace_back(language);
        article.meta.isLanguageGuessed = true;
    }
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

/// Says with the failure of \a code what a person can do about it.
ProblemReason reasonFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Unreadable:
        return ProblemReason::FileForbidden;
    case ErrorCode::NotFound:
        return ProblemReason::FileGone;
    default:
        return ProblemReason::FileRefused;
    }
}

/// Plain UTF-8 with line feeds, as nearly every file is, needs no copy.
bool isPlainText(std::string_view bytes)
{
    constexpr std::string_view kMarks = "\xEF\xFE\xFF"; // what byte order marks begin with
    return !bytes.empty() && kMarks.find(bytes.front()) == std::string_view::npos
        && bytes.find('\0') == std::string_view::npos && bytes.find('\r') == std::string_view::npos
        && isValidUtf8(bytes);
}

/// \a bytes as UTF-8 with line feeds: themselves, or as \a decoded.
std::string_view textOf(std::string_view bytes, std::string &decoded, Article &article)
{
    if (isPlainText(bytes)) {
        return bytes;
    }
    DecodedText read = decodeText(bytes);
    makeLineFeeds(read.text);
    if (read.firstInvalid) {
        read.firstInvalid = read.text.find("\uFFFD");
    }
    reportEncoding(read, article);
    decoded = std::move(read.text);
    return decoded;
}

bool isInPosts(std::string_view path)
{
    return path.starts_with("_posts/") || path.find("/_posts/") != std::string_view::npos
        || path.starts_with("_drafts/");
}

/// How lists are written where \a path lies in its site.
WordLists wordListsAt(std::string_view path, const FolderConventions &conventions)
{
    if (conventions.isVault) {
        return WordLists::Notes;
    }
    return isInPosts(path) || isInPosts(conventions.prefix) ? WordLists::Posts : WordLists::None;
}

/// Reads all that \a text says into \a article but the body, which is returned as a part of it.
std::string_view understand(std::string_view text, const FolderConventions &conventions,
                            FrontMatterReader &frontMatter, Article &article)
{
    const std::optional<ArticleMeta> defaults = defaultsOf(conventions, article.path);
    article.meta.isDraft = defaults && defaults->isDraft;
    const FenceSplit split = splitFrontMatter(text);
    frontMatter.read(split, article, wordListsAt(article.path, conventions), &conventions.types);
    article.bodyLine = split.bodyLine;
    std::string_view body = split.body;
    const std::string_view noteLines = body.substr(joplinTextSize(body));
    body.remove_suffix(noteLines.size());
    if (!noteLines.empty()) {
        readJoplinLines(noteLines, body, article.meta);
    } else if (split.state == FenceState::Absent) {
        const std::size_t header = readSubjectHeader(body, article.meta);
        article.bodyLine
            += static_cast<std::uint32_t>(std::ranges::count(body.substr(0, header), '\n'));
        body.remove_prefix(header);
        if (header > 0) {
            preferTranslatedTitle(body, article.meta);
        } else {
            readByline(body, article.meta);
            readNotionLines(body, hasNotionName(article.path), article.meta);
        }
    } else if (split.state == FenceState::Closed) {
        FenceSplit second = splitSecondBlock(body);
        if (second.state == FenceState::Closed) {
            second.blockLine += article.bodyLine - 1;
            second.fenceLine += article.bodyLine - 1;
            frontMatter.fillGaps(second, article);
            article.bodyLine += second.bodyLine - 1;
            body = second.body;
        }
    }
    if (defaults) {
        fillGaps(article.meta, *defaults);
    }
    if (conventions.isVault) {
        addInlineTags(body, article.meta.tags);
    }
    findTitle(text, body, article);
    findDate(article);
    findLanguage(body, article);
    if (article.meta.source.empty()) {
        article.meta.source = sourceFromLastLine(body);
    }
    return body;
}

/// The part of \a text that understand() returns.
std::string_view bodyOf(std::string_view text)
{
    const FenceSplit split = splitFrontMatter(text);
    const std::string_view body = split.body.substr(0, joplinTextSize(split.body));
    const bool hasNoteLines = body.size() < split.body.size();
    if (hasNoteLines || split.state != FenceState::Absent) {
        return split.state == FenceState::Closed && !hasNoteLines ? splitSecondBlock(body).body
                                                                  : body;
    }
    ArticleMeta unused;
    return body.substr(readSubjectHeader(body, unused));
}

} // namespace

ArticleReader::ArticleReader(const std::string &root, const FolderConventions *conventions)
    : m_files(root)
    , m_conventions(conventions == nullptr ? &kNoConventions : conventions)
{}

ArticleReader::Reading ArticleReader::read(std::string_view relativePath)
{
    Reading reading{m_article, {}, {}, 0};
    Article &article = m_article;
    begin(relativePath, article);
    const Result<FileReader::File> file = m_files.read(relativePath, kMaxArticleBytes);
    if (!file) {
        article.meta.title = titleFromPath(relativePath);
        const Error &error = file.error();
        addProblem(article, codeFor(error.code),
                   worded(reasonFor(error.code), {repairUtf8(error.message)}));
        return reading;
    }
    reading.body = understand(textOf(file.value().bytes, m_decoded, article), *m_conventions,
                              m_frontMatter, article);
    reading.stamp = file.value().stamp;
    reading.startedNs = file.value().startedNs;
    useFileTime(article, reading.stamp);
    if (file.value().isCut) {
        addProblem(article, ProblemCode::FileTooLarge, worded(ProblemReason::FileCut));
    }
    if (file.value().isUnsteady) {
        addProblem(article, ProblemCode::FileChangedWhileRead, worded(ProblemReason::FileUnsteady));
    }
    return reading;
}

std::string_view ArticleReader::readBody(std::string_view relativePath)
{
    const Result<FileReader::File> file = m_files.read(relativePath, kMaxArticleBytes);
    if (!file) {
        return {};
    }
    Article unused;
    return bodyOf(textOf(file.value().bytes, m_decoded, unused));
}

Article parseArticle(std::string_view relativePath, std::string_view bytes)
{
    Article article;
    begin(relativePath, article);
    std::string decoded;
    FrontMatterReader frontMatter;
    article.body
        = understand(textOf(bytes, decoded, article), kNoConventions, frontMatter, article);
    return article;
}

ArticleFile readArticleFile(const std::string &root, std::string_view relativePath,
                            const FolderConventions *conventions)
{
    ArticleReader reader(root, conventions);
    const ArticleReader::Reading reading = reader.read(relativePath);
    reading.article.body = reading.body;
    return {std::move(reading.article), reading.stamp};
}

} // namespace lectern::core
