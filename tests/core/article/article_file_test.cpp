#include "core/article/article_file.h"
#include "core/article/problem_sentence.h"
#include "tests/support/lowered_privileges.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

namespace lectern::core {

namespace {

using testing::ElementsAre;

ProblemCode firstCode(const Article &article)
{
    return article.problems.at(0).code;
}

/// A folder of odd files that goes away with the test.
class OddFiles : public testing::Test
{
protected:
    OddFiles()
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "lectern-XXXXXX").string();
        m_root = ::mkdtemp(pattern.data());
    }

    ~OddFiles() override { std::filesystem::remove_all(m_root); }

    std::string path(std::string_view name) const { return m_root + '/' + std::string(name); }

    void write(std::string_view name, std::string_view text) const
    {
        std::ofstream(path(name), std::ios::binary) << text;
    }

    Article read(std::string_view name) const { return readArticleFile(m_root, name).article; }

    std::string m_root;
};

} // namespace

TEST(ArticleFile, readsTheFields_whenFrontMatterIsYaml)
{
    const Article article = parseArticle("a.md",
                                         "---\n"
                                         "title: \"Two words\"\n"
                                         "date: 2025-02-10 11:43:17\n"
                                         "tags: [a, \"b c\"]\n"
                                         "categories:\n- news\n-\n"
                                         "draft: true\n"
                                         "colour: blue\n"
                                         "---\n"
                                         "Body\n");

    EXPECT_EQ(article.meta.title, "Two words");
    EXPECT_EQ(toIso8601(article.meta.date.value()), "2025-02-10T11:43:17");
    EXPECT_THAT(article.meta.tags, ElementsAre("a", "b c"));
    EXPECT_THAT(article.meta.categories, ElementsAre("news"));
    EXPECT_TRUE(article.meta.isDraft);
    EXPECT_THAT(article.meta.others, ElementsAre(std::pair("colour", "blue")));
    EXPECT_EQ(article.body, "Body\n");
    EXPECT_EQ(article.bodyLine, 11U);
    EXPECT_TRUE(article.problems.empty());
}

TEST(ArticleFile, takesTheFirstHeading_whenThereIsNoFrontMatter)
{
    const Article article = parseArticle("a.md", "Hello\n\n# The **title**\n");

    EXPECT_EQ(article.meta.title, "The title");
    EXPECT_EQ(article.meta.titleOrigin, TitleOrigin::Heading);
    EXPECT_EQ(article.body, "Hello\n\n# The **title**\n");
}

TEST(ArticleFile, readsHeadingsAsPlainText)
{
    for (const auto &[text, title] : {
             std::pair("# A #\n", "A"),
             std::pair("# A {#id}\n", "A"),
             std::pair("# C#\n", "C#"),
             std::pair("# [A](https://a.com) b\n", "A b"),
             std::pair("# `code` 1\\. x\n", "code 1. x"),
             std::pair("\n\nA **b**\n====\n", "A b"),
             std::pair("标题\n--\n", "标题"),
             std::pair("```\n# no\n```\n# yes\n", "yes"),
             std::pair("text\n\nlater\n=====\n", "name"),
             std::pair("### 图片\n", "name"),
         }) {
        EXPECT_EQ(parseArticle("name.md", text).meta.title, title) << text;
    }
}

TEST(ArticleFile, takesTheFileName_whenThereIsNoHeading)
{
    for (const auto &[path, title] : {
             std::pair("x/2015-04-01-ZMap%20scan.md", "ZMap scan"),
             std::pair("2015-04-01 ZMap.md", "ZMap"),
             std::pair("2015-04-01.md", "2015-04-01"),
             std::pair("a/some-post/index.md", "some-post"),
             std::pair("a/2015-04-01-post/index.md", "post"),
             std::pair("_index.md", "_index"),
             std::pair("%E4%B8%AD.md", "中"),
             std::pair("100%.md", "100%"),
             std::pair("%FF.md", "%FF"),
             std::pair("a\nb.md", "a b"),
             std::pair(".md", ".md"),
         }) {
        const Article article = parseArticle(path, "text\n");

        EXPECT_EQ(article.meta.title, title);
        EXPECT_EQ(article.meta.titleOrigin, TitleOrigin::FileName);
    }
}

