#include "core/article/article.h"

#include <gtest/gtest.h>

#include <string_view>

namespace lectern::core {

namespace {

struct CodeCase
{
    ProblemCode code;
    int number; ///< stored in indexes
    std::string_view name;
    Severity severity;
};

constexpr CodeCase kCodes[]{
    {ProblemCode::FrontMatterMissing, 0, "front-matter-missing", Severity::Note},
    {ProblemCode::FrontMatterUnclosed, 1, "front-matter-unclosed", Severity::Warning},
    {ProblemCode::FrontMatterBroken, 2, "front-matter-broken", Severity::Warning},
    {ProblemCode::FrontMatterNotMap, 3, "front-matter-not-map", Severity::Warning},
    {ProblemCode::FrontMatterTooLarge, 4, "front-matter-too-large", Severity::Warning},
    {ProblemCode::KeyDuplicate, 5, "key-duplicate", Severity::Warning},
    {ProblemCode::ValueUnexpected, 6, "value-unexpected", Severity::Note},
    {ProblemCode::TitleMissing, 7, "title-missing", Severity::Note},
    {ProblemCode::TitleCutByComment, 8, "title-cut-by-comment", Severity::Warning},
    {ProblemCode::DateUnreadable, 9, "date-unreadable", Severity::Warning},
    {ProblemCode::DateMissing, 10, "date-missing", Severity::Note},
    {ProblemCode::ControlCharacters, 11, "control-characters", Severity::Warning},
    {ProblemCode::EncodingGuessed, 12, "encoding-guessed", Severity::Note},
    {ProblemCode::EncodingInvalid, 13, "encoding-invalid", Severity::Warning},
    {ProblemCode::FileNameNotUtf8, 14, "file-name-not-utf8", Severity::Note},
    {ProblemCode::FileTooLarge, 15, "file-too-large", Severity::Warning},
    {ProblemCode::FileUnreadable, 16, "file-unreadable", Severity::Error},
    {ProblemCode::FileNotRegular, 17, "file-not-regular", Severity::Error},
    {ProblemCode::FileOutside, 18, "file-outside", Severity::Error},
    {ProblemCode::FileChangedWhileRead, 19, "file-changed-while-read", Severity::Warning},
    {ProblemCode::FolderUnreadable, 20, "folder-unreadable", Severity::Error},
    {ProblemCode::FolderLoop, 21, "folder-loop", Severity::Note},
};

} // namespace

TEST(ProblemCodes, keepTheirNumbersNamesAndSeverities)
{
    for (const CodeCase &expected : kCodes) {
        EXPECT_EQ(static_cast<int>(expected.code), expected.number) << expected.name;
        EXPECT_EQ(problemName(expected.code), expected.name);
        EXPECT_EQ(severityOf(expected.code), expected.severity) << expected.name;
    }
}

TEST(ProblemCodes, areAllListedHere)
{
    EXPECT_EQ(std::size(kCodes), static_cast<std::size_t>(kLastProblemCode) + 1);
}

} // namespace lectern::core
