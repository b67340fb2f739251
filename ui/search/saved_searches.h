#pragma once

#include <QList>
#include <QObject>
#include <QString>

class QTimer;

namespace lectern::ui {

class ArticleResults;

struct SavedSearch
{
    QString name;
    QString line;

    bool operator==(const SavedSearch &) const = default;
};

/// The searches that a person keeps, each by a name of its own, with how many articles each finds.
/// They are counted one at a time between other events, when what is searched changes or they do.
/// GUI thread only.
class SavedSearches final : public QObject
{
    Q_OBJECT

public:
    static constexpr int kUnknown = -1; ///< not counted yet

    struct Entry
    {
        SavedSearch search;
        int count = kUnknown;
    };

    /// \a results must outlive it.
    explicit SavedSearches(const ArticleResults &results, QObject *parent = nullptr);

    const QList<Entry> &entries() const { return m_entries; }

    QList<SavedSearch> list() const;
    bool contains(const QString &name) const;

    /// Replaces all of them with what was kept; no edited().
    void restore(const QList<SavedSearch> &searches);
    /// Adds \a line at the end; where \a name is taken, it gets a number. Empty names and lines are
    /// not saved.
    void add(const QString &name, const QString &line);
    void rename(const QString &name, const QString &newName);
    void setLine(const QString &name, const QString &line);
    void remove(const QString &name);

    /// Counts all of them again, by and by.
    void recount();

signals:
    /// A person changed the searches.
    void edited();
    /// Searches or counts have changed.
    void changed();

private:
    Entry *find(const QString &name);
    QString freeName(const QString &wanted) const;
    void onEdited();
    void countNext();

    const ArticleResults &m_results;
    QList<Entry> m_entries;
    QTimer *m_timer;
    qsizetype m_next = 0; ///< the entry to count next
};

} // namespace lectern::ui
