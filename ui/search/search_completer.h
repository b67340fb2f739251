#pragma once

#include "core/search/query_completion.h"

#include <QObject>
#include <QString>

class QLineEdit;
class QListView;
class QStandardItemModel;

namespace lectern::ui {

class ArticleResults;

/// Suggests fields and their values under a search field, for the word under its cursor. While the
/// list is open: Down and Up choose, Enter or Tab takes, Esc closes; Ctrl+Space opens it. While it
/// is closed, no key is touched.
class SearchCompleter final : public QObject
{
    Q_OBJECT

public:
    /// A child of \a field. It suggests what may stand in the query of \a results, which is to
    /// follow the text of the field before the completer sees a change.
    SearchCompleter(QLineEdit *field, const ArticleResults &results);

    bool isOpen() const;

    /// The list, for tests; null until it was needed.
    QListView *list() const { return m_list; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void suggest(core::CompletionTrigger trigger);
    void show(const core::QueryCompletions &completions);
    void place();
    void close();
    bool handleKey(int key, Qt::KeyboardModifiers modifiers);
    void choose(int step);
    void take(int row);
    void makeList();

    QLineEdit *m_field;
    const ArticleResults &m_results;
    QListView *m_list = nullptr; ///< a child of the window, made when it is first needed
    QStandardItemModel *m_model = nullptr;
    int m_start = 0; ///< what a choice replaces, in characters of the field's text
    int m_end = 0;
};

} // namespace lectern::ui
