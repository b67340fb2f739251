#include "tests/ui/reading/web/web_view_fixture.h"
#include "ui/reading/web/reader_page.h"
#include "ui/reading/web/reader_urls.h"

#include <QByteArrayList>
#include <QDesktopServices>

#include <algorithm>
#include <array>
#include <ostream>
#include <string>

namespace lectern::test {

using namespace Qt::StringLiterals;

namespace {

struct Attack
{
    const char *name;
    const char *body; ///< SERVER stands for an address that only an attack asks; PWN for a script
};

constexpr std::array kAttacks{
    Attack{"script", "<script>PWN</script><script src='SERVER'></script>"},
    Attack{"module", "<script type=module>import 'SERVER'; PWN</script>"},
    Attack{"onerror", "<img src='missing.png' onerror=\"PWN\"><body onload=\"PWN\">"},
    Attack{"onmouseover", "<a href='missing.md' onclick=\"PWN\" onmouseover=\"PWN\">x</a>"},
    Attack{"javascript link", "[x](javascript:PWN) <a href='jAvA&#9;script:PWN'>y</a>"},
    Attack{"data link", "[x](data:text/html;base64,PHNjcmlwdD4=) <a href='data:text/html,x'>y</a>"},
    Attack{"blank link", "<a target=_blank href='data:text/html,x'>x</a>"},
    Attack{"ping", "<a ping='SERVER' href='#here'>x</a>"},
    Attack{"iframe", "<iframe src='SERVER'></iframe><iframe src='file:///etc/passwd'></iframe>"},
    Attack{"srcdoc", "<iframe srcdoc=\"<script>parent.PWN</script><img src='SERVER'>\"></iframe>"},
    Attack{"object", "<object data='SERVER'><img src='missing.png'></object>"},
    Attack{"embed", "<embed src='SERVER'><applet code='SERVER'></applet>"},
    Attack{"frameset", "<frameset><frame src='SERVER'></frameset>"},
    Attack{"form",
           "<form action='SERVER' id=f><a href='#f'>x</a><input autofocus onfocus=\"PWN\">"
           "<button formaction='SERVER'>y</button></form>"},
    Attack{"meta refresh", "<meta http-equiv=refresh content='0;url=SERVER'>"},
    Attack{"base", "<base href='SERVER/'> <a href='x.md'>x</a>"},
    Attack{"link",
           "<link rel=stylesheet href='SERVER'><link rel=preload as=image href='SERVER'>"
           "<link rel=prefetch href='SERVER'><link rel=icon href='SERVER'>"},
    Attack{"css",
           "<style>@import 'SERVER'; p { background: url(SERVER) }</style>"
           "<p style=\"background: url(SERVER)\">x</p><table background='SERVER'></table>"},
    Attack{"svg",
           "<svg onload=\"PWN\"><script>PWN</script><image href='SERVER'/>"
           "<use href='SERVER#x'/><a href='javascript:PWN'><text y=20>x</text></a></svg>"},
    Attack{"math",
           "<math><maction actiontype='statusline' xlink:href='javascript:PWN'>x</maction>"
           "</math>"},
    Attack{"media",
           "<video src='SERVER' poster='SERVER' autoplay></video><audio src='SERVER' "
           "autoplay></audio><video><source src='SERVER'><track src='SERVER'></video>"},
    Attack{"file", "![x](file:///etc/passwd) [y](file:///etc/passwd) [z](/etc/passwd)"},
    Attack{"programs",
           "[x](ssh://example.org) [y](vscode://file/etc/passwd) "
           "[z](ms-msdt:/id) [v](view-source:SERVER) [b](blob:SERVER)"},
    Attack{"own schemes",
           "[x](lectern://app/page/article.css) [y](lectern-image://remote/x) "
           "![z](lectern://app/page/article.css)"},
    Attack{"template",
           "<template><img src='missing.png'></template><noscript><img src='missing.png'>"
           "</noscript><portal src='SERVER'></portal>"},
};

void PrintTo(const Attack &attack, std::ostream *out)
{
    *out << attack.name;
}

/// Remembers what the desktop would have been asked to open.
class DesktopSpy final : public QObject
{
    Q_OBJECT

public:
    DesktopSpy()
    {
        for (const QString &scheme : kSchemes) {
            QDesktopServices::setUrlHandler(scheme, this, "open");
        }
    }

