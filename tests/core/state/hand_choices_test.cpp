#include "core/state/hand_choices.h"
#include "tests/core/library/sample_records.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lectern::core {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::shared_ptr<const Library> libraryOf(std::vector<ArticleRecord> records)
{
    return buildLibrary("/articles", std::move(records), {});
}

ArticleRecord recordFrom(std::string path, std::string title, std::string source)
{
    ArticleRecord record = makeRecord(std::move(path), std::move(title));
    record.meta.source = std::move(source);
    return record;
}

} // namespace

TEST(HandChoices, haveTheMostTellingFirst)
{
    const auto library = libraryOf({makeRecord("a/river.md", "Water"), // the file's name
                                    makeRecord("b.md", "The river"), // the title
                                    makeRecord("c.md", "Lakes"), // nothing
                                    makeRecord("d.md", "Seas"), // a candidate
                                    recordFrom("e.md", "Ponds", "https://www.example.org/river/"),
                                    makeRecord("river.md", "Springs")}); // the place
    ArticleKey known;
    known.path = "river.md";
    known.title = "The river";
    known.source = "example.org/river";

    const auto choices = handChoices(*library, {1, {3}}, known, {}, 100);

    EXPECT_THAT(choices,
                ElementsAre(HandChoice{4, ChoiceReason::Address}, HandChoice{5, ChoiceReason::Path},
                            HandChoice{3, ChoiceReason::Text}, HandChoice{1, ChoiceReason::Title},
                            HandChoice{0, ChoiceReason::FileName}));
}

TEST(HandChoices, areFoundByTitleAndPath_whateverTheirCase)
{
    const auto library = libraryOf({makeRecord("a.md", "江河 Rivers"),
                                    makeRecord("rivers/b.md", "B"), makeRecord("c.md", "C")});
    const ArticleKey known;

    EXPECT_THAT(handChoices(*library, {1, {}}, known, "RIVERS", 100),
                ElementsAre(HandChoice{0, ChoiceReason::None}, HandChoice{2, ChoiceReason::None}));
    EXPECT_THAT(handChoices(*library, {1, {}}, known, "江河", 100),
                ElementsAre(HandChoice{0, ChoiceReason::None}));
    EXPECT_THAT(handChoices(*library, {1, {}}, known, "rivers", 1),
                ElementsAre(HandChoice{0, ChoiceReason::None}));
    EXPECT_THAT(handChoices(*library, {1, {}}, known, {}, 100), IsEmpty());
}

} // namespace lectern::core
