#include "ui/window/reading_status.h"

#include "ui/session/library_session.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QTimer>
#include <QToolButton>

#include <algorithm>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMomentMs = 600;

} // namespace

ReadingStatus::ReadingStatus(const LibrarySession &session, QAction *cancel, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_cancel(cancel)
    , m_text(new QLabel)
    , m_bar(new QProgressBar)
    , m_delay(new QTimer(this))
{
    setObjectName(u"readingStatus"_s);
    m_text->setObjectName(u"readingText"_s);
    m_bar->setFixedSize(160, 6);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Reading the folder"));
    auto *button = new QToolButton;
    button->setDefaultAction(cancel);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setAutoRaise(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text);
    layout->addWidget(m_bar);
    layout->addWidget(button);
    hide();
    m_delay->setSingleShot(true);
    m_delay->setInterval(kMomentMs);
    connect(m_delay, &QTimer::timeout, this, &QWidget::show);
    connect(&session, &LibrarySession::stateChanged, this, &ReadingStatus::onSessionChanged);
    connect(&session, &LibrarySession::textsChanged, this, &ReadingStatus::onSessionChanged);
    connect(&session, &LibrarySession::progressed, this, [this](quint32 found, quint32 read) {
        showProgress(tr("%1 of %2 articles read"), found, read);
    });
    connect(&session, &LibrarySession::textsProgressed, this, [this](quint32 found, quint32 read) {
        if (m_session.state() == LibrarySession::State::Ready) {
            showProgress(tr("Preparing the text search: %1 of %2 articles"), found, read);
        }
    });
    onSessionChanged();
}

void ReadingStatus::onSessionChanged()
{
    const bool isFolderRead = m_session.state() == LibrarySession::State::Refreshing;
    const bool areTextsRead = m_session.textState() == LibrarySession::TextState::Reading;
    m_cancel->setEnabled(m_session.isBusy() || areTextsRead);
    m_bar->setRange(0, 0);
    m_text->setText(isFolderRead ? tr("Reading the folder…") : tr("Preparing the text search…"));
    if (!isFolderRead && !areTextsRead) {
        m_delay->stop();
        hide();
    } else if (!isVisible() && !m_delay->isActive()) {
        m_delay->start();
    }
}

void ReadingStatus::showProgress(const QString &text, quint32 found, quint32 read)
{
    const QLocale locale;
    m_text->setText(text.arg(locale.toString(read), locale.toString(found)));
    m_bar->setRange(0, static_cast<int>(std::max(found, 1U)));
    m_bar->setValue(static_cast<int>(read));
}

} // namespace lectern::ui
