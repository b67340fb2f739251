#include "tests/support/sample_folder.h"
#include "ui/common/marked_text.h"
#include "ui/list/snippet_reader.h"

#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

namespace lectern {
namespace {

class SnippetReaderTest : public testing::Test
{
protected:
    SnippetReaderTest()
    {
        m_folder.write(QStringLiteral("a.md"), "# A\n\nThe *Old* bridge.\n");
        m_reader.setRoot(m_folder.path().toStdString());
    }

    const ui::MarkedText *find(const QByteArray &path, const std::string &word)
    {
        return m_reader.find(path, m_stamp, {word});
    }

    /// The snippet as soon as it was read.
    ui::MarkedText read(const QByteArray &path, const std::string &word)
    {
        EXPECT_TRUE(QTest::qWaitFor([&] { return find(path, word) != nullptr; }, 20'000));
        return *find(path, word);
    }

    test::SampleFolder m_folder;
    core::FileStamp m_stamp{.sizeBytes = 1, .modifiedNs = 2, .inode = 3};
    ui::SnippetReader m_reader;
};

TEST_F(SnippetReaderTest, readsWhatIsAskedFor_behindTheWindow)
{
    QSignalSpy ready(&m_reader, &ui::SnippetReader::ready);

    EXPECT_EQ(find("a.md", "old"), nullptr);
    ASSERT_TRUE(ready.wait(20'000));

    const ui::MarkedText *snippet = find("a.md", "old");
    ASSERT_NE(snippet, nullptr);
    EXPECT_TRUE(snippet->text.endsWith(QStringLiteral("The Old bridge.")));
    ASSERT_EQ(snippet->marks.size(), 1);
    EXPECT_EQ(snippet->text.mid(snippet->marks.at(0).start, snippet->marks.at(0).length),
              QStringLiteral("Old"));
}

TEST_F(SnippetReaderTest, withoutWords_readsHowTheTextBegins)
{
    m_folder.write(QStringLiteral("b.md"),
                   "---\ntitle: 河\n---\n\n# 河\n\n![](a.png)\n\n水**高**了。\n");
    const auto opening = [this](const QByteArray &path) {
        EXPECT_TRUE(
            QTest::qWaitFor([&] { return m_reader.find(path, m_stamp, {}) != nullptr; }, 20'000));
        return *m_reader.find(path, m_stamp, {});
    };

    EXPECT_EQ(opening("b.md").text, QStringLiteral("水高了。"));
    EXPECT_TRUE(opening("b.md").marks.isEmpty());
    EXPECT_EQ(opening("absent.md").text, QString());
    m_folder.write(QStringLiteral("c.md"),
                   "价格：\n| 港口 | 价格 |\n|---|---|\n| 甲 | 1 |\n\n![灯塔](p.png "
                   "=12x4)\n\n**粗**字[^1]。\n\n"
                   "[^1]: 注\n");
    EXPECT_TRUE(opening("c.md").text.startsWith(QStringLiteral("价格： 港口 价格 甲 1 粗字。")))
        << opening("c.md").text.toStdString();
}

TEST_F(SnippetReaderTest, hasNoText_whereNothingIsFound)
{
    EXPECT_EQ(read("a.md", "river").text, QString());
    EXPECT_EQ(read("absent.md", "old").text, QString());
    EXPECT_EQ(read("../a.md", "old").text, QString());
}

TEST_F(SnippetReaderTest, readsAgain_whenTheFileIsAnother)
{
    EXPECT_FALSE(read("a.md", "bridge").text.isEmpty());
    m_folder.write(QStringLiteral("a.md"), "A new bridge.\n");
    m_stamp.sizeBytes = 9;

    EXPECT_EQ(read("a.md", "bridge").text, QStringLiteral("A new bridge."));
}

TEST_F(SnippetReaderTest, readsTheLatestOfMany_andEndsWithWorkLeft)
{
    for (int number = 0; number < 500; ++number) {
        (void)find(QByteArray::number(number) + ".md", "old");
    }

    EXPECT_FALSE(read("a.md", "old").text.isEmpty());
    (void)find("a.md", "bridge");
}

} // namespace
} // namespace lectern
