#include "ui/list/article_list_model.h"

#include "core/base/text.h"
#include "ui/common/qt_text.h"
#include "ui/list/article_roles.h"
#include "ui/list/snippet_reader.h"

#include <QColor>
#include <QDateTime>
#include <QLocale>
#include <QStringList>
#include <QTimeZone>

#include <algorithm>
#include <iterator>
#include <utility>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMaxShown = 600; // characters; a hostile summary may have millions

QString oneLine(std::string_view text)
{
    return toQString(core::wholeCharacters(text, 4 * kMaxShown)).left(kMaxShown).simplified();
}

} // namespace

ArticleListModel::ArticleListModel(QObject *parent)
    : QAbstractListModel(parent)
    , m_snippets(new SnippetReader(this))
{
    connect(m_snippets, &SnippetReader::ready, this, [this](const QByteArray &path) {
        const QModelIndex index = indexOf(path);
        if (index.isValid()) {
            emit dataChanged(index, index, {ExcerptRole});
        }
    });
}

void ArticleListModel::setRows(std::shared_ptr<const core::Library> library,
                               std::vector<core::Row> rows, SearchWords words)
{
    beginResetModel();
    m_states = library == m_library ? m_states : nullptr;
    m_library = std::move(library);
    m_rows = std::move(rows);
    m_words = std::move(words);
    m_snippets->setRoot(m_library ? std::string(m_library->root()) : std::string());
    endResetModel();
}

void ArticleListModel::setStates(std::shared_ptr<const core::StateSnapshot> states)
{
    m_states = std::move(states);
    if (!m_rows.empty()) {
        emit dataChanged(
            index(0), index(rowCount() - 1),
            {ReadStatusRole, ProgressRole, StarredRole, ChangedRole, LabelColoursRole, CopiesRole});
    }
}

QModelIndex ArticleListModel::indexOf(const QByteArray &path) const
{
    if (!m_library || path.isEmpty()) {
        return {};
    }
    const std::optional<core::Row> row = m_library->findPath(toView(path));
    const auto found = row ? std::ranges::find(m_rows, *row) : m_rows.end();
    return found == m_rows.end() ? QModelIndex() : index(static_cast<int>(found - m_rows.begin()));
}

QByteArray ArticleListModel::pathAt(const QModelIndex &index) const
{
    return index.data(PathRole).toByteArray();
}

core::Row ArticleListModel::rowAt(const QModelIndex &index) const
{
    return m_rows[static_cast<std::size_t>(index.row())];
}

int ArticleListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ArticleListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const core::Row row = rowAt(index);
    switch (role) {
    case Qt::DisplayRole:
        return toQString(m_library->title(row));
    case Qt::AccessibleTextRole:
        return accessibleText(row);
    case PathRole:
        return toQByteArray(m_library->path(row));
    case SummaryRole:
        return toQString(m_library->summary(row));
    case MarkedTitleRole:
        return QVariant::fromValue(markedText(oneLine(m_library->title(row)), m_words.ofTitle()));
    case ExcerptRole:
        return QVariant::fromValue(excerpt(row));
    case DateRole:
        return dateText(row);
    case CategoriesRole:
        return termNames(core::Taxonomy::Category, row);
    case LanguageRole:
        return termNames(core::Taxonomy::Language, row).section(u", "_s, 0, 0);
    case BrokenRole:
        return m_library->flags(row).isBroken;
    case DraftRole:
        return m_library->flags(row).isDraft;
    default:
        return stateData(row, role);
    }
}

QVariant ArticleListModel::stateData(core::Row row, int role) const
{
    if (!m_states || row >= m_states->size()) {
        return {};
    }
    switch (role) {
    case ReadStatusRole:
        return static_cast<int>(m_states->status[row]);
    case ProgressRole:
        return m_states->progress[row];
    case StarredRole:
        return m_states->has(row, core::StateFlag::Starred);
    case LabelColoursRole: {
        QList<QColor> colours;
        for (const core::Label &label : labelsOf(row)) {
            colours.append(QColor::fromRgb(label.colour));
        }
        return QVariant::fromValue(colours);
    }
    case ChangedRole:
        return m_states->has(row, core::StateFlag::Changed);
    case CopiesRole:
        return static_cast<int>(core::copiesOf(*m_states, row).size());
    case Qt::ToolTipRole:
        return copiesText(row);
    default:
        return {};
    }
}

