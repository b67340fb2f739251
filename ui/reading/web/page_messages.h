#pragma once

#include "core/page/page.h"
#include "ui/reading/reader_view.h"

#include <QRectF>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>
#include <vector>

class QJsonObject;

namespace lectern::ui {

/// What the program's script in a page and the program tell each other; see reader_script.js.

/// What a page says.
struct PageMessage
{
    enum class Kind { Ready, Settled, ImageFailed, Retry, Link, Copy, Place, Selection, Highlight };

    Kind kind = Kind::Ready;
    QUrl page; ///< the address of the page that says it
    int image = 0; ///< ImageFailed, Retry: its number in the page
    QUrl address; ///< of the image, or of the link
    QString text; ///< to copy
    ReadingPlace place = {}; ///< Place
    core::HighlightId highlight = 0; ///< Highlight: which was clicked on
    QRectF box = {}; ///< of the selection, null where it is gone, or of the highlight
};

/// Empty when \a message is none that is known.
std::optional<PageMessage> pageMessage(const QJsonObject &message);

/// The script of each page; \a words are those that it shows.
QString readerScript(const QJsonObject &words);

/// What runs behind it when a page is ready: colours code and typesets formulas, where there are
/// some.
QStringList pageScripts(const core::PageFacts &facts);

/// Calls for ReaderPage::runOwnScript().
QString explainCall(int image, const QString &reason);
QString retryCall(int image);
QString goToCall(const core::ReadingPosition &position);
QString goToHeadingCall(const QString &anchor);
QString paintCall(const std::vector<PaintedHighlight> &highlights);
QString styleCall(const core::PageStyle &style);

} // namespace lectern::ui
