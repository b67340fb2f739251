#include "core/article/article_file.h"
#include "core/article/fences.h"
#include "core/article/lines.h"
#include "core/article/yaml_front_matter.h"
#include "core/base/disk.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::core {

namespace {

constexpr std::size_t kFiles = 1000;

struct DamagedFile
{
    std::string text;
    std::uint32_t line = 0; ///< of the file, from 1
    std::string key; ///< the top key that the line belongs to
};

std::vector<std::string> goodFiles(const std::string &root)
{
    std::vector<std::string> paths;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(root)) {
        if (entry.path().extension() == ".md") {
            paths.push_back(entry.path().lexically_relative(root).string());
        }
    }
    std::ranges::sort(paths);
    return paths;
}

/// \a line with one of the mistakes that people and generators make.
std::string damagedLine(std::string line, std::mt19937 &random)
{
    const auto below
        = [&](std::size_t limit) { return random() % std::max<std::size_t>(limit, 1); };
    const std::size_t colon = std::min(line.find(": "), line.size());
    const std::size_t value = std::min(colon + 2, line.size());
    switch (below(9)) {
    case 0:
        return line.insert(value + below(line.size() - value + 1), "\"");
    case 1:
        return line.insert(value + below(line.size() - value + 1), ": ");
    case 2:
        return line.insert(value, std::string(1, "@`%*"[below(4)]));
    case 3:
        return line.insert(value, "[");
    case 4:
        return line.insert(value, "\"a\" ");
    case 5:
        return line.insert(value, "\"\\q");
    case 6:
        return "\t" + line;
    case 7: {
        const std::size_t quote = line.find_last_of("\"']");
        return quote == std::string::npos ? line + ": x" : line.erase(quote, 1);
    }
    default:
        return line.erase(std::min(colon, line.size() - 1), 1);
    }
}

/// The file with one line of its front matter damaged so that yaml-cpp refuses the whole block.
std::optional<DamagedFile> damaged(const std::string &text, const FenceSplit &split,
                                   std::mt19937 &random)
{
    std::vector<std::size_t> starts;
    for (std::size_t at = 0; at < split.block.size(); at = afterLine(split.block, at)) {
        if (!isBlankLine(lineAt(split.block, at))) {
            starts.push_back(at);
        }
    }
    for (int attempt = 0; attempt < 20; ++attempt) {
        const std::size_t start = starts[random() % starts.size()];
        const std::string line(lineAt(split.block, start));
        std::string block(split.block);
        block.replace(start, line.size(), damagedLine(line, random));
        const BlockFields fields = parseYaml(block);
        if (std::holds_alternative<FieldTree>(fields)) {
            continue;
        }
        DamagedFile file;
        const auto blockStart = static_cast<std::size_t>(split.block.data() - text.data());
        file.text
            = text.substr(0, blockStart) + block + text.substr(blockStart + split.block.size());
        const std::string_view before = split.block.substr(0, start);
        file.line = split.blockLine + static_cast<std::uint32_t>(std::ranges::count(before, '\n'));
        std::size_t owner = start;
        while (owner > 0 && yamlKeyEnd(lineAt(split.block, owner)) == std::string_view::npos) {
            owner = split.block.rfind('\n', owner - 2) + 1; // npos + 1 is 0
        }
        const std::string_view ownerLine = lineAt(split.block, owner);
        file.key = ownerLine.substr(0, ownerLine.find(':'));
        return file;
    }
    return std::nullopt;
}

struct Tally
{
    std::size_t files = 0;
    std::size_t checked = 0;
    std::size_t kept = 0;
    std::size_t named = 0;
    std::vector<std::string> losses;
    std::vector<std::string> misses;
};

void judge(const std::string &path, const Article &good, const DamagedFile &file, Tally &tally)
{
    const Article read = parseArticle(path, file.text);
    const auto expect = [&](bool isIntact, bool isKept, std::string_view field) {
        tally.checked += isIntact ? 1 : 0;
        tally.kept += isIntact && isKept ? 1 : 0;
        if (isIntact && !isKept) {
            tally.losses.push_back(path + ": " + std::string(field) + ", line "
                                   + std::to_string(file.line));
        }
    };
    expect(file.key != "title", read.meta.title == good.meta.title, "title");
    expect(file.key != "date", read.meta.date == good.meta.date, "date");
    expect(file.key != "tags", read.meta.tags == good.meta.tags, "tags");
    const bool isNamed = std::ranges::any_of(
        read.problems, [&](const Problem &problem) { return problem.line == file.line; });
    tally.named += isNamed ? 1 : 0;
    if (!isNamed) {
        tally.misses.push_back(path + ": line " + std::to_string(file.line));
    }
}

std::string firstOf(const std::vector<std::string> &lines)
{
    std::string text;
    for (std::size_t i = 0; i < std::min<std::size_t>(lines.size(), 20); ++i) {
        text += lines[i] + '\n';
    }
    return text;
}

} // namespace

TEST(Damage, costsOnlyTheDamagedLine)
{
    const std::string root = std::string(LECTERN_SHARED_DIR) + "/articles";
    if (!std::filesystem::is_directory(root)) {
        GTEST_SKIP() << "needs the folder of real articles";
    }
    std::mt19937 random(20250210); // NOLINT: the same damages every time
    std::vector<std::string> paths = goodFiles(root);
    for (std::size_t i = paths.size() - 1; i > 0; --i) {
        std::swap(paths[i], paths[random() % (i + 1)]);
    }
    Tally tally;

    for (const std::string &path : paths) {
        const auto bytes = readFileBelow(root, path, kMaxArticleBytes);
        ASSERT_TRUE(bytes);
        const std::string &text = bytes.value().bytes;
        const FenceSplit split = splitFrontMatter(text);
        const Article good = parseArticle(path, text);
        if (split.kind != FrontMatterKind::Yaml || split.block.empty()
            || text.find('\r') != std::string::npos || !good.meta.date) {
            continue;
        }
        if (const auto file = damaged(text, split, random)) {
            judge(path, good, *file, tally);
            ++tally.files;
        }
        if (tally.files == kFiles) {
            break;
        }
    }

    ASSERT_EQ(tally.files, kFiles);
    EXPECT_GE(static_cast<double>(tally.kept), 0.995 * static_cast<double>(tally.checked))
        << tally.kept << " of " << tally.checked << " kept, lost:\n"
        << firstOf(tally.losses);
    EXPECT_GE(static_cast<double>(tally.named), 0.95 * static_cast<double>(tally.files))
        << tally.named << " named, missed:\n"
        << firstOf(tally.misses);
    RecordProperty("kept", std::to_string(tally.kept) + " of " + std::to_string(tally.checked));
    RecordProperty("named", std::to_string(tally.named) + " of " + std::to_string(tally.files));
}

} // namespace lectern::core
