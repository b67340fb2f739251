#pragma once

#include <QJsonObject>
#include <QUrl>
#include <QWebEnginePage>

namespace lectern::ui {

/// A page that goes nowhere by itself: it loads what open() names and what Back and Forward reach;
/// a click is reported instead of followed, everything else is refused. The page's own JavaScript
/// is off; the program's script runs in a world of its own and reports through \c reported.
/// GUI thread.
class ReaderPage final : public QWebEnginePage
{
    Q_OBJECT

public:
    /// \a scriptSource is a function expression that is called with a function to report with, at
    /// the start of every page.
    ReaderPage(QWebEngineProfile *profile, const QString &scriptSource, QObject *parent);

    void open(const QUrl &url);

    /// Runs \a source in the world of the program's script.
    void runOwnScript(const QString &source);

signals:
    /// A person clicked on a link.
    void linkClicked(const QUrl &url);
    /// The program's script says something.
    void reported(const QJsonObject &message);

protected:
    bool acceptNavigationRequest(const QUrl &url, NavigationType type, bool isMainFrame) override;
    QWebEnginePage *createWindow(WebWindowType type) override;
    void javaScriptConsoleMessage(JavaScriptConsoleMessageLevel level, const QString &message,
                                  int line, const QString &source) override;

private:
    void addOwnScript(const QString &scriptSource);
    void denyPermissions();

    QUrl m_opening; ///< what open() was last called with
    QString m_token; ///< starts every message of our own script; the page cannot know it
};

} // namespace lectern::ui
