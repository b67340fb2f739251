#include "tests/ui/reading/web/web_view_fixture.h"
#include "ui/reading/web/reader_page.h"

namespace lectern::test {

using namespace Qt::StringLiterals;

namespace {

class StyleTest : public WebViewTest
{
protected:
    QString computed(const QString &selector, const QString &property)
    {
        return inPage(u"getComputedStyle(document.querySelector('%1'))"
                      ".getPropertyValue('%2')"_s.arg(selector, property))
            .toString();
    }
};

} // namespace

TEST_F(StyleTest, theme_changesTheOpenPageAndLaterOnes)
{
    write("a.md", "A");
    write("b.md", "B");
    openLibrary();
    show("a.md");

    m_view->setPageStyle({.theme = core::Theme::Dark});
    EXPECT_EQ(computed(u"html"_s, u"background-color"_s), u"rgb(27, 27, 29)"_s);
    show("b.md");
    EXPECT_EQ(computed(u"html"_s, u"background-color"_s), u"rgb(27, 27, 29)"_s);
    m_view->setPageStyle({.theme = core::Theme::Light});

    EXPECT_EQ(computed(u"html"_s, u"background-color"_s), u"rgb(253, 252, 250)"_s);
}

TEST_F(StyleTest, eachPartOfTheStyle_changesTheOpenPage_withoutLoadingIt)
{
    using Style = core::PageStyle;

    struct Case
    {
        Style style;
        QString selector;
        QString property;
        QString before;
        QString after;
    };

    const QString family
        = u"\"Source Serif 4\", \"Noto Serif\", \"Liberation Serif\", Georgia, "
          "%1\"Noto Serif CJK SC\", \"Source Han Serif SC\", \"Songti SC\", serif"_s;
    const QString mono = u"\"Noto Sans Mono\", \"DejaVu Sans Mono\", \"Liberation Mono\", "
                         "\"Noto Sans Mono CJK SC\", monospace"_s;
    const QString plain = family.arg(QString());
    const QString paragraph = u".body p"_s;
    const QList<Case> cases{
        {{.latinFont = "Lora"}, paragraph, u"font-family"_s, plain, u"Lora, "_s + plain},
        {{.hanFont = "LXGW WenKai"},
         paragraph,
         u"font-family"_s,
         plain,
         family.arg(u"\"LXGW WenKai\", "_s)},
        {{.codeFont = "Hack"}, u".body code"_s, u"font-family"_s, mono, u"Hack, "_s + mono},
        {{.textSizePx = 22}, paragraph, u"font-size"_s, u"18px"_s, u"22px"_s},
        {{.lineHeight = 2}, paragraph, u"line-height"_s, u"29.7px"_s, u"36px"_s},
        {{.columnEm = 20}, u"article"_s, u"max-width"_s, u"648px"_s, u"360px"_s},
        {{.indentEm = 2}, paragraph, u"text-indent"_s, u"0px"_s, u"36px"_s},
        {{.alignment = Style::Alignment::Justified},
         paragraph,
         u"text-align"_s,
         u"start"_s,
         u"justify"_s},
        {{.direction = Style::Direction::RightToLeft},
         paragraph,
         u"direction"_s,
         u"ltr"_s,
         u"rtl"_s},
    };
    write("a.md", "---\nlang: en\n---\nSome `code` here.");
    write("b.md", "---\nlang: en\n---\nMore `code` here.");
    openLibrary();
    show("a.md");
    const QSignalSpy loads(m_view->page(), &QWebEnginePage::loadStarted);

    for (const Case &one : cases) {
        EXPECT_EQ(computed(one.selector, one.property), one.before) << one.property.toStdString();
        m_view->setPageStyle(one.style);
        EXPECT_EQ(computed(one.selector, one.property), one.after) << one.property.toStdString();
        m_view->setPageStyle({});
    }
    EXPECT_EQ(loads.size(), 0);

    m_view->setPageStyle({.textSizePx = 22, .columnEm = 20});
    show("b.md");
    EXPECT_EQ(computed(paragraph, u"font-size"_s), u"22px"_s);
    EXPECT_EQ(computed(u"article"_s, u"max-width"_s), u"440px"_s);
}

TEST_F(StyleTest, style_reachesAPageThatIsOnItsWay)
{
    write("a.md", "A");
    openLibrary();
    const QSignalSpy settled(m_view.get(), &ui::ReaderView::settled);

    m_view->showArticle("a.md");
    m_view->setPageStyle({.theme = core::Theme::Sepia, .textSizePx = 20});
    ASSERT_TRUE(spinUntil([&settled] { return !settled.isEmpty(); }));

    EXPECT_EQ(computed(u"html"_s, u"background-color"_s), u"rgb(245, 236, 217)"_s);
    EXPECT_EQ(computed(u"html"_s, u"font-size"_s), u"20px"_s);
}

TEST_F(StyleTest, zoom_staysFromArticleToArticle)
{
    write("a.md", "A");
    write("b.md", "B");
    openLibrary();
    show("a.md");

    m_view->setPageStyle({.zoom = 1.5});
    show("b.md");

    EXPECT_TRUE(spinUntil([this] { return inPage(u"devicePixelRatio"_s).toDouble() == 1.5; }));
}

} // namespace lectern::test
