#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

TEST(FuzzSeeds, pass_inTarget)
{
    const std::filesystem::path folder
        = std::filesystem::path(LECTERN_SOURCE_DIR) / "tests/fuzz/seeds" / LECTERN_FUZZ_TARGET;
    std::size_t count = 0;

    for (const auto &entry : std::filesystem::directory_iterator(folder)) {
        SCOPED_TRACE(entry.path());
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file),
                                std::istreambuf_iterator<char>()};
        EXPECT_EQ(LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(bytes.data()),
                                         bytes.size()),
                  0);
        ++count;
    }

    EXPECT_GT(count, 0U);
}
