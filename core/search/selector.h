#pragma once

#include "core/library/library_columns.h"
#include "core/search/select.h"

#include <span>

namespace lectern::core {

/// Finds the rows of one query, condition by condition. Any thread.
class Selector final
{
public:
    /// Both must outlive it.
    Selector(const Library &library, const SelectContext &context)
        : m_library(library)
        , m_context(context)
    {}

    RowSet rowsOf(const QueryNode &node) const;

private:
    RowSet none() const { return {m_library.size(), RowSet::Fill::None}; }

    RowSet rowsOfAll(std::span<const QueryNode> nodes) const;
    RowSet rowsOfAny(std::span<const QueryNode> nodes) const;
    RowSet rowsOf(const QueryTerm &term) const;
    /// Whether the folded titles and summaries alone decide where \a term holds.
    bool isInSearchText(const QueryTerm &term) const;
    RowSet rowsOfText(const QueryTerm &term) const;
    RowSet rowsOfTaxonomy(Taxonomy taxonomy, const QueryTerm &term) const;
    RowSet rowsOfDate(const QueryRange &range) const;
    RowSet rowsOfLength(const QueryRange &range) const;
    RowSet rowsOfSite(const QueryTerm &term) const;
    RowSet rowsOfFolder(const QueryTerm &term) const;
    RowSet rowsOfKey(const QueryTerm &term) const;
    RowSet rowsOfLabel(const QueryTerm &term) const;
    RowSet rowsOfNote(const QueryTerm &term) const;
    RowSet rowsReadIn(const QueryRange &range) const;
    RowSet rowsOfProgress(const QueryRange &range) const;
    RowSet rowsOfState(QueryState state) const;
    RowSet rowsOfReading(QueryState state) const;
    RowSet rowsWithFlag(RowFlag flag) const;

    ArticleReading readingOf(Row row) const;
    std::int64_t now() const;

    const Library &m_library;
    const SelectContext &m_context;
};

} // namespace lectern::core
