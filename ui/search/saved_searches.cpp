#include "ui/search/saved_searches.h"

#include "ui/search/article_results.h"

#include <QTimer>

#include <algorithm>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMaxName = 200;

QString tidyName(const QString &name)
{
    return name.simplified().left(kMaxName);
}

} // namespace

SavedSearches::SavedSearches(const ArticleResults &results, QObject *parent)
    : QObject(parent)
    , m_results(results)
    , m_timer(new QTimer(this))
{
    connect(m_timer, &QTimer::timeout, this, &SavedSearches::countNext);
    connect(&results, &ArticleResults::statesChanged, this, &SavedSearches::recount);
    connect(&results, &ArticleResults::changed, this, [this](ArticleResults::Change change) {
        switch (change) {
        case ArticleResults::Change::Library:
        case ArticleResults::Change::Texts:
        case ArticleResults::Change::TextSearch:
        case ArticleResults::Change::States:
            recount();
            break;
        case ArticleResults::Change::Line:
        case ArticleResults::Change::Order:
            break;
        }
    });
}

QList<SavedSearch> SavedSearches::list() const
{
    QList<SavedSearch> searches;
    for (const Entry &entry : m_entries) {
        searches.append(entry.search);
    }
    return searches;
}

SavedSearches::Entry *SavedSearches::find(const QString &name)
{
    const auto found = std::ranges::find_if(
        m_entries, [&](const Entry &entry) { return entry.search.name == name; });
    return found == m_entries.end() ? nullptr : &*found;
}

bool SavedSearches::contains(const QString &name) const
{
    return std::ranges::any_of(m_entries,
                               [&](const Entry &entry) { return entry.search.name == name; });
}

QString SavedSearches::freeName(const QString &wanted) const
{
    const QString tidy = tidyName(wanted);
    QString name = tidy;
    for (int number = 2; contains(name); ++number) {
        name = u"%1 (%2)"_s.arg(tidy).arg(number);
    }
    return name;
}

void SavedSearches::restore(const QList<SavedSearch> &searches)
{
    m_entries.clear();
    for (const SavedSearch &search : searches) {
        m_entries.append({{freeName(search.name), search.line}, kUnknown});
    }
    emit changed();
    recount();
}

void SavedSearches::add(const QString &name, const QString &line)
{
    if (tidyName(name).isEmpty() || line.trimmed().isEmpty()) {
        return;
    }
    m_entries.append({{freeName(name), line.trimmed()}, kUnknown});
    onEdited();
}

void SavedSearches::rename(const QString &name, const QString &newName)
{
    Entry *entry = find(name);
    if (entry != nullptr && !tidyName(newName).isEmpty() && tidyName(newName) != name) {
        entry->search.name = freeName(newName);
        onEdited();
    }
}

void SavedSearches::setLine(const QString &name, const QString &line)
{
    Entry *entry = find(name);
    if (entry != nullptr && !line.trimmed().isEmpty()) {
        entry->search.line = line.trimmed();
        entry->count = kUnknown;
        onEdited();
    }
}

void SavedSearches::remove(const QString &name)
{
    if (m_entries.removeIf([&](const Entry &entry) { return entry.search.name == name; }) > 0) {
        onEdited();
    }
}

void SavedSearches::onEdited()
{
    emit changed();
    emit edited();
    recount();
}

void SavedSearches::recount()
{
    m_next = 0;
    m_timer->start(0);
}

void SavedSearches::countNext()
{
    if (m_next < m_entries.size()) {
        Entry &entry = m_entries[m_next++];
        entry.count = m_results.count(entry.search.line);
        return;
    }
    m_timer->stop();
    emit changed();
}

} // namespace lectern::ui
