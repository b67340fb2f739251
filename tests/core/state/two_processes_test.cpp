#include "core/state/placed_states.h"
#include "tests/core/state/known_states.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <array>
#include <sys/wait.h>
#include <unistd.h>

namespace lectern::core {

namespace {

/// One process tells another that it is its turn.
class Turn final
{
public:
    Turn() { EXPECT_EQ(::pipe(m_ends.data()), 0); }

    ~Turn()
    {
        ::close(m_ends[0]);
        ::close(m_ends[1]);
    }

    Turn(const Turn &) = delete;
    Turn &operator=(const Turn &) = delete;

    void give() const
    {
        const char byte = 1;
        EXPECT_EQ(::write(m_ends[1], &byte, 1), 1);
    }

    void await() const
    {
        char byte = 0;
        EXPECT_EQ(::read(m_ends[0], &byte, 1), 1);
    }

private:
    std::array<int, 2> m_ends{};
};

PlacedStates openedStates(const std::string &file)
{
    PlacedStates states(openStore(file));
    EXPECT_TRUE(states.setArticles(
        std::string(kRoot),
        {keyOf("a.md", "A", textOf("alpha")), keyOf("b.md", "B", textOf("beta"))}, {}));
    return states;
}

bool star(PlacedStates &states, Row row)
{
    StateChange change;
    change.isStarred = true;
    change.now = 7;
    return states.change({&row, 1}, change).isOk();
}

/// The other process: sees what the first did as soon as it looks, and answers. Exit code 0 if so.
int answer(const std::string &file, const Turn &mine, const Turn &theirs)
{
    PlacedStates states = openedStates(file);
    theirs.give(); // it is open
    mine.await();
    const bool isSeen = states.refresh() && states.snapshot()->has(0, StateFlag::Starred);
    const Row row = 1;
    const auto label = states.saveLabel({0, "later", 1});
    StateChange change = becomes(ReadStatus::Read);
    change.addedLabels = {label ? label.value() : 0};
    const bool isDone = label && states.change({&row, 1}, change)
        && states.saveHighlight(0, highlightOf(0, "alpha line 3"));
    theirs.give();
    mine.await();
    const bool isGone = states.refresh() && states.snapshot()->labels.empty();
    return isSeen && isDone && isGone ? 0 : 1;
}

} // namespace

/// A window looks twice a second, so that two agree within one.
TEST(TwoProcesses, see_whatTheOtherDid_whenTheyLookNext)
{
    const tests::TemporaryFolder folder;
    const std::string file = folder.path("state.sqlite");
    openStore(file);
    const Turn mine;
    const Turn theirs;
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        ::_exit(answer(file, theirs, mine));
    }
    PlacedStates states = openedStates(file);
    mine.await();
    EXPECT_TRUE(star(states, 0));

    theirs.give();
    mine.await();

    EXPECT_TRUE(states.refresh());
    EXPECT_EQ(states.snapshot()->status[1], ReadStatus::Read);
    EXPECT_TRUE(states.snapshot()->has(0, StateFlag::Starred));
    EXPECT_TRUE(states.snapshot()->has(0, StateFlag::HasHighlight));
    ASSERT_EQ(states.snapshot()->labels.size(), 1U);
    EXPECT_EQ(states.snapshot()->labelIds.size(), 1U);
    EXPECT_TRUE(states.removeLabel(states.snapshot()->labels.front().id));
    theirs.give();
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_EQ(status, 0);
}

} // namespace lectern::core
