#include "core/article/front_matter/article_meta.h"
#include "core/article/front_matter/block_fields.h"
#include "core/article/problem_sentence.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace lectern::core {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

struct Filled
{
    ArticleMeta meta;
    std::vector<Problem> problems;
};

/// What \a block says, as if it began on line 2 of its file.
Filled fill(std::string_view block, FrontMatterKind kind = FrontMatterKind::Yaml)
{
    const BlockFields fields = parseBlock(block, kind);
    Filled filled;
    fillMeta(std::get<FieldTree>(fields), {block, 2, kind}, filled.meta, filled.problems);
    return filled;
}

ArticleMeta metaOf(std::string_view block)
{
    return fill(block).meta;
}

std::string dateOf(std::string_view block)
{
    const ArticleMeta meta = metaOf(block);
    return meta.date ? toIso8601(*meta.date) : "none";
}

struct TextCase
{
    std::string_view key;
    std::string ArticleMeta::*text;
};

struct ListCase
{
    std::string_view key;
    std::vector<std::string> ArticleMeta::*list;
};

struct FlagCase
{
    std::string_view key;
    std::optional<bool> ArticleMeta::*flag;
};

struct OriginCase
{
    std::string_view block;
    std::string_view date;
    DateOrigin origin;
};

} // namespace

TEST(ArticleMeta, takesTexts)
{
    for (const TextCase &expected : {
             TextCase{"title", &ArticleMeta::title},
             TextCase{"subtitle", &ArticleMeta::subtitle},
             TextCase{"sub_title", &ArticleMeta::subtitle},
             TextCase{"副标题", &ArticleMeta::subtitle},
             TextCase{"summary", &ArticleMeta::summary},
             TextCase{"description", &ArticleMeta::summary},
             TextCase{"excerpt", &ArticleMeta::summary},
             TextCase{"lead", &ArticleMeta::lead},
             TextCase{"menu", &ArticleMeta::menu},
             TextCase{"sidebar", &ArticleMeta::sidebar},
             TextCase{"slug", &ArticleMeta::slug},
             TextCase{"url", &ArticleMeta::url},
             TextCase{"permalink", &ArticleMeta::url},
             TextCase{"thumbnail", &ArticleMeta::thumbnail},
             TextCase{"featuredImage", &ArticleMeta::thumbnail},
             TextCase{"image", &ArticleMeta::thumbnail},
             TextCase{"cover", &ArticleMeta::thumbnail},
             TextCase{"images", &ArticleMeta::thumbnail},
         }) {
        const ArticleMeta meta = metaOf(std::string(expected.key) + ": \" 值 v \"\n");

        EXPECT_EQ(meta.*expected.text, "值 v") << expected.key;
        EXPECT_THAT(meta.others, IsEmpty()) << expected.key;
    }
}

TEST(ArticleMeta, takesLists)
{
    for (const ListCase &expected : {
             ListCase{"categories", &ArticleMeta::categories},
             ListCase{"category", &ArticleMeta::categories},
             ListCase{"tags", &ArticleMeta::tags},
             ListCase{"tag", &ArticleMeta::tags},
             ListCase{"languages", &ArticleMeta::languages},
             ListCase{"lang", &ArticleMeta::languages},
             ListCase{"translations", &ArticleMeta::translations},
             ListCase{"authors", &ArticleMeta::authors},
             ListCase{"author", &ArticleMeta::authors},
             ListCase{"keywords", &ArticleMeta::keywords},
             ListCase{"series", &ArticleMeta::series},
             ListCase{"aliases", &ArticleMeta::aliases},
             ListCase{"widgets", &ArticleMeta::widgets},
         }) {
        const ArticleMeta meta = metaOf(std::string(expected.key) + ": [甲, \"b c\"]\n");

        EXPECT_THAT(meta.*expected.list, ElementsAre("甲", "b c")) << expected.key;
        EXPECT_THAT(meta.others, IsEmpty()) << expected.key;
    }
}

