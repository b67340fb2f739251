#pragma once

#include "core/library/library.h"

#include <QByteArray>
#include <QObject>
#include <QUrl>

#include <memory>

class QWebEngineHistoryItem;

namespace lectern::ui {

class ReaderPage;
struct ArticleLink;

/// Which article is open, and the ways from one to another: links, Back and Forward. GUI thread.
class Navigation final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Where articles are opened from now on, with a history of its own; it outlives this or is
    /// replaced.
    void setPage(ReaderPage *page);
    /// What links lead to.
    void setLibrary(std::shared_ptr<const core::Library> library);

    /// The article that is shown or on its way; empty when none is.
    const QByteArray &path() const { return m_path; }

    /// Whether \a page is the article's: one that was left may still have something to say.
    bool isAt(const QUrl &page) const;

    void open(const QByteArray &path);
    /// Loads the open article as if it had never been loaded.
    void openAgain();
    /// Loads the open article where it is scrolled to.
    void reload();

    /// No article is open; the page stays as it is.
    void leave() { m_path.clear(); }

    bool canGoBack() const;
    bool canGoForward() const;
    void goBack();
    void goForward();

    void follow(const QUrl &link);
    /// What to show of a link under the mouse.
    QUrl shownTarget(const QUrl &link) const;

signals:
    /// Another page is on its way.
    void pageOpened();
    /// Another place of the same page is.
    void placeOpened();
    void filterRequested(core::Taxonomy taxonomy, const QString &name);
    void externalLinkActivated(const QUrl &url);

private:
    void openPage(const QUrl &url);
    void goTo(const QWebEngineHistoryItem &item);
    void followTo(const ArticleLink &link);

    std::shared_ptr<const core::Library> m_library;
    ReaderPage *m_page = nullptr;
    QByteArray m_path;
};

} // namespace lectern::ui