TEST(ArticleFile, takesTitleAndDate_fromSetextHeadingAndFileName)
{
    const Article article = parseArticle("2015-04-01 ZMap.md", "Title\n=====\n");

    EXPECT_EQ(article.meta.title, "Title");
    EXPECT_EQ(toIso8601(article.meta.date.value()), "2015-04-01");
    EXPECT_EQ(article.meta.dateOrigin, DateOrigin::FileName);
}

TEST(ArticleFile, takesTheDate_fromTheAddress)
{
    const Article article
        = parseArticle("a.md", "+++\ntitle = \"T\"\npath = \"blog/2026/08/21/name\"\n+++\n");

    EXPECT_EQ(toIso8601(article.meta.date.value()), "2026-08-21");
    EXPECT_EQ(article.meta.dateOrigin, DateOrigin::FileName);
    EXPECT_EQ(article.meta.url, "blog/2026/08/21/name");
}

TEST(ArticleFile, readsTheSubjectHeader)
{
    const Article article = parseArticle("a.md",
                                         "[#]: subject: (题)\n"
                                         "[#]: via: (https://a.com/x)\n"
                                         "[#]: author: (Ann Lee https://a.com/ann)\n"
                                         "[#]: translator: ( )\n\nText\n");

    EXPECT_EQ(article.meta.title, "题");
    EXPECT_EQ(article.meta.titleOrigin, TitleOrigin::SubjectHeader);
    EXPECT_EQ(article.meta.source, "https://a.com/x");
    EXPECT_THAT(article.meta.authors, ElementsAre("Ann Lee"));
    EXPECT_EQ(article.body, "\nText\n");
    EXPECT_EQ(article.bodyLine, 5U);
}

TEST(ArticleFile, takesTheSource_fromALastLineThatIsOneLink)
{
    EXPECT_EQ(parseArticle("a.md", "Text\n\n[qq](https://a.com/x)\n").meta.source,
              "https://a.com/x");
    EXPECT_EQ(parseArticle("a.md", "Text\n\n[qq](https://a.com/x) more\n").meta.source, "");
    EXPECT_EQ(parseArticle("a.md", "[a](https://a.com)\n\nText\n").meta.source, "");
    EXPECT_EQ(parseArticle("a.md", "Text [a](https://a.com)\n").meta.source, "");
    EXPECT_EQ(parseArticle("a.md", "[a](javascript:x)\n").meta.source, "");
}

TEST(ArticleFile, guessesTheLanguage_whenNoneIsStated)
{
    for (const auto &[text, language] : {
             std::pair("今天天气很好，我们去公园。", "zh-CN"),
             std::pair("今天天氣很好，我們去公園。", "zh-TW"),
             std::pair("今日は天気がいいので公園へ行きます。", "ja"),
             std::pair("오늘은 날씨가 좋습니다.", "ko"),
             std::pair("Сегодня хорошая погода.", "ru"),
             std::pair("This is the story of a day in the park.", "en"),
         }) {
        const Article article = parseArticle("a.md", text);

        EXPECT_THAT(article.meta.languages, ElementsAre(language));
        EXPECT_TRUE(article.meta.isLanguageGuessed);
    }
    const Article stated = parseArticle("a.md", "---\nlang: [fr, en]\n---\n今天\n");
    EXPECT_THAT(stated.meta.languages, ElementsAre("fr", "en"));
    EXPECT_FALSE(stated.meta.isLanguageGuessed);
}

TEST(ArticleFile, saysWhere_whenBytesMeanNothing)
{
    const Article article
        = parseArticle("a.md", "---\ntitle: T\ndate: 2024-05-06\n---\n一二三四五\xFF六\n");

    EXPECT_EQ(article.body, "一二三四五\xEF\xBF\xBD六\n");
    ASSERT_EQ(article.problems.size(), 1U);
    EXPECT_EQ(firstCode(article), ProblemCode::EncodingInvalid);
    EXPECT_EQ(article.problems.front().line, 5U);
    EXPECT_EQ(article.problems.front().column, 6U);
}

