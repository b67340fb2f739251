#include "core/library/articles_by_name.h"
#include "tests/core/library/sample_records.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

namespace lectern::core {

namespace {

std::shared_ptr<const Library> libraryOf(const std::vector<std::string> &paths)
{
    std::vector<ArticleRecord> records;
    for (const std::string &path : paths) {
        records.push_back(makeRecord(path, "t"));
    }
    return buildLibrary("/r", records, {});
}

} // namespace

TEST(ArticlesByName, findsArticlesByName_withoutCaseOrEnding)
{
    const ArticlesByName names(libraryOf(
        {"a/Page.md", "b/index.md", "c/_index.md", "文/科學.md", "index.md", "d/e.f.markdown"}));

    EXPECT_EQ(names.find("page", "").value_or(""), "a/Page.md");
    EXPECT_EQ(names.find("PAGE", "").value_or(""), "a/Page.md");
    EXPECT_EQ(names.find("b", "").value_or(""), "b/index.md");
    EXPECT_EQ(names.find("c", "").value_or(""), "c/_index.md");
    EXPECT_EQ(names.find("科学", "").value_or(""), "文/科學.md");
    EXPECT_EQ(names.find("index", "").value_or(""), "index.md");
    EXPECT_EQ(names.find("e.f", "").value_or(""), "d/e.f.markdown");
    EXPECT_FALSE(names.find("pag", ""));
    EXPECT_FALSE(names.find("Page.md", ""));
    EXPECT_FALSE(names.find("", ""));
}

TEST(ArticlesByName, prefersTheNearest_ofSeveral)
{
    const ArticlesByName names(libraryOf({"a/b/x.md", "a/c/x.md", "z/x.md"}));

    EXPECT_EQ(names.find("x", "a/c/here.md").value_or(""), "a/c/x.md");
    EXPECT_EQ(names.find("x", "z/here.md").value_or(""), "z/x.md");
    EXPECT_EQ(names.find("x", "q.md").value_or(""), "a/b/x.md");
}

TEST(ArticlesByName, findsArticlesByTheirAliases_afterTheirNames)
{
    std::vector<ArticleRecord> records{makeRecord("a.md", "t"), makeRecord("b.md", "t"),
                                       makeRecord("c.md", "t")};
    records[0].meta.aliases = {"别名", "Other Name", "c"};
    records[1].meta.aliases = {"/old/address/"};
    const ArticlesByName names(buildLibrary("/r", records, {}));

    EXPECT_EQ(names.find("别名", "").value_or(""), "a.md");
    EXPECT_EQ(names.find("other name", "").value_or(""), "a.md");
    EXPECT_EQ(names.find("c", "").value_or(""), "c.md");
    EXPECT_FALSE(names.find("Other", ""));
}

TEST(ArticlesByName, findsNothing_inAnEmptyLibrary)
{
    EXPECT_FALSE(ArticlesByName(libraryOf({})).find("a", ""));
}

} // namespace lectern::core