TEST(ArticleMeta, takesFlags)
{
    for (const FlagCase &expected : {
             FlagCase{"comments", &ArticleMeta::comments},
             FlagCase{"authorbox", &ArticleMeta::authorbox},
             FlagCase{"pager", &ArticleMeta::pager},
             FlagCase{"toc", &ArticleMeta::toc},
             FlagCase{"mathjax", &ArticleMeta::mathjax},
             FlagCase{"math", &ArticleMeta::mathjax},
             FlagCase{"katex", &ArticleMeta::mathjax},
         }) {
        const std::string key(expected.key);

        EXPECT_EQ(metaOf(key + ": true\n").*expected.flag, true) << key;
        EXPECT_EQ(metaOf(key + ": Off\n").*expected.flag, false) << key;
        EXPECT_EQ(metaOf(key + ": maybe\n").*expected.flag, std::nullopt) << key;
        EXPECT_EQ(metaOf("x: 1\n").*expected.flag, std::nullopt) << key;
    }
}

TEST(ArticleMeta, hasAWeight_thatIsAWholeNumber)
{
    EXPECT_EQ(metaOf("weight: 30\n").weight, 30);
    EXPECT_EQ(metaOf("Weight: '-2'\n").weight, -2);
    EXPECT_EQ(metaOf("params:\n  weight: 7\n").weight, 7);
    for (const std::string_view text : {"", "heavy", "1.5", "3 kg", "99999999999999999999", "[]"}) {
        EXPECT_EQ(metaOf("weight: " + std::string(text) + '\n').weight, 0) << text;
    }
}

TEST(ArticleMeta, isADraft_whenItSaysSoOrIsNotPublished)
{
    EXPECT_TRUE(metaOf("draft: true\n").isDraft);
    EXPECT_TRUE(metaOf("published: false\n").isDraft);
    EXPECT_FALSE(metaOf("draft: false\npublished: false\n").isDraft);
    EXPECT_FALSE(metaOf("published: true\n").isDraft);
    EXPECT_FALSE(metaOf("published: 2024-05-06\n").isDraft);
    EXPECT_FALSE(metaOf("x: 1\n").isDraft);
}

TEST(ArticleMeta, takesTheBestDate_whereverItStands)
{
    for (const OriginCase &expected : {
             OriginCase{"date: 2024-05-06\n", "2024-05-06", DateOrigin::Date},
             OriginCase{"ms.date: 05/06/2024\n", "2024-05-06", DateOrigin::Date},
             OriginCase{"ms.date: 2020-01-01\ndate: 2024-05-06\n", "2024-05-06", DateOrigin::Date},
             OriginCase{"publishDate: 2024-05-06\n", "2024-05-06", DateOrigin::PublishDate},
             OriginCase{"published: 2024-05-06\n", "2024-05-06", DateOrigin::PublishDate},
             OriginCase{"created: 2024-05-06\n", "2024-05-06", DateOrigin::Created},
             OriginCase{"lastmod: 2024-05-06\n", "2024-05-06", DateOrigin::LastModified},
             OriginCase{"lastmod: 2025-01-01\ncreated: 2024-05-06\n", "2024-05-06",
                        DateOrigin::Created},
             OriginCase{"created: 2023-01-01\npubdate: 2024-05-06\n", "2024-05-06",
                        DateOrigin::PublishDate},
             OriginCase{"params:\n  date: 2024-05-06\n", "2024-05-06", DateOrigin::Date},
         }) {
        const ArticleMeta meta = metaOf(expected.block);

        ASSERT_TRUE(meta.date) << expected.block;
        EXPECT_EQ(toIso8601(*meta.date), expected.date) << expected.block;
        EXPECT_EQ(meta.dateOrigin, expected.origin) << expected.block;
    }
}

