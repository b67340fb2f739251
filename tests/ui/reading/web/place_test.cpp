#include "tests/ui/reading/web/web_view_fixture.h"
#include "ui/reading/web/reader_page.h"

#include <algorithm>

namespace lectern::test {

using namespace Qt::StringLiterals;

namespace {

class PlaceTest : public WebViewTest
{
protected:
    /// Forty paragraphs of several lines, each beginning with its number.
    static QByteArray paragraphs(int first = 0)
    {
        QByteArray text;
        for (int number = first; number < 40; ++number) {
            text += "Paragraph " + QByteArray::number(number) + ". "
                + QByteArray("It goes on for several lines of words. ").repeated(12) + "\n\n";
        }
        return text;
    }

    void follow()
    {
        QObject::connect(m_view.get(), &ui::ReaderView::placeChanged, m_view.get(),
                         [this](const QByteArray &path, const ui::ReadingPlace &place) {
                             m_path = path;
                             m_place = place;
                         });
    }

    void scrollTo(int paragraph, int pixelsBehind)
    {
        inPage(u"scrollTo(0, scrollY + %2 + document.querySelectorAll('.body p')[%1]"
               ".getBoundingClientRect().top)"_s.arg(paragraph)
                   .arg(pixelsBehind));
    }

    bool isAt(const core::ReadingPosition &position)
    {
        return spinUntil([&] { return m_place.position.paragraph == position.paragraph; });
    }

    /// How the paragraph at the top of the page begins.
    QString topParagraph()
    {
        return inPage(u"[...document.querySelectorAll('.body p')].find((p) =>"
                      " p.getBoundingClientRect().bottom > 4).textContent.slice(0, 13)"_s)
            .toString();
    }

    QStringList anchors()
    {
        return inPage(u"[...document.querySelectorAll('.body :is(h1, h2)')].map((h) => h.id)"_s)
            .toStringList();
    }

    bool isInView(const QString &anchor)
    {
        return inPage(u"(({ top, bottom }) => top > -1 && bottom <= innerHeight)"
                      "(document.getElementById('%1').getBoundingClientRect())"_s.arg(anchor))
            .toBool();
    }

