#pragma once

#include <QDesktopServices>
#include <QObject>
#include <QStringList>
#include <QUrl>

namespace lectern::test {

/// Takes the place of the desktop's browser.
class FakeBrowser final : public QObject
{
    Q_OBJECT

public:
    FakeBrowser()
    {
        for (const char *scheme : {"http", "https", "mailto", "ssh", "file"}) {
            QDesktopServices::setUrlHandler(QLatin1String(scheme), this, "open");
        }
    }

    ~FakeBrowser() override
    {
        for (const char *scheme : {"http", "https", "mailto", "ssh", "file"}) {
            QDesktopServices::unsetUrlHandler(QLatin1String(scheme));
        }
    }

    QStringList opened;

public slots:

    void open(const QUrl &url) { opened.append(url.toString()); }
};

} // namespace lectern::test
