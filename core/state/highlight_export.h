#pragma once

#include "core/state/citation.h"
#include "core/state/reading_state.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace lectern::core {

/// A highlight with all that is said of it outside the program.
struct ExportedHighlight
{
    Highlight highlight;
    CitedArticle article;
    std::string path; ///< of the article in its folder, raw bytes
    std::string sentence; ///< with the quote in it, on one line
};

enum class HighlightFormat : std::uint8_t { Markdown, Csv, Json };

/// \a highlights as UTF-8, in their order, those of one article one after the other: a Markdown
/// section for each article, RFC 4180 lines with a header, or a page of annotations in JSON by the
/// W3C Web Annotation Data Model (docs/formats.md). Whatever a quote or a note holds, it cannot
/// break the format, nor start a formula in a spreadsheet. O(length). Any thread.
std::string exportHighlights(std::span<const ExportedHighlight> highlights, HighlightFormat format);

/// The sentence, or the sentences, of \a text that \a range lies in, on one line; cut where they
/// are very long.
std::string sentenceAround(std::string_view text, TextRange range);

/// The same of a highlight: of \a text where its quote is found there for certain, else of what was
/// kept around it.
std::string sentenceOf(const Highlight &highlight, std::string_view text);

} // namespace lectern::core