TEST(ArticleMeta, keepsTheDateAsWritten)
{
    const ArticleMeta meta = metaOf("date: \" 2024-05-06 07:08:09 +0800 \"\n");

    EXPECT_EQ(meta.dateText, "2024-05-06 07:08:09 +0800");
    EXPECT_EQ(toIso8601(meta.date.value()), "2024-05-06T07:08:09+08:00");
}

TEST(ArticleMeta, hasNoDate_whenNoneIsStated)
{
    EXPECT_EQ(dateOf("title: T\n"), "none");
    EXPECT_EQ(dateOf("date:\n"), "none");
    EXPECT_EQ(dateOf("date: [2024-05-06]\n"), "none");
    EXPECT_EQ(metaOf("date:\n").dateOrigin, DateOrigin::None);
}

TEST(ArticleMeta, says_whenTheDateMeansNoDay)
{
    const Filled filled = fill("title: T\ndate: some day\nlastmod: 2025-01-01\n");

    EXPECT_EQ(toIso8601(filled.meta.date.value()), "2025-01-01");
    EXPECT_EQ(filled.meta.dateOrigin, DateOrigin::LastModified);
    EXPECT_EQ(filled.meta.dateText, "2025-01-01");
    ASSERT_EQ(filled.problems.size(), 1U);
    EXPECT_EQ(filled.problems[0].code, ProblemCode::DateUnreadable);
    EXPECT_EQ(filled.problems[0].line, 3U);
    EXPECT_EQ(filled.problems[0].column, 7U);
    EXPECT_EQ(problemSentence(filled.problems[0]), "The date \"some day\" means no day.");
}

TEST(ArticleMeta, keepsTheWords_whenNoDateIsReadable)
{
    EXPECT_EQ(metaOf("date: some day\n").dateText, "some day");
}

TEST(ArticleMeta, joinsATitleOfManyLines)
{
    const ArticleMeta meta = metaOf("title: |\n  One\n  two\n");

    EXPECT_EQ(meta.title, "One two");
    EXPECT_EQ(meta.titleOrigin, TitleOrigin::FrontMatter);
}

TEST(ArticleMeta, fillMeta_leavesNoBlankWhereChineseLinesWereFolded)
{
    EXPECT_EQ(metaOf("title: |\n  折断的\n  标题\n").title, "折断的标题");
    EXPECT_EQ(metaOf("title: >\n  折断的\n  标题\n").title, "折断的标题");
    EXPECT_EQ(metaOf("summary: 前一行\n  后一行\nx: 1\n").summary, "前一行后一行");
    EXPECT_EQ(metaOf("summary: \"前一行\n  后一行\"\n").summary, "前一行后一行");
    EXPECT_EQ(metaOf("summary: >-\n  甲\n  乙\n\n  丙\n").summary, "甲乙丙");
    EXPECT_EQ(metaOf("description: 前一行\n  后一行\nx: 1\n").summary, "前一行后一行");
    EXPECT_EQ(metaOf("x: a b\nlead: >\n  前一行\n  后一行\n").lead, "前一行后一行");
}

TEST(ArticleMeta, fillMeta_keepsBlanksThatWereWritten)
{
    EXPECT_EQ(metaOf("title: 李白 静夜思\n").title, "李白 静夜思");
    EXPECT_EQ(metaOf("title: \"李白 \\u9759夜思\"\n").title, "李白 静夜思");
    EXPECT_EQ(metaOf("summary: >\n  two\n  lines 中文\n").summary, "two lines 中文");
    EXPECT_EQ(metaOf("summary: >\n  한국어\n  문장\n").summary, "한국어 문장");
}

TEST(ArticleMeta, hasNoTitle_whenItIsEmptyOrATemplate)
{
    for (const std::string_view block :
         {"title:\n", "title: \"\"\n", "title: \" \"\n", "title: \"{{ .Title }}\"\n", "x: 1\n"}) {
        const ArticleMeta meta = metaOf(block);

        EXPECT_EQ(meta.title, "") << block;
        EXPECT_EQ(meta.titleOrigin, TitleOrigin::FileName) << block;
    }
}

