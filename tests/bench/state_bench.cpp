// What is kept of 100,000 articles, and the window: how much later its list is painted, and how
// long it does not answer while many are marked.
//   state_bench WORK_FOLDER [ARTICLES]
// WORK_FOLDER keeps the generated articles from one run to the next. Exit code 1: a figure misses
// what it must be.

#include "app/application.h"
#include "core/library/indexer.h"
#include "core/state/library_keys.h"
#include "core/state/placed_states.h"
#include "tests/bench/ready_corpus.h"
#include "tests/bench/rounds.h"
#include "tests/bench/window_process.h"
#include "ui/sidebar/facet_model.h"
#include "ui/sidebar/reading_panel.h"

#include <QApplication>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <numeric>
#include <string>
#include <vector>

namespace {

using namespace lectern;
using namespace Qt::StringLiterals;

constexpr core::Row kMarked = 10'000;
constexpr double kFrameMs = 16;

/// Every article of \a folder was read, each seventh starred.
void keepStates(const std::string &folder, const std::string &file)
{
    const auto library = core::indexFolder(folder, nullptr, {});
    core::Result<core::StateStore> store = core::StateStore::open(file);
    if (!library || !store) {
        std::fputs("state_bench: the states cannot be made\n", stderr);
        std::exit(2);
    }
    core::PlacedStates states(std::move(store).value());
    const core::Library &articles = *library.value();
    core::Status done = states.setArticles(
        std::string(articles.root()), core::keysOf(articles), [&](core::Row row) {
            return core::printOfFile(std::string(articles.root()), articles.path(row));
        });
    std::vector<core::Row> rows(articles.size());
    std::iota(rows.begin(), rows.end(), 0);
    core::StateChange read;
    read.status = core::ReadStatus::Read;
    read.now = 1;
    if (!done || !states.change(rows, read)) {
        std::fputs("state_bench: the states cannot be made\n", stderr);
        std::exit(2);
    }
    std::erase_if(rows, [](core::Row row) { return row % 7 != 0; });
    core::StateChange star;
    star.isStarred = true;
    star.now = 1;
    (void)states.change(rows, star);
    std::vector<core::ReadText> prints;
    for (core::Row row = 0; row < articles.size(); ++row) {
        prints.push_back(
            {row, core::printOfFile(std::string(articles.root()), articles.path(row)), {}});
    }
    done = states.setPrints(prints);
}

bool benchStart(const std::string &folder, const std::string &cache, const std::string &file)
{
    std::vector<double> without;
    std::vector<double> with;
    constexpr int kRounds = 9;
    for (int round = 0; round <= kRounds; ++round) {
        const double floor = bench::timeToList(bench::windowOf(folder, cache));
        const double subject = bench::timeToList(bench::windowOf(folder, cache, file));
        if (round > 0) {
            without.push_back(floor);
            with.push_back(subject);
        }
    }
    return bench::report(
        bench::ratioFigure("process start to list painted, every article read / without states",
                           bench::comparisonOf(without, with), 1.05, 1.02));
}

/// Runs the event loop until \a isDone. The longest time in milliseconds that one turn took.
template <typename Condition>
double longestTurn(const Condition &isDone)
{
    double longest = 0;
    while (!isDone()) {
        longest = std::max(longest, bench::timeOnce([] { QCoreApplication::processEvents(); }));
    }
    return longest;
}

/// What the sidebar counts as unread.
int unread(app::Application &program)
{
    const auto *model = program.window().findChild<ui::ReadingPanel *>()->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        const QModelIndex index = model->index(row, 0);
        if (index.data(ui::FacetModel::LineRole).toString() == u"is:unread"_s) {
            return index.data(ui::FacetModel::CountRole).toInt();
        }
    }
    return 0;
}

bool benchMarking(const std::string &folder, const std::string &cache, const std::string &file)
{
    app::Application program(
        {.zone = {}, .cacheFolder = cache, .stateFile = {}, .searchFile = {}, .readingFile = file},
        bench::noEngine());
    program.window().resize(1280, 800);
    program.open(QString::fromStdString(folder));
    (void)longestTurn([&] {
        return program.session().library() && !program.session().isBusy()
            && program.session().textState() != ui::LibrarySession::TextState::Reading
            && program.states().snapshot() && unread(program) > 0;
    });
    const int before = unread(program);
    std::vector<core::Row> rows(kMarked);
    std::iota(rows.begin(), rows.end(), 0);
    core::StateChange read;
    read.status = core::ReadStatus::Read;
    double longest = bench::timeOnce(
        [&] { program.states().change(std::move(rows), read, {ui::StateDeed::Kind::Read}); });
    longest = std::max(longest, longestTurn([&] {
                           return unread(program) == before - static_cast<int>(kMarked);
                       }));
    return bench::report({.what = "marking 10,000 articles: the window does not answer for",
                          .value = longest,
                          .must = kFrameMs,
                          .aim = kFrameMs / 2,
                          .unit = "ms",
                          .detail = {}});
}

} // namespace

int main(int count, char **words)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication qt(count, words);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--show"_s) {
        return bench::showWindow(arguments);
    }
    if (count < 2 || count > 3) {
        std::fputs("usage: state_bench WORK_FOLDER [ARTICLES]\n", stderr);
        return 2;
    }
    const std::uint32_t articles = count == 3 ? arguments[2].toUInt() : 100'000;
    const QTemporaryDir home;
    const std::string cache = home.filePath(u"cache"_s).toStdString();
    const std::string file = home.filePath(u"state.sqlite"_s).toStdString();
    const std::string fresh = home.filePath(u"fresh.sqlite"_s).toStdString();
    const std::string folder = bench::readyCorpus(arguments[1].toStdString(), articles);
    bench::keepSnapshot(folder, cache);
    keepStates(folder, file);

    const bool isStartFast = benchStart(folder, cache, file);
    return benchMarking(folder, cache, fresh) && isStartFast ? 0 : 1;
}
