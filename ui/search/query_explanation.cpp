#include "ui/search/query_explanation.h"

#include "ui/common/language_name.h"
#include "ui/common/qt_text.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <climits>
#include <span>
#include <utility>
#include <vector>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

using core::QueryField;
using core::QueryNode;
using core::QueryRange;
using core::QueryTerm;

struct QueryExplanation
{
    Q_DECLARE_TR_FUNCTIONS(lectern::ui::QueryExplanation)
};

constexpr std::int64_t kDay = 86'400;

enum class Sense { Plain, Negated };
enum class Joint { And, Or };

Sense opposite(Sense sense)
{
    return sense == Sense::Plain ? Sense::Negated : Sense::Plain;
}

/// A condition in words: a frame such as `tagged %1` with what stands in it, or a frame alone.
struct Phrase
{
    QString frame;
    QStringList values;
};

QString pick(Sense sense, const QString &plain, const QString &negated)
{
    return sense == Sense::Plain ? plain : negated;
}

/// The frame for terms that hold a text.
QString frameOf(const QueryTerm &term, Sense sense)
{
    switch (term.field) {
    case QueryField::Title:
        return pick(sense, QueryExplanation::tr("with %1 in the title"),
                    QueryExplanation::tr("without %1 in the title"));
    case QueryField::Summary:
        return pick(sense, QueryExplanation::tr("with %1 in the summary"),
                    QueryExplanation::tr("without %1 in the summary"));
    case QueryField::Body:
        return pick(sense, QueryExplanation::tr("with %1 in the text"),
                    QueryExplanation::tr("without %1 in the text"));
    case QueryField::Category:
        return pick(sense, QueryExplanation::tr("in category %1"),
                    QueryExplanation::tr("not in category %1"));
    case QueryField::Tag:
        return pick(sense, QueryExplanation::tr("tagged %1"),
                    QueryExplanation::tr("not tagged %1"));
    case QueryField::Language:
        return pick(sense, QueryExplanation::tr("in %1", "a language"),
                    QueryExplanation::tr("not in %1", "a language"));
    case QueryField::Author:
        return pick(sense, QueryExplanation::tr("by %1"), QueryExplanation::tr("not by %1"));
    case QueryField::Site:
        return pick(sense, QueryExplanation::tr("from the site %1"),
                    QueryExplanation::tr("not from the site %1"));
    case QueryField::Folder:
        return pick(sense, QueryExplanation::tr("in the folder %1"),
                    QueryExplanation::tr("not in the folder %1"));
    case QueryField::Path:
        return pick(sense, QueryExplanation::tr("with %1 in the path"),
                    QueryExplanation::tr("without %1 in the path"));
    case QueryField::Label:
        return pick(sense, QueryExplanation::tr("labelled %1"),
                    QueryExplanation::tr("not labelled %1"));
    case QueryField::Note:
        return pick(sense, QueryExplanation::tr("with %1 in a note"),
                    QueryExplanation::tr("without %1 in a note"));
    case QueryField::Key:
        return pick(sense, QueryExplanation::tr("with %1 in the field “%2”"),
                    QueryExplanation::tr("without %1 in the field “%2”"))
            .replace("%2"_L1, toQString(term.key));
    case QueryField::Text:
    case QueryField::Date:
    case QueryField::Has:
    case QueryField::Is:
    case QueryField::Length:
    case QueryField::Read:
    case QueryField::Progress:
        break;
    }
    return pick(sense, QueryExplanation::tr("with %1"), QueryExplanation::tr("without %1"));
}

