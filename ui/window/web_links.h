#pragma once

class QUrl;

namespace lectern::ui {

/// Hands \a url to the desktop if it is of the web or of mail; what else an article names is not
/// opened.
void openWithDesktop(const QUrl &url);

} // namespace lectern::ui
