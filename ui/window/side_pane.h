#pragma once

#include <QPointer>
#include <QWidget>

namespace lectern::ui {

class ArticleResults;
class FacetPanel;
class ReadingPanel;
class ReadingStates;
class SavedSearches;
class UnplacedDialog;

/// The pane at the side: what to go on reading, facets and saved searches, which write the query
/// line.
class SidePane final : public QWidget
{
    Q_OBJECT

public:
    /// All must outlive the pane.
    SidePane(ArticleResults &results, SavedSearches &searches, ReadingStates &states,
             QWidget *parent = nullptr);

private:
    void connectReading();
    void connectLabels();
    void showUnplaced();
    void connectFacets();
    void connectSearches();

    ArticleResults &m_results;
    SavedSearches &m_searches;
    ReadingStates &m_states;
    ReadingPanel *m_reading;
    FacetPanel *m_facets;
    QPointer<UnplacedDialog> m_unplaced;
};

} // namespace lectern::ui
