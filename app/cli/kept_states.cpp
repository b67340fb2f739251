#include "app/cli/kept_states.h"

#include "core/base/text.h"
#include "core/state/library_keys.h"
#include "core/state/placed_states.h"

#include <algorithm>
#include <array>
#include <utility>

namespace lectern::app {

namespace {

constexpr std::array<std::string_view, 3> kStatusNames{"unread", "reading", "read"};

} // namespace

KeptStates::KeptStates(std::shared_ptr<const core::StateSnapshot> snapshot)
    : m_snapshot(std::move(snapshot))
{}

core::Result<KeptStates> KeptStates::of(const std::shared_ptr<const core::Library> &library)
{
    core::Result<core::StateStore> store = core::StateStore::openToRead(core::stateFilePath());
    if (!store && store.error().code == core::ErrorCode::NotFound) {
        return KeptStates(nullptr);
    }
    if (!store) {
        return store.error();
    }
    core::PlacedStates states(std::move(store).value());
    const std::string root(library->root());
    const core::Status placed
        = states.setArticles(root, core::keysOf(*library), [&](core::Row row) {
              return core::printOfFile(root, library->path(row));
          });
    return placed ? core::Result<KeptStates>(KeptStates(states.snapshot())) : placed.error();
}

core::ArticleReading KeptStates::readingOf(core::Row row) const
{
    const core::StateSnapshot &states = *m_snapshot;
    return {.status = static_cast<core::ArticleReading::Status>(states.status[row]),
            .isStarred = states.has(row, core::StateFlag::Starred),
            .isChanged = states.has(row, core::StateFlag::Changed),
            .hasHighlight = states.has(row, core::StateFlag::HasHighlight),
            .hasNote = states.has(row, core::StateFlag::HasNote),
            .percent = percent(row),
            .openedAt = states.openedAt[row],
            .readAt = states.readAt[row]};
}

void KeptStates::answer(core::SelectContext &context) const
{
    if (!m_snapshot) {
        return;
    }
    context.readingOf = [this](core::Row row) { return readingOf(row); };
    context.hasLabel = [this](core::Row row, std::string_view folded) {
        return std::ranges::any_of(labels(row), [&](const std::string &label) {
            return core::foldForSearch(label) == folded;
        });
    };
    context.hasNote = [this](core::Row row, std::string_view needle) {
        return core::hasNote(*m_snapshot, row, needle);
    };
}

std::string_view KeptStates::status(core::Row row) const
{
    return kStatusNames.at(m_snapshot ? static_cast<std::size_t>(m_snapshot->status[row]) : 0);
}

bool KeptStates::isStarred(core::Row row) const
{
    return m_snapshot && m_snapshot->has(row, core::StateFlag::Starred);
}

int KeptStates::percent(core::Row row) const
{
    return m_snapshot ? m_snapshot->progress[row] * 100 / core::kWholeProgress : 0;
}

std::vector<std::string> KeptStates::labels(core::Row row) const
{
    std::vector<std::string> names;
    if (!m_snapshot) {
        return names;
    }
    const std::span<const core::LabelId> ids = m_snapshot->labelsOf(row);
    for (const core::Label &label : m_snapshot->labels) {
        if (std::ranges::find(ids, label.id) != ids.end()) {
            names.push_back(label.name);
        }
    }
    return names;
}

} // namespace lectern::app