QString readingText(core::QueryState state, Sense sense)
{
    using core::QueryState;
    switch (state) {
    case QueryState::Unread:
        return pick(sense, QueryExplanation::tr("unread"), QueryExplanation::tr("not unread"));
    case QueryState::Reading:
        return pick(sense, QueryExplanation::tr("begun and not finished"),
                    QueryExplanation::tr("not begun, or finished"));
    case QueryState::Read:
        return pick(sense, QueryExplanation::tr("read"), QueryExplanation::tr("not read"));
    case QueryState::Starred:
        return pick(sense, QueryExplanation::tr("starred"), QueryExplanation::tr("not starred"));
    case QueryState::Changed:
        return pick(sense, QueryExplanation::tr("changed since they were read"),
                    QueryExplanation::tr("not changed since they were read"));
    case QueryState::Highlight:
        return pick(sense, QueryExplanation::tr("with highlights"),
                    QueryExplanation::tr("without highlights"));
    case QueryState::Note:
        return pick(sense, QueryExplanation::tr("with notes"),
                    QueryExplanation::tr("without notes"));
    default:
        return {};
    }
}

QString stateText(core::QueryState state, Sense sense)
{
    using core::QueryState;
    switch (state) {
    case QueryState::Image:
        return pick(sense, QueryExplanation::tr("with images"),
                    QueryExplanation::tr("without images"));
    case QueryState::Math:
        return pick(sense, QueryExplanation::tr("with formulas"),
                    QueryExplanation::tr("without formulas"));
    case QueryState::Broken:
        return pick(sense, QueryExplanation::tr("with problems"),
                    QueryExplanation::tr("without problems"));
    case QueryState::Draft:
        return pick(sense, QueryExplanation::tr("drafts"), QueryExplanation::tr("no drafts"));
    default:
        return readingText(state, sense);
    }
}

int toCount(std::int64_t number)
{
    return static_cast<int>(std::min<std::int64_t>(number, INT_MAX));
}

QString ageText(const QueryTerm &term)
{
    const bool isYounger = term.range.first == INT64_MIN;
    const int days = toCount((isYounger ? term.range.last : term.range.first) / kDay);
    switch (term.value.back()) { // the unit that was typed
    case 'w':
        return isYounger ? QueryExplanation::tr("from the last %Ln week(s)", nullptr, days / 7)
                         : QueryExplanation::tr("older than %Ln week(s)", nullptr, days / 7);
    case 'm':
        return isYounger ? QueryExplanation::tr("from the last %Ln month(s)", nullptr, days / 30)
                         : QueryExplanation::tr("older than %Ln month(s)", nullptr, days / 30);
    case 'y':
        return isYounger ? QueryExplanation::tr("from the last %Ln year(s)", nullptr, days / 365)
                         : QueryExplanation::tr("older than %Ln year(s)", nullptr, days / 365);
    default:
        return isYounger ? QueryExplanation::tr("from the last %Ln day(s)", nullptr, days)
                         : QueryExplanation::tr("older than %Ln day(s)", nullptr, days);
    }
}

enum class DateUnit { Year, Month, Day };

QDate dateAt(std::int64_t seconds)
{
    return QDate(1970, 1, 1).addDays(seconds / kDay);
}

QString dateText(const QDate &date, DateUnit unit)
{
    const QLocale locale;
    switch (unit) {
    case DateUnit::Year:
        return locale.toString(
            date, QueryExplanation::tr("yyyy", "a year, as QLocale::toString formats it"));
    case DateUnit::Month:
        return locale.toString(date, QueryExplanation::tr("MMMM yyyy", "a month"));
    case DateUnit::Day:
        break;
    }
    return locale.toString(date, QueryExplanation::tr("d MMMM yyyy", "a day"));
}

/// The largest unit that starts at \a date.
DateUnit unitAt(const QDate &date)
{
    if (date.day() != 1) {
        return DateUnit::Day;
    }
    return date.month() == 1 ? DateUnit::Year : DateUnit::Month;
}

QString calendarText(const QueryRange &range)
{
    const QDate first = dateAt(range.first == INT64_MIN ? 0 : range.first);
    const QDate end = dateAt(range.last == INT64_MAX ? 0 : range.last);
    if (range.first == INT64_MIN) {
        return QueryExplanation::tr("before %1", "a date").arg(dateText(end, unitAt(end)));
    }
    if (range.last == INT64_MAX) {
        return QueryExplanation::tr("from %1 on", "a date").arg(dateText(first, unitAt(first)));
    }
    const DateUnit unit = std::max(unitAt(first), unitAt(end));
    const QString from = dateText(first, unit);
    const QString to = dateText(end.addDays(-1), unit);
    return from == to ? QueryExplanation::tr("from %1", "a date").arg(from)
                      : QueryExplanation::tr("from %1 to %2", "dates").arg(from, to);
}

