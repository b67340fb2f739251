#include "ui/window/side_pane.h"

#include "ui/search/article_results.h"
#include "ui/search/saved_search_dialogs.h"
#include "ui/search/saved_searches.h"
#include "ui/session/reading_states.h"
#include "ui/sidebar/facet_panel.h"
#include "ui/sidebar/reading_panel.h"
#include "ui/window/label_commands.h"
#include "ui/window/unplaced_dialog.h"

#include <QVBoxLayout>

namespace lectern::ui {

SidePane::SidePane(ArticleResults &results, SavedSearches &searches, ReadingStates &states,
                   QWidget *parent)
    : QWidget(parent)
    , m_results(results)
    , m_searches(searches)
    , m_states(states)
    , m_reading(new ReadingPanel)
    , m_facets(new FacetPanel)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 10, 0, 0);
    layout->addWidget(m_reading);
    layout->addWidget(m_facets, 1);
    connectReading();
    connectLabels();
    connectFacets();
    connectSearches();
}

/// What is counted does not depend on what is searched.
void SidePane::connectReading()
{
    connect(&m_results, &ArticleResults::statesChanged, m_reading,
            [this] { m_reading->showResults(m_results); });
    connect(&m_results, &ArticleResults::changed, m_reading, [this](ArticleResults::Change change) {
        if (change == ArticleResults::Change::Library || change == ArticleResults::Change::States) {
            m_reading->showResults(m_results);
        }
        m_reading->showLine(m_results.line());
    });
    connect(m_reading, &ReadingPanel::searchPicked, &m_results, &ArticleResults::setLine);
    connect(m_reading, &ReadingPanel::unplacedRequested, this, &SidePane::showUnplaced);
}

void SidePane::connectLabels()
{
    connect(m_reading, &ReadingPanel::labelRenameRequested, this,
            [this](core::LabelId id) { askForLabelName(window(), m_states, id); });
    connect(m_reading, &ReadingPanel::labelColourRequested, this,
            [this](core::LabelId id, std::uint32_t rgb) { setLabelColour(m_states, id, rgb); });
    connect(m_reading, &ReadingPanel::labelRemoveRequested, this,
            [this](core::LabelId id) { askToDeleteLabel(window(), m_states, id); });
}

void SidePane::showUnplaced()
{
    if (!m_unplaced) {
        m_unplaced = new UnplacedDialog(m_results, m_states, window());
    }
    m_unplaced->show();
    m_unplaced->raise();
    m_unplaced->activateWindow();
}

void SidePane::connectFacets()
{
    connect(&m_results, &ArticleResults::changed, m_facets,
            [this] { m_facets->showResults(m_results); });
    connect(m_facets, &FacetPanel::allRequested, &m_results, [this] { m_results.setLine({}); });
    connect(m_facets, &FacetPanel::termUseRequested, &m_results, &ArticleResults::setTermUse);
}

void SidePane::connectSearches()
{
    connect(&m_searches, &SavedSearches::changed, m_facets,
            [this] { m_facets->showSearches(m_searches); });
    connect(m_facets, &FacetPanel::searchPicked, &m_results, &ArticleResults::setLine);
    connect(m_facets, &FacetPanel::searchRenameRequested, this,
            [this](const QString &name) { askForNewSearchName(window(), m_searches, name); });
    connect(m_facets, &FacetPanel::searchUpdateRequested, this,
            [this](const QString &name) { m_searches.setLine(name, m_results.line()); });
    connect(m_facets, &FacetPanel::searchRemoveRequested, this,
            [this](const QString &name) { askToDeleteSearch(window(), m_searches, name); });
}

} // namespace lectern::ui
