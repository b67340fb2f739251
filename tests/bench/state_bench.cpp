// What is kept of one article: how much longer it takes to open with 50 highlights. What is kept of
// 100,000, and the window: how much later its list is painted, and how long it does not answer
// while many are marked.
//   state_bench WORK_FOLDER [ARTICLES]
// WORK_FOLDER keeps the generated articles from one run to the next. Exit code 1: a figure misses
// what it must be.

#include "app/application.h"
#include "core/article/article_file.h"
#include "core/base/freed_memory.h"
#include "core/library/indexer.h"
#include "core/markdown/markdown.h"
#include "core/page/page.h"
#include "core/state/library_keys.h"
#include "core/state/page_highlights.h"
#include "core/state/placed_states.h"
#include "core/state/quote_anchor.h"
#include "tests/bench/corpus.h"
#include "tests/bench/ready_corpus.h"
#include "tests/bench/rounds.h"
#include "tests/bench/window_process.h"
#include "ui/sidebar/facet_model.h"
#include "ui/sidebar/reading_panel.h"

#include <QApplication>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <numeric>
#include <string>
#include <vector>

namespace {

using namespace lectern;
using namespace Qt::StringLiterals;

constexpr core::Row kMarked = 10'000;
constexpr double kFrameMs = 16;
constexpr std::size_t kHighlights = 50;
constexpr double kHighlightsMs = 2;

/// Marks all over \a text, each of 30 to 200 bytes.
std::vector<core::Highlight> highlightsIn(const std::string &text, core::StateId article)
{
    std::vector<core::Highlight> highlights;
    for (std::size_t number = 0; number < kHighlights; ++number) {
        std::size_t start = text.size() * number / kHighlights;
        std::optional<core::QuoteSelector> place;
        while (!place) { // where a character begins
            place = core::selectorOf(text, {start, start + 30 + number * 3});
            ++start;
        }
        core::Highlight highlight;
        highlight.article = article;
        highlight.place = *place;
        highlights.push_back(std::move(highlight));
    }
    return highlights;
}

/// Each tenth line of \a text has two words more.
std::string edited(const std::string &text)
{
    std::string now;
    for (std::size_t start = 0, line = 0; start < text.size(); ++line) {
        const std::size_t end = std::min(text.find('\n', start), text.size() - 1) + 1;
        now += text.substr(start, end - start);
        if (line % 10 == 0 && end - start > 40) {
            now.insert(now.rfind(' '), " edited later");
        }
        start = end;
    }
    return now;
}

/// What opening the article of \a file takes beside its page when it is marked, but for what the
/// web engine does.
std::vector<core::PlacedHighlight> placeMarks(const core::StateStore &store, core::StateId article,
                                              const std::string &folder, const QString &pageText)
{
    core::ArticleReader reader(folder);
    return core::placedOnPage(store.highlights(article).value(),
                              core::visibleText(reader.read("a.md").body), pageText.toStdString());
}

bool benchHighlights(const std::string &work)
{
    constexpr int kTimes = 20; // of which one round is
    const std::string folder = work + "/highlights";
    std::filesystem::create_directories(folder);
    const core::StateStore store = core::StateStore::open(work + "/highlights.sqlite").value();
    const std::array<core::ArticleKey, 1> key{{{"a.md", {}, {}, {}, {}}}};
    const core::StateId article = store.add(folder, key).value().front();
    const std::string text = bench::longArticle();
    for (const core::Highlight &highlight : highlightsIn(core::visibleText(text), article)) {
        (void)store.saveHighlight(highlight).value();
    }
    bool isFast = true;
    for (const std::string &now : {text, edited(text)}) {
        std::ofstream(folder + "/a.md", std::ios::binary) << now;
        QString pageText = QString::fromStdString(core::visibleText(now));
        pageText.replace(u"\n"_s, u"\n\n"_s); // a page has other blanks
        const auto open = [&] {
            for (int time = 0; time < kTimes; ++time) {
                (void)core::readPage({.root = folder, .findArticle = {}, .site = {}}, "a.md");
            }
        };
        std::size_t found = 0;
        const bench::Comparison comparison = bench::compare(open, [&] {
            open();
            for (int time = 0; time < kTimes; ++time) {
                const auto placed = placeMarks(store, article, folder, pageText);
                found = static_cast<std::size_t>(std::ranges::count_if(
                    placed, [](const auto &mark) { return mark.place.has_value(); }));
            }
        });
        const double more = (comparison.subjectMs - comparison.floorMs) / kTimes;
        bench::Figure figure = bench::ratioFigure({}, comparison, 0, 0);
        figure.what = std::string("opening ") + (now == text ? "an" : "an edited") + " article of "
            + std::to_string(now.size() / 1000) + " KB, " + std::to_string(found)
            + " highlights found: more than without";
        figure.value = more;
        figure.must = kHighlightsMs;
        figure.aim = kHighlightsMs / 2;
        figure.unit = "ms";
        figure.detail += ", ratio " + std::to_string(comparison.ratio);
        isFast = bench::report(figure) && isFast;
    }
    return isFast;
}

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
    core::keepFreedMemory(); // as the program does
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
    const bool areHighlightsFast = benchHighlights(home.path().toStdString());
    const std::string folder = bench::readyCorpus(arguments[1].toStdString(), articles);
    bench::keepSnapshot(folder, cache);
    keepStates(folder, file);

    const bool isStartFast = benchStart(folder, cache, file);
    const bool isMarkingFast = benchMarking(folder, cache, fresh);
    return areHighlightsFast && isStartFast && isMarkingFast ? 0 : 1;
}
