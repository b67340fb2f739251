#pragma once

#include "tests/support/http_server.h"
#include "ui/reading/web/web_reader_view.h"

#include <QByteArray>
#include <QColor>
#include <QImage>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QVariant>

#include <gtest/gtest.h>

#include <functional>
#include <memory>

namespace lectern::test {

/// A picture of one colour as a PNG file.
QByteArray pngPicture(const QColor &colour, int width = 40, int height = 30);
/// A red picture of 8 by 6 as a WebP file.
QByteArray webpPicture();

/// Runs the event loop until \a isTrue, at most a minute: the machine may be busy.
bool spinUntil(const std::function<bool()> &isTrue);

/// A reading view on a folder of articles that the test writes, beside a web server.
class WebViewTest : public testing::Test
{
protected:
    WebViewTest();
    ~WebViewTest() override;

    /// Writes a file of the library.
    void write(const QByteArray &path, const QByteArray &content);
    /// Indexes what was written and shows it to the view, which is made if there is none.
    void openLibrary();
    /// A view as after a restart: nothing survives but the image folder.
    void makeView(bool mayFetchImages = true);
    /// Shows an article and waits until it and its images have settled.
    void show(const QByteArray &path);
    /// openLibrary() and show() of one article with \a body.
    void showBody(const QByteArray &body);

    /// The value of \a expression in the page, in the world of our own script.
    QVariant inPage(const QString &expression);
    /// A click of the left button in the middle of the element.
    void click(const QString &selector);
    /// The mouse comes to the middle of the element.
    void hover(const QString &selector);
    int shownImages();
    QString noteText();
    bool hasColour(const QColor &colour);

private:
    /// The middle of the element, and the widget that takes the mouse there.
    QPoint middleOf(const QString &selector);
    QWidget *mouseTarget(const QPoint &point);

protected:
    QTemporaryDir m_folder;
    QTemporaryDir m_cache;
    HttpServer m_server;
    ui::ImageFetchOptions m_fetchOptions;
    std::unique_ptr<ui::WebReaderView> m_view;
};

} // namespace lectern::test
