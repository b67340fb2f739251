#include "ui/sidebar/reading_model.h"

#include "core/search/query_fields.h"
#include "ui/common/qt_text.h"
#include "ui/search/article_results.h"

#include <algorithm>
#include <utility>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

struct ReadingSearch
{
    const char *name; ///< to be translated by ReadingModel
    const char16_t *line;
    const char16_t *icon;
};

constexpr ReadingSearch kSearches[] = {
    {QT_TRANSLATE_NOOP("lectern::ui::ReadingModel", "Continue reading"), u"is:reading sort:opened",
     u"book"},
    {QT_TRANSLATE_NOOP("lectern::ui::ReadingModel", "Unread"), u"is:unread", u"unread"},
    {QT_TRANSLATE_NOOP("lectern::ui::ReadingModel", "Starred"), u"is:starred", u"star"},
    {QT_TRANSLATE_NOOP("lectern::ui::ReadingModel", "Recently read"), u"read:<30d sort:opened",
     u"clock"},
    {QT_TRANSLATE_NOOP("lectern::ui::ReadingModel", "Changed since read"), u"is:changed",
     u"refresh"},
    {QT_TRANSLATE_NOOP("lectern::ui::ReadingModel", "From today"), u"date:today", u"calendar"},
};

} // namespace

ReadingModel::ReadingModel(QObject *parent)
    : QAbstractListModel(parent)
{}

std::vector<ReadingModel::Entry> ReadingModel::entriesOf(const ArticleResults &results)
{
    std::vector<Entry> entries;
    if (!results.states()) {
        return entries;
    }
    for (const ReadingSearch &search : kSearches) {
        entries.push_back({.name = tr(search.name),
                           .line = QString::fromUtf16(search.line),
                           .icon = QString::fromUtf16(search.icon),
                           .colour = {},
                           .count = 0,
                           .label = 0});
    }
    for (const core::Label &label : results.states()->labels) {
        entries.push_back(
            {.name = toQString(label.name),
             .line = toQString(core::queryTermText(core::QueryField::Label, label.name)),
             .icon = {},
             .colour = QColor::fromRgb(label.colour),
             .count = 0,
             .label = label.id});
    }
    for (Entry &entry : entries) {
        entry.count = results.count(entry.line);
    }
    entries.push_back({.name = tr("Unplaced"),
                       .line = {},
                       .icon = u"problem"_s,
                       .colour = {},
                       .count = static_cast<int>(results.states()->unplaced.size()),
                       .label = 0});
    std::erase_if(entries, [](const Entry &entry) { return entry.count == 0 && entry.label == 0; });
    return entries;
}

void ReadingModel::showResults(const ArticleResults &results)
{
    std::vector<Entry> entries = entriesOf(results);
    const bool areSameRows = std::ranges::equal(entries, m_entries, {}, &Entry::line, &Entry::line);
    if (areSameRows && entries == m_entries) {
        return;
    }
    if (areSameRows) {
        m_entries = std::move(entries);
        emit dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_entries = std::move(entries);
    endResetModel();
}

void ReadingModel::showLine(const QString &line)
{
    if (line != m_line) {
        m_line = line;
        if (!m_entries.empty()) {
            emit dataChanged(index(0), index(rowCount() - 1));
        }
    }
}

int ReadingModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant ReadingModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Entry &entry = m_entries[static_cast<std::size_t>(index.row())];
    const bool isUsed = !entry.line.isEmpty() && entry.line == m_line;
    switch (role) {
    case Qt::DisplayRole:
    case FacetModel::NameRole:
        return entry.name;
    case Qt::ToolTipRole:
    case FacetModel::LineRole:
        return entry.line;
    case Qt::AccessibleTextRole:
        return tr("%1, %n article(s)", nullptr, entry.count).arg(entry.name);
    case FacetModel::KindRole:
        return static_cast<int>(FacetModel::Kind::Search);
    case FacetModel::CountRole:
        return entry.count;
    case FacetModel::UseRole:
        return static_cast<int>(isUsed ? core::TermUse::Included : core::TermUse::Ignored);
    case FacetModel::IconRole:
        return entry.icon;
    case LabelRole:
        return static_cast<qlonglong>(entry.label);
    case FacetModel::ColourRole:
        return entry.colour.isValid() ? QVariant(entry.colour) : QVariant();
    default:
        return {};
    }
}

} // namespace lectern::ui
