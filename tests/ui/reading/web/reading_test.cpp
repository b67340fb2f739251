#include "core/library/indexer.h"
#include "tests/support/log_lines.h"
#include "tests/ui/reading/web/web_view_fixture.h"
#include "ui/reading/web/reader_page.h"

#include <QFile>
#include <QLabel>
#include <QTcpSocket>

#include <csignal>
#include <filesystem>

namespace lectern::test {

using namespace Qt::StringLiterals;

namespace {

class ReadingTest : public WebViewTest
{
protected:
    /// Path, first heading and number of images of each article whose facts come.
    void noteFacts(QStringList &told)
    {
        QObject::connect(m_view.get(), &ui::ReaderView::factsRead, m_view.get(),
                         [this, &told](const core::PageFacts &facts) {
                             told.append(QString(QString::fromUtf8(m_view->shownArticle()) + u' '
                                                 + QString::fromStdString(facts.outline.at(0).text)
                                                 + u' ' + QString::number(facts.images.size())));
                         });
    }

    QString heading() { return inPage(u"document.querySelector('h1').textContent"_s).toString(); }

    bool isShown(const QByteArray &path)
    {
        return spinUntil([this, &path] {
            return m_view->shownArticle() == path
                && m_view->page()->url().path(QUrl::FullyEncoded).toLatin1()
                == "/" + path.toPercentEncoding("/")
                && inPage(u"document.readyState"_s) == u"complete"_s;
        });
    }

