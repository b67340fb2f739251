#include "core/state/placement.h"

#include "core/state/key_index.h"
#include "core/state/likeness_index.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <string_view>
#include <unordered_map>

namespace lectern::core {

namespace {

/// Of texts from two addresses that are one article all the same.
constexpr std::uint32_t kLongBytes = 1'000;
constexpr std::size_t kMaxCandidates = 8;

// What it takes to call two texts one article, by the share of what they have in common.
constexpr double kHardlyAlike = 0.3; ///< another text altogether
constexpr double kMuchAlike = 0.6; ///< an edit at the same place leaves more
constexpr double kVeryAlike = 0.7; ///< an edit that moved as well leaves more
constexpr double kMargin = 0.1; ///< by which the best must be better than the second best
constexpr double kSameFacts = 0.75;
constexpr double kSomeFacts = 0.5;
constexpr std::size_t kTellingFacts = 3;

constexpr Row kNoRow = std::numeric_limits<Row>::max();

/// One search for the articles of all states. Each step takes what it is sure of and leaves the
/// rest to the next one.
class Placer final
{
public:
    Placer(std::span<const KnownArticle> states, std::span<const ArticleKey> articles,
           const PrintReader &printOf)
        : m_states(states)
        , m_articles(articles)
        , m_printOf(printOf)
        , m_rowOf(states.size(), kNoRow)
        , m_stateOf(articles.size(), kNobody)
    {
        m_there.paths.reserve(articles.size());
        for (Row row = 0; row < articles.size(); ++row) {
            m_there.add(articles[row], row);
        }
        m_copyOf = firstCopies(articles, m_there.texts);
    }

    Placements place()
    {
        forEachUnplaced([this](std::uint32_t state) { placeInPlace(state); });
        if (m_placed.size() == m_states.size()) {
            return finish(); // as at most starts; all the rest takes four times as long
        }
        indexTheRest();
        forEachUnplaced([this](std::uint32_t state) { placeBySource(state); });
        forEachUnplaced([this](std::uint32_t state) { placeByText(state); });
        forEachUnplaced([this](std::uint32_t state) { placeRenamed(state); });
        forEachUnplaced([this](std::uint32_t state) { placeByPath(state); });
        placeByLikeness();
        return finish();
    }

private:
    static constexpr std::uint32_t kNobody = UINT32_MAX;

    template <typename Step>
    void forEachUnplaced(const Step &step)
    {
        for (std::uint32_t state = 0; state < m_states.size(); ++state) {
            if (m_rowOf[state] == kNoRow) {
                step(state);
            }
        }
    }

    const ArticleKey &keyOf(std::uint32_t state) const { return m_states[state].key; }

    TextPrint printOf(Row row) const
    {
        const TextPrint &print = m_articles[row].print;
        if (print.version != 0 && (hasSketch(print.sketch) || print.bytes == 0)) {
            return print;
        }
        return m_printOf ? m_printOf(row) : TextPrint();
    }

    void take(std::uint32_t state, Row row, PlacedBy by)
    {
        m_rowOf[state] = row;
        m_stateOf[row] = state;
        m_placed.push_back({m_states[state].state, row, by});
    }

    bool isFree(Row row) const { return m_stateOf[row] == kNobody; }

    /// The one row that \a rows are, copies of it among them; the first that nobody has.
    Row theOneOf(const Numbers &rows) const
    {
        const auto isOther = [&](Row row) { return m_copyOf[row] != m_copyOf[rows.front()]; };
        const auto isTaken = [&](Row row) { return !isFree(row); };
        if (rows.empty() || std::ranges::any_of(rows, isOther)
            || std::ranges::any_of(rows, isTaken)) {
            return kNoRow;
        }
        return rows.front();
    }

    /// The state's file is where it was. Several states are there only where a file was replaced by
    /// another and came back.
    Row rowAtPathOf(std::uint32_t state) const
    {
        const Numbers &rows = ownersOf(m_there.paths, std::string_view(keyOf(state).path));
        return rows.size() == 1 && isFree(rows.front()) ? rows.front() : kNoRow;
    }