TEST(ArticleMeta, takesATitleInBracketsAsText)
{
    const Filled filled = fill("title: [AI]\n");

    EXPECT_EQ(filled.meta.title, "[AI]");
    ASSERT_EQ(filled.problems.size(), 1U);
    EXPECT_EQ(filled.problems[0],
              (Problem{ProblemCode::ValueUnexpected,
                       2,
                       8,
                       {{ProblemReason::TitleIsNoText}, {}},
                       "[AI]",
                       "title: \"[AI]\""}));
}

TEST(ArticleMeta, refusesATitle_thatIsABlockList)
{
    const Filled filled = fill("title:\n  - a\n");

    EXPECT_EQ(filled.meta.title, "");
    EXPECT_THAT(filled.meta.others, ElementsAre(Pair("title", "[a]")));
    ASSERT_EQ(filled.problems.size(), 1U);
    EXPECT_EQ(filled.problems[0].code, ProblemCode::ValueUnexpected);
    EXPECT_EQ(filled.problems[0].line, 3U);
    EXPECT_EQ(filled.problems[0].column, 3U);
    EXPECT_EQ(problemSentence(filled.problems[0]),
              "The value of \"title\" is a list where text was expected.");
}

TEST(ArticleMeta, refusesMaps_whereTextsOrListsAreExpected)
{
    const Filled text = fill("slug: {a: b}\n");
    const Filled list = fill("keywords: {a: b}\n");

    EXPECT_EQ(text.meta.slug, "");
    EXPECT_THAT(text.meta.others, ElementsAre(Pair("slug", "{a: b}")));
    ASSERT_EQ(text.problems.size(), 1U);
    EXPECT_EQ(problemSentence(text.problems[0]),
              "The value of \"slug\" is a map where text was expected.");
    EXPECT_EQ(text.problems[0].column, 7U);
    EXPECT_THAT(list.meta.keywords, IsEmpty());
    EXPECT_THAT(list.meta.others, ElementsAre(Pair("keywords", "{a: b}")));
    ASSERT_EQ(list.problems.size(), 1U);
    EXPECT_EQ(problemSentence(list.problems[0]),
              "The value of \"keywords\" is a map where a list was expected.");
}

TEST(ArticleMeta, says_whenACommentCutsTheTitle)
{
    const Filled filled = fill("x: 1\ntitle: 中文 C #1\n");

    EXPECT_EQ(filled.meta.title, "中文 C");
    ASSERT_EQ(filled.problems.size(), 1U);
    EXPECT_EQ(filled.problems[0],
              (Problem{ProblemCode::TitleCutByComment,
                       3,
                       13,
                       {{ProblemReason::TitleEndsAtComment}, {}},
                       "中文 C",
                       "title: \"中文 C #1\""}));
}

TEST(ArticleMeta, isSilentAboutHashes_thatCutNothing)
{
    for (const std::string_view block : {"title: \"C #1\"\n", "title: 'C #1'\n", "title: C#1\n",
                                         "title: C# x\n", "title: C\nx: y #1\n"}) {
        EXPECT_THAT(fill(block).problems, IsEmpty()) << block;
    }
    EXPECT_THAT(fill("title = \"C\" #1\n", FrontMatterKind::Toml).problems, IsEmpty());
}

TEST(ArticleMeta, hasASubtitle_asPlainAsATitle)
{
    EXPECT_EQ(metaOf("subtitle: 'Q&amp;A &#8211; <em>two</em>'\n").subtitle, "Q&A – two");
    EXPECT_EQ(metaOf("副标题: 前一行\n  后一行\nx: 1\n").subtitle, "前一行后一行");
    EXPECT_EQ(metaOf("params:\n  subTitle: S\n").subtitle, "S");
    EXPECT_EQ(metaOf("subtitle: [S, T]\n").subtitle, "S");
    for (const std::string_view value : {"", "''", "' '", "[]", "'{{ .Subtitle }}'", "{a: b}"}) {
        EXPECT_EQ(metaOf("title: T\nsubtitle: " + std::string(value) + '\n').subtitle, "") << value;
    }
}

