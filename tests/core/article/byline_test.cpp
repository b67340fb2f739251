#include "core/article/article_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace lectern::core {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

namespace {

struct BylineCase
{
    std::string_view line;
    std::string_view author;
    std::string_view source;
    std::string_view date;
};

} // namespace

TEST(Byline, givesDateAuthorAndSource_asWeChatWritesThem)
{
    for (const BylineCase &expected : {
             BylineCase{"河岸日报 2024-12-19 02:33", "河岸日报", "河岸日报", "2024-12-19 02:33"},
             BylineCase{"InfoQ 2024-12-19 02:33:10", "InfoQ", "InfoQ", "2024-12-19 02:33:10"},
             BylineCase{"原创 李雷 河岸日报 2024-12-19 02:33", "李雷", "河岸日报",
                        "2024-12-19 02:33"},
             BylineCase{"原创 李雷 河岸日报 2024-12-19", "李雷", "河岸日报", "2024-12-19"},
             BylineCase{"原创 河岸日报 2024年12月19日 02:33 北京", "河岸日报", "河岸日报",
                        "2024年12月19日 02:33"},
             BylineCase{"原创 李雷 [河岸日报](javascript:void\\(0\\);) _2024-12-19 02:33_", "李雷",
                        "河岸日报", "2024-12-19 02:33"},
         }) {
        const std::string text = "# 渡口\n\n" + std::string(expected.line) + "\n\n正文\n";

        const Article article = parseArticle("a.md", text);

        EXPECT_EQ(article.meta.title, "渡口");
        EXPECT_EQ(article.meta.dateText, expected.date) << expected.line;
        EXPECT_EQ(article.meta.dateOrigin, DateOrigin::Date);
        EXPECT_THAT(article.meta.authors, ElementsAre(expected.author)) << expected.line;
        EXPECT_THAT(article.meta.others, Contains(Pair("source", expected.source)));
        EXPECT_EQ(article.body, text) << "the line stays";
    }
}

TEST(Byline, standsBelowATitle_ofEitherKind)
{
    for (const std::string_view text :
         {"# 渡口\n河岸 2024-12-19 02:33\n\n正文\n",
          "渡口\n====\n\n河岸 2024-12-19 02:33\n\n正文\n", "\n# 渡口\n\n河岸 2024-12-19 02:33"}) {
        EXPECT_THAT(parseArticle("a.md", text).meta.authors, ElementsAre("河岸")) << text;
    }
}

TEST(Byline, isNoSentenceAndNoDateAlone)
{
    for (const std::string_view line :
         {"We met on 2024-12-19 02:33", "更新于 2024-12-19 02:33", "Posted 2024-12-19 02:33",
          "2024-12-19 02:33", "河岸 2024-12-19", "时间：河岸 2024-12-19 02:33",
          "河岸 2024-13-19 02:33", "河岸 2024-12-19 02:33 一些 别的 话", "原创 李雷 河岸日报",
          "原创 一 二 三 2024-12-19", "版本 1.2 2024-12-19 02:33"}) {
        const Article article
            = parseArticle("a.md", "# 渡口\n\n" + std::string(line) + "\n\n正文\n");

        EXPECT_FALSE(article.meta.date) << line;
        EXPECT_THAT(article.meta.authors, IsEmpty()) << line;
    }
}

TEST(Byline, isNotLookedFor_elsewhere)
{
    for (const std::string_view text : {
             "李雷 2024-12-19 02:33\n\n正文\n",
             "## 渡口\n\n李雷 2024-12-19 02:33\n\n正文\n",
             "# 聊天\n\n李雷 2024-12-19 02:33\n在吗\n",
             "# 渡口\n\n正文\n\n李雷 2024-12-19 02:33\n",
             "---\ntitle: T\n---\n# 渡口\n\n李雷 2024-12-19 02:33\n\n正文\n",
         }) {
        EXPECT_THAT(parseArticle("a.md", text).meta.authors, IsEmpty()) << text;
    }
}

} // namespace lectern::core