    QByteArray m_path;
    ui::ReadingPlace m_place;
};

} // namespace

TEST_F(PlaceTest, place_isTold_asThePageIsScrolled)
{
    showBody(paragraphs());
    follow();

    scrollTo(20, 5);

    ASSERT_TRUE(spinUntil([this] { return m_place.position.paragraph == 20; }));
    EXPECT_EQ(m_path, m_view->shownArticle());
    EXPECT_TRUE(QByteArray::fromStdString(m_place.position.anchor).startsWith("Paragraph 20."))
        << m_place.position.anchor;
    EXPECT_GT(m_place.progress, 400);
    EXPECT_LT(m_place.progress, 700);
    EXPECT_FALSE(m_place.isEnd);
}

TEST_F(PlaceTest, end_isTold_ofAPageThatNeedsNoScrolling)
{
    write("long.md", paragraphs());
    write("short.md", "Short.");
    openLibrary();
    show("long.md");
    follow();

    show("short.md");

    ASSERT_TRUE(spinUntil([this] { return m_path == "short.md"; }));
    EXPECT_TRUE(m_place.isEnd);
    EXPECT_EQ(m_place.progress, core::kWholeProgress);
    EXPECT_EQ(m_place.position, core::ReadingPosition());
}

TEST_F(PlaceTest, place_comesBack_inAPageOfAnotherWidth)
{
    showBody(paragraphs());
    follow();
    scrollTo(20, 60);
    ASSERT_TRUE(spinUntil([this] { return m_place.position.paragraph == 20; }));
    const core::ReadingPosition kept = m_place.position;
    const QByteArray path = m_view->shownArticle();

    makeView();
    m_view->resize(500, 600);
    openLibrary();
    show(path);
    follow();
    m_view->goTo(kept);

    EXPECT_TRUE(isAt(kept)) << m_place.position.paragraph;
    EXPECT_EQ(topParagraph(), u"Paragraph 20."_s);
}

TEST_F(PlaceTest, place_isFoundByItsWords_whenParagraphsAreGone)
{
    showBody(paragraphs());
    follow();
    scrollTo(20, 5);
    ASSERT_TRUE(spinUntil([this] { return m_place.position.paragraph == 20; }));
    const core::ReadingPosition kept = m_place.position;
    const QByteArray path = m_view->shownArticle();

    write(path, paragraphs(7));
    makeView();
    openLibrary();
    show(path);
    m_view->goTo(kept);

    EXPECT_TRUE(spinUntil([this] { return topParagraph() == u"Paragraph 20."_s; }))
        << topParagraph().toStdString();
}

TEST_F(PlaceTest, place_stays_whenTheWindowGetsNarrower)
{
    showBody(paragraphs());
    follow();
    scrollTo(20, 5);
    ASSERT_TRUE(spinUntil([this] { return m_place.position.paragraph == 20; }));

    m_view->resize(m_view->width() / 2, m_view->height());

    EXPECT_TRUE(spinUntil([this] {
        return inPage(u"innerWidth"_s).toInt() <= m_view->width() + 1
            && topParagraph() == u"Paragraph 20."_s;
    })) << topParagraph().toStdString();
}

TEST_F(PlaceTest, heading_isTheOneAboveWhatIsRead)
{
    showBody("# Opening\n\n" + paragraphs(30) + "## 开端 & \"ends\"\n\n" + paragraphs(30)
             + "## Last but one\n\nShort.\n\n## Last\n\nShort.\n");
    follow();

    for (const QString &anchor : anchors()) {
        m_view->goToHeading(anchor);
        EXPECT_TRUE(spinUntil([&] { return isInView(anchor); })) << anchor.toStdString();
    }
    scrollTo(12, 5);
    EXPECT_TRUE(spinUntil([&] { return m_place.heading == anchors().at(1); }));
    inPage(u"scrollTo(0, document.documentElement.scrollHeight)"_s);
    EXPECT_TRUE(spinUntil([&] { return m_place.heading == anchors().last(); }));
    inPage(u"scrollTo(0, 0)"_s);
    EXPECT_TRUE(spinUntil([&] { return m_place.heading.isEmpty(); }));
}

TEST_F(PlaceTest, headingsOfTheLastScreen_haveTheirTurn)
{
    showBody(paragraphs(30) + "## One\n\nShort.\n\n## Two\n\nShort.\n\n## Three\n\nShort.\n");
    follow();
    QStringList headings;
    QObject::connect(m_view.get(), &ui::ReaderView::placeChanged, m_view.get(),
                     [&headings](const QByteArray &, const ui::ReadingPlace &place) {
                         if (headings.isEmpty() || headings.last() != place.heading) {
                             headings.append(place.heading);
                         }
                     });

    const int height = inPage(u"document.documentElement.scrollHeight"_s).toInt();
    for (int top = std::max(0, height - 2000); top <= height; top += 12) {
        inPage(u"scrollTo(0, %1)"_s.arg(top));
    }

    EXPECT_TRUE(spinUntil([&] {
        return headings == QStringList({QString(), u"one"_s, u"two"_s, u"three"_s});
    })) << headings.join(u'|').toStdString();
}

TEST_F(PlaceTest, headingThatIsNotThere_movesNothing)
{
    showBody(paragraphs());
    follow();
    scrollTo(20, 5);
    ASSERT_TRUE(spinUntil([this] { return m_place.position.paragraph == 20; }));

    m_view->goToHeading(u"\"); document.title = 'x'; (\""_s);

    EXPECT_EQ(topParagraph(), u"Paragraph 20."_s);
    EXPECT_NE(inPage(u"document.title"_s).toString(), u"x"_s);
}

TEST_F(PlaceTest, oddPlace_doesNoHarm)
{
    showBody(paragraphs());
    follow();

    m_view->goTo({4'000'000'000U, "\"); document.title = 'x'; (\"</script>\n'"});

    EXPECT_TRUE(spinUntil([this] { return m_place.position.paragraph > 30; }));
    EXPECT_NE(inPage(u"document.title"_s).toString(), u"x"_s);
}

} // namespace lectern::test
