#include "core/article/article_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <pthread.h>
#include <string>
#include <string_view>

namespace lectern::core {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Article yaml(std::string_view lines)
{
    return parseArticle("name.md", std::string("---\n").append(lines) + "---\nBody\n");
}

std::vector<ProblemCode> codesOf(const Article &article)
{
    std::vector<ProblemCode> codes;
    for (const Problem &problem : article.problems) {
        codes.push_back(problem.code);
    }
    return codes;
}

} // namespace

TEST(FrontMatter, isFound_whateverStandsAroundItsFences)
{
    for (const std::string_view text : {
             "\xEF\xBB\xBF---\ntitle: T\ndate: 2024-05-06\n---\nBody\n",
             "---\r\ntitle: T\r\ndate: 2024-05-06\r\n---\r\nBody\r\n",
             "---\rtitle: T\rdate: 2024-05-06\r---\rBody\r",
             "\n \n---\ntitle: T\ndate: 2024-05-06\n---\nBody\n",
             "--- \t\ntitle: T\ndate: 2024-05-06\n---  \nBody\n",
             "---\ntitle: T\ndate: 2024-05-06\n...\nBody\n",
         }) {
        const Article article = parseArticle("name.md", text);

        EXPECT_EQ(article.meta.title, "T") << text;
        EXPECT_EQ(article.body, "Body\n") << text;
        EXPECT_THAT(article.problems, IsEmpty()) << text;
    }
}

TEST(FrontMatter, isBody_whenItHasNoEnd)
{
    const Article article = parseArticle("name.md", "---\ntitle: T\ntags:\n- a\n\n# Heading\n");

    EXPECT_EQ(article.body, "---\ntitle: T\ntags:\n- a\n\n# Heading\n");
    EXPECT_EQ(article.meta.title, "Heading");
    ASSERT_FALSE(article.problems.empty());
    EXPECT_EQ(article.problems.front().code, ProblemCode::FrontMatterUnclosed);
    EXPECT_EQ(article.problems.front().line, 1U);
    EXPECT_EQ(article.problems.front().proposal, "---\ntitle: T\ntags:\n- a\n---\n");
}

TEST(FrontMatter, isBody_whenTheFencesAreOnlyRules)
{
    for (const std::string_view text :
         {"---\nSome words, no keys.\n---\nMore\n", "---\n\nText\n", "---", "+++\nwords\n+++\n",
          "{{< figure >}}\n", "{% raw %}\n---\n", "--\ntitle: T\n--\n"}) {
        const Article article = parseArticle("name.md", text);

        EXPECT_EQ(article.body, text);
        EXPECT_EQ(article.meta.frontMatter, FrontMatterKind::None) << text;
        EXPECT_EQ(codesOf(article).front(), ProblemCode::FrontMatterMissing) << text;
    }
}

TEST(FrontMatter, mayBeEmpty)
{
    const Article article = parseArticle("name.md", "---\n---\nBody\n");

    EXPECT_EQ(article.meta.frontMatter, FrontMatterKind::Yaml);
    EXPECT_EQ(article.body, "Body\n");
    EXPECT_EQ(article.bodyLine, 3U);
}

TEST(FrontMatter, givesTheSameModel_inTomlAndJson)
{
    const Article toml = parseArticle("name.md",
                                      "+++\ntitle = \"x\"\ndate = 2015-02-02T02:20:38Z\n"
                                      "weight = 1_000\n[taxonomies]\ntags=[\"a\"]\n+++\nBody\n");
    const Article json = parseArticle("name.md",
                                      "{\n\"title\":\"x\",\n\"date\":\"2015-02-02T02:20:38Z\",\n"
                                      "\"weight\": 10.50,\n\"tags\":[\"a\"]\n}\nBody\n");

    for (const Article &article : {toml, json}) {
        EXPECT_EQ(article.meta.title, "x");
        EXPECT_EQ(toIso8601(article.meta.date.value()), "2015-02-02T02:20:38Z");
        EXPECT_THAT(article.meta.tags, ElementsAre("a"));
        EXPECT_EQ(article.body, "Body\n");
        EXPECT_THAT(article.problems, IsEmpty());
    }
    EXPECT_EQ(toml.meta.frontMatter, FrontMatterKind::Toml);
    EXPECT_EQ(toml.meta.others.front(), std::pair(std::string("weight"), std::string("1_000")));
    EXPECT_EQ(json.meta.frontMatter, FrontMatterKind::Json);
    EXPECT_EQ(json.meta.others.front(), std::pair(std::string("weight"), std::string("10.50")));
}

