#include "ui/reading/web/scheme_reply.h"

#include <QBuffer>
#include <QWebEngineUrlRequestJob>

namespace lectern::ui {

void replyWith(QWebEngineUrlRequestJob *job, const QByteArray &mimeType, const QByteArray &bytes)
{
    // The engine reads the buffer on a thread of its own until the job is gone.
    auto *const buffer = new QBuffer;
    buffer->setData(bytes);
    QObject::connect(job, &QObject::destroyed, buffer, &QObject::deleteLater);
    buffer->open(QIODevice::ReadOnly);
    job->reply(mimeType, buffer);
}

} // namespace lectern::ui
