#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QProgressBar;
class QTimer;

namespace lectern::ui {

class LibrarySession;

/// In the status bar: what the session reads behind the list, how far it is, and a way to stop it.
/// It comes only when that takes longer than a moment, so that a folder which changes now and then
/// does not flicker.
class ReadingStatus final : public QWidget
{
    Q_OBJECT

public:
    /// \a session and \a cancel must outlive it.
    ReadingStatus(const LibrarySession &session, QAction *cancel, QWidget *parent = nullptr);

private:
    void onSessionChanged();
    void showProgress(const QString &text, quint32 found, quint32 read);

    const LibrarySession &m_session;
    QAction *m_cancel;
    QLabel *m_text;
    QProgressBar *m_bar;
    QTimer *m_delay;
};

} // namespace lectern::ui
