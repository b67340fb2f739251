#pragma once

#include "core/markdown/html/html_tree.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::tests {

struct SpecExample
{
    int number = 0; ///< from 1, in the order of the file
    std::string markdown;
    std::string html;
    bool hasBareLinks = false; ///< the example is about GFM's bare addresses
};

/// The examples of a specification in CommonMark's form: blocks between rows of 32 backquotes, a
/// line with a dot between input and output, arrows for tabs.
std::vector<SpecExample> readSpecExamples(const std::filesystem::path &file);

/// The tree of \a html, whatever line ends stand between its blocks.
core::HtmlNode treeOf(std::string_view html);

/// \a tree as text in a form in which two trees that mean the same page are the same: blank runs
/// collapsed outside pre, blanks beside blocks dropped, attributes sorted.
std::string normalized(const core::HtmlNode &tree);

} // namespace lectern::tests
