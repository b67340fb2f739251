#include "core/search/query.h"
#include "core/search/query_completion.h"
#include "core/search/query_fields.h"
#include "core/search/query_parser.h"
#include "tests/core/library/sample_records.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lectern::core {

namespace {

std::shared_ptr<const Library> tagLibrary()
{
    std::vector<ArticleRecord> records;
    const auto add = [&](int count, const std::string &tag) {
        for (int i = 0; i < count; ++i) {
            records.push_back(makeRecord(std::to_string(records.size()) + ".md", "A"));
            records.back().meta.tags = {tag};
            records.back().meta.categories = {"Machine learning"};
            records.back().meta.languages = {"zh-CN"};
        }
    };
    add(1, "machine");
    add(3, "Machine learning");
    add(2, "state machine");
    add(5, "机器学习");
    add(4, "機器");
    add(1, "学习");
    add(1, "say \"hi\"");
    return buildLibrary("/r", records, {});
}

/// `|` in the line is the cursor. The choices as `name` or `name count`.
std::vector<std::string> choices(std::string line,
                                 CompletionTrigger trigger = CompletionTrigger::Typing)
{
    const auto library = tagLibrary();
    const std::size_t cursor = line.find('|');
    line.erase(cursor, 1);
    std::vector<std::string> names;
    for (const auto &choice :
         completeQuery(library.get(), parseQuery(line), cursor, trigger).choices) {
        names.push_back(
            choice.name
            + (choice.articles > 0 ? " " + std::to_string(choice.articles) : std::string()));
    }
    return names;
}

/// The line after taking the first choice.
std::string taken(std::string line, CompletionTrigger trigger = CompletionTrigger::Typing)
{
    const auto library = tagLibrary();
    const std::size_t cursor = line.find('|');
    line.erase(cursor, 1);
    const auto found = completeQuery(library.get(), parseQuery(line), cursor, trigger);
    if (!found.choices.empty()) {
        line.replace(found.start, found.end - found.start, found.choices.front().text);
    }
    return line;
}

} // namespace

using testing::ElementsAre;
using testing::IsEmpty;

TEST(QueryCompletion, offersFields_fromTwoLettersOn)
{
    EXPECT_THAT(choices("ta|"), ElementsAre("tag"));
    EXPECT_THAT(choices("TI|"), ElementsAre("title"));
    EXPECT_THAT(choices("no|"), ElementsAre("note"));
    EXPECT_THAT(choices("note:a|"), IsEmpty());
    EXPECT_THAT(choices("s|"), IsEmpty());
    EXPECT_THAT(choices("stone|"), IsEmpty());
    EXPECT_THAT(choices("stone -ca|"), ElementsAre("category"));
    EXPECT_THAT(choices("(au|"), ElementsAre("author"));
    EXPECT_THAT(choices("\"ta|"), IsEmpty());
}

TEST(QueryCompletion, offersAllFields_whenAsked)
{
    EXPECT_EQ(choices("stone |", CompletionTrigger::Asked).size(), queryKeywords().size());
    EXPECT_THAT(choices("s|", CompletionTrigger::Asked), ElementsAre("summary", "site", "sort"));
    EXPECT_THAT(choices("stone |"), IsEmpty());
}

TEST(QueryCompletion, offersTerms_byCount_beginningBeforeHolding)
{
    EXPECT_THAT(choices("tag:mach|"),
                ElementsAre("Machine learning 3", "machine 1", "state machine 2"));
    EXPECT_THAT(choices("tag:|").front(), "机器学习 5");
    EXPECT_EQ(choices("tag:|").size(), 7U);
    EXPECT_THAT(choices("category:|"), ElementsAre("Machine learning 17"));
    EXPECT_THAT(choices("lang:z|"), ElementsAre("zh-CN 17"));
}

TEST(QueryCompletion, foldsCaseWidthAndScript)
{
    EXPECT_THAT(choices("tag:ＳＴＡ|"), ElementsAre("state machine 2"));
    EXPECT_THAT(choices("tag:机|"), ElementsAre("机器学习 5", "機器 4"));
    EXPECT_THAT(choices("tag:機|"), ElementsAre("机器学习 5", "機器 4"));
    EXPECT_THAT(choices("tag:学|"), ElementsAre("学习 1", "机器学习 5"));
}

TEST(QueryCompletion, offersNothingThatIsThereAlready)
{
    EXPECT_THAT(choices("tag:machine|"), ElementsAre("Machine learning 3", "state machine 2"));
    EXPECT_THAT(choices("is:draft|"), IsEmpty());
}