TEST(FrontMatter, readsTags_inEveryShape)
{
    EXPECT_THAT(yaml("tags: a\n").meta.tags, ElementsAre("a"));
    EXPECT_THAT(yaml("tags: a, b\n").meta.tags, ElementsAre("a", "b"));
    EXPECT_THAT(yaml("tags: a b\n").meta.tags, ElementsAre("a b"));
    EXPECT_THAT(yaml("tags: \"a，b、c；d;e\"\n").meta.tags, ElementsAre("a", "b", "c", "d", "e"));
    EXPECT_THAT(yaml("tags: [a, \"b c\"]\n").meta.tags, ElementsAre("a", "b c"));
    EXPECT_THAT(yaml("tags:\n- a\n-\n").meta.tags, ElementsAre("a"));
    EXPECT_THAT(yaml("tags:\n  - a\n  - b, c\n").meta.tags, ElementsAre("a", "b, c"));
    EXPECT_THAT(yaml("tags: [2024, c#]\n").meta.tags, ElementsAre("2024", "c#"));
    EXPECT_THAT(yaml("Tags: [x]\n").meta.tags, ElementsAre("x"));
    EXPECT_THAT(yaml("tag: x\n").meta.tags, ElementsAre("x"));
    EXPECT_THAT(yaml("tags: [a, a]\n").meta.tags, ElementsAre("a"));
    EXPECT_THAT(yaml("tags:\n").meta.tags, IsEmpty());
    EXPECT_THAT(yaml("tags: []\n").meta.tags, IsEmpty());
}

TEST(FrontMatter, leavesPlainValuesTheTextTheyWere)
{
    EXPECT_EQ(yaml("title: 2024\n").meta.title, "2024");
    EXPECT_EQ(yaml("title: 0x10\n").meta.title, "0x10");
    EXPECT_EQ(yaml("title: 1.10\n").meta.title, "1.10");
    EXPECT_EQ(yaml("title: yes\n").meta.title, "yes");
    EXPECT_EQ(yaml("title: null\n").meta.title, "name");
    EXPECT_EQ(yaml("title:\n").meta.title, "name");
    EXPECT_EQ(yaml("title: \"null\"\n").meta.title, "null");
    EXPECT_EQ(yaml("title: [AI]\n").meta.title, "[AI]");
}

TEST(FrontMatter, knowsKeysByTheirOtherNames)
{
    const Article article = yaml("Title: T\ndescription: D\nfeaturedImage: i.png\n"
                                 "Author: A, B\nkatex: true\nlanguage: en\npublished: false\n"
                                 "publish_date: 2024-05-06\nlast-mod: 2025-01-01\n");

    EXPECT_EQ(article.meta.title, "T");
    EXPECT_EQ(article.meta.summary, "D");
    EXPECT_EQ(article.meta.thumbnail, "i.png");
    EXPECT_THAT(article.meta.authors, ElementsAre("A", "B"));
    EXPECT_EQ(article.meta.mathjax, true);
    EXPECT_THAT(article.meta.languages, ElementsAre("en"));
    EXPECT_TRUE(article.meta.isDraft);
    EXPECT_EQ(toIso8601(article.meta.date.value()), "2024-05-06");
    EXPECT_EQ(article.meta.dateOrigin, DateOrigin::PublishDate);
}

