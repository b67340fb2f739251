#include "tests/ui/reading/web/web_view_fixture.h"
#include "ui/reading/web/reader_page.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QWebEnginePage>

#include <algorithm>

namespace lectern::test {

using namespace Qt::StringLiterals;

namespace {

class MarksTest : public WebViewTest
{
protected:
    /// Shows \a body and waits until the marks of \a words are there.
    int mark(const QByteArray &body, const std::vector<std::string> &words)
    {
        openArticle(body);
        return markAgain(words);
    }

    void openArticle(const QByteArray &body) { showBody(body); }

    int markAgain(const std::vector<std::string> &words)
    {
        QSignalSpy changes(m_view.get(), &ui::ReaderView::marksChanged);
        m_view->setMarks(words);
        EXPECT_TRUE(spinUntil([&changes] { return !changes.isEmpty(); }));
        return changes.last().at(1).toInt();
    }

    /// The marked parts, each as it is written, in the order of the page.
    QString marked()
    {
        return inPage(u"[...document.querySelectorAll('mark.lectern-hit')]"
                      ".map((m) => m.textContent).join('|')"_s)
            .toString();
    }

    QString step(ui::ReaderView::FindDirection direction)
    {
        QSignalSpy changes(m_view.get(), &ui::ReaderView::marksChanged);
        m_view->stepMark(direction);
        EXPECT_TRUE(spinUntil([&changes] { return !changes.isEmpty(); }));
        return u"%1/%2 %3"_s.arg(changes.last().at(0).toInt())
            .arg(changes.last().at(1).toInt())
            .arg(inPage(u"[...document.querySelectorAll('[data-lectern=now]')]"
                        ".map((m) => m.textContent).join('|')"_s)
                     .toString());
    }

    QString bodyHtml() { return inPage(u"document.querySelector('.body').innerHTML"_s).toString(); }
};

constexpr auto kForward = ui::ReaderView::FindDirection::Forward;
constexpr auto kBackward = ui::ReaderView::FindDirection::Backward;

} // namespace

TEST_F(MarksTest, marksWordsAsTheyAreWritten)
{
    EXPECT_EQ(mark("Stone, ＳＴＯＮＥ and 石頭.\n", {"stone", "石头"}), 3);

    EXPECT_EQ(marked(), u"Stone|ＳＴＯＮＥ|石頭"_s);
}

TEST_F(MarksTest, marksWordsAcrossMarkup_asOnePlace)
{
    EXPECT_EQ(mark("A sand**stone** wall; sand\n\nstone.\n", {"sandstone"}), 1);

    EXPECT_EQ(marked(), u"sand|stone"_s);
}

TEST_F(MarksTest, marksAPhraseAcrossALineBreakOfTheFile)
{
    EXPECT_EQ(mark("The old\nbridge.\n", {"old bridge"}), 1);
}

TEST_F(MarksTest, marksSeveralPlacesInOneText_alsoInCode)
{
    EXPECT_EQ(mark("aa bb aa bb aa\n\n```\nbb aa\n```\n", {"aa"}), 4);

    EXPECT_EQ(marked(), u"aa|aa|aa|aa"_s);
}

TEST_F(MarksTest, leavesThePageAsItWas_whenTheyGo)
{
    openArticle("A sand**stone** wall, [stone](https://example.org/) *and* stone.\n");
    const QString before = bodyHtml();

    EXPECT_EQ(markAgain({"stone", "sandstone"}), 3);
    EXPECT_NE(bodyHtml(), before);
    EXPECT_EQ(markAgain({}), 0);

    EXPECT_EQ(bodyHtml(), before);
}

TEST_F(MarksTest, areReplaced_whenTheWordsChange)
{
    EXPECT_EQ(mark("one two three\n", {"one"}), 1);
    EXPECT_EQ(markAgain({"two", "three"}), 2);

    EXPECT_EQ(marked(), u"two|three"_s);
}

TEST_F(MarksTest, comeWithTheNextArticle)
{
    write("other.md", "A second stone.\n");
    (void)mark("A stone.\n", {"stone"});

    show("other.md");

    EXPECT_TRUE(spinUntil([this] { return marked() == u"stone"_s; }));
}

TEST_F(MarksTest, stepForwardAndBack_roundTheEnds)
{
    EXPECT_EQ(mark("Aa b AA c aA\n", {"aa"}), 3);

    EXPECT_EQ(step(kForward), u"1/3 Aa"_s);
    EXPECT_EQ(step(kForward), u"2/3 AA"_s);
    EXPECT_EQ(step(kForward), u"3/3 aA"_s);
    EXPECT_EQ(step(kForward), u"1/3 Aa"_s);
    EXPECT_EQ(step(kBackward), u"3/3 aA"_s);
}

TEST_F(MarksTest, stepping_bringsThePlaceOnScreen)
{
    QByteArray body;
    for (int number = 0; number < 200; ++number) {
        body += "Paragraph " + QByteArray::number(number) + ".\n\n";
    }
    (void)mark(body + "The stone at the end.\n", {"stone"});

    (void)step(kForward);

    EXPECT_TRUE(spinUntil([this] {
        return inPage(
                   u"(() => { const r = document.querySelector('.lectern-hit')"
                   ".getBoundingClientRect(); return r.top > 0 && r.bottom < innerHeight; })()"_s)
            .toBool();
    }));
}

TEST_F(MarksTest, stepping_doesNothing_withoutMarks)
{
    openArticle("Nothing.\n");

    EXPECT_EQ(step(kForward), u"0/0 "_s);
}

TEST_F(MarksTest, areNoMoreThanAPageBears)
{
    EXPECT_EQ(mark(QByteArray("a ").repeated(20'000) + "\n", {"a"}), 5000);
}

TEST_F(MarksTest, copiedText_isAsWritten)
{
    (void)mark("The *old* stone bridge.\n", {"old stone"});
    QGuiApplication::clipboard()->clear();
    (void)inPage(u"getSelection().selectAllChildren(document.querySelector('.body p')); 1"_s);

    m_view->page()->triggerAction(QWebEnginePage::Copy);

    ASSERT_TRUE(spinUntil([] { return !QGuiApplication::clipboard()->text().isEmpty(); }));
    EXPECT_EQ(QGuiApplication::clipboard()->text(), u"The old stone bridge."_s);
    const QString html = QGuiApplication::clipboard()->mimeData()->html();
    EXPECT_TRUE(html.contains(u"The <em>old</em> stone bridge."_s)) << html.toStdString();
    EXPECT_FALSE(html.contains(u"lectern-hit"_s));
}

TEST_F(MarksTest, reload_showsTheChangedFile_whereItWasScrolledTo)
{
    QByteArray body;
    for (int number = 0; number < 200; ++number) {
        body += "Paragraph " + QByteArray::number(number) + " of stone.\n\n";
    }
    EXPECT_EQ(mark(body, {"stone"}), 200);
    (void)inPage(u"scrollTo(0, 3000); 1"_s);
    write("article.md", "---\ntitle: Another\n---\n" + body);

    m_view->reload();

    EXPECT_TRUE(spinUntil(
        [this] { return inPage(u"document.querySelector('h1')?.textContent"_s) == u"Another"_s; }));
    EXPECT_TRUE(spinUntil([this] {
        return std::abs(inPage(u"Math.round(scrollY)"_s).toInt() - 3000) < 50;
    })) << inPage(u"scrollY"_s).toInt();
    EXPECT_TRUE(spinUntil([this] { return marked().count(u"stone"_s) == 200; }));
}

} // namespace lectern::test
