#include "core/article/article_names.h"
#include "core/library/folder_scanner.h"
#include "tests/support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

namespace lectern::core {

namespace {

namespace fs = std::filesystem;
using tests::TemporaryFolder;

constexpr std::array<std::string_view, 12> kFolderNames{
    "a",    "b", "文章", ".git", "node_modules", "Node_Modules",
    "x.md", " ", "-",    "%20",  ".x.md",        "zz"};
constexpr std::array<std::string_view, 16> kFileNames{
    "a.md",  "b.MD",  "c.markdown", "D.Markdown", "e.txt", ".md",    ".f.md",   "._a.md",
    "文.md", "g.mdx", "h.md.bak",   "md",         "i.md ", "a b.md", "\xFF.md", "j.Md"};

std::string lowered(std::string text)
{
    for (char &letter : text) {
        letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter | 0x20) : letter;
    }
    return text;
}

bool hasEnding(const std::string &name, const std::string &ending)
{
    return name.size() > ending.size() && lowered(name).ends_with(ending);
}

/// The articles below \a folder, by the standard library's own walk.
std::vector<std::string> articlesBelow(const std::string &folder)
{
    std::vector<std::string> paths;
    for (auto entry = fs::recursive_directory_iterator(folder); entry != end(entry); ++entry) {
        const std::string name = entry->path().filename().string();
        if (entry->is_directory()) {
            if (name.front() == '.' || name == "node_modules") {
                entry.disable_recursion_pending();
            }
        } else if ((hasEnding(name, ".md") || hasEnding(name, ".markdown"))
                   && !name.starts_with("._")) {
            paths.push_back(entry->path().string().substr(folder.size() + 1));
        }
    }
    std::ranges::sort(paths);
    return paths;
}

void fill(const TemporaryFolder &folder, std::mt19937 &random)
{
    std::vector<std::string> folders{""};
    for (int count = 0; count < 20; ++count) {
        const std::string parent = folders[random() % folders.size()];
        const std::string path
            = parent + std::string(kFolderNames[random() % kFolderNames.size()]) + "/";
        fs::create_directories(folder.path(path));
        folders.push_back(path);
    }
    for (int count = 0; count < 60; ++count) {
        const std::string path = folders[random() % folders.size()]
            + std::string(kFileNames[random() % kFileNames.size()]);
        if (!fs::is_directory(folder.path(path))) {
            folder.write(path, std::string(random() % 5, 'x'));
        }
    }
}

} // namespace

TEST(FolderScannerProperty, findsWhatThePlainWalkFinds_whateverTheTree)
{
    std::mt19937 random(59); // NOLINT(cert-msc51-cpp): the same trees in every run
    for (int round = 0; round < 25; ++round) {
        const TemporaryFolder folder;
        fill(folder, random);
        const std::vector<std::string> expected = articlesBelow(folder.path());
        for (const unsigned threads : {1U, 2U, 5U}) {
            for (const auto stamps : {ScanOptions::Stamps::Take, ScanOptions::Stamps::Leave}) {
                ScanOptions options;
                options.stamps = stamps;
                options.threads = threads;

                const auto scan = scanFolder(folder.path(), options);

                ASSERT_TRUE(scan);
                std::vector<std::string> found;
                for (const ScannedFile &file : scan.value().files) {
                    found.emplace_back(file.path);
                    if (stamps == ScanOptions::Stamps::Take) {
                        EXPECT_EQ(file.stamp.sizeBytes, fs::file_size(folder.path(file.path)))
                            << file.path;
                        EXPECT_NE(file.stamp.inode, 0U) << file.path;
                    }
                }
                ASSERT_EQ(found, expected) << "round " << round << ", " << threads << " threads";
                EXPECT_TRUE(scan.value().problems.empty());
            }
        }
    }
}

TEST(FolderScannerProperty, agreesWithTheNamesThatAreWatched)
{
    for (const std::string_view name : kFileNames) {
        const TemporaryFolder folder;
        folder.write(name, "");

        EXPECT_EQ(scanFolder(folder.path()).value().files.size(), isArticleName(name) ? 1U : 0U)
            << name;
    }
    for (const std::string_view name : kFolderNames) {
        const TemporaryFolder folder;
        folder.write(std::string(name) + "/a.md", "");

        EXPECT_EQ(scanFolder(folder.path()).value().files.size(),
                  isWalkedFolderName(name) ? 1U : 0U)
            << name;
    }
}

TEST(FolderScannerProperty, walksAsDeepAsAPathCanBe)
{
    const TemporaryFolder folder;
    std::string path;
    for (int depth = 0; depth < 400; ++depth) {
        path += "d/";
    }
    folder.write(path + "deep.md", "");

    const auto scan = scanFolder(folder.path());

    ASSERT_TRUE(scan);
    ASSERT_EQ(scan.value().files.size(), 1U);
    EXPECT_EQ(scan.value().files[0].path, path + "deep.md");
}

TEST(FolderScannerProperty, takesARootHoweverItIsWritten)
{
    const TemporaryFolder folder;
    folder.write("sub/a.md", "");
    for (const std::string &root : {folder.path(), folder.path() + "/", folder.path() + "//",
                                    folder.path() + "/.", folder.path() + "/sub/.."}) {
        const auto scan = scanFolder(root);
        ASSERT_TRUE(scan) << root;
        ASSERT_EQ(scan.value().files.size(), 1U) << root;
        EXPECT_EQ(scan.value().files[0].path, "sub/a.md") << root;
    }
}

} // namespace lectern::core
