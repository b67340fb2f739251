#include "core/library/indexer.h"
#include "core/search/body_search.h"
#include "core/state/library_keys.h"
#include "tests/core/library/sample_records.h"
#include "tests/support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

namespace lectern::core {

TEST(LibraryKeys, areInTheOrderOfRows)
{
    const auto library = sampleLibrary();

    const std::vector<ArticleKey> keys = keysOf(*library);

    ASSERT_EQ(keys.size(), library->size());
    for (Row row = 0; row < library->size(); ++row) {
        EXPECT_EQ(keys[row].path, library->path(row));
        EXPECT_EQ(keys[row].title, library->title(row));
        EXPECT_EQ(keys[row].stamp, library->stamp(row));
        EXPECT_EQ(keys[row].print, TextPrint()); // its text was not read
    }
}

TEST(LibraryKeys, haveAddressesInTheirOneForm)
{
    ArticleRecord tracked = makeRecord("a.md", "A");
    tracked.meta.source = "https://www.example.org/a/?utm_source=x";
    ArticleRecord none = makeRecord("b.md", "B");
    none.meta.source = "from a book";

    const auto keys = keysOf(*buildLibrary("/r", {tracked, none}, {}));

    EXPECT_EQ(keys[0].source, "example.org/a");
    EXPECT_EQ(keys[1].source, "");
}

TEST(LibraryKeys, areNone_ofAnEmptyLibrary)
{
    EXPECT_TRUE(keysOf(*buildLibrary("/r", {}, {})).empty());
}

TEST(LibraryKeys, haveThePrintsThatAreKnown)
{
    const auto library = sampleLibrary();
    const TextPrint print = printOfBody("The text of the second.\n");

    const std::vector<ArticleKey> keys
        = keysOf(*library, [&](Row row) { return row == 1 ? print : TextPrint(); });

    EXPECT_EQ(keys[0].print, TextPrint());
    EXPECT_EQ(keys[1].print, print);
}

TEST(PrintOfEntry, isOfTheSameText_asThatOfTheFile)
{
    for (const char *const body : {"Some *words* and a [link](https://example.org/a).\n",
                                   "第一行\r\n\r\nＡＢＣ　后\n", "a\0b", "# 标题\n\n- ⅷ ﬁn é\n"}) {
        const tests::TemporaryFolder folder;
        const tests::TemporaryFolder cache;
        folder.write("a.md", body);
        const auto library = indexFolder(folder.path(), nullptr, {}).value();
        const BodySearch texts(TextPack::update(cache.path(), *library, {}).value(), *library);

        const TextPackEntry *const entry = texts.entry(0);

        ASSERT_NE(entry, nullptr);
        const TextPrint print = printOfEntry(entry->checksum, entry->sizeBytes);
        EXPECT_TRUE(isSameText(print, printOfBody(body))) << body;
        EXPECT_EQ(print.bytes, printOfBody(body).bytes) << body;
    }
}

TEST(PrintOfBody, isOfWhatIsSeen)
{
    const TextPrint print = printOfBody("Some *words* and a [link](https://example.org/a).\n");

    EXPECT_TRUE(isSameText(
        print, printOfBody("Some **words** and a [link](https://example.org/other).\n")));
    EXPECT_TRUE(isSameText(print, printOfBody("SOME words and a link.\n")));
    EXPECT_FALSE(isSameText(print, printOfBody("Some words and no link.\n")));
}

TEST(PrintOfBody, isOneForEachEndOfALine)
{
    const TextPrint print = printOfBody("第一行\n\n第二行\n");

    EXPECT_TRUE(isSameText(print, printOfBody("第一行\r\n\r\n第二行\r\n")));
    EXPECT_TRUE(isSameText(print, printOfBody("第一行\n\n第二行")));
}

TEST(PrintOfBody, takesFullWidthLettersForOthers)
{
    EXPECT_TRUE(isSameText(printOfBody("ＡＢＣ １２３"), printOfBody("abc 123")));
    EXPECT_FALSE(isSameText(printOfBody("ＡＢＣ"), printOfBody("abd")));
}

TEST(PrintOfBody, takesNulls_andNothing)
{
    EXPECT_EQ(printOfBody("").version, kTextPrintVersion);
    EXPECT_FALSE(hasSketch(printOfBody("").sketch));
    EXPECT_TRUE(hasSketch(printOfBody(std::string_view("a\0b", 3)).sketch));
}

TEST(PrintOfFile, isThatOfItsBody)
{
    const tests::TemporaryFolder folder;
    folder.write("深/a.md", "---\ntitle: A\n---\nThe body of it.\n");
    folder.write("plain.md", "The body of it.\n");

    const TextPrint print = printOfFile(folder.path(), "深/a.md");

    EXPECT_EQ(print, printOfBody("The body of it.\n"));
    EXPECT_EQ(print, printOfFile(folder.path(), "plain.md"));
}

TEST(PrintOfFile, isNone_whereThereIsNoFile)
{
    const tests::TemporaryFolder folder;
    std::filesystem::create_directory(folder.path("folder.md"));

    EXPECT_EQ(printOfFile(folder.path(), "missing.md"), TextPrint());
    EXPECT_EQ(printOfFile(folder.path(), "folder.md"), TextPrint());
    EXPECT_EQ(printOfFile(folder.path("missing"), "a.md"), TextPrint());
}

} // namespace lectern::core