QString dateCondition(const QueryTerm &term, Sense sense)
{
    const QString text = term.range.isAge ? ageText(term) : calendarText(term.range);
    return sense == Sense::Plain ? text : QueryExplanation::tr("not %1", "a date").arg(text);
}

QString lengthText(const QueryTerm &term)
{
    const QueryRange &range = term.range;
    if (range.first == INT64_MIN) {
        return term.value.starts_with("<=")
            ? QueryExplanation::tr("at most %Ln character(s) long", nullptr,
                                   toCount(range.last - 1))
            : QueryExplanation::tr("shorter than %Ln character(s)", nullptr, toCount(range.last));
    }
    if (range.last == INT64_MAX) {
        return term.value.starts_with('>') && !term.value.starts_with(">=")
            ? QueryExplanation::tr("longer than %Ln character(s)", nullptr,
                                   toCount(range.first - 1))
            : QueryExplanation::tr("at least %Ln character(s) long", nullptr, toCount(range.first));
    }
    return QueryExplanation::tr("%1 to %Ln character(s) long", nullptr, toCount(range.last - 1))
        .arg(QLocale().toString(range.first));
}

QString lengthCondition(const QueryTerm &term, Sense sense)
{
    const QString text = lengthText(term);
    return sense == Sense::Plain ? text : QueryExplanation::tr("not %1", "a length").arg(text);
}

QString readCondition(const QueryTerm &term, Sense sense)
{
    const QString text = term.range.isAge ? ageText(term) : calendarText(term.range);
    return pick(sense, QueryExplanation::tr("read: %1", "a date").arg(text),
                QueryExplanation::tr("read: not %1", "a date").arg(text));
}

QString shareText(const QueryTerm &term)
{
    const int first = toCount(term.range.first);
    const int last = toCount(term.range.last);
    const bool isEqualMeant = term.value.size() > 1 && term.value[1] == '=';
    if (term.range.first == INT64_MIN) {
        return isEqualMeant ? QueryExplanation::tr("at most %1% read").arg(last - 1)
                            : QueryExplanation::tr("less than %1% read").arg(last);
    }
    if (term.range.last == INT64_MAX) {
        return term.value.starts_with('>') && !isEqualMeant
            ? QueryExplanation::tr("more than %1% read").arg(first - 1)
            : QueryExplanation::tr("at least %1% read").arg(first);
    }
    return QueryExplanation::tr("%1% to %2% read").arg(first).arg(last - 1);
}

QString shareCondition(const QueryTerm &term, Sense sense)
{
    const QString text = shareText(term);
    return sense == Sense::Plain ? text : QueryExplanation::tr("not %1", "a share").arg(text);
}

QString valueText(const QueryTerm &term)
{
    const QString value = toQString(term.value);
    return term.isExact ? QueryExplanation::tr("“%1” itself", "a tag, without those that lie in it")
                              .arg(value.mid(1))
                        : QueryExplanation::tr("“%1”").arg(value);
}

Phrase phraseOf(const QueryTerm &term, Sense sense)
{
    switch (term.field) {
    case QueryField::Date:
        return {dateCondition(term, sense), {}};
    case QueryField::Length:
        return {lengthCondition(term, sense), {}};
    case QueryField::Read:
        return {readCondition(term, sense), {}};
    case QueryField::Progress:
        return {shareCondition(term, sense), {}};
    case QueryField::Has:
    case QueryField::Is:
        return {stateText(term.state, sense), {}};
    case QueryField::Language:
        return {frameOf(term, sense),
                {languageName(toQString(term.value).mid(term.isExact ? 1 : 0))}};
    default:
        return {frameOf(term, sense), {valueText(term)}};
    }
}