/// One reader reads thousands of files into the same memory.
TEST_F(OddFiles, leaveNothingBehind_forTheNextFile)
{
    write("full.md",
          "---\ntitle: A long title that needs memory of its own\ndate: 2025-02-03\n"
          "summary: Words about it, also rather long\ncategories: [c1, c2]\ntags: [t1, t2, t3]\n"
          "lang: zh\ntranslations: [en]\nauthor: A\nkeywords: [k]\nseries: s\naliases: [/old]\n"
          "widgets: [w]\nmenu: main\nthumbnail: t.png\nlead: l\nsidebar: right\nslug: s\n"
          "url: https://example.org/a\ndraft: true\ncomments: true\nauthorbox: true\npager: true\n"
          "toc: true\nmathjax: true\nown: value\n---\nBody\n");
    write("bare.md", "Just words\n");
    write("broken.md", "---\ntitle: \"a \"b\" c\"\n---\n");
    ArticleReader reader(m_root);

    for (const char *name : {"full.md", "bare.md", "broken.md", "full.md", "gone.md", "bare.md"}) {
        const ArticleReader::Reading reading = reader.read(name);
        const Article alone = read(name);

        EXPECT_EQ(reading.article.path, name);
        EXPECT_EQ(reading.article.meta, alone.meta) << name;
        EXPECT_EQ(reading.article.problems, alone.problems) << name;
        EXPECT_EQ(reading.article.bodyLine, alone.bodyLine) << name;
        EXPECT_EQ(reading.body, alone.body) << name;
    }
}

