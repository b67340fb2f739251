#include "core/base/result.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace lectern::core {

TEST(Result, holdsTheValue_whenMadeFromOne)
{
    const Result<std::string> result(std::string("text"));

    ASSERT_TRUE(result.isOk());
    EXPECT_EQ(result.value(), "text");
}

TEST(Result, holdsTheError_whenMadeFromOne)
{
    const Result<std::string> result(Error{ErrorCode::NotFound, "no file a.md"});

    ASSERT_FALSE(result.isOk());
    EXPECT_EQ(result.error().code, ErrorCode::NotFound);
    EXPECT_EQ(result.error().message, "no file a.md");
}

TEST(Result, givesUpItsValue_whenMovedFrom)
{
    Result<std::unique_ptr<int>> result(std::make_unique<int>(7));

    const std::unique_ptr<int> taken = std::move(result).value();

    EXPECT_EQ(*taken, 7);
}

} // namespace lectern::core
