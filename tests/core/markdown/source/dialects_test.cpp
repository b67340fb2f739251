#include "core/article/article.h"
#include "core/markdown/source/dialects.h"
#include "tests/core/markdown/rendering.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace lectern::core {

namespace {

using testing::HasSubstr;
using testing::Not;

ArticleMeta metaOf(std::string title)
{
    ArticleMeta meta;
    meta.title = std::move(title);
    return meta;
}

std::string filled(std::string markdown)
{
    return withTemplates(std::move(markdown), metaOf("标题"));
}

/// What is a dialect's in another place stays.
void expectAsWritten(const std::string &markdown)
{
    EXPECT_EQ(withDialects(markdown, metaOf("T"), Notes::No), markdown);
}

std::string notes(std::string markdown)
{
    return withOutline(std::move(markdown), Notes::Yes);
}

} // namespace

TEST(Dialects, leaveCodeAsItIs)
{
    for (const char *const markdown :
         {"```\n::: tip\n!!! note\nkey:: v\n{{ site.url }}\n{% if a %}\n{: .x}\n```\n",
          "~~~\nimport a from 'b'\n\n=== \"tab\"\n((a))\n~~~\n", "a\n\n    ::: tip\n    !!! note\n",
          "<pre>\n::: tip\n!!! note\nkey:: v\n</pre>\n", "`{{ site.url }}` and `[x]{.y}`\n"}) {
        expectAsWritten(markdown);
    }
}

TEST(Dialects, leaveProseAsItIs)
{
    for (const char *const markdown :
         {"a ::: tip b\n", ":::\n", "wow!!! note this\n", "!!! what a day\n", "??? why\n",
          "std::vector is a vector\n", "a\nnote:: b\n", "f((x))\n", "{{ name }} is a name\n",
          "important imports\n", "import duties rise\n", "\\[x\\]{.y}\n", "[x](y){z}\n",
          "![x]{.y}\n", "a^2\n"}) {
        expectAsWritten(markdown);
    }
}

TEST(Dialects, containers_areCallouts)
{
    for (const char *const markdown :
         {"::: tip 题\nx\n:::\n", ":::tip[题]\nx\n:::\n", "::: {.tip title=\"题\"}\nx\n:::\n",
          "!!! tip \"题\"\n    x\n", "!!! tip inline end \"题\"\n    x\n", "::::tip 题\nx\n::::\n",
          ":::tip 题\n\nx\n\n:::\n"}) {
        const std::string html = htmlOf(markdown);

        EXPECT_THAT(html, HasSubstr("<aside class=\"callout callout-tip\">")) << markdown;
        EXPECT_THAT(html, HasSubstr("题</p>")) << markdown;
        EXPECT_THAT(html, HasSubstr("<p>x</p></aside>")) << markdown;
    }
}

TEST(Dialects, containers_fold)
{
    for (const char *const markdown :
         {"::: details 题\nx\n:::\n", "??? note \"题\"\n    x\n", ":::details[题]\nx\n:::\n"}) {
        EXPECT_THAT(htmlOf(markdown), HasSubstr("<details class=\"callout")) << markdown;
    }
    EXPECT_THAT(htmlOf("???+ note \"题\"\n    x\n"), HasSubstr("open"));
}

TEST(Dialects, containers_holdCodeListsAndEachOther)
{
    EXPECT_THAT(htmlOf("!!! note\n\n    ```py\n    if a:\n        b\n    ```\n"),
                HasSubstr("if a:\n    b\n</code>"));
    EXPECT_THAT(htmlOf("!!! note\n    - a\n    - b\n"), HasSubstr("<li>a</li><li>b</li>"));
    EXPECT_THAT(htmlOf("!!! note\n    ??? tip \"T\"\n        x\n"), HasSubstr("<details"));
    EXPECT_THAT(htmlOf("::: tip\n```md\n:::\n```\n:::\n"), HasSubstr(">:::\n</code>"));
}

TEST(Dialects, containers_endWhereTheirContentDoes)
{
    for (const char *const markdown : {"!!! note\n    x\n\nafter\n", "::: note\nx\n:::\n\nafter\n",
                                       "??? note \"\"\n    x\nafter\n"}) {
        EXPECT_THAT(htmlOf(markdown), testing::EndsWith("<p>after</p>")) << markdown;
    }
}

TEST(Dialects, containers_withoutALookLeaveTheirContent)
{
    for (const char *const markdown : {"::: center\nx\n:::\n", "::: {.columns}\nx\n:::\n",
                                       ":::: group\n::: col\nx\n:::\n::::\n"}) {
        EXPECT_EQ(htmlOf(markdown), "<p>x</p>") << markdown;
    }
}