TEST(FrontMatter, prefersTheBetterName_whereverItStands)
{
    const Article article
        = yaml("description: D\nlastmod: 2025-01-01\nsummary: S\ndate: 2024-05-06\n");

    EXPECT_EQ(article.meta.summary, "S");
    EXPECT_EQ(toIso8601(article.meta.date.value()), "2024-05-06");
    EXPECT_THAT(article.meta.others,
                ElementsAre(std::pair(std::string("description"), std::string("D")),
                            std::pair(std::string("lastmod"), std::string("2025-01-01"))));
}

TEST(FrontMatter, looksForFieldsBelowParams)
{
    const Article article = yaml("title: T\nparams:\n  title: no\n  summary: S\n  tags: [a]\n");

    EXPECT_EQ(article.meta.title, "T");
    EXPECT_EQ(article.meta.summary, "S");
    EXPECT_THAT(article.meta.tags, ElementsAre("a"));
}

TEST(FrontMatter, takesThePicture_outOfAMap)
{
    EXPECT_EQ(yaml("thumbnail:\n  src: a.png\n  alt: x\n").meta.thumbnail, "a.png");
    EXPECT_EQ(yaml("cover: {image: b.png}\n").meta.thumbnail, "b.png");
    EXPECT_EQ(yaml("images: [c.png, d.png]\n").meta.thumbnail, "c.png");
}

TEST(FrontMatter, keepsTheRaw_whenAMapStandsForText)
{
    const Article article = yaml("title: T\ndate: 2024-05-06\nlead:\n  main:\n    weight: 1\n");

    EXPECT_EQ(article.meta.lead, "");
    EXPECT_THAT(article.meta.others,
                ElementsAre(std::pair(std::string("lead"), std::string("{main: {weight: 1}}"))));
    EXPECT_THAT(codesOf(article), ElementsAre(ProblemCode::ValueUnexpected));
}

TEST(FrontMatter, takesTheNamesOfMenus_outOfAMap)
{
    const Article article = yaml("title: T\ndate: 2024-05-06\n"
                                 "menu:\n  main:\n    weight: 1\n  footer:\n    weight: 2\n");

    EXPECT_EQ(article.meta.menu, "main, footer");
    EXPECT_THAT(article.meta.others,
                ElementsAre(std::pair(std::string("menu"),
                                      std::string("{main: {weight: 1}, footer: {weight: 2}}"))));
    EXPECT_THAT(article.problems, IsEmpty());
}

TEST(FrontMatter, says_whenACommentCutsTheTitle)
{
    const Article article = yaml("title: C #1 hit\ndate: 2024-05-06\n");

    EXPECT_EQ(article.meta.title, "C");
    ASSERT_THAT(codesOf(article), ElementsAre(ProblemCode::TitleCutByComment));
    EXPECT_EQ(article.problems.front().line, 2U);
    EXPECT_EQ(article.problems.front().column, 10U);
    EXPECT_EQ(article.problems.front().valueUsed, "C");
    EXPECT_EQ(article.problems.front().proposal, "title: \"C #1 hit\"");
}

TEST(FrontMatter, keepsTheLast_whenAKeyIsThereTwice)
{
    const Article article = yaml("title: one\ndate: 2024-05-06\ntitle: two\n");

    EXPECT_EQ(article.meta.title, "two");
    ASSERT_THAT(codesOf(article), ElementsAre(ProblemCode::KeyDuplicate));
    EXPECT_EQ(article.problems.front().line, 2U);
    EXPECT_EQ(article.problems.front().valueUsed, "two");
    EXPECT_EQ(article.problems.front().proposal, "# title: one");
}

TEST(FrontMatter, readsControlCharactersAsBlanks)
{
    const Article article = yaml(std::string_view("title: a\0b\x04"
                                                  "c\x7F\ndate: 2024-05-06\n",
                                                  31));

    EXPECT_EQ(article.meta.title, "a b c");
    ASSERT_THAT(codesOf(article), ElementsAre(ProblemCode::ControlCharacters));
    EXPECT_EQ(article.problems.front().line, 2U);
    EXPECT_EQ(article.problems.front().column, 9U);
}

