#include "ui/models/article_results.h"

#include "core/library/select.h"
#include "ui/session/qt_text.h"

#include <utility>

namespace lectern::ui {

void ArticleResults::setLibrary(std::shared_ptr<const core::Library> library)
{
    m_library = std::move(library);
    update(Change::Library);
}

void ArticleResults::setLine(const QString &line)
{
    if (line != m_line) {
        m_line = line;
        update(Change::Line);
    }
}

void ArticleResults::setOrder(core::SortOrder order)
{
    if (order != m_order) {
        m_order = order;
        update(Change::Order);
    }
}

void ArticleResults::setTermUse(core::Taxonomy taxonomy, const QString &name, core::TermUse use)
{
    setLine(toQString(core::withTerm(m_line.toStdString(), taxonomy, name.toStdString(), use)));
}

void ArticleResults::update(Change change)
{
    m_rows.clear();
    if (m_library) {
        m_rows = core::select(*m_library, core::parseQuery(m_line.toStdString()), m_order);
    }
    emit changed(change);
}

} // namespace lectern::ui
