#pragma once

#include <QWidget>

namespace lectern::ui {

class ArticleResults;
class FacetPanel;
class SavedSearches;

/// The pane at the side: facets and saved searches, which write the query line.
class SidePane final : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the pane.
    SidePane(ArticleResults &results, SavedSearches &searches, QWidget *parent = nullptr);

private:
    void connectFacets();
    void connectSearches();

    ArticleResults &m_results;
    SavedSearches &m_searches;
    FacetPanel *m_facets;
};

} // namespace lectern::ui
