#include "core/article/article_file.h"
#include "core/markdown/links/settings.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lectern::core {

namespace {

using tests::TemporaryFolder;

FolderConventions conventionsIn(const TemporaryFolder &folder, const std::string &library = {})
{
    const std::string root = library.empty() ? folder.path() : folder.path(library);
    return conventionsOf(root, siteAround(root));
}

std::string authorAt(const FolderConventions &conventions, std::string_view path)
{
    const auto meta = defaultsOf(conventions, path);
    return meta && !meta->authors.empty() ? meta->authors.front() : "";
}

} // namespace

TEST(Settings, giveHugosCascade_inEachLanguage)
{
    for (const auto &[name, text] : {
             std::pair("hugo.toml", "[[cascade]]\nauthor = '李'\n"),
             std::pair("hugo.yaml",
                       "\xEF\xBB\xBF"
                       "cascade:\r\n  author: 李\r\n"),
             std::pair("config.toml", "title = 'T'\n[cascade]\nauthor = '李'\n"),
             std::pair("hugo.json", "{\"cascade\": {\"author\": \"李\"}}"),
         }) {
        const TemporaryFolder folder;
        folder.write(name, text);
        folder.write("content/a.md", "a");

        EXPECT_EQ(authorAt(conventionsIn(folder), "content/a.md"), "李") << name;
        EXPECT_EQ(authorAt(conventionsIn(folder, "content"), "a.md"), "李") << name;
    }
}

TEST(Settings, giveJekyllsDefaults)
{
    const TemporaryFolder folder;
    folder.write("_config.yml",
                 "defaults: [{scope: {path: '', type: posts}, values: {author: 李}}]\n");
    folder.write("_posts/a.md", "a");

    EXPECT_EQ(authorAt(conventionsIn(folder), "_posts/a.md"), "李");
    EXPECT_EQ(authorAt(conventionsIn(folder, "_posts"), "a.md"), "李");
}

TEST(Settings, areAProblem_whenTheyCannotBeRead)
{
    const TemporaryFolder folder;
    folder.write("_config.yml", "defaults: [\n");

    const FolderConventions conventions = conventionsIn(folder);

    ASSERT_EQ(conventions.problems.size(), 1U);
    EXPECT_EQ(conventions.problems[0].first, "_config.yml");
    EXPECT_EQ(conventions.problems[0].second.code, ProblemCode::FrontMatterBroken);
}

TEST(Settings, sayNothing_whereTheyHaveNoDefaults)
{
    const TemporaryFolder folder;
    folder.write("_config.yml", "title: [\n");
    folder.write("hugo.toml", "title = \n");

    const FolderConventions conventions = conventionsIn(folder);

    EXPECT_TRUE(conventions.problems.empty());
    EXPECT_EQ(conventions.fingerprint, "");
}

TEST(Settings, haveAnotherFingerprint_whenTheyChange)
{
    const TemporaryFolder folder;
    folder.write("hugo.toml", "[cascade]\nauthor = 'A'\n");
    const std::string before = conventionsIn(folder).fingerprint;
    folder.write("hugo.toml", "[cascade]\nauthor = 'B'\n");

    EXPECT_NE(conventionsIn(folder).fingerprint, before);
    EXPECT_NE(before, "");
}

TEST(Settings, takeWhatSectionsHandDown)
{
    const TemporaryFolder folder;
    folder.write("_index.md", "---\ncascade: {author: A}\n---\n");
    folder.write("blog/_index.md", "+++\n[cascade]\nauthor = 'B'\n+++\n");
    folder.write("docs/_index.md", "---\ntitle: cascade\n---\ncascade: {author: C}\n");
    FolderConventions conventions;

    addCascadesAround(conventions, folder.path(), "blog/2024/a.md");
    addCascadesAround(conventions, folder.path(), "docs/a.md");

    EXPECT_EQ(authorAt(conventions, "a.md"), "A");
    EXPECT_EQ(authorAt(conventions, "blog/2024/a.md"), "B");
    EXPECT_EQ(authorAt(conventions, "docs/a.md"), "A");
}

namespace {

using Others = std::vector<std::pair<std::string, std::string>>;

/// What the note with \a block is in a vault whose properties have \a types.
ArticleMeta noteWith(const std::string &types, const std::string &block)
{
    const TemporaryFolder folder;
    folder.write(".obsidian/types.json", "{\"types\": {" + types + "}}");
    folder.write("n.md", "---\n" + block + "---\nx\n");
    const FolderConventions conventions = conventionsIn(folder);
    EXPECT_TRUE(conventions.problems.empty());
    return readArticleFile(folder.path(), "n.md", &conventions).article.meta;
}

} // namespace

