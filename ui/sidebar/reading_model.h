#pragma once

#include "core/state/reading_state.h"
#include "ui/sidebar/facet_model.h"

#include <QAbstractListModel>
#include <QColor>
#include <QString>

#include <vector>

namespace lectern::ui {

class ArticleResults;

/// What a reader goes on with: searches of the reading state with how many articles each finds now,
/// then the reader's labels, then what could not be placed, which has no line. Those that find
/// nothing are left out, but for labels, which could not be changed otherwise. Its rows answer the
/// roles of FacetModel as saved searches do. GUI thread only.
class ReadingModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        LabelRole = Qt::UserRole + 100, ///< core::LabelId of a label as qlonglong, else 0
    };

    explicit ReadingModel(QObject *parent = nullptr);

    /// Counts all in the library of \a results; no rows where no reading state is known.
    void showResults(const ArticleResults &results);
    /// The line of the filter is another.
    void showLine(const QString &line);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Entry
    {
        QString name;
        QString line;
        QString icon;
        QColor colour; ///< of a label
        int count = 0;
        core::LabelId label = 0;

        bool operator==(const Entry &) const = default;
    };

    static std::vector<Entry> entriesOf(const ArticleResults &results);

    std::vector<Entry> m_entries;
    QString m_line;
};

} // namespace lectern::ui
