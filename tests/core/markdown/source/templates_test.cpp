#include "core/article/article.h"
#include "core/markdown/source/dialects.h"

#include <gtest/gtest.h>

#include <string>

namespace lectern::core {

namespace {

ArticleMeta someMeta()
{
    ArticleMeta meta;
    meta.title = "题";
    meta.others = {{"cover", "/a.png"}, {"城市", "巴黎"}};
    return meta;
}

std::string filled(const std::string &markdown)
{
    return withTemplates(markdown, someMeta());
}

} // namespace

TEST(Templates, addresses_areFilledIn_whateverElseStandsThere)
{
    EXPECT_EQ(filled("[a]({{ '/b' | relative_url }})"), "[a](/b)");
    EXPECT_EQ(filled("[a]({{ '/b' }})"), "[a](/b)");
    EXPECT_EQ(filled("[a](<{{ \"/b c\" | url }}>)"), "[a](</b c>)");
    EXPECT_EQ(filled("<img src=\"{{ cover }}\">"), "<img src=\"/a.png\">");
    EXPECT_EQ(filled("[a]({{- unknown -}}/b)"), "[a](/b)");
}

TEST(Templates, expressionsOfASite_areNothing)
{
    for (const char *const name :
         {"site.url", "page.date", "config.root", "collections.all", "eleventyNavigation.key"}) {
        EXPECT_EQ(filled("a {{ " + std::string(name) + " }} b"), "a  b") << name;
    }
    EXPECT_EQ(filled("a {{ sites.url }} b"), "a {{ sites.url }} b");
}

TEST(Templates, keysOfTheArticle_areFilledIn_whereTheTextIsATemplate)
{
    EXPECT_EQ(filled("{% if a %}{{ cover }}{% endif %}"), "{% if a %}/a.png{% endif %}");
    EXPECT_EQ(filled("{% if a %}{{ 城市 | upcase }}{% endif %}"), "{% if a %}巴黎{% endif %}");
    EXPECT_EQ(filled("{% if a %}{{ title }}{% endif %}"), "{% if a %}题{% endif %}");
    EXPECT_EQ(filled("{{ cover }} {{ title }}"), "{{ cover }} {{ title }}");
    EXPECT_EQ(filled("{{ page.title }}"), "题");
}

TEST(Templates, quotedTexts_areTheirWords_withAFilter)
{
    EXPECT_EQ(filled("{{ 'a b' | upcase }}"), "a b");
    EXPECT_EQ(filled("{{ 'a b' }}"), "{{ 'a b' }}");
    EXPECT_EQ(filled("{{ 'a b }}"), "{{ 'a b }}");
    EXPECT_EQ(filled("{{ '/a' | eleventyNavigation }}"), "");
}

TEST(Templates, otherBraces_stay)
{
    for (const char *const text :
         {"{{ a", "{{ a }", "{{#if a}}b{{/if}}", "{{> part }}", "{{! note }}", "{{{ raw }}}",
          "{{< a >}}", "{{% a %}}", "{ { a } }", "{{}}", "{%", "{% raw", ""}) {
        EXPECT_EQ(filled(text), text);
    }
}

TEST(Templates, anExpressionOfMoreThanItsLimit_stays)
{
    const auto expression
        = [](std::size_t bytes) { return "{{ site." + std::string(bytes - 11, 'a') + " }}"; };

    EXPECT_EQ(filled(expression(401)), expression(401));
    EXPECT_EQ(filled(expression(400)), "");
}

TEST(Templates, code_staysAsItIs)
{
    for (const char *const text : {"`{{ site.url }}`", "```\n{{ page.title }}\n{% if a %}\n```\n",
                                   "a\n\n    {{ page.title }}\n", "<!-- {{ page.title }} -->"}) {
        EXPECT_EQ(filled(text), text);
    }
    EXPECT_EQ(filled("`a` {{ page.title }} `{{ b }}`"), "`a` 题 `{{ b }}`");
}

TEST(Templates, statementsInCode_makeNoTemplate)
{
    EXPECT_EQ(filled("`{% if a %}` then {{ cover }}"), "`{% if a %}` then {{ cover }}");
}

TEST(Templates, raw_keepsItsBracesThroughWhatComesLater)
{
    EXPECT_EQ(filled("{% raw %}{{ a }} {% b %}{% endraw %}"), "&#123;&#123; a }} &#123;% b %}");
    EXPECT_EQ(filled("{%- raw -%}{{ page.title }}{%- endraw -%}"), "&#123;&#123; page.title }}");
    EXPECT_EQ(filled("{% raw %}`{{ a }}`{% endraw %}"), "`{{ a }}`");
}

TEST(Templates, rawWithoutAnEnd_isNone)
{
    EXPECT_EQ(filled("{% raw %}{{ page.title }}"), "{% raw %}题");
    EXPECT_EQ(filled("{% raw %}a{% raw %}{{ page.title }}"), "{% raw %}a{% raw %}题");
}

TEST(Templates, aCapture_isShownWhereItIsUsed)
{
    EXPECT_EQ(filled("{% set a %}*b*{% endset %}1 {{ a }} 2 {{ a | safe }}"), "1 *b* 2 *b*");
    EXPECT_EQ(filled("{% set a %}{% raw %}{{ x }}{% endraw %}{% endset %}`{{ a }}`"), "`{{ x }}`");
    EXPECT_EQ(filled("{% set a %}1{% endset %}{{ a }}{% set a %}2{% endset %}{{ a }}"), "12");
}

TEST(Templates, aCapture_isCodeWhereItStands_ifOnlyAnIncludeShowsIt)
{
    const std::string fenced = "\n\n``````````\nf()\ng()\n``````````\n\n";
    const std::string set = "{% set code %}\nf()\ng()\n{% endset %}";

    EXPECT_EQ(filled(set + "{% include \"x.njk\" %}"), fenced + "{% include \"x.njk\" %}");
    EXPECT_EQ(filled(set + "a" + set), fenced + "a" + fenced);
    EXPECT_EQ(filled(set + "{{ codes }}"), fenced);
    EXPECT_EQ(filled(set + set + "{{- code -}}"), fenced + "\nf()\ng()\n");
    EXPECT_EQ(filled("{% set url %}a.html{% endset %}b"), "b");
}

TEST(Templates, aCapture_isCodeOfItsLanguage)
{
    EXPECT_EQ(filled("{% set a %}x{% endset %}{{ a | highlight(\"c-1\") }}"),
              "\n\n``````````c-1\nx\n``````````\n\n");
    EXPECT_EQ(filled("{% set a %}\nx\n{% endset %}{{ a | highlight(\"`<js>`\") | safe }}"),
              "\n\n``````````js\nx\n``````````\n\n");
}

TEST(Templates, aCaptureWithoutAnEndOrAName_isNone)
{
    EXPECT_EQ(filled("{% set a %}b"), "{% set a %}b");
    EXPECT_EQ(filled("{% set a = 1 %}b"), "{% set a = 1 %}b");
}

TEST(Templates, aCaptureInAFence_isCode)
{
    for (const char *const text :
         {"```\n{% set a %}\nb\n{% endset %}\n```\n", "~~~njk\n{% set a %}b{% endset %}\n~~~\n",
          "```\nx\n{% set a %}b{% endset %}\n```\n"}) {
        EXPECT_EQ(filled(text), text);
    }
    EXPECT_EQ(filled("```\nx\n```\n{% set a %}b{% endset %}{{ a }}"), "```\nx\n```\nb");
    EXPECT_EQ(filled("`x`{% set a %}b{% endset %}{{ a }}"), "`x`b");
}

TEST(Templates, captures_areAHundred)
{
    std::string text;
    for (int capture = 0; capture < 101; ++capture) {
        const std::string name = "n" + std::to_string(capture);
        text += "{% set " + name + " %}<" + name + ">{% endset %}";
    }

    EXPECT_EQ(filled(text + "{{ n99 }}"), "{% set n100 %}<n100>{% endset %}<n99>");
}

TEST(Templates, whatIsUsedOften_growsNoFurtherThanItsLimit)
{
    std::string text = "{% set a %}" + std::string(10'000, 'x') + "{% endset %}";
    for (int use = 0; use < 1000; ++use) {
        text += "{{ a }}";
    }

    const std::string result = filled(text);

    EXPECT_LE(result.size(), 3 * text.size() + (64U << 10U));
    EXPECT_GT(result.size(), text.size());
}

} // namespace lectern::core
