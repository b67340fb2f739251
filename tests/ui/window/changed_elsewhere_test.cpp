#include "core/state/state_exchange.h"
#include "core/state/state_store.h"
#include "tests/ui/window/state_reader.h"

#include <QAction>

#include <gtest/gtest.h>

namespace lectern {
namespace {

using namespace Qt::StringLiterals;
using test::Reader;

/// Another process writes to the file while the window is open.
class ChangedElsewhereTest : public test::ReaderTest
{
protected:
    core::StateStore elsewhere() const
    {
        return core::StateStore::open(file().toStdString()).value();
    }

    /// What is kept of the article at \a row becomes part of another's.
    void joinElsewhere(Reader &reader, int row) const
    {
        const core::StateStore store = elsewhere();
        const core::StateId id = stateOf(reader, row);
        const auto known = store.articlesOf(root());
        const auto found = std::ranges::find(known.value(), id, &core::KnownArticle::state);
        core::ArticleKey key = found->key;
        key.path = "elsewhere.md";
        const core::StateId other = store.add(root(), {&key, 1}).value().front();
        ASSERT_TRUE(core::joinStates(store, other, id));
        ASSERT_TRUE(Reader::waitFor([&] { return stateOf(reader, row) != id; }));
    }

    static core::StateId stateOf(Reader &reader, int row)
    {
        const QByteArray path = reader.at(row, ui::PathRole).toByteArray();
        return reader.states().snapshot()->article[reader.rowOf(path)];
    }

    std::string root() const { return m_folder.path().toStdString(); }

    static bool says(const Reader &reader, const QString &text)
    {
        return Reader::waitFor([&] { return reader.said().contains(text); });
    }

    std::vector<std::string> labels() const
    {
        std::vector<std::string> names;
        const auto labels = elsewhere().labels();
        for (const core::Label &label : labels.value()) {
            names.push_back(label.name);
        }
        return names;
    }

    /// Two articles have the label \a name.
    core::Label label(Reader &reader, const std::string &name) const
    {
        ui::LabelEdit edit;
        edit.made.push_back({0, name, 0x3b82c4});
        reader.states().setLabels({0, 1}, edit);
        core::Label made;
        EXPECT_TRUE(Reader::waitFor([&] {
            for (const core::Label &label : reader.states().snapshot()->labels) {
                made = label.name == name ? label : made;
            }
            return made.id != 0;
        }));
        return made;
    }

    core::Label labelElsewhere(core::LabelId id, const std::string &name) const
    {
        core::Label label{id, name, 0xc4563b};
        label.id = elsewhere().saveLabel(label).value();
        return label;
    }
};

using Names = std::vector<std::string>;

TEST_F(ChangedElsewhereTest, undo_ofAStateThatWasJoined_saysThatNothingIsUndone)
{
    const auto reader = start();
    reader->click(1);
    reader->press(Qt::Key_S);
    ASSERT_TRUE(says(*reader, u"starred"_s));
    joinElsewhere(*reader, 1);

    reader->press(Qt::Key_Z, Qt::ControlModifier);

    EXPECT_TRUE(says(*reader, u"Not undone"_s)) << reader->said().toStdString();
    EXPECT_TRUE(says(*reader, u"starred"_s)); // what it was
}

TEST_F(ChangedElsewhereTest, undo_followsAHighlight_whoseStateWasJoined)
{
    const auto reader = start();
    reader->click(0);
    std::optional<core::Highlight> kept;
    reader->states().addHighlight(0, u"See the river"_s, {0, 3}, {}, &reader->window,
                                  [&](const core::Highlight &highlight) { kept = highlight; });
    ASSERT_TRUE(Reader::waitFor([&] { return kept.has_value(); }));
    joinElsewhere(*reader, 0);
    ASSERT_EQ(elsewhere().allHighlights().value().size(), 1U);

    reader->press(Qt::Key_Z, Qt::ControlModifier);

    EXPECT_TRUE(says(*reader, u"Undone"_s)) << reader->said().toStdString();
    EXPECT_TRUE(elsewhere().allHighlights().value().empty());
}

TEST_F(ChangedElsewhereTest, highlightThatIsGone_isSaid)
{
    const auto reader = start();
    reader->click(0);
    std::optional<core::Highlight> kept;
    reader->states().addHighlight(0, u"See the river"_s, {0, 3}, {}, &reader->window,
                                  [&](const core::Highlight &highlight) { kept = highlight; });
    ASSERT_TRUE(Reader::waitFor([&] { return kept.has_value(); }));
    ASSERT_TRUE(elsewhere().removeHighlight(kept->id));

    reader->states().changeHighlight(*kept);

    EXPECT_TRUE(says(*reader, u"removed elsewhere"_s)) << reader->said().toStdString();
    reader->press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(says(*reader, u"Not undone"_s)) << reader->said().toStdString();
}

TEST_F(ChangedElsewhereTest, nameThatALabelGotElsewhere_isNotTaken_andSaid)
{
    const auto reader = start();
    core::Label later = label(*reader, "later");
    labelElsewhere(0, "稍后");

    later.name = "稍后";
    reader->states().saveLabel(later);

    EXPECT_TRUE(says(*reader, u"Another label is called “稍后” now"_s))
        << reader->said().toStdString();
    EXPECT_EQ(labels(), (Names{"later", "稍后"}));
}

TEST_F(ChangedElsewhereTest, labelThatIsGone_isNotRenamed_andSaid)
{
    const auto reader = start();
    core::Label later = label(*reader, "later");
    ASSERT_TRUE(elsewhere().removeLabel(later.id));

    later.name = "now";
    reader->states().saveLabel(later);

    EXPECT_TRUE(says(*reader, u"removed elsewhere"_s)) << reader->said().toStdString();
    EXPECT_EQ(labels(), Names());
}

TEST_F(ChangedElsewhereTest, labelOfOneName_isMadeOnce)
{
    const auto reader = start();
    const core::Label there = labelElsewhere(0, "later");

    EXPECT_EQ(label(*reader, "later").id, there.id);

    EXPECT_TRUE(says(*reader, u"Labels of 2"_s)) << reader->said().toStdString();
    EXPECT_EQ(labels(), Names{"later"});
}

TEST_F(ChangedElsewhereTest, undoOfAName_thatIsAnothersNow_saysThatNothingIsUndone)
{
    const auto reader = start();
    core::Label later = label(*reader, "later");
    later.name = "now";
    reader->states().saveLabel(later);
    ASSERT_TRUE(says(*reader, u"“now” changed"_s));
    labelElsewhere(0, "later");

    reader->press(Qt::Key_Z, Qt::ControlModifier);

    EXPECT_TRUE(says(*reader, u"Not undone"_s)) << reader->said().toStdString();
    EXPECT_EQ(labels(), (Names{"later", "now"}));
}

TEST_F(ChangedElsewhereTest, undoOfALabelThatWasDeleted_whoseNameIsAnothersNow_saysSo)
{
    const auto reader = start();
    reader->states().removeLabel(label(*reader, "later").id);
    ASSERT_TRUE(says(*reader, u"deleted"_s));
    labelElsewhere(0, "later");

    reader->press(Qt::Key_Z, Qt::ControlModifier);

    EXPECT_TRUE(says(*reader, u"Not undone"_s)) << reader->said().toStdString();
    EXPECT_EQ(labels(), Names{"later"});
}

} // namespace
} // namespace lectern
