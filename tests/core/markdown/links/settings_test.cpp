#include "core/markdown/links/settings.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

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

} // namespace lectern::core
