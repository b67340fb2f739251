#include "ui/reading/web/navigation.h"

#include "ui/reading/web/link_target.h"
#include "ui/reading/web/reader_page.h"
#include "ui/reading/web/reader_urls.h"

#include <QWebEngineHistory>

#include <utility>
#include <variant>

namespace lectern::ui {

void Navigation::setPage(ReaderPage *page)
{
    m_page = page;
    connect(page, &ReaderPage::linkClicked, this, &Navigation::follow);
}

void Navigation::setLibrary(std::shared_ptr<const core::Library> library)
{
    m_library = std::move(library);
}

bool Navigation::isAt(const QUrl &page) const
{
    return libraryPath(page) == m_path;
}

void Navigation::open(const QByteArray &path)
{
    m_path = path;
    openAgain();
}

void Navigation::openAgain()
{
    openPage(articleUrl(m_path));
}

void Navigation::openPage(const QUrl &url)
{
    emit pageOpened();
    m_page->open(url);
}

void Navigation::reload()
{
    m_page->triggerAction(QWebEnginePage::Reload);
}

bool Navigation::canGoBack() const
{
    return m_page->history()->canGoBack();
}

bool Navigation::canGoForward() const
{
    return m_page->history()->canGoForward();
}

void Navigation::goBack()
{
    goTo(m_page->history()->backItem());
}

void Navigation::goForward()
{
    goTo(m_page->history()->forwardItem());
}

void Navigation::goTo(const QWebEngineHistoryItem &item)
{
    const auto path = libraryPath(item.url());
    if (!path) {
        return;
    }
    if (*path == m_path) {
        emit placeOpened();
    } else {
        m_path = *path;
        emit pageOpened();
    }
    m_page->history()->goToItem(item);
}

void Navigation::follow(const QUrl &link)
{
    if (!m_library) {
        return;
    }
    const LinkTarget target = linkTarget(link, *m_library, m_path);
    if (const auto *article = std::get_if<ArticleLink>(&target)) {
        followTo(*article);
    } else if (const auto *outside = std::get_if<QUrl>(&target)) {
        emit externalLinkActivated(*outside);
    } else if (const auto *filter = std::get_if<FilterLink>(&target)) {
        emit filterRequested(filter->taxonomy, filter->name);
    }
}

void Navigation::followTo(const ArticleLink &link)
{
    QUrl page = articleUrl(link.path);
    if (!link.fragment.isEmpty()) {
        page.setFragment(link.fragment);
    }
    if (link.path == m_path) {
        m_page->open(page); // only scrolls
        return;
    }
    m_path = link.path;
    openPage(page);
}

QUrl Navigation::shownTarget(const QUrl &link) const
{
    const LinkTarget target = m_library ? linkTarget(link, *m_library, m_path) : LinkTarget();
    const auto *outside = std::get_if<QUrl>(&target);
    return outside != nullptr ? *outside : link;
}

} // namespace lectern::ui
