#include "core/search/query_edits.h"
#include "core/search/query_parser.h"
#include "core/search/select.h"
#include "tests/support/sample_folder.h"
#include "ui/sidebar/facet_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <gtest/gtest.h>

#include <algorithm>

namespace lectern {
namespace {

using ui::FacetModel;

class FacetModelTest : public testing::Test
{
protected:
    void show(const std::string &line)
    {
        if (!m_library) {
            m_library = m_folder.library();
        }
        const core::Query query = core::parseQuery(line);
        m_model.setResults(m_library, core::select(*m_library, query, {}), query);
    }

    /// `name count` of each row of a section, `+` before included and `-` before excluded terms.
    QStringList rowsOf(core::QueryField field) const
    {
        QStringList rows;
        const QModelIndex section = m_model.sectionIndex(field);
        for (int i = 0; i < m_model.rowCount(section); ++i) {
            const QModelIndex index = m_model.index(i, 0, section);
            const auto use = static_cast<core::TermUse>(index.data(FacetModel::UseRole).toInt());
            const QString mark = use == core::TermUse::Included ? QStringLiteral("+")
                : use == core::TermUse::Excluded                ? QStringLiteral("-")
                                                                : QString();
            rows.append(mark + index.data().toString() + QLatin1Char(' ')
                        + index.data(FacetModel::CountRole).toString());
        }
        return rows;
    }

