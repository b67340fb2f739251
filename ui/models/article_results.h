#pragma once

#include "core/library/library.h"
#include "core/library/query.h"

#include <QObject>
#include <QString>

#include <memory>
#include <vector>

namespace lectern::ui {

/// The one state of the filter, the query line with its order, and the rows that it selects. The
/// search field shows the line, facets edit it, the session stores it. GUI thread only.
class ArticleResults final : public QObject
{
    Q_OBJECT

public:
    enum class Change { Library, Line, Order };

    using QObject::QObject;

    /// \a library may be null.
    void setLibrary(std::shared_ptr<const core::Library> library);
    void setLine(const QString &line);
    void setOrder(core::SortOrder order);
    void setTermUse(core::Taxonomy taxonomy, const QString &name, core::TermUse use);

    std::shared_ptr<const core::Library> library() const { return m_library; }

    QString line() const { return m_line; }

    core::SortOrder order() const { return m_order; }

    const std::vector<core::Row> &rows() const { return m_rows; }

    int total() const { return m_library ? static_cast<int>(m_library->size()) : 0; }

signals:
    void changed(lectern::ui::ArticleResults::Change change);

private:
    void update(Change change);

    std::shared_ptr<const core::Library> m_library;
    QString m_line;
    core::SortOrder m_order;
    std::vector<core::Row> m_rows;
};

} // namespace lectern::ui
