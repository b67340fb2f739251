#include "ui/reading/web/page_search.h"

#include "ui/reading/web/reader_page.h"

#include <QSignalBlocker>
#include <QWebEngineFindTextResult>
#include <QWebEngineLoadingInfo>
#include <QWebEngineScript>

namespace lectern::ui {

using namespace Qt::StringLiterals;

void PageSearch::setPage(ReaderPage *page)
{
    m_page = page;
    connect(page, &QWebEnginePage::loadingChanged, this, [this](const QWebEngineLoadingInfo &info) {
        if (info.status() == QWebEngineLoadingInfo::LoadStartedStatus) {
            onLoadStarted();
        } else {
            onLoadEnded();
        }
    });
    connect(page, &QWebEnginePage::findTextFinished, this,
            [this](const QWebEngineFindTextResult &result) {
                onFound(result.activeMatch(), result.numberOfMatches());
            });
}

void PageSearch::find(const QString &text, Direction direction)
{
    m_text = text;
    const bool isLoading = m_state == State::PageLoads || m_state == State::CutOff;
    m_state = isLoading ? State::PageLoads : State::Idle;
    m_page->findText(text,
                     direction == Direction::Backward ? QWebEnginePage::FindBackward
                                                      : QWebEnginePage::FindFlags());
}

void PageSearch::onLoadStarted()
{
    m_state = State::PageLoads;
}

void PageSearch::onLoadEnded()
{
    if (m_state == State::CutOff) {
        m_state = State::Repeated;
        searchAnew();
    } else {
        m_state = State::Idle;
    }
}

void PageSearch::onFound(int found, int total)
{
    const bool isLoading = m_state == State::PageLoads || m_state == State::CutOff;
    if (isLoading && total == 0 && !m_text.isEmpty()) {
        m_state = State::CutOff;
        return;
    }
    m_state = isLoading ? State::PageLoads : State::Idle;
    emit answered(found, total);
}

/// Asking for the same text again would step to its second place, and so would the selection that
/// the first search left.
void PageSearch::searchAnew()
{
    {
        const QSignalBlocker noAnswer(m_page);
        m_page->findText({});
    }
    m_page->runJavaScript(u"getSelection().removeAllRanges(); true"_s,
                          QWebEngineScript::ApplicationWorld,
                          [this](const QVariant &isDone) { // false from a page that goes away
                              if (isDone.toBool() && m_state == State::Repeated) {
                                  m_state = State::Idle;
                                  m_page->findText(m_text);
                              }
                          });
}

} // namespace lectern::ui
