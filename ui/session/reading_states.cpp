#include "ui/session/reading_states.h"

#include "core/article/article_file.h"
#include "core/library/row_matches.h"
#include "core/markdown/markdown.h"
#include "core/state/library_keys.h"
#include "ui/session/state_undo.h"

#include <QDateTime>
#include <QFile>
#include <QLoggingCategory>

#include <algorithm>
#include <utility>

namespace lectern::ui {

namespace {

Q_LOGGING_CATEGORY(logState, "lectern.state", QtWarningMsg)

constexpr int kRefreshMs = 500;
constexpr std::size_t kMaxUndone = 50;
/// What is asked meanwhile waits no longer than for these.
constexpr std::size_t kTextsAtOnce = 16;

std::vector<core::ReadText> textsOf(const core::Library &library, std::span<const core::Row> rows)
{
    std::vector<core::ReadText> texts;
    core::ArticleReader reader{std::string(library.root())};
    for (const core::Row row : rows) {
        const core::ArticleReader::Reading reading = reader.read(library.path(row));
        if (reading.stamp != core::FileStamp()) { // else it is gone
            texts.push_back(
                {row, core::printOfBody(reading.body), core::visibleText(reading.body)});
        }
    }
    return texts;
}

/// The day of a time here.
std::int32_t dayOf(std::int64_t secondsSinceEpoch)
{
    const QDate day = QDateTime::fromSecsSinceEpoch(secondsSinceEpoch).date();
    return static_cast<std::int32_t>(QDate(1970, 1, 1).daysTo(day));
}

StateTrouble troubleOf(const core::StateFileReport &report)
{
    if (report.isReadOnly) {
        return StateTrouble::CannotWrite;
    }
    if (report.salvage) {
        return report.salvage->isAllRead ? StateTrouble::Salvaged : StateTrouble::PartlySalvaged;
    }
    return StateTrouble::None;
}

} // namespace

ReadingStates::ReadingStates(std::string file, QObject *parent)
    : QObject(parent)
    , m_troubledFile(QFile::decodeName(file.c_str()))
{
    if (file.empty()) {
        return;
    }
    m_worker = std::make_unique<core::StateWorker>(std::move(file), listener());
    m_refresh.setInterval(kRefreshMs);
    connect(&m_refresh, &QTimer::timeout, this, &ReadingStates::refresh);
    m_refresh.start();
}

ReadingStates::~ReadingStates()
{
    m_worker.reset();
}

/// All are called on the worker's thread.
core::StateListener ReadingStates::listener()
{
    const std::string file = QFile::encodeName(m_troubledFile).toStdString();
    return {.onOpened =
                [this, file](const core::StateFileReport &report) {
                    const std::string where = report.salvage ? report.salvage->damagedFile : file;
                    if (!report.reason.empty()) {
                        qCWarning(logState, "%s", report.reason.c_str());
                    }
                    inWindow(
                        [this, where, trouble = troubleOf(report)] { setTrouble(trouble, where); });
                },
            .onRefused =
                [this, file](const core::Error &error) {
                    qCWarning(logState, "%s", error.message.c_str());
                    const bool isNewer = error.code == core::ErrorCode::Unsupported;
                    inWindow([this, file, isNewer] {
                        m_isRefused = true;
                        m_refresh.stop();
                        setTrouble(isNewer ? StateTrouble::Newer : StateTrouble::CannotOpen, file);
                    });
                },
            .onDamaged =
                [this, file](const core::Error &error) {
                    qCWarning(logState, "%s", error.message.c_str());
                    inWindow([this, file] { setTrouble(StateTrouble::Damaged, file); });
                },
            .onSnapshot =
                [this](std::shared_ptr<const core::StateSnapshot> snapshot) {
                    inWindow([this, generation = m_placed, snapshot = std::move(snapshot)] {
                        acceptSnapshot(generation, snapshot);
                    });
                }};
}

void ReadingStates::inWindow(std::function<void()> slot)
{
    QMetaObject::invokeMethod(this, std::move(slot), Qt::QueuedConnection);
}

/// On the worker's thread. A failure may be the first sign of a damaged file, which is then looked
/// at as a whole, so that the next start salvages it.
void ReadingStates::tellDamage(const core::PlacedStates &states, const core::Error &error)
{
    if (error.code == core::ErrorCode::Malformed
        && !states.store().check(QDateTime::currentSecsSinceEpoch())) {
        inWindow([this] {
            setTrouble(StateTrouble::Damaged, QFile::encodeName(m_troubledFile).toStdString());
        });
    }
}

void ReadingStates::run(Work work)
{
    if (!isKept()) {
        return;
    }
    m_worker->run([this, work = std::move(work)](core::PlacedStates &states) {
        if (const core::Status done = work(states); !done) {
            qCWarning(logState, "%s", done.error().message.c_str());
            const bool isGone = done.error().code == core::ErrorCode::NotFound;
            inWindow([this, isGone] { isGone ? emit gone() : emit notKept(); });
            tellDamage(states, done.error());
        }
    });
}

/// On the worker's thread.
core::Status ReadingStates::setArticles(core::PlacedStates &states,
                                        const std::shared_ptr<const core::Library> &library,
                                        const core::BodySearch *texts)
{
    const std::string root(library->root());
    const auto known = [&](core::Row row) {
        const core::TextPackEntry *const entry = texts != nullptr ? texts->entry(row) : nullptr;
        const bool isOfNow = entry != nullptr && entry->stamp == library->stamp(row);
        return isOfNow ? core::printOfEntry(entry->checksum, entry->sizeBytes) : core::TextPrint();
    };
    return states.setArticles(root, core::keysOf(*library, known), [library, root](core::Row row) {
        return core::printOfFile(root, library->path(row));
    });
}

void ReadingStates::setLibrary(std::shared_ptr<const core::Library> library,
                               std::shared_ptr<const core::BodySearch> texts)
{
    const auto former = std::exchange(m_library, std::move(library));
    const bool isSameFolder = former && m_library && former->root() == m_library->root();
    m_snapshot = isSameFolder && m_snapshot ? std::make_shared<core::StateSnapshot>(
                     core::withRows(*m_snapshot, core::rowsBefore(*former, *m_library)))
                                            : nullptr;
    ++m_generation;
    if (!m_library) {
        return;
    }
    run([this, generation = m_generation, now = m_library,
         texts = std::move(texts)](core::PlacedStates &states) {
        m_placed = generation;
        core::Status placed = setArticles(states, now, texts.get());
        return placed ? keepTexts(states, {now, generation, states.rowsWithoutReadText()}) : placed;
    });
}

void ReadingStates::setTexts(std::shared_ptr<const core::BodySearch> texts)
{
    if (m_library && texts) {
        run([this, generation = m_generation, now = m_library,
             texts = std::move(texts)](core::PlacedStates &states) {
            return generation == m_placed ? setArticles(states, now, texts.get())
                                          : core::Status(core::Ok{});
        });
    }
}

void ReadingStates::acceptSnapshot(std::uint64_t generation,
                                   std::shared_ptr<const core::StateSnapshot> snapshot)
{
    if (generation == m_generation && m_library && snapshot->size() == m_library->size()) {
        m_snapshot = std::move(snapshot);
        emit changed();
    }
}

std::string ReadingStates::visibleTextOf(const core::Library &library, core::Row row)
{
    core::ArticleReader reader{std::string(library.root())};
    return core::visibleText(reader.read(library.path(row)).body);
}

/// On the worker's thread.
void ReadingStates::noteDone(StateDeed deed, Work takeBack)
{
    inWindow([this, done = Done{std::move(deed), std::move(takeBack)}] {
        m_done.push_back(done);
        if (m_done.size() > kMaxUndone) {
            m_done.erase(m_done.begin());
        }
        emit this->done(done.deed);
    });
}

/// On the worker's thread.
core::Status ReadingStates::perform(core::PlacedStates &states, const std::vector<core::Row> &rows,
                                    const core::StateChange &change, const StateDeed &deed)
{
    core::Result<std::vector<core::ReadingState>> former = states.change(rows, change);
    if (!former) {
        return former.error();
    }
    noteDone(deed, [kind = deed.kind, former = std::move(former).value()](core::PlacedStates &now) {
        return takeBack(now, kind, former);
    });
    return core::Ok{};
}

void ReadingStates::change(std::vector<core::Row> rows, core::StateChange change, StateDeed deed)
{
    change.now = QDateTime::currentSecsSinceEpoch();
    deed.articles = static_cast<int>(rows.size());
    const bool isRead = deed.kind == StateDeed::Kind::Read && rows.size() <= core::kMaxReadTexts;
    const TextUse use = isRead ? TextUse::Kept : TextUse::Known;
    run([this, change, deed,
         job = TextJob{m_library, m_generation, std::move(rows), use}](core::PlacedStates &states) {
        core::Status done = perform(states, job.rows, change, deed);
        return done ? keepTexts(states, job) : done;
    });
}

/// On the worker's thread, some at a time. Where the rows become others before all is done, or the
/// program ends, the rest follows when the library is placed again.
core::Status ReadingStates::keepTexts(core::PlacedStates &states, const TextJob &job)
{
    if (job.rows.empty() || job.generation != m_placed || states.store().report().isReadOnly) {
        return core::Ok{};
    }
    const std::size_t count = std::min(job.rows.size(), kTextsAtOnce);
    const std::vector<core::ReadText> texts
        = textsOf(*job.library, std::span(job.rows).first(count));
    core::Status done
        = job.use == TextUse::Kept ? states.setReadTexts(texts) : states.setPrints(texts);
    if (done && count < job.rows.size()) {
        TextJob rest{job.library, job.generation, {}, job.use};
        rest.rows.assign(job.rows.begin() + static_cast<std::ptrdiff_t>(count), job.rows.end());
        inWindow([this, rest = std::move(rest)] {
            run([this, rest](core::PlacedStates &now) { return keepTexts(now, rest); });
        });
    }
    return done;
}

void ReadingStates::place(core::StateId state, core::Row row, std::string name)
{
    run([this, state, row, name = std::move(name)](core::PlacedStates &states) -> core::Status {
        const core::Result<core::StateRecord> former = states.placeByHand(state, row);
        if (!former) {
            return former.error();
        }
        noteDone({StateDeed::Kind::Placed, 1, name},
                 [state, former = former.value()](core::PlacedStates &now) {
                     return now.takeBackPlacing(state, former);
                 });
        return core::Ok{};
    });
}

void ReadingStates::discard(std::vector<core::StateId> discarded, std::string name)
{
    run([this, discarded = std::move(discarded),
         name = std::move(name)](core::PlacedStates &states) -> core::Status {
        const core::Result<core::StateRecord> record = states.discard(discarded);
        if (!record) {
            return record.error();
        }
        noteDone(
            {StateDeed::Kind::Discarded, static_cast<int>(discarded.size()), name},
            [record = record.value()](core::PlacedStates &now) { return now.putBack(record); });
        return core::Ok{};
    });
}

void ReadingStates::note(core::Row row, core::StateChange change)
{
    change.now = QDateTime::currentSecsSinceEpoch();
    run([row, change](core::PlacedStates &states) -> core::Status {
        const auto former = states.change({&row, 1}, change);
        return former ? core::Status(core::Ok{}) : former.error();
    });
}

void ReadingStates::read(core::Row row, QObject *context,
                         std::function<void(core::ReadingState)> take)
{
    run([this, row, context = QPointer(context), take = std::move(take),
         generation = m_generation](core::PlacedStates &states) -> core::Status {
        const std::shared_ptr<const core::StateSnapshot> &snapshot = states.snapshot();
        const core::StateId id = row < snapshot->size() ? snapshot->article[row] : 0;
        const auto found = states.store().states({&id, 1});
        if (!found) {
            return found.error();
        }
        const core::ReadingState state
            = found.value().empty() ? core::ReadingState() : found.value().front();
        give(context, generation, take, state);
        return core::Ok{};
    });
}

void ReadingStates::addReading(core::Row row, std::uint32_t seconds, std::uint32_t characters)
{
    const core::ReadingDay day{0, dayOf(QDateTime::currentSecsSinceEpoch()), seconds, characters};
    run([row, day](core::PlacedStates &states) { return states.addReading(row, day); });
}

void ReadingStates::count(QObject *context, std::function<void(core::ReadingStatistics)> take)
{
    run([this, library = m_library, context = QPointer(context), take = std::move(take),
         generation = m_generation](core::PlacedStates &states) -> core::Status {
        const auto days = states.store().readingDays();
        if (!days || !library || states.snapshot()->size() != library->size()) {
            return days ? core::Status(core::Ok{}) : days.error();
        }
        inWindow(
            [this, context, take, generation,
             found = core::readingStatistics(*library, *states.snapshot(), days.value(), dayOf)] {
                if (context && generation == m_generation) {
                    take(found);
                }
            });
        return core::Ok{};
    });
}

void ReadingStates::compare(core::Row row, QObject *context,
                            std::function<void(std::vector<core::DifferencePiece>)> take)
{
    run([this, library = m_library, row, context = QPointer(context), take = std::move(take),
         generation = m_generation](core::PlacedStates &states) -> core::Status {
        const std::shared_ptr<const core::StateSnapshot> &snapshot = states.snapshot();
        const core::StateId id = row < snapshot->size() ? snapshot->article[row] : 0;
        const core::Result<std::string> before = states.store().readText(id);
        if (!before) {
            return before.error();
        }
        const std::string now = visibleTextOf(*library, row);
        give(context, generation, take, core::wordDifference(before.value(), now));
        return core::Ok{};
    });
}

void ReadingStates::undo()
{
    if (m_done.empty()) {
        return;
    }
    const Done last = std::move(m_done.back());
    m_done.pop_back();
    run([this, last](core::PlacedStates &states) {
        core::Status done = last.takeBack(states);
        const bool isGone = !done && done.error().code == core::ErrorCode::NotFound;
        if (done || isGone) {
            inWindow([this, isGone, deed = last.deed] {
                isGone ? emit notUndone(deed) : emit undone(deed);
            });
        }
        return isGone ? core::Status(core::Ok{}) : done;
    });
}

void ReadingStates::setTrouble(StateTrouble trouble, const std::string &file)
{
    if (trouble != m_trouble) {
        m_trouble = trouble;
        m_troubledFile = QFile::decodeName(file.c_str());
        emit troubled();
    }
}

/// One at a time, so that a slow disk is not asked more than it can answer.
void ReadingStates::refresh()
{
    if (m_isRefreshing.exchange(true)) {
        return;
    }
    m_worker->run([this](core::PlacedStates &states) {
        if (const core::Status done = states.refresh(); !done) {
            qCInfo(logState, "%s", done.error().message.c_str());
            tellDamage(states, done.error());
        }
        m_isRefreshing = false;
    });
}

} // namespace lectern::ui
