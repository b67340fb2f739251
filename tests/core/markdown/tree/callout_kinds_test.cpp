#include "tests/core/markdown/rendering.h"

#include <gtest/gtest.h>

#include <string>

namespace lectern::core {

namespace {

/// The page of a callout without a title of its own.
std::string pageOf(const std::string &body, const char *language)
{
    Article article = articleOf(body);
    article.meta.languages = {language};
    return renderBody(article, eagerly()).html;
}

bool hasTitle(const std::string &html, const std::string &title)
{
    return html.find("callout-title\">" + title + "</") != std::string::npos;
}

} // namespace

TEST(CalloutKinds, thatContainersKnow_haveATitleInEachLanguage)
{
    for (const std::string kind :
         {"note",      "info",     "tip",     "hint",    "important", "warning",
          "warn",      "caution",  "danger",  "error",   "success",   "example",
          "question",  "abstract", "summary", "quote",   "bug",       "failure",
          "attention", "todo",     "seealso", "details", "secondary"}) {
        const std::string body = "::: " + kind + "\nx\n:::\n";

        EXPECT_TRUE(pageOf(body, "zh").find("class=\"callout") != std::string::npos) << kind;
        EXPECT_FALSE(hasTitle(pageOf(body, "en"), kind)) << "as it is written: " << kind;
        EXPECT_FALSE(hasTitle(pageOf(body, "zh"), kind)) << "as it is written: " << kind;
    }
}

TEST(CalloutKinds, ofOtherNames_lookLikeTheirOwn)
{
    struct Case
    {
        const char *kind;
        const char *look;
        const char *title;
        const char *chinese;
    };

    for (const Case &row : {Case{"warn", "callout-warning", "Warning", "警告"},
                            Case{"failure", "callout-caution", "Failure", "失败"},
                            Case{"fail", "callout-caution", "Fail", "失败"},
                            Case{"missing", "callout-caution", "Missing", "缺失"},
                            Case{"check", "callout-tip", "Check", "完成"},
                            Case{"done", "callout-tip", "Done", "完成"},
                            Case{"help", "callout-important", "Help", "帮助"},
                            Case{"faq", "callout-important", "FAQ", "常见问题"},
                            Case{"tldr", "callout-note", "TL;DR", "摘要"},
                            Case{"seealso", "callout-note", "See also", "另见"},
                            Case{"secondary", "callout-note", "Note", "注"}}) {
        const std::string body = "> [!" + std::string(row.kind) + "]\n> x\n";
        const std::string start = "<aside class=\"callout " + std::string(row.look) + "\">";

        EXPECT_TRUE(pageOf(body, "en").starts_with(start)) << pageOf(body, "en");
        EXPECT_TRUE(hasTitle(pageOf(body, "en"), row.title)) << pageOf(body, "en");
        EXPECT_TRUE(hasTitle(pageOf(body, "zh-CN"), row.chinese)) << pageOf(body, "zh-CN");
    }
}

TEST(CalloutKinds, ofCitations_areQuotations)
{
    EXPECT_EQ(pageOf("> [!cite]\n> x\n", "en"), pageOf("> [!quote] Cite\n> x\n", "en"));
}

} // namespace lectern::core