TEST(ArticleMeta, prefersTheBetterName_butNeedsAValue)
{
    EXPECT_EQ(metaOf("excerpt: E\ndescription: D\nsummary: S\n").summary, "S");
    EXPECT_EQ(metaOf("excerpt: E\ndescription: D\nsummary:\n").summary, "D");
    EXPECT_EQ(metaOf("image: i\nthumbnail: \"{{ .X }}\"\n").thumbnail, "i");
    EXPECT_THAT(metaOf("tag: a\ntags: []\n").tags, ElementsAre("a"));
    EXPECT_THAT(metaOf("tag: a\ntags: b\n").tags, ElementsAre("b"));
}

TEST(ArticleMeta, readsWhatExportersLeave_inTitlesSummariesAndTags)
{
    EXPECT_EQ(metaOf("summary: 'Q&amp;A: &quot;why&quot;&nbsp;not'\n").summary,
              "Q&A: \"why\"\u00A0not");
    EXPECT_EQ(metaOf("summary: '<p>One <em>two</em></p>'\n").summary, "One two");
    EXPECT_EQ(metaOf("lead: '<p>Q&amp;A &#8211; a \\_b'\n").lead, "Q&A – a _b");
    EXPECT_EQ(metaOf("sidebar: 'Q&amp;A'\n").sidebar, "Q&amp;A"); // no words of a page
    EXPECT_EQ(metaOf("title: 'Tom &amp; the lamp &#8211; part two'\n").title,
              "Tom & the lamp – part two");
    EXPECT_EQ(metaOf("title: 'A\\_B and `x`, ~~y~~, **z**'\n").title, "A_B and x, y, z");
    EXPECT_EQ(metaOf("title: '<a id=\"x\"></a>Q&amp;A&#x200b;'\n").title, "Q&A");
    EXPECT_THAT(metaOf("tags: ['R&amp;D', b]\n").tags, ElementsAre("R&D", "b"));
}

TEST(ArticleMeta, keepsSignsOfATitle_thatAreTheAuthors)
{
    for (const std::string_view title :
         {"a < b > c", "std::vector<T>", "2 * 3 ** 4", "AT&T", "~/notes", "__init__", "C:\\x",
          "one ` tick", "<video> tags", "&nosuch; x"}) {
        EXPECT_EQ(metaOf("title: '" + std::string(title) + "'\n").title, title);
    }
}

TEST(ArticleMeta, readsEachName_ofListsInLists)
{
    const auto names = ElementsAre("旅行", "日本", "摄影");

    EXPECT_THAT(metaOf("categories:\n- [旅行, 日本]\n- 摄影\n").categories, names);
    EXPECT_THAT(metaOf("categories:\n- - 旅行\n  - 日本\n- 摄影\n").categories, names);
    EXPECT_THAT(metaOf("categories: [[旅行, 日本], [摄影]]\n").categories, names);
    EXPECT_THAT(metaOf("categories:\n  旅行: [日本]\n  摄影:\n").categories, names);
    EXPECT_THAT(metaOf("tags: [{label: a}, {name: b}, c]\n").tags, ElementsAre("a", "b", "c"));
    EXPECT_THAT(metaOf("authors: [[A], [B]]\n").authors, ElementsAre("A", "B"));
}

TEST(ArticleMeta, takesTheSignsOffTags_asObsidianWritesThem)
{
    EXPECT_THAT(metaOf("tags: \"#河 #湖\"\n").tags, ElementsAre("河", "湖"));
    EXPECT_THAT(metaOf("tags: [\"#a\", b, \"C#\"]\n").tags, ElementsAre("a", "b", "C#"));
    EXPECT_THAT(metaOf("author: \"[[Li Lei]]\"\n").authors, ElementsAre("Li Lei"));
    EXPECT_THAT(metaOf("authors: [\"[[people/Li|Li]]\"]\n").authors, ElementsAre("Li"));
    EXPECT_EQ(metaOf("date: \"[[2025-09-12]]\"\n").dateText, "2025-09-12");
    EXPECT_EQ(metaOf("date: {created: 2025-09-12, updated: 2025-09-13}\n").dateText, "2025-09-12");
}

