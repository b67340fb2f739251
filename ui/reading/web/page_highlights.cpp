#include "ui/reading/web/page_highlights.h"

#include "ui/reading/web/reader_page.h"

#include <QWebEngineScript>

#include <algorithm>
#include <utility>

namespace lectern::ui {

using namespace Qt::StringLiterals;

void readWordsOf(ReaderPage *page, std::function<void(QString)> take)
{
    page->runJavaScript(u"lectern.articleText()"_s, QWebEngineScript::ApplicationWorld,
                        [take = std::move(take)](const QVariant &words) {
                            if (words.isValid()) {
                                take(words.toString());
                            }
                        });
}

void readSelectionOf(ReaderPage *page, std::function<void(PageSelection)> take)
{
    page->runJavaScript(u"lectern.selected()"_s, QWebEngineScript::ApplicationWorld,
                        [take = std::move(take)](const QVariant &answer) {
                            const QVariantList parts = answer.toList();
                            if (parts.size() != 3) {
                                return;
                            }
                            PageSelection selection{parts.at(0).toString()};
                            const qsizetype length = selection.words.size();
                            selection.start
                                = std::clamp<qsizetype>(parts.at(1).toLongLong(), 0, length);
                            selection.end
                                = std::clamp<qsizetype>(parts.at(2).toLongLong(), 0, length);
                            take(selection);
                        });
}

} // namespace lectern::ui
