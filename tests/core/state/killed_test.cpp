#include "tests/core/state/known_states.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

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

/// Does one thing after the other and says after each how many are done.
[[noreturn]] void act(const std::string &file, StateId id, std::int64_t done, SharedNumber &said)
{
    const StateStore store = openStore(file);
    for (;;) {
        ++done;
        StateChange change = becomes(done % 2 == 0 ? ReadStatus::Read : ReadStatus::Unread, done);
        change.isOpened = true;
        change.progress = static_cast<std::uint16_t>(done % 1000);
        if (store.change({&id, 1}, change)) {
            said.set(done);
        }
    }
}

} // namespace

TEST(KilledState, opensWithAllButTheLastAction_wheneverItIsKilled)
{
    constexpr int kKills = 200;
    const tests::TemporaryFolder folder;
    const std::string file = folder.path("state.sqlite");
    const StateId id = addArticle(openStore(file), keyOf("a.md"));
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
        const auto states = store.value().states({&id, 1});
        ASSERT_TRUE(states);
        const ReadingState &state = states.value().at(0);
        ASSERT_GE(state.openedAt, said.get());
        ASSERT_LE(state.openedAt, said.get() + 1);
        ASSERT_EQ(state.progress, state.openedAt % 1000);
        said.set(state.openedAt);
    }
}

} // namespace lectern::core
