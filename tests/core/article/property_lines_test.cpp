#include "core/article/article_file.h"
#include "core/article/property_lines.h"

#include <gtest/gtest.h>

#include <string>

namespace lectern::core {

namespace {

const std::string kId = "0123456789abcdef0123456789abcdef";

std::string day(const ArticleMeta &meta)
{
    return meta.dateText.empty() ? "" : toIso8601(*meta.date).substr(0, 10);
}

std::vector<std::string> tags(std::initializer_list<const char *> names)
{
    return {names.begin(), names.end()};
}

} // namespace

TEST(NotionLines, parseArticle_readsThePropertiesBelowATitle)
{
    const Article english = parseArticle(
        "Meeting " + kId + ".md",
        "# Meeting\n\nCreated: May 1, 2023 10:00 AM\nTags: a, b c\nStage of work: Done\n\nText\n");
    EXPECT_EQ(english.meta.title, "Meeting");
    EXPECT_EQ(day(english.meta), "2023-05-01");
    EXPECT_EQ(english.meta.tags, tags({"a", "b c"}));
    EXPECT_NE(english.body.find("Stage of work: Done"), std::string::npos);

    const Article chinese = parseArticle("d/会议 " + kId + ".md",
                                         "# 会议\n\n创建时间: 2023年5月1日 10:00\n标签: 甲, "
                                         "乙\n作者: 李雷\n链接: https://a.b/c\n\n正文\n");
    EXPECT_EQ(day(chinese.meta), "2023-05-01");
    EXPECT_EQ(chinese.meta.tags, tags({"甲", "乙"}));
    EXPECT_EQ(chinese.meta.authors, tags({"李雷"}));
    EXPECT_EQ(chinese.meta.source, "https://a.b/c");

    const Article renamed
        = parseArticle("a.md", "# T\n\nDate: 2024-02-03\nTags: a\nAuthor: Li\n\nText\n");
    EXPECT_EQ(day(renamed.meta), "2024-02-03");
    EXPECT_EQ(renamed.meta.tags, tags({"a"}));

    const Article edited = parseArticle("P " + kId + ".md",
                                        "# P\n\nLast Edited Time: 2024-02-03 10:00\nDone: Yes\n");
    EXPECT_EQ(day(edited.meta), "2024-02-03");
}

TEST(NotionLines, parseArticle_leavesWhatIsProse)
{
    for (const char *const text : {
             "# T\n\nTags: a, b\nNote: this is a sentence.\n\nText\n", // not Notion's name
             "# T\nTags: a\nAuthor: b\n\nText\n", // no blank line
             "# T\n\nTags: a\nAuthor: b\nand a line without\n\nText\n",
             "## T\n\nTags: a\nAuthor: b\n",
             "# T\n\nText\n\nTags: a\nAuthor: b\n",
             "# T\n\n- Tags: a\n- Author: b\n",
             "# T\n\n**Tags**: a\n**Author**: b\n",
         }) {
        EXPECT_EQ(parseArticle("a.md", text).meta.tags, tags({})) << text;
        EXPECT_EQ(parseArticle("a.md", text).meta.authors, tags({})) << text;
    }
    EXPECT_EQ(
        parseArticle("a " + kId + ".md", "# T\n\nOne: a\nTwo: b\n\nText\n").meta.others.size(), 0U);
}

TEST(JoplinLines, parseArticle_readsWhatTheRawExportEndsANoteWith)
{
    const std::string text = "会议记录\n\n**正文**\n\nid: " + kId
        + "\nparent_id: fedcba9876543210fedcba9876543210\ncreated_time: 2021-03-04T05:06:07.890Z\n"
          "updated_time: 2022-03-04T05:06:07.890Z\nis_conflict: 0\nlatitude: 0.00000000\n"
          "author: Li Lei\nsource_url: https://a.b/c\nis_todo: 0\nsource: joplin-desktop\n"
          "source_application: net.cozic.joplin-desktop\nuser_created_time: "
          "2021-03-05T05:06:07.890Z\n"
          "encryption_cipher_text: \ntype_: 1";

    const Article article = parseArticle(kId + ".md", text);

    EXPECT_EQ(article.meta.title, "会议记录");
    EXPECT_EQ(article.body, "会议记录\n\n**正文**\n\n");
    EXPECT_EQ(day(article.meta), "2021-03-05");
    EXPECT_EQ(article.meta.authors, tags({"Li Lei"}));
    EXPECT_EQ(article.meta.source, "https://a.b/c");
}

TEST(JoplinLines, parseArticle_readsShortOnes)
{
    const Article folder
        = parseArticle("a.md", "Notebook\n\nid: " + kId + "\nparent_id: \ntype_: 2");
    EXPECT_EQ(folder.meta.title, "Notebook");
    EXPECT_EQ(folder.body, "Notebook\n\n");

    const Article tag = parseArticle("a.md", "id: " + kId + "\nnote_id: x\ntype_: 6\n");
    EXPECT_EQ(tag.body, "");
    EXPECT_EQ(tag.meta.title, "a");

    const Article fenced
        = parseArticle("a.md", "---\ntitle: T\n---\nText\n\nid: " + kId + "\ntype_: 1\n");
    EXPECT_EQ(fenced.meta.title, "T");
    EXPECT_EQ(fenced.body, "Text\n\n");
}

TEST(JoplinLines, joplinTextSize_isAll_whereTheLinesOnlyLookLikeIt)
{
    for (const std::string &text :
         {"a\n\nid: " + kId + "\n", std::string("a\n\ntype_: 1"),
          "a\n\nid: " + kId + "\n\ntype_: 1", std::string("a\n\nid: 12\ntype_: 1"),
          "a\n\nid: " + kId + "\nwords\ntype_: 1", "a\n\nid: " + kId + "\ntype_: 1\n\nb",
          std::string(), std::string("\n\n")}) {
        EXPECT_EQ(joplinTextSize(text), text.size()) << text;
    }
}

} // namespace lectern::core
