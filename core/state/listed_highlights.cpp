#include "core/state/listed_highlights.h"

#include "core/article/article_file.h"
#include "core/base/text.h"
#include "core/markdown/markdown.h"
#include "core/state/quote_anchor.h"

#include <algorithm>
#include <unordered_map>

namespace lectern::core {

namespace {

std::string visibleTextAt(ArticleReader &reader, std::string_view path)
{
    return visibleText(reader.read(path).body);
}

/// All but the sentence.
ExportedHighlight withoutSentence(const Library &library, const StateSnapshot &snapshot,
                                  const ListedHighlight &listed)
{
    const Highlight &highlight = highlightAt(snapshot, listed);
    if (listed.row != kNoRow) {
        return {highlight,
                citedArticle(library, listed.row),
                std::string(library.path(listed.row)),
                {}};
    }
    const ArticleKey &was = snapshot.unplacedArticles[listed.lost].key;
    return {highlight, {was.title, was.source, {}}, was.path, {}};
}

} // namespace

std::vector<ListedHighlight> listedHighlights(const StateSnapshot &snapshot)
{
    std::vector<ListedHighlight> listed;
    if (!snapshot.highlights || snapshot.highlights->empty()) {
        return listed;
    }
    std::unordered_map<StateId, ListedHighlight> places;
    for (Row row = 0; row < snapshot.size(); ++row) {
        if (snapshot.has(row, StateFlag::HasHighlight)) {
            places.try_emplace(snapshot.article[row], ListedHighlight{0, row, 0});
        }
    }
    for (std::size_t lost = 0; lost < snapshot.unplacedArticles.size(); ++lost) {
        places.try_emplace(snapshot.unplacedArticles[lost].state, ListedHighlight{0, kNoRow, lost});
    }
    for (std::size_t number = 0; number < snapshot.highlights->size(); ++number) {
        const auto place = places.find((*snapshot.highlights)[number].article);
        if (place != places.end()) { // else it is another library's
            listed.push_back({number, place->second.row, place->second.lost});
        }
    }
    return listed;
}

const Highlight &highlightAt(const StateSnapshot &snapshot, const ListedHighlight &listed)
{
    return (*snapshot.highlights)[listed.number];
}

std::string titleOf(const Library &library, const StateSnapshot &snapshot,
                    const ListedHighlight &listed)
{
    if (listed.row != kNoRow) {
        return std::string(library.title(listed.row));
    }
    const ArticleKey &was = snapshot.unplacedArticles[listed.lost].key;
    return was.title.empty() ? repairUtf8(was.path) : was.title;
}

std::vector<ExportedHighlight> exportedHighlights(const Library &library,
                                                  const StateSnapshot &snapshot,
                                                  std::span<const ListedHighlight> listed,
                                                  const std::function<bool()> &isCancelled)
{
    std::vector<ExportedHighlight> exported;
    ArticleReader reader{std::string(library.root())};
    Row read = kNoRow; // those of one article mostly follow each other
    std::string text;
    for (const ListedHighlight &one : listed) {
        if (isCancelled()) {
            break;
        }
        if (one.row != read) {
            text = one.row == kNoRow ? std::string() : visibleTextAt(reader, library.path(one.row));
            read = one.row;
        }
        exported.push_back(withoutSentence(library, snapshot, one));
        exported.back().sentence = sentenceOf(exported.back().highlight, text);
    }
    return exported;
}

std::vector<ExportedHighlight> exportedHighlights(const StateRecord &record)
{
    std::vector<ExportedHighlight> exported;
    for (const KeptArticle &kept : record.articles) {
        if (kept.highlights.empty()) {
            continue;
        }
        ArticleReader reader{kept.library};
        const ArticleReader::Reading reading = reader.read(kept.key.path);
        const bool isThere = reading.stamp != FileStamp();
        const std::string text = isThere ? visibleText(reading.body) : std::string();
        const ArticleMeta &meta = reading.article.meta;
        const CitedArticle article{kept.key.title, isThere ? meta.source : kept.key.source,
                                   isThere && meta.date ? dayText(*meta.date) : std::string()};
        for (const Highlight &highlight : kept.highlights) {
            exported.push_back({highlight, article, kept.key.path, sentenceOf(highlight, text)});
        }
    }
    return exported;
}

std::vector<bool> areFound(const std::string &root, std::string_view path,
                           std::span<const Highlight> highlights)
{
    ArticleReader reader{root};
    const std::string text = visibleTextAt(reader, path);
    QuoteFinder finder(text);
    std::vector<bool> found;
    for (const Highlight &highlight : highlights) {
        found.push_back(finder.find(highlight.place).has_value());
    }
    return found;
}

} // namespace lectern::core
