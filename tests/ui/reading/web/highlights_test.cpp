#include "core/article/article_file.h"
#include "core/article/article_names.h"
#include "core/markdown/markdown.h"
#include "core/state/page_highlights.h"
#include "tests/ui/reading/web/web_view_fixture.h"
#include "ui/reading/web/reader_page.h"

#include <QDirIterator>

#include <algorithm>

namespace lectern::test {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kYellow = core::HighlightColour::Yellow;
constexpr auto kGreen = core::HighlightColour::Green;

class HighlightsTest : public WebViewTest
{
protected:
    /// An article whose formulas are set.
    void showFormulas(const QByteArray &body)
    {
        write("article.md", "---\ntitle: An article\nmathjax: true\n---\n" + body);
        openLibrary();
        show("article.md");
    }

    QString words()
    {
        QString words;
        bool isThere = false;
        m_view->readWords([&](const QString &answer) {
            words = answer;
            isThere = true;
        });
        EXPECT_TRUE(spinUntil([&] { return isThere; }));
        return words;
    }

    /// Selects from the \a start of one text to the end of another, both of the article.
    ui::PageSelection select(const QString &start, const QString &end)
    {
        inPage(u"(() => { const nodes = []; const walker = document.createTreeWalker("
               "document.querySelector('.body'), NodeFilter.SHOW_TEXT);"
               "while (walker.nextNode()) nodes.push(walker.currentNode);"
               "const first = nodes.find((n) => n.data.includes('%1'));"
               "const last = nodes.find((n) => n.data.includes('%2'));"
               "getSelection().setBaseAndExtent(first, first.data.indexOf('%1'), last,"
               " last.data.indexOf('%2') + '%2'.length); })()"_s.arg(start, end));
        ui::PageSelection selection;
        bool isThere = false;
        m_view->readSelection([&](const ui::PageSelection &answer) {
            selection = answer;
            isThere = true;
        });
        EXPECT_TRUE(spinUntil([&] { return isThere; }));
        return selection;
    }

    QString selected(const QString &start, const QString &end)
    {
        const ui::PageSelection selection = select(start, end);
        return selection.words.mid(selection.start, selection.end - selection.start);
    }

    /// Highlights the first place of each of \a quotes in the words of the page.
    void paint(const QStringList &quotes)
    {
        const QString page = words();
        std::vector<ui::PaintedHighlight> highlights;
        for (const QString &quote : quotes) {
            const qsizetype start = page.indexOf(quote);
            EXPECT_GE(start, 0) << quote.toStdString() << " in " << page.toStdString();
            highlights.push_back({static_cast<core::HighlightId>(highlights.size() + 1),
                                  highlights.empty() ? kYellow : kGreen, false, start,
                                  start + quote.size()});
        }
        m_view->paintHighlights(highlights);
    }

    /// The text of each highlighted part, in the order of the page.
    QString painted(const QString &selector = u"mark.lectern-highlight"_s)
    {
        return inPage(
                   u"[...document.querySelectorAll('%1')].map((m) => "
                   "m.querySelector('annotation')?.textContent ?? m.textContent).join('|')"_s.arg(
                       selector))
            .toString();
    }

    /// All of the article, and how many parts its texts are in.
    QString dom()
    {
        return inPage(u"(() => { const body = document.querySelector('.body'); let count = 0;"
                      "const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);"
                      "while (walker.nextNode()) ++count; return count + body.innerHTML; })()"_s)
            .toString();
    }
};

constexpr auto kBody = "A **bold claim** and a [link](https://example.org) with `code` in it.\n\n"
                       "The formula $a+b=c$ stands here.\n\n"
                       "- first item\n- second *item*\n\n"
                       "```c\nint one;\nint two;\n```\n\n"
                       "The last paragraph, 最后一段。\n";

} // namespace

TEST_F(HighlightsTest, selection_isToldInTheWordsOfThePage)
{
    showFormulas(kBody);

    EXPECT_EQ(selected(u"claim"_s, u"link"_s), u"claim and a link"_s);
    EXPECT_EQ(selected(u"formula"_s, u"stands"_s), u"formula a+b=c stands"_s);
    EXPECT_EQ(selected(u"second"_s, u"最后一"_s).simplified(),
              u"second item int one; int two; The last paragraph, 最后一"_s);
}