    test::SampleFolder m_folder;
    std::shared_ptr<const core::Library> m_library;
    FacetModel m_model;
    QAbstractItemModelTester m_tester{&m_model,
                                      QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(FacetModelTest, sections_listTermsByCount)
{
    m_folder.writeSamples();

    show("");

    EXPECT_EQ(rowsOf(core::QueryField::Category),
              QStringList({QStringLiteral("city 3"), QStringLiteral("nature 2")}));
    EXPECT_EQ(rowsOf(core::QueryField::Tag).size(), 4);
    EXPECT_TRUE(rowsOf(core::QueryField::Language).contains(QStringLiteral("中文 (zh-CN) 2")));
}

TEST_F(FacetModelTest, counts_followTheFilter)
{
    m_folder.writeSamples();

    show("category:city");

    EXPECT_EQ(rowsOf(core::QueryField::Category), QStringList({QStringLiteral("+city 3")}));
    EXPECT_EQ(rowsOf(core::QueryField::Tag),
              QStringList({QStringLiteral("history 2"), QStringLiteral("stone 2"),
                           QStringLiteral("water 1")}));
}

TEST_F(FacetModelTest, excludedTerm_staysListed_withoutArticles)
{
    m_folder.writeSamples();

    show("-category:nature");

    EXPECT_EQ(rowsOf(core::QueryField::Category).front(), QStringLiteral("-nature 0"));
}

TEST_F(FacetModelTest, allArticles_countsTheLibrary_notTheFilter)
{
    m_folder.writeSamples();

    show("category:city");

    EXPECT_EQ(m_model.index(0, 0).data(FacetModel::CountRole).toInt(), 6);
}

TEST_F(FacetModelTest, longSection_endsInARowForTheRest)
{
    std::string tags;
    for (int i = 0; i < 20; ++i) {
        tags += "- t" + std::to_string(i) + "\n";
    }
    m_folder.write(QStringLiteral("a.md"), "---\ntitle: A\ntags:\n" + tags + "---\n\nText.\n");

    show("");
    const QModelIndex section = m_model.sectionIndex(core::QueryField::Tag);
    const QModelIndex last = m_model.index(m_model.rowCount(section) - 1, 0, section);

    EXPECT_EQ(m_model.rowCount(section), 13);
    EXPECT_EQ(last.data(FacetModel::KindRole).toInt(), static_cast<int>(FacetModel::Kind::More));
    EXPECT_EQ(last.data(FacetModel::CountRole).toInt(), 8);

    m_model.setShownInFull(core::QueryField::Tag, true);

    EXPECT_EQ(m_model.rowCount(section), 20);
}

TEST_F(FacetModelTest, termIndex_findsShownTerms)
{
    m_folder.writeSamples();
    show("");

    const QModelIndex stars = m_model.termIndex(core::QueryField::Tag, QStringLiteral("stars"));

    EXPECT_EQ(stars.data(FacetModel::NameRole).toString(), QStringLiteral("stars"));
    EXPECT_FALSE(m_model.termIndex(core::QueryField::Tag, QStringLiteral("none")).isValid());
}

TEST_F(FacetModelTest, longSection_showsTheLargestCountsFirst_withinTheFilter)
{
    for (int article = 0; article < 30; ++article) {
        std::string tags;
        for (int tag = 0; tag <= article; ++tag) {
            tags += "- t" + std::to_string(tag) + "\n";
        }
        m_folder.write(QStringLiteral("%1.md").arg(article),
                       "---\ntitle: A" + std::to_string(article) + "\ntags:\n" + tags
                           + "---\n\nText.\n");
    }

    show("A2");

    const QStringList rows = rowsOf(core::QueryField::Tag);
    EXPECT_EQ(rows.first(), QStringLiteral("t0 11"));
    EXPECT_EQ(rows.at(2), QStringLiteral("t2 11"));
    EXPECT_EQ(rows.at(3), QStringLiteral("t3 10"));
    m_model.setShownInFull(core::QueryField::Tag, true);
    EXPECT_EQ(rowsOf(core::QueryField::Tag).last(), QStringLiteral("t29 1"));
}

class TreeFacetTest : public FacetModelTest
{
protected:
    void reload()
    {
        m_library = nullptr;
        show("");
    }

    /// `name count` of all below \a parent, what is within a folder in parentheses behind it.
    QString tree(const QModelIndex &parent) const
    {
        QStringList rows;
        for (int i = 0; i < m_model.rowCount(parent); ++i) {
            const QModelIndex index = m_model.index(i, 0, parent);
            const auto use = static_cast<core::TermUse>(index.data(FacetModel::UseRole).toInt());
            const QString within = tree(index);
            rows.append((use == core::TermUse::Included       ? QStringLiteral("+")
                             : use == core::TermUse::Excluded ? QStringLiteral("-")
                                                              : QString())
                        + index.data().toString() + QLatin1Char(' ')
                        + index.data(FacetModel::CountRole).toString()
                        + (within.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(within)));
        }
        return rows.join(QStringLiteral(", "));
    }
};

class FolderFacetTest : public TreeFacetTest
{
protected:
    void article(const QString &path, const std::string &title = "A") const
    {
        m_folder.write(path, "---\ntitle: " + title + "\n---\n\nText.\n");
    }

    QModelIndex folders() const { return m_model.sectionIndex(core::QueryField::Folder); }
};

class TagFacetTest : public TreeFacetTest
{
protected:
    void article(const QString &name, const std::string &tags, const std::string &title = "A") const
    {
        m_folder.write(name + QStringLiteral(".md"),
                       "---\ntitle: " + title + "\ntags: [" + tags + "]\n---\n\nText.\n");
    }

    QModelIndex tags() const { return m_model.sectionIndex(core::QueryField::Tag); }

    QModelIndex tag(const QString &name) const
    {
        return m_model.termIndex(core::QueryField::Tag, name);
    }
};

TEST_F(TagFacetTest, tagsThatLieInOthers_areATree_withTheCountOfAllBelow)
{
    article(QStringLiteral("1"), "科学/物理/光, 科学/化学");
    article(QStringLiteral("2"), "科学/物理");
    article(QStringLiteral("3"), "Life, life/food");
    article(QStringLiteral("4"), "旅行");

    show("");

    EXPECT_EQ(tree(tags()),
              QStringLiteral("科学 2 (物理 2 (光 1), 化学 1), Life 1 (food 1), 旅行 1"));
    const QModelIndex light = tag(QStringLiteral("科学/物理/光"));
    EXPECT_EQ(light.data().toString(), QStringLiteral("光"));
    EXPECT_EQ(light.data(FacetModel::DepthRole).toInt(), 2);
    EXPECT_EQ(light.data(FacetModel::FieldRole).toInt(), int(core::QueryField::Tag));
    EXPECT_EQ(light.parent().data(FacetModel::NameRole).toString(), QStringLiteral("科学/物理"));
    EXPECT_EQ(light.parent().parent().parent(), tags());
    EXPECT_EQ(light.data(Qt::AccessibleTextRole).toString(), QStringLiteral("光, 1 article(s)"));
    EXPECT_FALSE(tag(QStringLiteral("科学/光")).isValid());
}

TEST_F(TagFacetTest, treeOfTags_followsTheFilter)
{
    article(QStringLiteral("1"), "a/b", "Stone");
    article(QStringLiteral("2"), "a/c", "Water");
    article(QStringLiteral("3"), "d", "Water");
    show("");
    EXPECT_EQ(tree(tags()), QStringLiteral("a 2 (b 1, c 1), d 1"));

    show("water");
    EXPECT_EQ(tree(tags()), QStringLiteral("a 1 (c 1), d 1"));
    show("tag:a -tag:a/b");
    EXPECT_EQ(tree(tags()), QStringLiteral("+a 1 (-b 0, c 1)"));
    show("tag:d");
    EXPECT_EQ(tree(tags()), QStringLiteral("+d 1"));
    show("nothing");
    EXPECT_EQ(tree(tags()), QString());
}

TEST_F(TagFacetTest, aLongFirstLevel_endsInARowForTheRest)
{
    for (int number = 10; number < 30; ++number) {
        article(QString::number(number), "t" + std::to_string(number) + ", a/b");
    }
    show("");
    EXPECT_EQ(m_model.rowCount(tags()), 13);
    const QModelIndex more = m_model.index(12, 0, tags());
    EXPECT_EQ(more.data(FacetModel::KindRole).toInt(), int(FacetModel::Kind::More));
    EXPECT_EQ(more.data().toString(), QStringLiteral("Show 9 more"));
    EXPECT_EQ(m_model.rowCount(more), 0);
    EXPECT_FALSE(tag(QStringLiteral("t29")).isValid());

    m_model.setShownInFull(core::QueryField::Tag, true);

    EXPECT_EQ(m_model.rowCount(tags()), 21);
    EXPECT_TRUE(tag(QStringLiteral("t29")).isValid());
    show("tag:t29");
    EXPECT_EQ(tree(tags()), QStringLiteral("+t29 1, a 1 (b 1)"));
}

TEST_F(TagFacetTest, slashesThatHoldNothing_makeNoTree)
{
    article(QStringLiteral("1"), "a/, /b");
    show("");
    const QStringList names = rowsOf(core::QueryField::Tag);
    EXPECT_TRUE(names.contains(QStringLiteral("a/ 1"))) << names.join(u'|').toStdString();
    EXPECT_TRUE(names.contains(QStringLiteral("/b 1"))) << names.join(u'|').toStdString();

    article(QStringLiteral("2"), "flat");
    m_folder.write(QStringLiteral("1.md"), "---\ntags: [a]\n---\n\nText.\n");
    reload();

    EXPECT_EQ(tree(tags()), QStringLiteral("a 1, flat 1"));
    EXPECT_EQ(tag(QStringLiteral("flat")).data(FacetModel::DepthRole).toInt(), 0);
}

TEST_F(FolderFacetTest, foldersOfNotion_haveTheNamesOfTheirPages)
{
    article(QStringLiteral("书 0123456789abcdef0123456789abcdef/a.md"), "A");
    article(QStringLiteral("Part 1 FEDCBA9876543210fedcba9876543210/b.md"), "B");
    article(QStringLiteral("x/C fedcba9876543210fedcba9876543210/c.md"), "C");
    article(QStringLiteral("0123456789abcdef0123456789abcdef/d.md"), "D");

    show("");

    const QString shown = tree(folders());
    EXPECT_TRUE(shown.contains(QStringLiteral("书 1"))) << qPrintable(shown);
    EXPECT_TRUE(shown.contains(QStringLiteral("Part 1 1"))) << qPrintable(shown);
    EXPECT_TRUE(shown.contains(QStringLiteral("x 1 (C 1)"))) << qPrintable(shown);
    EXPECT_TRUE(shown.contains(QStringLiteral("0123456789abcdef0123456789abcdef 1")))
        << qPrintable(shown);
}

TEST_F(FolderFacetTest, folders_areATreeByName_withCounts)
{
    article(QStringLiteral("notes/2025/春/1.md"));
    article(QStringLiteral("notes/2025/2.md"));
    article(QStringLiteral("notes/3.md"));
    article(QStringLiteral("Archive/4.md"));
    article(QStringLiteral("5.md"));

    show("");

    EXPECT_EQ(tree(folders()), QStringLiteral("Archive 1, notes 3 (2025 2 (春 1))"));
    const QModelIndex spring
        = m_model.termIndex(core::QueryField::Folder, QStringLiteral("notes/2025/春"));
    EXPECT_EQ(spring.data().toString(), QStringLiteral("春"));
    EXPECT_EQ(spring.data(FacetModel::DepthRole).toInt(), 2);
    EXPECT_EQ(spring.parent().data(FacetModel::NameRole).toString(), QStringLiteral("notes/2025"));
    EXPECT_EQ(spring.data(Qt::AccessibleTextRole).toString(), QStringLiteral("春, 1 article(s)"));
    EXPECT_FALSE(m_model.termIndex(core::QueryField::Folder, QStringLiteral("notes/x")).isValid());
}

TEST_F(FolderFacetTest, counts_followTheFilter_andFoldersStay)
{
    article(QStringLiteral("a/b/1.md"), "Stone");
    article(QStringLiteral("a/2.md"), "Water");
    article(QStringLiteral("c/3.md"), "Stone");
    show("");
    const QSignalSpy inserted(&m_model, &QAbstractItemModel::rowsInserted);
    const QSignalSpy changed(&m_model, &QAbstractItemModel::dataChanged);
    const QPersistentModelIndex deep
        = m_model.termIndex(core::QueryField::Folder, QStringLiteral("a/b"));

    show("water");
    EXPECT_EQ(tree(folders()), QStringLiteral("a 1 (b 0), c 0"));
    EXPECT_TRUE(std::ranges::any_of(
        changed, [&](const QList<QVariant> &call) { return call[0].toModelIndex() == deep; }));
    show("folder:A -folder:a/b");
    EXPECT_EQ(tree(folders()), QStringLiteral("+a 1 (-b 0), c 0"));
    show("folder:c OR folder:a");

    EXPECT_EQ(tree(folders()), QStringLiteral("a 2 (b 1), c 1"));
    EXPECT_TRUE(deep.isValid());
    EXPECT_EQ(inserted.size(), 0);
}

TEST_F(FolderFacetTest, oneFolder_isNoChoice)
{
    article(QStringLiteral("content/posts/1.md"));
    article(QStringLiteral("content/posts/2.md"));
    show("");
    EXPECT_EQ(tree(folders()), QString());

    article(QStringLiteral("content/about.md"));
    reload();

    EXPECT_EQ(tree(folders()), QStringLiteral("content 3 (posts 2)"));
}

TEST_F(FolderFacetTest, folderOfOneArticle_isNoFolder)
{
    article(QStringLiteral("posts/first/index.md"));
    article(QStringLiteral("posts/second/index.md"));
    show("");
    EXPECT_EQ(tree(folders()), QString());

    article(QStringLiteral("posts/third/index.md"));
    article(QStringLiteral("posts/third/more.md"));
    article(QStringLiteral("notes/one/plain.md"));
    reload();

    EXPECT_EQ(tree(folders()), QStringLiteral("notes 1 (one 1), posts 4 (third 2)"));
}

TEST_F(FolderFacetTest, folders_areReplaced_whenOthersCome)
{
    article(QStringLiteral("a/1.md"));
    article(QStringLiteral("b/2.md"));
    show("");
    const QSignalSpy removed(&m_model, &QAbstractItemModel::rowsRemoved);
    article(QStringLiteral("b/3.md"));
    reload();
    EXPECT_EQ(tree(folders()), QStringLiteral("a 1, b 2"));
    EXPECT_EQ(removed.size(), 0);

    article(QStringLiteral("b/c/4.md"));
    reload();
    EXPECT_EQ(tree(folders()), QStringLiteral("a 1, b 3 (c 1)"));
    m_model.setResults(nullptr, {}, {});

    EXPECT_EQ(tree(folders()), QString());
}

TEST_F(FacetModelTest, searches_standAboveTheTaxonomies)
{
    m_folder.writeSamples();
    show("tag:stone");

    m_model.setSearches({{{QStringLiteral("Stones"), QStringLiteral("tag:stone")}, 2},
                         {{QStringLiteral("Water"), QStringLiteral("water")}}});

    const QModelIndex section = m_model.searchSectionIndex();
    EXPECT_EQ(section.data().toString(), QStringLiteral("Saved searches"));
    ASSERT_EQ(m_model.rowCount(section), 2);
    const QModelIndex stones = m_model.searchIndex(QStringLiteral("Stones"));
    EXPECT_EQ(stones.parent(), section);
    EXPECT_EQ(stones.data(FacetModel::KindRole).toInt(),
              static_cast<int>(FacetModel::Kind::Search));
    EXPECT_EQ(stones.data(FacetModel::CountRole).toInt(), 2);
    EXPECT_EQ(stones.data(FacetModel::LineRole).toString(), QStringLiteral("tag:stone"));
    EXPECT_EQ(stones.data(FacetModel::UseRole).toInt(), static_cast<int>(core::TermUse::Included));
    EXPECT_EQ(stones.data(Qt::AccessibleTextRole).toString(),
              QStringLiteral("Stones, 2 article(s)"));
    const QModelIndex water = m_model.searchIndex(QStringLiteral("Water"));
    EXPECT_EQ(water.data(Qt::AccessibleTextRole).toString(), QStringLiteral("Water"));
    show("water");
    EXPECT_EQ(water.data(FacetModel::UseRole).toInt(), static_cast<int>(core::TermUse::Included));
    m_model.setSearches({});
    EXPECT_EQ(m_model.rowCount(section), 0);
}

TEST_F(FacetModelTest, sameResults_changeNoRows)
{
    m_folder.writeSamples();
    show("");
    const QSignalSpy removed(&m_model, &QAbstractItemModel::rowsRemoved);

    show("");

    EXPECT_EQ(removed.size(), 0);
}

TEST_F(FacetModelTest, noLibrary_leavesEmptySections)
{
    m_folder.writeSamples();
    show("");

    m_model.setResults(nullptr, {}, {});

    EXPECT_EQ(m_model.rowCount(), 6);
    EXPECT_EQ(m_model.rowCount(m_model.sectionIndex(core::QueryField::Tag)), 0);
}

} // namespace
} // namespace lectern