/// While the text is read there is nothing: a summary that makes way at once would flicker. Where
/// the article has no summary, the beginning of its text is one.
MarkedText ArticleListModel::excerpt(core::Row row) const
{
    const std::vector<std::string> words = wordsOfText(row);
    if (!words.empty() || m_library->summary(row).empty()) {
        const MarkedText *snippet
            = m_snippets->find(toQByteArray(m_library->path(row)), m_library->stamp(row), words);
        if (snippet == nullptr || !snippet->text.isEmpty()) {
            return snippet == nullptr ? MarkedText() : *snippet;
        }
    }
    return markedText(oneLine(m_library->summary(row)), m_words.ofSummary());
}

/// The words that only the text of \a row can hold.
std::vector<std::string> ArticleListModel::wordsOfText(core::Row row) const
{
    std::vector<std::string> words = m_words.body;
    if (!m_words.inTexts || m_words.anywhere.empty()) {
        return words;
    }
    const std::string title = core::foldForSearch(m_library->title(row));
    const std::string summary = core::foldForSearch(m_library->summary(row));
    std::ranges::copy_if(m_words.anywhere, std::back_inserter(words), [&](const std::string &word) {
        return title.find(word) == std::string::npos && summary.find(word) == std::string::npos;
    });
    return words;
}

QString ArticleListModel::accessibleText(core::Row row) const
{
    QStringList parts = {toQString(m_library->title(row)), dateText(row),
                         termNames(core::Taxonomy::Category, row)};
    if (m_library->flags(row).isBroken) {
        parts.append(tr("has a problem"));
    }
    parts += stateWords(row);
    parts.removeAll({});
    return parts.join(u", "_s);
}

std::vector<core::Label> ArticleListModel::labelsOf(core::Row row) const
{
    std::vector<core::Label> labels;
    for (const core::LabelId id : m_states->labelsOf(row)) {
        const auto label = std::ranges::find(m_states->labels, id, &core::Label::id);
        if (label != m_states->labels.end()) {
            labels.push_back(*label);
        }
    }
    return labels;
}

QStringList ArticleListModel::stateWords(core::Row row) const
{
    QStringList words;
    if (!m_states || row >= m_states->size()) {
        return words;
    }
    if (m_states->status[row] == core::ReadStatus::Unread) {
        words.append(tr("unread"));
    }
    if (m_states->has(row, core::StateFlag::Starred)) {
        words.append(tr("starred"));
    }
    if (m_states->has(row, core::StateFlag::Changed)) {
        words.append(tr("changed since it was read"));
    }
    if (m_states->has(row, core::StateFlag::IsCopy)) {
        words.append(tr("in several files"));
    }
    for (const core::Label &label : labelsOf(row)) {
        words.append(toQString(label.name));
    }
    return words;
}

/// Where else the article at \a row is; nothing where it is there once.
QVariant ArticleListModel::copiesText(core::Row row) const
{
    constexpr qsizetype kMaxPaths = 10;
    QStringList paths;
    for (const core::Row other : core::copiesOf(*m_states, row)) {
        if (other != row && other < m_library->size()) {
            paths.append(toQString(m_library->path(other)).toHtmlEscaped());
        }
    }
    if (paths.isEmpty()) {
        return {};
    }
    const qsizetype left = paths.size() - kMaxPaths;
    if (left > 0) {
        paths = paths.first(kMaxPaths);
        paths.append(tr("and %n more", nullptr, static_cast<int>(left)));
    }
    const QString first
        = tr("The same article is here as well. What you do with one of them is done "
             "with all.");
    return u"<p>%1</p><p>%2</p>"_s.arg(first.toHtmlEscaped(), paths.join(u"<br>"_s));
}

QString ArticleListModel::dateText(core::Row row) const
{
    const std::optional<core::ArticleDate> date = m_library->date(row);
    if (!date) {
        return {};
    }
    const QDate day
        = QDateTime::fromSecsSinceEpoch(date->written.wallSeconds, QTimeZone::utc()).date();
    //: A date in the list of articles, in the order and with the words of your language.
    const QString text = QLocale().toString(day, tr("d MMM yyyy"));
    const bool isStated = date->origin != core::DateOrigin::FileTime;
    return isStated ? text : tr("%1 (time of the file)").arg(text);
}

QString ArticleListModel::termNames(core::Taxonomy taxonomy, core::Row row) const
{
    QStringList names;
    for (const core::TermId term : m_library->terms(taxonomy, row)) {
        names.append(toQString(m_library->termName(taxonomy, term)));
    }
    return names.join(u", "_s);
}

} // namespace lectern::ui
