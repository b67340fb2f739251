#pragma once

#include <QByteArray>

class QWebEngineUrlRequestJob;

namespace lectern::ui {

/// Answers \a job with \a bytes. GUI thread.
void replyWith(QWebEngineUrlRequestJob *job, const QByteArray &mimeType, const QByteArray &bytes);

} // namespace lectern::ui
