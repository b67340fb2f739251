#include "ui/highlights/highlight_list_model.h"

#include "core/base/text.h"
#include "ui/common/highlight_colour.h"
#include "ui/common/marked_text.h"
#include "ui/common/qt_text.h"
#include "ui/highlights/quote_checker.h"

#include <QDateTime>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <iterator>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

using core::ListedHighlight;
using Listing = std::vector<ListedHighlight>;

constexpr qsizetype kMaxShown = 600; // characters; a quote may be a whole article

QString oneLine(std::string_view text)
{
    return toQString(core::wholeCharacters(text, 4 * kMaxShown)).left(kMaxShown).simplified();
}

QString dateText(std::int64_t seconds)
{
    const QDate day = QDateTime::fromSecsSinceEpoch(seconds).date();
    //: The date of a highlight, in the order and with the words of your language.
    return QLocale().toString(day, HighlightListModel::tr("d MMM yyyy"));
}

/// What is put back has another number of its own, and comes back to its place all the same.
void sortByDate(const core::StateSnapshot &states, Listing &listing)
{
    std::ranges::sort(listing, std::ranges::greater(), [&](const ListedHighlight &listed) {
        return std::pair(core::highlightAt(states, listed).createdAt, listed.number);
    });
}

/// Unplaced articles at the end.
void sortByArticle(const core::Library &library, const core::StateSnapshot &states,
                   Listing &listing)
{
    std::vector<std::size_t> places(library.size());
    std::size_t count = 0;
    for (const core::Row row : library.rowsByTitle()) {
        places[row] = count++;
    }
    std::ranges::sort(listing, {}, [&](const ListedHighlight &listed) {
        const std::size_t place
            = listed.row == core::kNoRow ? places.size() + listed.lost : places[listed.row];
        return std::tuple(place, core::highlightAt(states, listed).place.start, listed.number);
    });
}

/// How many at the beginning, or at the end where the iterators run backwards, are the same.
template <typename Iterator, typename IsSame>
std::size_t sameCount(Iterator one, Iterator oneEnd, Iterator other, Iterator otherEnd,
                      const IsSame &isSame)
{
    return static_cast<std::size_t>(std::mismatch(one, oneEnd, other, otherEnd, isSame).first
                                    - one);
}

} // namespace

HighlightListModel::HighlightListModel(QObject *parent)
    : QAbstractListModel(parent)
    , m_checker(new QuoteChecker(this))
{
    connect(m_checker, &QuoteChecker::checked, this, [this] {
        if (!m_shown.empty()) {
            emit dataChanged(index(0), index(rowCount() - 1),
                             {UnplacedRole, Qt::AccessibleTextRole});
        }
    });
}

bool HighlightListModel::setStates(std::shared_ptr<const core::Library> library,
                                   std::shared_ptr<const core::StateSnapshot> states)
{
    const bool isThere = library && states && states->size() == library->size();
    Listing all = isThere ? core::listedHighlights(*states) : Listing();
    const bool isSameText
        = isThere && m_states && library == m_library && states->highlights == m_states->highlights;
    if (isSameText && all == m_found) {
        return false; // what changed is nothing that is listed here
    }
    m_checker->setLibrary(library);
    m_found = all;
    m_all = std::move(all);
    m_folded.clear();
    if (isThere) {
        sort(*library, *states);
    }
    Listing next = isThere ? filtered(*library, *states) : Listing();
    show(std::move(library), std::move(states), std::move(next));
    return true;
}

void HighlightListModel::setFilter(const HighlightFilter &filter)
{
    if (filter == m_filter) {
        return;
    }
    m_filter = filter;
    m_words.clear();
    for (const QString &word : filter.words.simplified().split(u' ', Qt::SkipEmptyParts)) {
        m_words.push_back(core::foldForSearch(word.toStdString()));
    }
    if (m_library && m_states) {
        show(m_library, m_states, filtered(*m_library, *m_states));
    }
}

void HighlightListModel::setOrder(HighlightOrder order)
{
    if (order == m_order) {
        return;
    }
    m_order = order;
    if (m_library && m_states) {
        m_folded.clear();
        sort(*m_library, *m_states);
        show(m_library, m_states, filtered(*m_library, *m_states));
    }
}

void HighlightListModel::sort(const core::Library &library, const core::StateSnapshot &states)
{
    if (m_order == HighlightOrder::Date) {
        sortByDate(states, m_all);
    } else {
        sortByArticle(library, states, m_all);
    }
}

Listing HighlightListModel::filtered(const core::Library &library,
                                     const core::StateSnapshot &states)
{
    if (!m_words.empty() && m_folded.size() != m_all.size()) {
        m_folded.clear();
        for (const ListedHighlight &listed : m_all) {
            const core::Highlight &highlight = core::highlightAt(states, listed);
            m_folded.push_back(core::foldForSearch(highlight.place.quote + "\n" + highlight.note
                                                   + "\n"
                                                   + core::titleOf(library, states, listed)));
        }
    }
    Listing found;
    for (std::size_t place = 0; place < m_all.size(); ++place) {
        const core::Highlight &highlight = core::highlightAt(states, m_all[place]);
        const bool isMeant = (!m_filter.colour || highlight.colour == *m_filter.colour)
            && (m_filter.article == 0 || highlight.article == m_filter.article);
        if (isMeant && std::ranges::all_of(m_words, [&](const std::string &word) {
                return m_folded[place].find(word) != std::string::npos;
            })) {
            found.push_back(m_all[place]);
        }
    }
    return found;
}