TEST_F(OddFiles, useTheFileTime_whenNothingTellsADate)
{
    write("a.md", "text\n");
    std::filesystem::last_write_time(
        path("a.md"),
        std::filesystem::file_time_type::clock::from_sys(
            std::chrono::sys_seconds(std::chrono::seconds(1'739'187'797))));

    const Article article = read("a.md");

    EXPECT_EQ(toIso8601(article.meta.date.value()), "2025-02-10T11:43:17Z");
    EXPECT_EQ(article.meta.dateOrigin, DateOrigin::FileTime);
}

TEST_F(OddFiles, areListed_whenTheirNameIsNotUtf8)
{
    write("\xD6\xD0.md", "text\n");

    const Article article = read("\xD6\xD0.md");

    EXPECT_EQ(article.path, "\xD6\xD0.md");
    EXPECT_EQ(article.meta.title, "\xEF\xBF\xBD\xEF\xBF\xBD");
    EXPECT_EQ(article.body, "text\n");
    EXPECT_EQ(firstCode(article), ProblemCode::FileNameNotUtf8);
}

TEST_F(OddFiles, areReportedAndNotOpened_whenTheyAreNoFiles)
{
    ASSERT_EQ(::mkfifo(path("fifo.md").c_str(), 0600), 0);
    std::filesystem::create_directory(path("folder.md"));

    EXPECT_EQ(firstCode(read("fifo.md")), ProblemCode::FileNotRegular);
    EXPECT_EQ(firstCode(read("folder.md")), ProblemCode::FileNotRegular);
    EXPECT_EQ(read("fifo.md").meta.title, "fifo");
}

TEST_F(OddFiles, areReported_whenTheyLeadOutside)
{
    std::filesystem::create_symlink("/etc/passwd", path("passwd.md"));
    std::filesystem::create_symlink("loop.md", path("loop.md"));

    EXPECT_EQ(firstCode(read("passwd.md")), ProblemCode::FileOutside);
    EXPECT_EQ(firstCode(read("loop.md")), ProblemCode::FileOutside);
    EXPECT_EQ(read("passwd.md").body, "");
}

TEST_F(OddFiles, areReported_whenTheyMayNotBeRead)
{
    write("secret.md", "# Title\n");
    std::filesystem::permissions(path(""), std::filesystem::perms(0755));
    std::filesystem::permissions(path("secret.md"), std::filesystem::perms::none);
    const tests::LoweredPrivileges lowered;
    if (!lowered.isDone()) {
        GTEST_SKIP() << "this system does not let root give up its rights";
    }

    const Article article = read("secret.md");

    EXPECT_EQ(article.meta.title, "secret");
    ASSERT_EQ(article.problems.size(), 1U);
    EXPECT_EQ(firstCode(article), ProblemCode::FileUnreadable);
    EXPECT_TRUE(
        problemSentence(article.problems.front()).ends_with("Ask for the right to read it."));
}

TEST_F(OddFiles, areReported_whenTheyChangeWhileTheyAreRead)
{
    std::atomic<bool> isDone = false;
    write("growing.md", std::string(1U << 20U, 'x'));
    std::thread writer([&] {
        std::ofstream stream(path("growing.md"), std::ios::app);
        for (int line = 0; line < 5'000'000 && !isDone; ++line) {
            stream << 'x' << std::flush;
        }
    });

    bool isReported = false;
    for (int round = 0; round < 2000 && !isReported; ++round) {
        const Article article = read("growing.md");
        isReported = std::ranges::count(article.problems, ProblemCode::FileChangedWhileRead,
                                        &Problem::code)
            == 1;
    }
    isDone = true;
    writer.join();

    EXPECT_TRUE(isReported);
}

TEST_F(OddFiles, giveTheirBeginning_whenTheyAreCutWhileTheyAreRead)
{
    std::atomic<bool> isDone = false;
    write("cut.md", "# Title\n");
    std::thread writer([&] {
        while (!isDone) {
            std::filesystem::resize_file(path("cut.md"), 1U << 20U);
            std::filesystem::resize_file(path("cut.md"), 8);
        }
    });

    std::string title = "Title";
    for (int round = 0; round < 200 && title == "Title"; ++round) {
        title = read("cut.md").meta.title;
    }
    isDone = true;
    writer.join();

    EXPECT_EQ(title, "Title");
}

TEST_F(OddFiles, areReported_whenTheyAreGone)
{
    const Article article = read("none.md");

    ASSERT_EQ(firstCode(article), ProblemCode::FileUnreadable);
    EXPECT_TRUE(problemSentence(article.problems.front())
                    .ends_with("It was moved or deleted, or is a link that leads nowhere."));
}

TEST_F(OddFiles, areReadInPart_whenTheyAreHuge)
{
    write("huge.md", "# Title\n");
    std::filesystem::resize_file(path("huge.md"), 1ULL << 30U);

    const Article article = read("huge.md");

    EXPECT_EQ(article.meta.title, "Title");
    EXPECT_LE(article.body.size(), kMaxArticleBytes);
    EXPECT_EQ(article.problems.back().code, ProblemCode::FileTooLarge);
}

TEST_F(OddFiles, giveTheSameBody_whenOnlyTheBodyIsRead)
{
    using namespace std::string_view_literals;
    const std::array<std::string_view, 11> texts{
        "",
        "text\n",
        "---\ntitle: T\n---\ntext\n",
        "+++\ntitle = 'T'\n+++\n\ntext\n",
        "{\n\"title\": \"T\"\n}\ntext\n",
        "---\ntitle: T\ntext without an end\n",
        "---\nprose between rules\n---\ntext\n",
        "[#]: subject: (T)\n[#]: via: (https://a.example/)\n\ntext\n",
        "---\r\ntitle: T\r\n---\r\ntext\r\n",
        "\xEF\xBB\xBF---\ntitle: T\n---\n\0text\n"sv,
        "---\ntitle: \xD6\xD0\xCE\xC4\n---\n\xC4\xE3\xBA\xC3\xCA\xC0\xBD\xE7\n",
    };
    ArticleReader reader(m_root);
    for (std::size_t index = 0; index < texts.size(); ++index) {
        const std::string name = std::to_string(index) + ".md";
        write(name, texts[index]);

        EXPECT_EQ(reader.readBody(name), read(name).body) << texts[index];
    }
    EXPECT_EQ(reader.readBody("7.md"), "\ntext\n");
    EXPECT_EQ(reader.readBody("none.md"), "");
}

TEST(ParseArticle, readsTheEscapesThatYamlCppWritesAsLatin1)
{
    const Article article = parseArticle("a.md", "---\ntitle: \"春\\_天\\Nx\"\nlead: *x\n---\n");

    EXPECT_EQ(article.meta.title, "春\u00A0天\u0085x");
}

} // namespace lectern::core