TEST(Dialects, tabs_showTheirLabels)
{
    for (const char *const markdown :
         {"=== \"甲\"\n\n    x\n", "::: tabs\n@tab 甲\nx\n:::\n",
          "<Tabs>\n<TabItem value=\"a\" label=\"甲\">\n\nx\n\n</TabItem>\n</Tabs>\n",
          "<Tab label=\"甲\">\n\nx\n\n</Tab>\n"}) {
        const std::string html = htmlOf(markdown);

        EXPECT_THAT(html, HasSubstr("<strong>甲</strong>")) << markdown;
        EXPECT_THAT(html, HasSubstr("<p>x")) << markdown;
    }
}

TEST(Dialects, expressions_giveAddresses)
{
    EXPECT_EQ(filled("[a]({{ \"/a\" | relative_url }})"), "[a](/a)");
    EXPECT_EQ(filled("[a]({{ '/a' | url }})"), "[a](/a)");
    EXPECT_EQ(filled("[a]({{ site.baseurl }}/a)"), "[a](/a)");
    EXPECT_EQ(filled("![a]({{site.url}}/a.png)"), "![a](/a.png)");
    EXPECT_EQ(filled("[a]: {{ site.url }}/a"), "[a]: /a");
    EXPECT_EQ(filled("<a href=\"{{ url }}/a\">"), "<a href=\"/a\">");
}

TEST(Dialects, expressions_goWhereTheTextIsATemplate)
{
    EXPECT_EQ(filled("{{ page.title }}!"), "标题!");
    EXPECT_EQ(filled("a {{ site.time | date: '%Y' }} b"), "a  b");
    EXPECT_EQ(filled("{% for a in b %}{{ a }}{% endfor %}"), "{% for a in b %}{% endfor %}");
    EXPECT_EQ(filled("say {{ a }}"), "say {{ a }}");
    EXPECT_EQ(filled("{% load zones %} then {{ log.date|zone:8 }}"),
              "{% load zones %} then {{ log.date|zone:8 }}");
    EXPECT_EQ(filled("{% if a %}{{ b }}{% csrf_token %}"), "{% if a %}{{ b }}{% csrf_token %}");
    EXPECT_EQ(filled("{{< a >}} {{% b %}} {{{ c }}}"), "{{< a >}} {{% b %}} {{{ c }}}");
}

TEST(Dialects, raw_isTransparent)
{
    EXPECT_EQ(htmlOf("{% raw %}**a** {{ b }}{% endraw %}"), "<p><strong>a</strong> {{ b }}</p>");
    EXPECT_EQ(htmlOf("{% raw %}\n```\n{{ b }}\n```\n{% endraw %}"),
              "<pre><code>{{ b }}\n</code></pre>");
    EXPECT_EQ(htmlOf("`{% raw %}{{ b }}{% endraw %}`"), "<p><code>{{ b }}</code></p>");
    EXPECT_EQ(htmlOf("`{% raw %}`"), "<p><code>{% raw %}</code></p>");
    EXPECT_EQ(htmlOf("`{% raw %}{% endraw %}`"), "<p><code>{% raw %}{% endraw %}</code></p>");
}

TEST(Dialects, capturedCode_isCode)
{
    EXPECT_EQ(htmlOf("{% set codeBlock %}\na: 1\n{% endset %}\n"
                     "{{ codeBlock | highlight(\"yaml\") | safe }}\n"),
              "<pre data-language=\"yaml\"><code class=\"language-yaml\">a: 1\n</code></pre>");
}

TEST(Dialects, properties_areNamedInNotes)
{
    EXPECT_EQ(notes("- a\n  author:: B\n"), "- a\n  **author:** B  \n");
    EXPECT_EQ(notes("作者:: 李\n"), "**作者:** 李  \n");
    EXPECT_EQ(notes("- source:: [b](c)\n"), "- **source:** [b](c)  \n");
    EXPECT_EQ(notes("std::vector a\n"), "std::vector a\n");
}

TEST(Dialects, properties_ofTheProgramAreHidden)
{
    EXPECT_EQ(notes("- a\n  id:: 62c8421b-d22e-40ce-aead-0b7e9e2951f7\n"), "- a\n");
    EXPECT_EQ(notes("- a\n  collapsed:: true\n"), "- a\n");
    EXPECT_EQ(notes("- a\n  :LOGBOOK:\n  CLOCK: [x]\n  :END:\n- b\n"), "- a\n- b\n");
    EXPECT_EQ(notes("- a\n  query-table:: true\n"), "- a\n");
}

TEST(Dialects, references_showTheBlock)
{
    const std::string id = "62c8421b-d22e-40ce-aead-0b7e9e2951f7";
    const std::string block = "- 河\n  id:: " + id + "\n";

    EXPECT_EQ(notes(block + "- see ((" + id + "))\n"), "- 河\n- see 河\n");
    EXPECT_EQ(notes(block + "- {{embed ((" + id + "))}}\n"), "- 河\n- 河\n");
    EXPECT_EQ(notes("[words](((" + id + ")))\n"), "words\n");
    EXPECT_EQ(notes("((" + id + "))\n"), "<span class=\"missing\">…</span>\n");
    EXPECT_EQ(notes("((not a block))\n"), "((not a block))\n");
}

