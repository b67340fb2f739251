#pragma once

#include "core/page/article_page.h"

#include <QJsonObject>

namespace lectern::ui {

/// What a page says around its article, in the language of the window.
core::PageStrings pageStrings();

/// What the program's script says in a page; see reader_script.js.
QJsonObject scriptWords();

} // namespace lectern::ui