/// Rows at the beginning and the end that are the same stay; numbers mean another thing with other
/// states, so that these come between the rows that go and those that come.
void HighlightListModel::show(std::shared_ptr<const core::Library> library,
                              std::shared_ptr<const core::StateSnapshot> states, Listing next)
{
    const auto isSame = [&](const ListedHighlight &was, const ListedHighlight &is) {
        return core::highlightAt(*m_states, was).id == core::highlightAt(*states, is).id;
    };
    const std::size_t first
        = sameCount(m_shown.begin(), m_shown.end(), next.begin(), next.end(), isSame);
    const auto rest = static_cast<std::ptrdiff_t>(first);
    const std::size_t last = sameCount(m_shown.rbegin(), m_shown.rend() - rest, next.rbegin(),
                                       next.rend() - rest, isSame);
    const int begin = static_cast<int>(first);
    if (const std::size_t end = m_shown.size() - last; end > first) {
        beginRemoveRows({}, begin, static_cast<int>(end) - 1);
        m_shown.erase(m_shown.begin() + rest, m_shown.begin() + static_cast<std::ptrdiff_t>(end));
        endRemoveRows();
    }
    m_library = std::move(library);
    m_states = std::move(states);
    const std::size_t end = next.size() - last;
    const auto behind = next.begin() + static_cast<std::ptrdiff_t>(end);
    std::copy(next.begin(), next.begin() + rest, m_shown.begin());
    std::copy(behind, next.end(), m_shown.begin() + rest);
    if (end > first) {
        beginInsertRows({}, begin, static_cast<int>(end) - 1);
        m_shown = std::move(next);
        endInsertRows();
    }
    if (!m_shown.empty()) {
        emit dataChanged(index(0), index(rowCount() - 1));
    }
}

const ListedHighlight &HighlightListModel::listedAt(const QModelIndex &index) const
{
    return m_shown[static_cast<std::size_t>(index.row())];
}

const core::Highlight &HighlightListModel::highlightAt(const QModelIndex &index) const
{
    return core::highlightAt(*m_states, listedAt(index));
}

std::vector<HighlightListModel::Article> HighlightListModel::articles() const
{
    std::unordered_map<core::StateId, Article> byId;
    for (const ListedHighlight &listed : m_all) {
        const core::StateId id = core::highlightAt(*m_states, listed).article;
        Article &article = byId[id];
        if (article.highlights++ == 0) {
            article.id = id;
            article.title = oneLine(core::titleOf(*m_library, *m_states, listed));
        }
    }
    std::vector<Article> articles;
    for (auto &[id, article] : byId) {
        articles.push_back(std::move(article));
    }
    std::ranges::sort(articles, [](const Article &one, const Article &other) {
        const int order = QString::localeAwareCompare(one.title, other.title);
        return order != 0 ? order < 0 : one.id < other.id;
    });
    return articles;
}

int HighlightListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

bool HighlightListModel::isUnplaced(const ListedHighlight &listed) const
{
    return listed.row == core::kNoRow
        || !m_checker->isFound(core::highlightAt(*m_states, listed), listed.row).value_or(true);
}

QString HighlightListModel::languageOf(core::Row row) const
{
    const auto terms = m_library->terms(core::Taxonomy::Language, row);
    return terms.empty() ? QString()
                         : toQString(m_library->termName(core::Taxonomy::Language, terms.front()));
}

QVariant HighlightListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const ListedHighlight &listed = listedAt(index);
    const core::Highlight &highlight = highlightAt(index);
    const bool isThere = listed.row != core::kNoRow;
    switch (role) {
    case Qt::DisplayRole:
        return oneLine(highlight.place.quote);
    case Qt::AccessibleTextRole:
        return accessibleText(index);
    case Qt::ToolTipRole:
        return tipOf(highlight);
    case QuoteRole:
        return QVariant::fromValue(markedText(oneLine(highlight.place.quote), m_words));
    case NoteRole:
        return QVariant::fromValue(markedText(oneLine(highlight.note), m_words));
    case TitleRole:
        return oneLine(core::titleOf(*m_library, *m_states, listed));
    case DateRole:
        return dateText(highlight.createdAt);
    case ColourRole:
        return static_cast<int>(highlight.colour);
    case LanguageRole:
        return isThere ? languageOf(listed.row) : QString();
    case UnplacedRole:
        return isUnplaced(listed);
    case PathRole:
        return isThere ? toQByteArray(m_library->path(listed.row)) : QByteArray();
    case IdRole:
        return static_cast<qlonglong>(highlight.id);
    default:
        return {};
    }
}

/// What the row has no room for. A tip is taken for HTML where it looks like it.
QString HighlightListModel::tipOf(const core::Highlight &highlight)
{
    QString tip = oneLine(highlight.place.quote).toHtmlEscaped();
    if (!highlight.note.empty()) {
        tip += u"<p>"_s + oneLine(highlight.note).toHtmlEscaped() + u"</p>"_s;
    }
    return u"<qt>"_s + tip + u"</qt>"_s;
}

QString HighlightListModel::accessibleText(const QModelIndex &index) const
{
    const core::Highlight &highlight = highlightAt(index);
    QStringList parts = {highlightColourName(highlight.colour), oneLine(highlight.place.quote),
                         oneLine(highlight.note), index.data(TitleRole).toString(),
                         index.data(DateRole).toString()};
    if (index.data(UnplacedRole).toBool()) {
        parts.append(tr("unplaced"));
    }
    parts.removeAll({});
    return parts.join(u", "_s);
}

} // namespace lectern::ui