TEST(QueryCompletion, offersNamesThatTermsLieIn_withAllTheirArticles)
{
    std::vector<ArticleRecord> records;
    for (const std::vector<std::string> &tags :
         std::vector<std::vector<std::string>>{{"Science/Physics/optics", "science/chemistry"},
                                               {"Science/Physics/optics"},
                                               {"state", "state/of/mind"},
                                               {"string"},
                                               {"string"},
                                               {"string"}}) {
        records.push_back(makeRecord(std::to_string(records.size()) + ".md", "A"));
        records.back().meta.tags = tags;
    }
    const auto library = buildLibrary("/r", records, {});
    const auto offered = [&](std::string_view line) {
        std::string texts;
        for (const auto &choice :
             completeQuery(library.get(), parseQuery(line), line.size(), CompletionTrigger::Typing)
                 .choices) {
            texts += choice.name + " " + std::to_string(choice.articles) + ", ";
        }
        return texts;
    };

    EXPECT_EQ(offered("tag:s"),
              "string 3, Science 2, Science/Physics 2, Science/Physics/optics 2, state 1, "
              "state/of 1, science/chemistry 1, state/of/mind 1, ");
    EXPECT_EQ(offered("tag:science/p"), "Science/Physics 2, Science/Physics/optics 2, ");
}

TEST(QueryCompletion, offersFolders_byCount)
{
    const auto library = buildLibrary(
        "/r", {makeRecord("a/1.md", "A"), makeRecord("a/b c/2.md", "B"), makeRecord("x/3.md", "C")},
        {});
    const auto offered = [&](std::string_view line) {
        std::string texts;
        for (const auto &choice :
             completeQuery(library.get(), parseQuery(line), line.size(), CompletionTrigger::Typing)
                 .choices) {
            texts += choice.text + " " + std::to_string(choice.articles) + ", ";
        }
        return texts;
    };

    EXPECT_EQ(offered("folder:"), "folder:a 2, folder:\"a/b c\" 1, folder:x 1, ");
    EXPECT_EQ(offered("folder:C"), "folder:\"a/b c\" 1, ");
    EXPECT_EQ(offered("folder:a/"), "folder:\"a/b c\" 1, ");
}

TEST(QueryCompletion, offersTheWordsOfStatesAndOrders)
{
    EXPECT_THAT(choices("has:|"), ElementsAre("image", "math", "highlight", "note"));
    EXPECT_THAT(choices("is:|"),
                ElementsAre("unread", "reading", "read", "starred", "changed", "broken", "draft"));
    EXPECT_THAT(choices("is:un|"), ElementsAre("unread"));
    EXPECT_THAT(choices("sort:ti|"), ElementsAre("title", "title-desc"));
    EXPECT_THAT(choices("date:|"), IsEmpty());
    EXPECT_THAT(choices("layout:|"), IsEmpty());
}

TEST(QueryCompletion, offersTheReadersLabels)
{
    std::vector<std::string> offered;
    for (const QueryCompletion &choice :
         completeQuery(nullptr, parseQuery("label:C"), 7, CompletionTrigger::Typing,
                       {"To cite", "cooking", "别的"})
             .choices) {
        offered.push_back(choice.text);
    }

    EXPECT_THAT(offered, ElementsAre("label:cooking", "label:\"To cite\""));
}

TEST(QueryCompletion, replacesThePieceUnderTheCursor)
{
    EXPECT_EQ(taken("stone ta|"), "stone tag:");
    EXPECT_EQ(taken("a tag:mach| b"), "a tag:\"Machine learning\" b");
    EXPECT_EQ(taken("a -tag:sta|te b"), "a -tag:\"state machine\" b");
    EXPECT_EQ(taken("(tag:机|) x"), "(tag:机器学习) x");
    EXPECT_EQ(taken("ta|x:y"), "tag:y");
    EXPECT_EQ(taken("Tag:学|"), "tag:学习");
}

TEST(QueryCompletion, readsPhrases_andKeepsWhatFollowsAnOpenOne)
{
    EXPECT_EQ(taken("tag:\"state m|\" b"), "tag:\"state machine\" b");
    EXPECT_EQ(taken("tag:\"state m| b"), "tag:\"state machine\" b");
    EXPECT_EQ(taken("tag:\"say \\\"h|"), "tag:\"say \\\"hi\\\"\"");
}

TEST(QueryCompletion, worksWithoutALibrary_andBeyondTheLine)
{
    EXPECT_THAT(completeQuery(nullptr, parseQuery("tag:x"), 5, CompletionTrigger::Typing).choices,
                IsEmpty());
    EXPECT_EQ(
        completeQuery(nullptr, parseQuery("is:b"), 99, CompletionTrigger::Typing).choices.size(),
        1U);
}

TEST(QueryCompletion, staysWithinItsLimit)
{
    ArticleRecord record = makeRecord("1.md", "A");
    for (int tag = 0; tag < 100; ++tag) {
        record.meta.tags.push_back("t" + std::to_string(tag));
    }
    const auto library = buildLibrary("/r", {record}, {});

    const auto found
        = completeQuery(library.get(), parseQuery("tag:"), 4, CompletionTrigger::Typing);

    EXPECT_EQ(found.choices.size(), kMaxCompletions);
}

} // namespace lectern::core
