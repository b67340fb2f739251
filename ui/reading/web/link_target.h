#pragma once

#include "core/library/library.h"
#include "ui/reading/web/reader_urls.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <variant>

namespace lectern::ui {

struct ArticleLink
{
    QByteArray path; ///< relative, raw bytes; an article of the library
    QString fragment;
};

/// Where a click leads: nowhere, to an article, to the desktop's browser or mail program, or to a
/// filter.
using LinkTarget = std::variant<std::monostate, ArticleLink, QUrl, FilterLink>;

/// What a click on \a url means in the article at \a from. A link inside the folder may leave out
/// what sites leave out (`.md`, `index.md`, content/). One that leads to no article but begins at
/// the site's root leads to the site that the article came from. No disk access. Pure.
LinkTarget linkTarget(const QUrl &url, const core::Library &library, const QByteArray &from);

} // namespace lectern::ui
