#include "ui/window/reading_tracker.h"

#include "ui/common/qt_text.h"
#include "ui/reading/reader_pane.h"
#include "ui/search/article_results.h"

#include <algorithm>
#include <utility>

namespace lectern::ui {

using namespace std::chrono_literals;

namespace {

constexpr auto kSaveDelay = 1500ms;
/// What is on screen for less was passed by.
constexpr int kGlanceSeconds = 3;
/// Behind these without any movement nobody is there.
constexpr int kStillSeconds = 300;
constexpr int kCountSeconds = 30;

} // namespace

ReadingTracker::ReadingTracker(ReadingStates &states, const ArticleResults &results,
                               ReaderPane &reader, QObject *parent)
    : QObject(parent)
    , m_states(states)
    , m_results(results)
    , m_reader(reader)
{
    m_second.setInterval(1s);
    m_saveSoon.setInterval(kSaveDelay);
    m_saveSoon.setSingleShot(true);
    connect(&m_second, &QTimer::timeout, this, &ReadingTracker::countSecond);
    connect(&m_saveSoon, &QTimer::timeout, this, &ReadingTracker::save);
    connect(&m_reader, &ReaderPane::articleShown, this, &ReadingTracker::onArticleShown);
    connect(&m_reader, &ReaderPane::placeChanged, this, &ReadingTracker::onPlaceChanged);
    connect(&m_states, &ReadingStates::done, this, &ReadingTracker::onDeed);
    connect(&m_states, &ReadingStates::undone, this, &ReadingTracker::onDeed);
}

std::optional<core::Row> ReadingTracker::row() const
{
    const auto library = m_results.library();
    return library && library->root() == m_root ? library->findPath(toView(m_path)) : std::nullopt;
}

void ReadingTracker::onArticleShown(const QByteArray &path)
{
    const auto library = m_results.library();
    const std::string root(library ? library->root() : std::string_view());
    if (path == m_path && root == m_root) { // it was loaded again
        goTo(m_positions.value(m_path));
        return;
    }
    save();
    if (root != m_root) {
        m_positions.clear();
    }
    m_root = root;
    m_path = path;
    m_place.reset();
    m_isDecided = false;
    m_secondsSeen = 0;
    m_secondsUncounted = 0;
    m_secondsStill = 0;
    m_progressCounted.reset();
    m_second.start();
    const std::optional<core::Row> row = this->row();
    m_isPlaceKnown = m_positions.contains(path) || !row || !m_states.isKept();
    goTo(m_positions.value(path));
    if (row) {
        core::StateChange opening;
        opening.isOpened = true;
        m_states.note(*row, opening);
    }
    if (!m_isPlaceKnown) {
        m_states.read(*row, this, [this, path](const core::ReadingState &state) {
            if (path == m_path && !m_isPlaceKnown) {
                onPlaceKnown(state.position);
            }
        });
    }
}

void ReadingTracker::onPlaceKnown(const core::ReadingPosition &position)
{
    m_isPlaceKnown = true;
    if (position != core::ReadingPosition()) {
        m_positions[m_path] = position;
        goTo(position);
    } else if (m_place) {
        onPlaceChanged(m_path, *m_place);
    }
}

void ReadingTracker::goTo(const core::ReadingPosition &position)
{
    if (position != core::ReadingPosition()) {
        m_reader.goTo(position);
    }
}

void ReadingTracker::onPlaceChanged(const QByteArray &path, const ReadingPlace &place)
{
    if (path != m_path) {
        return;
    }
    m_place = place;
    m_secondsStill = 0;
    // Whoever scrolls before it is known where the page was left is not to be moved.
    m_isPlaceKnown = m_isPlaceKnown || place.position != core::ReadingPosition();
    if (!m_isPlaceKnown) {
        return;
    }
    m_positions[path] = place.position;
    m_isUnsaved = true;
    if (!m_saveSoon.isActive()) {
        m_saveSoon.start();
    }
    markIfRead();
}

/// An article becomes one that is being read when it was scrolled, not when it was passed by.
void ReadingTracker::save()
{
    m_saveSoon.stop();
    count();
    const std::optional<core::Row> row = this->row();
    const auto snapshot = m_states.snapshot();
    if (!std::exchange(m_isUnsaved, false) || !row || !snapshot) {
        return;
    }
    core::StateChange change;
    change.position = m_place->position;
    change.progress = std::max(m_place->progress, snapshot->progress[*row]);
    const bool isBegun = m_place->position != core::ReadingPosition();
    if (isBegun && !m_isDecided && snapshot->status[*row] == core::ReadStatus::Unread) {
        change.status = core::ReadStatus::Reading;
    }
    m_states.note(*row, change);
}

void ReadingTracker::countSecond()
{
    if (!m_reader.isActiveWindow() || m_path.isEmpty()) {
        return;
    }
    ++m_secondsSeen;
    markIfRead();
    m_secondsUncounted += m_secondsStill < kStillSeconds ? 1 : 0;
    ++m_secondsStill;
    if (m_secondsUncounted >= kCountSeconds) {
        count();
    }
}

/// Adds what was read since the last time to the numbers of the day.
void ReadingTracker::count()
{
    const std::optional<core::Row> row = this->row();
    const auto snapshot = m_states.snapshot();
    if (!row || !snapshot) {
        return;
    }
    if (!m_progressCounted) { // before save() has the snapshot say what is only seen now
        m_progressCounted = snapshot->progress[*row];
    }
    if (m_secondsSeen < kGlanceSeconds || m_secondsUncounted == 0) {
        return;
    }
    const std::uint16_t before = *m_progressCounted;
    const std::uint16_t now = std::max(before, m_place ? m_place->progress : before);
    const std::uint64_t characters = std::uint64_t{m_results.library()->bodyLength(*row)}
        * (now - before) / core::kWholeProgress;
    m_states.addReading(*row, static_cast<std::uint32_t>(std::exchange(m_secondsUncounted, 0)),
                        static_cast<std::uint32_t>(characters));
    m_progressCounted = now;
}

bool ReadingTracker::isReadByRule() const
{
    const ReadRule &rule = m_states.readRule();
    return rule.isOn && m_place
        && ((m_place->isEnd && m_secondsSeen >= rule.secondsAtEnd)
            || (m_secondsSeen >= rule.seconds && m_place->progress >= rule.percent * 10));
}

void ReadingTracker::markIfRead()
{
    const std::optional<core::Row> row = this->row();
    const auto snapshot = m_states.snapshot();
    if (m_isDecided || !row || !snapshot || !m_isPlaceKnown || !isReadByRule()) {
        return;
    }
    m_isDecided = true;
    if (snapshot->status[*row] == core::ReadStatus::Read
        && !snapshot->has(*row, core::StateFlag::Changed)) {
        return;
    }
    core::StateChange change;
    change.status = core::ReadStatus::Read;
    m_states.change({*row}, change, {StateDeed::Kind::Read});
}

/// Whoever says that it is unread knows better.
void ReadingTracker::onDeed(const StateDeed &deed)
{
    m_isDecided
        = m_isDecided || deed.kind == StateDeed::Kind::Read || deed.kind == StateDeed::Kind::Unread;
}

} // namespace lectern::ui
