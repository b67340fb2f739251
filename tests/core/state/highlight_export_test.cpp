#include "core/state/highlight_export.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace lectern::core {

namespace {

ExportedHighlight exported(const std::string &quote, const std::string &note)
{
    ExportedHighlight one;
    one.highlight.uid = "0123456789abcdef0123456789abcdef";
    one.highlight.colour = HighlightColour::Green;
    one.highlight.note = note;
    one.highlight.place.quote = quote;
    one.highlight.place.prefix = "before ";
    one.highlight.createdAt = 1'740'000'000;
    one.highlight.changedAt = 1'740'000'001;
    one.article = {"Claims", "https://example.org/claims", "2025-03-01"};
    one.path = "a b/claims.md";
    one.sentence = "Here " + quote + ".";
    return one;
}

std::string around(const std::string &text, const std::string &quote)
{
    const std::size_t start = text.find(quote);
    return sentenceAround(text, {start, start + quote.size()});
}

} // namespace

TEST(HighlightExport, sentence_isTheOneAroundTheQuote)
{
    const std::string text = "The first one. Version 2.5 is a claim, she said! The third?\nA line";

    EXPECT_EQ(around(text, "a claim"), "Version 2.5 is a claim, she said!");
    EXPECT_EQ(around(text, "third?"), "The third?");
    EXPECT_EQ(around(text, "A line"), "A line");
    EXPECT_EQ(around(text, "one. Version"), "The first one. Version 2.5 is a claim, she said!");
    EXPECT_EQ(around("第一句。第二句说明了它！第三句。", "说明"), "第二句说明了它！");
}

TEST(HighlightExport, sentence_isCutWhereItNeverEnds)
{
    const std::string words(5000, 'x');

    EXPECT_LT(around(words + " claim " + words, "claim").size(), 1300U);
    std::string han;
    for (int number = 0; number < 1000; ++number) {
        han += "汉";
    }
    const std::string cut = around(han + "claim" + han, "claim");
    EXPECT_EQ(cut.substr(0, 3), "汉");
    EXPECT_EQ(cut.substr(cut.size() - 3), "汉");
}

TEST(HighlightExport, sentence_isOfWhatWasKept_whereTheQuoteIsGone)
{
    Highlight highlight;
    highlight.place.quote = "a quote that was here";
    highlight.place.prefix = "One end. Before ";
    highlight.place.suffix = " and behind. Another";

    EXPECT_EQ(sentenceOf(highlight, "Other words."), "Before a quote that was here and behind.");
}

TEST(HighlightExport, markdown_hasASectionForEachArticle_andNoMarkupOfTheQuote)
{
    const std::vector<ExportedHighlight> all{exported("a *claim*\n# 1", "so\nit is")};

    EXPECT_EQ(exportHighlights(all, HighlightFormat::Markdown),
              "## Claims\n\n<https://example.org/claims>, 2025-03-01\n\n"
              "- **a \\*claim\\* \\# 1** (green)\n"
              "  > Here a \\*claim\\* \\# 1.\n"
              "\n  so it is\n");
}

TEST(HighlightExport, csv_quotesEverything_andStartsNoFormula)
{
    const std::vector<ExportedHighlight> all{exported("=1+1", "a \"note\",\nof two lines")};

    EXPECT_EQ(exportHighlights(all, HighlightFormat::Csv),
              "title,source,date,path,quote,sentence,note,colour,created,changed\r\n"
              "\"Claims\",\"https://example.org/claims\",\"2025-03-01\",\"a b/claims.md\","
              "\"'=1+1\",\"Here =1+1.\",\"a \"\"note\"\",\nof two lines\",\"green\","
              "\"2025-02-19T21:20:00Z\",\"2025-02-19T21:20:01Z\"\r\n");
}

TEST(HighlightExport, json_isAPageOfAnnotations)
{
    const std::vector<ExportedHighlight> all{exported("a \xFF claim", "")};

    const auto page = nlohmann::json::parse(exportHighlights(all, HighlightFormat::Json));

    EXPECT_EQ(page["@context"][0], "http://www.w3.org/ns/anno.jsonld");
    EXPECT_EQ(page["type"], "AnnotationPage");
    const auto &item = page["items"][0];
    EXPECT_EQ(item["id"], "urn:uuid:01234567-89ab-cdef-0123-456789abcdef");
    EXPECT_EQ(item["motivation"], "highlighting");
    EXPECT_EQ(item["target"]["source"], "https://example.org/claims");
    EXPECT_EQ(item["target"]["lectern:path"], "a%20b/claims.md");
    EXPECT_EQ(item["target"]["selector"]["type"], "TextQuoteSelector");
    EXPECT_EQ(item["target"]["selector"]["prefix"], "before ");
    EXPECT_EQ(item["body"][0]["purpose"], "describing");
}

TEST(HighlightExport, nothing_isAnEmptyFileOfItsFormat)
{
    EXPECT_EQ(exportHighlights({}, HighlightFormat::Markdown), "");
    EXPECT_EQ(nlohmann::json::parse(exportHighlights({}, HighlightFormat::Json))["items"].size(),
              0U);
}

TEST(Citation, hasTitleSourceAndDate_asFarAsTheyAreKnown)
{
    EXPECT_EQ(citationOf("a\n claim ", {"Claims", "https://example.org", "2025-03-01"}),
              "“a claim”\n— Claims, https://example.org, 2025-03-01");
    EXPECT_EQ(citationOf("科学的春天", {"科学", "", "2025-03-01"}),
              "“科学的春天”\n——科学, 2025-03-01");
    EXPECT_EQ(citationOf("a claim", {}), "“a claim”");
}

} // namespace lectern::core
