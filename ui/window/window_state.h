#pragma once

#include "core/markdown/repairs.h"
#include "core/search/query.h"
#include "core/state/reading_state.h"
#include "ui/common/theme_choice.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace lectern::ui {

/// What comes back the next time. Every value may be missing or absurd: the window takes what it
/// can use.
struct WindowState
{
    QByteArray geometry; ///< QWidget::saveGeometry
    QList<int> paneWidths; ///< sidebar, list, reader
    bool isSidebarShown = true;
    bool areContentsShown = false; ///< beside every article
    QStringList recentFolders; ///< the latest first; the first was open
    QByteArray article; ///< relative path, raw bytes
    QString queryLine;
    bool isTextSearched = false;
    core::SortOrder order;
    double zoom = 1;
    ThemeChoice theme = ThemeChoice::System;
    core::Repairs repairs = core::Repairs::all();
    core::HighlightColour highlightColour = core::HighlightColour::Yellow; ///< chosen last

    bool operator==(const WindowState &) const = default;
};

} // namespace lectern::ui
