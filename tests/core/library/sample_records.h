#pragma once

#include "core/library/library.h"
#include "core/library/library_builder.h"

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lectern::core {

inline ArticleRecord makeRecord(std::string path, std::string title)
{
    ArticleRecord record;
    record.path = std::move(path);
    record.meta.title = std::move(title);
    return record;
}

inline void setDate(ArticleRecord &record, std::string_view text)
{
    record.meta.date = parseTimestamp(text);
    record.meta.dateOrigin = DateOrigin::Date;
}

/// Four articles that differ in every column, in another order than that of their paths.
inline std::vector<ArticleRecord> sampleRecords()
{
    ArticleRecord database = makeRecord("数据库/索引.md", "数据库索引入门");
    setDate(database, "2024-05-06 07:08:09+08:00");
    database.meta.summary = "从一次慢查询说起。";
    database.meta.thumbnail = "img/封面.png";
    database.meta.source = "https://example.org/suoyin";
    database.meta.authors = {"李雷", "Han Meimei"};
    database.meta.categories = {"数据库"};
    database.meta.tags = {"索引", "sql"};
    database.meta.languages = {"zh"};
    database.meta.others = {{"字数", "1200"}, {"colour", "blue"}};
    database.stamp = {1'200, 1'714'950'489'000'000'001, 11};
    database.bodyLength = 1'150;
    database.hasImage = true;

    ArticleRecord sorting = makeRecord("algorithms/sorting.md", "Sorting networks");
    setDate(sorting, "2025-02-10");
    sorting.meta.summary = "Comparators, wires and the zero-one principle.";
    sorting.meta.thumbnail = "https://example.org/wires.jpg";
    sorting.meta.source = "https://example.org/sorting";
    sorting.meta.authors = {"Ada"};
    sorting.meta.categories = {"algorithms"};
    sorting.meta.tags = {"sql", "hardware"};
    sorting.meta.languages = {"en"};
    sorting.meta.isLanguageGuessed = true;
    sorting.problems = {{ProblemCode::TitleCutByComment,
                         2,
                         7,
                         {{ProblemReason::TitleEndsAtComment}, {}},
                         "Sorting networks",
                         "title: \"Sorting networks # 1\""}};
    sorting.stamp = {900, 1'739'145'600'000'000'002, 12};
    sorting.bodyLength = 850;
    sorting.hasMath = true;

    ArticleRecord draft = makeRecord("algorithms/_index.md", "Algorithms");
    draft.meta.page = PageKind::Section;
    draft.meta.isDraft = true;
    draft.meta.categories = {"algorithms", "数据库"};
    draft.problems = {{ProblemCode::DateMissing, 0, 0, {{ProblemReason::NoDate}, {}}, "", ""}};
    draft.stamp = {50, 1'700'000'000'000'000'003, 13};
    draft.bodyLength = 10;

    ArticleRecord broken = makeRecord("zebra.md", "Zebra");
    setDate(broken, "2023-01-02 03:04");
    broken.meta.dateOrigin = DateOrigin::FileName;
    broken.meta.page = PageKind::LeafBundle;
    broken.meta.languages = {"en", "zh"};
    broken.meta.tags = {"sql"};
    broken.problems
        = {{ProblemCode::FrontMatterBroken,
            3,
            1,
            {{ProblemReason::BlockRefused, ProblemReason::TabInIndent}, {}},
            "",
            "title: Z"},
           {ProblemCode::DateMissing, 0, 0, {{ProblemReason::NoDate}, {}}, "2023-01-02", ""}};
    broken.stamp = {70, 1'600'000'000'000'000'004, 14};
    broken.bodyLength = 60;

    return {database, sorting, draft, broken};
}

inline std::vector<FolderProblem> sampleFolderProblems()
{
    return {{"私密",
             {ProblemCode::FolderUnreadable,
              0,
              0,
              {{ProblemReason::FolderRefused}, {"Permission denied"}},
              "",
              ""}},
            {"loop", {ProblemCode::FolderLoop, 0, 0, {{ProblemReason::LinkLeadsUp}, {}}, "", ""}}};
}

inline std::shared_ptr<const Library> sampleLibrary()
{
    return buildLibrary("/articles", sampleRecords(), sampleFolderProblems());
}

template <typename Rows>
std::vector<std::string> titlesOf(const Library &library, const Rows &rows)
{
    std::vector<std::string> titles;
    for (const Row row : rows) {
        titles.emplace_back(library.title(row));
    }
    return titles;
}

} // namespace lectern::core