TEST(ArticleMeta, takesDateZero_forNoDate)
{
    for (const std::string_view date :
         {"1899-11-30T00:00:00.000Z", "1899-11-30 00:00:00", "0000-00-00 00:00:00"}) {
        const Filled filled = fill("date: " + std::string(date) + "\nlastmod: 2024-05-06\n");

        EXPECT_EQ(filled.meta.dateText, "2024-05-06") << date;
        EXPECT_EQ(filled.meta.dateOrigin, DateOrigin::LastModified);
        ASSERT_EQ(filled.problems.size(), 1U);
        EXPECT_EQ(filled.problems[0].code, ProblemCode::DateUnreadable);
    }
    EXPECT_EQ(metaOf("date: 1899-11-30\n").dateText, "1899-11-30");
    EXPECT_EQ(metaOf("date: 1899-11-30T08:00:00Z\n").dateText, "1899-11-30T08:00:00Z");
}

TEST(ArticleMeta, readsTagsThatYamlTakesForAComment_andSaysSo)
{
    for (const std::string_view block : {"tags: #河 #湖\n", "tags:\n- #河\n- #湖\n",
                                         "tags: 河, #湖\n", "tags: [] #x\ntag: #河, #湖\n"}) {
        const Filled filled = fill(block);

        EXPECT_THAT(filled.meta.tags, ElementsAre("河", "湖")) << block;
        ASSERT_FALSE(filled.problems.empty()) << block;
        EXPECT_EQ(filled.problems[0].code, ProblemCode::ValueUnexpected);
    }
    EXPECT_EQ(fill("x: 1\ntags: #河 #湖\n").problems[0].proposal, "tags: [\"河\", \"湖\"]");
}

TEST(ArticleMeta, leavesCommentsAlone)
{
    for (const std::string_view block : {"tags: # none yet\n", "tags: [a] #b\n", "tags: a #b\n",
                                         "tags:\n#b\n- a\n", "tags: ## two\n"}) {
        const Filled filled = fill(block);

        EXPECT_THAT(filled.meta.tags, testing::Not(testing::Contains("b"))) << block;
        EXPECT_THAT(filled.problems, IsEmpty()) << block;
    }
}

TEST(ArticleMeta, takesPicturesAndNames_outOfMaps)
{
    EXPECT_EQ(metaOf("cover: {alt: x, image: a.png}\n").thumbnail, "a.png");
    EXPECT_EQ(metaOf("images:\n- a.png\n- b.png\n").thumbnail, "a.png");
    EXPECT_THAT(metaOf("authors:\n- name: Ann\n  age: 3\n- Bob\n").authors,
                ElementsAre("Ann", "Bob"));
}

TEST(ArticleMeta, looksBelowContainers_afterTheTop)
{
    for (const std::string_view container : {"params", "extra", "taxonomies", "<<"}) {
        const ArticleMeta meta = metaOf("slug: top\n" + std::string(container)
                                        + ":\n  slug: below\n  lead: L\n  tags: [a]\n");

        EXPECT_EQ(meta.slug, "top") << container;
        EXPECT_EQ(meta.lead, "L") << container;
        EXPECT_THAT(meta.tags, ElementsAre("a")) << container;
    }
    EXPECT_EQ(metaOf("other:\n  lead: L\n").lead, "");
}

