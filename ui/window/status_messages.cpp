#include "ui/window/status_messages.h"

#include "ui/window/session_text.h"

#include <QLocale>
#include <QStatusBar>
#include <QUrl>

#include <utility>

namespace lectern::ui {

namespace {

constexpr int kNoticeMs = 15'000;
constexpr int kHintMs = 5000;
constexpr int kZoomMs = 2000;

} // namespace

void StatusMessages::sayWatchIsLimited()
{
    m_bar.showMessage(
        tr("This system cannot watch the whole folder. Changes show up within half a minute, "
           "or with F5."),
        kNoticeMs);
}

void StatusMessages::sayPlace(int current, int total)
{
    if (current > 0) {
        m_bar.showMessage(
            tr("Place %1 of %2").arg(QLocale().toString(current), QLocale().toString(total)),
            kHintMs);
    } else if (total > 0) {
        m_bar.showMessage(tr("%Ln place(s) marked. F3 goes to the next.", nullptr, total), kHintMs);
    }
}

void StatusMessages::sayZoom(double factor)
{
    m_bar.showMessage(tr("Text size %1%").arg(qRound(factor * 100)), kZoomMs);
}

void StatusMessages::showLink(const QUrl &url)
{
    if (url.isEmpty()) {
        m_bar.clearMessage();
    } else {
        m_bar.showMessage(url.toDisplayString());
    }
}

void StatusMessages::sayItIsOutdated(const QString &folder)
{
    m_isOutdatedSaid = true;
    m_bar.showMessage(
        tr("%1 could not be read again; you see what it held before.").arg(readableFolder(folder)));
}

void StatusMessages::takeBackThatItIsOutdated()
{
    if (std::exchange(m_isOutdatedSaid, false)) {
        m_bar.clearMessage();
    }
}

} // namespace lectern::ui