TEST(FrontMatter, says_whenTheDateMeansNothing)
{
    for (const std::string_view written : {"Invalid date", "\"{{ .Date }}\"", "2024-13-45"}) {
        const Article article = parseArticle(
            "2015-04-01-x.md", std::string("---\ntitle: T\ndate: ").append(written) + "\n---\n");

        EXPECT_EQ(toIso8601(article.meta.date.value()), "2015-04-01");
        EXPECT_EQ(article.meta.dateOrigin, DateOrigin::FileName);
        ASSERT_THAT(codesOf(article), ElementsAre(ProblemCode::DateUnreadable)) << written;
        EXPECT_EQ(article.problems.front().line, 3U);
        EXPECT_EQ(article.problems.front().column, 7U);
        EXPECT_EQ(article.problems.front().valueUsed, "2015-04-01");
        EXPECT_EQ(article.problems.front().proposal, "date: 2015-04-01");
    }
}

TEST(FrontMatter, readsAtLeastTheDay_whenTheTimeIsBroken)
{
    EXPECT_EQ(toIso8601(yaml("date: 2018-01-01 99:10::00\n").meta.date.value()), "2018-01-01");
}

TEST(FrontMatter, understandsAddresses)
{
    EXPECT_EQ(yaml("url: https://a.com/x\n").meta.source, "https://a.com/x");
    EXPECT_EQ(yaml("url: /x/\ncanonical: https://a.com/x\n").meta.source, "https://a.com/x");
    EXPECT_EQ(yaml("url: /x/\n").meta.source, "");
}

TEST(FrontMatter, isBounded_whenAliasesMultiply)
{
    std::string bomb = "title: T\ndate: 2024-05-06\na0: &a0 [x,x,x,x,x,x,x,x,x]\n";
    for (int level = 1; level < 10; ++level) {
        const std::string below = "*a" + std::to_string(level - 1);
        bomb += 'a' + std::to_string(level) + ": &a" + std::to_string(level) + " [" + below;
        for (int i = 0; i < 8; ++i) {
            bomb += ',' + below;
        }
        bomb += "]\n";
    }

    const Article article = yaml(bomb);

    EXPECT_EQ(article.meta.title, "T");
    EXPECT_EQ(article.meta.dateText, "2024-05-06");
}

TEST(FrontMatter, isBounded_whenAnAliasIsInsideItself)
{
    for (const std::string_view line :
         {"a: &a [*a, *a]\n", "a: &a {b: *a}\n", "a: &a\n  <<: *a\n", "tags: &a [x, *a]\n"}) {
        const Article article = yaml(std::string("title: T\n").append(line));

        EXPECT_EQ(article.meta.title, "T") << line;
    }
}

TEST(FrontMatter, keepsAliasedValues)
{
    const Article article = yaml("title: &t T\nsummary: *t\ntags: &l [a, b]\ncategories: *l\n");

    EXPECT_EQ(article.meta.summary, "T");
    EXPECT_THAT(article.meta.categories, ElementsAre("a", "b"));
}

TEST(FrontMatter, isBounded_whenBracketsNest)
{
    for (const std::string_view piece : {"[", "{a: ", "- ", "? ", "{\"a\":[", "a.", "[[a."}) {
        std::string deep;
        for (int i = 0; i < 10'000; ++i) {
            deep += piece;
        }
        const Article inYaml = yaml("title: T\nx: " + deep + '\n' + deep + '\n');
        const Article inToml = parseArticle(
            "name.md", "+++\ntitle = \"T\"\nx = " + deep + '\n' + deep + "\n+++\nBody\n");

        EXPECT_EQ(inYaml.meta.title, "T") << piece;
        EXPECT_EQ(inYaml.body, "Body\n") << piece;
        EXPECT_EQ(inToml.meta.title, "T") << piece;
        EXPECT_EQ(inToml.body, "Body\n") << piece;
    }
}

