#include "ui/window/side_pane.h"

#include "ui/search/article_results.h"
#include "ui/search/saved_search_dialogs.h"
#include "ui/search/saved_searches.h"
#include "ui/sidebar/facet_panel.h"

#include <QVBoxLayout>

namespace lectern::ui {

SidePane::SidePane(ArticleResults &results, SavedSearches &searches, QWidget *parent)
    : QWidget(parent)
    , m_results(results)
    , m_searches(searches)
    , m_facets(new FacetPanel)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 10, 0, 0);
    layout->addWidget(m_facets);
    connectFacets();
    connectSearches();
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