    ~DesktopSpy() override
    {
        for (const QString &scheme : kSchemes) {
            QDesktopServices::unsetUrlHandler(scheme);
        }
    }

    QList<QUrl> opened;

public slots:

    void open(const QUrl &url) { opened.append(url); }

private:
    const QStringList kSchemes{u"http"_s, u"https"_s,  u"file"_s, u"javascript"_s, u"data"_s,
                               u"ssh"_s,  u"vscode"_s, u"blob"_s, u"view-source"_s};
};

class AttackTest : public WebViewTest, public testing::WithParamInterface<Attack>
{
protected:
    /// The page of \a attack, with one image that is wanted and a link to leave by.
    QByteArray page(const Attack &attack)
    {
        const QByteArray pwn("document.body.setAttribute(`data-pwned`,1)");
        m_server.serve("/wanted", pngPicture(Qt::green, 4, 4));
        return "![](" + m_server.url("/wanted").toEncoded() + ")\n\n[leave](end.md)\n\n"
            + QByteArray(attack.body)
                  .replace("SERVER", m_server.url("/attack").toEncoded())
                  .replace("PWN", pwn)
            + "\n";
    }

    void clickEveryLink()
    {
        const int links
            = inPage(u"const links = [...document.querySelectorAll('.body a, .body button')]"
                     ".filter((l) => l.getClientRects().length && l.textContent != 'leave');"
                     "links.forEach((l, i) => l.setAttribute('data-link', i)); links.length"_s)
                  .toInt();
        for (int link = 0; link < links; ++link) {
            click(u".body [data-link=\"%1\"]"_s.arg(link));
        }
    }

    /// What a click started has been refused or has arrived when a later click has led somewhere.
    void leave()
    {
        click(u".body a[href=\"/end.md\"]"_s);
        EXPECT_TRUE(spinUntil([this] { return isAt("end.md"); }));
    }

    bool isAt(const QByteArray &path)
    {
        return m_view->page()->url().matches(ui::articleUrl(path), QUrl::RemoveFragment);
    }

    /// A frame is shown as a link, which is the shell's to open, like any other.
    static bool areWebAddresses(const QSignalSpy &clicked)
    {
        return std::ranges::all_of(clicked, [](const QVariantList &arguments) {
            return ui::isRemoteImageAddress(arguments.at(0).toUrl());
        });
    }

    std::string requests() const
    {
        QByteArrayList paths;
        for (const HttpServer::Request &request : m_server.requests()) {
            paths.append(request.path);
        }
        return paths.join(' ').toStdString();
    }
};

} // namespace

TEST_P(AttackTest, hostileBody_doesNothing)
{
    SCOPED_TRACE(GetParam().name);
    const DesktopSpy desktop;
    write("attack.md", page(GetParam()));
    write("end.md", "# End");
    openLibrary();
    const QSignalSpy outside(m_view.get(), &ui::ReaderView::externalLinkActivated);

    show("attack.md");
    clickEveryLink();
    EXPECT_EQ(inPage(u"document.documentElement.outerHTML.includes('data-pwned=')"_s), false);
    EXPECT_TRUE(isAt("attack.md")) << m_view->page()->url().toString().toStdString();
    leave();

    EXPECT_EQ(requests(), "/wanted");
    EXPECT_TRUE(areWebAddresses(outside));
    EXPECT_TRUE(desktop.opened.isEmpty());
}

INSTANTIATE_TEST_SUITE_P(Bodies, AttackTest, testing::ValuesIn(kAttacks));

} // namespace lectern::test

#include "attack_test.moc"
