#include "ui/reading/web/page_marks.h"

#include "ui/common/marked_text.h"
#include "ui/reading/web/reader_page.h"

#include <QWebEngineScript>

#include <utility>

namespace lectern::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kDelay = 120ms;
/// Each becomes an element of the page.
constexpr qsizetype kMaxMarks = 5000;

} // namespace

PageMarks::PageMarks(QObject *parent)
    : QObject(parent)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelay);
    connect(&m_delay, &QTimer::timeout, this, &PageMarks::mark);
}

void PageMarks::setWords(const std::vector<std::string> &words)
{
    if (words == m_words) {
        return;
    }
    m_words = words;
    if (words.empty()) {
        mark();
    } else {
        m_delay.start();
    }
}

void PageMarks::markAnew()
{
    m_marks = 0;
    mark();
}

/// Asks the page for its text, because only core knows how words are folded.
void PageMarks::mark()
{
    m_delay.stop();
    const quint64 request = ++m_request;
    if (m_words.empty()) {
        if (std::exchange(m_marks, 0) > 0) {
            m_page->runOwnScript(u"lectern.clearMarks()"_s);
            emit changed(0, 0);
        }
        return;
    }
    m_page->runJavaScript(u"lectern.text()"_s, QWebEngineScript::ApplicationWorld,
                          [this, request](const QVariant &text) {
                              if (request == m_request && text.isValid()) {
                                  markIn(text.toString());
                              }
                          });
}

void PageMarks::markIn(const QString &pageText)
{
    const MarkedText marked = markedText(pageText, m_words);
    QStringList places;
    for (const MarkedText::Mark &mark : marked.marks.mid(0, kMaxMarks)) {
        places.append(u"[%1,%2]"_s.arg(mark.start).arg(mark.start + mark.length));
    }
    m_marks = places.size();
    m_page->runOwnScript(u"lectern.mark([%1])"_s.arg(places.join(u',')));
    emit changed(0, static_cast<int>(m_marks));
}

void PageMarks::step(int direction)
{
    m_page->runJavaScript(u"lectern.stepMark(%1)"_s.arg(direction),
                          QWebEngineScript::ApplicationWorld, [this](const QVariant &result) {
                              const QVariantList place = result.toList();
                              if (place.size() == 2) {
                                  emit changed(place.at(0).toInt(), place.at(1).toInt());
                              }
                          });
}

} // namespace lectern::ui