TEST(FrontMatter, isReadOnTheStackOfAThread_whenBracketsNest)
{
    constexpr std::size_t kStackBytes = 2U << 20U; // threads have 8 MB
    std::string deep = "x: ";
    for (int i = 0; i < 30'000; ++i) {
        deep += "[";
    }
    pthread_attr_t attributes;
    ASSERT_EQ(::pthread_attr_init(&attributes), 0);
    ASSERT_EQ(::pthread_attr_setstacksize(&attributes, kStackBytes), 0);
    const auto readIt = [](void *text) -> void * {
        return new Article(yaml("title: T\n" + *static_cast<std::string *>(text) + '\n'));
    };
    pthread_t thread{};
    ASSERT_EQ(::pthread_create(&thread, &attributes, readIt, &deep), 0);

    void *result = nullptr;
    ASSERT_EQ(::pthread_join(thread, &result), 0);
    ::pthread_attr_destroy(&attributes);

    const std::unique_ptr<Article> article(static_cast<Article *>(result));
    EXPECT_EQ(article->meta.title, "T");
    EXPECT_EQ(codesOf(*article).front(), ProblemCode::FrontMatterBroken);
}

TEST(FrontMatter, isBounded_whenOneValueHas50Megabytes)
{
    const Article article = yaml("title: T\nx: " + std::string(50'000'000, 'x') + '\n');

    EXPECT_EQ(article.meta.title, "T");
    EXPECT_EQ(article.body, "Body\n");
    EXPECT_EQ(codesOf(article).front(), ProblemCode::FrontMatterTooLarge);
    EXPECT_TRUE(article.meta.others.empty());
}

TEST(FrontMatter, keepsTheOtherFields_whenAnEscapeMeansNothing)
{
    for (const std::string_view line :
         {"lead: \"\\ud800\"\n", "lead: \"\\ud800\\udc00\"\n", "lead: \"\\q\"\n", "\tlead: x\n",
          "lead: \"\\U00110000\"\n"}) {
        const Article article = yaml(std::string("title: T\ndate: 2024-05-06\n").append(line));

        EXPECT_EQ(article.meta.title, "T") << line;
        EXPECT_EQ(article.meta.dateText, "2024-05-06") << line;
        ASSERT_EQ(article.problems.size(), 1U) << line;
        EXPECT_EQ(article.problems.front().line, 4U) << line;
    }
}

TEST(FrontMatter, readsTheBeginning_whenItIsTooLarge)
{
    std::string lines = "title: \"T\"\ndate: 2024-05-06\n";
    for (int i = 0; i < 100'000; ++i) {
        lines += 'k' + std::to_string(i) + ": v\n";
    }

    const Article article = yaml(lines);

    EXPECT_EQ(article.meta.title, "T");
    EXPECT_EQ(article.body, "Body\n");
    EXPECT_EQ(codesOf(article).front(), ProblemCode::FrontMatterTooLarge);
}

TEST(FrontMatter, takesWhatItLacks_fromASecondBlockRightBelow)
{
    for (const std::string_view between : {"", "\n", "\n\n"}) {
        const Article article = parseArticle(
            "a.md",
            "---\ntitle: one\n---\n" + std::string(between)
                + "---\ntheme: smartblue\ntitle: two\ntags: [x]\ndate: 2024-05-06\n---\n# H\n");

        EXPECT_EQ(article.meta.title, "one");
        EXPECT_EQ(article.meta.dateText, "2024-05-06");
        EXPECT_THAT(article.meta.tags, ElementsAre("x"));
        EXPECT_THAT(article.meta.others, ElementsAre(testing::Pair("theme", "smartblue")));
        EXPECT_EQ(article.body, "# H\n");
        EXPECT_EQ(article.bodyLine, 10U + between.size());
    }
    EXPECT_EQ(parseArticle("a.md", "---\ntitle: one\n---\n+++\nx = 1\n+++\nB\n").body, "B\n");
}

TEST(FrontMatter, leavesRulesBelowIt_alone)
{
    for (const std::string_view body :
         {"---\nprose\n---\nmore\n", "---\nNote: prose\n---\n", "---\n\nkey: word\n\n---\n",
          "text\n\n---\na: b\n---\n", "---\nkey: word\nand prose\n---\n", "---\n---\n"}) {
        EXPECT_EQ(parseArticle("a.md", "---\ntitle: one\n---\n" + std::string(body)).body, body);
    }
}

} // namespace lectern::core