    bool isAtTop(const QString &id)
    {
        return spinUntil([this, &id] {
            return inPage(u"Math.abs(document.getElementById('%1').getBoundingClientRect().top)"
                          " < 100"_s.arg(id))
                .toBool();
        });
    }
};

const QColor kGreen(20, 200, 40);
constexpr const char *kLongText = "Some text that fills the page.\n\n";

QByteArray filler()
{
    return QByteArray(kLongText).repeated(100);
}

} // namespace

TEST_F(ReadingTest, articleAppears_withItsTitleAndText)
{
    write("a.md", "---\ntitle: 火星上的一天\n---\nThe **body**.\n");
    openLibrary();

    show("a.md");

    EXPECT_EQ(heading(), u"火星上的一天"_s);
    EXPECT_EQ(inPage(u"document.querySelector('.body').innerText"_s).toString().trimmed(),
              u"The body."_s);
    EXPECT_EQ(m_view->shownArticle(), "a.md");
}

TEST_F(ReadingTest, articleShown_isSaidOnceForEachArticle)
{
    write("a.md", "A");
    write("b.md", "B");
    openLibrary();
    const QSignalSpy shown(m_view.get(), &ui::ReaderView::articleShown);
    const QSignalSpy settled(m_view.get(), &ui::ReaderView::settled);

    show("a.md");
    m_view->showArticle("a.md");
    show("b.md");

    ASSERT_EQ(shown.size(), 2);
    EXPECT_EQ(shown.at(0).at(0).toByteArray(), "a.md");
    EXPECT_EQ(shown.at(1).at(0).toByteArray(), "b.md");
    EXPECT_EQ(settled.size(), 2);
}

TEST_F(ReadingTest, quickSuccession_endsWithTheLastArticle)
{
    for (const char *name : {"1.md", "2.md", "3.md", "4.md"}) {
        write(name, QByteArray("# ") + name);
    }
    openLibrary();

    for (const char *name : {"1.md", "2.md", "3.md", "4.md"}) {
        m_view->showArticle(name);
    }

    EXPECT_TRUE(isShown("4.md"));
    EXPECT_TRUE(spinUntil([this] { return heading() == u"4.md"_s; }));
}

TEST_F(ReadingTest, namesOfEveryKind_areShown)
{
    for (const QByteArray &path :
         {QByteArray("with blank.md"), QByteArray("100% #1?.md"), QByteArray("中文/文章.md"),
          QByteArray("latin\xE9\xFF.md"), QByteArray("a%2Fb.md"), QByteArray("q'\"<>&;.MD")}) {
        write(path, "# It is " + path.toHex());
    }
    openLibrary();

    for (const QByteArray &path :
         {QByteArray("with blank.md"), QByteArray("100% #1?.md"), QByteArray("中文/文章.md"),
          QByteArray("latin\xE9\xFF.md"), QByteArray("a%2Fb.md"), QByteArray("q'\"<>&;.MD")}) {
        show(path);
        EXPECT_EQ(m_view->shownArticle(), path);
        EXPECT_EQ(heading().toUtf8(), "It is " + path.toHex());
    }
}

TEST_F(ReadingTest, imagesOfTheFolder_appearWhereverSitesKeepThem)
{
    write("hugo.toml", "");
    write("content/post/bundle/index.md",
          "![a](beside.png) ![b](../up.png) ![c](/img/static.png) ![d](%E5%9B%BE.png) "
          "![e](drawing.svg)");
    write("content/post/bundle/beside.png", pngPicture(kGreen));
    write("content/post/up.png", pngPicture(kGreen));
    write("static/img/static.png", pngPicture(kGreen));
    write("content/post/bundle/图.png", pngPicture(kGreen));
    write("content/post/bundle/drawing.svg",
          "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' width='30' height='20'/>");
    openLibrary();

    show("content/post/bundle/index.md");

    EXPECT_EQ(shownImages(), 5) << noteText().toStdString();
}

TEST_F(ReadingTest, imageInStatic_isFoundAboveTheOpenedFolder)
{
    write("hugo.toml", "");
    write("static/x.png", pngPicture(kGreen));
    write("content/a.md", "![x](/x.png)");
    const auto library = core::indexFolder(m_folder.path().toStdString() + "/content", nullptr, {});
    ASSERT_TRUE(library.isOk());
    makeView();
    m_view->setLibrary(library.value());

    show("a.md");

    EXPECT_EQ(shownImages(), 1) << noteText().toStdString();
}

TEST_F(ReadingTest, imageInAssets_isFoundAboveTheOpenedFolder)
{
    write("hugo.toml", "");
    write("assets/x.png", pngPicture(kGreen));
    write("content/a.md", "![x](/x.png)");
    const auto library = core::indexFolder(m_folder.path().toStdString() + "/content", nullptr, {});
    ASSERT_TRUE(library.isOk());
    makeView();
    m_view->setLibrary(library.value());

    show("a.md");

    EXPECT_EQ(shownImages(), 1) << noteText().toStdString();
}

TEST_F(ReadingTest, addressOfTheSite_leadsToNothingButImages)
{
    write("hugo.toml", "");
    write("secret.md", "# Secret");
    write("content/a.md", "![x](lectern://site/secret.md) ![y](lectern://site/../../etc/passwd)");
    const auto library = core::indexFolder(m_folder.path().toStdString() + "/content", nullptr, {});
    ASSERT_TRUE(library.isOk());
    makeView();
    m_view->setLibrary(library.value());

    show("a.md");

    EXPECT_EQ(shownImages(), 0);
}

TEST_F(ReadingTest, headerPictureThatFails_leavesNoTrace)
{
    write("a.md", "---\ntitle: A\nthumbnail: gone.png\n---\nText");
    openLibrary();

    show("a.md");

    EXPECT_EQ(inPage(u"document.querySelectorAll('.thumbnail').length"_s), 1);
    EXPECT_EQ(noteText(), u""_s);
    EXPECT_EQ(inPage(u"document.querySelector('.thumbnail').offsetHeight"_s), 0);
}

TEST_F(ReadingTest, missingLocalImage_saysSo)
{
    showBody("![Our office](img/office.png)");

    EXPECT_EQ(noteText(), u"Our office | The image does not exist | office.png | Try again"_s);
}

TEST_F(ReadingTest, fileThatIsNoImage_isNotShownAsOne)
{
    write("secret.png", "root:x:0:0");

    showBody("![s](secret.png)");

    EXPECT_EQ(shownImages(), 0);
    EXPECT_TRUE(noteText().contains(u"not an image"_s)) << noteText().toStdString();
}

TEST_F(ReadingTest, linkOutOfTheFolder_isNotFollowed)
{
    const QTemporaryDir outside;
    const QByteArray outsideName = outside.path().section(u'/', -1).toUtf8();
    const std::filesystem::path picture
        = std::filesystem::path(outside.path().toStdString()) / "out.png";
    QFile file(QString::fromStdString(picture.string()));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(pngPicture(kGreen));
    file.close();
    std::filesystem::create_symlink(
        picture, std::filesystem::path(m_folder.path().toStdString()) / "in.png");

    showBody("![in](in.png) ![dots](../" + outsideName + "/out.png)");

    EXPECT_EQ(shownImages(), 0);
}

TEST_F(ReadingTest, clickOnAnArticleLink_opensItHere)
{
    write("a.md", "[to b](sub/b.md)");
    write("sub/b.md", "# B\n\n[back](../a.md)");
    openLibrary();
    show("a.md");
    const QSignalSpy outside(m_view.get(), &ui::ReaderView::externalLinkActivated);

    click(u".body a"_s);

    EXPECT_TRUE(isShown("sub/b.md"));
    EXPECT_TRUE(outside.isEmpty());
}

TEST_F(ReadingTest, linksAsSitesWriteThem_leadToTheArticle)
{
    write("a.md", "[x](post/bundle/)");
    write("b.md", "[x](/post/single/)");
    write("c.md", "[x](post/single.html#part)");
    write("d.md", "[x](post)");
    write("post/bundle/index.md", "# Bundle");
    write("post/_index.md", "# Section");
    write("post/single.md", "# Single\n\n## Part");
    openLibrary();

    for (const auto &[from, to] :
         {std::pair("a.md", "post/bundle/index.md"), std::pair("b.md", "post/single.md"),
          std::pair("c.md", "post/single.md"), std::pair("d.md", "post/_index.md")}) {
        show(from);
        click(u".body a"_s);
        EXPECT_TRUE(isShown(to)) << from;
    }
}

TEST_F(ReadingTest, wikiLink_leadsToTheArticleOfThatName)
{
    std::filesystem::create_directory(m_folder.path().toStdString() + "/.obsidian");
    write("a.md", "See [[Deep Note|this]].");
    write("some/where/Deep Note.md", "# Deep");
    openLibrary();
    show("a.md");

    click(u".body a"_s);

    EXPECT_TRUE(isShown("some/where/Deep Note.md"));
}

TEST_F(ReadingTest, backAndForward_followTheHistory)
{
    write("a.md", "[to b](b.md)");
    write("b.md", "# B");
    openLibrary();
    show("a.md");
    EXPECT_FALSE(m_view->canGoBack());
    click(u".body a"_s);
    ASSERT_TRUE(isShown("b.md"));
    EXPECT_TRUE(m_view->canGoBack());

    m_view->goBack();
    EXPECT_TRUE(isShown("a.md"));
    EXPECT_TRUE(m_view->canGoForward());
    m_view->goForward();
    EXPECT_TRUE(isShown("b.md"));
}

TEST_F(ReadingTest, anotherFolder_doesNotReturnByBack)
{
    write("a.md", "# Old");
    write("img.png", pngPicture(Qt::red));
    openLibrary();
    show("a.md");
    const QTemporaryDir other;
    std::filesystem::copy(m_folder.path().toStdString(), other.path().toStdString());
    const auto library = core::indexFolder(other.path().toStdString(), nullptr, {});
    ASSERT_TRUE(library.isOk());

    m_view->setLibrary(library.value());
    EXPECT_EQ(m_view->shownArticle(), "a.md");
    show("a.md");

    EXPECT_FALSE(m_view->canGoBack());
}

TEST_F(ReadingTest, anotherFolder_showsItsOwnImages)
{
    write("a.md", "![x](img.png)");
    write("img.png", pngPicture(kGreen, 41));
    openLibrary();
    show("a.md");
    const QTemporaryDir other;
    std::filesystem::copy(m_folder.path().toStdString(), other.path().toStdString());
    const QByteArray picture = pngPicture(Qt::red, 77);
    QFile file(other.filePath(u"img.png"_s));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(picture);
    file.close();
    const auto library = core::indexFolder(other.path().toStdString(), nullptr, {});
    ASSERT_TRUE(library.isOk());

    m_view->setLibrary(library.value());
    show("a.md");

    EXPECT_EQ(inPage(u"document.images[0].naturalWidth"_s).toInt(), 77);
}

TEST_F(ReadingTest, anchorInThePage_scrollsToItsHeadingAndBack)
{
    write("a.md",
          "[en](#far-below)\n\n[raw](#第二节)\n\n[encoded](#%E7%AC%AC%E4%BA%8C%E8%8A%82)\n\n"
              + filler() + "## Far below\n\n" + filler() + "## 第二节\n\n" + filler());
    openLibrary();
    show("a.md");

    for (const auto &[link, target] :
         {std::pair(u"1"_s, u"far-below"_s), std::pair(u"2"_s, u"第二节"_s),
          std::pair(u"3"_s, u"第二节"_s)}) {
        click(u".body p:nth-of-type(%1) a"_s.arg(link));
        EXPECT_TRUE(isAtTop(target)) << link.toStdString();
        EXPECT_EQ(m_view->shownArticle(), "a.md");

        m_view->goBack();
        EXPECT_TRUE(spinUntil([this] { return inPage(u"scrollY === 0"_s).toBool(); }));
    }
}

TEST_F(ReadingTest, anchorInAnotherArticle_opensItThere)
{
    write("a.md",
          "[en](b.md#far-below)\n\n[raw](b.md#第二节)\n\n"
          "[encoded](b.md#%E7%AC%AC%E4%BA%8C%E8%8A%82)\n");
    write("b.md", filler() + "## Far below\n\n" + filler() + "## 第二节\n\n" + filler());
    openLibrary();
    show("a.md");

    for (const auto &[link, target] :
         {std::pair(u"1"_s, u"far-below"_s), std::pair(u"2"_s, u"第二节"_s),
          std::pair(u"3"_s, u"第二节"_s)}) {
        click(u".body p:nth-of-type(%1) a"_s.arg(link));
        ASSERT_TRUE(isShown("b.md"));
        EXPECT_TRUE(isAtTop(target)) << link.toStdString();

        m_view->goBack();
        ASSERT_TRUE(isShown("a.md"));
    }
}

TEST_F(ReadingTest, webLinks_areHandedToTheDesktop)
{
    showBody("[web](https://example.org/a?b=c#d)\n\n[mail](mailto:a@example.org)\n");
    const QSignalSpy outside(m_view.get(), &ui::ReaderView::externalLinkActivated);

    click(u".body p:nth-of-type(1) a"_s);
    click(u".body p:nth-of-type(2) a"_s);

    ASSERT_TRUE(spinUntil([&outside] { return outside.size() == 2; })) << outside.size();
    EXPECT_EQ(outside.at(0).at(0).toUrl(), QUrl(u"https://example.org/a?b=c#d"_s));
    EXPECT_EQ(outside.at(1).at(0).toUrl(), QUrl(u"mailto:a@example.org"_s));
    EXPECT_EQ(m_view->shownArticle(), "article.md");
    EXPECT_EQ(heading(), u"An article"_s);
}

TEST_F(ReadingTest, linkToNoArticle_leadsToTheSiteTheArticleCameFrom)
{
    write("a.md",
          "---\ntitle: A\nsource: https://news.example.org/x/1\n---\n[more](/analysis/8069)");
    openLibrary();
    show("a.md");
    const QSignalSpy outside(m_view.get(), &ui::ReaderView::externalLinkActivated);

    click(u".body a"_s);

    ASSERT_TRUE(spinUntil([&outside] { return outside.size() == 1; }));
    EXPECT_EQ(outside.at(0).at(0).toUrl(), QUrl(u"https://news.example.org/analysis/8069"_s));
}

TEST_F(ReadingTest, repairs_areToldAndSwitched)
{
    write("a.md", "---\ntitle: A\n---\ntext ** **\n\n### 图片");
    openLibrary();
    const QSignalSpy made(m_view.get(), &ui::ReaderView::factsRead);
    show("a.md");
    ASSERT_TRUE(spinUntil([&made] { return made.size() == 1; }));
    EXPECT_EQ(made.at(0).at(0).value<core::PageFacts>().repairs[core::Repair::EmptyHeadings], 1U);

    m_view->setRepairs(core::Repairs::all().without(core::Repair::EmptyHeadings));

    ASSERT_TRUE(spinUntil([&made] { return made.size() == 2; }));
    EXPECT_EQ(made.at(1).at(0).value<core::PageFacts>().repairs[core::Repair::EmptyHeadings], 0U);
    EXPECT_EQ(inPage(u"document.querySelector('h3').textContent"_s).toString(), u"图片"_s);
}

TEST_F(ReadingTest, facts_areThoseOfTheArticleOnScreen)
{
    write("a.md", "---\ntitle: A\n---\n## First\n\n[b](b.md)");
    write("b.md", "---\ntitle: B\n---\n## Second\n\n![](x.png)");
    openLibrary();
    QStringList told;
    noteFacts(told);

    show("a.md");
    show("b.md");
    m_view->goBack();
    ASSERT_TRUE(spinUntil([&told] { return told.size() == 3; }));
    click(u".body a"_s);
    ASSERT_TRUE(spinUntil([&told] { return told.size() == 4; }));

    EXPECT_EQ(told,
              QStringList(
                  {u"a.md First 0"_s, u"b.md Second 1"_s, u"a.md First 0"_s, u"b.md Second 1"_s}));
}

TEST_F(ReadingTest, facts_neverComeFromAnArticleThatWasLeft)
{
    for (const char *name : {"1.md", "2.md", "3.md", "4.md"}) {
        write(name, QByteArray("---\ntitle: T\n---\n## ") + name);
    }
    openLibrary();
    QStringList told;
    noteFacts(told);

    for (const char *name : {"1.md", "2.md", "3.md", "4.md"}) {
        m_view->showArticle(name);
    }

    ASSERT_TRUE(spinUntil([&told] { return !told.isEmpty(); }));
    EXPECT_TRUE(isShown("4.md"));
    EXPECT_EQ(told, QStringList({u"4.md 4.md 0"_s}));
}

TEST_F(ReadingTest, clickOnATerm_asksToFilter)
{
    write("a.md", "---\ntitle: A\ncategories: [科技/AI]\ntags: ['C++ & 100%']\n---\nx");
    openLibrary();
    show("a.md");
    const QSignalSpy filtered(m_view.get(), &ui::ReaderView::filterRequested);

    click(u".category a"_s);
    click(u".tag a"_s);

    ASSERT_TRUE(spinUntil([&filtered] { return filtered.size() == 2; })) << filtered.size();
    EXPECT_EQ(filtered.at(0).at(0).value<core::Taxonomy>(), core::Taxonomy::Category);
    EXPECT_EQ(filtered.at(0).at(1).toString(), u"科技/AI"_s);
    EXPECT_EQ(filtered.at(1).at(0).value<core::Taxonomy>(), core::Taxonomy::Tag);
    EXPECT_EQ(filtered.at(1).at(1).toString(), u"C++ & 100%"_s);
}

TEST_F(ReadingTest, findText_countsAndSteps)
{
    showBody("人工智能 and more 人工智能 and 人工智能.");
    const QSignalSpy found(m_view.get(), &ui::ReaderView::findResult);

    m_view->findText(u"人工智能"_s, ui::ReaderView::FindDirection::Forward);
    ASSERT_TRUE(spinUntil([&found] { return found.size() == 1; }));
    EXPECT_EQ(found.last().at(0).toInt(), 1);
    EXPECT_EQ(found.last().at(1).toInt(), 3);
    m_view->findText(u"人工智能"_s, ui::ReaderView::FindDirection::Forward);
    ASSERT_TRUE(spinUntil([&found] { return found.size() == 2; }));

    EXPECT_EQ(found.last().at(0).toInt(), 2);
    EXPECT_EQ(found.last().at(1).toInt(), 3);
}

TEST_F(ReadingTest, lazyImagesFarBelow_doNotHoldUpSettling)
{
    m_server.on("/never", [](QTcpSocket *) {});
    write("a.md", "top");
    openLibrary();
    show("a.md");
    write("b.md",
          QByteArray(kLongText).repeated(300) + "<img loading=\"lazy\" src=\""
              + m_server.url("/never").toEncoded() + "\">");
    openLibrary();

    show("b.md");

    EXPECT_EQ(m_view->shownArticle(), "b.md");
}

TEST_F(ReadingTest, settledPage_hasTheFontsOfItsFormulas)
{
    // Each round has letters of another font, which a page that was settled before could not draw.
    const QByteArrayList formulas{"E = mc^2", "\\mathbb{R}", "\\mathcal{L}", "\\mathfrak{g}"};
    for (qsizetype round = 0; round < formulas.size(); ++round) {
        const QByteArray name = QByteArray::number(round) + ".md";
        write(name.constData(), "---\ntitle: F\n---\n$$" + formulas[round] + "$$\n");
    }
    openLibrary();
    for (qsizetype round = 0; round < formulas.size(); ++round) {
        const QSignalSpy settled(m_view.get(), &ui::ReaderView::settled);
        show(QByteArray::number(round) + ".md");
        ASSERT_TRUE(spinUntil([&settled] { return !settled.isEmpty(); }));
        EXPECT_EQ(inPage(u"[...document.fonts].filter(font => font.status === 'loading').length"_s)
                      .toInt(),
                  0);
        EXPECT_GT(inPage(u"[...document.fonts].filter(font => font.status === 'loaded').length"_s)
                      .toInt(),
                  0)
            << "KaTeX is not there: packaging/dependencies";
    }
}

TEST_F(ReadingTest, endedRenderer_isStartedAgainTwiceThenReported)
{
    showBody("# Still here");
    for (int round = 0; round < 2; ++round) {
        const QSignalSpy settled(m_view.get(), &ui::ReaderView::settled);
        ASSERT_EQ(::kill(static_cast<pid_t>(m_view->page()->renderProcessPid()), SIGKILL), 0);
        ASSERT_TRUE(spinUntil([&settled] { return !settled.isEmpty(); })) << "round " << round;
        EXPECT_EQ(heading(), u"An article"_s);
    }

    ASSERT_EQ(::kill(static_cast<pid_t>(m_view->page()->renderProcessPid()), SIGKILL), 0);

    EXPECT_TRUE(spinUntil([this] { return m_view->shownArticle().isEmpty(); }));
    show("article.md"); // asking again works
    EXPECT_TRUE(spinUntil([this] { return heading() == u"An article"_s; }))
        << m_view->findChild<QLabel *>()->text().toStdString();
}

TEST_F(ReadingTest, rendererThatEndsWhileLoading_isStartedAgain)
{
    m_server.on("/never", [](QTcpSocket *) {});
    write("a.md", "![x](" + m_server.url("/never").toEncoded() + ")");
    openLibrary();
    const QSignalSpy shown(m_view.get(), &ui::ReaderView::articleShown);
    m_view->showArticle("a.md");
    ASSERT_TRUE(spinUntil([&shown] { return shown.size() == 1; }));

    ASSERT_EQ(::kill(static_cast<pid_t>(m_view->page()->renderProcessPid()), SIGKILL), 0);

    EXPECT_TRUE(spinUntil([&shown] { return shown.size() == 2; }));
    EXPECT_EQ(inPage(u"document.images.length"_s), 1);
    EXPECT_TRUE(m_view->page()->isVisible());
}

TEST_F(ReadingTest, log_saysWhatWasRefused_andWhatIsMissing)
{
    const LogLines log(u"lectern.*.info=true"_s);
    m_server.serve("/words", "no image", "image/png");

    showBody("![](missing.png) ![](" + m_server.url("/words").toEncoded() + ")\n");
    inPage(u"const image = new Image(); image.src = 'lectern://app/x.png';"
           "document.body.append(image); 1"_s);

    EXPECT_TRUE(spinUntil(
        [] { return LogLines::contains(u"lectern.network: refused GET lectern://app/x.png"_s); }));
    EXPECT_TRUE(LogLines::contains(u"lectern.page: nothing at lectern://library/missing.png"_s));
    EXPECT_TRUE(LogLines::contains(u"lectern.images: "_s + m_server.url("/words").toString()));
}

TEST_F(ReadingTest, emptyPath_showsAnEmptyView)
{
    showBody("text");

    m_view->showArticle({});

    EXPECT_EQ(m_view->shownArticle(), "");
}

TEST_F(ReadingTest, articleThatVanished_isAPageAndNoFailure)
{
    write("a.md", "# A");
    openLibrary();
    std::filesystem::remove(std::filesystem::path(m_folder.path().toStdString()) / "a.md");

    show("a.md");

    EXPECT_EQ(m_view->shownArticle(), "a.md");
}

} // namespace lectern::test