TEST(Dialects, macros_areShown)
{
    EXPECT_EQ(notes("{{embed [[A]]}}\n"), "[[A]]\n");
    EXPECT_EQ(notes("{{cloze a}}\n"), "a\n");
    EXPECT_EQ(notes("{{query (task todo)}}\n"), "`{{query (task todo)}}`\n");
    EXPECT_THAT(notes("{{youtube abc}}\n"), HasSubstr("watch?v=abc"));
    EXPECT_THAT(notes("{{{youtube abc}}}\n"), HasSubstr("watch?v=abc"));
    EXPECT_THAT(notes("{{video https://b.tv/1}}\n"), HasSubstr("https://b.tv/1"));
    EXPECT_EQ(notes("`{{embed a}}`\n"), "`{{embed a}}`\n");
}

TEST(Dialects, blocks_areQuotationsOrCode)
{
    EXPECT_EQ(htmlOf("#+BEGIN_QUOTE\nx\n#+END_QUOTE\n"), "<blockquote>\n<p>x</p></blockquote>");
    EXPECT_THAT(htmlOf("#+BEGIN_NOTE\nx\n#+END_NOTE\n"), HasSubstr("callout-note"));
    EXPECT_THAT(htmlOf("#+begin_src js\n**x**\n#+end_src\n"), HasSubstr(">**x**\n</code>"));
    EXPECT_THAT(htmlOf("- #+BEGIN_QUERY\n  {:a b}\n  #+END_QUERY\n"),
                HasSubstr(">{:a b}\n</code>"));
}

TEST(Dialects, blockIds_areHiddenInNotes)
{
    EXPECT_EQ(notes("a ^id\n"), "a \n");
    EXPECT_EQ(notes("- 河 ^a-1\n- b\n"), "- 河 \n- b\n");
    EXPECT_EQ(notes("^abc\n"), "\n");
    EXPECT_EQ(notes("2 ^ 3\nx^2\n"), "2 ^ 3\nx^2\n");
    EXPECT_EQ(withOutline("a ^id\n", Notes::No), "a ^id\n");
}

TEST(Dialects, scripts_areHidden)
{
    EXPECT_EQ(withoutScripts("import A from '@a/b';\n\n# T\n"), "\n# T\n");
    EXPECT_EQ(withoutScripts("import {A, B} from \"b\"\nexport const a = 1\n\nx\n"), "\nx\n");
    EXPECT_EQ(withoutScripts("a {/* b */}c\n"), "a c\n");
    EXPECT_EQ(withoutScripts("import './a.css'\nimport \"@b/c\"\n\nx\n"), "\nx\n");
    EXPECT_EQ(withoutScripts("export default shops\n"), "export default shops\n");
    EXPECT_EQ(withoutScripts("package main\n\nimport \"fmt\"\n"),
              "package main\n\nimport \"fmt\"\n");
    EXPECT_EQ(withoutScripts("import \"net/http\"\n"), "import \"net/http\"\n");
    EXPECT_EQ(withoutScripts("a\nimport A from 'b'\n"), "a\nimport A from 'b'\n");
}

TEST(Dialects, spans_loseTheirClasses)
{
    EXPECT_EQ(withPlainSpans("a [**x**]{.small} b"), "a **x** b");
    EXPECT_EQ(withPlainSpans("[]{#a}x"), "<span id=\"a\"></span>x");
    EXPECT_EQ(withPlainSpans("[a [b](c)]{.d}"), "a [b](c)");
    EXPECT_EQ(withPlainSpans("a\n*[HTML]: Hyper\nb\n"), "a\nb\n");
}

TEST(AttributeLists, areTakenOutOfTheText)
{
    for (const char *const markdown :
         {"[a](b){: target=\"_blank\"}", "[a](b){:target=\"_blank\"}", "[a](b){.c .d}",
          "[a](b)\n{: .c}", "[a](b){ .c data-x=\"y z\" }", "[a](b) {: .c}"}) {
        EXPECT_EQ(htmlOf(markdown), "<p><a href=\"b\">a</a></p>") << markdown;
    }
    EXPECT_EQ(htmlOf("* TOC\n{:toc}\n\nx\n"), "<p>x</p>");
    EXPECT_EQ(htmlOf("{: .c}\n\nx\n"), "<p>x</p>");
}

TEST(AttributeLists, otherBracesStay)
{
    for (const char *const text : {"a {b}", "{ a }", "a {: b = c}", "a {.} b", "a {x: 1}"}) {
        EXPECT_EQ(htmlOf(text), "<p>" + std::string(text) + "</p>");
    }
    EXPECT_THAT(htmlOf("`{: .a}`"), HasSubstr("{: .a}"));
    EXPECT_THAT(htmlOf("[a](b){c}"), HasSubstr("{c}"));
}

} // namespace lectern::core
