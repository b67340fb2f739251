#include "core/article/article_file.h"
#include "core/article/front_matter/fences.h"
#include "core/article/front_matter/lines.h"
#include "core/article/front_matter/toml_front_matter.h"
#include "core/article/front_matter/yaml_front_matter.h"
#include "core/base/disk.h"
#include "core/base/text.h"

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
    bool isRefused = false; ///< by the parser of its language
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
std::string damagedLine(std::string line, std::string_view separator, std::mt19937 &random)
{
    const auto below
        = [&](std::size_t limit) { return random() % std::max<std::size_t>(limit, 1); };
    const std::size_t end = std::min(line.find(separator), line.size());
    const std::size_t value = std::min(end + separator.size(), line.size());
    switch (below(9)) {
    case 0:
        return line.insert(value + below(line.size() - value + 1), "\"");
    case 1:
        return line.insert(value + below(line.size() - value + 1), separator);
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
        return quote == std::string::npos ? line.append(separator) + "x" : line.erase(quote, 1);
    }
    default:
        return line.erase(std::min(end, line.size() - 1), separator.size() - 1);
    }
}

bool isRefused(const std::string &block, FrontMatterKind kind)
{
    const BlockFields fields = kind == FrontMatterKind::Toml ? parseToml(block) : parseYaml(block);
    return std::holds_alternative<BlockError>(fields);
}

/// The name of the top key that the line at \a start belongs to.
std::string ownerOf(std::string_view block, std::size_t start, FrontMatterKind kind)
{
    const auto keyEnd = [&](std::size_t at) {
        const std::string_view line = lineAt(block, at);
        return kind == FrontMatterKind::Toml ? tomlKeyEnd(line) : yamlKeyEnd(line);
    };
    while (start > 0 && keyEnd(start) == std::string_view::npos) {
        start = block.rfind('\n', start - 2) + 1; // npos + 1 is 0
    }
    const std::size_t end = keyEnd(start);
    return std::string(trimmed(lineAt(block, start).substr(0, end)));
}

/// The file with one line of its front matter damaged.
DamagedFile damaged(const std::string &text, const FenceSplit &split, std::mt19937 &random)
{
    std::vector<std::size_t> starts;
    for (std::size_t at = 0; at < split.block.size(); at = afterLine(split.block, at)) {
        if (!isBlankLine(lineAt(split.block, at))) {
            starts.push_back(at);
        }
    }
    const std::size_t start = starts[random() % starts.size()];
    const std::string line(lineAt(split.block, start));
    const std::string_view separator = split.kind == FrontMatterKind::Toml ? " = " : ": ";
    std::string block(split.block);
    block.replace(start, line.size(), damagedLine(line, separator, random));
    const auto blockStart = static_cast<std::size_t>(split.block.data() - text.data());
    const std::string_view before = split.block.substr(0, start);
    DamagedFile file;
    file.text = text.substr(0, blockStart) + block + text.substr(blockStart + split.block.size());
    file.line = split.blockLine + static_cast<std::uint32_t>(std::ranges::count(before, '\n'));
    file.key = ownerOf(split.block, start, split.kind);
    file.isRefused = isRefused(block, split.kind);
    return file;
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
    ++tally.files;
    const auto expect = [&](bool isIntact, bool isKept, std::string_view field) {
        tally.checked += isIntact ? 1 : 0;
        tally.kept += isIntact && isKept ? 1 : 0;
        if (isIntact && !isKept) {
            tally.losses.push_back(path + ": " + std::string(field) + ", line "
                                   + std::to_string(file.line));
        }
    };
    expect(file.key != "title", read.meta.title == good.meta.title, "title");
    const bool isFromAddress = good.meta.dateOrigin == DateOrigin::FileName && file.key == "path";
    expect(file.key != "date" && !isFromAddress, read.meta.date == good.meta.date, "date");
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
    Tally refused; // one a file
    Tally accepted; // what the parser did not mind on the way there

    for (const std::string &path : paths) {
        const auto bytes = readFileBelow(root, path, kMaxArticleBytes);
        ASSERT_TRUE(bytes);
        const std::string &text = bytes.value().bytes;
        const FenceSplit split = splitFrontMatter(text);
        const Article good = parseArticle(path, text);
        const bool isFenced
            = split.kind == FrontMatterKind::Yaml || split.kind == FrontMatterKind::Toml;
        if (!isFenced || split.block.empty() || text.find('\r') != std::string::npos
            || !good.meta.date) {
            continue;
        }
        for (int attempt = 0; attempt < 20; ++attempt) {
            const DamagedFile file = damaged(text, split, random);
            judge(path, good, file, file.isRefused ? refused : accepted);
            if (file.isRefused) {
                break;
            }
        }
        if (refused.files == kFiles) {
            break;
        }
    }

    ASSERT_EQ(refused.files, kFiles);
    for (const Tally &tally : {refused, accepted}) {
        EXPECT_GE(static_cast<double>(tally.kept), 0.995 * static_cast<double>(tally.checked))
            << tally.kept << " of " << tally.checked << " kept, lost:\n"
            << firstOf(tally.losses);
    }
    EXPECT_GE(static_cast<double>(refused.named), 0.95 * static_cast<double>(refused.files))
        << refused.named << " named, missed:\n"
        << firstOf(refused.misses);
    const auto record = [](const char *name, std::size_t count, std::size_t all) {
        RecordProperty(name, std::to_string(count) + " of " + std::to_string(all));
    };
    record("keptOfRefused", refused.kept, refused.checked);
    record("named", refused.named, refused.files);
    record("keptOfAccepted", accepted.kept, accepted.checked);
}

} // namespace lectern::core