TEST(ArticleMeta, knowsTheSource_onlyByAWholeAddress)
{
    for (const std::string_view key :
         {"source", "source_url", "canonicalURL", "url", "permalink", "link", "via"}) {
        const std::string written(key);

        EXPECT_EQ(metaOf(written + ": https://a.com/x\n").source, "https://a.com/x") << key;
        EXPECT_EQ(metaOf(written + ": http://a.com/x\n").source, "http://a.com/x") << key;
        EXPECT_EQ(metaOf(written + ": /x/\n").source, "") << key;
        EXPECT_EQ(metaOf(written + ": ftp://a.com\n").source, "") << key;
    }
}

TEST(ArticleMeta, prefersTheStatedSource)
{
    EXPECT_EQ(metaOf("link: https://c.com\nurl: https://b.com\nsource: https://a.com\n").source,
              "https://a.com");
    EXPECT_EQ(metaOf("link: https://c.com\nurl: https://b.com\nsource: a book\n").source,
              "https://b.com");
}

TEST(ArticleMeta, keepsEveryOtherKey_inOrder)
{
    const ArticleMeta meta
        = metaOf("weight: 010\nTitle: T\nLayout: {a: [b, c]}\nempty:\nsource: a book\n");

    EXPECT_THAT(meta.others,
                ElementsAre(Pair("weight", "010"), Pair("Layout", "{a: [b, c]}"), Pair("empty", ""),
                            Pair("source", "a book")));
}

TEST(ArticleMeta, boundsWhatItKeeps)
{
    const ArticleMeta meta = metaOf("x: " + std::string(10'000, 'v') + '\n');

    ASSERT_EQ(meta.others.size(), 1U);
    EXPECT_EQ(meta.others[0].second.size(), 4096U);
}

TEST(ArticleMeta, countsTheLast_whenAKeyIsThereTwice)
{
    const Filled filled = fill("slug: a\nx: 1\nslug: b\n");

    EXPECT_EQ(filled.meta.slug, "b");
    ASSERT_EQ(filled.problems.size(), 1U);
    EXPECT_EQ(filled.problems[0],
              (Problem{ProblemCode::KeyDuplicate,
                       2,
                       1,
                       {{ProblemReason::KeyStandsAgain}, {"slug"}},
                       "b",
                       "# slug: a"}));
}

TEST(ArticleMeta, noticesDuplicates_amongManyKeys)
{
    std::string block;
    for (int i = 0; i < 60; ++i) {
        block += 'k' + std::to_string(i) + ": v\n";
    }

    EXPECT_THAT(fill(block).problems, IsEmpty());

    const Filled filled = fill(block + "k7: w\n");
    ASSERT_EQ(filled.problems.size(), 1U);
    EXPECT_EQ(filled.problems[0].code, ProblemCode::KeyDuplicate);
    EXPECT_EQ(filled.problems[0].line, 9U);
    EXPECT_EQ(filled.problems[0].proposal, "# k7: v");
}

TEST(ArticleMeta, proposesNoComment_inJson)
{
    const Filled filled = fill("{\"slug\": \"a\", \"slug\": \"b\"}", FrontMatterKind::Json);

    ASSERT_EQ(filled.problems.size(), 1U);
    EXPECT_EQ(filled.problems[0].code, ProblemCode::KeyDuplicate);
    EXPECT_EQ(filled.problems[0].proposal, "");
}

TEST(ProblemAt, countsLinesFromTheFileAndColumnsInCharacters)
{
    const BlockPlace block{"a: 1\n标题: x\n", 5, FrontMatterKind::Yaml};

    const Problem start = problemAt(block, 0, ProblemCode::DateMissing);
    const Problem value = problemAt(block, 13, ProblemCode::DateMissing);
    const Problem end = problemAt(block, 15, ProblemCode::DateMissing);

    EXPECT_EQ(start.code, ProblemCode::DateMissing);
    EXPECT_EQ(start.line, 5U);
    EXPECT_EQ(start.column, 1U);
    EXPECT_EQ(value.line, 6U);
    EXPECT_EQ(value.column, 5U);
    EXPECT_EQ(end.line, 7U);
    EXPECT_EQ(end.column, 1U);
}

} // namespace lectern::core
