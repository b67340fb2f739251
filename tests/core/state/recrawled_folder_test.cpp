#include "core/article/article_names.h"
#include "core/library/indexer.h"
#include "core/state/library_keys.h"
#include "core/state/placement.h"
#include "tests/core/state/known_states.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace lectern::core {

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> realArticles()
{
    std::vector<fs::path> files;
    const fs::path shared = fs::path(LECTERN_SHARED_DIR) / "articles";
    if (!fs::exists(shared)) {
        return files;
    }
    for (const auto &entry : fs::recursive_directory_iterator(shared)) {
        if (entry.is_regular_file() && isArticleName(entry.path().string())) {
            files.push_back(entry.path());
        }
    }
    std::ranges::sort(files);
    return files;
}

std::string bytesOf(const fs::path &file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::shared_ptr<const Library> indexed(const tests::TemporaryFolder &folder)
{
    return indexFolder(folder.path(), nullptr, {}).value();
}

/// \a text with a sentence in its last third.
std::string edited(std::string text)
{
    const std::size_t line = text.find('\n', text.size() * 2 / 3);
    return line == std::string::npos ? text + "\n\nMore was said.\n"
                                     : text.insert(line + 1, "\nMore was said, 更多。\n\n");
}

/// The same articles twice: as they were, and as a crawler left them the next time.
struct Folders
{
    tests::TemporaryFolder before;
    tests::TemporaryFolder now;
    std::map<std::string, std::string> cameFrom; ///< path now, path before
};

void fill(Folders &folders)
{
    std::mt19937 random(9); // NOLINT(cert-msc51-cpp): the same in every run
    const std::vector<fs::path> files = realArticles();
    for (std::size_t number = 0; number < files.size(); number += 4) {
        const std::string name = "d" + std::to_string(number % 9) + "/" + std::to_string(number)
            + files[number].filename().string();
        const std::string text = bytesOf(files[number]);
        folders.before.write(name, text);
        const unsigned chance = random() % 100;
        if (chance == 0) {
            continue; // gone
        }
        const bool isMoved = random() % 10 == 0;
        const std::string path = isMoved ? "moved/" + std::to_string(random()) + ".md" : name;
        folders.now.write(path, chance <= 5 ? edited(text) : text);
        folders.cameFrom[path] = name;
    }
}

std::vector<ArticleKey> keysWithPrints(const Library &library)
{
    std::vector<ArticleKey> keys = keysOf(library);
    for (ArticleKey &key : keys) {
        key.print = printOfFile(std::string(library.root()), key.path);
    }
    return keys;
}

} // namespace

/// Of 963 articles whose file came back, 961 are kept and 2 listed: a page under another name that
/// has 84 bytes of text and no title, and one that has a title and no text, of which this folder
/// has twenty. A crawler leaves such for any page that it could not read, so that neither says
/// which article it is; both are offered as what the state could belong to.
TEST(Recrawl, keepsTheStatesOfRealArticles)
{
    Folders folders;
    fill(folders);
    if (folders.cameFrom.empty()) {
        GTEST_SKIP() << "there are no real articles beside the sources";
    }
    std::vector<KnownArticle> states;
    for (ArticleKey &key : keysWithPrints(*indexed(folders.before))) {
        states.push_back({static_cast<StateId>(states.size() + 1), std::move(key)});
    }
    const std::vector<ArticleKey> articles = keysWithPrints(*indexed(folders.now));

    const Placements found = placeArticles(states, articles);

    std::size_t kept = 0;
    for (const Placement &placement : found.placed) {
        const ArticleKey &before = states[static_cast<std::size_t>(placement.state - 1)].key;
        const ArticleKey &now = articles[placement.row];
        // Where two files say the same, each is as good as the other.
        const bool isRight
            = folders.cameFrom.at(now.path) == before.path || isSameText(before.print, now.print);
        EXPECT_TRUE(isRight) << before.path << " is not " << now.path;
        kept += placement.by != PlacedBy::Copy ? 1 : 0;
    }
    std::size_t offered = 0;
    for (const UnplacedState &lost : found.unplaced) {
        const ArticleKey &before = states[static_cast<std::size_t>(lost.state - 1)].key;
        const bool isThere = std::ranges::any_of(
            folders.cameFrom, [&](const auto &came) { return came.second == before.path; });
        const bool isOffered = std::ranges::any_of(lost.candidates, [&](Row row) {
            return folders.cameFrom.at(articles[row].path) == before.path;
        });
        EXPECT_EQ(isOffered, isThere) << before.path;
        EXPECT_TRUE(!isThere || before.print.bytes < 300) << before.path;
        offered += isOffered ? 1 : 0;
    }
    RecordProperty("kept", static_cast<int>(kept));
    RecordProperty("there", static_cast<int>(articles.size()));
    EXPECT_EQ(kept + offered, articles.size());
    EXPECT_LE(offered * 200, articles.size());
}

} // namespace lectern::core