TEST_F(HighlightsTest, highlights_areWrappedOverMarkup_andGoWithoutATrace)
{
    showFormulas(kBody);
    const QString before = dom();

    paint({u"bold claim and a link with code"_s});
    EXPECT_EQ(painted(), u"bold claim| and a |link| with |code"_s);
    paint({u"formula a+b=c stands"_s});
    EXPECT_EQ(painted(), u"formula |a+b=c| stands"_s);
    paint({words().mid(words().indexOf(u"first"_s),
                       words().indexOf(u"two"_s) - words().indexOf(u"first"_s))});
    EXPECT_TRUE(painted().startsWith(u"first item|second |item|"_s)) << painted().toStdString();
    m_view->paintHighlights({});

    EXPECT_EQ(dom(), before);
}

TEST_F(HighlightsTest, highlightsOffTheScreen_followByAndBy)
{
    constexpr int kParagraphs = 80;
    QByteArray body;
    QStringList quotes;
    for (int number = 0; number < kParagraphs; ++number) {
        body += "Paragraph " + QByteArray::number(number) + ". has words.\n\n";
        quotes.append(u"Paragraph %1. has"_s.arg(number));
    }
    showBody(body);
    const QString before = dom();
    const auto count = [this](const QString &selector) {
        return inPage(u"document.querySelectorAll('%1').length"_s.arg(selector)).toInt();
    };

    paint(quotes);
    EXPECT_TRUE(painted().startsWith(u"Paragraph 0. has|Paragraph 1. has|"_s));
    EXPECT_TRUE(spinUntil([&] { return count(u"mark.lectern-highlight"_s) == kParagraphs; }));

    paint(quotes);
    m_view->setMarks({"words"}); // changes the same texts at once
    EXPECT_TRUE(spinUntil([&] { return count(u"mark.lectern-hit"_s) == kParagraphs; }));
    EXPECT_EQ(painted(), quotes.join(u'|'));

    m_view->setMarks({});
    paint({});
    EXPECT_TRUE(spinUntil([&] { return dom() == before; }));
}

TEST_F(HighlightsTest, wordsOfAQuotation_areAsDarkAsTheText_whenTheyAreHighlighted)
{
    showBody("The text.\n\n> Words that are quoted and a [link](https://example.org).\n");
    const auto colourOf = [this](const QString &selector) {
        return inPage(u"getComputedStyle(document.querySelector('%1')).color"_s.arg(selector))
            .toString();
    };
    const QString link = colourOf(u"blockquote a"_s);
    EXPECT_NE(colourOf(u"blockquote p"_s), colourOf(u"body"_s));

    paint({u"quoted and a link"_s});

    EXPECT_EQ(colourOf(u"blockquote mark"_s), colourOf(u"body"_s));
    EXPECT_EQ(colourOf(u"blockquote a mark"_s), link);
}

TEST_F(HighlightsTest, highlightsThatOverlap_shareWhatBothCover)
{
    showBody("One two three four five.\n");

    paint({u"One two three"_s, u"two three four"_s});

    EXPECT_EQ(painted(), u"One |two three| four"_s);
    EXPECT_EQ(painted(u"[data-highlights~=\"1\"]"_s), u"One |two three"_s);
    EXPECT_EQ(painted(u"[data-highlights~=\"2\"]"_s), u"two three| four"_s);
}

TEST_F(HighlightsTest, highlightsAndFoundWords_leaveEachOther)
{
    showBody("The stone wall of **sandstone** stands.\n");
    const QString before = dom();
    QSignalSpy found(m_view.get(), &ui::ReaderView::marksChanged);

    paint({u"stone wall of sand"_s});
    m_view->setMarks({"stone"});
    ASSERT_TRUE(spinUntil([&] { return !found.isEmpty(); }));
    EXPECT_EQ(painted(u"mark.lectern-hit"_s), u"stone|stone"_s);
    EXPECT_EQ(painted(), u"stone wall of |sand"_s);
    paint({u"wall of sandstone stands"_s});
    EXPECT_EQ(painted(u"mark.lectern-hit"_s), u"stone|stone"_s);
    m_view->setMarks({});
    ASSERT_TRUE(spinUntil([&] { return found.size() > 1; }));
    m_view->paintHighlights({});

    EXPECT_EQ(dom(), before);
}

