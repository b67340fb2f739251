#include "core/library/library_root.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace lectern::core {

namespace {

namespace fs = std::filesystem;
using tests::TemporaryFolder;

} // namespace

TEST(LibraryRoot, isTheSame_byEveryWayToTheFolder)
{
    const TemporaryFolder folder;
    folder.write("文/a.md", "");
    fs::create_directory_symlink(folder.path("文"), folder.path("link"));
    fs::create_directory_symlink("link", folder.path("link to link"));
    const std::string root = fs::canonical(folder.path("文")).string();

    for (const std::string &way :
         {folder.path("文"), folder.path("文/"), folder.path("文///"), folder.path("文/."),
          folder.path("文/../文"), folder.path("link"), folder.path("link/"),
          folder.path("link to link"), folder.path("./link/../文"),
          fs::relative(folder.path("文")).string()}) {
        EXPECT_EQ(libraryRoot(way), root) << way;
    }
}

TEST(LibraryRoot, isOnlyMadeAbsolute_whenNothingIsThere)
{
    EXPECT_EQ(libraryRoot("/no/such/../folder/"), "/no/folder");
    EXPECT_EQ(libraryRoot("/"), "/");
    EXPECT_EQ(libraryRoot("no such folder"), (fs::current_path() / "no such folder").string());
}

} // namespace lectern::core
