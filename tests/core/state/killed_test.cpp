#include "tests/core/state/known_states.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <random>
#include <sys/mman.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace lectern::core {

namespace {

/// A number that two processes see.
class SharedNumber final
{
public:
    SharedNumber()
        : m_number(static_cast<std::int64_t *>(::mmap(nullptr, sizeof(std::int64_t),
                                                      PROT_READ | PROT_WRITE,
                                                      MAP_SHARED | MAP_ANONYMOUS, -1, 0)))
    {}

    ~SharedNumber() { ::munmap(m_number, sizeof(std::int64_t)); }

    SharedNumber(const SharedNumber &) = delete;
    SharedNumber &operator=(const SharedNumber &) = delete;

    void set(std::int64_t number) { __atomic_store_n(m_number, number, __ATOMIC_SEQ_CST); }

    std::int64_t get() const { return __atomic_load_n(m_number, __ATOMIC_SEQ_CST); }

private:
    std::int64_t *m_number;
};

constexpr std::int64_t kKinds = 5; ///< of what a reader does

/// The number \a done is all that the action of its kind leaves.
Status perform(const StateStore &store, StateId id, std::int64_t done)
{
    const std::string number = std::to_string(done);
    switch (done % kKinds) {
    case 0: {
        StateChange change = becomes(done % 2 == 0 ? ReadStatus::Read : ReadStatus::Unread, done);
        change.isOpened = true;
        change.progress = static_cast<std::uint16_t>(done % 1000);
        const auto former = store.change({&id, 1}, change);
        return former ? Status(Ok{}) : former.error();
    }
    case 1: {
        Highlight highlight = store.highlights(id).value().front();
        highlight.note = number;
        const auto saved = store.saveHighlight(highlight);
        return saved ? Status(Ok{}) : saved.error();
    }
    case 2:
        return store.setReadText(id, TextPrint(), std::string(3'000, 'x') + number);
    case 3:
        return store.addReading({id, 20'000, 1, static_cast<std::uint32_t>(done % 7)});
    default:
        const auto saved = store.saveLabel({store.labels().value().front().id, number, 1});
        return saved ? Status(Ok{}) : saved.error();
    }
}

/// The latest action of each kind, 0 for none, as the store says.
std::array<std::int64_t, kKinds> lastActions(const StateStore &store, StateId id)
{
    const ReadingState state = store.states({&id, 1}).value().at(0);
    EXPECT_EQ(state.progress, state.openedAt % 1000);
    const std::string text = store.readText(id).value();
    std::uint32_t seconds = 0;
    const std::vector<ReadingDay> days = store.readingDays().value();
    for (const ReadingDay &day : days) {
        seconds += day.seconds;
    }
    const auto numberIn
        = [](const std::string &words) { return words.empty() ? 0 : std::stoll(words); };
    return {state.openedAt, numberIn(store.highlights(id).value().at(0).note),
            numberIn(text.substr(std::min<std::size_t>(text.size(), 3'000))),
            seconds == 0 ? 0 : (seconds - 1) * kKinds + 3,
            numberIn(store.labels().value().at(0).name)};
}

/// Does one thing after the other and says after each how many are done.
[[noreturn]] void act(const std::string &file, StateId id, std::int64_t done, SharedNumber &said)
{
    const StateStore store = openStore(file);
    for (;;) {
        if (perform(store, id, ++done)) {
            said.set(done);
        }
    }
}

/// What a reader did before the first action.
StateId begin(const std::string &file)
{
    const StateStore store = openStore(file);
    const StateId id = addArticle(store, keyOf("a.md"));
    EXPECT_TRUE(store.saveHighlight(highlightOf(id, "quote")));
    EXPECT_TRUE(store.saveLabel({0, "0", 1}));
    return id;
}

} // namespace

TEST(KilledState, opensWithAllButTheLastAction_wheneverItIsKilled)
{
    constexpr int kKills = 200;
    const tests::TemporaryFolder folder;
    const std::string file = folder.path("state.sqlite");
    const StateId id = begin(file);
    std::mt19937 random(7); // NOLINT(cert-msc51-cpp): the same moments in every run
    SharedNumber said;

    for (int kill = 0; kill < kKills; ++kill) {
        const std::int64_t before = said.get();
        const pid_t child = ::fork();
        ASSERT_GE(child, 0);
        if (child == 0) {
            act(file, id, before, said);
        }
        // Half of them while it opens the file, half while it is at work.
        while (kill % 2 == 0 && said.get() == before) {
            std::this_thread::yield();
        }
        std::this_thread::sleep_for(std::chrono::microseconds(random() % 4'000));
        ::kill(child, SIGKILL);
        int status = 0;
        ASSERT_EQ(::waitpid(child, &status, 0), child);

        const Result<StateStore> store = StateStore::open(file);

        ASSERT_TRUE(store) << store.error().message;
        ASSERT_FALSE(store.value().report().salvage) << store.value().report().salvage->reason;
        const auto actions = lastActions(store.value(), id);
        const std::int64_t last = *std::ranges::max_element(actions);
        ASSERT_GE(last, said.get());
        ASSERT_LE(last, said.get() + 1);
        for (std::int64_t action = std::max<std::int64_t>(1, last - kKinds + 1); action <= last;
             ++action) {
            ASSERT_EQ(actions[static_cast<std::size_t>(action % kKinds)], action);
        }
        said.set(last);
    }
}

} // namespace lectern::core
