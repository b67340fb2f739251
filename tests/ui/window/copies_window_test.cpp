#include "tests/ui/window/state_reader.h"

#include <QAction>
#include <QFile>

#include <gtest/gtest.h>

#include <string>

namespace lectern {
namespace {

using namespace Qt::StringLiterals;
using test::Reader;

/// An article that is there twice, and one whose file became another.
class CopiesWindowTest : public test::ReaderTest
{
protected:
    static std::string longText()
    {
        std::string text;
        for (int line = 0; line < 40; ++line) {
            text += "第 " + std::to_string(line) + " 段：桥下的水流得很慢，石头上长着青苔。\n\n";
        }
        return text;
    }

    void write(const QString &path, const std::string &title) const
    {
        m_folder.write(path, "---\ntitle: " + title + "\ndate: 2025-03-05\n---\n\n" + longText());
    }

    static int rowOf(const Reader &reader, const QByteArray &path)
    {
        for (int row = 0; row < reader.list()->model()->rowCount(); ++row) {
            if (reader.at(row, ui::PathRole).toByteArray() == path) {
                return row;
            }
        }
        return -1;
    }

    static bool isReadAt(const Reader &reader, const QByteArray &path)
    {
        const int row = rowOf(reader, path);
        return row >= 0 && reader.isRead(row);
    }

    static bool hasCopies(const Reader &reader, const QByteArray &path, int count)
    {
        return Reader::waitFor([&] {
            const int row = rowOf(reader, path);
            return row >= 0 && reader.at(row, ui::CopiesRole).toInt() == count;
        });
    }
};

TEST_F(CopiesWindowTest, articleThatIsThereTwice_saysSo_andSharesWhatIsDoneWithIt)
{
    write(u"a/water.md"_s, "The water");
    write(u"b/<i>again.md"_s, "The water, again");
    {
        const auto reader = startWithTexts();
        ASSERT_TRUE(hasCopies(*reader, "a/water.md", 2));
        const QModelIndex index = reader->list()->model()->index(rowOf(*reader, "a/water.md"), 0);
        EXPECT_TRUE(index.data(Qt::ToolTipRole).toString().contains(u"b/&lt;i&gt;again.md"_s));
        EXPECT_TRUE(index.data(Qt::AccessibleTextRole).toString().contains(u"in several files"_s));
        EXPECT_EQ(reader->at(rowOf(*reader, "2025/bridges.md"), ui::CopiesRole).toInt(), 0);

        reader->click(rowOf(*reader, "a/water.md"));
        reader->press(Qt::Key_M);
        reader->press(Qt::Key_S);

        EXPECT_TRUE(Reader::waitFor([&] { return isReadAt(*reader, "b/<i>again.md"); }));
        EXPECT_TRUE(
            Reader::waitFor([&] { return reader->isStarred(rowOf(*reader, "b/<i>again.md")); }));
        EXPECT_EQ(reader->readRows(), 2);
    }

    const auto reader = startWithTexts();
    EXPECT_TRUE(Reader::waitFor(
        [&] { return isReadAt(*reader, "a/water.md") && isReadAt(*reader, "b/<i>again.md"); }));
}

TEST_F(CopiesWindowTest, articlesOfTwoTexts_areNoCopies)
{
    write(u"a/water.md"_s, "The water");
    m_folder.write(u"b/water.md"_s, "---\ntitle: The water\n---\n\n" + longText() + "又一段。\n");

    const auto reader = startWithTexts();
    write(u"c/water.md"_s, "The water"); // so that something tells when texts were looked at
    reader->action(u"refresh"_s)->trigger();

    ASSERT_TRUE(hasCopies(*reader, "c/water.md", 2));
    EXPECT_EQ(reader->at(rowOf(*reader, "b/water.md"), ui::CopiesRole).toInt(), 0);
}

TEST_F(CopiesWindowTest, copyThatGoesAway_leavesTheStateToTheOther)
{
    write(u"a/water.md"_s, "The water");
    write(u"b/water.md"_s, "The water");
    const auto reader = startWithTexts();
    ASSERT_TRUE(hasCopies(*reader, "a/water.md", 2));
    reader->click(rowOf(*reader, "b/water.md"));
    reader->press(Qt::Key_M);
    ASSERT_TRUE(Reader::waitFor([&] { return isReadAt(*reader, "a/water.md"); }));

    ASSERT_TRUE(QFile::remove(m_folder.path() + u"/b/water.md"_s));
    reader->action(u"refresh"_s)->trigger();

    ASSERT_TRUE(hasCopies(*reader, "a/water.md", 0));
    EXPECT_TRUE(isReadAt(*reader, "a/water.md"));
    EXPECT_EQ(reader->readRows(), 1);
}

TEST_F(CopiesWindowTest, articleWrittenAnewElsewhere_isFoundByItsText)
{
    write(u"a/water.md"_s, "The water");
    {
        const auto reader = startWithTexts();
        reader->click(rowOf(*reader, "a/water.md"));
        reader->press(Qt::Key_M);
        ASSERT_TRUE(Reader::waitFor([&] { return isReadAt(*reader, "a/water.md"); }));
    }
    ASSERT_TRUE(QFile::remove(m_folder.path() + u"/a/water.md"_s));
    write(u"z/p17.md"_s, "Another title of it");

    const auto reader = startWithTexts();

    EXPECT_TRUE(Reader::waitFor([&] { return isReadAt(*reader, "z/p17.md"); }));
}

} // namespace
} // namespace lectern
