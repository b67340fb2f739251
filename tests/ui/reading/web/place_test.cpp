#include "tests/ui/reading/web/web_view_fixture.h"
#include "ui/reading/web/reader_page.h"

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

TEST_F(PlaceTest, oddPlace_doesNoHarm)
{
    showBody(paragraphs());
    follow();

    m_view->goTo({4'000'000'000U, "\"); document.title = 'x'; (\"</script>\n'"});

    EXPECT_TRUE(spinUntil([this] { return m_place.position.paragraph > 30; }));
    EXPECT_NE(inPage(u"document.title"_s).toString(), u"x"_s);
}

} // namespace lectern::test
