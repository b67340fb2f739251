#include "tests/ui/reading/web/web_view_fixture.h"

#include <QClipboard>
#include <QGuiApplication>

namespace lectern::test {

using namespace Qt::StringLiterals;

namespace {

class CodeTest : public WebViewTest
{
protected:
    /// The text of the element, once there is one.
    QString textOf(const QString &selector)
    {
        QString text;
        EXPECT_TRUE(spinUntil([this, &selector, &text] {
            const QVariant found
                = inPage(u"document.querySelector('%1')?.textContent ?? null"_s.arg(selector));
            text = found.toString();
            return found.typeId() == QMetaType::QString;
        })) << selector.toStdString();
        return text;
    }

    bool isGone(const QString &selector)
    {
        return spinUntil([this, &selector] {
            return inPage(u"document.querySelector('%1') === null"_s.arg(selector)).toBool();
        });
    }
};

using NotesTest = CodeTest;

const QByteArray kNotes = "One[^1] and two[^二].\n\n[^1]: The **first** note.\n[^二]: 第二条注释\n";

} // namespace

TEST_F(CodeTest, copyButton_putsTheCodeOnTheClipboard)
{
    showBody("```js\nconst a = `1`;\n\n  b(a); // <b>\n```\n");
    ASSERT_EQ(textOf(u".code button"_s), u"Copy"_s);
    QGuiApplication::clipboard()->setText(u"before"_s);

    click(u".code button"_s);

    EXPECT_TRUE(spinUntil([] {
        return QGuiApplication::clipboard()->text() == u"const a = `1`;\n\n  b(a); // <b>"_s;
    })) << QGuiApplication::clipboard()->text().toStdString();
    EXPECT_EQ(textOf(u".code button"_s), u"Copied"_s);
}

TEST_F(CodeTest, copiedCode_hasNoLineNumbers)
{
    showBody("```c {linenos=true}\na\nb\n```\n");
    ASSERT_EQ(textOf(u".code .line-numbers"_s), u"12"_s);

    click(u".code button"_s);

    EXPECT_TRUE(spinUntil([] { return QGuiApplication::clipboard()->text() == u"a\nb"_s; }));
}

TEST_F(CodeTest, label_namesTheFileOrTheLanguage)
{
    showBody("```js\na\n```\n\n```js {title=\"a/b.js\"}\na\n```\n\n    plain\n");
    textOf(u".code button"_s);

    EXPECT_EQ(inPage(u"[...document.querySelectorAll('.code-tools span')]"
                     ".map((label) => label.textContent).join('|')"_s)
                  .toString(),
              u"javascript|a/b.js|"_s);

    hover(u".code pre"_s); // where the button is now
    EXPECT_TRUE(spinUntil([this] {
        return inPage(u"getComputedStyle(document.querySelector('.code-tools span')).visibility"_s)
            == u"hidden"_s;
    }));
}

TEST_F(CodeTest, markedLine_isMarkedOverItsWholeWidth)
{
    showBody("```c {hl_lines=[2]}\na\nb\nc\n```\n");
    textOf(u".code button"_s);

    EXPECT_EQ(inPage(u"[...document.querySelectorAll('.line-numbers span')]"
                     ".map((line) => line.className).join('|')"_s),
              u"|marked|"_s);
    EXPECT_TRUE(inPage(u"parseFloat(getComputedStyle(document.querySelector('.marked'),"
                       " '::before').width) === document.querySelector('.code').offsetWidth"_s)
                    .toBool());
}

TEST_F(NotesTest, note_isSeenWhileTheMouseIsOnItsNumber)
{
    showBody(kNotes);
    textOf(u".footnote-ref"_s);

    hover(u".footnote-ref a"_s);
    EXPECT_EQ(textOf(u".note-preview"_s).trimmed(), u"The first note."_s);
    EXPECT_TRUE(inPage(u"document.querySelector('.note-preview strong') !== null"_s).toBool());

    hover(u".article-header h1"_s);
    EXPECT_TRUE(isGone(u".note-preview"_s));
}

TEST_F(NotesTest, note_isSeenWhileTheKeyboardIsOnItsNumber)
{
    showBody(kNotes);
    textOf(u".footnote-ref"_s);

    inPage(u"document.querySelectorAll('.footnote-ref a')[1].focus()"_s);
    EXPECT_EQ(textOf(u".note-preview"_s).trimmed(), u"第二条注释"_s);

    inPage(u"document.activeElement.blur()"_s);
    EXPECT_TRUE(isGone(u".note-preview"_s));
}

TEST_F(NotesTest, preview_staysOnThePage)
{
    m_view.reset();
    makeView();
    m_view->resize(420, 300);
    showBody(QByteArray("Some text. ").repeated(12)
             + "[^1]\n\n[^1]: " + QByteArray("A long note. ").repeated(12));
    textOf(u".footnote-ref"_s);

    inPage(u"document.querySelector('.footnote-ref a').focus()"_s);
    textOf(u".note-preview"_s);

    EXPECT_TRUE(
        inPage(u"(() => { const r = document.querySelector('.note-preview')"
               ".getBoundingClientRect(); return r.left >= 0 && r.right <= innerWidth; })()"_s)
            .toBool());
    EXPECT_TRUE(inPage(u"document.documentElement.scrollWidth <= innerWidth"_s).toBool());
}

} // namespace lectern::test
