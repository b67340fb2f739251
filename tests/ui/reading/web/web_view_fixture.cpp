#include "tests/ui/reading/web/web_view_fixture.h"

#include "core/library/indexer.h"
#include "ui/reading/web/reader_page.h"

#include <QBuffer>
#include <QFile>
#include <QTest>
#include <QWebEngineScript>

#include <filesystem>
#include <fstream>

namespace lectern::test {

using namespace Qt::StringLiterals;

QByteArray pngPicture(const QColor &colour, int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(colour);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray webpPicture()
{
    return QByteArray::fromHex(
        "5249464620000000574542505650384c140000002f074001000710fd8ffe070082f0"
        "bf6d22a2ff21");
}

bool spinUntil(const std::function<bool()> &isTrue)
{
    return QTest::qWaitFor(isTrue, 60'000);
}

WebViewTest::WebViewTest()
{
    m_fetchOptions.addresses = ui::AddressPolicy::Any;
}

WebViewTest::~WebViewTest()
{
    // Qt cannot remove names that are not UTF-8.
    std::error_code ignored;
    std::filesystem::remove_all(m_folder.path().toStdString(), ignored);
}

void WebViewTest::write(const QByteArray &path, const QByteArray &content)
{
    const std::filesystem::path file
        = std::filesystem::path(m_folder.path().toStdString()) / path.toStdString();
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary).write(content.constData(), content.size());
}

void WebViewTest::openLibrary()
{
    const auto library = core::indexFolder(m_folder.path().toStdString(), nullptr, {});
    ASSERT_TRUE(library.isOk());
    if (!m_view) {
        makeView();
    }
    m_view->setLibrary(library.value());
}

void WebViewTest::makeView(bool mayFetchImages)
{
    m_view.reset();
    m_view = std::make_unique<ui::WebReaderView>(
        ui::ReaderViewOptions{.imageCacheFolder = m_cache.path(), .mayFetchImages = mayFetchImages},
        m_fetchOptions, nullptr);
    m_view->resize(800, 900);
    m_view->show();
}

void WebViewTest::show(const QByteArray &path)
{
    const QSignalSpy settled(m_view.get(), &ui::ReaderView::settled);
    m_view->showArticle(path);
    ASSERT_TRUE(spinUntil([&settled] { return !settled.isEmpty(); }));
}

void WebViewTest::showBody(const QByteArray &body)
{
    write("article.md", "---\ntitle: An article\n---\n" + body);
    openLibrary();
    show("article.md");
}

QVariant WebViewTest::inPage(const QString &expression)
{
    QVariant value;
    bool hasAnswer = false;
    m_view->page()->runJavaScript(expression, QWebEngineScript::ApplicationWorld,
                                  [&value, &hasAnswer](const QVariant &result) {
                                      value = result;
                                      hasAnswer = true;
                                  });
    EXPECT_TRUE(spinUntil([&hasAnswer] { return hasAnswer; })) << expression.toStdString();
    return value;
}

QPoint WebViewTest::middleOf(const QString &selector)
{
    const QVariantList middle
        = inPage(u"(() => { const r = document.querySelector('%1').getClientRects()[0];"
                 " return [r.x + r.width / 2, r.y + r.height / 2]; })()"_s.arg(selector))
              .toList();
    EXPECT_EQ(middle.size(), 2) << selector.toStdString();
    return {middle.value(0).toInt(), middle.value(1).toInt()};
}

QWidget *WebViewTest::mouseTarget(const QPoint &point)
{
    auto *const target = m_view->findChild<QWidget *>(u"QtWebEngineWidget"_s);
    return target != nullptr ? target : m_view->childAt(point);
}

void WebViewTest::click(const QString &selector)
{
    const QPoint point = middleOf(selector);
    QWidget *const receiver = mouseTarget(point);
    ASSERT_NE(receiver, nullptr);
    QTest::mouseClick(receiver, Qt::LeftButton, {}, point);
}

void WebViewTest::hover(const QString &selector)
{
    const QPoint point = middleOf(selector);
    QWidget *const receiver = mouseTarget(point);
    ASSERT_NE(receiver, nullptr);
    QTest::mouseMove(receiver, point);
}

int WebViewTest::shownImages()
{
    return inPage(u"[...document.images].filter((i) => i.naturalWidth > 0 "
                  "&& i.getBoundingClientRect().width > 1).length"_s)
        .toInt();
}

QString WebViewTest::noteText()
{
    return inPage(
               u"[...document.querySelectorAll('.lectern-note')]"
               ".map((n) => [...n.children].map((c) => c.textContent).join(' | ')).join('\\n')"_s)
        .toString();
}

bool WebViewTest::hasColour(const QColor &colour)
{
    const QImage image = m_view->grab().toImage();
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) == colour) {
                return true;
            }
        }
    }
    return false;
}

} // namespace lectern::test
