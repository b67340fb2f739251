#pragma once

#include <string>
#include <string_view>

namespace lectern::tests {

/// The words of \a markdown as md4c alone reads them, without our parser, passes and HTML: what
/// CommonMark shows, with the tags of embedded HTML taken out. For comparing.
std::string sourceText(std::string_view markdown);

/// The letters and digits that stand more often in \a source than in \a page, each with how many
/// are missing; empty when all are there.
std::string missingLetters(std::string_view source, std::string_view page);

} // namespace lectern::tests
