#include "core/article/subject_header.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace lectern::core {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

TEST(SubjectHeader, fillsTheFields)
{
    const std::string_view header = "[#]: subject: (A title)\n"
                                    "[#]: via: (https://a.com/x)\n"
                                    "[#]: author: (Ann Lee https://a.com/ann)\n"
                                    "[#]: date: (2021-03-04)\n"
                                    "[#]: translator: (bob)\n";
    ArticleMeta meta;

    const std::size_t length = readSubjectHeader(std::string(header) + "\nBody\n", meta);

    EXPECT_EQ(length, header.size());
    EXPECT_EQ(meta.title, "A title");
    EXPECT_EQ(meta.titleOrigin, TitleOrigin::SubjectHeader);
    EXPECT_EQ(meta.source, "https://a.com/x");
    EXPECT_THAT(meta.authors, ElementsAre("Ann Lee"));
    ASSERT_TRUE(meta.date);
    EXPECT_EQ(toIso8601(*meta.date), "2021-03-04");
    EXPECT_EQ(meta.dateOrigin, DateOrigin::Date);
    EXPECT_EQ(meta.dateText, "2021-03-04");
    EXPECT_THAT(meta.others, ElementsAre(Pair("translator", "bob")));
}

TEST(SubjectHeader, readsValues_inQuotesOrPlain)
{
    ArticleMeta meta;

    readSubjectHeader("[#]: subject: \"In quotes\"\n[#]: reviewer: plain\n[#]: note: (half\n",
                      meta);

    EXPECT_EQ(meta.title, "In quotes");
    EXPECT_THAT(meta.others, ElementsAre(Pair("reviewer", "plain"), Pair("note", "(half")));
}

TEST(SubjectHeader, leavesOut_whatIsEmpty)
{
    ArticleMeta meta;

    const std::size_t length
        = readSubjectHeader("[#]: subject: ( )\n[#]: author:\n[#]: no colon\n", meta);

    EXPECT_EQ(length, 45U);
    EXPECT_EQ(meta.title, "");
    EXPECT_THAT(meta.authors, IsEmpty());
    EXPECT_THAT(meta.others, IsEmpty());
}

TEST(SubjectHeader, keepsRaw_whatItCannotUnderstand)
{
    ArticleMeta meta;

    readSubjectHeader("[#]: via: (a friend)\n[#]: date: (some day)\n", meta);

    EXPECT_EQ(meta.source, "");
    EXPECT_FALSE(meta.date);
    EXPECT_THAT(meta.others, ElementsAre(Pair("via", "a friend"), Pair("date", "some day")));
}

TEST(SubjectHeader, keepsTheFirstTitle)
{
    ArticleMeta meta;

    readSubjectHeader("[#]: subject: (One)\n[#]: subject: (Two)\n", meta);

    EXPECT_EQ(meta.title, "One");
    EXPECT_THAT(meta.others, ElementsAre(Pair("subject", "Two")));
}

TEST(SubjectHeader, isNotThere_whenTheTextBeginsOtherwise)
{
    for (const std::string_view text :
         {"", "Body\n", "\n[#]: subject: (T)\n", "[1]: subject: (T)\n", "[#] subject: (T)\n"}) {
        ArticleMeta meta;

        EXPECT_EQ(readSubjectHeader(text, meta), 0U) << text;
        EXPECT_EQ(meta.title, "") << text;
    }
}

TEST(SubjectHeader, endsAfter32Lines)
{
    std::string text;
    for (int i = 0; i < 40; ++i) {
        text += "[#]: k: (v)\n";
    }
    ArticleMeta meta;

    const std::size_t length = readSubjectHeader(text, meta);

    EXPECT_EQ(length, 384U);
    EXPECT_EQ(meta.others.size(), 32U);
}

TEST(SourceFromLastLine, takesTheAddressOfALink)
{
    EXPECT_EQ(sourceFromLastLine("Text\n\n[site](https://a.com/x?y=1#z)\n \n"),
              "https://a.com/x?y=1#z");
    EXPECT_EQ(sourceFromLastLine("[站点](http://a.com)"), "http://a.com");
}

TEST(SourceFromLastLine, isEmpty_whenTheLineIsMoreOrLess)
{
    for (const std::string_view body : {
             "",
             "Text\n",
             "[site](https://a.com)\nText\n",
             "From [site](https://a.com)\n",
             "[site](https://a.com).\n",
             "[a](https://a.com) [b](https://b.com)\n",
             "[site](/relative)\n",
             "[site](javascript:alert)\n",
             "[site](https://a.com \"title\")\n",
             "![image](https://a.com/a.png)\n",
             "[site]: https://a.com\n",
         }) {
        EXPECT_EQ(sourceFromLastLine(body), "") << body;
    }
}

} // namespace lectern::core