    void indexTheRest();
    void placeInPlace(std::uint32_t state);
    void placeBySource(std::uint32_t state);
    void placeByText(std::uint32_t state);
    void placeRenamed(std::uint32_t state);
    void placeByPath(std::uint32_t state);
    void placeByLikeness();
    std::vector<Row> namesakesOf(const ArticleKey &known) const;
    LikenessIndex indexOfKnown() const;
    bool isTitleOfBoth(const ArticleKey &known, const ArticleKey &there) const;
    bool isFileNameOfBoth(const ArticleKey &known, const ArticleKey &there) const;
    bool isEdited(const ArticleKey &known, const ArticleKey &there, const TextPrint &print) const;
    bool isAtAnotherPath(const ArticleKey &known, const ArticleKey &there) const;
    bool isMoved(const ArticleKey &known, const ArticleKey &there, const TextPrint &print) const;
    bool isMovedAndEdited(std::uint32_t state, Row row, const TextPrint &print) const;
    std::vector<Row> candidatesOf(std::uint32_t state) const;
    void shareWithCopies(Placements &placements) const;
    Placements finish();

    std::span<const KnownArticle> m_states;
    std::span<const ArticleKey> m_articles;
    const PrintReader &m_printOf;
    KeyIndex m_known;
    KeyIndex m_there;
    std::vector<Row> m_rowOf; ///< by state
    std::vector<std::uint32_t> m_stateOf; ///< by row
    std::vector<Row> m_copyOf; ///< by row: the first that is the same article
    std::vector<Placement> m_placed;
    std::unordered_map<std::uint32_t, std::vector<Row>> m_lookAlikes; ///< by state
};

void Placer::indexTheRest()
{
    for (std::uint32_t state = 0; state < m_states.size(); ++state) {
        m_known.add(keyOf(state), state);
        m_known.addNames(keyOf(state), state);
    }
    for (Row row = 0; row < m_articles.size(); ++row) {
        m_there.addNames(m_articles[row], row);
    }
}

void Placer::placeInPlace(std::uint32_t state)
{
    const ArticleKey &known = keyOf(state);
    const Row row = rowAtPathOf(state);
    if (row == kNoRow) {
        return;
    }
    const ArticleKey &there = m_articles[row];
    const bool isUnchanged = isSameFile(known, there) || isSameText(known.print, there.print);
    const bool isCertain = !areFromTwoAddresses(known, there) || isTelling(there.print);
    if (isUnchanged && isCertain) {
        take(state, row, PlacedBy::File);
    } else if (isFromSameAddress(known, there)) {
        take(state, row, PlacedBy::Source);
    }
}

void Placer::placeBySource(std::uint32_t state)
{
    const ArticleKey &known = keyOf(state);
    const std::string_view source = known.source;
    if (source.empty() || ownersOf(m_known.sources, source).size() != 1) {
        return;
    }
    const Row row = theOneOf(ownersOf(m_there.sources, source));
    if (row == kNoRow) {
        return;
    }
    // Two articles may name one address as what they are about.
    const ArticleKey &there = m_articles[row];
    const bool isAnother = known.title != there.title && !isSameText(known.print, there.print)
        && likeness(known.print.sketch, printOf(row).sketch) < kHardlyAlike;
    if (!isAnother) {
        take(state, row, PlacedBy::Source);
    }
}

void Placer::placeByText(std::uint32_t state)
{
    const ArticleKey &known = keyOf(state);
    if (!isTelling(known.print) || ownersOf(m_known.texts, known.print.hash).size() != 1) {
        return;
    }
    const Row row = theOneOf(ownersOf(m_there.texts, known.print.hash));
    if (row == kNoRow || !isSameText(known.print, m_articles[row].print)) {
        return;
    }
    // A page that asks to log in has one text under many addresses.
    const ArticleKey &there = m_articles[row];
    const bool isLong = there.print.bytes >= kLongBytes;
    if (!areFromTwoAddresses(known, there) || hasSamePathOnHost(known, there)
        || (isLong && isTitleOfBoth(known, there))) {
        take(state, row, PlacedBy::Text);
    }
}

/// Whether both have a title that no other has.
bool Placer::isTitleOfBoth(const ArticleKey &known, const ArticleKey &there) const
{
    const std::string_view title = known.title;
    return title == there.title && ownersOf(m_known.titles, title).size() == 1
        && ownersOf(m_there.titles, title).size() == 1;
}

bool Placer::isFileNameOfBoth(const ArticleKey &known, const ArticleKey &there) const
{
    const std::string_view name = fileNameOf(known);
    return name == fileNameOf(there) && ownersOf(m_known.fileNames, name).size() == 1
        && ownersOf(m_there.fileNames, name).size() == 1;
}

/// Whether nothing is where \a known was, and nothing that is known was where \a there is.
bool Placer::isAtAnotherPath(const ArticleKey &known, const ArticleKey &there) const
{
    return ownersOf(m_there.paths, std::string_view(known.path)).empty()
        && ownersOf(m_known.paths, std::string_view(there.path)).empty();
}

/// A file that was renamed has the time and the size that it had, to which nothing was written. So
/// a text of any length is enough.
void Placer::placeRenamed(std::uint32_t state)
{
    const ArticleKey &known = keyOf(state);
    if (ownersOf(m_known.times, known.stamp.modifiedNs).size() != 1) {
        return;
    }
    const Row row = theOneOf(ownersOf(m_there.times, known.stamp.modifiedNs));
    if (row == kNoRow || m_articles[row].stamp.sizeBytes != known.stamp.sizeBytes
        || areFromTwoAddresses(known, m_articles[row])
        || !isAtAnotherPath(known, m_articles[row])) {
        return;
    }
    const TextPrint &print = m_articles[row].print;
    if (isSameText(known.print, print.version != 0 ? print : printOf(row))) {
        take(state, row, PlacedBy::Text);
    }
}

/// Whether the article at the same path is the one that was there: a crawler that counts its files
/// puts another there, of the same template even.
bool Placer::isEdited(const ArticleKey &known, const ArticleKey &there,
                      const TextPrint &print) const
{
    const bool isTitled = isTitleOfBoth(known, there);
    if (print.version == 0 || print.version != known.print.version
        || !hasSketch(known.print.sketch)) {
        return isTitled; // no text to compare with
    }
    const double alike = likeness(known.print.sketch, print.sketch);
    const double facts = factLikeness(known.print.sketch, print.sketch);
    return (isTitled && facts >= kSomeFacts)
        || (alike >= kMuchAlike && facts >= kSameFacts
            && factCount(known.print.sketch) >= kTellingFacts)
        || (alike >= kMuchAlike && facts >= kSameFacts && known.title == there.title);
}

void Placer::placeByPath(std::uint32_t state)
{
    const ArticleKey &known = keyOf(state);
    const Row row = rowAtPathOf(state);
    if (row != kNoRow && ownersOf(m_known.paths, std::string_view(known.path)).size() == 1
        && !areFromTwoAddresses(known, m_articles[row])
        && isEdited(known, m_articles[row], printOf(row))) {
        take(state, row, PlacedBy::Path);
    }
}

/// A short text says enough beside a title, and a title beside a text that others have.
bool Placer::isMoved(const ArticleKey &known, const ArticleKey &there, const TextPrint &print) const
{
    const bool isNamed = isTitleOfBoth(known, there)
        || (known.title == there.title && hasOwnTitle(known) && isFileNameOfBoth(known, there));
    return isNamed && isSameText(known.print, print) && !areFromTwoAddresses(known, there)
        && isAtAnotherPath(known, there);
}

bool Placer::isMovedAndEdited(std::uint32_t state, Row row, const TextPrint &print) const
{
    const ArticleKey &known = keyOf(state);
    const ArticleKey &there = m_articles[row];
    if (areFromTwoAddresses(known, there)) {
        return false;
    }
    const TextSketch &sketch = known.print.sketch;
    const double facts = factLikeness(sketch, print.sketch);
    const bool hasSameFacts = facts >= kSameFacts && factCount(sketch) >= kTellingFacts;
    const int signs = (isTitleOfBoth(known, there) ? 1 : 0)
        + (isFileNameOfBoth(known, there) ? 1 : 0) + (hasSameFacts ? 1 : 0);
    return facts >= kSomeFacts && signs >= 2;
}

/// Free rows that have the title or the file name of \a known.
std::vector<Row> Placer::namesakesOf(const ArticleKey &known) const
{
    std::vector<Row> rows;
    const Numbers &named = ownersOf(m_there.fileNames, fileNameOf(known));
    const Numbers &titled = ownersOf(m_there.titles, std::string_view(known.title));
    for (const Numbers *const some : {&titled, &named}) {
        if (some->size() == 1 && isFree(some->front())) {
            rows.push_back(some->front());
        }
    }
    rows.erase(std::ranges::unique(rows).begin(), rows.end());
    return rows;
}

/// What is left, by title or name and text. Nothing else that is known may be nearly as like: in a
/// family of one template all are alike.
void Placer::placeByLikeness()
{
    std::optional<LikenessIndex> index;
    forEachUnplaced([&](std::uint32_t state) {
        const TextPrint &known = keyOf(state).print;
        for (const Row row : namesakesOf(keyOf(state))) {
            const TextPrint print = printOf(row);
            const bool isComparable = print.version != 0 && print.version == known.version;
            const bool isAlike
                = isSameText(known, print) || likeness(known.sketch, print.sketch) >= kVeryAlike;
            if (!isComparable || !isAlike) {
                continue;
            }
            m_lookAlikes[state].push_back(row);
            if (hasSketch(known.sketch) && isMoved(keyOf(state), m_articles[row], print)) {
                take(state, row, PlacedBy::Text);
                break;
            }
            if (!index) {
                index = indexOfKnown();
            }
            const LikenessIndex::Match best = index->find(print);
            if (best.number == state && best.isBestBy(kMargin) && isFree(m_copyOf[row])
                && isMovedAndEdited(state, row, print)) {
                take(state, row, PlacedBy::Likeness);
                break;
            }
        }
    });
}

LikenessIndex Placer::indexOfKnown() const
{
    LikenessIndex index;
    for (std::uint32_t state = 0; state < m_states.size(); ++state) {
        index.add(state, keyOf(state).print);
    }
    return index;
}

std::vector<Row> Placer::candidatesOf(std::uint32_t state) const
{
    const ArticleKey &known = keyOf(state);
    std::vector<Row> rows;
    const auto add = [&rows](const Numbers &some) {
        for (const Row row : some) {
            if (rows.size() < kMaxCandidates && std::ranges::find(rows, row) == rows.end()) {
                rows.push_back(row);
            }
        }
    };
    add(ownersOf(m_there.sources, std::string_view(known.source)));
    if (known.print.version != 0) {
        add(ownersOf(m_there.texts, known.print.hash));
        add(ownersOf(m_there.shortTexts, known.print.hash));
    }
    add(ownersOf(m_there.paths, std::string_view(known.path)));
    const auto found = m_lookAlikes.find(state);
    add(found == m_lookAlikes.end() ? Numbers() : found->second);
    return rows;
}

/// A row that is a copy of one with a state has it too, where these copies have one between them.
void Placer::shareWithCopies(Placements &placements) const
{
    std::unordered_map<Row, Numbers> copies;
    for (Row row = 0; row < m_articles.size(); ++row) {
        if (m_copyOf[row] != row) {
            Numbers &rows = copies[m_copyOf[row]];
            if (rows.empty()) {
                rows.push_back(m_copyOf[row]);
            }
            rows.push_back(row);
        }
    }
    for (auto &[first, rows] : copies) {
        const auto isTaken = [&](Row row) { return !isFree(row); };
        if (std::ranges::count_if(rows, isTaken) == 1) {
            const std::uint32_t state = m_stateOf[*std::ranges::find_if(rows, isTaken)];
            for (const Row row : rows) {
                if (isFree(row)) {
                    placements.placed.push_back({m_states[state].state, row, PlacedBy::Copy});
                }
            }
        }
        placements.copies.push_back(std::move(rows));
    }
    std::ranges::sort(placements.copies);
}

Placements Placer::finish()
{
    Placements placements;
    placements.placed = std::move(m_placed);
    shareWithCopies(placements);
    std::ranges::sort(placements.placed, {}, &Placement::row);
    for (std::uint32_t state = 0; state < m_states.size(); ++state) {
        if (m_rowOf[state] == kNoRow) {
            placements.unplaced.push_back({m_states[state].state, candidatesOf(state)});
        }
    }
    return placements;
}

} // namespace

Placements placeArticles(std::span<const KnownArticle> states, std::span<const ArticleKey> articles,
                         const PrintReader &printOf)
{
    return Placer(states, articles, printOf).place();
}

} // namespace lectern::core