TEST_F(HighlightsTest, selection_isToldWithItsBox_andItsEndToo)
{
    showBody("A paragraph of some words.\n");
    QSignalSpy selections(m_view.get(), &ui::ReaderView::selectionChanged);

    select(u"paragraph"_s, u"some"_s);
    ASSERT_TRUE(spinUntil([&] { return !selections.isEmpty(); }));
    EXPECT_FALSE(selections.last().first().toRect().isNull());
    m_view->unselect();

    EXPECT_TRUE(spinUntil([&] { return selections.last().first().toRect().isNull(); }));
}

TEST_F(HighlightsTest, clickOnAHighlight_tellsWhich)
{
    showBody("One two three four five.\n");
    QSignalSpy clicks(m_view.get(), &ui::ReaderView::highlightClicked);
    paint({u"One"_s, u"three"_s});
    ASSERT_EQ(painted(), u"One|three"_s);

    click(u"[data-highlights=\"2\"]"_s);

    ASSERT_TRUE(spinUntil([&] { return !clicks.isEmpty(); }));
    EXPECT_EQ(clicks.last().at(0).toLongLong(), 2);
    EXPECT_FALSE(clicks.last().at(1).toRect().isNull());
}

TEST_F(HighlightsTest, highlightFarBelow_isScrolledTo_andHasAMarkBesideTheScrollBar)
{
    showBody(QByteArray("A paragraph.\n\n").repeated(200) + "<details><summary>More</summary>"
             + "\n\nThe hidden end.\n\n</details>\n");

    paint({u"hidden end"_s});
    m_view->goToHighlight(1);

    EXPECT_TRUE(spinUntil([&] { return inPage(u"scrollY"_s).toInt() > 500; }));
    EXPECT_TRUE(spinUntil(
        [&] { return inPage(u"document.querySelectorAll('.lectern-ticks i').length"_s) == 1; }));
    m_view->paintHighlights({});
    EXPECT_TRUE(spinUntil(
        [&] { return inPage(u"document.querySelectorAll('.lectern-ticks').length"_s) == 0; }));
}

TEST_F(HighlightsTest, articleWithoutHighlights_isTheSameForTheReaderOfItsWords)
{
    showFormulas(kBody);
    const QString before = words();

    paint({u"bold claim and a link"_s, u"second item"_s});

    EXPECT_EQ(words(), before);
}

TEST_F(HighlightsTest, wordsOfRealPages_areThoseThatCoreSeesInTheArticle)
{
    const QString shared = QString::fromUtf8(LECTERN_SHARED_DIR) + u"/articles"_s;
    QStringList files;
    for (QDirIterator file(shared, QDir::Files, QDirIterator::Subdirectories); file.hasNext();) {
        const QString path = file.next();
        if (core::isArticleName(path.toStdString())) {
            files.append(path);
        }
    }
    if (files.isEmpty()) {
        GTEST_SKIP() << "no real articles beside the checkout";
    }
    files.sort();
    constexpr qsizetype kFiles = 4;
    const qsizetype step = std::max<qsizetype>(1, files.size() / kFiles);
    int made = 0;
    int placed = 0;

    for (qsizetype number = step / 2; number < files.size(); number += step) {
        QFile file(files.at(number));
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        write("real.md", file.readAll());
        openLibrary();
        m_view->showArticle({});
        show("real.md");
        const std::string text = core::visibleText(
            core::readArticleFile(m_folder.path().toStdString(), "real.md").article.body);
        const std::string page = words().toStdString();
        for (std::size_t start = 0; start + 200 < page.size(); start += page.size() / 10 + 1) {
            const std::size_t from = page.find(' ', start);
            const std::size_t end = from == std::string::npos ? from : page.find(' ', from + 40);
            if (end == std::string::npos || end > from + 400) {
                continue;
            }
            ++made;
            const auto place = core::selectorOnPage(text, page, {from, end});
            core::Highlight highlight;
            highlight.place = place.value_or(core::QuoteSelector());
            const auto again = core::placedOnPage({highlight}, text, page);
            if (again.front().place) {
                ++placed;
                EXPECT_GE(again.front().place->start, from);
                EXPECT_LE(again.front().place->end, end);
            }
        }
    }

    RecordProperty("made", made);
    RecordProperty("placed", placed);
    EXPECT_GE(placed, made * 95 / 100) << placed << " of " << made;
}

} // namespace lectern::test
