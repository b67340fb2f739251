#include "ui/models/article_list_model.h"

#include "ui/models/article_roles.h"
#include "ui/session/qt_text.h"

#include <QDateTime>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace lectern::ui {

using namespace Qt::StringLiterals;

void ArticleListModel::setRows(std::shared_ptr<const core::Library> library,
                               std::vector<core::Row> rows)
{
    beginResetModel();
    m_library = std::move(library);
    m_rows = std::move(rows);
    endResetModel();
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

int ArticleListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ArticleListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const core::Row row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return toQString(m_library->title(row));
    case Qt::AccessibleTextRole:
        return accessibleText(row);
    case PathRole:
        return toQByteArray(m_library->path(row));
    case SummaryRole:
        return toQString(m_library->summary(row));
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
        return {};
    }
}

QString ArticleListModel::accessibleText(core::Row row) const
{
    QStringList parts = {toQString(m_library->title(row)), dateText(row),
                         termNames(core::Taxonomy::Category, row)};
    if (m_library->flags(row).isBroken) {
        parts.append(tr("has a problem"));
    }
    parts.removeAll({});
    return parts.join(u", "_s);
}

QString ArticleListModel::dateText(core::Row row) const
{
    const std::optional<core::ArticleDate> date = m_library->date(row);
    if (!date) {
        return {};
    }
    const QDate day = QDateTime::fromSecsSinceEpoch(date->written.wallSeconds, Qt::UTC).date();
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
