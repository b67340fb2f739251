#pragma once

#include "core/search/query.h"

#include <string_view>
#include <vector>

namespace lectern::test {

// The query language, row by row: what each of its operators finds, how the window says it in
// English and Chinese, and what it says of mistakes. The tests that read these tables also ask the
// language for its words, so that an operator without a row fails.

/// `name` is what stands before the colon; `word`, `phrase`, `-`, `OR`, `()` and `key` stand for
/// the rest.
struct OperatorRow
{
    std::string_view name;
    std::string_view line;
    std::string_view found; ///< titles of the articles in query_operators_test.cpp
    std::string_view english; ///< empty: nothing but plain words
    std::string_view chinese;
};

inline const std::vector<OperatorRow> &operatorRows()
{
    static const std::vector<OperatorRow> rows{
        {"word", "stone", "Stone bridge, Undated", "", ""},
        {"word", "ｓＴＯＮＥ walk", "Stone bridge", "", ""},
        {"phrase", R"("old arches")", "Stone bridge", "with “old arches”", "含“old arches”"},
        {"phrase", R"("arches old")", "", "with “arches old”", "含“arches old”"},
        {"-", "-stone", "科学, Old diary", "without “stone”", "不含“stone”"},
        {"-", "-stone -old", "科学", "without “stone”, “old”", "不含“stone”、“old”"},
        {"OR", "walk OR 星星", "Stone bridge, 科学", "with “walk” or “星星”", "含“walk”或“星星”"},
        {"OR", "walk OR tag:人工智能 old", "Stone bridge",
         "with “walk” or tagged “人工智能”, with “old”", "含“walk”或标签“人工智能”，含“old”"},
        {"()", "(walk tag:ai) OR is:draft", "Stone bridge, Old diary",
         "(with “walk”, tagged “ai”) or drafts", "（含“walk”，标签“ai”）或草稿"},
        {"()", "-(walk OR 星星)", "Old diary, Undated", "without “walk”, “星星”",
         "不含“walk”、“星星”"},
        {"()", "-(tag:ai stone)", "科学, Old diary, Undated", "not tagged “ai” or without “stone”",
         "无标签“ai”或不含“stone”"},
        {"tag", "tag:AI -draft date:<7d", "Stone bridge",
         "tagged “AI”, without “draft”, from the last 7 days", "标签“AI”，不含“draft”，最近 7 天"},
        {"tag", R"(-tag:"deep learning" tag:ai tag:stone)", "Stone bridge",
         "not tagged “deep learning”, tagged “ai”, “stone”",
         "无标签“deep learning”，标签“ai”、“stone”"},
        {"tag", "tag:学科", "Old diary", "tagged “学科”", "标签“学科”"},
        {"tag", "tag:學科/物理", "Old diary", "tagged “學科/物理”", "标签“學科/物理”"},
        {"tag", "-tag:学科", "Stone bridge, 科学, Undated", "not tagged “学科”", "无标签“学科”"},
        {"tag", "tag:学", "", "tagged “学”", "标签“学”"},
        {"tag", "tag:物理", "", "tagged “物理”", "标签“物理”"},
        {"tag", "tag:=学科", "", "tagged “学科” itself", "标签“学科”本身"},
        {"tag", "-tag:=学科/物理/光学 stone", "Stone bridge, Undated",
         "not tagged “学科/物理/光学” itself, with “stone”",
         "无标签“学科/物理/光学”本身，含“stone”"},
        {"tag", "tag:=ai", "Stone bridge, 科学", "tagged “ai” itself", "标签“ai”本身"},
        {"category", "category:技术", "科学", "in category “技术”", "分类“技术”"},
        {"category", "category:=技术", "", "in category “技术” itself", "分类“技术”本身"},
        {"category", "category:city", "Stone bridge", "in category “city”", "分类“city”"},
        {"category", "-category:city", "科学, Old diary, Undated", "not in category “city”",
         "分类不是“city”"},
        {"lang", "lang:en", "Stone bridge, Old diary", "in English (en)", "语言为English (en)"},
        {"lang", "-lang:zh", "Stone bridge, Old diary, Undated", "not in 中文 (zh)",
         "语言不是中文 (zh)"},
        {"title", "title:old", "Old diary", "with “old” in the title", "标题含“old”"},
        {"title", "-title:old", "Stone bridge, 科学, Undated", "without “old” in the title",
         "标题不含“old”"},
        {"summary", "summary:old", "Stone bridge", "with “old” in the summary", "摘要含“old”"},
        {"summary", "-summary:stone", "Stone bridge, 科学, Old diary",
         "without “stone” in the summary", "摘要不含“stone”"},
        {"body", "body:Moss", "Stone bridge", "with “Moss” in the text", "正文含“Moss”"},
        {"body", "-body:moss", "科学, Old diary, Undated", "without “moss” in the text",
         "正文不含“moss”"},
        {"author", "author:李", "科学", "by “李”", "作者“李”"},
        {"author", "-author:ada", "科学, Old diary, Undated", "not by “ada”", "作者不是“ada”"},
        {"site", "site:qq.com", "科学", "from the site “qq.com”", "来自网站“qq.com”"},
        {"site", "-site:example.org", "科学, Old diary, Undated", "not from the site “example.org”",
         "并非来自网站“example.org”"},
        {"folder", "folder:notes", "Stone bridge, 科学, Old diary", "in the folder “notes”",
         "在文件夹“notes”中"},
        {"folder", R"(folder:"Notes/a b")", "Stone bridge", "in the folder “Notes/a b”",
         "在文件夹“Notes/a b”中"},
        {"folder", "folder:./notes/科/", "科学", "in the folder “./notes/科/”",
         "在文件夹“./notes/科/”中"},
        {"folder", "folder:a", "", "in the folder “a”", "在文件夹“a”中"},
        {"folder", "folder:/", "Stone bridge, 科学, Old diary, Undated", "in the folder “/”",
         "在文件夹“/”中"},
        {"folder", "-folder:Notes", "Undated", "not in the folder “Notes”", "不在文件夹“Notes”中"},
        {"path", "path:OTES/科", "科学, Old diary", "with “OTES/科” in the path",
         "路径含“OTES/科”"},
        {"path", R"(path:"a b/1" path:.MD)", "Stone bridge", "with “a b/1”, “.MD” in the path",
         "路径含“a b/1”、“.MD”"},
        {"path", "path:notes/2", "", "with “notes/2” in the path", "路径含“notes/2”"},
        {"path", "-path:notes/", "Undated", "without “notes/” in the path", "路径不含“notes/”"},
        {"date", "date:2025", "Stone bridge, 科学", "from 2025", "2025年"},
        {"date", "date:2025-02", "科学", "from February 2025", "2025年2月"},
        {"date", "date:2025-02-10", "科学", "from 10 February 2025", "2025年2月10日"},
        {"date", "date:2025-0", "Stone bridge, 科学", "from 2025", "2025年"},
        {"date", "date:2025-02-01..2025-03-15", "Stone bridge, 科学",
         "from 1 February 2025 to 15 March 2025", "2025年2月1日至2025年3月15日"},
        {"date", "date:2024..2025-02", "科学, Old diary", "from January 2024 to February 2025",
         "2024年1月至2025年2月"},
        {"date", "date:2025..2024", "Stone bridge, 科学, Old diary", "from 2024 to 2025",
         "2024年至2025年"},
        {"date", "date:2025-02..", "Stone bridge, 科学", "from February 2025 on",
         "2025年2月及以后"},
        {"date", "date:..2024", "Old diary", "before 2025", "2025年之前"},
        {"date", "date:>=2025-03-02", "Stone bridge", "from 2 March 2025 on", "2025年3月2日及以后"},
        {"date", "date:<1d", "", "from the last day", "最近 1 天"},
        {"date", "date:<2w", "Stone bridge", "from the last 2 weeks", "最近 2 周"},
        {"date", "date:>1m", "Old diary", "older than 1 month", "1 个月以前"},
        {"date", "date:1y", "Stone bridge, 科学, Old diary", "from the last year", "最近 1 年"},
        {"date", "-date:2025-02", "Stone bridge, Old diary, Undated", "not from February 2025",
         "日期不在2025年2月"},
        {"date", "-date:<4w", "Old diary, Undated", "not from the last 4 weeks",
         "日期不在最近 4 周"},
        {"before", "before:2025-02", "Old diary", "before February 2025", "2025年2月之前"},
        {"before", "-before:2025", "Stone bridge, 科学, Undated", "not before 2025",
         "日期不在2025年之前"},
        {"after", "after:2025-02-10", "Stone bridge", "from 11 February 2025 on",
         "2025年2月11日及以后"},
        {"after", "-after:2024", "Old diary, Undated", "not from 2025 on", "日期不在2025年及以后"},
        {"has", "has:image", "Stone bridge", "with images", "有图片"},
        {"has", "-has:image", "科学, Old diary, Undated", "without images", "无图片"},
        {"has", "has:math", "科学", "with formulas", "有公式"},
        {"has", "-has:math", "Stone bridge, Old diary, Undated", "without formulas", "无公式"},
        {"has", "has:highlight", "科学, Undated", "with highlights", "有高亮"},
        {"has", "-has:highlight", "Stone bridge, Old diary", "without highlights", "无高亮"},
        {"has", "has:note", "Undated", "with notes", "有笔记"},
        {"has", "-has:note", "Stone bridge, 科学, Old diary", "without notes", "无笔记"},
        {"is", "is:unread", "Stone bridge", "unread", "未读"},
        {"is", "-is:unread", "科学, Old diary, Undated", "not unread", "并非未读"},
        {"is", "is:reading", "科学", "begun and not finished", "在读"},
        {"is", "-is:reading", "Stone bridge, Old diary, Undated", "not begun, or finished",
         "不在读"},
        {"is", "is:read", "Old diary, Undated", "read", "已读"},
        {"is", "-is:read", "Stone bridge, 科学", "not read", "尚未读完"},
        {"is", "is:starred", "Old diary", "starred", "已加星标"},
        {"is", "-is:starred", "Stone bridge, 科学, Undated", "not starred", "未加星标"},
        {"is", "is:changed", "Undated", "changed since they were read", "读后有改动"},
        {"is", "-is:changed", "Stone bridge, 科学, Old diary", "not changed since they were read",
         "读后无改动"},
        {"label", "label:CITE", "Old diary", "labelled “CITE”", "标记“CITE”"},
        {"label", "-label:cite", "Stone bridge, 科学, Undated", "not labelled “cite”",
         "无标记“cite”"},
        {"label", "label:cit", "", "labelled “cit”", "标记“cit”"},
        {"note", "note:ASK", "Undated", "with “ASK” in a note", "笔记含“ASK”"},
        {"note", R"(note:"真的 會")", "Undated", "with “真的 會” in a note", "笔记含“真的 會”"},
        {"note", "note:stone", "", "with “stone” in a note", "笔记含“stone”"},
        {"note", "-note:ada has:highlight", "科学", "without “ada” in a note, with highlights",
         "笔记不含“ada”，有高亮"},
        {"read", "read:<7d", "Old diary", "read: from the last 7 days", "阅读时间：最近 7 天"},
        {"read", "read:2024", "Undated", "read: from 2024", "阅读时间：2024年"},
        {"read", "read:>2024-06-01", "Old diary", "read: from 2 June 2024 on",
         "阅读时间：2024年6月2日及以后"},
        {"read", "-read:<7d", "Stone bridge, 科学, Undated", "read: not from the last 7 days",
         "阅读时间不在最近 7 天"},
        {"progress", "progress:>40", "Old diary, Undated", "more than 40% read", "已读超过 40%"},
        {"progress", "progress:40%", "科学, Old diary, Undated", "at least 40% read",
         "至少已读 40%"},
        {"progress", "progress:<40", "Stone bridge", "less than 40% read", "已读不到 40%"},
        {"progress", "progress:<=40", "Stone bridge, 科学", "at most 40% read", "至多已读 40%"},
        {"progress", "progress:10..40", "科学", "10% to 40% read", "已读 10% 至 40%"},
        {"progress", "-progress:>40", "Stone bridge, 科学", "not more than 40% read",
         "并非已读超过 40%"},
        {"is", "is:broken", "Old diary", "with problems", "有问题"},
        {"is", "-is:broken", "Stone bridge, 科学, Undated", "without problems", "没有问题"},
        {"is", "is:draft", "Old diary", "drafts", "草稿"},
        {"is", "-is:draft", "Stone bridge, 科学, Undated", "no drafts", "非草稿"},
        {"len", "len:>3000", "Stone bridge", "longer than 3,000 characters", "超过 3,000 字"},
        {"len", "len:500", "Stone bridge, Old diary", "at least 500 characters long",
         "至少 500 字"},
        {"len", "len:<500", "科学, Undated", "shorter than 500 characters", "不到 500 字"},
        {"len", "len:<=1", "Undated", "at most 1 character long", "至多 1 字"},
        {"len", "len:1000..5000", "Stone bridge", "1,000 to 5,000 characters long",
         "1,000 至 5,000 字"},
        {"len", "-len:>3000", "科学, Old diary, Undated", "not longer than 3,000 characters",
         "并非超过 3,000 字"},
        {"key", "layout:post", "Stone bridge", "with “post” in the field “layout”",
         "字段“layout”含“post”"},
        {"key", "-layout:post", "科学, Old diary, Undated", "without “post” in the field “layout”",
         "字段“layout”不含“post”"},
        {"sort", "sort:opened", "科学, Undated, Old diary, Stone bridge", "last opened first",
         "最近打开的在前"},
        {"sort", "sort:opened-asc", "Old diary, Undated, 科学, Stone bridge", "first opened first",
         "最早打开的在前"},
        {"sort", "sort:date", "Stone bridge, 科学, Old diary, Undated", "newest first", "从新到旧"},
        {"sort", "sort:date-asc", "Old diary, 科学, Stone bridge, Undated", "oldest first",
         "从旧到新"},
        {"sort", "sort:title", "Old diary, Stone bridge, Undated, 科学", "by title from A to Z",
         "按标题从 A 到 Z"},
        {"sort", "sort:title-desc", "科学, Undated, Stone bridge, Old diary",
         "by title from Z to A", "按标题从 Z 到 A"},
        {"sort", "sort:weight", "Old diary, 科学, Stone bridge, Undated",
         "by weight, lightest first", "按权重，从小到大"},
        {"sort", "sort:weight-desc", "科学, Old diary, Stone bridge, Undated",
         "by weight, heaviest first", "按权重，从大到小"},
        {"sort", "old sort:relevance", "Old diary, Stone bridge", "with “old”, best match first",
         "含“old”，最相关的在前"},
    };
    return rows;
}

struct MistakeRow
{
    std::string_view name;
    std::string_view line;
    core::QueryMistake::Kind kind;
    std::string_view found; ///< what is searched all the same
    std::string_view english;
    std::string_view chinese;
};

inline const std::vector<MistakeRow> &mistakeRows()
{
    using Kind = core::QueryMistake::Kind;
    constexpr std::string_view kEverything = "Stone bridge, 科学, Old diary, Undated";
    static const std::vector<MistakeRow> rows{
        {"phrase", R"("old arches)", Kind::UnclosedQuote, "Stone bridge",
         "The quotation mark is not closed; everything after it is one phrase.",
         "引号没有闭合；其后的内容算作一个词组。"},
        {"OR", "stone OR", Kind::DanglingOr, "Stone bridge, Undated",
         "OR wants something on both sides.", "OR 两边都要有内容。"},
        {"()", "stone (walk", Kind::UnclosedParenthesis, "Stone bridge",
         "A parenthesis is not closed; it is taken to end with the search.",
         "括号没有闭合；视为到搜索末尾为止。"},
        {"()", "stone ) walk", Kind::StrayParenthesis, "Stone bridge",
         "A parenthesis that nothing opened is left out.", "多余的右括号已忽略。"},
        {"()", "stone ((((((((((((((((walk", Kind::TooDeep, "Stone bridge",
         "There are too many parentheses within each other.", "括号嵌套太多层。"},
        {"tag", "stone tag:", Kind::MissingValue, "Stone bridge, Undated",
         "“tag:” wants a word after the colon.", "“tag:”的冒号后面要有内容。"},
        {"category", "category:", Kind::MissingValue, kEverything,
         "“category:” wants a word after the colon.", "“category:”的冒号后面要有内容。"},
        {"lang", "-lang:", Kind::MissingValue, kEverything,
         "“-lang:” wants a word after the colon.", "“-lang:”的冒号后面要有内容。"},
        {"title", "title: stone", Kind::MissingValue, "Stone bridge, Undated",
         "“title:” wants a word after the colon.", "“title:”的冒号后面要有内容。"},
        {"summary", "summary:", Kind::MissingValue, kEverything,
         "“summary:” wants a word after the colon.", "“summary:”的冒号后面要有内容。"},
        {"body", "body:\"\"", Kind::MissingValue, kEverything,
         "“body:\"\"” wants a word after the colon.", "“body:\"\"”的冒号后面要有内容。"},
        {"author", "author:", Kind::MissingValue, kEverything,
         "“author:” wants a word after the colon.", "“author:”的冒号后面要有内容。"},
        {"site", "site:", Kind::MissingValue, kEverything, "“site:” wants a word after the colon.",
         "“site:”的冒号后面要有内容。"},
        {"folder", "folder: stone", Kind::MissingValue, "Stone bridge, Undated",
         "“folder:” wants a word after the colon.", "“folder:”的冒号后面要有内容。"},
        {"path", "-path:\"\"", Kind::MissingValue, kEverything,
         "“-path:\"\"” wants a word after the colon.", "“-path:\"\"”的冒号后面要有内容。"},
        {"key", "layout:", Kind::MissingValue, kEverything,
         "“layout:” wants a word after the colon.", "“layout:”的冒号后面要有内容。"},
        {"date", "stone date:soon", Kind::BadDate, "Stone bridge, Undated",
         "“date:soon” is no date. Try 2025-02, 2025-02-01..2025-03-15 or <7d.",
         "“date:soon”不是日期。可以写 2025-02、2025-02-01..2025-03-15 或 <7d。"},
        {"date", "date:2025-02-30", Kind::BadDate, kEverything,
         "“date:2025-02-30” is no date. Try 2025-02, 2025-02-01..2025-03-15 or <7d.",
         "“date:2025-02-30”不是日期。可以写 2025-02、2025-02-01..2025-03-15 或 <7d。"},
        {"before", "before:x", Kind::BadDate, kEverything,
         "“before:x” is no date. Try 2025-02, 2025-02-01..2025-03-15 or <7d.",
         "“before:x”不是日期。可以写 2025-02、2025-02-01..2025-03-15 或 <7d。"},
        {"after", "after:20", Kind::BadDate, kEverything,
         "“after:20” is no date. Try 2025-02, 2025-02-01..2025-03-15 or <7d.",
         "“after:20”不是日期。可以写 2025-02、2025-02-01..2025-03-15 或 <7d。"},
        {"has", "has:video", Kind::BadState, kEverything,
         "“has:video” is not known. Known are has:image, has:math, has:highlight, has:note, "
         "is:unread, is:reading, is:read, is:starred, is:changed, is:broken, and is:draft.",
         "不认识“has:video”。可以写 "
         "has:image、has:math、has:highlight、has:note、is:unread、is:reading、is:read、is:"
         "starred、is:changed、is:broken和is:draft。"},
        {"is", "is:new stone", Kind::BadState, "Stone bridge, Undated",
         "“is:new” is not known. Known are has:image, has:math, has:highlight, has:note, "
         "is:unread, is:reading, is:read, is:starred, is:changed, is:broken, and is:draft.",
         "不认识“is:new”。可以写 "
         "has:image、has:math、has:highlight、has:note、is:unread、is:reading、is:read、is:"
         "starred、is:changed、is:broken和is:draft。"},
        {"is", "-is:old", Kind::BadState, kEverything,
         "“-is:old” is not known. Known are has:image, has:math, has:highlight, has:note, "
         "is:unread, is:reading, is:read, is:starred, is:changed, is:broken, and is:draft.",
         "不认识“-is:old”。可以写 "
         "has:image、has:math、has:highlight、has:note、is:unread、is:reading、is:read、is:"
         "starred、is:changed、is:broken和is:draft。"},
        {"is", "is:image", Kind::BadState, kEverything,
         "“is:image” is not known. Known are has:image, has:math, has:highlight, has:note, "
         "is:unread, is:reading, is:read, is:starred, is:changed, is:broken, and is:draft.",
         "不认识“is:image”。可以写 "
         "has:image、has:math、has:highlight、has:note、is:unread、is:reading、is:read、is:"
         "starred、is:changed、is:broken和is:draft。"},
        {"label", "label:", Kind::MissingValue, kEverything,
         "“label:” wants a word after the colon.", "“label:”的冒号后面要有内容。"},
        {"note", "note:", Kind::MissingValue, kEverything, "“note:” wants a word after the colon.",
         "“note:”的冒号后面要有内容。"},
        {"read", "read:soon", Kind::BadDate, kEverything,
         "“read:soon” is no date. Try 2025-02, 2025-02-01..2025-03-15 or <7d.",
         "“read:soon”不是日期。可以写 2025-02、2025-02-01..2025-03-15 或 <7d。"},
        {"progress", "progress:half", Kind::BadShare, kEverything,
         "“progress:half” is no share of an article. Try >50.",
         "“progress:half”不是阅读进度。可以写 >50。"},
        {"len", "len:many", Kind::BadLength, kEverything, "“len:many” is no length. Try >3000.",
         "“len:many”不是长度。可以写 >3000。"},
        {"sort", "sort:size stone", Kind::BadSort, "Stone bridge, Undated",
         "“sort:size” is no order. Try sort:date, sort:title, sort:weight or sort:relevance.",
         "“sort:size”不是排序方式。可以写 sort:date、sort:title、sort:weight 或 sort:relevance。"},
    };
    return rows;
}

} // namespace lectern::test