/// Takes what is excluded inwards, so that `-(a OR b)` reads `without “a”, “b”`.
class Sentence final
{
public:
    explicit Sentence(Joint joint)
        : m_joint(joint)
    {}

    void add(const QueryNode &node, Sense sense)
    {
        switch (node.kind) {
        case QueryNode::Kind::Not:
            add(node.children.front(), opposite(sense));
            return;
        case QueryNode::Kind::Term:
            addPhrase(phraseOf(node.term, sense), sense);
            return;
        case QueryNode::Kind::All:
        case QueryNode::Kind::Any:
            break;
        }
        const bool isAll = node.kind == QueryNode::Kind::All;
        const Joint joint = isAll == (sense == Sense::Plain) ? Joint::And : Joint::Or;
        if (node.children.size() == 1 || joint == m_joint) {
            addEach(node.children, sense);
            return;
        }
        Sentence group(joint);
        group.addEach(node.children, sense);
        // As in the line itself, or binds tighter than the comma.
        const QString text = group.text();
        m_phrases.push_back(
            {joint == Joint::And ? QueryExplanation::tr("(%1)").arg(text) : text, {}});
    }

    void addEach(std::span<const QueryNode> nodes, Sense sense)
    {
        for (const QueryNode &node : nodes) {
            add(node, sense);
        }
    }

    void add(const QString &text) { m_phrases.push_back({text, {}}); }

    QString text() const
    {
        QStringList parts;
        for (const Phrase &phrase : m_phrases) {
            parts.append(phrase.values.isEmpty() ? phrase.frame
                                                 : phrase.frame.arg(listed(phrase.values)));
        }
        return parts.join(m_joint == Joint::And ? QueryExplanation::tr(", ", "between conditions")
                                                : QueryExplanation::tr(" or "));
    }

private:
    QString listed(const QStringList &values) const
    {
        return values.join(m_joint == Joint::And ? QueryExplanation::tr(", ", "between words")
                                                 : QueryExplanation::tr(" or "));
    }

    /// Neighbours of one kind share their frame; `without “a” or “b”` would say something else.
    void addPhrase(Phrase phrase, Sense sense)
    {
        const bool mayShare = m_joint == Joint::And || sense == Sense::Plain;
        if (mayShare && !m_phrases.empty() && !phrase.values.isEmpty()
            && m_phrases.back().frame == phrase.frame) {
            m_phrases.back().values += phrase.values;
        } else {
            m_phrases.push_back(std::move(phrase));
        }
    }

    Joint m_joint;
    std::vector<Phrase> m_phrases;
};

QString orderText(core::SortOrder order)
{
    const bool isAscending = order.direction == core::SortDirection::Ascending;
    switch (order.key) {
    case core::SortKey::Date:
        return isAscending ? QueryExplanation::tr("oldest first")
                           : QueryExplanation::tr("newest first");
    case core::SortKey::Title:
        return isAscending ? QueryExplanation::tr("by title from A to Z")
                           : QueryExplanation::tr("by title from Z to A");
    case core::SortKey::Weight:
        return isAscending ? QueryExplanation::tr("by weight, lightest first")
                           : QueryExplanation::tr("by weight, heaviest first");
    case core::SortKey::Opened:
        return isAscending ? QueryExplanation::tr("first opened first")
                           : QueryExplanation::tr("last opened first");
    case core::SortKey::Relevance:
        break;
    }
    return QueryExplanation::tr("best match first");
}

bool isPlainWord(const QueryNode &node)
{
    return node.kind == QueryNode::Kind::Term && node.term.field == QueryField::Text
        && node.term.value.find(' ') == std::string::npos;
}

} // namespace

QString queryExplanation(const core::Query &query)
{
    if (!query.sort && query.mistakes.empty()
        && std::ranges::all_of(query.root.children, isPlainWord)) {
        return {};
    }
    Sentence sentence(Joint::And);
    sentence.addEach(query.root.children, Sense::Plain);
    if (query.sort) {
        sentence.add(orderText(*query.sort));
    }
    return sentence.text();
}

} // namespace lectern::ui