TEST(PropertyTypes, aDateThatIsText_isNoDate)
{
    for (const std::string type : {"text", "multitext", "number", "checkbox"}) {
        const ArticleMeta meta
            = noteWith("\"created\": \"" + type + "\"", "title: T\ncreated: 2020-01-02\n");
        EXPECT_EQ(meta.dateOrigin, DateOrigin::FileTime) << type;
        EXPECT_EQ(meta.others, (Others{{"created", "2020-01-02"}})) << type;
    }
    EXPECT_EQ(
        noteWith("\"date\": \"text\"", "title: T\nDate: 2020\ncreated: 2021-02-03\n").dateText,
        "2021-02-03");
}

TEST(PropertyTypes, otherDates_areNotTheArticles)
{
    for (const std::string key : {"due", "scheduled", "生日"}) {
        const ArticleMeta meta
            = noteWith("\"" + key + "\": \"date\"", "title: T\n" + key + ": 2020-01-02\n");
        EXPECT_EQ(meta.dateOrigin, DateOrigin::FileTime) << key;
        EXPECT_EQ(meta.others, (Others{{key, "2020-01-02"}})) << key;
    }
}

TEST(PropertyTypes, datesStayDates)
{
    for (const std::string types : {"", "\"date\": \"date\"", "\"date\": \"datetime\"",
                                    "\"due\": \"text\"", "\"Created\": \"text\""}) {
        EXPECT_EQ(noteWith(types, "date: 2020-01-02\n").dateText, "2020-01-02") << types;
    }
}

TEST(PropertyTypes, aText_isOneItem)
{
    using Items = std::vector<std::string>;
    const std::string block = "author: 李, 王\ntags: a, b\naliases: c, d\n";
    const std::string own = "\"tags\": \"tags\", \"aliases\": \"aliases\"";

    EXPECT_EQ(noteWith(own, block).authors, (Items{"李", "王"}));
    EXPECT_EQ(noteWith(own + ", \"Author\": \"text\"", block).authors, Items{"李, 王"});
    EXPECT_EQ(noteWith(own + ", \"author\": \"multitext\"", block).authors, Items{"李, 王"});
    EXPECT_EQ(noteWith("\"category\": \"text\"", "category: a, b\n").categories, Items{"a, b"});
    EXPECT_EQ(noteWith("\"author\": \"multitext\"", "author: [李, 王]\n").authors,
              (Items{"李", "王"}));
    EXPECT_EQ(noteWith(own, block).tags, (Items{"a", "b"}));
    EXPECT_EQ(noteWith(own, block).aliases, (Items{"c", "d"}));
}

TEST(PropertyTypes, thatCannotBeRead_areAProblem)
{
    for (const std::string settings :
         {"{\"types\": {\"date\": \"text\"", "{\"types\": }", "\"types\"\n"}) {
        const TemporaryFolder folder;
        folder.write(".obsidian/types.json", settings);
        folder.write("n.md", "---\ndate: 2020-01-02\n---\nx\n");

        const FolderConventions conventions = conventionsIn(folder);

        ASSERT_EQ(conventions.problems.size(), 1U) << settings;
        EXPECT_EQ(conventions.problems[0].first, ".obsidian/types.json");
        EXPECT_EQ(readArticleFile(folder.path(), "n.md", &conventions).article.meta.dateText,
                  "2020-01-02");
    }
}

TEST(PropertyTypes, ofOtherShapes_sayNothing)
{
    for (const std::string settings : {"{\"types\": []}", "{\"types\": \"date\"}", "[\"types\"]",
                                       "{\"types\": {\"date\": [1, {\"a\": \"text\"}]}}"}) {
        const TemporaryFolder folder;
        folder.write(".obsidian/types.json", settings);
        folder.write("n.md", "---\ndate: 2020-01-02\n---\nx\n");

        const FolderConventions conventions = conventionsIn(folder);

        EXPECT_EQ(readArticleFile(folder.path(), "n.md", &conventions).article.meta.dateText,
                  "2020-01-02")
            << settings;
    }
}

TEST(PropertyTypes, areNotReadOutsideOfVaults)
{
    const TemporaryFolder folder;
    folder.write("notes/types.json", "{\"types\": {\"date\": \"text\"}}");
    folder.write("_config.yml", "");

    EXPECT_TRUE(conventionsIn(folder).types.empty());
}

} // namespace lectern::core
