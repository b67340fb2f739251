#pragma once

#include "core/base/result.h"
#include "ui/search/saved_searches.h"

#include <QList>
#include <QString>

namespace lectern::app {

/// `lectern/searches.json` in the XDG configuration folder.
QString savedSearchFile();

/// The saved searches: one JSON object, `"version": 1`, `"searches": [{"name", "query"}]`. What a
/// person made is never thrown away: a file that cannot be understood is renamed to
/// `searches.json.unreadable` (with a number where that is taken) before anything replaces it.
QList<ui::SavedSearch> loadSavedSearches(const QString &file);

/// Replaces \a file as a whole, so that a crash leaves the old searches or the new.
core::Status saveSavedSearches(const QList<ui::SavedSearch> &searches, const QString &file);

} // namespace lectern::app
