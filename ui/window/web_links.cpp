#include "ui/window/web_links.h"

#include <QDesktopServices>
#include <QUrl>

#include <algorithm>
#include <array>

namespace lectern::ui {

using namespace Qt::StringLiterals;

void openWithDesktop(const QUrl &url)
{
    static constexpr std::array kAllowed = {"http"_L1, "https"_L1, "mailto"_L1};
    if (std::ranges::find(kAllowed, url.scheme()) != kAllowed.end()) {
        QDesktopServices::openUrl(url);
    }
}

} // namespace lectern::ui
