#include "ui/highlights/highlight_file.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace lectern {
namespace {

using namespace Qt::StringLiterals;
using core::HighlightFormat;
using Outcome = ui::WrittenFile::Outcome;

class HighlightFileTest : public testing::Test
{
protected:
    HighlightFileTest()
    {
        QDir(m_home.path()).mkpath(u"articles/notes"_s);
        QDir(m_home.path()).mkpath(u"articles2"_s);
    }

    QString at(const QString &name) const { return m_home.filePath(name); }

    Outcome write(const QString &name, std::string_view bytes = "new") const
    {
        const std::string folder = QFile::encodeName(at(u"articles"_s)).toStdString();
        return ui::writeOutside(folder, at(name), bytes).outcome;
    }

    QByteArray read(const QString &name) const
    {
        QFile file(at(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("nothing");
    }

    void put(const QString &name) const
    {
        QFile file(at(name));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write("old, and longer");
    }

    QTemporaryDir m_home;
};

TEST_F(HighlightFileTest, isWrittenOutside_overWhatWasThere)
{
    put(u"out.md"_s);

    EXPECT_EQ(write(u"out.md"_s), Outcome::Written);
    EXPECT_EQ(write(u"articles2/out.md"_s), Outcome::Written);
    EXPECT_EQ(write(u"articles/../摘录.md"_s), Outcome::Written);

    EXPECT_EQ(read(u"out.md"_s), "new");
    EXPECT_EQ(read(u"articles2/out.md"_s), "new");
    EXPECT_EQ(read(u"摘录.md"_s), "new");
    EXPECT_EQ(QDir(m_home.path()).entryList(QDir::Files).size(), 2); // nothing else is left
}

TEST_F(HighlightFileTest, isRefusedInTheFolder_alsoByWayOfLinks)
{
    put(u"articles/there.md"_s);
    QFile::link(at(u"articles/notes"_s), at(u"linked"_s));
    QFile::link(at(u"articles/there.md"_s), at(u"there.md"_s));
    QFile::link(at(u"articles/not-there.md"_s), at(u"dangling.md"_s));

    for (const QString &name :
         {u"articles/out.md"_s, u"articles/there.md"_s, u"articles/notes/out.md"_s,
          u"articles2/../articles/out.md"_s, u"linked/out.md"_s, u"there.md"_s, u"dangling.md"_s}) {
        EXPECT_EQ(write(name), Outcome::InFolder) << name.toStdString();
    }

    EXPECT_EQ(read(u"articles/there.md"_s), "old, and longer");
    EXPECT_EQ(QDir(at(u"articles"_s)).entryList(QDir::Files), QStringList({u"there.md"_s}));
    EXPECT_TRUE(QDir(at(u"articles/notes"_s)).isEmpty());
}

TEST_F(HighlightFileTest, saysWhyNot_andLeavesWhatIsThere)
{
    EXPECT_EQ(write(u"none/out.md"_s), Outcome::NoFolder);
    EXPECT_FALSE(QDir(at(u"none"_s)).exists());

    const ui::WrittenFile written = ui::writeOutside("/nowhere", at(u"articles2"_s), "new");

    EXPECT_EQ(written.outcome, Outcome::NotWritten);
    EXPECT_FALSE(written.reason.isEmpty());
    EXPECT_TRUE(QDir(at(u"articles2"_s)).exists());
}

TEST(HighlightFormats, areToldByTheEndOfTheName)
{
    EXPECT_EQ(ui::formatOf(u"/a/b.CSV"_s, HighlightFormat::Json), HighlightFormat::Csv);
    EXPECT_EQ(ui::formatOf(u"b.json"_s, HighlightFormat::Markdown), HighlightFormat::Json);
    EXPECT_EQ(ui::formatOf(u"b.md"_s, HighlightFormat::Json), HighlightFormat::Markdown);
    EXPECT_EQ(ui::formatOf(u"csv"_s, HighlightFormat::Json), HighlightFormat::Json);
    EXPECT_EQ(ui::formatOf(u"b.txt"_s, HighlightFormat::Csv), HighlightFormat::Csv);
}

} // namespace
} // namespace lectern
