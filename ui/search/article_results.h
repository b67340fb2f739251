#pragma once

#include "core/library/library.h"
#include "core/search/body_search.h"
#include "core/search/facet_counts.h"
#include "core/search/query.h"
#include "core/search/query_edits.h"
#include "core/search/select.h"
#include "core/state/state_snapshot.h"
#include "ui/search/search_words.h"

#include <QObject>
#include <QString>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::ui {

/// The one state of the filter, the query line with its order, and the rows that it selects. The
/// search field shows the line, facets edit it, the session stores it. The line is parsed here and
/// nowhere else: all who ask what it means take query(). GUI thread only.
class ArticleResults final : public QObject
{
    Q_OBJECT

public:
    enum class Change { Library, Texts, TextSearch, Line, Order, States };

    using QObject::QObject;

    /// \a library may be null, and so may \a texts and \a states, which belong to it.
    void setLibrary(std::shared_ptr<const core::Library> library,
                    std::shared_ptr<const core::BodySearch> texts = nullptr,
                    std::shared_ptr<const core::StateSnapshot> states = nullptr);
    /// The texts of library().
    void setTexts(std::shared_ptr<const core::BodySearch> texts);
    /// What is kept of the rows of library(). Rows that no longer match stay until the line
    /// changes; others come.
    void setStates(std::shared_ptr<const core::StateSnapshot> states);
    /// Whether words without a field are looked for in the texts too.
    void setTextSearch(TextSearch use);
    void setLine(const QString &line);
    void setOrder(core::SortOrder order);
    /// Puts `date:value` into the line in place of its dates; an empty \a value takes them out.
    void setDate(const QString &value);
    void setTermUse(core::QueryField field, const QString &name, core::TermUse use);

    std::shared_ptr<const core::Library> library() const { return m_library; }

    /// Null while nothing is known.
    std::shared_ptr<const core::StateSnapshot> states() const { return m_states; }

    QString line() const { return m_line; }

    /// What the line means, parsed when it changed. Valid until the next change.
    const core::Query &query() const { return m_query; }

    /// The reader's labels, for completion.
    std::vector<std::string> labelNames() const;

    core::SortOrder order() const { return m_order; }

    TextSearch textSearch() const { return m_textSearch; }

    const std::vector<core::Row> &rows() const { return m_rows; }

    /// What the line looks for.
    const SearchWords &words() const { return m_words; }

    /// Whether there may be more rows when the texts are there.
    bool isWaitingForTexts() const { return m_words.needTexts() && m_library && !m_texts; }

    /// What select() is called with. Valid as long as this lives.
    core::SelectContext context() const;
    /// How many articles \a line would find.
    int count(const QString &line) const;
    /// The months of the rows that the line would find if it did not ask for dates.
    std::vector<core::MonthCount> months() const;
    /// The part of the line that leaves no article; empty when some are left, or when it is no one
    /// part.
    QString excludingCondition() const;

    int total() const { return m_library ? static_cast<int>(m_library->size()) : 0; }

signals:
    void changed(lectern::ui::ArticleResults::Change change);
    /// states() is another and the rows are the same.
    void statesChanged();

private:
    void update(Change change, const core::RowSet *kept = nullptr);
    core::ArticleReading readingOf(core::Row row) const;
    bool hasLabel(core::Row row, std::string_view folded) const;
    void takeStates(std::shared_ptr<const core::StateSnapshot> states);
    std::optional<core::RowSet> rowsToKeep(const core::Library *former) const;
    /// Best match first where texts are searched, unless the person asks for another order.
    core::SortOrder shownOrder() const;
    const core::RowSet &rowsWithBody(const std::string &needle) const;

    std::shared_ptr<const core::Library> m_library;
    std::shared_ptr<const core::BodySearch> m_texts;
    std::shared_ptr<const core::StateSnapshot> m_states;
    std::vector<std::string> m_labelNames; ///< folded, of the labels of m_states
    /// By needle: a facet or the next word does not search all texts again.
    mutable std::map<std::string, core::RowSet> m_bodyRows;
    TextSearch m_textSearch = TextSearch::Off;
    SearchWords m_words;
    QString m_line;
    core::Query m_query; ///< of m_line
    core::SortOrder m_order;
    std::vector<core::Row> m_rows;
};

} // namespace lectern::ui
