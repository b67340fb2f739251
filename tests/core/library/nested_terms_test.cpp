#include "core/library/library_lookups.h"
#include "tests/core/library/sample_records.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lectern::core {

namespace {

std::shared_ptr<const Library> tagged(const std::vector<std::vector<std::string>> &tags)
{
    std::vector<ArticleRecord> records;
    for (const std::vector<std::string> &some : tags) {
        records.push_back(makeRecord(std::to_string(records.size()) + ".md", "A"));
        records.back().meta.tags = some;
        records.back().meta.languages = some;
    }
    return buildLibrary("/r", records, {});
}

std::vector<std::string> parentsOf(const Library &library, Taxonomy taxonomy = Taxonomy::Tag)
{
    std::vector<std::string> parents;
    for (const ParentTerm &parent : library.lookups().nestedTerms(taxonomy).parents) {
        parents.push_back(parent.name + " " + std::to_string(parent.articles));
    }
    return parents;
}

} // namespace

using testing::ElementsAre;
using testing::IsEmpty;

TEST(NestedTerms, areNone_whereNoNameHasASlashWithin)
{
    const auto library = tagged({{"a", "b/", "/c", "/"}});

    EXPECT_THAT(parentsOf(*library), IsEmpty());
    EXPECT_THAT(library->lookups().nestedTerms(Taxonomy::Tag).above, IsEmpty());
}

TEST(NestedTerms, countEachArticleOnce)
{
    const auto library = tagged({{"科学", "科学/物理", "科学/化学"}, {"科學/物理/光學"}, {"科"}});

    EXPECT_THAT(parentsOf(*library), ElementsAre("科学 2", "科学/物理 2"));
    EXPECT_THAT(parentsOf(*library, Taxonomy::Language), IsEmpty());
}

TEST(NestedTerms, spellAParentThatNoArticleNames)
{
    EXPECT_THAT(parentsOf(*tagged({{"Tech/Web/CSS"}})), ElementsAre("Tech 1", "Tech/Web 1"));
    EXPECT_THAT(parentsOf(*tagged({{"科学／物理"}})), ElementsAre("科学 1"));
}

TEST(NestedTerms, areReadInTime_whenANameIsNothingButSlashes)
{
    std::string name;
    for (int step = 0; step < 20'000; ++step) {
        name += "a/";
    }

    EXPECT_THAT(parentsOf(*tagged({{name}})), testing::SizeIs(16));
}

} // namespace lectern::core
