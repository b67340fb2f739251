#pragma once

#include "ui/reading/reader_view.h"

#include <functional>
#include <vector>

namespace lectern::ui {

class ReaderPage;

/// Calls about the highlights of a page and what is selected in it; see reader_script.js. What is
/// asked of a page that goes away is not answered.

void readWordsOf(ReaderPage *page, std::function<void(QString)> take);
void readSelectionOf(ReaderPage *page, std::function<void(PageSelection)> take);

} // namespace lectern::ui
